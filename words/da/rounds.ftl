letter-invitation-subject = Nogle spørgsmål til dig
letter-invitation-body =
    Hej!

    { $organisation } spørger dig og dine kolleger: ”{ $round }”. Det tager et minuts tid.

    Her svarer du. Linket er dit eget, så send det ikke videre:

    { $link }

    Din stemmeseddel kan hentes indtil { $until }.

    Systemet ved, at du har hentet en stemmeseddel, ikke hvad du har svaret. Resultatet vises én gang, for mindst { $k } svar, og aldrig så en mindre gruppe kan regnes ud.

    Disse seks ord viser, at alle svarer på samme vilkår. De skal være de samme på siden, hvor du svarer:

    { $words }
letter-reminder-subject = Påmindelse: nogle spørgsmål til dig
letter-reminder-body =
    Hej!

    Du har en stemmeseddel tilbage at hente: { $round }. Den kan hentes indtil { $until }.

    { $link }

    Vil du ikke svare, er det helt i orden. Ingen leder får at vide, hvem der har hentet sin stemmeseddel, og du får højst to påmindelser.

    De seks ord: { $words }
rounds-group-own = Eget personale i { $unit }
rounds-group-of-unit = { $names } i { $unit }
rounds-group-no-occupation = Stilling ikke angivet
rounds-heading = Runder
rounds-lead = Et år med spørgsmål på én side: hvad der er åbent, hvad der kommer, og hvad der er færdigt.
rounds-lead-leader = Spørg dem, du leder, eller dem, I er til for. Alle ser svarene samtidig, du og teamet.
rounds-plan = Planlæg en runde
rounds-open-now = Åbne nu
rounds-coming = Kommende
rounds-done = Afsluttede
rounds-none = Ingen runde endnu
rounds-none-text = En runde er nogle spørgsmål til en eller flere enheder, åbne nogle uger. Ingen kan se, hvem der har svaret hvad.
rounds-days = { $from } – { $to }
rounds-back = Tilbage til runden
rounds-state-planned = Planlagt
rounds-state-frozen = Forberedes
rounds-state-open = Åben
rounds-state-closed = Afsluttet
rounds-state-called-off = Aflyst
rounds-kicker = { $unit } · { $state }
rounds-reach-unit = Enheden
rounds-reach-unit-text = De, der har enhedens leder som nærmeste leder.
rounds-reach-subtree = Enheden og alt under den
rounds-reach-subtree-text = Alle ansatte. En leders egne svar tæller et niveau op.
rounds-reach-occupations = Enheden og alt under den, fordelt på stilling
rounds-reach-occupations-text = Alle ansatte. Svarene vises fordelt på stilling i enheder med mindst { $least } personer, og ikke på mindre enheder. Stillinger med færre end { $group } lægges sammen.
rounds-reach-managers = Lederne
rounds-reach-managers-text = Kun dem, der leder en enhed, om deres egne vilkår.
rounds-reach-open = Dem, vi er til for
rounds-reach-open-text = Borgere, pårørende eller brugere, med en plakat. Vi ved ikke, hvem de er, og tallene er derfor kun et fingerpeg.
rounds-lead-planned =
    Hvem der spørges, afgøres { $day }. I dag ville det være { $people } personer i { $groups ->
        [one] én gruppe
       *[other] { $groups } grupper
    }.
rounds-lead-planned-open = Når runden åbner, er der en plakat at hænge op.
rounds-lead-too-few = I dag er de færre end { $least }. Er de det også, når runden forberedes, aflyses den.
rounds-lead-frozen = Hvem der spørges, er afgjort. Runden åbner { $when }, hvis den er drøftet i MED.
rounds-lead-open = Svar modtages indtil { $when }. Ingen ser noget resultat før da.
rounds-lead-closed = Runden er færdig. Resultatet blev synligt for leder og team i samme øjeblik.
rounds-lead-withheld = Runden er færdig, men der er ikke udleveret noget resultat. Hvorfor står ved svarene.
rounds-lead-called-off = Runden er aflyst. Intet af det, der måtte være svaret, vises for nogen.
rounds-keys = Nøgler
rounds-keys-making = { $made } af { $wanted } nøgler er lavet. Genindlæs siden for at se, hvor langt det er nået.
rounds-keys-ready =
    { $wanted ->
        [one] Nøglen er lavet.
       *[other] Alle { $wanted } nøgler er lavet.
    }
rounds-warn-long = { $questions } spørgsmål er mange. Med højst tolv svarer flere.
rounds-warn-part-of-hme = Kun { $asked } af HME's ni spørgsmål er med. Så kan der ikke beregnes noget indeks eller indberettes.
rounds-warn-hme-order = HME's ni spørgsmål står ikke i rækkefølge. Så kan de ikke sammenlignes med andres.
rounds-consult = Ikke drøftet i MED endnu
rounds-consult-text = En runde åbner først, når den har været drøftet i MED. Skriv dagen her, når det er sket.
rounds-consult-day = Dag i MED
rounds-consult-hint = Kan udfyldes senere, men inden runden åbner.
rounds-consult-save = Gem dagen
rounds-words-text = De seks ord står på siden, hvor man svarer, i invitationen og på plakaten. Giv dem til arbejdsmiljørepræsentanten: så kan enhver se, at alle svarer på samme vilkår.
rounds-poster = Plakat til udskrift
rounds-manifest = Siden, som alle kan sammenligne med
rounds-participation = Hvor mange der har hentet deres stemmeseddel
rounds-collected-below-quarter = Under en fjerdedel. Hvem ses ikke, og finere end det vises det ikke for nogen.
rounds-collected-below-half = Mellem en fjerdedel og halvdelen. Hvem ses ikke, og finere end det vises det ikke for nogen.
rounds-collected-below-three-quarters = Mellem halvdelen og tre fjerdedele. Hvem ses ikke, og finere end det vises det ikke for nogen.
rounds-collected-most = Tre fjerdedele eller flere. Hvem ses ikke, og finere end det vises det ikke for nogen.
rounds-counted = Da runden lukkede
rounds-counted-ballots = Talte stemmer
rounds-counted-drawn = Hentede stemmesedler
rounds-counted-read = Læs svarene
rounds-facts = Sådan er runden lagt
rounds-who = Hvem der spørges
rounds-opens = Åbner
rounds-closes = Lukker
rounds-languages = Sprog
rounds-k = Mindste antal svar, der vises
rounds-k-value = { $k } svar
rounds-k-unit = svar
rounds-k-hint = { $k } er det almindelige: en selv og mindst fem til. Tallet kan ikke ændres, når runden er åben.
rounds-consulted = I MED
rounds-consulted-not = Ikke endnu
rounds-strict = Ekstra forsigtigt over tid
rounds-strict-on = Ja
rounds-strict-hint = Er kun nogle få begyndt eller stoppet i en gruppe siden sidst, vises gruppen omtrentligt, sammen med naboerne eller slet ikke. Så kan ingen regne ud, hvad netop de svarede, ved at sammenligne to runder. Prisen er, at færre ser deres eget tal.
rounds-strict-off = Fra.
rounds-strict-since = Til siden { $date }.
rounds-strict-begin = Slå til for runder, der åbner herefter
rounds-strict-end = Slå fra for runder, der åbner herefter
rounds-asked = Adspurgte
rounds-groups = Grupper
rounds-groups-open = Vis alle { $groups } grupper
rounds-groups-text = Hver gruppe er mindst { $least } personer. Små enheder svarer sammen, så ikke engang systemet ved, hvad den lille enhed har svaret.
rounds-group = Gruppe
rounds-questions = Spørgsmål
rounds-cancel = Aflys runden
rounds-cancel-text = Så vises der aldrig noget resultat, og hvem der har hentet stemmeseddel, glemmes straks. Det kan ikke fortrydes.
rounds-cancel-do = Aflys
rounds-plan-lead = Få spørgsmål, en tydelig slutning og en samtale bagefter. Tolv spørgsmål er i overkanten.
rounds-plan-lead-leader = En kort runde: højst { $most } spørgsmål, og fire uger til den næste. Vælg gerne det, du øver dig på.
rounds-name = Navn
rounds-name-hint = Ses af alle, der spørges. For eksempel: Efterårets spørgsmål.
rounds-unit = Enhed
rounds-set-practice = Hvordan det er at blive ledet her
rounds-set-practice-text = Et spørgsmål for hvert ledelsesområde. To til fire er nok.
rounds-set-hme = Bæredygtigt medarbejderengagement (HME)
rounds-set-hme-text = Ni spørgsmål, som svenske kommuner sammenligner sig med. Tag alle ni eller ingen.
rounds-set-conditions = Lederes egne vilkår
rounds-set-conditions-text = Kun til runder for ledere.
rounds-set-served = Dem, vi er til for
rounds-set-served-text = Kun til åbne runder med plakat.
rounds-set-talk = Talte vi om det?
rounds-set-talk-text = Om svarene fra sidst blev taget op.
rounds-set-compared = Sammenlignet med sidst
rounds-set-compared-text = Dårligere, det samme eller bedre, i hver enkelts egne øjne.
rounds-own = Egne spørgsmål
rounds-own-text = Ét på hver linje, højst { $most } tegn. De besvares på samme skala som de andre. De samme ord næste gang regnes som det samme spørgsmål. Skriv aldrig nogens navn.
rounds-own-in = Egne spørgsmål, { $language }
rounds-words = Et spørgsmål at svare på med egne ord
rounds-words-hint = Lad den stå tom, hvis du ikke har brug for den. Det, der skrives, kan genkendes på ordene: derfor kræves flere svar, før noget vises, og den, der skriver, advares.
rounds-words-in = Spørgsmålet, { $language }
rounds-talked = Spørg to uger efter, om I talte om svarene
rounds-talked-hint = Ét enkelt spørgsmål, åbent i en uge.
rounds-more = Mere
rounds-times = Antal runder
rounds-times-hint = Planlæg gerne et år ad gangen: de samme spørgsmål, jævnt fordelt.
rounds-times-unit = runder
rounds-weeks = Fra den ene til den næste
rounds-weeks-unit = uger
rounds-plan-do = Planlæg runden
rounds-sure = Jeg vil spørge sådan alligevel
rounds-sure-first = Læs det, der står om spørgsmålene, og sæt kryds, hvis du vil alligevel.
rounds-not-yours = Du kan planlægge for en enhed, du selv leder.
rounds-too-few = Der er { $asked } at spørge. Der skal være mindst { $least }, for at ingen kan udpeges.
rounds-too-close = Der skal gå mindst { $weeks } uger mellem runderne. Nærmeste ledige dag er { $day }.
rounds-same-questions = De samme spørgsmål stilles til de samme personer tæt på i tid, men svarene vises på den anden måde: pr. enhed eller pr. stilling. Lagt ved siden af hinanden kan de afsløre små grupper. Vælg { $date } eller senere, eller andre spørgsmål.
rounds-too-long = Højst { $most } spørgsmål.
rounds-unsuited = Et af spørgsmålene er lavet til andre end dem, der spørges.
rounds-not-translated = Et eget spørgsmål mangler på { $language }. Skriv det også sådan, eller vælg sproget fra.
rounds-name-wrong = Giv runden et navn, højst { $most } tegn.
rounds-day-wrong = Skriv en dag, som 2027-01-18.
rounds-day-ahead = Den dag er ikke kommet endnu.
rounds-opens-past = Den dag har allerede været.
rounds-too-far = Højst et godt år frem.
rounds-length-wrong = En runde er åben mindst et døgn og højst { $days } dage.
rounds-k-wrong = Mellem { $least } og { $most } svar.
rounds-number-wrong = Et tal fra { $least } til { $most }.
rounds-no-question = Vælg mindst ét spørgsmål.
rounds-too-many-own = Højst { $most } egne spørgsmål, og ét at svare på med egne ord.
rounds-twice = Det samme spørgsmål står to gange.
rounds-own-missing = Skriv også spørgsmålet på { $language }.
rounds-own-length = Et spørgsmål har mellem { $least } og { $most } tegn.
manifest-heading = Samme vilkår for alle
manifest-lead = Alt, der afgør, hvad der skal vises, blev bestemt, da runden åbnede. Her kan enhver sammenligne, og ingen behøver at logge ind.
manifest-words = De seks ord
manifest-words-text = Sammenlign med ordene i invitationen, på plakaten eller på siden, hvor du svarer. Er et af ordene et andet: svar ikke, og sig det til arbejdsmiljørepræsentanten.
manifest-facts = Kort fortalt
manifest-lines = Linjer i hele listen
manifest-counted-text = Der kan ikke være flere stemmer end hentede stemmesedler og brugte svarkort. Er der flere, vises der intet resultat.
manifest-download = Hele listen
manifest-download-text = Runden, træet af grupper og hver gruppes åbne nøgle, en linje hver. De seks ord er begyndelsen på dens hash, beregnet som i RFC 9162:
manifest-download-do = Hent listen
poster-title = Plakat: { $name }
poster-named-lead = Sig, hvordan det er. Ingen kan se, hvad netop du har svaret.
poster-named-where = Dit eget link kom med e-mailen og findes på din startside, når du logger ind.
poster-named-slip = Hellere på papir? Bed arbejdsmiljørepræsentanten om et svarkort.
poster-named-promise = Resultatet vises én gang, for mindst { $k } svar, for leder og team samtidig.
poster-open-lead = Hvordan er det her for dig? Det tager et minut, og vi spørger ikke, hvem du er.
poster-open-where = Ret telefonens kamera mod feltet, eller skriv adressen.
poster-open-worth = Alle, der går forbi, kan svare. Svarene er derfor et fingerpeg og ikke et mål.
poster-open-promise = Resultatet vises én gang, og kun hvis mindst { $k } har svaret.
poster-open-words = De samme seks ord skal stå på siden, hvor du svarer. Er et af ordene et andet: svar ikke, og sig det til en, der arbejder her.
poster-qr = QR-kode til { $address }
poster-print = Udskriv siden: menuen kommer ikke med.
slips = Svarkort
slips-none = Ingen
slips-made-left = { $made } lavet, { $left } ikke brugt
slips-make = Lav svarkort
slips-make-text = Til den, der ikke har computer, telefon eller e-mail, og til den, der hellere vil. Lav så mange, som gruppen har brug for: hvert kort tæller, også dem, der ikke bruges.
slips-count = Antal
slips-unit = kort
slips-make-do = Lav kortene og vis dem
slips-count-wrong = Mellem 1 og { $most } kort ad gangen.
slips-too-many = Højst { $left } til: ellers er der flere stemmesedler end mennesker i gruppen.
slips-heading = { $count } svarkort: { $group }
slips-once = Udskriv nu. Koderne vises kun her, og kun denne gang: systemet gemmer dem ikke.
slips-lead = Den, der har et kort, kan svare. Lad derfor arbejdsmiljørepræsentanten tage sig af dem, ikke lederen.
slips-how = Sådan gør I
slips-how-print = Arbejdsmiljørepræsentanten udskriver eller er med, når det sker.
slips-how-cut = Klip dem fra hinanden, fold med teksten indad, og bland dem i en skål.
slips-how-draw = Hver enkelt trækker selv et kort. Ingen anden kigger på det.
slips-how-tick = Repræsentanten krydser af på en papirliste, hvem der har trukket. Listen rives i stykker, når runden er lukket.
slips-how-return = Kort, der bliver til overs, rives i stykker. Hvor mange der ikke blev brugt, tælles og vises.
slips-sheet = Kort til at klippe fra hinanden
slips-large = Stor skrift
slips-large-hint = Til den, der ser dårligt. Der bliver to kort på hver side, og der går mere papir til.
slips-qr = QR-kode til dette korts stemmeseddel
slips-text = Ret telefonens kamera mod feltet. Uden kamera: gå til { $address }, og skriv koden.
slips-code = Kode, gælder én gang:
slips-until = Svar senest { $when }.
today-asked = Nogle spørgsmål til dig
today-asked-until = ”{ $round }”: din stemmeseddel kan hentes indtil { $until }.
today-asked-collected = ”{ $round }”: du har hentet din stemmeseddel. I den browser, eller med din valgkode, kan du svare og ændre mening indtil { $until }.
today-asked-do = Svar
today-asked-again = Til svarsiden
nav-rounds = Runder
said-round-planned = Runden er planlagt.
said-round-called-off = Runden er aflyst.
