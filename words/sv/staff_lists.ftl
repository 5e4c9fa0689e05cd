nav-staff-lists = Personallista
nav-group-people = Människor
staff-lead = Ta in personer, enheter och chefer från en lista ur personalsystemet. Du får se vad som blir annorlunda innan något händer, och kan ångra efteråt.
staff-file = Listan, som CSV eller XLSX
# $megabytes (Number) - the limit
# $rows (String) - the limit
staff-file-hint = Alla anställda i en fil, en rad per anställning. Högst { $megabytes } MB och { $rows } rader. Inga personnummer.
staff-look = Se vad som blir annorlunda
staff-keeps = Filen ligger kvar i högst ett dygn. Sedan finns bara det du valde att ta in.
staff-columns-heading = Vad listan behöver ha
staff-columns-text = En kolumn med anställningsnummer eller någon annan nyckel som är densamma i varje lista, namn, och enhetens namn eller kod. Gärna också e-post, chef, överordnad enhet, befattning, sysselsättningsgrad, från och till, frånvaro. Andra kolumner läses inte.
staff-export = Hämta alla som en lista (XLSX)
staff-export-text = Som det är i dag. Ändra i den och ta in den igen, om ni inte har något personalsystem; eller se hur en lista kan se ut.
staff-waiting = Väntar på att någon tittar
# $when (String) - date and time
staff-by-itself = { $when } av sig själv, ur mappen
staff-done-heading = Listor som är inne
staff-done-none = Ingen lista har tagits in än.
# $when (String) - date and time
# $who (String) - a name
staff-done-by = { $when } av { $who }
# $when (String) - date and time
staff-undone = Ångrad { $when }
staff-undo = Ångra listan
staff-undo-text = Allt blir som det var före listan, så länge ingen annan har ändrat i organisationen sedan dess.
said-staff-done = Listan är inne.
said-staff-undone = Listan är ångrad. Allt är som det var.
said-staff-called-off = Listan är borta. Inget har ändrats.
said-staff-columns = Kolumnerna är sparade, också till nästa lista.
staff-look-title = Det här blir annorlunda
staff-same = Listan stämmer med det som redan finns. Inget blir annorlunda.
# $day (String) - today
staff-from-today = Det gäller från och med i dag, { $day }, eller från den dag listan säger. Det som var före i dag ändras inte.
# $number (Number) - how many
staff-new =
    { $number ->
        [one] en ny
       *[other] { $number } nya
    }
# $number (Number) - how many
staff-left =
    { $number ->
        [one] en har slutat
       *[other] { $number } har slutat
    }
# $number (Number) - how many
staff-moved =
    { $number ->
        [one] en flyttad
       *[other] { $number } flyttade
    }
# $number (Number) - how many
staff-changed =
    { $number ->
        [one] en med ändrad anställning
       *[other] { $number } med ändrad anställning
    }
# $number (Number) - how many
staff-renamed =
    { $number ->
        [one] en med nytt namn eller ny adress
       *[other] { $number } med nytt namn eller ny adress
    }
# $number (Number) - how many
staff-opened =
    { $number ->
        [one] en ny enhet
       *[other] { $number } nya enheter
    }
# $number (Number) - how many
staff-closed =
    { $number ->
        [one] en stängd enhet
       *[other] { $number } stängda enheter
    }
# $number (Number) - how many
staff-units-renamed =
    { $number ->
        [one] en enhet med nytt namn
       *[other] { $number } enheter med nytt namn
    }
# $number (Number) - how many
staff-units-moved =
    { $number ->
        [one] en enhet under en annan
       *[other] { $number } enheter under en annan
    }
# $number (Number) - how many
staff-leading =
    { $number ->
        [one] en blir chef
       *[other] { $number } blir chefer
    }
# $number (Number) - how many
staff-leading-no-more =
    { $number ->
        [one] en är inte längre chef
       *[other] { $number } är inte längre chefer
    }
# $name (String) - whose
# $from (String) - the unit before
# $to (String) - the unit after
staff-from-to = { $name }: från { $from } till { $to }
# $was (String) - before
# $is (String) - after
staff-was-is = { $was } blir { $is }
# $unit (String) - a unit
# $above (String) - the unit above
staff-below = { $unit }, under { $above }
# $name (String) - a person
# $unit (String) - a unit
staff-of = { $name }, { $unit }
# $number (Number) - how many
staff-more =
    { $number ->
        [one] och en till
       *[other] och { $number } till
    }
# $number (Number) - how many
staff-past =
    { $number ->
        [one] En rad gäller en anställning som är slut, och läses inte.
       *[other] { $number } rader gäller anställningar som är slut, och läses inte.
    }
staff-warnings = Värt att titta på
# $gone (Number) - people
# $of (Number) - people
staff-many-gone = { $gone } av { $of } personer finns inte i listan. Är den hel?
# $closed (Number) - units
# $of (Number) - units
staff-many-closed = { $closed } av { $of } enheter finns inte i listan. Är den hel?
staff-nothing-ends = Någon rad säger inte vem den gäller. Därför slutar ingen och stängs ingen enhet av den här listan.
# $number (Number) - how many
staff-without-mail =
    { $number ->
        [one] En person saknar e-post: den kan svara på papper, men inte logga in.
       *[other] { $number } personer saknar e-post: de kan svara på papper, men inte logga in.
    }
# $number (Number) - how many
staff-without-leader =
    { $number ->
        [one] En enhet har ingen chef.
       *[other] { $number } enheter har ingen chef.
    }
# $number (Number) - units
staff-no-column-of-leaders =
    { $number ->
        [one] Ingen kolumn säger vem som är chef, och en enhet har ingen. Läs ”Vad kolumnerna betyder” här nedanför.
       *[other] Ingen kolumn säger vem som är chef, och { $number } enheter har ingen. Läs ”Vad kolumnerna betyder” här nedanför.
    }
# $number (Number) - units
staff-named-by-code =
    { $number ->
        [one] Ingen kolumn säger vad enheter heter: en ny enhet får sin kod till namn.
       *[other] Ingen kolumn säger vad enheter heter: { $number } nya enheter får sin kod till namn.
    }
# $names (String) - names of columns
staff-unread-columns = De här kolumnerna läses inte: { $names }. Är någon av dem något Pejling ska veta säger du det under ”Vad kolumnerna betyder”.
# $number (Number) - how many
staff-unknown-managers =
    { $number ->
        [one] En rad nämner en chef som inte finns i listan.
       *[other] { $number } rader nämner en chef som inte finns i listan.
    }
# $unit (String) - a unit
staff-unit-kept = { $unit } finns inte i listan, men har personer eller enheter som lagts in för hand. Den är kvar.
staff-sure = Ja, listan är hel och det stämmer
staff-sure-first = Säg att det stämmer, eller välj en annan fil.
staff-do = Ta in listan
staff-call-off = Ta inte in den
# $number (Number) - how many
staff-errors =
    { $number ->
        [one] En rad kunde inte läsas
       *[other] { $number } rader kunde inte läsas
    }
staff-errors-text = De lämnas utanför, och det de handlar om blir som det är. Rätta i personalsystemet, eller ta in resten nu.
# $row (String) - its number
# $column (String) - its letters and name
# $what (String) - what is wrong
staff-at = Rad { $row }, kolumn { $column }: { $what }
# $row (String) - its number
# $what (String) - what is wrong
staff-at-row = Rad { $row }: { $what }
staff-wrong-missing = Här behöver det stå något.
# $most (Number) - the limit
staff-wrong-long = Längre än { $most } tecken.
staff-wrong-date = Inget datum som bara kan betyda en dag. Skriv till exempel 2026-11-29.
staff-wrong-extent = Ingen sysselsättningsgrad mellan 0 och 100 procent.
staff-wrong-mail = Ingen e-postadress.
staff-wrong-backwards = Sista dagen är före den första.
# $row (String) - its number
staff-wrong-person = Samma nyckel har ett annat namn eller en annan adress på rad { $row }.
# $row (String) - its number
staff-wrong-unit = Samma enhet har ett annat namn eller ligger någon annanstans på rad { $row }.
# $row (String) - its number
staff-wrong-mail-taken = Adressen hör till någon annan på rad { $row }.
staff-wrong-mail-known = Adressen hör till någon annan som redan finns.
# $row (String) - its number
staff-wrong-twice = Samma person i samma enhet står redan på rad { $row }.
staff-wrong-ring = Enheten skulle ligga under sig själv.
# $most (Number) - the limit
staff-wrong-deep = Trädet blir djupare än { $most } nivåer.
staff-wrong-fit = Det går inte ihop med enhetens eller anställningens tid.
staff-no-file = Välj en fil först.
staff-cut-off = Filen kom inte fram hel. Försök igen.
staff-empty = Det finns inget i filen.
staff-neither = Filen är varken CSV eller XLSX. Spara den från Excel eller personalsystemet som en av dem.
staff-damaged = XLSX-filen går inte att läsa: skadad, eller låst med lösenord.
# $megabytes (Number) - the limit
staff-too-large = Filen är större än { $megabytes } MB.
# $rows (String) - the limit
staff-too-many-rows = Filen har fler än { $rows } rader.
# $row (String) - its number
# $most (Number) - the limit
staff-too-many-columns = Rad { $row } har fler än { $most } kolumner.
staff-identity-numbers = Här står personnummer, och dem vill vi inte ha. Ta bort kolumnen och försök igen. Inget av filen är sparat.
staff-gone = Listan finns inte kvar: den är redan inne, borttagen eller mer än ett dygn gammal. Välj filen igen.
staff-different = Något har ändrats sedan du tittade. Så här blir det nu.
staff-changed-since = Organisationen har ändrats sedan listan togs in. Den går inte att ångra längre.
staff-in-a-round = Personer eller enheter ur listan är med i en omgång. Den går inte att ångra längre.
staff-mapping = Vad kolumnerna betyder
staff-mapping-text = Du säger det en gång. Nästa lista med samma kolumner läses likadant.
staff-mapping-save = Spara och titta igen
# $column (String) - its letters
# $name (String) - its name in the file
staff-mapping-column = Kolumn { $column }: { $name }
staff-mapping-unnamed = utan namn
# $cells (String) - some cells
staff-mapping-sample = Till exempel: { $cells }
staff-not-read = Läses inte
staff-need-person-key = Säg vilken kolumn som är personens nyckel: den som är densamma i varje lista.
staff-need-name = Säg vilka kolumner som har förnamn och efternamn, eller vilken som har båda.
staff-need-unit = Säg vilken kolumn som har enhetens namn eller kod.
# $what (String) - a meaning
staff-need-once = Två kolumner kan inte betyda samma sak: { $what }.
staff-column-person-key = Personens nyckel (anställningsnummer)
staff-column-given-name = Förnamn
staff-column-family-name = Efternamn
staff-column-full-name = Hela namnet
staff-column-mail = E-post
staff-column-unit-key = Enhetens kod
staff-column-unit-name = Enhetens namn
staff-column-parent-key = Kod för enheten ovanför
staff-column-department = Förvaltningens namn
staff-column-area = Områdets namn
staff-column-manager-key = Chefens nyckel
staff-column-occupation = Befattning eller yrke
staff-column-extent = Sysselsättningsgrad
staff-column-form = Anställningsform
staff-column-from = Första dagen
staff-column-to = Sista dagen
staff-column-leave-from = Frånvaro, första dagen
staff-column-leave-to = Frånvaro, sista dagen
staff-column-employment-key = Anställningens nyckel
