settings-hours = Working hours and calendar
settings-hours-text = When you work, how many hours you are contracted for, the calendar’s address and your own feed.
settings-export = Download or erase what is yours
settings-export-text = Everything there is about you, to read or keep. You can erase it here too.
password-heading = Password
password-has = You have a password.
password-has-not = You have no password and need none: you get in anyway.
password-new = New password
password-hint = At least { $least } characters. A few common words in a row are easy to remember and hard to guess.
password-too-short = The password needs at least { $least } characters.
password-too-long = The password may have at most { $most } characters.
password-save = Save the password
password-remove = Remove the password
sessions-heading = Where you are signed in
sessions-text = Is there a browser you do not know? Sign it out.
session-unknown = Unknown browser
session-seen = Last used { $when }
session-here = This one
session-end = Sign out
session-end-label = Sign out { $device }
privacy-lead = What you think, plan and note is yours. No other role can open it, not even HR or IT operations.
privacy-calendar = The calendar
privacy-calendar-text = Titles, places, people and notes are read in memory and never stored. What is kept is minutes per kind of time and day, counts, and secret fingerprints of titles so that a correction sticks. The key to the fingerprints is kept outside the database.
privacy-steps = Steps, drops and check-ins
privacy-steps-text = Stored so that you can follow them. Write no names of individuals in your own words: it is not needed, and this is not the place.
privacy-others = What others see
privacy-others-text = Of your week, your steps and your check-ins: nothing. The number of employees and sites are conditions and can be seen by more people.
privacy-signing-in = When you sign in
privacy-signing-in-text = We store when a browser signed in and was last used, and what sort of browser it is. If you come by an account we store which account is yours, and nothing else that comes with it. Attempts to sign in are counted without storing the IP address.
privacy-how-long = For how long
privacy-how-long-text = Weeks for 24 months. Steps and drops until you erase them. Sign-ins for at most 60 days. Letters are emptied once they are sent.
privacy-rights = Your rights
privacy-rights-text = Under Settings you can download everything there is about you and erase what you like. The municipality is the controller; questions go to its data protection officer.
accessibility-lead = Pejling should be usable by all, with mouse, keyboard, screen reader and zoom, with or without scripts.
accessibility-how = How it is tested
accessibility-how-text = Each page is tested against WCAG 2.2 AA with axe in Swedish, Danish and English, light and dark, on a phone and a computer. Each journey is tested by keyboard and without scripts.
accessibility-gaps = What we do not know
accessibility-gaps-text = Automatic checks do not find everything. There has been no outside audit yet.
accessibility-tell = Tell us
accessibility-tell-text = Is something hard to use, or do you need the content in another way? Write here. Those who run Pejling get it as mail. Who you are is not sent, unless you write it.
accessibility-authority = If it does not get better, you can report it to the supervisory authority.
feedback-what = What is hard to use?
feedback-what-hint = Say which page, and what happened. Write nothing about others.
feedback-reply = Your email address, if you want an answer
feedback-reply-hint = It is sent in the mail and kept nowhere else.
feedback-send = Send
# $longest (Number) - characters
feedback-too-long = That is longer than { $longest } characters. Make it a little shorter.
# $role (String) - who runs the installation
feedback-nobody = Nobody can get it: no one here has the role { $role } and an address. Tell your manager instead.
feedback-too-many = Much has been sent in the last hour. What you wrote is still here: try again in an hour.
letter-feedback-subject = Pejling: something is hard to use
# $address (String) - Pejling's address
# $text (String) - what was written
# $reply (String) - whom to answer
letter-feedback-body =
    Somebody wrote this on the page Accessibility at { $address }:

    { $text }

    { $reply }
# $mail (String) - an address
letter-feedback-reply = They want an answer at { $mail }.
letter-feedback-no-reply = They left no address.
people-unnamed = Employee
