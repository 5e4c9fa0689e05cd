app-name = Pejling
app-motto = One small thing to practise and one thing to drop – no more at a time.
skip-to-content = Skip to content
menu = Menu
menu-more = More
nav-today = Today
nav-week = The week
nav-steps = Steps and drops
nav-conditions = Conditions
nav-settings = Settings
nav-installation = Installation
nav-privacy = What is stored
nav-accessibility = Accessibility
nav-outbox = Outbox
nav-demo = Try as somebody else
sign-in = Sign in
sign-out = Sign out
language-choice = Language
scheme-choice = Light or dark
scheme-auto = As the device
scheme-light = Light
scheme-dark = Dark
demo-banner = Trial: { $name } is made up, and so is everyone in it.
save = Save
cancel = Cancel
back = Back
go-on = Continue
form-trouble = That could not be accepted
required = Please fill this in.
nav-steps-short = Steps
nav-conditions-short = Conditions
nav-group-it = Operations
nav-group-demo = The trial
said-signed-out = You are signed out.
said-saved = Saved.
said-password-set = The password applies from now on. Other browsers are signed out.
said-password-gone = The password is gone. You now come in with a link.
said-session-ended = That browser is signed out.
said-letter-sent = A test email is on its way to you.
said-feedback-sent = Thank you. It is on its way to those who run Pejling.
said-link-sent = The link is on its way to you. Open it in a private window.
failed-sign-in = Sign in first
failed-sign-in-text = That page is only for those who are signed in.
failed-not-allowed = That page is not yours
failed-not-allowed-text = What is a manager’s own nobody else can open, not even HR or IT operations.
failed-not-found = There is no page here
failed-not-found-text = The address may be mistyped, or what was here is gone.
failed-too-many = Too many tries in a short while
failed-too-many-text = Wait a quarter of an hour and try again. A link to your mail lets you in meanwhile.
failed-garbled = That could not be understood
failed-garbled-text = The form arrived in a shape that no page of ours sends. Go back, reload the page and try again.
failed-too-large = That was too much at once
failed-too-large-text = What was sent is larger than this page takes. Nothing was saved. Make it shorter and try again.
failed-elsewhere = The form came from another site
failed-elsewhere-text = Pejling only takes what you send from its own pages. Nothing has happened. Go to the front page and do it from there.
failed-slow = That took too long
failed-slow-text = We waited for a minute and gave up. Check your connection and try again.
failed-away = Pejling will be back in a moment
failed-away-text = The database does not answer right now. What was saved is still there. Try again in a little while.
failed-broken = Something broke on our side
failed-broken-text = It is not your fault. Try again, and tell operations if it happens once more.
failed-number = Reference number: { $number }
failed-home = To the start page
error-title = Error: { $title }
hours-short = { $hours } h
minutes-short = { $minutes } min
hours-unit = hours
per-cent = { $value }%
below-per-cent = below { $value }%
from-to-per-cent = { $low }–{ $high }%
about = about { $amount }
times =
    { $times ->
        [one] once
       *[other] { $times } times
    }
times-and-hours =
    { $times ->
        [one] once, { $hours }
       *[other] { $times } times, { $hours }
    }
show-figures = Show the figures
day = Day
sum = Total
booked = Booked
said-nothing-to-correct = Nothing was moved, so nothing has changed.
said-corrected = Corrected in all your weeks. Pejling remembers it next time.
said-corrected-likes = Corrected in all your weeks. Some like it followed.
