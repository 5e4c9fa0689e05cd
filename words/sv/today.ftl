# $name (String) - organisation
front-lead = För chefer i { $name }: se vart veckan gick, välj bort en sak och öva på en sak, tills det är ärligt att säga om det hjälpte.
front-see = Se
front-see-text = Din kalender visar på en minut hur mycket av veckan som gick till att leda. Ingen dagbok.
front-choose = Välj
front-choose-text = Välj bort först. Öva sedan på ett litet steg i vardagen, med en plan för när och vad.
front-own = Ditt eget
front-own-text = Det du ser, väljer och noterar är ditt. Ingen annan kan öppna det, och rubriker sparas aldrig.
# $name (String) - given name
today-hello = Hej { $name }
today-next = Härnäst
today-for-you = För dig
# $number (Number) - ISO week
today-week-seen = Vecka { $number }
today-week-look = Se veckan
# $number (Number) - ISO week
today-week-ready = Vecka { $number } är klar att se
today-week-ready-text = Läs in kalendern och se vad den gick till.
today-open = Öppna
today-second = Du övar också på det här.
today-read = Läs
today-privacy-text = Vad Pejling vet om dig, varför och hur länge.
today-settings-text = Språk, lösenord och var du är inloggad.
today-rounds-text = Planera en omgång, eller se vilka som är öppna.
today-staff-lists-text = Ta in personer, enheter och chefer från personalsystemet.
today-begin = Börja med ett litet steg
today-begin-text = Välj först bort något som ger plats. Sedan ett steg, med en plan för när. Det tar två minuter.
today-question = Hur gick det i dag?
today-step-open = Svara på det
today-dropped = Du valde bort
