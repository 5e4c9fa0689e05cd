sign-in-lead-account = Du loggar in med samma konto som i resten av arbetet.
sign-in-by-account = Med ditt konto
sign-in-by-account-text = Du skickas dit du brukar logga in, och sedan tillbaka hit.
# $name (String) - what people call the account
sign-in-with = Logga in med { $name }
account-unnamed = ditt arbetskonto
sign-in-again = Till inloggningen
sign-in-link-used-other = En länk kan användas en gång. Logga in på ett annat sätt, eller be den som sköter Pejling hos er om en ny.
account-lost = Inloggningen tog för lång tid
account-lost-text = Den påbörjades i en annan flik eller webbläsare, eller för mer än en kvart sedan. Börja om, så går det.
account-away = Det går inte att nå inloggningen
# $name (String) - what people call the account
account-away-text = Inloggningen med { $name } svarar inte just nu. Försök igen om en stund.
account-no = Du kom inte in
# $name (String) - what people call the account
account-no-text = Inloggningen med { $name } avbröts, eller godtogs inte. Försök igen. Händer det om och om igen: säg till den som sköter Pejling hos er.
account-nobody = Ingen här har din adress
# $name (String) - what people call the account
account-nobody-text = Inloggningen med { $name } fungerade, men ingen i Pejling har den adressen. Be den som sköter personuppgifterna att lägga in dig, eller att rätta adressen.
# $name (String) - what people call the account
account-no-address-text = Inloggningen med { $name } fungerade, men säger inte vilken adress som är din. Säg till den som sköter Pejling hos er.
account-another = Adressen hör till ett annat konto
account-another-text = Någon har kommit in med den adressen från ett annat konto. Har du fått ett nytt konto? Säg till den som sköter Pejling hos er.
sign-out-done = Du är utloggad här
# $name (String) - what people call the account
sign-out-done-text = Inloggningen med { $name } gäller fortfarande på den här enheten. Delar du den med någon? Logga ut där också.
# $name (String) - what people call the account
sign-out-there = Logga ut från { $name }
session-by-link = med länk
session-by-password = med lösenord
session-by-account = med konto
session-by-passkey = med lösennyckel
