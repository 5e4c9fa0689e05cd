letter-agreed-subject = Det aftalte { $unit }
letter-agreed-body =
    Hej!

    { $unit } har talt om svarene. Det her aftalte I:

    { $words }

    I ser efter igen { $day }. Svarene og det, I aftalte, findes her:

    { $link }
said-agreed = Gemt. Gruppen får det i et brev.
talk-link = Guide til samtalen
talk-link-heading = Tal om svarene
talk-link-text = En guide på 15 eller 45 minutter, bygget på gruppens egne svar. Alle, der må læse svarene, må læse den.
talk-heading = Tal om svarene: { $unit }
talk-lead = Print den, eller tag den frem på mødet. Alt her må alle i gruppen læse.
talk-length = Hvor længe
talk-short = 15 minutter
talk-long = 45 minutter
talk-agenda = Minut for minut
talk-minutes = { $from }–{ $to } min
talk-frame = Sig, hvad I skal: læse, tale om ét spørgsmål, vælge én ting. Ingen leder efter, hvem der svarede hvad.
talk-read = Læs svarene i stilhed, hver for sig.
talk-one = Vælg ét spørgsmål sammen. Hvad gør vi i dag? Giv eksempler på, hvad der gøres, ikke på hvem.
talk-threes = Tal tre og tre om det spørgsmål, I vælger. Hvad kan I genkende? Hvornår fungerer det?
talk-whole = Saml det. Hver gruppe på tre siger én ting, før nogen siger to.
talk-choose = Bliv enige om én ting. Hvad gør vi, hvem begynder, og hvornår ser vi efter?
talk-close = Lederen siger tilbage, hvad I aftalte, og skriver det på svarenes side samme dag.
talk-topics = Værd at tale om
talk-topics-text = I den rækkefølge, der blev spurgt. Det er et forslag: gruppen ved bedst.
talk-keep = Værd at beholde
talk-none = Intet skiller sig ud mere, end tilfældet gør. Lad gruppen vælge det spørgsmål, der betyder mest.
talk-why-worse = Sandsynligvis dårligere end sidst.
talk-why-lacks = De fleste er ikke enige, også når man regner med tilfældet.
talk-why-apart = I ser forskelligt på det: mange er enige, og mange er det ikke.
talk-why-better = Sandsynligvis bedre end sidst.
talk-why-holds = De fleste er enige, også når man regner med tilfældet.
talk-together = Svarene er jeres sammen med andres. Tal om, hvad I kan genkende hos jer, og gæt ikke på, hvilken gruppe der svarede hvad.
talk-nothing = Der vises ingen tal for gruppen: for få svarede. Tal om spørgsmålene i stedet. Hvilket af dem betyder mest for os?
talk-asked = Spørgsmål at stille
talk-ask-recognise = Hvad kan I genkende, og hvad overrasker?
talk-ask-works = Hvornår fungerer det bedst? Hvad gør vi så?
talk-ask-little = Hvad kunne vi gøre én gang om ugen, som ville kunne mærkes?
talk-ask-less = Hvad kan vi holde op med for at få plads?
talk-advice = Til dig, der leder samtalen
talk-advice-do = Tal om, hvad der gøres, ikke om, hvordan nogen er.
talk-advice-noise = Et tal er begyndelsen på et spørgsmål. Kald ikke en forskel god eller dårlig, når den kan være tilfældig.
talk-advice-who = Spørg aldrig, hvem der svarede hvad, og gæt ikke. Den, der vil, fortæller selv.
talk-advice-listen = Lyt først, og forklar til sidst. Sig tak for det, der er ubekvemt.
talk-advice-one = Én ting er nok. Det, I ikke når, er her stadig.
talk-write = Skriv, hvad I aftalte
agreed-heading = Det har vi aftalt
agreed-by = { $unit } · talte { $talked } · ser efter igen { $again }
agreed-form = Skriv, hvad I aftalte
agreed-form-text = Når I har talt. Én ting er nok.
agreed-change = Skriv det om
agreed-unit = Hvilken enhed?
agreed-area = Hvilket område valgte I?
agreed-words = Hvad gør vi?
agreed-words-hint = Noget, der gøres og kan ses. Ingen navne på enkelte.
agreed-talked = Hvornår talte I?
agreed-again = Hvornår ser I efter igen?
agreed-again-hint = Højst et halvt år frem.
agreed-who = Det her er ikke privat. Alle, der må læse gruppens svar, ser det: gruppen, lederne ovenover, HR og den øverste leder. Gruppen får det i et brev. I Sverige kan det blive offentligt tilgængeligt.
agreed-save = Fortæl det til gruppen
agreed-not-yours = Kun den, der leder enheden i dag, kan skrive det.
agreed-talked-wrong = Vælg en dag fra runden lukkede til i dag.
agreed-again-wrong = Vælg en dag efter samtalen, højst { $days } dage frem.
agreed-practices = Øv det
agreed-practices-text = Øvelser inden for { $area }, området I valgte. Et skridt er dit eget: ingen anden ser det.
agreed-practise = Vælg
followed-heading = Talte vi om det?
followed-planned = Den { $date } får gruppen spørgsmålet, om I har talt om svarene.
followed-open = Gruppen får spørgsmålet lige nu. Svarene vises, når det lukker { $date }.
followed-nothing = Spørgsmålet er stillet, men for få svarede til, at noget vises.
followed-all = Læs det hele
voices-use = Tag med til et skridt
today-agreed = Det har vi aftalt
today-agreed-text = { $unit }. Vi ser efter igen { $day }.
records-agreed = Aftaler, du har skrevet
records-agreed-text = Hvad dine grupper aftalte efter svarene. Det deles med dem, der må læse gruppens svar.
erase-stays-agreed = Det, du skrev, at en gruppe aftalte: det er gruppens. At det var dig, glemmes.
choose-need-ask = Spørg gruppen, hvad de har brug for
choose-need-ask-text = Ved du det ikke? En kort runde med ét spørgsmål, der besvares med egne ord. Ingen ser, hvem der skrev, og du får det først, når runden lukker.
rounds-need-name = Hvad har I brug for?
rounds-need-question = Hvad har du brug for mere eller mindre af fra din leder de næste måneder? Beskriv noget, der gøres.
rounds-follow-name = { $name }: talte vi om det?
