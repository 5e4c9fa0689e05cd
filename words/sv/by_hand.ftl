nav-people = Personer
people-lead = Hitta någon, och ändra det som personalsystemet inte säger eller inte hunnit säga.
people-look-for = Namn, e-post eller anställningsnummer
people-look = Sök
people-none = Ingen heter så. Pröva med början av ett namn.
# $number (Number) - how many
people-more = De första { $number }. Skriv mer för att hitta rätt.
# $number (Number) - how many
people-found =
    { $number ->
        [one] En person
       *[other] { $number } personer
    }
people-nowhere = ingen anställning i dag
people-add = Lägg till en person
people-units = Enheterna
people-from-list = Kom med en personallista. Nästa lista gäller framför det du ändrar här.
people-choose-unit = Välj enhet
person-work = Anställningar
person-work-none = Ingen anställning.
# $from (String) - a day
person-span-open = från { $from }
# $from (String) - first day
# $last (String) - last day
person-span = { $from } till { $last }
# $percent (Number) - of full time
person-extent = { $percent } %
person-hourly = timavlönad
# $when (String) - days
person-away = borta { $when }
person-change = Ändra
# $unit (String) - a unit
person-change-label = Ändra anställningen i { $unit }
person-leads = Leder
person-leads-none = Leder ingen enhet.
person-acting = tillförordnad
person-dismiss = Leder inte längre
# $unit (String) - a unit
person-dismiss-label = Leder inte längre { $unit }
person-name-heading = Namn och e-post
person-given = Förnamn
person-family = Efternamn
person-mail = E-post
person-mail-hint = Hit går inbjudningar och länkar att logga in med. Får vara tom.
person-save = Spara
person-employ-heading = Ny anställning
person-unit = Enhet
person-occupation = Befattning eller yrke
person-extent-label = Sysselsättningsgrad
person-percent = procent
person-hourly-label = Timavlönad
person-from = Första dagen
person-employ = Lägg till anställningen
person-appoint-heading = Ge en enhet att leda
person-acting-label = Tillförordnad: leder i stället för någon annan
person-appoint = Leder från den dagen
people-add-lead = Den som inte kommer med personallistan, till exempel en konsult eller någon som börjar i morgon.
# $person (String) - a name
# $unit (String) - a unit
employment-lead = { $person }, { $unit }
employment-heading = Ändra anställningen
employment-move = Flytta
employment-move-to = Till enhet
employment-move-on = Första dagen där
employment-end = Avsluta
employment-last = Sista dagen
employment-leave = Frånvaro
employment-leave-hint = Bara när, aldrig varför. Den som är borta tillfrågas inte.
employment-leave-last = Sista dagen, om den är känd
employment-leave-save = Spara frånvaron
unit-staff = Här arbetar
unit-staff-none = Ingen är anställd direkt i enheten.
unit-led-by = Leds av
unit-led-none = Ingen har fått den att leda.
unit-below = Enheter under
unit-rename = Byt namn
unit-name = Namn
unit-on = Från och med
unit-move = Lägg under en annan
unit-move-to = Enheten ovanför
unit-merge = Slå ihop med en annan
unit-merge-into = Blir del av
unit-merge-hint = Personerna och enheterna under följer med, och den här stängs. Det som var blir kvar som det var.
unit-open = Ny enhet under den här
unit-open-save = Öppna enheten
unit-close = Stäng enheten
unit-close-hint = Går när ingen arbetar här och ingen enhet ligger under.
unit-last = Sista dagen
# $most (Number) - the limit
wrong-name = Skriv ett namn på högst { $most } tecken.
wrong-mail = Ingen e-postadress.
wrong-mail-taken = Någon annan har den adressen.
wrong-day = Välj en dag.
wrong-unit = Välj en enhet.
wrong-extent = Skriv ett tal från 0 till 100.
wrong-not-there = Enheten finns inte hela den tiden.
wrong-over = Anställningen gäller inte den dagen.
wrong-ring = En enhet kan inte ligga under sig själv.
wrong-deep = Trädet blir för djupt.
wrong-has-units = Det ligger enheter under. Flytta dem först.
wrong-has-people = Här arbetar personer. Flytta dem först, eller slå ihop enheten med en annan.
wrong-leads-already = Leder redan den enheten.
wrong-leads-not = Leder inte den enheten.
wrong-leave = Frånvaron ligger utanför anställningen eller ovanpå annan frånvaro.
wrong-backwards = Sista dagen är före den första.
wrong-same = Det är samma enhet.
