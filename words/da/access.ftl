letter-sign-in-subject = Log ind i Pejling
letter-sign-in-body =
    Hej { $name }!

    Her er dit link til Pejling. Det gælder i { $minutes } minutter og kan bruges én gang:

    { $link }

    Har du ikke bedt om et link? Så behøver du ikke gøre noget. Ingen kommer ind uden det.
sign-in-lead = Vi sender et link til din e-mail. Det er alt, du behøver.
sign-in-by-link = Med et link
sign-in-mail = E-mailadresse
sign-in-mail-hint = Den, du bruger på arbejdet.
sign-in-mail-wrong = Skriv en hel adresse, som anna@kommunen.dk.
sign-in-send-link = Send linket
sign-in-by-password = Med adgangskode i stedet
sign-in-password = Adgangskode
sign-in-not-valid = Adressen og adgangskoden hører ikke sammen. Har du ingen adgangskode, kommer du ind med et link.
sign-in-trial = Vil du bare prøve?
sign-in-trial-choose = Vælg en person
sign-in-sent = Kig i din e-mail
sign-in-sent-text = Hvis { $mail } findes hos os, er der et link på vej dertil. Det gælder i en halv time.
sign-in-link-used = Det link gælder ikke længere
sign-in-link-used-text = Et link kan bruges én gang, inden for en halv time. Bed om et nyt, så er du straks inde.
sign-in-new-link = Bed om et nyt link
sign-in-link-ready = Velkommen ind
sign-in-link-whose = Linket er til { $name }.
sign-in-link-ready-text = Linket virker. Tryk på knappen, så logges denne browser ind.
letter-trial-subject = Prøvebrev fra Pejling
letter-trial-body = Brevet viser, at Pejling på { $address } kan sende e-mail.
prove = Vis, at det er dig
# $name (String) - who is signed in
prove-lead = Du er logget ind som { $name } for et stykke tid siden. Det, du er på vej til, afgør, hvad andre må se og gøre, eller hvordan du selv logger ind. Intet er ændret endnu.
prove-by-account-text = Du logger ind dér en gang til og kommer så tilbage hertil.
prove-first = For at ændre, hvordan du logger ind, skal du først vise, at det er dig.
