kind-lead = Ledelsesbidrag
kind-coordination = Koordinering
kind-administration = Administration
kind-firefighting = Brandslukning
kind-recovery = Restitution
kind-other = Andet
area-direction = Retning
area-see-the-person = Se mennesket
area-challenge = Udfordre og følge op
area-trust = Tillid og råderum
area-team = Bygge holdet
area-outside-in = Udefra og ind
area-learn = Lære og forbedre
area-myself = Lede mig selv
area-direction-motto = alle ved, hvad der er vigtigst, og hvorfor
area-see-the-person-motto = ingen er usynlig, og ingen bærer for meget alene
area-challenge-motto = det, der skal siges, bliver sagt, og det, der er lovet, bliver gjort
area-trust-motto = den, der kan arbejdet, bestemmer over det
area-team-motto = vi hjælper hinanden, og alle kommer til orde
area-outside-in-motto = dem, vi er til for, bestemmer, hvad vi gør
area-learn-motto = vi prøver, ser efter og lærer af det
area-myself-motto = jeg har kræfter til at lede, og andre ved, hvad jeg øver mig på
week-title = Uge { $number }
week-kicker = Uge { $number } · { $dates } · { $hours } bookede timer
week-kicker-short = Uge { $number } · { $dates } · { $time } booket
week-sentence = { $leading } af { $booked } timer gik til at lede.
week-sentence-short = { $leading } af { $booked } gik til at lede.
week-thought = Du troede { $hours }.
time-minutes =
    { $minutes ->
        [one] 1 minut
       *[other] { $minutes } minutter
    }
time-hour = 1 time
time-hours = { $hours } timer
week-lead = Det, du booker, siger ikke alt om din uge, men det viser, hvad du valgte.
week-where = Hvor ugen blev af
week-days = Dag for dag
days-label = Bookede timer pr. dag: { $days }
contract-a-day = Aftalt tid pr. dag
week-facts = Hvordan ugen var
fact-undisturbed = Uforstyrrede stunder på mindst 30 minutter
fact-switches = Skift om dagen
fact-one-to-ones = Samtaler på tomandshånd
fact-own-manager = Alene med din leder
fact-meetings = Møder med andre
fact-meetings-few = Møder med tre til fem
fact-meetings-some = Møder med seks til ni
fact-meetings-many = Møder med ti eller flere
fact-recurring = Tilbagevendende
fact-one-off = Enkeltstående
fact-outside = Uden for arbejdstid
fact-double = Dobbeltbooket
week-trend = Tolv uger
week-trend-note = Timer med ledelsesbidrag. Båndet viser, hvor dine uger plejer at ligge.
trend-label = Ledelsesbidrag i { $weeks } uger: i snit { $mean } timer, oftest mellem { $low } og { $high }
week-others = Ved siden af det, der er undersøgt
week-others-text = Tal om andre ledere, med kilde og år. Ingen af dem er facit.
beside-meetings = Møder
beside-administration = Administration
beside-own-manager = Alene med din leder
beside-here = { $what }: { $share }
beside-published = Undersøgte: { $range }
beside-label = { $what }: { $share } af din bookede tid. Undersøgte ledere: { $range }.
week-earlier = Ugen før
week-later = Ugen efter
week-give-again = Indlæs kalenderen igen
week-empty = Se, hvor ugen blev af
week-empty-text = Indlæs kalenderen, som den er. Du slipper for at føre dagbog og ser på et minut, hvor meget der gik til at lede.
week-give-calendar = Indlæs kalenderen
week-promise = Titler, steder og deltagere læses kun i arbejdshukommelsen og gemmes aldrig. Ingen anden ser din uge.
guess-heading = Gæt først
guess-text = Ugen er klar. Hvad tror du selv, inden du ser den?
guess-label = Hvor mange timer gik til at lede?
guess-hint = Tid, hvor du styrkede andres vilkår, evner eller lyst. En fornemmelse er nok.
guess-send = Vis ugen
guess-skip = Vis uden at gætte
guess-wrong = Skriv et antal timer mellem 0 og 80, som 12 eller 7,5.
gap-heading = Det, kalenderen ikke viser
gap-text = Af ugens { $contract } aftalte timer står { $hours } ikke i kalenderen.
gap-over = Hele arbejdstiden er booket: { $hours } mere end aftalens { $contract } timer. Alt, der ikke er booket, kom oveni.
gap-away = Kalenderen siger, at du var væk hele ugen.
gap-away-over = Kalenderen siger, at du var væk hele ugen, og { $hours } var booket alligevel.
gap-none = Hele arbejdstiden er booket.
gap-first = Hvad gik det meste af den til?
gap-second = Og resten?
gap-again = Begynd forfra
gap-firefighting = Brandslukning
gap-administration = Administration
gap-being-there = At være til stede
gap-recovery = Restitution
away-heading = Vælg fra for at vælge til
away-text = Tilbagevendende møder, som måske kan undværes, de mest tidskrævende først.
away-nothing = Intet tilbagevendende stikker ud. Måske er der noget, der ikke står i kalenderen.
away-own = Vælg noget andet fra
away-try = Prøv
away-try-label = Prøv at vælge fra: { $name }
away-hours = { $hours } t/år
away-big = mange deltager
away-double = dobbeltbooket { $share } % af tiden
away-no-agenda = ingen dagsorden
away-outside = { $share } % uden for arbejdstid
away-declined = { $share } % af de inviterede siger nej
away-long = langt møde
away-administration = administration, som en anden måske kan klare
series-described = { $rhythm }, { $when }, { $length }, { $others }
others =
    { $count ->
        [one] én anden
       *[other] { $count } andre
    }
others-none = kun dig
rhythm-once = Én gang
rhythm-daily = Hver dag
rhythm-times-a-week = { $times } gange om ugen
rhythm-weekly = Hver uge
rhythm-fortnightly = Hver anden uge
rhythm-every-weeks = Hver { $weeks }. uge
rhythm-monthly = Hver måned
rhythm-irregular = Nu og da
size-alone = kun dig
size-two = to personer
size-few = tre til fem personer
size-some = seks til ni personer
size-many = ti eller flere
why-yours = Du har placeret den her.
why-likes = Du har placeret lignende her.
why-word = Ordet ”{ $word }”
why-word-and-size = Ordet ”{ $word }” og { $size }
why-one-to-one = To personer, der taler
why-own-manager = Alene med din leder
why-meeting = Møde, { $size }
why-out-of-office = Markeret som fravær
why-private = Markeret som privat
why-no-word = Intet ord sagde mere
import-heading = Indlæs kalenderen
import-lead = En fil fra Outlook, Google, Apple eller Nextcloud. Den læses på få sekunder.
import-guess = Gæt først: hvor mange timer af uge { $number } gik til at lede?
import-file = Kalenderfil
import-file-hint = En .ics-fil, højst { $megabytes } MB.
import-send = Læs filen
import-file-again = Vælg filen en gang til, den kommer ikke med tilbage.
import-subscribed = Din kalender hentes af sig selv
import-subscribed-text = Hent den nu, hvis du vil se titlerne og rette, hvor de er havnet.
import-review = Hent og gennemgå
import-how = Sådan får du filen ud
import-how-outlook = Kalender, Filer, Gem kalender. Vælg hele kalenderen og alle detaljer. I Outlook på nettet: Indstillinger, Delte kalendere, Publicer en kalender, og hent ICS-linket.
import-how-google = Indstillinger, Importér og eksportér, Eksportér. Pak filen ud: den indeholder en .ics.
import-how-apple = Vælg kalenderen, Arkiv, Eksporter, Eksporter.
import-how-nextcloud = Kalender, de tre prikker ved kalenderens navn, Eksportér.
import-settings = Lad kalenderen blive hentet af sig selv, eller ret arbejdstiden
import-no-file = Vælg en kalenderfil.
import-cut-off = Hele filen kom ikke frem. Prøv igen.
import-too-large = Filen er større end { $megabytes } MB. Eksportér en kortere tid, et halvt år er rigeligt.
import-empty = Filen er tom. Eksportér kalenderen en gang til.
import-zip = Det er en pakket fil. Pak den ud, og vælg .ics-filen i den.
import-html = Det er en webside, måske et login, og ingen kalender. Eksportér kalenderen som .ics.
import-binary = Det er ikke en kalenderfil. Vælg filen, der slutter på .ics.
import-text = Der er ingen kalender i filen. Vælg filen, der slutter på .ics.
import-too-many = Kalenderen har flere bookinger, end vi kan læse. Eksportér en kortere tid.
import-nothing = Kalenderen har intet booket i de seneste { $weeks } uger. Er det den rigtige kalender?
fetch-not-allowed = Den adresse må Pejling ikke hente fra. Spørg driften.
fetch-not-found = Der er ikke længere en kalender på adressen. Lav et nyt link i din kalender.
fetch-unauthorised = Kalenderen kræver login. Brug det hemmelige link, ikke det almindelige.
fetch-too-slow = Kalenderen svarede for langsomt. Vi prøver igen om lidt.
fetch-certificate = Kalenderens server kunne ikke vise, at den er ægte.
fetch-unreachable = Kalenderens server svarer ikke. Vi prøver igen om lidt.
review-title = Gennemgå ugerne
review-lead =
    { $events ->
        [one] Én begivenhed læst
       *[other] { $events } begivenheder læst
    }, { $weeks ->
        [one] én uge set
       *[other] { $weeks } uger set
    }. Titlerne vises kun her og nu.
review-partly = Uge { $number } er kun delvis med i filen. Det, der allerede var talt, er der stadig.
review-go-on = Til ugen
review-lines = Er noget havnet forkert?
review-lines-text = Hver linje siger, hvorfor den havnede der. Flyt det, der er forkert, så følger lignende med, nu og næste gang.
review-about =
    { $times ->
        [one] { $times } gang
       *[other] { $times } gange
    }, { $hours }, { $others }
review-place-of = Slags tid for { $title }
review-untitled = Uden titel
review-save = Gem rettelserne
review-more = Og { $count } til, med mindre tid.
review-aside = Tæller ikke som timer: { $parts }.
aside-declined = { $count }, du har sagt nej til
aside-free =
    { $count ->
        [one] én markeret som fri tid
       *[other] { $count } markeret som fri tid
    }
aside-all-day =
    { $count ->
        [one] én heldag
       *[other] { $count } heldage
    }
aside-copies =
    { $count ->
        [one] 1 kopi af en begivenhed, der allerede er talt med
       *[other] { $count } kopier af begivenheder, der allerede er talt med
    }
aside-empty = { $count } uden længde
aside-cancelled =
    { $count ->
        [one] én aflyst
       *[other] { $count } aflyste
    }
review-folded =
    { $count ->
        [one] Én til, med mindre tid
       *[other] { $count } til, med mindre tid
    }
review-troubles =
    { $count ->
        [one] Ét sted i filen kunne ikke læses
       *[other] { $count } steder i filen kunne ikke læses
    }
review-trouble = Linje { $line }: { $reason }
trouble-not-a-line = en linje, der ikke hører til en kalender
trouble-unclosed = en begivenhed, der ikke slutter
trouble-start = en begivenhed uden læsbar begyndelse, den tælles ikke
trouble-end = en slutning, der ikke kan læses
trouble-rule = en gentagelse, der ikke kan læses, begivenheden tælles én gang
trouble-date = en dato, der ikke kan læses
trouble-zone = en ukendt tidszone, tiden blev læst som lokal
trouble-too-many = flere gentagelser, end vi tæller
nothing-booked = Intet booket.
