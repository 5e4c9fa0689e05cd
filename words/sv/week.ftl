kind-lead = Ledarbidrag
kind-coordination = Samordning
kind-administration = Administration
kind-firefighting = Brandkår
kind-recovery = Återhämtning
kind-other = Övrigt
area-direction = Riktning
area-see-the-person = Se människan
area-challenge = Utmana och följa upp
area-trust = Förtroende och utrymme
area-team = Bygga laget
area-outside-in = Utifrån och in
area-learn = Lära och förbättra
area-myself = Leda mig själv
area-direction-motto = alla vet vad som är viktigast, och varför
area-see-the-person-motto = ingen är osynlig, och ingen bär för mycket ensam
area-challenge-motto = det som behöver sägas blir sagt, och det som lovats blir gjort
area-trust-motto = den som kan jobbet får bestämma över det
area-team-motto = vi hjälps åt, och alla kommer till tals
area-outside-in-motto = de vi är till för styr vad vi gör
area-learn-motto = vi prövar, ser efter och lär oss
area-myself-motto = jag orkar leda, och andra vet vad jag övar på
# $number (Number) - ISO week
week-title = Vecka { $number }
# $number (Number) - ISO week
# $dates (String) - from, to
# $hours (String) - booked
week-kicker = Vecka { $number } · { $dates } · { $hours } bokade timmar
# $number (Number) - ISO week
# $dates (String) - from, to
# $time (String) - booked, with its unit
week-kicker-short = Vecka { $number } · { $dates } · { $time } bokat
# $leading (String) - hours
# $booked (String) - hours
week-sentence = { $leading } av { $booked } timmar gick till att leda.
# $leading (String) - with its unit
# $booked (String) - with its unit
week-sentence-short = { $leading } av { $booked } gick till att leda.
# $hours (String) - guessed, with its unit after a short sentence
week-thought = Du trodde { $hours }.
# $minutes (Number)
time-minutes =
    { $minutes ->
        [one] 1 minut
       *[other] { $minutes } minuter
    }
time-hour = 1 timme
# $hours (String) - not one
time-hours = { $hours } timmar
week-lead = Det du bokar säger inte allt om din vecka, men det visar vad du valde.
week-where = Vart veckan gick
week-days = Dag för dag
# $days (String) - hours by day
days-label = Bokade timmar per dag: { $days }
contract-a-day = Avtalad tid per dag
week-facts = Hur veckan var
fact-undisturbed = Ostörda stunder på minst 30 minuter
fact-switches = Byten om dagen
fact-one-to-ones = Enskilda samtal
fact-own-manager = Ensam med din chef
fact-meetings = Möten med andra
fact-meetings-few = Möten med tre till fem
fact-meetings-some = Möten med sex till nio
fact-meetings-many = Möten med tio eller fler
fact-recurring = Återkommande
fact-one-off = Enstaka
fact-outside = Utanför arbetstid
fact-double = Dubbelbokat
week-trend = Tolv veckor
week-trend-note = Timmar av ledarbidrag. Bandet är där dina veckor brukar ligga.
# $weeks (Number) - how many
# $mean (String) - hours
# $low (String) - hours
# $high (String) - hours
trend-label = Ledarbidrag under { $weeks } veckor: i snitt { $mean } timmar, oftast mellan { $low } och { $high }
week-others = Bredvid det som är undersökt
week-others-text = Siffror om andra chefer, med källa och år. Ingen av dem är den rätta.
beside-meetings = Möten
beside-administration = Administration
beside-own-manager = Ensam med din chef
# $what (String) - of the time
# $share (String) - per cent
beside-here = { $what }: { $share }
# $range (String) - per cent
beside-published = Undersökta: { $range }
# $what (String) - of the time
# $share (String) - per cent
# $range (String) - per cent
beside-label = { $what }: { $share } av din bokade tid. Undersökta chefer: { $range }.
week-earlier = Veckan före
week-later = Veckan efter
week-give-again = Läs in kalendern på nytt
week-empty = Se vart veckan gick
week-empty-text = Läs in kalendern som den är. Du slipper föra dagbok och ser på en minut hur mycket som gick till att leda.
week-give-calendar = Läs in kalendern
week-promise = Rubriker, platser och deltagare läses bara i arbetsminnet och sparas aldrig. Ingen annan ser din vecka.
guess-heading = Gissa först
guess-text = Veckan är klar att se. Vad tror du själv, innan du ser?
guess-label = Hur många timmar gick till att leda?
guess-hint = Tid då du stärkte andras förutsättningar, förmågor eller vilja. En känsla räcker.
guess-send = Visa veckan
guess-skip = Visa utan att gissa
guess-wrong = Skriv ett antal timmar mellan 0 och 80, som 12 eller 7,5.
gap-heading = Det kalendern inte visar
# $contract (String) - hours
# $hours (String) - hours
gap-text = Av veckans { $contract } avtalade timmar står { $hours } inte i kalendern.
# $contract (String) - hours
# $hours (String) - hours
gap-over = Hela arbetstiden är bokad: { $hours } mer än avtalets { $contract } timmar. Allt som inte är bokat kom utöver det.
gap-away = Kalendern säger att du var borta hela veckan.
# $hours (String) - booked, with unit
gap-away-over = Kalendern säger att du var borta hela veckan, och { $hours } var bokade ändå.
gap-none = Hela arbetstiden är bokad.
gap-first = Vad gick mest av den till?
gap-second = Och resten?
gap-again = Börja om
gap-firefighting = Brandkår
gap-administration = Administration
gap-being-there = Att finnas till hands
gap-recovery = Återhämtning
away-heading = Välj bort för att välja till
away-text = Återkommande möten som kanske kan gå, de som tar mest tid först.
away-nothing = Inget återkommande sticker ut. Kanske finns det något som inte står i kalendern.
away-own = Välj bort något annat
away-try = Pröva
# $name (String) - the series
away-try-label = Pröva att välja bort: { $name }
# $hours (String) - a year
away-hours = { $hours } h/år
away-big = många deltar
# $share (Number) - per cent
away-double = dubbelbokat { $share } % av tiden
away-no-agenda = ingen dagordning
# $share (Number) - per cent
away-outside = { $share } % utanför arbetstid
# $share (Number) - per cent
away-declined = { $share } % av de inbjudna tackar nej
away-long = långt möte
away-administration = administration som någon annan kanske kan göra
# $rhythm (String) - how often
# $when (String) - weekdays and time
# $length (String) - each time
# $others (String) - how many
series-described = { $rhythm }, { $when }, { $length }, { $others }
# $count (Number) - other people
others =
    { $count ->
        [one] en annan
       *[other] { $count } andra
    }
others-none = bara du
rhythm-once = En gång
rhythm-daily = Varje dag
# $times (Number) - 2 to 4
rhythm-times-a-week = { $times } gånger i veckan
rhythm-weekly = Varje vecka
rhythm-fortnightly = Varannan vecka
# $weeks (Number) - 3 to 8
rhythm-every-weeks = Var { $weeks }:e vecka
rhythm-monthly = Varje månad
rhythm-irregular = Då och då
size-alone = bara du
size-two = två personer
size-few = tre till fem personer
size-some = sex till nio personer
size-many = tio eller fler
why-yours = Du har placerat den här.
why-likes = Du har placerat liknande här.
# $word (String) - of our table
why-word = Ordet ”{ $word }”
# $word (String) - of our table
# $size (String) - how many
why-word-and-size = Ordet ”{ $word }” och { $size }
why-one-to-one = Två personer som talar
why-own-manager = Ensam med din chef
# $size (String) - how many
why-meeting = Möte, { $size }
why-out-of-office = Märkt som frånvaro
why-private = Märkt som privat
why-no-word = Inget ord sa mer
import-heading = Läs in kalendern
import-lead = En fil från Outlook, Google, Apple eller Nextcloud. Den läses på några sekunder.
# $number (Number) - ISO week
import-guess = Gissa först: hur många timmar av vecka { $number } gick till att leda?
import-file = Kalenderfil
# $megabytes (Number) - most
import-file-hint = En .ics-fil, högst { $megabytes } MB.
import-send = Läs filen
import-file-again = Välj filen en gång till, den följer inte med tillbaka.
import-subscribed = Din kalender hämtas av sig själv
import-subscribed-text = Hämta den nu om du vill se rubrikerna och rätta var de hamnat.
import-review = Hämta och granska
import-how = Så får du ut filen
import-how-outlook = Kalender, Arkiv, Spara kalender. Välj hela kalendern och fullständiga uppgifter. I Outlook på webben: Inställningar, Delade kalendrar, Publicera en kalender, och hämta ICS-länken.
import-how-google = Inställningar, Importera och exportera, Exportera. Packa upp filen du får: den innehåller en .ics.
import-how-apple = Välj kalendern, Arkiv, Exportera, Exportera.
import-how-nextcloud = Kalender, de tre prickarna vid kalenderns namn, Exportera.
import-settings = Låt kalendern hämtas av sig själv, eller ändra arbetstiden
import-no-file = Välj en kalenderfil.
import-cut-off = Filen kom inte fram hel. Försök igen.
# $megabytes (Number) - most
import-too-large = Filen är större än { $megabytes } MB. Exportera en kortare tid, ett halvår räcker gott.
import-empty = Filen är tom. Exportera kalendern en gång till.
import-zip = Det är en packad fil. Packa upp den och välj .ics-filen som ligger i.
import-html = Det är en webbsida, kanske en inloggning, och ingen kalender. Exportera kalendern som .ics.
import-binary = Det är ingen kalenderfil. Välj filen som slutar på .ics.
import-text = Det finns ingen kalender i filen. Välj filen som slutar på .ics.
import-too-many = Kalendern har fler bokningar än vi kan läsa. Exportera en kortare tid.
# $weeks (Number) - looked at
import-nothing = Kalendern har inget bokat under de senaste { $weeks } veckorna. Är det rätt kalender?
fetch-not-allowed = Den adressen får Pejling inte hämta från. Fråga den som sköter driften.
fetch-not-found = Det finns ingen kalender på adressen längre. Skapa en ny länk i din kalender.
fetch-unauthorised = Kalendern kräver inloggning. Använd den hemliga länken, inte den vanliga.
fetch-too-slow = Kalendern svarade för långsamt. Vi försöker igen om en stund.
fetch-certificate = Kalenderns server kunde inte visa att den är äkta.
fetch-unreachable = Kalenderns server svarar inte. Vi försöker igen om en stund.
review-title = Granska veckorna
# $events (Number) - in the file
# $weeks (Number) - looked at
review-lead =
    { $events ->
        [one] En händelse läst
       *[other] { $events } händelser lästa
    }, { $weeks ->
        [one] en vecka sedd
       *[other] { $weeks } veckor sedda
    }. Rubrikerna visas bara här och nu.
# $number (Number) - ISO week
review-partly = Vecka { $number } finns bara delvis i filen. Det som redan var räknat står kvar.
review-go-on = Till veckan
review-lines = Hamnade något fel?
review-lines-text = Varje rad säger varför den hamnade där. Flytta det som är fel, så följer likadana med, nu och nästa gång.
# $times (Number) - in the weeks
# $hours (String) - in all
# $others (String) - how many
review-about =
    { $times ->
        [one] { $times } gång
       *[other] { $times } gånger
    }, { $hours }, { $others }
# $title (String) - of the event
review-place-of = Slag av tid för { $title }
review-untitled = Utan rubrik
review-save = Spara rättningarna
# $count (Number) - series
review-more = Och { $count } till, med mindre tid.
# $parts (String) - how many of what
review-aside = Räknas inte som timmar: { $parts }.
# $count (Number) - bookings
aside-declined = { $count } som du tackat nej till
# $count (Number) - bookings
aside-free =
    { $count ->
        [one] en märkt som ledig tid
       *[other] { $count } märkta som ledig tid
    }
# $count (Number) - bookings
aside-all-day =
    { $count ->
        [one] en heldag
       *[other] { $count } heldagar
    }
# $count (Number)
aside-copies =
    { $count ->
        [one] 1 kopia av en händelse som redan är räknad
       *[other] { $count } kopior av händelser som redan är räknade
    }
# $count (Number) - bookings
aside-empty = { $count } utan längd
# $count (Number) - bookings
aside-cancelled =
    { $count ->
        [one] en inställd
       *[other] { $count } inställda
    }
# $count (Number) - series
review-folded =
    { $count ->
        [one] En till, med mindre tid
       *[other] { $count } till, med mindre tid
    }
# $count (Number) - in the file
review-troubles =
    { $count ->
        [one] Ett ställe i filen gick inte att läsa
       *[other] { $count } ställen i filen gick inte att läsa
    }
# $line (Number) - of the file
# $reason (String) - in words
review-trouble = Rad { $line }: { $reason }
trouble-not-a-line = en rad som inte hör till en kalender
trouble-unclosed = en händelse som inte slutar
trouble-start = en händelse utan läsbar början, den räknas inte
trouble-end = ett slut som inte går att läsa
trouble-rule = en upprepning som inte går att läsa, händelsen räknas en gång
trouble-date = ett datum som inte går att läsa
trouble-zone = en okänd tidszon, tiden lästes som lokal
trouble-too-many = fler upprepningar än vi räknar
nothing-booked = Inget bokat.
