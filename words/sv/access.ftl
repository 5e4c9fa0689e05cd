letter-sign-in-subject = Logga in i Pejling
# $name (String) - given name
# $link (String) - the link
# $minutes (Number) - how long it lasts
letter-sign-in-body =
    Hej { $name }!

    Här är din länk till Pejling. Den gäller i { $minutes } minuter och kan användas en gång:

    { $link }

    Bad du inte om någon länk? Då behöver du inte göra något. Ingen kommer in utan den.
sign-in-lead = Vi skickar en länk till din e-post. Den är allt du behöver.
sign-in-by-link = Med en länk
sign-in-mail = E-postadress
sign-in-mail-hint = Den du har i arbetet.
sign-in-mail-wrong = Skriv en hel adress, som anna@kommunen.se.
sign-in-send-link = Skicka länken
sign-in-by-password = Med lösenord i stället
sign-in-password = Lösenord
sign-in-not-valid = Adressen och lösenordet hör inte ihop. Har du inget lösenord kommer du in med en länk.
sign-in-trial = Bara prova?
sign-in-trial-choose = Välj någon
sign-in-sent = Titta i din e-post
# $mail (String) - the address
sign-in-sent-text = Om { $mail } finns hos oss är en länk på väg dit. Den gäller i en halvtimme.
sign-in-link-used = Den länken gäller inte längre
sign-in-link-used-text = En länk kan användas en gång, inom en halvtimme. Be om en ny, så är du inne strax.
sign-in-new-link = Be om en ny länk
sign-in-link-ready = Välkommen in
# $name (String) - who signs in
sign-in-link-whose = Länken är till { $name }.
sign-in-link-ready-text = Länken fungerar. Tryck på knappen, så loggas den här webbläsaren in.
letter-trial-subject = Provbrev från Pejling
# $address (String) - where Pejling is
letter-trial-body = Det här brevet visar att Pejling på { $address } kan skicka e-post.
prove = Visa att det är du
# $name (String) - who is signed in
prove-lead = Du är inloggad som { $name } sedan en stund. Det du är på väg till avgör vad andra får se och göra, eller hur du själv loggar in. Inget har ändrats ännu.
prove-by-account-text = Du får logga in där en gång till, och kommer sedan tillbaka hit.
prove-first = För att ändra hur du loggar in behöver du först visa att det är du.
