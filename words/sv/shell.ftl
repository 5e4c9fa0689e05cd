app-name = Pejling
app-motto = En liten sak att öva på och en sak att lägga ner – i taget.
skip-to-content = Hoppa till innehållet
menu = Meny
menu-more = Mer
nav-today = I dag
nav-week = Veckan
nav-steps = Steg och bortval
nav-conditions = Förutsättningar
nav-settings = Inställningar
nav-installation = Installationen
nav-privacy = Vad som sparas
nav-accessibility = Tillgänglighet
nav-outbox = Utkorgen
nav-demo = Prova som någon annan
sign-in = Logga in
sign-out = Logga ut
language-choice = Språk
scheme-choice = Ljust eller mörkt
scheme-auto = Som enheten
scheme-light = Ljust
scheme-dark = Mörkt
# $name (String) - the demo municipality
demo-banner = Provkörning: { $name } är påhittad, och det är alla människor i den också.
save = Spara
cancel = Avbryt
back = Tillbaka
go-on = Fortsätt
form-trouble = Det där gick inte att ta emot
required = Behöver fyllas i.
nav-steps-short = Steg
nav-conditions-short = Villkor
nav-group-it = Driften
nav-group-demo = Provkörningen
said-signed-out = Du är utloggad.
said-saved = Sparat.
said-password-set = Lösenordet gäller från nu. Andra webbläsare är utloggade.
said-password-gone = Lösenordet är borttaget. Nu kommer du in med en länk.
said-session-ended = Den webbläsaren är utloggad.
said-letter-sent = Ett provbrev är på väg till dig.
said-feedback-sent = Tack. Det är på väg till dem som sköter Pejling.
said-link-sent = Länken är på väg till dig. Öppna den i ett privat fönster.
failed-sign-in = Logga in först
failed-sign-in-text = Den sidan är bara för den som är inloggad.
failed-not-allowed = Den sidan är inte din
failed-not-allowed-text = Det som är en chefs eget kan ingen annan öppna, inte heller personalavdelningen eller driften.
failed-not-found = Här finns ingen sida
failed-not-found-text = Adressen kan vara felskriven, eller så är det som fanns här borta.
failed-too-many = För många försök på kort tid
failed-too-many-text = Vänta en kvart och försök igen. Med en länk till din e-post kommer du in under tiden.
failed-garbled = Det gick inte att förstå
failed-garbled-text = Formuläret kom fram i ett skick som ingen av våra sidor skickar. Gå tillbaka, ladda om sidan och försök igen.
failed-too-large = Det var för mycket på en gång
failed-too-large-text = Det som skickades är större än vad sidan tar emot. Ingenting har sparats. Korta ner det och försök igen.
failed-elsewhere = Formuläret kom från en annan webbplats
failed-elsewhere-text = Pejling tar bara emot det du skickar från sina egna sidor. Ingenting har hänt. Gå till startsidan och gör det därifrån.
failed-slow = Det tog för lång tid
failed-slow-text = Vi väntade en minut och gav upp. Kontrollera uppkopplingen och försök igen.
failed-away = Pejling är strax tillbaka
failed-away-text = Databasen svarar inte just nu. Det som sparats finns kvar. Försök igen om en liten stund.
failed-broken = Något gick sönder hos oss
failed-broken-text = Det är inte ditt fel. Försök igen, och säg till den som sköter driften om det händer på nytt.
# $number (String) - the number in the log
failed-number = Nummer att uppge: { $number }
failed-home = Till startsidan
# $title (String) - the page
error-title = Fel: { $title }
# $hours (String) - hours
hours-short = { $hours } h
# $minutes (Number) - minutes
minutes-short = { $minutes } min
hours-unit = timmar
# $value (Number) - per cent
per-cent = { $value } %
# $value (Number) - per cent
below-per-cent = under { $value } %
# $low (Number) - per cent
# $high (Number) - per cent
from-to-per-cent = { $low }–{ $high } %
# $amount (String) - hours
about = ungefär { $amount }
# $times (Number) - how often
times =
    { $times ->
        [one] { $times } gång
       *[other] { $times } gånger
    }
# $times (Number) - how often
# $hours (String) - hours
times-and-hours = { $times } st, { $hours }
show-figures = Visa siffrorna
day = Dag
sum = Summa
booked = Bokat
said-nothing-to-correct = Inget var flyttat, så inget är ändrat.
said-corrected = Rättat i alla dina veckor. Pejling minns det till nästa gång.
said-corrected-likes = Rättat i alla dina veckor. Några som liknar följde med.
