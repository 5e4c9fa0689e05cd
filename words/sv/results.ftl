# $round (String) - name of the round
letter-results-subject = Svaren från { $round } finns att läsa
# $round (String) - name of the round
# $link (String) - address of the page
letter-results-body =
    Hej!

    { $round } har stängt. Svaren går att läsa nu. Alla som deltog och deras chefer får det här brevet samtidigt.

    { $link }

    Resultatet visas bara för grupper där tillräckligt många har svarat, och aldrig så att någons svar går att räkna ut. Kopplingen mellan dig och valsedeln är förstörd.
# $round (String) - name of the round
# $link (String) - address of the page
letter-results-open-body =
    Hej!

    { $round } har stängt. Svaren från dem som använde affischen går att läsa nu.

    { $link }

    Alla som gick förbi kunde svara, så siffrorna är en fingervisning och inget mått. Ingen vet vem som svarade.
# $round (String) - name of the round
letter-withheld-subject = Inget resultat från { $round }
# $round (String) - name of the round
# $link (String) - address of the page
letter-withheld-body =
    Hej!

    { $round } har stängt. Inget resultat visas, för någon: kontrollen före utlämnandet sade nej. Alla som deltog och deras chefer får det här brevet samtidigt. Varför står här:

    { $link }

    Inga svar lämnas ut, och kopplingen mellan dig och valsedeln är förstörd.
nav-results = Svaren
results-heading = Svaren
results-lead = Alla i en grupp och deras chef ser samma sak, från samma stund. Ingen enskilds svar finns här.
results-empty = Inga svar att läsa än
results-empty-text = När en omgång stänger visas svaren här, för alla som är med i gruppen på samma gång.
# $date (String) - day of closing
results-closed-on = Stängde { $date }
# $ballots (String) - ballots
# $eligible (String) - people asked
results-answered = { $ballots } av { $eligible } svarade
# $ballots (String) - ballots
results-answered-open = { $ballots } svarade
# $name (String) - unit
results-read = Läs svaren från { $name }
results-read-whole = Läs hela omgången
results-withheld = Inget resultat har lämnats ut
results-withheld-audit = Den oberoende kontrollen kunde inte utesluta att någons svar gick att räkna ut. Då visas ingenting, för någon.
results-withheld-ballots = Valsedlarna stämmer inte med hur många som lämnades ut. Då går svaren inte att lita på, och ingenting visas.
# $name (String) - unit
results-together-heading = { $name } visas tillsammans med andra
# $k (String) - fewest answers
results-together-text = Det behövs minst { $k } svar för att ingens svar ska gå att räkna ut. Här är den minsta grupp som räcker:
# $name (String) - what the group is called
results-band-heading = { $name } visas ungefärligt
results-band-text = Några få har börjat eller slutat sedan sist. Därför står det bara vad medelvärdena ligger mellan: då kan ingen räkna ut vad just de har svarat.
# $k (String) - fewest answers
results-together-strict-text = Antingen blev det färre än { $k } svar, eller så har några få börjat eller slutat sedan sist. Här är den minsta grupp som går att visa utan att någons svar kan räknas ut:
# $name (String) - unit
results-nothing = Inget visas för { $name }
# $k (String) - fewest answers
results-nothing-text = Det behövs minst { $k } svar, och så många blev det inte ens tillsammans med grupperna bredvid.
# $k (String) - fewest answers
results-nothing-strict-text = Det behövs minst { $k } svar, och omgången är extra försiktig över tid: några få har börjat eller slutat sedan sist, och deras svar ska inte gå att räkna ut.
# $count (String) - ballots
results-without = Antal svar härifrån som inte är med i siffrorna: { $count }. De var för få för att visas för sig och räknas högre upp.
results-said = Vad gruppen sa
results-level = Nivån bakom
# $mean (String) - points
# $top (String) - the highest mark
# $low (String) - points
# $high (String) - points
results-said-text = { $mean } av { $top }. Hade alla svarat: troligen { $low }–{ $high }.
# $mean (String) - points
# $top (String) - the highest mark
results-said-all = { $mean } av { $top }.
# $level (String) - points
# $low (String) - points
# $high (String) - points
# $percent (String) - share
results-level-text = { $level }, troligen { $low }–{ $high }. De egna svaren väger { $percent } %, resten är hur jämförbara grupper svarade.
# $level (String) - points
# $low (String) - points
# $high (String) - points
results-level-alone = { $level }, troligen { $low }–{ $high }. Bara de egna svaren räknas: grupperna är för få att jämföra med.
results-near-high = Nästan alla svarade 4 eller 5.
results-near-low = Nästan alla svarade 1, 2 eller 3.
results-near-why = Mer än så sägs inte. En siffra skulle visa vad var och en svarade.
# $low (String) - points
# $high (String) - points
results-between = Medelvärdet ligger mellan { $low } och { $high }.
# $mean (String) - points
results-about = Medelvärdet är ungefär { $mean }.
results-between-why = I någon del svarade nästan alla lika, och där sägs inte mer. Därför går medelvärdet inte att ange närmare.
results-between-strict-why = Närmare än så sägs inte, för då hade svaren från de få som börjat eller slutat gått att räkna ut.
results-answers = Antal svar
results-smallest = Minsta förändring som skulle synas
# $points (String) - points
results-points = { $points } steg
results-better = Troligen bättre än förra gången
results-worse = Troligen sämre än förra gången
results-cannot-tell = Går inte att säga än om något har ändrats
# $mean (String) - points
# $answers (String) - answers
results-then = Förra gången: { $mean }, antal svar { $answers }.
results-beyond = Mer än i organisationen i stort.
results-no-history = Ingen jämförbar historik: grupperna har ändrats, eller så ställdes inte frågan.
# $points (String) - 0 to 100
results-hme = { $points } av 100 i HME
results-hme-low = HME lägst
results-hme-high = HME högst
results-index = Index
# $name (String) - question
# $said (String) - what was said
# $level (String) - the level
results-picture = { $name } { $said } { $level }
results-figures-open = Visa siffrorna
# $name (String) - question
results-spread = Hur svaren fördelar sig: { $name }
results-answer = Svar
results-care-heading = Tuff omsorg
results-care-text = Utmaning och omsorg hör ihop, och ingen av dem är bättre. Punkten visar var gruppen ligger, strecken hur säkert det är.
# $challenge (String) - points
# $care (String) - points
results-care-label = Utmaning { $challenge }, omsorg { $care }.
# $value (String) - points
# $low (String) - points
# $high (String) - points
results-range = { $value } ({ $low }–{ $high })
results-group = Grupp
results-above = Större grupper
results-below = Grupper inom denna
results-below-text = I organisationens ordning. Sidan rangordnar ingen.
results-below-together = visas tillsammans med andra
results-voices = Egna ord
results-voices-text = I ingen ordning alls och utan tid. De visas bara när tillräckligt många har röstat.
results-how = Så kan du läsa det här
results-how-said = Vad gruppen sa är medelvärdet av svaren. Strecket visar hur mycket det kan skilja för att inte alla svarade. Svarade alla finns inget streck.
results-how-level = Nivån bakom är en försiktigare bild. I en liten grupp gör några få svar stor skillnad, så slumpen räknas bort med hjälp av grupper som liknar.
results-how-change = En förändring sägs bara när den är större än det som grupper brukar röra sig av sig själva. Annars säger vi att det inte går att säga än.
results-how-talk = Siffrorna är en början på ett samtal, inget betyg. Fråga gruppen vad som ligger bakom.
results-about-me = Vad kan räknas ut om mig?
results-csv = Ladda ner som csv
results-json = Ladda ner som json
results-take = Ta med siffrorna
results-take-text = Filerna innehåller det som står på sidan, och inget mer.
results-units = Alla grupper
results-units-text = I organisationens ordning. En förändring står här bara om den håller också när man tittar på så många grupper på en gång.
# $groups (Number) - groups
results-units-part =
    { $groups ->
        [one] en grupp
       *[other] { $groups } grupper
    }
# $changed (Number) - groups
results-units-changed =
    { $changed ->
        [one] en har troligen ändrats
       *[other] { $changed } har troligen ändrats
    }
results-units-open = Tryck på en del av organisationen för att se grupperna i den.
results-units-link = Se alla grupper på en fråga
results-units-question = Fråga
results-units-show = Visa
results-change = Sedan förra gången
results-since-better = Troligen bättre
results-since-worse = Troligen sämre
results-since-unsure = Går inte att säga än
results-none = –
results-hme-csv = HME som csv
results-hme-xlsx = HME som xlsx
results-about-heading = Vad kan räknas ut om mig?
# $name (String) - group
results-about-lead = Sidan angriper det som har visats om { $name } och alla andra grupper: den lägger ihop och drar ifrån på varje sätt som går.
results-about-shown = Siffror som har visats
results-about-smallest = Minsta grupp med dig som något kan räknas ut om
# $answers (String) - answers
# $eligible (String) - people asked
results-about-people = { $answers } svar från { $eligible } tillfrågade
# $k (String) - fewest answers
results-about-safe = Minst { $k } svar ligger alltid ihop. Om ditt svar ensamt går ingenting att räkna ut.
results-about-nothing = Inget alls. Den här gruppens svar ingår inte i någon siffra som har visats.
results-about-unsafe = Något är fel: en mindre grupp än utlovat går att räkna ut. Säg till den som sköter systemet.
results-about-not = Vad detta inte skyddar mot
results-about-guess = Gissningar: har nästan alla svarat lika är det lätt att gissa rätt. Därför sägs då bara på vilken sida svaren ligger.
results-about-known = Det andra redan vet om dig, och det du själv berättar.
results-about-next = En ny omgång är nya svar. Ändrar ingen sitt svar och bara någon enstaka person är ny kan två omgångar tillsammans säga mer än var och en.
results-back = Tillbaka till svaren
results-unit-level = Nivå
results-set-own = Egna frågor
# $level (String) - points
results-short-level = Nivån bakom { $level }
results-rows-open = Tryck på en rad för allt som går att säga om den.
results-how-open = Vad siffrorna och strecken betyder
results-open-worth = Alla med affischen kunde svara, också mer än en gång. Läs siffrorna som en fingervisning och inget mått.
