role-employee = Medarbejder
role-leader = Leder
role-hr = HR
role-top-manager = Øverste leder
role-it = Driften
role-data-protection = Databeskyttelsesrådgiver
role-rounds-deputy = Stedfortræder for runder
role-people-deputy = Stedfortræder for personer
letter-role-given-subject = Rollen { $role } er givet
letter-role-given-body =
    { $giver } har givet { $person } rollen { $role } i Pejling.

    Det står i loggen. Er det forkert, så sig det til den, der driver Pejling hos jer, eller til databeskyttelsesrådgiveren.
letter-role-taken-subject = Rollen { $role } er fjernet
letter-role-taken-body =
    { $giver } har fjernet rollen { $role } fra { $person } i Pejling.

    Det står i loggen. Er det forkert, så sig det til den, der driver Pejling hos jer, eller til databeskyttelsesrådgiveren.
letter-deputy-subject = Du er stedfortræder for { $giver }
letter-deputy-body =
    Hej { $name }!

    { $giver } har gjort dig til stedfortræder i Pejling i en periode. Hvad det gælder, og til hvilken dag, ser du under Indstillinger, Hvem har set og ændret. Det slutter af sig selv.
nav-roles = Roller
roles-lead = De, der har en rolle, som ikke følger af ansættelse eller af at lede en enhed. Ingen giver sig selv en rolle. Den, der får eller mister en rolle, får et brev, og det gør databeskyttelsesrådgiveren også.
roles-heading = De, der har en rolle
roles-none = Ingen har fået nogen rolle.
roles-until = til og med { $day }
roles-open-ended = indtil den fjernes
roles-take = Fjern
roles-take-label = Fjern rollen { $role } fra { $name }
roles-give-heading = Giv en rolle
roles-mail = Mailadresse
roles-mail-hint = Personens adresse på arbejdet.
roles-role = Rolle
roles-last-day = Sidste dag
roles-last-day-hint = Tomt: indtil nogen fjerner den.
roles-give = Giv rollen
roles-hr-hint = Planlægger runder, ændrer personer, læser alt, der er frigivet. Ser ingens uge.
roles-top-manager-hint = Læser alt, der er frigivet.
roles-it-hint = Driver installationen og giver roller. Ser intet indhold.
roles-data-protection-hint = Læser loggen. Ser intet indhold.
wrong-role = Vælg en rolle, som du må give.
wrong-nobody = Ingen her har den adresse.
wrong-oneself = Ingen giver sig selv en rolle. Bed en kollega.
wrong-role-over = Den dag er gået.
wrong-last-it = Nogen må drive installationen uden slutdag. Giv først rollen til en anden.
said-role-given = Rollen er givet, og brev er på vej.
said-role-taken = Rollen er fjernet, og brev er på vej.
nav-deputies = Stedfortrædere
deputies-lead = Lad nogen gøre én ting i dit sted, fra en dag til en anden. Din uge, dine skridt og dine fravalg er altid kun dine. De, det angår, ser, hvem der er stedfortræder.
deputies-heading = Dine stedfortrædere
deputies-none = Du har ingen stedfortræder.
deputies-days = { $first } til og med { $last }
deputies-end = Afslut
deputies-end-label = Afslut { $name } som stedfortræder
deputies-new = Ny stedfortræder
deputies-mail = Stedfortræderens mailadresse
deputies-what = Må i dit sted
deputies-first = Første dag
deputies-last = Sidste dag
deputies-last-hint = Højst et år. Det slutter af sig selv.
deputies-save = Gør til stedfortræder
deputies-rounds = planlægge runder for { $unit }
deputies-results = læse svarene for { $unit }
deputies-people = bringe medarbejderlister ind og ændre personer og enheder
wrong-part = Vælg noget, der er dit at give.
wrong-own-deputy = Du kan ikke være din egen stedfortræder.
wrong-days = Dagene skal komme i rækkefølge, ikke være gået, og højst være et år.
said-deputy-named = Stedfortræderen er udpeget, og et brev er på vej.
said-deputy-ended = Det er afsluttet.
