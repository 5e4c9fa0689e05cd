steps-lead = Du vælger én ting fra og øver dig på én anden. Kun du kan se det her.
steps-empty = Begynd med at gøre plads
steps-empty-text = Nye vaner kan ikke være i en fyldt uge. Vælg først noget at lægge fra dig, og så en lille ting at øve dig på i otte til tolv uger.
steps-empty-or = Eller vælg bare noget fra
steps-begin = Vælg et skridt
steps-second = Vælg et skridt til
steps-paused = Hviler
steps-finished = Afsluttede
drops-heading = Det, du har valgt fra
drops-choose = Vælg noget fra
step-under-way = Skridtet, du øver dig på
step-is-paused = Skridtet hviler
step-is-finished = Skridtet er afsluttet
step-plan = Når { $when }, så { $then }.
step-challenge = udfordring
step-care = omsorg
step-day = dag { $day } af { $days }
step-days = { $days } dage
step-open = Åbn skridtet
step-open-answered = I dag: { $answer }
step-review-due = Du har øvet dig i flere uger. Er det blevet naturligt?
step-review-do = Se tilbage
step-paused-since = Har hvilet siden { $day }
step-paused-until = Hviler til { $day }
step-pause-over = Pausen er forbi. Vil du tage skridtet op igen?
step-finished-on =
    Afsluttet { $day } · { $done ->
        [one] gjort én dag
        *[other] gjort { $done } dage
    }
step-look-again = Afsluttet { $day }. Har det holdt?
step-look-again-now = Der er gået nogle uger. Har det holdt? Hvis ikke, kan du tage det samme skridt igen.
step-look-again-later = Kig tilbage den { $day }: Har det holdt?
step-take-again = Tag det igen
step-why = Hvorfor og for hvem
step-need = Hvem der har brug for det
step-need-words = Med deres ord
step-room = Det, der gør plads
step-no-room = Intet gør plads endnu
step-began = Begyndte
step-review-on = Kig tilbage
step-moment = Du bliver spurgt
step-asked = { $days } klokken { $time }
step-never-asked = Aldrig
step-moment-change = Ændr, hvornår du bliver spurgt
step-went = Hvordan det er gået
step-went-nothing = Ingen registrering endnu.
step-went-no-occasion = Ingen lejlighed endnu.
step-went-of =
    Gjort { $done } af { $of ->
        [one] den ene dag
        *[other] de { $of } dage
    }, hvor der var lejlighed.
step-weeks = Uge for uge
week-column = Uge
week-short = Uge { $week }
step-close-or-pause = Hvil eller afslut
step-close = Afslut
step-pause = Lad skridtet hvile
step-pause-text = Der spørges ikke imens, og dagene tælles ikke.
step-pause-for = Hvor længe
step-pause-open = Til jeg siger til
step-pause-weeks =
    { $weeks ->
        [one] En uge
        *[other] { $weeks } uger
    }
step-finish = Afslut skridtet
step-finish-text = Når du vil. Du siger, om det er blevet naturligt, og hvad du har lært.
step-resume = Tag det op igen
step-resume-warned = Ja, jeg vil øve mig på to ting samtidig
step-resume-second = Du er allerede i gang med et andet skridt. Ét ad gangen går oftest bedre; tre går slet ikke.
step-closed-on = Afsluttet { $day }
step-all = Alle skridt og fravalg
natural-was-yes = Det er blevet naturligt.
natural-was-partly = Det er delvis blevet naturligt.
natural-was-no = Det blev ikke naturligt, og det er også noget at vide.
natural-ask = Er det blevet naturligt?
natural-yes = Ja
natural-yes-hint = Det sker, uden at jeg tænker over det.
natural-partly = Delvis
natural-partly-hint = En gang imellem, eller kun når jeg tænker over det.
natural-no = Nej
natural-no-hint = Det hang ikke ved.
finish-heading = Se tilbage på skridtet
finish-learned = Hvad har du lært?
finish-save = Afslut skridtet
finish-not-yet = Ikke endnu
check-in-ask = Hvordan gik det i dag?
check-in-ask-day = Hvordan gik det?
check-in-done = Gjort
check-in-not-done = Blev ikke til noget
check-in-no-occasion = Ingen lejlighed
check-in-change = Ret
check-in-more = Skriv et par ord, eller svar for en anden dag
check-in-day = Hvilken dag
check-in-day-wrong = Vælg en dag, fra skridtet begyndte til i dag, højst { $days } dage tilbage.
check-in-how = Hvordan gik det?
check-in-words = Et par ord, hvis du vil
check-in-latest = De seneste gange: gjort { $done }, blev ikke til noget { $not }, ingen lejlighed { $none }
check-in-only = Linket åbner kun dette spørgsmål. Til alt andet logger du ind.
link-ended = Det link gælder ikke længere
link-ended-text = Et link fra et brev gælder i to uger. Du kan altid logge ind og svare på skridtets side.
link-ended-action = Til skridtene
letter-check-in-subject = Hvordan gik det i dag?
letter-check-in-body =
    Hej { $name }!

    Du bad om at blive spurgt om dit skridt. Svar med ét tryk:

    { $link }

    Linket gælder i { $days } dage og åbner kun det spørgsmål. På skridtets side kan du ændre, hvornår du bliver spurgt, eller lade skridtet hvile.
balance-heading = Udfordring og omsorg
balance-text = Kærlig fasthed er begge dele. Ingen fordeling er den rigtige; her ser du din.
balance-label = Dage, du har øvet dig: udfordring { $challenge }, omsorg { $care }
balance-days =
    { $days ->
        [one] én dag
        *[other] { $days } dage
    }
help-heading = Hjalp det?
help-better = Sandsynligvis bedre
help-unsure = Det kan ikke siges endnu
help-not = Sandsynligvis ikke
help-rose = Du leder mere end før: { $before } timer om ugen før, { $after } efter. Ændringen ligger sandsynligvis mellem { $low } og { $high } timer.
help-fell = Der bliver mindre tid til at lede: { $before } timer om ugen før, { $after } efter. Ændringen ligger sandsynligvis mellem { $low } og { $high } timer.
help-noise = Tid til at lede: { $before } timer om ugen før, { $after } efter. Uger er i forvejen så forskellige, at ændringen kan være alt mellem { $low } og { $high } timer.
help-few-weeks = Der skal fire uger i kalenderen før skridtet og fire efter, før der kan siges noget om tiden.
help-freed = Det, du valgte fra, har givet mindst halvdelen af den tid, du ville have.
help-freed-little = Det, du valgte fra, har givet lidt tid, mindre end halvdelen af det, du ville have.
help-freed-nothing = Det, du valgte fra, har ikke givet tid endnu.
help-freed-not-known = Vi ved ikke endnu, hvad det, du valgte fra, har givet.
help-no-drop = Intet er valgt fra til dette skridt.
help-practised = Du har gjort det mindst halvdelen af de dage, hvor der var lejlighed.
help-seldom = Du har gjort det færre end halvdelen af de dage, hvor der var lejlighed.
help-few-check-ins = Der er registreret færre end fire dage med lejlighed.
help-caution = Det her sammenligner før med efter i én kalender. Hvad der forårsagede en ændring, kan det ikke sige.
choose-progress = Spørgsmål { $question } af { $of }
choose-one = Vælg en mulighed.
choose-room = Hvad gør plads til det nye?
choose-room-text = Vi ser let, hvad der kan lægges til, og glemmer, hvad der kan tages væk. Derfor kommer det spørgsmål først.
choose-room-field = Det, der gør plads
choose-room-wanted = Skal frigøre { $minutes } minutter om ugen
choose-room-new = Noget nyt, som jeg vælger fra
choose-room-new-hint = Et møde, en rapport, en vane. Du vælger på næste side.
choose-room-nothing = Intet endnu
choose-room-nothing-hint = Du skriver hvorfor og kan ændre mening senere.
choose-why = Hvorfor kan intet vælges fra?
choose-why-text = Én sætning er nok. Nogle gange er grunden noget at tage med til din egen leder.
choose-why-field = Grunden
choose-why-hint = For eksempel: Alt, jeg kan vælge fra, bestemmes af en anden.
choose-need = Hvem har brug for, at du tager skridtet?
choose-need-text = Lederskab begynder udefra: i det, en anden har brug for.
choose-need-whose = Hvem har brug for det?
choose-need-words = Med deres ord, hvis du har hørt dem
choose-need-hint = Skriv ingen navne. For eksempel: Vi ved ikke, hvad der er vigtigst.
need-team = Holdet, jeg leder
need-served = Dem, vi er til for, og deres pårørende
need-colleague = En anden leder eller enhed
need-own-manager = Min egen leder
need-myself = Mit eget: Den, der er slidt op, leder ingen
choose-practice = Hvad vil du øve dig på?
choose-practice-text = Én lille ting. Den hårde side udfordrer, den bløde giver omsorg; kærlig fasthed er begge dele.
choose-practice-field = Otte områder, fem øvelser i hvert
practice-hint = { $side } · omkring { $minutes } minutter
practice-own = Noget eget
practice-own-text = med dine egne ord
practice-own-choice = Jeg skriver selv
practice-own-words = Hvad du vil øve dig på
practice-own-side = Hvilken side af kærlig fasthed
practice-own-area = Område
own-words-hint = Skriv ingen navne på enkeltpersoner.
choose-plan = Hvornår, og hvad gør du så?
choose-plan-text = En plan, der hænger på noget, som alligevel sker, bliver langt oftere til noget.
plan-pick = En lejlighed, der alligevel kommer
plan-pick-none = Jeg skriver min egen
plan-when = Eller med egne ord: når …
plan-when-hint = For eksempel: jeg kommer til morgenmødet
plan-then = Så …
plan-then-hint = For eksempel: spørger jeg én person, hvad der ville gøre dagen lettere
plan-weeks = Hvor mange uger
plan-weeks-hint = Så kigger du tilbage: Er det blevet naturligt?
plan-days = Dage, hvor du vil spørges
plan-days-hint = Et kort brev med et link. Uden en dag spørger vi ikke.
plan-time = Klokken
choose-begin = Begynd at øve
choose-second = Du er allerede i gang med et skridt
choose-second-text = Ét skridt ad gangen går oftest bedre: Opmærksomheden rækker sjældent til to nye vaner. Vil du bytte, kan du afslutte det, du har, eller lade det hvile.
choose-second-go-on = Jeg vil alligevel tage et til
choose-second-back = Til skridtene
choose-third = Højst to skridt ad gangen
choose-third-text = Afslut et af skridtene, eller lad det hvile, så er der plads til et nyt.
choose-drop-gone = Det fravalg kan ikke bruges længere. Vælg et andet.
choose-too-many = Du har allerede { $most } skridt, og flere gemmes ikke.
time-wrong = Skriv et klokkeslæt, som 15:00.
text-too-long = Teksten har { $len } tegn, og der er højst plads til { $limit }.
text-control = Teksten har et tegn, der ikke kan vises.
copy = Kopiér
copied = Kopieret
said-step-chosen = Skridtet er valgt. Kun du ser det.
said-step-paused = Skridtet hviler.
said-step-resumed = Skridtet er i gang igen.
said-step-finished = Skridtet er afsluttet.
said-checked-in = Gemt. Tak, fordi du stoppede op.
said-feed-ended = Adressen er lukket og viser ikke mere.
feed-heading = I din egen kalender
feed-short = Skridtets tidspunkter og beskyttet tid i den kalender, du allerede har.
feed-lead = En hemmelig adresse, som din kalender kan abonnere på. I kalenderen står der ”Mit skridt” og ”Tid til at lede”, ikke hvad skridtet handler om.
feed-address = Adressen
feed-address-none = Du har ingen adresse endnu.
feed-address-has = Du har en adresse. Den vises kun, når den laves; har du mistet den, laver du en ny, og så gælder den gamle ikke længere.
feed-address-new = Kopiér adressen nu: Den vises ikke igen. Den, der har den, kan se tiderne, så giv den ikke til andre.
feed-address-label = Hemmelig adresse
feed-make = Lav en adresse
feed-make-again = Lav en ny adresse
feed-end = Luk adressen
feed-how = Sådan lægger du den ind
feed-how-outlook = Outlook: Kalender, Tilføj kalender, Abonner fra internettet.
feed-how-google = Google: Andre kalendere, plus, Fra webadresse.
feed-how-apple = Apple: Kalender, Arkiv, Nyt kalenderabonnement.
feed-times = Beskyttet tid til at lede
feed-times-text = Tid, der står som optaget i din kalender hver uge.
feed-time-days = Dage
feed-time-days-wrong = Vælg mindst én dag.
feed-time-from = Fra klokken
feed-time-minutes = Hvor længe
feed-time-end = Fjern
feed-time-end-label = Fjern { $time }
feed-time-too-many = Højst { $most } tider kan beskyttes.
feed-protect = Beskyt tiden
feed-name = Pejling
feed-step = Mit skridt
feed-step-text = Et minut: Hvordan gik det? { $link }
feed-time = Tid til at lede

answers-heading = Hvad svarene siger
answers-question = Spørgsmålet, der hører til skridtet: ”{ $question }”
answers-rounds = Før: { $before }. Efter: { $after }.
answers-went = Gennemsnittet var { $before } før og { $after } efter.
answers-beside = Lignende grupper, hvor lederen ikke øvede sig på noget skridt, ventedes at have { $expected } efter. Forskellen er { $effect } og ligger sandsynligvis mellem { $low } og { $high }.
answers-beside-better = Sandsynligvis bedre end uden skridtet
answers-beside-worse = Sandsynligvis dårligere end uden skridtet
answers-alone = Der er for få lignende grupper at sammenligne med, så gruppen sammenlignes kun med sig selv.
answers-caution = Det er en sammenhæng. Hvad der var årsagen, kan svarene ikke sige.
answers-not-before = Spørgsmålet, der hører til skridtet, blev ikke stillet i din gruppe, før du begyndte. Stilles det i en kort runde nu, er der noget at sammenligne med næste gang.
answers-not-after = Spørgsmålet, der hører til skridtet, er ikke stillet, siden du havde øvet dig i fire uger. Efter næste runde kan der måske siges noget.
answers-not-by-itself = Din gruppe blev vist sammen med andre, eller næsten alle svarede ens. Så kan det ikke siges, om netop din gruppe har ændret sig.
