steps-lead = Du väljer bort en sak och övar på en annan. Bara du ser det här.
steps-empty = Börja med att göra plats
steps-empty-text = Nya vanor får inte plats i en full vecka. Välj först något att lägga ner, sedan en liten sak att öva på i åtta till tolv veckor.
steps-empty-or = Eller bara välj bort något
steps-begin = Välj ett steg
steps-second = Välj ett steg till
steps-paused = Vilar
steps-finished = Avslutade
drops-heading = Det du har valt bort
drops-choose = Välj bort något
step-under-way = Steget du övar på
step-is-paused = Steget vilar
step-is-finished = Steget är avslutat
# $when (String) - the occasion
# $then (String) - the act
step-plan = När { $when }, då { $then }.
step-challenge = utmaning
step-care = omsorg
# $day (Number) - which day
# $days (Number) - of how many
step-day = dag { $day } av { $days }
# $days (Number) - how many days
step-days = { $days } dagar
step-open = Öppna steget
# $answer (String) - what was answered
step-open-answered = I dag: { $answer }
step-review-due = Du har övat i flera veckor. Har det blivit naturligt?
step-review-do = Se tillbaka
# $day (String) - the first day
step-paused-since = Vilar sedan { $day }
# $day (String) - the day named
step-paused-until = Vilar till { $day }
step-pause-over = Pausen är slut. Vill du ta upp steget igen?
# $day (String) - the day
# $done (Number) - days practised
step-finished-on =
    Avslutat { $day } · { $done ->
        [one] gjort en dag
        *[other] gjort { $done } dagar
    }
# $day (String) - the day it was closed
step-look-again = Avslutat { $day }. Har det hållit i sig?
step-look-again-now = Det har gått några veckor. Har det hållit i sig? Om inte kan du ta samma steg igen.
# $day (String) - the day
step-look-again-later = Titta tillbaka den { $day }: har det hållit i sig?
step-take-again = Ta det igen
step-why = Varför och för vem
step-need = Vems behov
step-need-words = Med deras ord
step-room = Det som gör plats
step-no-room = Inget gör plats än
step-began = Började
step-review-on = Titta tillbaka
step-moment = Du blir tillfrågad
# $days (String) - the days
# $time (String) - the time of day
step-asked = { $days } klockan { $time }
step-never-asked = Aldrig
step-moment-change = Ändra när du blir tillfrågad
step-went = Hur det har gått
step-went-nothing = Ingen incheckning än.
step-went-no-occasion = Inget tillfälle än.
# $done (Number) - days practised
# $of (Number) - days with an occasion
step-went-of =
    Gjort { $done } av { $of ->
        [one] en dag
        *[other] { $of } dagar
    } med tillfälle.
step-weeks = Vecka för vecka
week-column = Vecka
# $week (String) - number of the week
week-short = Vecka { $week }
step-close-or-pause = Vila eller avsluta
step-close = Avsluta
step-pause = Låt steget vila
step-pause-text = Inget frågas under tiden, och dagarna räknas inte.
step-pause-for = Hur länge
step-pause-open = Tills jag säger till
# $weeks (Number) - how many
step-pause-weeks =
    { $weeks ->
        [one] En vecka
        *[other] { $weeks } veckor
    }
step-finish = Avsluta steget
step-finish-text = När du vill. Du säger om det har blivit naturligt och vad du har lärt dig.
step-resume = Ta upp det igen
step-resume-warned = Ja, jag vill öva på två saker samtidigt
step-resume-second = Du övar redan på ett annat steg. Ett i taget går oftast bättre; tre går inte alls.
# $day (String) - the day
step-closed-on = Avslutat { $day }
step-all = Alla steg och bortval
natural-was-yes = Det har blivit naturligt.
natural-was-partly = Det har delvis blivit naturligt.
natural-was-no = Det blev inte naturligt, och det är också något att veta.
natural-ask = Har det blivit naturligt?
natural-yes = Ja
natural-yes-hint = Det händer utan att jag tänker på det.
natural-partly = Delvis
natural-partly-hint = Då och då, eller bara ibland med eftertanke.
natural-no = Nej
natural-no-hint = Det fastnade inte.
finish-heading = Se tillbaka på steget
finish-learned = Vad har du lärt dig?
finish-save = Avsluta steget
finish-not-yet = Inte än
check-in-ask = Hur gick det i dag?
check-in-ask-day = Hur gick det?
check-in-done = Gjort
check-in-not-done = Blev inte av
check-in-no-occasion = Inget tillfälle
check-in-change = Ändra
check-in-more = Skriv några ord, eller svara för en annan dag
check-in-day = Vilken dag
# $days (Number) - how far back
check-in-day-wrong = Välj en dag från att steget började till i dag, högst { $days } dagar bakåt.
check-in-how = Hur gick det?
check-in-words = Några ord, om du vill
# $done (Number) - done
# $not (Number) - not done
# $none (Number) - no occasion
check-in-latest = De senaste gångerna: gjort { $done }, blev inte av { $not }, inget tillfälle { $none }
check-in-only = Länken öppnar bara den här frågan. För allt annat loggar du in.
link-ended = Den länken gäller inte längre
link-ended-text = En länk från ett brev gäller i två veckor. Du kan alltid logga in och svara på stegets sida.
link-ended-action = Till stegen
letter-check-in-subject = Hur gick det i dag?
# $name (String) - given name
# $link (String) - the link
# $days (Number) - how long it lasts
letter-check-in-body =
    Hej { $name }!

    Du bad om att bli tillfrågad om ditt steg. Svara med ett tryck:

    { $link }

    Länken gäller i { $days } dagar och öppnar bara den frågan. När du blir tillfrågad ändrar du på stegets sida, och där låter du det också vila.
balance-heading = Utmaning och omsorg
balance-text = Tuff omsorg är båda delarna. Ingen fördelning är den rätta; här ser du din.
# $challenge (Number) - days of challenge
# $care (Number) - days of care
balance-label = Dagar du har övat: utmaning { $challenge }, omsorg { $care }
# $days (Number) - how many
balance-days =
    { $days ->
        [one] en dag
        *[other] { $days } dagar
    }
help-heading = Hjälpte det?
help-better = Troligen bättre
help-unsure = Det går inte att säga än
help-not = Troligen inte
# $before (String) - hours before
# $after (String) - hours after
# $low (String) - low end
# $high (String) - high end
help-rose = Du leder mer än förut: { $before } timmar i veckan före, { $after } efter. Förändringen ligger troligen mellan { $low } och { $high } timmar.
# $before (String) - hours before
# $after (String) - hours after
# $low (String) - low end
# $high (String) - high end
help-fell = Det blir mindre tid till att leda: { $before } timmar i veckan före, { $after } efter. Förändringen ligger troligen mellan { $low } och { $high } timmar.
# $before (String) - hours before
# $after (String) - hours after
# $low (String) - low end
# $high (String) - high end
help-noise = Tid för att leda: { $before } timmar i veckan före, { $after } efter. Veckor skiljer sig ändå åt så mycket att förändringen kan vara allt mellan { $low } och { $high } timmar.
help-few-weeks = Det behövs fyra veckor i kalendern före steget och fyra efter för att säga något om tiden.
help-freed = Det du valde bort har gett minst hälften av den tid du ville ha.
help-freed-little = Det du valde bort har gett lite tid, mindre än hälften av vad du ville ha.
help-freed-nothing = Det du valde bort har inte gett någon tid än.
help-freed-not-known = Vi vet inte än vad det du valde bort har gett.
help-no-drop = Inget är bortvalt för det här steget.
help-practised = Du har gjort det på minst hälften av dagarna med tillfälle.
help-seldom = Du har gjort det på färre än hälften av dagarna med tillfälle.
help-few-check-ins = Färre än fyra dagar med tillfälle är incheckade.
help-caution = Det här jämför före med efter i en enda kalender. Vad som orsakade en förändring kan det inte säga.
# $question (Number) - which question
# $of (Number) - of how many
choose-progress = Fråga { $question } av { $of }
choose-one = Välj ett alternativ.
choose-room = Vad gör plats för det nya?
choose-room-text = Vi ser lätt vad som kan läggas till och glömmer vad som kan tas bort. Därför kommer den frågan först.
choose-room-field = Det som gör plats
# $minutes (Number) - minutes a week
choose-room-wanted = Ska frigöra { $minutes } minuter i veckan
choose-room-new = Något nytt som jag väljer bort
choose-room-new-hint = Ett möte, en rapport, en vana. Du väljer på nästa sida.
choose-room-nothing = Inget än
choose-room-nothing-hint = Du skriver varför, och kan ändra dig senare.
choose-why = Varför går inget att välja bort?
choose-why-text = En mening räcker. Ibland är skälet något att ta med till din egen chef.
choose-why-field = Skälet
choose-why-hint = Till exempel: allt jag kan välja bort beslutas av någon annan.
choose-need = Vems behov svarar steget på?
choose-need-text = Ledarskap börjar utifrån: i vad någon annan behöver.
choose-need-whose = Vems behov
choose-need-words = Med deras ord, om du har hört dem
choose-need-hint = Skriv inga namn. Till exempel: vi vet inte vad som är viktigast.
need-team = Laget jag leder
need-served = De vi är till för, och deras anhöriga
need-colleague = En annan chef eller enhet
need-own-manager = Min egen chef
need-myself = Mitt eget: den som är slut leder ingen
choose-practice = Vad vill du öva på?
choose-practice-text = En liten sak. Den hårda sidan utmanar, den mjuka ger omsorg; tuff omsorg är båda.
choose-practice-field = Åtta områden, fem övningar i varje
# $side (String) - challenge or care
# $minutes (Number) - how long
practice-hint = { $side } · ungefär { $minutes } minuter
practice-own = Något eget
practice-own-text = med dina egna ord
practice-own-choice = Jag skriver själv
practice-own-words = Vad du ska öva på
practice-own-side = Vilken sida av tuff omsorg
practice-own-area = Område
own-words-hint = Skriv inga namn på enskilda.
choose-plan = När, och vad gör du då?
choose-plan-text = En plan som hänger på något som ändå händer blir mycket oftare av.
plan-pick = Ett tillfälle som ändå kommer
plan-pick-none = Jag skriver ett eget
plan-when = Eller med egna ord: när …
plan-when-hint = Till exempel: jag kommer till morgonmötet
plan-then = Då …
plan-then-hint = Till exempel: frågar jag en person vad som skulle göra dagen lättare
plan-weeks = Hur många veckor
plan-weeks-hint = Sedan tittar du tillbaka: har det blivit naturligt?
plan-days = Dagar då du vill bli tillfrågad
plan-days-hint = Ett kort brev med en länk. Utan någon dag frågar vi inte.
plan-time = Klockan
choose-begin = Börja öva
choose-second = Du övar redan på ett steg
choose-second-text = Ett steg i taget går oftast bättre: uppmärksamheten räcker sällan till två nya vanor. Vill du byta kan du avsluta det du har eller låta det vila.
choose-second-go-on = Jag vill ändå ta ett till
choose-second-back = Till stegen
choose-third = Högst två steg åt gången
choose-third-text = Avsluta ett av stegen eller låt det vila, så finns det plats för ett nytt.
choose-drop-gone = Det bortvalet går inte att använda längre. Välj ett annat.
# $most (Number) - the most
choose-too-many = Du har redan { $most } steg, och fler sparas inte.
time-wrong = Skriv en tid på dygnet, som 15:00.
# $len (Number) - how many there are
# $limit (Number) - the most
text-too-long = Texten har { $len } tecken, och högst { $limit } får plats.
text-control = Texten har ett tecken som inte går att visa.
copy = Kopiera
copied = Kopierad
said-step-chosen = Steget är valt. Bara du ser det.
said-step-paused = Steget vilar.
said-step-resumed = Steget är i gång igen.
said-step-finished = Steget är avslutat.
said-checked-in = Sparat. Tack för att du stannade upp.
said-feed-ended = Adressen är avslutad och visar inget mer.
feed-heading = I din egen kalender
feed-short = Stegets stunder och skyddad tid, i den kalender du redan har.
feed-lead = En hemlig adress som din kalender kan prenumerera på. I kalendern står det ”Mitt steg” och ”Tid att leda”, inte vad steget handlar om.
feed-address = Adressen
feed-address-none = Du har ingen adress än.
feed-address-has = Du har en adress. Den visas bara när den skapas; har du tappat bort den skapar du en ny, och då slutar den gamla gälla.
feed-address-new = Kopiera adressen nu: den visas inte igen. Den som har den kan se tiderna, så ge den inte till någon annan.
feed-address-label = Hemlig adress
feed-make = Skapa en adress
feed-make-again = Skapa en ny adress
feed-end = Avsluta adressen
feed-how = Så lägger du in den
feed-how-outlook = Outlook: Kalender, Lägg till kalender, Prenumerera från webben.
feed-how-google = Google: Andra kalendrar, plus, Från webbadress.
feed-how-apple = Apple: Kalender, Arkiv, Ny kalenderprenumeration.
feed-times = Skyddad tid att leda
feed-times-text = Tid som står som upptagen i din kalender varje vecka.
feed-time-days = Dagar
feed-time-days-wrong = Välj minst en dag.
feed-time-from = Från klockan
feed-time-minutes = Hur länge
feed-time-end = Ta bort
# $time (String) - days and hours
feed-time-end-label = Ta bort { $time }
# $most (Number) - the most
feed-time-too-many = Högst { $most } tider kan skyddas.
feed-protect = Skydda tiden
feed-name = Pejling
feed-step = Mitt steg
# $link (String) - the step's page
feed-step-text = En minut: hur gick det? { $link }
feed-time = Tid att leda

answers-heading = Vad svaren säger
# $question (String) - what was asked
answers-question = Frågan som hör till steget: ”{ $question }”
# $before (String) - before
# $after (String) - after
answers-rounds = Före: { $before }. Efter: { $after }.
# $before (String) - before
# $after (String) - after
answers-went = Medelvärdet var { $before } före och { $after } efter.
# $expected (String) - the mean expected
# $effect (String) - points
# $low (String) - low end
# $high (String) - high end
answers-beside = Liknande grupper, där chefen inte övade på något steg, väntades ha { $expected } efter. Skillnaden är { $effect }, och ligger troligen mellan { $low } och { $high }.
answers-beside-better = Troligen bättre än utan steget
answers-beside-worse = Troligen sämre än utan steget
answers-alone = Liknande grupper att jämföra med är för få, så gruppen jämförs bara med sig själv.
answers-caution = Det är ett samband. Vad som orsakade det kan svaren inte säga.
answers-not-before = Frågan som hör till steget ställdes inte i din grupp innan du började. Ställs den i en kort omgång nu finns något att jämföra med nästa gång.
answers-not-after = Frågan som hör till steget har inte ställts sedan du övat i fyra veckor. Efter nästa omgång går det kanske att säga något.
answers-not-by-itself = Din grupp visades tillsammans med andra, eller så svarade nästan alla lika. Då går det inte att säga om just din grupp har ändrats.
