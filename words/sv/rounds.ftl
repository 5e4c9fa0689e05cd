letter-invitation-subject = Några frågor till dig
# $organisation (String) - the organisation's name
# $round (String) - the round's name
# $link (String) - their own link
# $until (String) - day and time
# $k (Number) - the fewest answers anything is shown of
# $words (String) - the six words
letter-invitation-body =
    Hej!

    { $organisation } frågar dig och dina kollegor: ”{ $round }”. Det tar någon minut.

    Här svarar du. Länken är din egen, så skicka den inte vidare:

    { $link }

    Din valsedel finns att hämta till { $until }.

    Systemet vet att du har hämtat en valsedel, inte vad du har svarat. Resultatet visas en gång, för minst { $k } svar, och aldrig så att en mindre grupp kan räknas ut.

    De här sex orden visar att alla svarar på samma villkor. De ska vara desamma på sidan där du svarar:

    { $words }
letter-reminder-subject = Påminnelse: några frågor till dig
# $round (String) - the round's name
# $until (String) - day and time
# $link (String) - their own link
# $words (String) - the six words
letter-reminder-body =
    Hej!

    Du har en valsedel kvar att hämta: { $round }. Den finns till { $until }.

    { $link }

    Vill du inte svara är det i sin ordning. Ingen chef får veta vem som har hämtat sin valsedel, och du får högst två påminnelser.

    De sex orden: { $words }
# $unit (String) - a unit
rounds-group-own = Egen personal i { $unit }
# $names (String) - occupations
# $unit (String) - a unit
rounds-group-of-unit = { $names } i { $unit }
rounds-group-no-occupation = Yrke inte angivet
rounds-heading = Omgångar
rounds-lead = Ett år av frågor på en sida: vad som är öppet, vad som kommer och vad som är klart.
rounds-lead-leader = Fråga dem du leder, eller dem ni är till för. Alla ser svaren samtidigt, du och laget.
rounds-plan = Planera en omgång
rounds-open-now = Öppna nu
rounds-coming = Kommande
rounds-done = Avslutade
rounds-none = Ingen omgång än
rounds-none-text = En omgång är några frågor till en enhet eller flera, öppna några veckor. Ingen kan se vem som har svarat vad.
# $from (String) - date
# $to (String) - date
rounds-days = { $from } – { $to }
rounds-back = Tillbaka till omgången
rounds-state-planned = Planerad
rounds-state-frozen = Förbereds
rounds-state-open = Öppen
rounds-state-closed = Avslutad
rounds-state-called-off = Inställd
# $unit (String) - a unit
# $state (String) - where it stands
rounds-kicker = { $unit } · { $state }
rounds-reach-unit = Enheten
rounds-reach-unit-text = De som har enhetens chef som sin närmaste chef.
rounds-reach-subtree = Enheten och allt under den
rounds-reach-subtree-text = Alla anställda. En chefs egna svar räknas en nivå upp.
rounds-reach-occupations = Enheten och allt under den, per yrke
# $least (Number) - people
# $group (Number) - people
rounds-reach-occupations-text = Alla anställda. Svaren visas per yrke i enheter med minst { $least } personer, och inte per mindre enhet. Yrken med färre än { $group } slås ihop.
rounds-reach-managers = Cheferna
rounds-reach-managers-text = Bara de som leder en enhet, om sina egna villkor.
rounds-reach-open = De vi är till för
rounds-reach-open-text = Brukare, anhöriga eller invånare, med en affisch. Vi vet inte vilka de är, och siffrorna är därför bara en fingervisning.
# $day (String) - date
# $people (Number) - people
# $groups (Number) - groups
rounds-lead-planned =
    Vilka som tillfrågas avgörs { $day }. I dag skulle det vara { $people } personer i { $groups ->
        [one] en grupp
       *[other] { $groups } grupper
    }.
rounds-lead-planned-open = När omgången öppnar finns en affisch att sätta upp.
# $least (Number) - people
rounds-lead-too-few = I dag är de färre än { $least }. Är de det också när omgången förbereds ställs den in.
# $when (String) - date and time
rounds-lead-frozen = Vilka som tillfrågas är avgjort. Omgången öppnar { $when }, om den är tagen upp i samverkan.
# $when (String) - date and time
rounds-lead-open = Svar tas emot till { $when }. Ingen ser något resultat före dess.
rounds-lead-closed = Omgången är klar. Resultatet blev synligt för chef och lag i samma stund.
rounds-lead-withheld = Omgången är klar, men inget resultat har lämnats ut. Varför står vid svaren.
rounds-lead-called-off = Omgången är inställd. Inget av det som eventuellt svarats visas för någon.
rounds-keys = Nycklar
# $made (Number) - keys
# $wanted (Number) - keys
rounds-keys-making = { $made } av { $wanted } nycklar är gjorda. Ladda om sidan för att se hur långt det har kommit.
# $wanted (Number) - keys
rounds-keys-ready =
    { $wanted ->
        [one] Nyckeln är gjord.
       *[other] Alla { $wanted } nycklar är gjorda.
    }
# $questions (Number) - questions
rounds-warn-long = { $questions } frågor är många. Med högst tolv svarar fler.
# $asked (Number) - questions
rounds-warn-part-of-hme = Bara { $asked } av HME:s nio frågor är med. Då går det inte att räkna ut något index eller rapportera.
rounds-warn-hme-order = HME:s nio frågor står inte i följd. Då kan de inte jämföras med andras.
rounds-consult = Inte tagen i samverkan än
rounds-consult-text = En omgång öppnar inte förrän den har tagits upp i samverkan. Skriv dagen här när det är gjort.
rounds-consult-day = Dag i samverkan
rounds-consult-hint = Kan fyllas i senare, men innan omgången öppnar.
rounds-consult-save = Spara dagen
rounds-words-text = De sex orden står på sidan där man svarar, i inbjudan och på affischen. Ge dem till skyddsombudet: så kan vem som helst se att alla svarar på samma villkor.
rounds-poster = Affisch att skriva ut
rounds-manifest = Sidan som alla kan jämföra med
rounds-participation = Hur många som har hämtat sin valsedel
rounds-collected-below-quarter = Mindre än en fjärdedel. Vilka syns inte, och finare än så visas det inte för någon.
rounds-collected-below-half = Mellan en fjärdedel och hälften. Vilka syns inte, och finare än så visas det inte för någon.
rounds-collected-below-three-quarters = Mellan hälften och tre fjärdedelar. Vilka syns inte, och finare än så visas det inte för någon.
rounds-collected-most = Tre fjärdedelar eller fler. Vilka syns inte, och finare än så visas det inte för någon.
rounds-counted = När omgången stängde
rounds-counted-ballots = Räknade röster
rounds-counted-drawn = Hämtade valsedlar
rounds-counted-read = Läs svaren
rounds-facts = Så är omgången lagd
rounds-who = Vilka som tillfrågas
rounds-opens = Öppnar
rounds-closes = Stänger
rounds-languages = Språk
rounds-k = Minsta antal svar som visas
# $k (Number) - answers
rounds-k-value = { $k } svar
rounds-k-unit = svar
# $k (Number) - answers
rounds-k-hint = { $k } är det vanliga: man själv och minst fem till. Talet kan inte ändras när omgången är öppen.
rounds-consulted = I samverkan
rounds-consulted-not = Inte än
rounds-strict = Extra försiktigt över tid
rounds-strict-on = Ja
rounds-strict-hint = Har bara några få börjat eller slutat i en grupp sedan sist, visas gruppen ungefärligt, tillsammans med grannarna eller inte alls. Då kan ingen räkna ut vad just de svarade genom att jämföra två omgångar. Priset är att färre får se en egen siffra.
rounds-strict-off = Av.
# $date (String) - since when
rounds-strict-since = På sedan { $date }.
rounds-strict-begin = Slå på för omgångar som öppnar härefter
rounds-strict-end = Slå av för omgångar som öppnar härefter
rounds-asked = Tillfrågade
rounds-groups = Grupper
# $groups (String) - groups
rounds-groups-open = Visa alla { $groups } grupper
# $least (Number) - people
rounds-groups-text = Varje grupp är minst { $least } personer. Små enheter svarar tillsammans, så att inte ens systemet vet vad den lilla enheten har svarat.
rounds-group = Grupp
rounds-questions = Frågor
rounds-cancel = Ställ in omgången
rounds-cancel-text = Då visas aldrig något resultat, och vilka som har hämtat valsedel glöms genast. Det går inte att ångra.
rounds-cancel-do = Ställ in
rounds-plan-lead = Få frågor, ett tydligt slut och ett samtal efteråt. Tolv frågor är i mesta laget.
# $most (Number) - questions
rounds-plan-lead-leader = En kort omgång: högst { $most } frågor, och fyra veckor till nästa. Välj gärna det du övar på.
rounds-name = Namn
rounds-name-hint = Syns för alla som tillfrågas. Till exempel: Höstens frågor.
rounds-unit = Enhet
rounds-set-practice = Hur det är att ledas här
rounds-set-practice-text = En fråga för varje område att leda. Två till fyra räcker.
rounds-set-hme = Hållbart medarbetarengagemang (HME)
rounds-set-hme-text = Nio frågor som alla svenska kommuner kan jämföra sig med. Ta alla nio eller inga.
rounds-set-conditions = Chefers egna villkor
rounds-set-conditions-text = Bara för omgångar till chefer.
rounds-set-served = De vi är till för
rounds-set-served-text = Bara för öppna omgångar med affisch.
rounds-set-talk = Pratade vi om det?
rounds-set-talk-text = Om svaren från förra gången togs upp.
rounds-set-compared = Jämfört med förra gången
rounds-set-compared-text = Sämre, likadant eller bättre, i var och ens egna ögon.
rounds-own = Egna frågor
# $most (Number) - characters
rounds-own-text = En på varje rad, högst { $most } tecken. De besvaras på samma skala som de andra. Samma ord nästa gång räknas som samma fråga. Skriv aldrig någons namn.
# $language (String) - a language's own name
rounds-own-in = Egna frågor, { $language }
rounds-words = En fråga att svara på med egna ord
rounds-words-hint = Lämna tomt om du inte behöver den. Det som skrivs kan kännas igen på orden: därför krävs fler svar innan något visas, och den som skriver varnas.
# $language (String) - a language's own name
rounds-words-in = Frågan, { $language }
rounds-talked = Fråga två veckor efteråt om ni pratade om svaren
rounds-talked-hint = En enda fråga, öppen en vecka.
rounds-more = Mer
rounds-times = Antal omgångar
rounds-times-hint = Planera gärna ett år i taget: samma frågor, jämnt fördelade.
rounds-times-unit = omgångar
rounds-weeks = Från en till nästa
rounds-weeks-unit = veckor
rounds-plan-do = Planera omgången
rounds-sure = Jag vill fråga så ändå
rounds-sure-first = Läs det som står om frågorna och kryssa i att du vill ändå.
rounds-not-yours = Du kan planera för en enhet som du själv leder.
# $asked (Number) - people
# $least (Number) - people
rounds-too-few = Där är det { $asked } att fråga. Det behövs minst { $least } för att ingen ska kunna pekas ut.
# $weeks (Number) - weeks
# $day (String) - date
rounds-too-close = Det ska gå minst { $weeks } veckor mellan omgångarna. Närmaste lediga dag är { $day }.
# $date (String) - a day
rounds-same-questions = Samma frågor ställs till samma personer nära i tiden, men svaren visas på det andra sättet: per enhet eller per yrke. Lagda bredvid varandra kan de avslöja små grupper. Välj { $date } eller senare, eller andra frågor.
# $most (Number) - questions
rounds-too-long = Högst { $most } frågor.
rounds-unsuited = Någon av frågorna är gjord för andra än dem som tillfrågas.
# $language (String) - a language's own name
rounds-not-translated = En egen fråga saknas på { $language }. Skriv den också så, eller välj bort språket.
# $most (Number) - characters
rounds-name-wrong = Ge omgången ett namn, högst { $most } tecken.
rounds-day-wrong = Skriv en dag, som 2027-01-18.
rounds-day-ahead = Den dagen har inte kommit än.
rounds-opens-past = Den dagen har redan varit.
rounds-too-far = Högst ett drygt år framåt.
# $days (Number) - days
rounds-length-wrong = En omgång är öppen minst ett dygn och högst { $days } dagar.
# $least (Number) - answers
# $most (Number) - answers
rounds-k-wrong = Mellan { $least } och { $most } svar.
# $least (Number) - the least
# $most (Number) - the most
rounds-number-wrong = Ett tal från { $least } till { $most }.
rounds-no-question = Välj minst en fråga.
# $most (Number) - questions
rounds-too-many-own = Högst { $most } egna frågor, och en att svara på med egna ord.
rounds-twice = Samma fråga står två gånger.
# $language (String) - a language's own name
rounds-own-missing = Skriv frågan också på { $language }.
# $least (Number) - characters
# $most (Number) - characters
rounds-own-length = En fråga har mellan { $least } och { $most } tecken.
manifest-heading = Samma villkor för alla
manifest-lead = Allt som avgör vad som ska visas bestämdes när omgången öppnade. Här kan vem som helst jämföra, och ingen behöver logga in.
manifest-words = De sex orden
manifest-words-text = Jämför med orden i inbjudan, på affischen eller på sidan där du svarar. Är något ord ett annat: svara inte, och säg till skyddsombudet.
manifest-facts = I korthet
manifest-lines = Rader i hela listan
manifest-counted-text = Fler röster än hämtade valsedlar och använda svarskort kan det inte vara. Är de fler visas inget resultat.
manifest-download = Hela listan
manifest-download-text = Omgången, trädet av grupper och varje grupps öppna nyckel, en rad var. De sex orden är början på dess hash, räknad som i RFC 9162:
manifest-download-do = Hämta listan
# $name (String) - the round
poster-title = Affisch: { $name }
poster-named-lead = Säg hur det är. Ingen kan se vad just du har svarat.
poster-named-where = Din egen länk kom med e-posten, och finns på din startsida när du loggar in.
poster-named-slip = Hellre på papper? Be skyddsombudet om ett svarskort.
# $k (Number) - answers
poster-named-promise = Resultatet visas en gång, för minst { $k } svar, för chef och lag samtidigt.
poster-open-lead = Hur är det här för dig? Det tar en minut, och vi frågar inte vem du är.
poster-open-where = Rikta telefonens kamera mot rutan, eller skriv adressen.
poster-open-worth = Alla som går förbi kan svara. Svaren är därför en fingervisning och inget mått.
# $k (Number) - answers
poster-open-promise = Resultatet visas en gång, och bara om minst { $k } har svarat.
poster-open-words = Samma sex ord ska stå på sidan där du svarar. Är något ord ett annat: svara inte, och säg till någon som arbetar här.
# $address (String) - an address
poster-qr = QR-kod till { $address }
poster-print = Skriv ut sidan: menyn kommer inte med.
slips = Svarskort
slips-none = Inga
# $made (String) - slips
# $left (String) - slips
slips-made-left = { $made } gjorda, { $left } inte använda
slips-make = Gör svarskort
slips-make-text = För den som inte har dator, telefon eller e-post, och för den som hellre vill. Gör så många som gruppen behöver: varje kort räknas, också de som inte används.
slips-count = Antal
slips-unit = kort
slips-make-do = Gör korten och visa dem
# $most (Number) - slips
slips-count-wrong = Mellan 1 och { $most } kort åt gången.
# $left (Number) - slips
slips-too-many = Högst { $left } till: annars finns det fler valsedlar än människor i gruppen.
# $count (Number) - slips
# $group (String) - a group
slips-heading = { $count } svarskort: { $group }
slips-once = Skriv ut nu. Koderna visas bara här, och bara den här gången: systemet sparar dem inte.
slips-lead = Den som har ett kort kan svara. Låt därför skyddsombudet ta hand om dem, inte chefen.
slips-how = Så gör ni
slips-how-print = Skyddsombudet skriver ut, eller är med när det görs.
slips-how-cut = Klipp isär, vik med texten inåt och blanda i en skål.
slips-how-draw = Var och en drar ett kort själv. Ingen annan tittar på det.
slips-how-tick = Ombudet prickar av på en papperslista vem som har dragit. Listan rivs när omgången har stängt.
slips-how-return = Kort som blir över rivs sönder. Hur många som inte användes räknas och visas.
slips-sheet = Kort att klippa isär
slips-large = Stor stil
slips-large-hint = För den som ser dåligt. Det blir två kort på varje sida, och det går åt mer papper.
slips-qr = QR-kod till det här kortets valsedel
# $address (String) - an address
slips-text = Rikta telefonens kamera mot rutan. Utan kamera: gå till { $address } och skriv koden.
slips-code = Kod, gäller en gång:
# $when (String) - date and time
slips-until = Svara senast { $when }.
today-asked = Några frågor till dig
# $round (String) - the round
# $until (String) - date and time
today-asked-until = ”{ $round }”: din valsedel finns att hämta till { $until }.
# $round (String) - the round
# $until (String) - date and time
today-asked-collected = ”{ $round }”: du har hämtat din valsedel. I den webbläsaren, eller med din valkod, kan du svara och ändra dig till { $until }.
today-asked-do = Svara
today-asked-again = Till svarssidan
nav-rounds = Omgångar
said-round-planned = Omgången är planerad.
said-round-called-off = Omgången är inställd.
