terminal-week = Uge { $number }, { $from } til { $to }
terminal-weeks = { $weeks } uger, { $from } til { $to }
terminal-sentence = { $lead } af { $booked } timer gik til at lede.
terminal-sentence-short = { $lead } af { $booked } gik til at lede.
terminal-sentence-mean = Det er i snit { $mean } t om ugen.
terminal-kind-lead = At lede
terminal-kind-coordination = Koordinering
terminal-kind-administration = Administration
terminal-kind-firefighting = Brandslukning
terminal-kind-recovery = Restitution
terminal-kind-other = Andet
terminal-days = Dagene
terminal-day-1 = man
terminal-day-2 = tir
terminal-day-3 = ons
terminal-day-4 = tor
terminal-day-5 = fre
terminal-day-6 = lør
terminal-day-7 = søn
terminal-away = fri
terminal-how = Sådan så det ud
terminal-undisturbed = Uforstyrret, mindst { $minutes } minutter i træk
terminal-outside = Uden for arbejdstiden
terminal-double = Dobbeltbooket
terminal-one-to-ones = Samtaler på tomandshånd
terminal-own-manager = Alene med egen leder
terminal-recurring = I møder, der går igen
terminal-times = { $times ->
        [one] { $times } gang
       *[other] { $times } gange
    }
terminal-trend = At lede, uge for uge
terminal-week-short = u. { $number }
terminal-noise = I snit { $mean } t. Ugerne varierer af sig selv med omkring { $noise } t.
terminal-choose-away = Kan noget af det her vælges fra?
terminal-hours-a-year = { $hours } t om året
terminal-series-number = nr. { $series }
terminal-why-big = mange er med ({ $people } andre)
terminal-why-double = { $share } % falder sammen med andet
terminal-why-no-agenda = ingen dagsorden
terminal-why-outside = { $share } % ligger uden for arbejdstiden
terminal-why-declined = { $share } % af de inviterede siger nej
terminal-why-long = langt ({ $minutes } minutter)
terminal-why-administration = måske kan en anden gøre det
terminal-rhythm-once = én gang
terminal-rhythm-daily = hver dag
terminal-rhythm-times-a-week = { $times } gange om ugen
terminal-rhythm-weekly = hver uge
terminal-rhythm-every-weeks = hver { $weeks }. uge
terminal-rhythm-monthly = hver måned
terminal-rhythm-irregular = uregelmæssigt
terminal-series = Alt, der tog tid, og hvorfor det endte der
terminal-reason-word = ordet ”{ $word }”
terminal-reason-word-and-size = ordet ”{ $word }”, { $size }
terminal-reason-one-to-one = to, der taler sammen
terminal-reason-own-manager = alene med sin leder
terminal-reason-meeting = et møde, { $size }
terminal-reason-out-of-office = markeret som fravær
terminal-reason-private = markeret som privat
terminal-reason-no-word = egen tid, intet ord sagde mere
terminal-reason-your-placing = som du har sagt
terminal-size-alone = alene
terminal-size-two = to
terminal-size-few = tre til fem
terminal-size-some = seks til ni
terminal-size-many = ti eller flere
terminal-more = … og { $number } til
terminal-aside = Tæller ikke som timer
terminal-aside-cancelled = aflyst
terminal-aside-declined = afslået
terminal-aside-all-day =
    { $number ->
        [one] hel dag
       *[other] hele dage
    }
terminal-aside-free = markeret som ledig tid
terminal-aside-empty = uden længde
terminal-aside-copies =
    { $number ->
        [one] kopi
       *[other] kopier
    }
terminal-troubles = { $number ->
        [one] { $number } ting i filen kunne ikke læses. Resten er med.
       *[other] { $number } ting i filen kunne ikke læses. Resten er med.
    }
terminal-trouble = linje { $line }: { $reason }
terminal-trouble-not-a-line = en linje uden navn og værdi
terminal-trouble-unclosed = noget, der begynder, men ikke slutter
terminal-trouble-no-start = en begivenhed uden start
terminal-trouble-bad-start = en start, der hverken er dag eller tid
terminal-trouble-bad-end = en slutning, der ikke kan læses
terminal-trouble-end-before-start = en slutning før starten
terminal-trouble-bad-rule = en gentagelse, der ikke kan læses
terminal-trouble-bad-date = en dato, der ikke kan læses
terminal-trouble-bad-recurrence-id = en ændring af en gang, der ikke kan læses
terminal-trouble-unknown-zone = en ukendt tidszone, læst som tid på stedet
terminal-trouble-too-many = flere datoer, regler eller zoner, end der læses
terminal-trouble-too-many-events = flere begivenheder, end der læses
terminal-trouble-too-much-work = en gentagelse uden rimelig ende
terminal-trouble-too-many-occurrences = flere gange, end der tælles
terminal-unreadable = { $file } kan ikke åbnes: { $reason }
terminal-too-large = { $file } er på { $size } MB, og højst { $limit } MB læses. Eksportér en kortere tid, for eksempel et år.
terminal-not-empty = { $file } er tom.
terminal-not-zip = { $file } er et zip-arkiv. Pak det ud, og giv filen, der ender på .ics.
terminal-not-gzip = { $file } er pakket med gzip. Pak den ud først.
terminal-not-pdf = { $file } er en PDF. Eksportér kalenderen som .ics i stedet.
terminal-not-html = { $file } er en webside, måske en loginside, og ingen kalender.
terminal-not-text = { $file } er ingen kalender: der er ingen i filen.
terminal-too-many-bookings = Kalenderen har { $bookings } bookinger i perioden. Det er flere, end der tælles; tag færre uger med --weeks.
terminal-nothing = Intet er booket mellem { $from } og { $to }.
terminal-nearest = Den nærmeste uge med noget i begynder { $monday }: prøv --from { $monday }.
terminal-nothing-at-all = Kalenderen har slet ingenting i årene omkring.
terminal-progress-reading = Læser { $megabytes } MB …
terminal-progress-counting = Finder alle gentagelser …
terminal-progress-sorting = Sorterer { $number } bookinger …
terminal-hours = { $hours } t
terminal-minutes = { $minutes } minutter
terminal-missing = { $file } findes ikke.
terminal-forbidden = { $file } må du ikke læse.
terminal-folder = { $file } er en mappe. Giv en fil, der ender på .ics.
terminal-few-weeks = Regnet på { $weeks ->
        [one] én uge
       *[other] { $weeks } uger
    }. Med --weeks 12 bliver tallene sikrere.
