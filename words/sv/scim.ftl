nav-scim = Katalogen
scim-lead = Entra ID, Okta eller en annan katalog kan säga vilka som får logga in här (SCIM 2.0). Var någon arbetar och vem som leder kommer fortfarande från personallistan.
scim-address = Adress att ange i katalogen
scim-users = Användare
scim-users-none = Katalogen har inte skickat några
# $all (String) - a whole number
# $active (String) - a whole number
scim-users-active = { $all }, varav { $active } får logga in
scim-tokens = Åtkomstnycklar
scim-tokens-text = Med en åtkomstnyckel visar katalogen vem den är. Nyckeln visas en enda gång och sparas inte i klartext.
scim-tokens-none = Det finns ingen åtkomstnyckel. Då släpps ingen katalog in.
# $when (String) - date and time
# $who (String) - a name
scim-made-by = Skapad { $when } av { $who }
# $when (String) - date and time
scim-made = Skapad { $when } på kommandoraden
# $when (String) - date and time
scim-seen = Senast använd { $when }
scim-seen-never = Inte använd än
scim-end = Ta bort
# $name (String) - what a token is called
scim-end-label = Ta bort åtkomstnyckeln { $name }
scim-name = Vilken katalog den är till
scim-name-hint = Till exempel Entra ID. Så vet du senare vilken du tar bort.
# $most (Number) - characters
scim-name-wrong = Skriv vilken katalog den är till, med högst { $most } tecken.
# $most (Number) - how many there can be
scim-full = Det finns redan { $most } åtkomstnycklar. Ta bort en först.
scim-make = Skapa en åtkomstnyckel
# $name (String) - what a token is called
scim-token-heading = Åtkomstnyckel till { $name }
scim-token-once = Kopiera nyckeln nu. Den visas bara här. Den som har den kan lägga till, ändra och stänga ute användare.
scim-token = Åtkomstnyckel
scim-back = Tillbaka till katalogen
scim-groups = Grupper
scim-groups-text = Den som är med i en grupp får rollen du väljer här, och mister den när medlemskapet tar slut. Roller som har getts för hand rörs inte.
scim-groups-none = Katalogen har inte skickat några grupper.
# $number (Number) - how many
scim-members =
    { $number ->
        [one] En medlem
       *[other] { $number } medlemmar
    }
# $name (String) - a group
scim-role = Roll för { $name }
scim-role-none = Ingen roll
scim-role-save = Spara
# $name (String) - a group
scim-role-save-label = Spara rollen för { $name }
scim-locked = Utestängda
scim-locked-text = Katalogen har tagit bort dem, så de kan inte logga in. Ska någon ändå in öppnar du här.
# $when (String) - date and time
scim-locked-since = Sedan { $when }
scim-let-in = Släpp in
# $name (String) - a name
scim-let-in-label = Släpp in { $name }
said-token-ended = Åtkomstnyckeln gäller inte längre.
