booth-title = Din röst
booth-loading = Ett ögonblick …
booth-no-script = Här behövs JavaScript
booth-no-script-text = Sidan gör din valsedel spårlös i din egen webbläsare. Det går inte utan JavaScript. Du kan svara med ett svarskort i stället. Fråga den som ordnar omgången.
booth-no-script-slip = Jag har ett svarskort
booth-before-heading = Innan du svarar
booth-before-short = Ingen kan se vad just du svarar. Det tar ungefär en minut.
booth-before-who = Vem ser vad
booth-before-text = Systemet vet att du hämtat en valsedel, inte vad du svarat. Svaret skickas utan ditt namn och utan tid, och kopplingen kan inte räknas fram i efterhand ens av den som har hela databasen.
# $k (String) - the fewest answers anything is shown of
# $closes (String) - date and time
booth-before-results = Resultat visas en gång, för minst { $k } svar, och aldrig så att en mindre grupp kan räknas ut. Har nästan alla svarat lika säger vi bara det. Chefen och gruppen ser det samtidigt, efter { $closes }. Då kan också cheferna ovanför, personalavdelningen och högsta chefen läsa det.
booth-before-more = Vad vi inte kan skydda mot
booth-before-limits = Den som i hemlighet ändrar programmet eller avlyssnar servern under tiden kan försöka para ihop tidpunkter. Vill du skydda dig även mot det: svara från annan uppkoppling eller använd papperslapp.
booth-before-lost = Tappar du både webbläsare och valkod går rösten inte att återskapa.
booth-before-slip = Med ett svarskort vet systemet inte ens vem som hämtat: korten blandades, och ingen skrev upp vem som drog vilket. Kortet gäller en gång, så det du har skickat går inte att ändra.
booth-before-words = Alla i omgången ska se samma sex ord. De står också i inbjudan och på affischen.
booth-before-open = Den här omgången är öppen för alla som har länken. Siffrorna visar vad de som valde att svara tycker, inte vad alla tycker.
# $k (String) - fewest answers
# $closes (String) - moment
booth-before-open-results = Resultatet visas en gång, för minst { $k } svar. Har nästan alla svarat lika säger vi bara det. De som arbetar här, de som leder dem och personalavdelningen kan läsa det samtidigt, efter { $closes }.
booth-before-open-limits = Den som i hemlighet ändrar programmet eller avlyssnar servern under tiden kan försöka para ihop tidpunkter. Vill du skydda dig även mot det: svara från annan uppkoppling.
booth-before-open-words = Alla som svarar ska se samma sex ord. De står också på affischen.
booth-go = Börja
booth-groups-heading = Vilken arbetsplats gäller svaret?
booth-groups-text = Du arbetar på mer än ett ställe och kan svara en gång för varje.
# $n (String) - which
# $of (String) - how many
booth-progress = Fråga { $n } av { $of }
booth-back = Tillbaka
booth-next = Vidare
booth-words-hint = Valfritt. Skriv inga namn och inget som gör att någon känns igen, inte heller du. Orden läses av alla som får läsa svaren, om tillräckligt många har röstat, även om bara du har skrivit.
booth-send-heading = Skicka?
# $answered (String) - answered
# $of (String) - how many
booth-send-text = Du har svarat på { $answered } av { $of }. Du kan gå tillbaka och ändra.
booth-send = Skicka min röst
booth-again = Det gick inte att nå servern. Dina svar finns kvar här. Försök igen om en stund: skickas samma röst två gånger räknas den en.
booth-sent-heading = Tack. Din röst ligger i urnan.
# $closes (String) - date and time
booth-sent-text = Resultatet kommer till dig och din chef samtidigt, efter { $closes }.
# $closes (String) - date and time
booth-sent-open-text = Resultatet visas efter { $closes }, om tillräckligt många svarar.
booth-sent-slip-text = Svarskortet är nu använt. Du kan kasta det.
booth-code-yours = Din kod
booth-code-keep = Med koden kan du ändra ditt svar på en annan enhet tills omgången stänger, och efteråt se att rösten räknades. Den som har koden kan rösta i ditt ställe: visa den inte för någon.
booth-code-unsafe = Den här webbläsaren sparar inget. Skriv upp koden om du vill kunna ändra.
booth-elsewhere = Fortsätt på en annan enhet
booth-elsewhere-text = Rikta den andra enhetens kamera mot rutan. Den leder till just din röst, så visa den inte för någon.
booth-elsewhere-label = Rutkod med länken till din röst
booth-elsewhere-code = Utan kamera: öppna samma länk där, och skriv koden.
booth-change = Ändra mitt svar
booth-code-heading = Du har redan hämtat din valsedel
booth-code-text = Den finns i webbläsaren där du öppnade länken först. Vill du svara här i stället behövs koden som visades där.
booth-code-label = Valkod
booth-code-hint = 26 tecken, som ABCD-EFGH-…
booth-code-length = Koden har 26 tecken. Räkna igen.
booth-code-character = Här finns ett tecken som inte brukar stå i en kod.
booth-code-check = Något tecken är fel. Jämför med det du skrev upp.
booth-code-other = Koden hör till en annan valsedel än din.
booth-closed-heading = Omgången är stängd
booth-closed-text = Det går inte att svara längre. Du kan se om din röst räknades.
booth-closed-hint = Lämna tomt om du svarade i den här webbläsaren.
booth-closed-look = Se om min röst räknades
booth-closed-looking = Letar …
booth-closed-counted = Ja, din röst är räknad.
booth-closed-counting = Rösterna räknas just nu. Försök igen om en stund.
booth-closed-missing = Den finns inte bland de räknade. Kanske skickades den aldrig, eller så är koden till en annan omgång.
booth-link-heading = Öppna länken ur din inbjudan
booth-link-text = Adressen är inte hel. Öppna länken i brevet igen, eller skanna koden på ditt svarskort.
booth-unknown-heading = Länken gäller inte
booth-unknown-text = Den hör till en annan omgång, eller så har den skrivits av fel. Öppna den ur inbjudan.
booth-not-yet-heading = Omgången har inte öppnat
booth-not-yet-text = Du får ett brev när den öppnar.
booth-manifest-heading = Vi stannar här
booth-manifest-text = Det servern visar stämmer inte med länken i din inbjudan. Det kan vara en gammal länk, men också att någon försöker göra din röst spårbar. Ditt svar har inte skickats. Berätta för ditt skyddsombud.
booth-draws-over-heading = Det går inte längre att hämta en valsedel
booth-draws-over-text = Valsedlar delas ut tills en timme innan omgången stänger. Har du redan hämtat din kan du svara tills den stänger: öppna länken i den webbläsare där du hämtade den.
booth-full-heading = Alla valsedlar är utdelade
booth-full-text = I din grupp finns inga valsedlar kvar: de delades ut här och som svarskort. Fråga efter ett svarskort.
booth-used-heading = Svarskortet är redan använt
booth-used-text = Var det du som använde det är ditt svar räknat. Annars: be om ett nytt kort.
booth-away-heading = Servern svarar inte
booth-away-text = Kontrollera uppkopplingen och ladda om sidan. Inget är förlorat.
booth-too-many-heading = Nu kommer det många svar härifrån
booth-too-many-text = För att ingen ska kunna fylla urnan tar vi emot ett visst antal i timmen. Försök igen om en timme.
booth-busy-heading = Det är många som svarar just nu
booth-busy-text = Vänta en liten stund och ladda om sidan.
booth-browser-heading = Webbläsaren är för gammal
booth-browser-text = Den kan inte göra en spårlös valsedel. Pröva en annan webbläsare, eller be om ett svarskort.
booth-fault-heading = Något gick fel
booth-fault-text = Ditt svar har inte skickats. Ladda om sidan och försök igen.
booth-language = Språk
booth-slip-heading = Svara med ditt svarskort
booth-slip-text = Skriv koden på kortet. Ingen vet vem som har vilket kort.
booth-slip-label = Kod
booth-slip-hint = 16 tecken. Blanksteg och små bokstäver går bra.
booth-slip-mistyped = Koden är inte hel. Jämför med kortet.
booth-slip-unknown = Koden går inte att använda. Jämför den med kortet, tecken för tecken. Stämmer den är kortet redan använt: var det du är ditt svar räknat, annars be om ett nytt kort.
booth-slip-questions = Välj ett svar på varje rad. Det du hoppar över räknas som ”vet inte”.
booth-slip-closed = Omgången är inte öppen nu.
booth-slip-long = Texten är för lång.
