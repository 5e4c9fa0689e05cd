nav-scim = Kataloget
scim-lead = Entra ID, Okta eller et andet katalog kan sige, hvem der må logge ind her (SCIM 2.0). Hvor nogen arbejder, og hvem der leder, kommer stadig fra medarbejderlisten.
scim-address = Adresse til kataloget
scim-users = Brugere
scim-users-none = Kataloget har ikke sendt nogen
scim-users-active = { $all }, hvoraf { $active } må logge ind
scim-tokens = Adgangstokens
scim-tokens-text = Med et adgangstoken viser kataloget, hvem det er. Det vises kun én gang og gemmes ikke i klartekst.
scim-tokens-none = Der er intet adgangstoken. Så lukkes intet katalog ind.
scim-made-by = Oprettet { $when } af { $who }
scim-made = Oprettet { $when } på kommandolinjen
scim-seen = Sidst brugt { $when }
scim-seen-never = Ikke brugt endnu
scim-end = Fjern
scim-end-label = Fjern adgangstokenet { $name }
scim-name = Hvilket katalog det er til
scim-name-hint = For eksempel Entra ID. Så ved du senere, hvilket du fjerner.
scim-name-wrong = Skriv, hvilket katalog det er til, med højst { $most } tegn.
scim-full = Der er allerede { $most } adgangstokens. Fjern et først.
scim-make = Opret et adgangstoken
scim-token-heading = Adgangstoken til { $name }
scim-token-once = Kopiér det nu. Det vises kun her. Den, der har det, kan tilføje, ændre og lukke brugere ude.
scim-token = Adgangstoken
scim-back = Tilbage til kataloget
scim-groups = Grupper
scim-groups-text = Den, der er med i en gruppe, får den rolle, du vælger her, og mister den, når medlemskabet ophører. Roller, der er givet i hånden, røres ikke.
scim-groups-none = Kataloget har ikke sendt nogen grupper.
scim-members =
    { $number ->
        [one] Et medlem
       *[other] { $number } medlemmer
    }
scim-role = Rolle for { $name }
scim-role-none = Ingen rolle
scim-role-save = Gem
scim-role-save-label = Gem rollen for { $name }
scim-locked = Lukket ude
scim-locked-text = Kataloget har fjernet dem, så de kan ikke logge ind. Skal nogen ind alligevel, åbner du her.
scim-locked-since = Siden { $when }
scim-let-in = Luk ind
scim-let-in-label = Luk { $name } ind
said-token-ended = Adgangstokenet gælder ikke længere.
