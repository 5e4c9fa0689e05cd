settings-hours = Arbejdstid og kalender
settings-hours-text = Hvornår du arbejder, hvor mange timer din ansættelse er på, kalenderens adresse og dit eget feed.
settings-export = Hent eller slet dit
settings-export-text = Alt, der findes om dig, til at læse eller gemme. Her sletter du det også.
password-heading = Adgangskode
password-has = Du har en adgangskode.
password-has-not = Du har ingen adgangskode og behøver ingen: du kommer ind alligevel.
password-new = Ny adgangskode
password-hint = Mindst { $least } tegn. Nogle almindelige ord efter hinanden er lette at huske og svære at gætte.
password-too-short = Adgangskoden skal have mindst { $least } tegn.
password-too-long = Adgangskoden må have højst { $most } tegn.
password-save = Gem adgangskoden
password-remove = Fjern adgangskoden
sessions-heading = Hvor du er logget ind
sessions-text = Er der en browser, du ikke kender? Log den ud.
session-unknown = Ukendt browser
session-seen = Senest { $when }
session-here = Denne
session-end = Log ud
session-end-label = Log { $device } ud
privacy-lead = Det, du tænker, planlægger og noterer, er dit. Ingen anden rolle kan åbne det, heller ikke HR eller driften.
privacy-calendar = Kalenderen
privacy-calendar-text = Titler, steder, deltagere og noter læses i hukommelsen og gemmes aldrig. Tilbage bliver minutter per slags tid og dag, antal og hemmelige fingeraftryk af titler, så en rettelse holder. Nøglen til fingeraftrykkene ligger uden for databasen.
privacy-steps = Skridt, fravalg og check-ins
privacy-steps-text = Gemmes, så du kan følge dem. Skriv ikke navne på enkeltpersoner i egne ord: det er ikke nødvendigt, og det er ikke stedet.
privacy-others = Hvad andre ser
privacy-others-text = Af din uge, dine skridt og dine check-ins: ingenting. Antal medarbejdere og steder er vilkår og kan ses af flere.
privacy-signing-in = Når du logger ind
privacy-signing-in-text = Vi gemmer, hvornår en browser loggede ind og sidst blev brugt, og hvilken slags browser det er. Kommer du med en konto, gemmer vi, hvilken konto der er din, og intet andet af det, der følger med. Forsøg på at logge ind tælles, uden at IP-adressen gemmes.
privacy-how-long = Hvor længe
privacy-how-long-text = Uger i 24 måneder. Skridt og fravalg, til du sletter dem. Logins højst 60 dage. Breve tømmes, når de er sendt.
privacy-rights = Dine rettigheder
privacy-rights-text = Under Indstillinger henter du alt, der findes om dig, og sletter, hvad du vil. Kommunen er dataansvarlig; spørgsmål går til dens databeskyttelsesrådgiver.
accessibility-lead = Pejling skal kunne bruges af alle, med mus, tastatur, skærmlæser og forstørrelse, med eller uden scripts.
accessibility-how = Hvordan den afprøves
accessibility-how-text = Hver side afprøves mod WCAG 2.2 AA med axe på svensk, dansk og engelsk, lyst og mørkt, på telefon og computer. Hvert forløb afprøves med tastatur og uden scripts.
accessibility-gaps = Hvad vi ikke ved
accessibility-gaps-text = Automatiske test finder ikke alt. Ingen udefra har gennemgået Pejling endnu.
accessibility-tell = Sig til
accessibility-tell-text = Er noget svært at bruge, eller har du brug for indholdet på en anden måde? Skriv her. De, der står for Pejling, får det som et brev. Hvem du er, følger ikke med, medmindre du skriver det.
accessibility-authority = Bliver det ikke bedre, kan du klage til tilsynsmyndigheden, i Danmark Digitaliseringsstyrelsen.
feedback-what = Hvad er svært at bruge?
feedback-what-hint = Sig, hvilken side det er, og hvad der skete. Skriv ikke om andre.
feedback-reply = Din mailadresse, hvis du vil have svar
feedback-reply-hint = Den står i brevet og gemmes ingen andre steder.
feedback-send = Send
# $longest (Number) - characters
feedback-too-long = Det er længere end { $longest } tegn. Gør det lidt kortere.
# $role (String) - who runs the installation
feedback-nobody = Ingen kan få det: her er ingen med rollen { $role } og en adresse. Sig det til din leder i stedet.
feedback-too-many = Der er sendt meget i den sidste time. Det, du skrev, står her stadig: prøv igen om en time.
letter-feedback-subject = Pejling: noget er svært at bruge
# $address (String) - Pejling's address
# $text (String) - what was written
# $reply (String) - whom to answer
letter-feedback-body =
    Nogen skrev dette på siden Tilgængelighed på { $address }:

    { $text }

    { $reply }
# $mail (String) - an address
letter-feedback-reply = Vedkommende vil have svar til { $mail }.
letter-feedback-no-reply = Der blev ikke efterladt en adresse.
people-unnamed = Medarbejder
