passkey-sign-in = Med en lösennyckel
passkey-sign-in-text = Den ligger i din telefon eller dator, och öppnas med ett finger, ansiktet eller en kod.
passkey-sign-in-open = Logga in med lösennyckel
passkey-trouble = Det blev ingenting av det. Försök igen, eller logga in på ett annat sätt.
passkey-no = Lösennyckeln släppte inte in dig
passkey-no-text = Den är borttagen här, eller så tog det för lång tid. Försök igen, eller logga in på ett annat sätt.
passkeys-heading = Lösennycklar
passkeys-text = Med en lösennyckel loggar du in med ett finger, ansiktet eller en kod på din egen telefon eller dator. Fingret och ansiktet lämnar den aldrig. Har du en på mer än ett ställe kommer du in även om du tappar den ena.
passkey-name = Vad den ska heta
passkey-name-hint = Så att du vet vilken det är, till exempel Jobbtelefonen.
passkey-make = Gör en lösennyckel här
# $when (String) - date and time
passkey-since = Gjord { $when }
passkey-remove = Ta bort
# $name (String) - what its owner calls it
passkey-remove-label = Ta bort { $name }
said-passkey-made = Lösennyckeln är klar. Nästa gång kan du logga in med den.
said-passkey-gone = Lösennyckeln släpper inte in någon längre. Ta bort den i telefonen eller datorn också.
