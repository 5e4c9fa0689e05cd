nav-staff-lists = Medarbejderliste
nav-group-people = Mennesker
staff-lead = Hent personer, enheder og ledere ind fra en liste fra personalesystemet. Du ser, hvad der bliver anderledes, før der sker noget, og kan fortryde bagefter.
staff-file = Listen, som CSV eller XLSX
# $megabytes (Number) - the limit
# $rows (String) - the limit
staff-file-hint = Alle ansatte i én fil, en række pr. ansættelse. Højst { $megabytes } MB og { $rows } rækker. Ingen CPR-numre.
staff-look = Se, hvad der bliver anderledes
staff-keeps = Filen bliver liggende i højst et døgn. Derefter findes kun det, du valgte at hente ind.
staff-columns-heading = Hvad listen skal indeholde
staff-columns-text = En kolonne med medarbejdernummer eller en anden nøgle, som er den samme i hver liste, navn, og enhedens navn eller kode. Gerne også e-mail, leder, overordnet enhed, stilling, beskæftigelsesgrad, fra og til, fravær. Andre kolonner læses ikke.
staff-export = Hent alle som en liste (XLSX)
staff-export-text = Som det er i dag. Ret i den, og hent den ind igen, hvis I ikke har noget personalesystem; eller se, hvordan en liste kan se ud.
staff-waiting = Venter på, at nogen ser på den
# $when (String) - date and time
staff-by-itself = { $when } af sig selv, fra mappen
staff-done-heading = Lister, der er hentet ind
staff-done-none = Ingen liste er hentet ind endnu.
# $when (String) - date and time
# $who (String) - a name
staff-done-by = { $when } af { $who }
# $when (String) - date and time
staff-undone = Fortrudt { $when }
staff-undo = Fortryd listen
staff-undo-text = Alt bliver, som det var før listen, så længe ingen anden har ændret i organisationen siden.
said-staff-done = Listen er hentet ind.
said-staff-undone = Listen er fortrudt. Alt er, som det var.
said-staff-called-off = Listen er væk. Intet er ændret.
said-staff-columns = Kolonnerne er gemt, også til næste liste.
staff-look-title = Det her bliver anderledes
staff-same = Listen stemmer med det, der allerede findes. Intet bliver anderledes.
# $day (String) - today
staff-from-today = Det gælder fra og med i dag, { $day }, eller fra den dag listen siger. Det, der var før i dag, ændres ikke.
# $number (Number) - how many
staff-new =
    { $number ->
        [one] en ny
       *[other] { $number } nye
    }
# $number (Number) - how many
staff-left =
    { $number ->
        [one] en er stoppet
       *[other] { $number } er stoppet
    }
# $number (Number) - how many
staff-moved =
    { $number ->
        [one] en flyttet
       *[other] { $number } flyttede
    }
# $number (Number) - how many
staff-changed =
    { $number ->
        [one] en med ændret ansættelse
       *[other] { $number } med ændret ansættelse
    }
# $number (Number) - how many
staff-renamed =
    { $number ->
        [one] en med nyt navn eller ny adresse
       *[other] { $number } med nyt navn eller ny adresse
    }
# $number (Number) - how many
staff-opened =
    { $number ->
        [one] en ny enhed
       *[other] { $number } nye enheder
    }
# $number (Number) - how many
staff-closed =
    { $number ->
        [one] en lukket enhed
       *[other] { $number } lukkede enheder
    }
# $number (Number) - how many
staff-units-renamed =
    { $number ->
        [one] en enhed med nyt navn
       *[other] { $number } enheder med nyt navn
    }
# $number (Number) - how many
staff-units-moved =
    { $number ->
        [one] en enhed under en anden
       *[other] { $number } enheder under en anden
    }
# $number (Number) - how many
staff-leading =
    { $number ->
        [one] en bliver leder
       *[other] { $number } bliver ledere
    }
# $number (Number) - how many
staff-leading-no-more =
    { $number ->
        [one] en er ikke længere leder
       *[other] { $number } er ikke længere ledere
    }
# $name (String) - whose
# $from (String) - the unit before
# $to (String) - the unit after
staff-from-to = { $name }: fra { $from } til { $to }
# $was (String) - before
# $is (String) - after
staff-was-is = { $was } bliver { $is }
# $unit (String) - a unit
# $above (String) - the unit above
staff-below = { $unit }, under { $above }
# $name (String) - a person
# $unit (String) - a unit
staff-of = { $name }, { $unit }
# $number (Number) - how many
staff-more =
    { $number ->
        [one] og en til
       *[other] og { $number } til
    }
# $number (Number) - how many
staff-past =
    { $number ->
        [one] En række gælder en ansættelse, der er slut, og læses ikke.
       *[other] { $number } rækker gælder ansættelser, der er slut, og læses ikke.
    }
staff-warnings = Værd at se på
# $gone (Number) - people
# $of (Number) - people
staff-many-gone = { $gone } af { $of } personer findes ikke i listen. Er den hel?
# $closed (Number) - units
# $of (Number) - units
staff-many-closed = { $closed } af { $of } enheder findes ikke i listen. Er den hel?
staff-nothing-ends = En række siger ikke, hvem den gælder. Derfor stopper ingen, og ingen enhed lukkes af denne liste.
# $number (Number) - how many
staff-without-mail =
    { $number ->
        [one] En person mangler e-mail: vedkommende kan svare på papir, men ikke logge ind.
       *[other] { $number } personer mangler e-mail: de kan svare på papir, men ikke logge ind.
    }
# $number (Number) - how many
staff-without-leader =
    { $number ->
        [one] En enhed har ingen leder.
       *[other] { $number } enheder har ingen leder.
    }
staff-no-column-of-leaders =
    { $number ->
        [one] Ingen kolonne siger, hvem der er leder, og en enhed har ingen. Se ”Hvad kolonnerne betyder” herunder.
       *[other] Ingen kolonne siger, hvem der er leder, og { $number } enheder har ingen. Se ”Hvad kolonnerne betyder” herunder.
    }
staff-named-by-code =
    { $number ->
        [one] Ingen kolonne siger, hvad enheder hedder: en ny enhed får sin kode som navn.
       *[other] Ingen kolonne siger, hvad enheder hedder: { $number } nye enheder får deres kode som navn.
    }
staff-unread-columns = Disse kolonner læses ikke: { $names }. Er en af dem noget, Pejling skal vide, siger du det under ”Hvad kolonnerne betyder”.
# $number (Number) - how many
staff-unknown-managers =
    { $number ->
        [one] En række nævner en leder, som ikke findes i listen.
       *[other] { $number } rækker nævner en leder, som ikke findes i listen.
    }
# $unit (String) - a unit
staff-unit-kept = { $unit } findes ikke i listen, men har personer eller enheder, som er lagt ind i hånden. Den bliver.
staff-sure = Ja, listen er hel, og det stemmer
staff-sure-first = Sig, at det stemmer, eller vælg en anden fil.
staff-do = Hent listen ind
staff-call-off = Hent den ikke ind
# $number (Number) - how many
staff-errors =
    { $number ->
        [one] En række kunne ikke læses
       *[other] { $number } rækker kunne ikke læses
    }
staff-errors-text = De holdes udenfor, og det, de handler om, bliver, som det er. Ret i personalesystemet, eller hent resten ind nu.
# $row (String) - its number
# $column (String) - its letters and name
# $what (String) - what is wrong
staff-at = Række { $row }, kolonne { $column }: { $what }
# $row (String) - its number
# $what (String) - what is wrong
staff-at-row = Række { $row }: { $what }
staff-wrong-missing = Her skal der stå noget.
# $most (Number) - the limit
staff-wrong-long = Længere end { $most } tegn.
staff-wrong-date = Ikke en dato, som kun kan betyde én dag. Skriv for eksempel 29-11-2026.
staff-wrong-extent = Ikke en beskæftigelsesgrad mellem 0 og 100 procent.
staff-wrong-mail = Ikke en e-mailadresse.
staff-wrong-backwards = Den sidste dag er før den første.
# $row (String) - its number
staff-wrong-person = Samme nøgle har et andet navn eller en anden adresse i række { $row }.
# $row (String) - its number
staff-wrong-unit = Samme enhed har et andet navn eller ligger et andet sted i række { $row }.
# $row (String) - its number
staff-wrong-mail-taken = Adressen tilhører en anden i række { $row }.
staff-wrong-mail-known = Adressen tilhører en anden, som allerede findes.
# $row (String) - its number
staff-wrong-twice = Samme person i samme enhed står allerede i række { $row }.
staff-wrong-ring = Enheden ville ligge under sig selv.
# $most (Number) - the limit
staff-wrong-deep = Træet bliver dybere end { $most } niveauer.
staff-wrong-fit = Det passer ikke med enhedens eller ansættelsens tid.
staff-no-file = Vælg en fil først.
staff-cut-off = Filen kom ikke helt frem. Prøv igen.
staff-empty = Der er intet i filen.
staff-neither = Filen er hverken CSV eller XLSX. Gem den fra Excel eller personalesystemet som en af dem.
staff-damaged = XLSX-filen kan ikke læses: beskadiget, eller låst med adgangskode.
# $megabytes (Number) - the limit
staff-too-large = Filen er større end { $megabytes } MB.
# $rows (String) - the limit
staff-too-many-rows = Filen har flere end { $rows } rækker.
# $row (String) - its number
# $most (Number) - the limit
staff-too-many-columns = Række { $row } har flere end { $most } kolonner.
staff-identity-numbers = Her står CPR-numre, og dem vil vi ikke have. Fjern kolonnen, og prøv igen. Intet af filen er gemt.
staff-gone = Listen findes ikke længere: den er allerede hentet ind, fjernet eller mere end et døgn gammel. Vælg filen igen.
staff-different = Noget er ændret, siden du så på det. Sådan bliver det nu.
staff-changed-since = Organisationen er ændret, siden listen blev hentet ind. Den kan ikke fortrydes længere.
staff-in-a-round = Personer eller enheder fra listen er med i en runde. Den kan ikke fortrydes længere.
staff-mapping = Hvad kolonnerne betyder
staff-mapping-text = Du siger det én gang. Den næste liste med samme kolonner læses på samme måde.
staff-mapping-save = Gem, og se igen
# $column (String) - its letters
# $name (String) - its name in the file
staff-mapping-column = Kolonne { $column }: { $name }
staff-mapping-unnamed = uden navn
# $cells (String) - some cells
staff-mapping-sample = For eksempel: { $cells }
staff-not-read = Læses ikke
staff-need-person-key = Sig, hvilken kolonne der er personens nøgle: den, der er den samme i hver liste.
staff-need-name = Sig, hvilke kolonner der har fornavn og efternavn, eller hvilken der har begge.
staff-need-unit = Sig, hvilken kolonne der har enhedens navn eller kode.
# $what (String) - a meaning
staff-need-once = To kolonner kan ikke betyde det samme: { $what }.
staff-column-person-key = Personens nøgle (medarbejdernummer)
staff-column-given-name = Fornavn
staff-column-family-name = Efternavn
staff-column-full-name = Hele navnet
staff-column-mail = E-mail
staff-column-unit-key = Enhedens kode
staff-column-unit-name = Enhedens navn
staff-column-parent-key = Kode for enheden ovenover
staff-column-department = Forvaltningens navn
staff-column-area = Områdets navn
staff-column-manager-key = Lederens nøgle
staff-column-occupation = Stilling
staff-column-extent = Beskæftigelsesgrad
staff-column-form = Ansættelsesform
staff-column-from = Første dag
staff-column-to = Sidste dag
staff-column-leave-from = Fravær, første dag
staff-column-leave-to = Fravær, sidste dag
staff-column-employment-key = Ansættelsens nøgle
