# $unit (String) - unit
letter-agreed-subject = Det här kom { $unit } överens om
# $unit (String) - unit
# $words (String) - what was agreed
# $day (String) - day to look again
# $link (String) - address of the page
letter-agreed-body =
    Hej!

    { $unit } har pratat om svaren. Det här kom ni överens om:

    { $words }

    Ni ser efter igen { $day }. Svaren, och det ni kom överens om, finns här:

    { $link }
said-agreed = Sparat. Gruppen får det i ett brev.
talk-link = Guide för samtalet
talk-link-heading = Prata om svaren
talk-link-text = En guide på 15 eller 45 minuter, byggd på gruppens egna svar. Alla som får läsa svaren får läsa den.
# $unit (String) - unit
talk-heading = Prata om svaren: { $unit }
talk-lead = Skriv ut den eller ta fram den på mötet. Allt här får alla i gruppen läsa.
talk-length = Hur länge
talk-short = 15 minuter
talk-long = 45 minuter
talk-agenda = Minut för minut
# $from (String) - minute
# $to (String) - minute
talk-minutes = { $from }–{ $to } min
talk-frame = Säg vad ni ska göra: läsa, prata om en fråga, välja en sak. Ingen letar efter vem som svarat vad.
talk-read = Läs svaren tyst, var och en.
talk-one = Välj en fråga tillsammans. Vad gör vi i dag? Ge exempel på vad som görs, inte på vem.
talk-threes = Prata tre och tre om frågan ni väljer. Vad känner ni igen? När fungerar det?
talk-whole = Samla ihop det. Varje trea säger en sak innan någon säger två.
talk-choose = Kom överens om en sak. Vad gör vi, vem börjar, och när ser vi efter?
talk-close = Chefen säger tillbaka vad ni kom överens om, och skriver det på svarens sida samma dag.
talk-topics = Värt att prata om
talk-topics-text = I den ordning frågorna ställdes. Det är ett förslag: gruppen vet bäst.
talk-keep = Värt att behålla
talk-none = Inget sticker ut mer än vad slumpen gör. Låt gruppen välja den fråga som betyder mest.
talk-why-worse = Troligen sämre än förra gången.
talk-why-lacks = De flesta håller inte med, också när man räknar med slumpen.
talk-why-apart = Ni ser olika på det: många håller med, och många gör det inte.
talk-why-better = Troligen bättre än förra gången.
talk-why-holds = De flesta håller med, också när man räknar med slumpen.
talk-together = Svaren är era tillsammans med andras. Prata om vad ni känner igen hos er, och gissa inte vilken grupp som svarade vad.
talk-nothing = Inga siffror visas för gruppen: för få svarade. Prata om frågorna i stället. Vilken av dem betyder mest för oss?
talk-asked = Frågor att ställa
talk-ask-recognise = Vad känner ni igen, och vad förvånar?
talk-ask-works = När fungerar det som bäst? Vad gör vi då?
talk-ask-little = Vad kunde vi göra en gång i veckan som skulle märkas?
talk-ask-less = Vad kan vi sluta med för att få plats?
talk-advice = Till dig som leder samtalet
talk-advice-do = Prata om vad som görs, inte om hur någon är.
talk-advice-noise = En siffra är början på en fråga. Kalla inte en skillnad bra eller dålig när den kan vara slump.
talk-advice-who = Fråga aldrig vem som svarat vad, och gissa inte. Den som vill berättar själv.
talk-advice-listen = Lyssna först och förklara sist. Tacka för det som är obekvämt.
talk-advice-one = En sak räcker. Det ni inte hinner finns kvar.
talk-write = Skriv vad ni kom överens om
agreed-heading = Det här kom vi överens om
# $unit (String) - unit
# $talked (String) - day of the talk
# $again (String) - day to look again
agreed-by = { $unit } · pratade { $talked } · ser efter igen { $again }
agreed-form = Skriv vad ni kom överens om
agreed-form-text = När ni har pratat. En sak räcker.
agreed-change = Skriv om det
agreed-unit = Vilken enhet?
agreed-area = Vilket område valde ni?
agreed-words = Vad gör vi?
agreed-words-hint = Något som görs och går att se. Inga namn på enskilda.
agreed-talked = När pratade ni?
agreed-again = När ser ni efter igen?
agreed-again-hint = Högst ett halvår fram.
agreed-who = Det här är inte privat. Alla som får läsa gruppens svar ser det: gruppen, cheferna ovanför, personalavdelningen och högsta chefen. Gruppen får det i ett brev. I Sverige kan det bli en allmän handling.
agreed-save = Berätta för gruppen
agreed-not-yours = Bara den som leder enheten i dag kan skriva det.
agreed-talked-wrong = Välj en dag från det att omgången stängde till i dag.
# $days (Number) - days
agreed-again-wrong = Välj en dag efter samtalet, högst { $days } dagar fram.
agreed-practices = Öva på det
# $area (String) - area
agreed-practices-text = Övningar inom { $area }, området ni valde. Ett steg är ditt eget: ingen annan ser det.
agreed-practise = Välj
followed-heading = Pratade vi om det?
# $date (String) - day
followed-planned = Den { $date } får gruppen frågan om ni har pratat om svaren.
# $date (String) - day
followed-open = Gruppen får frågan just nu. Svaren visas när den stänger { $date }.
followed-nothing = Frågan är ställd, men för få svarade för att något ska visas.
followed-all = Läs hela
voices-use = Ta med till ett steg
today-agreed = Det här kom vi överens om
# $unit (String) - unit
# $day (String) - day to look again
today-agreed-text = { $unit }. Vi ser efter igen { $day }.
records-agreed = Överenskommelser du skrivit
records-agreed-text = Vad dina grupper kom överens om efter svaren. Det delas med dem som får läsa gruppens svar.
erase-stays-agreed = Det du skrev att en grupp kom överens om: det är gruppens. Att det var du glöms.
choose-need-ask = Fråga gruppen vad de behöver
choose-need-ask-text = Vet du inte? En kort omgång med en enda fråga att svara på med egna ord. Ingen ser vem som skrev, och du får det först när omgången stänger.
rounds-need-name = Vad behöver ni?
rounds-need-question = Vad behöver du mer eller mindre av från din chef de närmaste månaderna? Beskriv något som görs.
# $name (String) - name of the round that it follows
rounds-follow-name = { $name }: pratade vi om det?
