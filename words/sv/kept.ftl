kept-heading = Allt som sparas
kept-lead = Hela listan: vad, varför, på vilken rättslig grund, hur länge och vem som kan läsa det. Programmet gallrar efter samma lista varje natt.
kept-more = Se hela listan
kept-tables = Tabeller i databasen
kept-ground = Rättslig grund
kept-time = Hur länge
kept-reader = Vem kan läsa
kept-public = Allmän handling
kept-area-people = Människor och enheter
kept-area-doors = Inloggning
kept-area-own = Chefens egen vecka och egna steg
kept-area-rounds = Omgångar och svar
kept-area-running = Driften
kept-ground-none = Inga personuppgifter
kept-ground-task = Uppgift av allmänt intresse (GDPR artikel 6.1 e)
kept-ground-obligation = Rättslig förpliktelse: arbetsmiljön (GDPR artikel 6.1 c)
kept-ground-security = Säkerheten i det övriga (GDPR artikel 6.1 e och 32)
kept-reader-oneself = Bara den det gäller
kept-reader-keepers = Den det gäller, HR och IT
kept-reader-signed-in = Den som är inloggad
kept-reader-rounds = De som planerar omgången och HR; de tillfrågade ser vad som gäller för dem
kept-reader-released = Enheten och dess chef, HR och högsta chefen: var och en det som får visas för dem
kept-reader-hr-it = HR och IT
kept-reader-program = Ingen: bara programmet
kept-public-likely = Troligen; sekretess prövas när någon begär ut den
kept-public-own = Knappast: eget arbetsmaterial. Myndigheten prövar själv när någon frågar
kept-public-technical = Knappast: tjänar bara programmet. Myndigheten prövar själv när någon frågar
# $n (Number) - how many
kept-for-hours = { $n ->
    [one] { $n } timme
   *[other] { $n } timmar
}
# $n (Number) - how many
kept-for-days = { $n } dagar
# $n (Number) - how many
kept-for-months = { $n } månader
# $n (Number) - how many
kept-after-closing = { $n } dagar efter att omgången stängt
# $n (Number) - how many
kept-employed = Under anställningen och { $n } dagar efter; sedan utan namn
# $days (Number) - days without use
# $most (Number) - days in all
kept-unused = { $days } dagar utan användning, högst { $most }
kept-until-word = Tills den det gäller ändrar, avslutar eller raderar
kept-until-calendar = Till nästa gång kalendern läses
kept-until-closing = Tills omgången stängs
kept-until-use = Tills den används, avslutas eller dess tid är ute
kept-until-done = Tills arbetet är gjort
kept-while-here = Så länge organisationen använder Pejling
kept-organisation = Organisationen
kept-organisation-text = Namn, enheter genom tiden och om den är extra försiktig över tid: allt annat hänger på dem.
kept-person = Personer
kept-person-text = Namn, e-postadress, valt språk och utseende, och vad HR-systemet kallar personen: för att logga in, få brev och hittas i nästa personallista.
kept-employment = Anställningar och ledarskap
kept-employment-text = Vem som arbetar var, som vad, i vilken omfattning, är ledig och leder vad: för antal medarbetare, roller och vem som frågas.
kept-role = Tilldelade roller
kept-role-text = HR, högsta chef, IT: vad någon får göra utöver sitt arbete.
kept-staff-list-file = Personallista under granskning
kept-staff-list-file-text = Filen medan någon ser vad den skulle ändra. Finns aldrig i en säkerhetskopia.
kept-staff-list = Inlästa personallistor
kept-staff-list-text = När, av vem och hur mycket som ändrades, och vilka kolumner som betyder vad.
kept-before = Hur det var före senaste listan
kept-before-text = För att kunna ångra den.
kept-password = Lösenord
kept-password-text = Om man valt ett: bara ett hashvärde (argon2id).
kept-session = Inloggningar
kept-session-text = Vilka webbläsare som är inloggade: hash av hemligheten, sort, när.
kept-link = Länkar
kept-link-text = Hemligheten i en länk som loggar in, checkar in eller hämtar eget flöde: bara som hash.
kept-attempt = Felaktiga försök
kept-attempt-text = Antal under ett nyckelat hashvärde av adress och nät: stoppar den som gissar.
kept-week = Veckor
kept-week-text = Minuter per slag av tid och dag, antal, gissningen och det kalendern inte visar. Aldrig rubriker, platser eller deltagare.
kept-lesson = Rättningar
kept-lesson-text = Fingeravtryck av serier som flyttats, så att rättningen gäller nästa gång.
kept-suggestion = Serier som kan gå
kept-suggestion-text = Fingeravtryck, timmar om året och skäl.
kept-hours = Arbetstid
kept-hours-text = Arbetstider och avtalade timmar: för tid utanför arbetstid.
kept-subscription = Kalenderns adress
kept-subscription-text = Krypterad, om man prenumererar: hämtas om och om igen.
kept-step = Steg, bortval och incheckningar
kept-step-text = Egna ord, planer och hur det gick: för att följa dem.
kept-round = Omgångar
kept-round-text = Vilka frågor, till vilka enheter, när, och vem som planerade.
kept-asked = Vilka som frågas
kept-asked-text = Deras länkar (som hash) och påminnelser.
kept-draw = Vilka som hämtat en valsedel
kept-draw-text = Hash av det blindade meddelandet och signaturen: en var, och samma igen på en annan enhet. Aldrig vad någon svarat.
kept-slip = Svarskort
kept-slip-text = Hash av koder som inte använts.
kept-arrival = Valsedlar på väg
kept-arrival-text = Förseglade, alla lika stora, under nyckelade namn. Aldrig i en säkerhetskopia.
kept-ballot = Räknade valsedlar
kept-ballot-text = Slumpat namn, svar och ord, utan person och tid: så att räkningen kan kontrolleras.
kept-result = Resultat
kept-result-text = Det som publicerats: siffror för grupper, aldrig för färre än sex.
kept-agreed = Det vi kom överens om
kept-agreed-text = En åtgärd per enhet, berättad för teamet, med datum.
kept-letter = Brev
kept-letter-text = Texten tills brevet skickats; sedan bara att det fanns.
kept-job = Arbete som väntar
kept-job-text = Vad programmet ska göra härnäst, och demons påhittade människor.
