drop-new = Vad väljer du bort?
drop-new-text = Något som tar tid och som få skulle sakna. Du säger hur mycket tid det ska ge, så följs det upp.
drop-save = Välj bort det
drop-what = Något som ofta går att välja bort
drop-what-of-weeks = Ur dina veckor, eller något som ofta går att välja bort
drop-own = Något annat
drop-own-words = Med egna ord
drop-own-hint = Om du valde Något annat. Skriv inga namn på enskilda.
drop-own-hint-of-weeks = Om du valde Något annat, eller vill ge mötet ett namn. Skriv inga namn på enskilda.
drop-name = Vad du kallar det, om du vill
drop-how = Hur
drop-how-drop = Lägga ner
drop-how-delegate = Låta någon annan göra det
drop-how-shorten = Korta
drop-how-rarer = Mer sällan
drop-wanted = Tid du vill få
drop-wanted-hint = En gissning räcker.
drop-now = Tid det tar nu, om du vet
drop-now-hint = Det som inte syns i kalendern följs med din egen uppskattning.
# $times (Number) - times a year
# $minutes (Number) - minutes each
# $people (Number) - how many are in it
drop-series =
    Ett möte som kommer { $times } gånger om året, { $minutes } minuter varje gång, med { $people ->
        [one] en person
        *[other] { $people } personer
    }.
drop-series-unnamed = Ett återkommande möte
# $most (Number) - the most
drop-too-many = Du har redan { $most } bortval, och fler sparas inte.
# $day (String) - the first day
drop-since = sedan { $day }
drop-kept = Bortvalt för gott
drop-given-up = Kom tillbaka
# $freed (Number) - minutes freed
# $wanted (Number) - minutes wanted
drop-freed-of = { $freed } minuter fria i veckan, av de { $wanted } du ville ha.
# $wanted (Number) - minutes wanted
drop-freed-none-of = Ingen tid fri än, av de { $wanted } minuter i veckan du ville ha.
# $wanted (Number) - minutes wanted
drop-not-known = Du vill få { $wanted } minuter i veckan. Vi vet inte än.
drop-freed-heading = Vad det har gett
# $wanted (Number) - minutes wanted
drop-estimate-later = Du ville få { $wanted } minuter i veckan. När två veckor har gått säger du hur mycket tid det tar nu, så vet vi.
# $wanted (Number) - minutes wanted
drop-calendar-later = Du ville få { $wanted } minuter i veckan. När minst två veckor till finns i kalendern syns det om tiden blev fri.
drop-measured = Mätt i dina importerade veckor, före och efter.
drop-estimated = Efter dina egna uppskattningar.
drop-bar-wanted = Du ville
drop-bar-freed = Det blev
# $kind (String) - kind of time
# $minutes (Number) - minutes a week
drop-place = Mest av tiden tycks ha gått till { $kind }: { $minutes } minuter mer i veckan.
drop-place-lead = att leda
drop-place-coordination = samordning
drop-place-administration = administration
drop-place-firefighting = brandsläckning
drop-place-recovery = återhämtning
drop-place-other = annat
drop-estimate = Hur mycket tid tar det nu?
drop-estimate-text = Gissa på en vanlig vecka. Noll är ett bra svar.
drop-estimate-field = Tid i en vanlig vecka
drop-estimates = Det du har sagt
drop-end = Hur blev det?
drop-end-text = Säg det när du vet.
drop-keep = Det är borta för gott
drop-give-up = Det kom tillbaka
drop-back = Alla steg och bortval
minutes-a-week = minuter i veckan
minutes-unit = minuter
# $least (Number) - the least
# $most (Number) - the most
minutes-wrong = Skriv ett antal minuter från { $least } till { $most }.
said-drop-chosen = Bortvalt. Nu följer vi om tiden blir fri.
