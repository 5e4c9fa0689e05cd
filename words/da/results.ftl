letter-results-subject = Svarene fra { $round } er klar
letter-results-body =
    Hej!

    { $round } er lukket. Svarene kan læses nu. Alle, der deltog, og deres ledere får dette brev samtidig.

    { $link }

    Resultatet vises kun for grupper, hvor tilstrækkelig mange har svaret, og aldrig så nogens svar kan regnes ud. Koblingen mellem dig og stemmesedlen er slettet.
letter-results-open-body =
    Hej!

    { $round } er lukket. Svarene fra dem, der brugte plakaten, kan læses nu.

    { $link }

    Alle, der gik forbi, kunne svare, så tallene er et fingerpeg og ikke et mål. Ingen ved, hvem der svarede.
letter-withheld-subject = Intet resultat fra { $round }
letter-withheld-body =
    Hej!

    { $round } er lukket. Der vises intet resultat, for nogen: Kontrollen før udleveringen sagde nej. Alle, der deltog, og deres ledere får dette brev samtidig. Hvorfor står her:

    { $link }

    Ingen svar udleveres, og koblingen mellem dig og stemmesedlen er slettet.
nav-results = Svarene
results-heading = Svarene
results-lead = Alle i en gruppe og deres leder ser det samme fra samme øjeblik. Ingen enkeltpersons svar findes her.
results-empty = Ingen svar at læse endnu
results-empty-text = Når en runde lukker, vises svarene her for alle i gruppen på samme tid.
results-closed-on = Lukkede { $date }
results-answered = { $ballots } af { $eligible } svarede
results-answered-open = { $ballots } svarede
results-read = Læs svarene fra { $name }
results-read-whole = Læs hele runden
results-withheld = Der er ikke udleveret noget resultat
results-withheld-audit = Den uafhængige kontrol kunne ikke udelukke, at nogens svar kunne regnes ud. Så vises der ingenting, for nogen.
results-withheld-ballots = Stemmesedlerne stemmer ikke med, hvor mange der blev udleveret. Så kan svarene ikke bruges, og der vises ingenting.
results-together-heading = { $name } vises sammen med andre
results-together-text = Der skal mindst { $k } svar til, for at ingens svar kan regnes ud. Her er den mindste gruppe, der er stor nok:
results-band-heading = { $name } vises omtrentligt
results-band-text = Nogle få er begyndt eller stoppet siden sidst. Derfor står der kun, hvad gennemsnittene ligger imellem: så kan ingen regne ud, hvad netop de har svaret.
results-together-strict-text = Enten kom der færre end { $k } svar, eller også er nogle få begyndt eller stoppet siden sidst. Her er den mindste gruppe, der kan vises, uden at nogens svar kan regnes ud:
results-nothing = Der vises intet for { $name }
results-nothing-text = Der skal mindst { $k } svar til, og så mange blev det ikke engang sammen med grupperne ved siden af.
results-nothing-strict-text = Der skal mindst { $k } svar til, og runden er ekstra forsigtig over tid: nogle få er begyndt eller stoppet siden sidst, og deres svar skal ikke kunne regnes ud.
results-without = Antal svar herfra, som ikke er med i tallene: { $count }. De var for få til at vises for sig og tælles længere oppe.
results-said = Hvad gruppen sagde
results-level = Niveauet bagved
results-said-text = { $mean } af { $top }. Hvis alle havde svaret: sandsynligvis { $low }–{ $high }.
results-said-all = { $mean } af { $top }.
results-level-text = { $level }, sandsynligvis { $low }–{ $high }. De egne svar vejer { $percent } %, resten er, hvordan sammenlignelige grupper svarede.
results-level-alone = { $level }, sandsynligvis { $low }–{ $high }. Kun de egne svar tæller: der er for få grupper at sammenligne med.
results-near-high = Næsten alle svarede 4 eller 5.
results-near-low = Næsten alle svarede 1, 2 eller 3.
results-near-why = Mere end det siges ikke. Et tal ville vise, hvad hver enkelt svarede.
results-between = Middelværdien ligger mellem { $low } og { $high }.
results-about = Middelværdien er cirka { $mean }.
results-between-why = I en del svarede næsten alle ens, og dér siges der ikke mere. Derfor kan middelværdien ikke angives nærmere.
results-between-strict-why = Nærmere siges det ikke, for så kunne svarene fra de få, der er begyndt eller stoppet, regnes ud.
results-answers = Antal svar
results-smallest = Mindste ændring, der ville kunne ses
results-points = { $points } trin
results-better = Sandsynligvis bedre end sidst
results-worse = Sandsynligvis dårligere end sidst
results-cannot-tell = Det kan endnu ikke siges, om noget har ændret sig
results-then = Sidst: { $mean }, antal svar { $answers }.
results-beyond = Mere end i organisationen som helhed.
results-no-history = Ingen sammenlignelig historik: grupperne er ændret, eller spørgsmålet blev ikke stillet.
results-hme = { $points } af 100 i HME
results-hme-low = HME lavest
results-hme-high = HME højest
results-index = Indeks
results-picture = { $name } { $said } { $level }
results-figures-open = Vis tallene
results-spread = Hvordan svarene fordeler sig: { $name }
results-answer = Svar
results-care-heading = Kærlig fasthed
results-care-text = Udfordring og omsorg hører sammen, og ingen af dem er bedre. Prikken viser, hvor gruppen ligger, stregerne hvor sikkert det er.
results-care-label = Udfordring { $challenge }, omsorg { $care }.
results-range = { $value } ({ $low }–{ $high })
results-group = Gruppe
results-above = Større grupper
results-below = Grupper i denne
results-below-text = I organisationens rækkefølge. Siden rangordner ingen.
results-below-together = vises sammen med andre
results-voices = Egne ord
results-voices-text = I ingen rækkefølge og uden tidspunkt. De vises kun, når tilstrækkelig mange har stemt.
results-how = Sådan kan du læse det
results-how-said = Hvad gruppen sagde er middelværdien af svarene. Stregen viser, hvor meget det kan afvige, fordi ikke alle svarede. Svarede alle, er der ingen streg.
results-how-level = Niveauet bagved er et mere forsigtigt billede. I en lille gruppe gør få svar stor forskel, så tilfældet regnes fra ved hjælp af grupper, der ligner.
results-how-change = En ændring siges kun, når den er større end det, grupper plejer at bevæge sig af sig selv. Ellers siger vi, at det ikke kan siges endnu.
results-how-talk = Tallene er begyndelsen på en samtale, ikke en karakter. Spørg gruppen, hvad der ligger bag.
results-about-me = Hvad kan regnes ud om mig?
results-csv = Hent som csv
results-json = Hent som json
results-take = Tag tallene med
results-take-text = Filerne indeholder det, der står på siden, og ikke mere.
results-units = Alle grupper
results-units-text = I organisationens rækkefølge. En ændring står her kun, hvis den også holder, når man ser på så mange grupper på én gang.
results-units-part =
    { $groups ->
        [one] én gruppe
       *[other] { $groups } grupper
    }
results-units-changed =
    { $changed ->
        [one] én har sandsynligvis ændret sig
       *[other] { $changed } har sandsynligvis ændret sig
    }
results-units-open = Tryk på en del af organisationen for at se grupperne i den.
results-units-link = Se alle grupper på ét spørgsmål
results-units-question = Spørgsmål
results-units-show = Vis
results-change = Siden sidst
results-since-better = Sandsynligvis bedre
results-since-worse = Sandsynligvis dårligere
results-since-unsure = Kan endnu ikke siges
results-none = –
results-hme-csv = HME som csv
results-hme-xlsx = HME som xlsx
results-about-heading = Hvad kan regnes ud om mig?
results-about-lead = Siden angriber det, der er vist om { $name } og alle andre grupper: den lægger sammen og trækker fra på enhver mulig måde.
results-about-shown = Tal, der er vist
results-about-smallest = Mindste gruppe med dig, som noget kan regnes ud om
results-about-people = { $answers } svar fra { $eligible } adspurgte
results-about-safe = Mindst { $k } svar ligger altid sammen. Om dit svar alene kan intet regnes ud.
results-about-nothing = Slet intet. Denne gruppes svar indgår ikke i noget tal, der er vist.
results-about-unsafe = Noget er galt: en mindre gruppe end lovet kan regnes ud. Sig det til den, der passer systemet.
results-about-not = Hvad dette ikke beskytter imod
results-about-guess = Gæt: har næsten alle svaret ens, er det let at gætte rigtigt. Derfor siges der så kun, på hvilken side svarene ligger.
results-about-known = Det, andre allerede ved om dig, og det, du selv fortæller.
results-about-next = En ny runde er nye svar. Ændrer ingen sit svar, og er kun en enkelt person ny, kan to runder sammen sige mere end hver for sig.
results-back = Tilbage til svarene
results-unit-level = Niveau
results-set-own = Egne spørgsmål
results-short-level = Niveauet bagved { $level }
results-rows-open = Tryk på en linje for alt, hvad der kan siges om den.
results-how-open = Hvad tallene og stregerne betyder
results-open-worth = Alle med plakaten kunne svare, også mere end én gang. Læs tallene som et fingerpeg og ikke et mål.
