# $number (Number) - ISO week
# $from (String) - first day
# $to (String) - last day
terminal-week = Vecka { $number }, { $from } till { $to }
# $weeks (Number) - how many
# $from (String) - first day
# $to (String) - last day
terminal-weeks = { $weeks } veckor, { $from } till { $to }
# $lead (String) - hours
# $booked (String) - hours
terminal-sentence = { $lead } av { $booked } timmar gick till att leda.
# $lead (String) - with its unit
# $booked (String) - with its unit
terminal-sentence-short = { $lead } av { $booked } gick till att leda.
# $mean (String) - hours
terminal-sentence-mean = Det är i snitt { $mean } h i veckan.
terminal-kind-lead = Att leda
terminal-kind-coordination = Samordning
terminal-kind-administration = Administration
terminal-kind-firefighting = Brandkår
terminal-kind-recovery = Återhämtning
terminal-kind-other = Annat
terminal-days = Dagarna
terminal-day-1 = mån
terminal-day-2 = tis
terminal-day-3 = ons
terminal-day-4 = tor
terminal-day-5 = fre
terminal-day-6 = lör
terminal-day-7 = sön
terminal-away = ledig
terminal-how = Hur det såg ut
# $minutes (Number) - shortest stretch
terminal-undisturbed = Ostört, minst { $minutes } minuter i sträck
terminal-outside = Utanför arbetstid
terminal-double = Dubbelbokat
terminal-one-to-ones = Enskilda samtal
terminal-own-manager = Enskilt med egen chef
terminal-recurring = I återkommande möten
# $times (Number) - how often
terminal-times = { $times ->
        [one] { $times } gång
       *[other] { $times } gånger
    }
terminal-trend = Att leda, vecka för vecka
# $number (Number) - ISO week
terminal-week-short = v. { $number }
# $mean (String) - hours
# $noise (String) - hours
terminal-noise = I snitt { $mean } h. Veckorna skiljer sig åt med ungefär { $noise } h av sig själva.
terminal-choose-away = Kan något av det här bort?
# $hours (String) - hours
terminal-hours-a-year = { $hours } h om året
# $series (Number) - the number in the list below
terminal-series-number = nr { $series }
# $people (Number) - others invited
terminal-why-big = många är med ({ $people } andra)
# $share (Number) - per cent
terminal-why-double = { $share } % krockar med annat
terminal-why-no-agenda = ingen dagordning
# $share (Number) - per cent
terminal-why-outside = { $share } % ligger utanför arbetstid
# $share (Number) - per cent
terminal-why-declined = { $share } % av de inbjudna tackar nej
# $minutes (Number) - each time
terminal-why-long = långt ({ $minutes } minuter)
terminal-why-administration = kanske kan någon annan göra det
terminal-rhythm-once = en gång
terminal-rhythm-daily = varje dag
# $times (Number) - a week
terminal-rhythm-times-a-week = { $times } gånger i veckan
terminal-rhythm-weekly = varje vecka
# $weeks (Number) - between
terminal-rhythm-every-weeks = var { $weeks }:e vecka
terminal-rhythm-monthly = varje månad
terminal-rhythm-irregular = oregelbundet
terminal-series = Allt som tog tid, och varför det hamnade där
# $word (String) - a word of the rules
terminal-reason-word = ordet ”{ $word }”
# $word (String) - a word of the rules
# $size (String) - how many
terminal-reason-word-and-size = ordet ”{ $word }”, { $size }
terminal-reason-one-to-one = två som talas vid
terminal-reason-own-manager = ensam med sin chef
# $size (String) - how many
terminal-reason-meeting = ett möte, { $size }
terminal-reason-out-of-office = markerat som frånvaro
terminal-reason-private = markerat som privat
terminal-reason-no-word = egen tid, inget ord sa mer
terminal-reason-your-placing = som du har sagt
terminal-size-alone = ensam
terminal-size-two = två
terminal-size-few = tre till fem
terminal-size-some = sex till nio
terminal-size-many = tio eller fler
# $number (Number) - how many more
terminal-more = … och { $number } till
terminal-aside = Räknas inte som timmar
terminal-aside-cancelled = inställt
terminal-aside-declined = avböjt
# $number (Number)
terminal-aside-all-day =
    { $number ->
        [one] heldag
       *[other] heldagar
    }
terminal-aside-free = markerat som ledig tid
terminal-aside-empty = utan längd
# $number (Number)
terminal-aside-copies =
    { $number ->
        [one] kopia
       *[other] kopior
    }
# $number (Number) - how many
terminal-troubles = { $number ->
        [one] { $number } sak i filen gick inte att läsa. Resten är med.
       *[other] { $number } saker i filen gick inte att läsa. Resten är med.
    }
# $line (Number) - line of the file
# $reason (String) - what is wrong with it
terminal-trouble = rad { $line }: { $reason }
terminal-trouble-not-a-line = en rad utan namn och värde
terminal-trouble-unclosed = något som börjar men inte slutar
terminal-trouble-no-start = en händelse utan start
terminal-trouble-bad-start = en start som varken är dag eller tid
terminal-trouble-bad-end = ett slut som inte går att läsa
terminal-trouble-end-before-start = ett slut före starten
terminal-trouble-bad-rule = en upprepning som inte går att läsa
terminal-trouble-bad-date = ett datum som inte går att läsa
terminal-trouble-bad-recurrence-id = en ändring av ett tillfälle som inte går att läsa
terminal-trouble-unknown-zone = en okänd tidszon, läst som tid på plats
terminal-trouble-too-many = fler datum, regler eller zoner än vad som läses
terminal-trouble-too-many-events = fler händelser än vad som läses
terminal-trouble-too-much-work = en upprepning utan rimligt slut
terminal-trouble-too-many-occurrences = fler tillfällen än vad som räknas
# $file (String) - the file
# $reason (String) - what the system says
terminal-unreadable = { $file } går inte att öppna: { $reason }
# $file (String) - the file
# $size (Number) - megabytes
# $limit (Number) - megabytes
terminal-too-large = { $file } är på { $size } MB, och högst { $limit } MB läses. Exportera en kortare tid, till exempel ett år.
# $file (String) - the file
terminal-not-empty = { $file } är tom.
# $file (String) - the file
terminal-not-zip = { $file } är ett zip-arkiv. Packa upp det och ge filen som slutar på .ics.
# $file (String) - the file
terminal-not-gzip = { $file } är packad med gzip. Packa upp den först.
# $file (String) - the file
terminal-not-pdf = { $file } är en PDF. Exportera kalendern som .ics i stället.
# $file (String) - the file
terminal-not-html = { $file } är en webbsida, kanske en inloggningssida, och ingen kalender.
# $file (String) - the file
terminal-not-text = { $file } är ingen kalender: det finns ingen i filen.
# $bookings (Number) - how many
terminal-too-many-bookings = Kalendern har { $bookings } bokningar under tiden. Det är fler än vad som räknas; ta färre veckor med --weeks.
# $from (String) - first day
# $to (String) - last day
terminal-nothing = Inget är bokat mellan { $from } och { $to }.
# $monday (String) - first day of a week
terminal-nearest = Närmaste vecka med något i börjar { $monday }: prova --from { $monday }.
terminal-nothing-at-all = Kalendern har ingenting alls åren runt omkring.
# $megabytes (Number) - size
terminal-progress-reading = Läser { $megabytes } MB …
terminal-progress-counting = Räknar ut alla tillfällen …
# $number (Number) - how many
terminal-progress-sorting = Sorterar { $number } bokningar …
# $hours (String) - hours
terminal-hours = { $hours } h
# $minutes (Number) - each time
terminal-minutes = { $minutes } minuter
# $file (String) - the file
terminal-missing = { $file } finns inte.
# $file (String) - the file
terminal-forbidden = { $file } får du inte läsa.
# $file (String) - the file
terminal-folder = { $file } är en mapp. Ge en fil som slutar på .ics.
# $weeks (Number) - how many
terminal-few-weeks = Räknat på { $weeks ->
        [one] en vecka
       *[other] { $weeks } veckor
    }. Med --weeks 12 blir talen säkrare.
