role-employee = Medarbetare
role-leader = Chef
role-hr = HR
role-top-manager = Högsta chef
role-it = Driften
role-data-protection = Dataskyddsombud
role-rounds-deputy = Ersättare för omgångar
role-people-deputy = Ersättare för personer
# $role (String) - a role
letter-role-given-subject = Rollen { $role } är given
# $giver (String) - a name
# $person (String) - a name
# $role (String) - a role
letter-role-given-body =
    { $giver } har gett { $person } rollen { $role } i Pejling.

    Det står i loggen. Är det fel, säg till den som sköter Pejling hos er, eller dataskyddsombudet.
# $role (String) - a role
letter-role-taken-subject = Rollen { $role } är borttagen
# $giver (String) - a name
# $person (String) - a name
# $role (String) - a role
letter-role-taken-body =
    { $giver } har tagit bort rollen { $role } från { $person } i Pejling.

    Det står i loggen. Är det fel, säg till den som sköter Pejling hos er, eller dataskyddsombudet.
# $giver (String) - a name
letter-deputy-subject = Du är ersättare för { $giver }
# $name (String) - given name
# $giver (String) - a name
letter-deputy-body =
    Hej { $name }!

    { $giver } har gjort dig till ersättare i Pejling för en tid. Vad det gäller, och till vilken dag, ser du under Inställningar, Vem har tittat och ändrat. Det slutar av sig självt.
nav-roles = Roller
roles-lead = De som har en roll som inte följer av anställning eller av att leda en enhet. Ingen ger sig själv en roll. Den som får eller förlorar en roll får ett brev, och dataskyddsombudet också.
roles-heading = De som har en roll
roles-none = Ingen har fått någon roll.
# $day (String) - a day
roles-until = till och med { $day }
roles-open-ended = tills den tas bort
roles-take = Ta bort
# $role (String) - a role
# $name (String) - a name
roles-take-label = Ta bort rollen { $role } från { $name }
roles-give-heading = Ge en roll
roles-mail = E-postadress
roles-mail-hint = Personens adress i arbetet.
roles-role = Roll
roles-last-day = Sista dagen
roles-last-day-hint = Tomt: tills någon tar bort den.
roles-give = Ge rollen
roles-hr-hint = Planerar omgångar, ändrar personer, läser allt som är utlämnat. Ser ingens vecka.
roles-top-manager-hint = Läser allt som är utlämnat.
roles-it-hint = Sköter installationen och ger roller. Ser inget innehåll.
roles-data-protection-hint = Läser loggen. Ser inget innehåll.
wrong-role = Välj en roll som du får ge.
wrong-nobody = Ingen här har den adressen.
wrong-oneself = Ingen ger sig själv en roll. Be en kollega.
wrong-role-over = Den dagen har varit.
wrong-last-it = Någon måste sköta installationen utan slutdag. Ge först rollen till någon annan.
said-role-given = Rollen är given, och brev är på väg.
said-role-taken = Rollen är borttagen, och brev är på väg.
nav-deputies = Ersättare
deputies-lead = Låt någon göra en sak i ditt ställe, från en dag till en annan. Din vecka, dina steg och dina bortval är alltid bara dina. De som det rör ser vem som är ersättare.
deputies-heading = Dina ersättare
deputies-none = Du har ingen ersättare.
# $first (String) - a day
# $last (String) - a day
deputies-days = { $first } till och med { $last }
deputies-end = Avsluta
# $name (String) - a name
deputies-end-label = Avsluta { $name } som ersättare
deputies-new = Ny ersättare
deputies-mail = Ersättarens e-postadress
deputies-what = Får i ditt ställe
deputies-first = Första dagen
deputies-last = Sista dagen
deputies-last-hint = Högst ett år. Det slutar av sig självt.
deputies-save = Gör till ersättare
# $unit (String) - a unit
deputies-rounds = planera omgångar för { $unit }
# $unit (String) - a unit
deputies-results = läsa svaren för { $unit }
deputies-people = ta in personallistor och ändra personer och enheter
wrong-part = Välj något som är ditt att ge.
wrong-own-deputy = Du kan inte vara din egen ersättare.
wrong-days = Dagarna behöver komma i ordning, inte ha varit, och vara högst ett år.
said-deputy-named = Ersättaren är utsedd, och ett brev är på väg.
said-deputy-ended = Det är avslutat.
