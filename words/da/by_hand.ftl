nav-people = Personer
people-lead = Find nogen, og ret det, som personalesystemet ikke siger eller ikke har nået at sige.
people-look-for = Navn, e-mail eller medarbejdernummer
people-look = Søg
people-none = Ingen hedder sådan. Prøv med begyndelsen af et navn.
# $number (Number) - how many
people-more = De første { $number }. Skriv mere for at finde den rette.
# $number (Number) - how many
people-found =
    { $number ->
        [one] En person
       *[other] { $number } personer
    }
people-nowhere = ingen ansættelse i dag
people-add = Tilføj en person
people-units = Enhederne
people-from-list = Kom med en medarbejderliste. Den næste liste går forud for det, du retter her.
people-choose-unit = Vælg enhed
person-work = Ansættelser
person-work-none = Ingen ansættelse.
# $from (String) - a day
person-span-open = fra { $from }
# $from (String) - first day
# $last (String) - last day
person-span = { $from } til { $last }
# $percent (Number) - of full time
person-extent = { $percent } %
person-hourly = timelønnet
# $when (String) - days
person-away = væk { $when }
person-change = Ret
# $unit (String) - a unit
person-change-label = Ret ansættelsen i { $unit }
person-leads = Leder
person-leads-none = Leder ingen enhed.
person-acting = konstitueret
person-dismiss = Leder ikke længere
# $unit (String) - a unit
person-dismiss-label = Leder ikke længere { $unit }
person-name-heading = Navn og e-mail
person-given = Fornavn
person-family = Efternavn
person-mail = E-mail
person-mail-hint = Hertil går invitationer og links til at logge ind med. Må være tom.
person-save = Gem
person-employ-heading = Ny ansættelse
person-unit = Enhed
person-occupation = Stilling
person-extent-label = Beskæftigelsesgrad
person-percent = procent
person-hourly-label = Timelønnet
person-from = Første dag
person-employ = Tilføj ansættelsen
person-appoint-heading = Giv en enhed at lede
person-acting-label = Konstitueret: leder i stedet for en anden
person-appoint = Leder fra den dag
people-add-lead = Den, der ikke kommer med medarbejderlisten, for eksempel en konsulent eller en, der begynder i morgen.
# $person (String) - a name
# $unit (String) - a unit
employment-lead = { $person }, { $unit }
employment-heading = Ret ansættelsen
employment-move = Flyt
employment-move-to = Til enhed
employment-move-on = Første dag der
employment-end = Afslut
employment-last = Sidste dag
employment-leave = Fravær
employment-leave-hint = Kun hvornår, aldrig hvorfor. Den, der er væk, spørges ikke.
employment-leave-last = Sidste dag, hvis den er kendt
employment-leave-save = Gem fraværet
unit-staff = Her arbejder
unit-staff-none = Ingen er ansat direkte i enheden.
unit-led-by = Ledes af
unit-led-none = Ingen har fået den at lede.
unit-below = Enheder under
unit-rename = Skift navn
unit-name = Navn
unit-on = Fra og med
unit-move = Læg under en anden
unit-move-to = Enheden ovenover
unit-merge = Læg sammen med en anden
unit-merge-into = Bliver del af
unit-merge-hint = Personerne og enhederne under følger med, og denne lukkes. Det, der var, bliver, som det var.
unit-open = Ny enhed under denne
unit-open-save = Åbn enheden
unit-close = Luk enheden
unit-close-hint = Kan lade sig gøre, når ingen arbejder her, og ingen enhed ligger under.
unit-last = Sidste dag
# $most (Number) - the limit
wrong-name = Skriv et navn på højst { $most } tegn.
wrong-mail = Ikke en e-mailadresse.
wrong-mail-taken = En anden har den adresse.
wrong-day = Vælg en dag.
wrong-unit = Vælg en enhed.
wrong-extent = Skriv et tal fra 0 til 100.
wrong-not-there = Enheden findes ikke i hele den tid.
wrong-over = Ansættelsen gælder ikke den dag.
wrong-ring = En enhed kan ikke ligge under sig selv.
wrong-deep = Træet bliver for dybt.
wrong-has-units = Der ligger enheder under. Flyt dem først.
wrong-has-people = Her arbejder personer. Flyt dem først, eller læg enheden sammen med en anden.
wrong-leads-already = Leder allerede den enhed.
wrong-leads-not = Leder ikke den enhed.
wrong-leave = Fraværet ligger uden for ansættelsen eller oven i andet fravær.
wrong-backwards = Den sidste dag er før den første.
wrong-same = Det er den samme enhed.
