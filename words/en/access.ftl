letter-sign-in-subject = Sign in to Pejling
letter-sign-in-body =
    Hello { $name },

    Here is your link to Pejling. It lasts for { $minutes } minutes and can be used once:

    { $link }

    Did you not ask for a link? Then there is nothing you need to do. Nobody gets in without it.
sign-in-lead = We will send a link to your email. It is all you need.
sign-in-by-link = With a link
sign-in-mail = Email address
sign-in-mail-hint = The one you have at work.
sign-in-mail-wrong = Enter a full address, such as anna@council.example.
sign-in-send-link = Send the link
sign-in-by-password = With a password instead
sign-in-password = Password
sign-in-not-valid = The address and the password do not belong together. If you have no password, a link lets you in.
sign-in-trial = Just trying it out?
sign-in-trial-choose = Choose somebody
sign-in-sent = Check your email
sign-in-sent-text = If { $mail } is known to us, a link is on its way there. It lasts for half an hour.
sign-in-link-used = That link no longer works
sign-in-link-used-text = A link can be used once, within half an hour. Ask for a new one and you will be in shortly.
sign-in-new-link = Ask for a new link
sign-in-link-ready = Come in
sign-in-link-whose = The link is for { $name }.
sign-in-link-ready-text = The link works. Press the button and this browser is signed in.
letter-trial-subject = Test email from Pejling
letter-trial-body = This email shows that Pejling at { $address } can send mail.
prove = Show that it is you
# $name (String) - who is signed in
prove-lead = You have been signed in as { $name } for a while. Where you are going decides what others may see and do, or how you sign in yourself. Nothing has been changed yet.
prove-by-account-text = You sign in there once more, and then come back here.
prove-first = To change how you sign in, first show that it is you.
