settings-hours = Arbetstid och kalender
settings-hours-text = När du arbetar, hur många timmar du har avtal om, kalenderns adress och ditt eget flöde.
settings-export = Hämta eller radera ditt
settings-export-text = Allt som finns om dig, att läsa eller spara. Här raderar du det också.
password-heading = Lösenord
password-has = Du har ett lösenord.
password-has-not = Du har inget lösenord, och behöver inget: du kommer in ändå.
password-new = Nytt lösenord
# $least (Number) - fewest characters
password-hint = Minst { $least } tecken. Några vanliga ord efter varandra är lätta att minnas och svåra att gissa.
# $least (Number) - fewest characters
password-too-short = Lösenordet behöver minst { $least } tecken.
# $most (Number) - most characters
password-too-long = Lösenordet får ha högst { $most } tecken.
password-save = Spara lösenordet
password-remove = Ta bort lösenordet
sessions-heading = Där du är inloggad
sessions-text = Känner du inte igen en webbläsare? Logga ut den.
session-unknown = Okänd webbläsare
# $when (String) - date and time
session-seen = Senast { $when }
session-here = Den här
session-end = Logga ut
# $device (String) - the browser
session-end-label = Logga ut { $device }
privacy-lead = Det du tänker, planerar och noterar är ditt. Ingen annan roll kan öppna det, inte heller personalavdelningen eller driften.
privacy-calendar = Kalendern
privacy-calendar-text = Rubriker, platser, deltagare och anteckningar läses i minnet och sparas aldrig. Kvar blir minuter per slag av tid och dag, antal, och hemliga fingeravtryck av rubriker så att en rättning håller i sig. Nyckeln till fingeravtrycken ligger utanför databasen.
privacy-steps = Steg, bortval och incheckningar
privacy-steps-text = Sparas för att du ska kunna följa dem. Skriv inga namn på enskilda i egna ord: det behövs inte, och det är inte platsen för det.
privacy-others = Vad andra ser
privacy-others-text = Av din vecka, dina steg och dina incheckningar: ingenting. Antal medarbetare och platser är förutsättningar och kan ses av fler.
privacy-signing-in = När du loggar in
privacy-signing-in-text = Vi sparar när en webbläsare loggade in och senast användes, och vilken sorts webbläsare det är. Kommer du med ett konto sparar vi vilket konto som är ditt, och inget annat av det som följer med. Försök att logga in räknas utan att IP-adressen sparas.
privacy-how-long = Hur länge
privacy-how-long-text = Veckor i 24 månader. Steg och bortval tills du raderar dem. Inloggningar högst 60 dagar. Brev töms när de skickats.
privacy-rights = Dina rättigheter
privacy-rights-text = Under Inställningar hämtar du allt som finns om dig och raderar det du vill. Kommunen är personuppgiftsansvarig; frågor går till dess dataskyddsombud.
accessibility-lead = Pejling ska kunna användas av alla, med mus, tangentbord, skärmläsare och förstoring, med eller utan skript.
accessibility-how = Hur den prövas
accessibility-how-text = Varje sida prövas mot WCAG 2.2 AA med axe på svenska, danska och engelska, ljust och mörkt, på telefon och dator. Varje flöde prövas med tangentbord och utan skript.
accessibility-gaps = Vad vi inte vet
accessibility-gaps-text = Automatiska prov hittar inte allt. Ingen utomstående granskning har gjorts ännu.
accessibility-tell = Säg till
accessibility-tell-text = Är något svårt att använda, eller behöver du innehållet på ett annat sätt? Skriv här. De som sköter Pejling får det som ett brev. Vem du är följer inte med, om du inte skriver det.
accessibility-authority = Blir det inte bättre kan du anmäla det till tillsynsmyndigheten, i Sverige Digg.
feedback-what = Vad är svårt att använda?
feedback-what-hint = Säg vilken sida, och vad som hände. Skriv inget om andra.
feedback-reply = Din e-postadress, om du vill ha svar
feedback-reply-hint = Den står i brevet och sparas ingen annanstans.
feedback-send = Skicka
# $longest (Number) - characters
feedback-too-long = Det är längre än { $longest } tecken. Korta det lite.
# $role (String) - who runs the installation
feedback-nobody = Ingen kan få det: här finns ingen med rollen { $role } och en adress. Säg det till din chef i stället.
feedback-too-many = Mycket har skickats den senaste timmen. Det du skrev står kvar: försök igen om en timme.
letter-feedback-subject = Pejling: något är svårt att använda
# $address (String) - Pejling's address
# $text (String) - what was written
# $reply (String) - whom to answer
letter-feedback-body =
    Någon skrev det här på sidan Tillgänglighet på { $address }:

    { $text }

    { $reply }
# $mail (String) - an address
letter-feedback-reply = Hen vill ha svar till { $mail }.
letter-feedback-no-reply = Ingen adress lämnades.
people-unnamed = Medarbetare
