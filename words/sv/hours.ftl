hours-heading = Arbetstid och kalender
hours-lead = Arbetstiden avgör vad som räknas som kvällar och helger, och vad kalendern inte visar.
hours-working = Din arbetstid
hours-working-text = Skriv tider som 08:00 eller 8.30. Lämna båda tiderna tomma för en ledig dag. Veckor som redan är inlästa räknas inte om förrän du läser in dem igen.
hours-day = Dag
hours-from = Från
hours-to = Till
# $day (String) - a weekday
hours-from-label = Från, { $day }
# $day (String) - a weekday
hours-to-label = Till, { $day }
# $day (String) - a weekday
hours-unreadable = Skriv en tid för { $day }, till exempel 08:00. Eller lämna båda tomma.
# $day (String) - a weekday
hours-order = På { $day } slutar tiden innan den börjar.
hours-contract = Avtalad tid i veckan
hours-contract-hint = I timmar, till exempel 37 eller 38,25.
hours-contract-trouble = Skriv den avtalade tiden i timmar, högst 80.
subscription-heading = Prenumerera på din kalender
subscription-text = Med kalenderns adress hämtar Pejling veckan själv. Bara minuter, antal och hemliga fingeravtryck sparas, aldrig rubrikerna.
subscription-address = Kalenderns adress
subscription-hint = Den börjar med https eller webcal.
subscription-start = Prenumerera
subscription-secret = Adressen är en hemlighet: den som har den kan läsa kalendern. Pejling sparar den förseglad, med nyckeln utanför databasen, och visar den bara för dig.
subscription-on = Hämtas från
subscription-unsealed = en adress som inte går att öppna längre. Ange den på nytt.
# $when (String) - date and time
subscription-fetched = Senast hämtad { $when }
subscription-not-fetched = Inte hämtad än. Det brukar ta några minuter.
subscription-review = Gå igenom veckan
subscription-end = Sluta hämta
subscription-find = Så hittar du adressen
subscription-outlook = På webben: Inställningar, Kalender, Delade kalendrar. Publicera kalendern så att allt syns, och kopiera ICS-länken. Saknas valet har din it-avdelning stängt av det: läs då in en fil.
subscription-google = På webben: Inställningar, välj kalendern, och sedan Integrera kalender. Kopiera den hemliga adressen i iCal-format.
subscription-apple = I appen Kalender: tryck på i-tecknet vid kalendern, slå på Offentlig kalender och kopiera länken. Den är då öppen för alla som har den.
subscription-nextcloud = I Kalender: pennan vid kalendern, Dela länk. Öppna menyn bredvid och kopiera prenumerationslänken.
subscription-missing = Klistra in kalenderns adress.
subscription-not-an-address = Det där ser inte ut som en adress. Kopiera hela länken och klistra in den igen.
subscription-protocol = Bara adresser som börjar med https eller webcal går att hämta säkert.
subscription-userinfo = Adressen innehåller ett namn eller ett lösenord. Ta en delningslänk i stället.
said-subscribed = Adressen är sparad och förseglad. Kalendern hämtas strax.
said-unsubscribed = Adressen är borta. Veckor som redan är räknade finns kvar.
