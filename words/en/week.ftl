kind-lead = Leadership contribution
kind-coordination = Coordination
kind-administration = Administration
kind-firefighting = Firefighting
kind-recovery = Recovery
kind-other = Other
area-direction = Direction
area-see-the-person = See the person
area-challenge = Challenge and follow up
area-trust = Trust and room
area-team = Build the team
area-outside-in = Outside in
area-learn = Learn and improve
area-myself = Lead myself
area-direction-motto = everyone knows what matters most, and why
area-see-the-person-motto = nobody is invisible, and nobody carries too much alone
area-challenge-motto = what needs to be said is said, and what was promised is done
area-trust-motto = those who know the work decide about it
area-team-motto = we help each other, and everyone is heard
area-outside-in-motto = those we are here for guide what we do
area-learn-motto = we try, look and learn
area-myself-motto = I have the strength to lead, and others know what I practise
week-title = Week { $number }
week-kicker = Week { $number } · { $dates } · { $hours } booked hours
week-kicker-short = Week { $number } · { $dates } · { $time } booked
week-sentence = { $leading } of { $booked } hours went to leading.
week-sentence-short = { $leading } of { $booked } went to leading.
week-thought = You thought { $hours }.
time-minutes =
    { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }
time-hour = 1 hour
time-hours = { $hours } hours
week-lead = What you book does not say everything about your week, but it shows what you chose.
week-where = Where the week went
week-days = Day by day
days-label = Booked hours by day: { $days }
contract-a-day = Contracted time a day
week-facts = What the week was like
fact-undisturbed = Undisturbed stretches of 30 minutes or more
fact-switches = Switches a day
fact-one-to-ones = One-to-ones
fact-own-manager = Alone with your manager
fact-meetings = Meetings with others
fact-meetings-few = Meetings of three to five
fact-meetings-some = Meetings of six to nine
fact-meetings-many = Meetings of ten or more
fact-recurring = Recurring
fact-one-off = One-off
fact-outside = Outside working hours
fact-double = Double-booked
week-trend = Twelve weeks
week-trend-note = Hours of leadership contribution. The band is where your weeks usually fall.
trend-label = Leadership contribution over { $weeks } weeks: { $mean } hours on average, mostly between { $low } and { $high }
week-others = Beside what has been studied
week-others-text = Figures about other managers, with source and year. None of them is the right one.
beside-meetings = Meetings
beside-administration = Administration
beside-own-manager = Alone with your manager
beside-here = { $what }: { $share }
beside-published = Studied: { $range }
beside-label = { $what }: { $share } of your booked time. Managers studied: { $range }.
week-earlier = The week before
week-later = The week after
week-give-again = Add the calendar again
week-empty = See where the week went
week-empty-text = Add your calendar as it is. No diary to keep: in a minute you see how much went to leading.
week-give-calendar = Add your calendar
week-promise = Titles, places and people are read in memory and never stored. Nobody else sees your week.
guess-heading = Guess first
guess-text = The week is ready. What do you think, before you see it?
guess-label = How many hours went to leading?
guess-hint = Time when you strengthened the conditions, abilities or will of others. A feeling is enough.
guess-send = Show the week
guess-skip = Show without a guess
guess-wrong = Enter a number of hours from 0 to 80, such as 12 or 7.5.
gap-heading = What the calendar does not show
gap-text = Of the week’s { $contract } contracted hours, { $hours } are not in the calendar.
gap-over = All working time is booked: { $hours } more than the contract’s { $contract } hours. Whatever is not booked came on top.
gap-away = The calendar says that you were away all week.
gap-away-over = The calendar says that you were away all week, and { $hours } were booked all the same.
gap-none = All working time is booked.
gap-first = What did most of it go to?
gap-second = And the rest?
gap-again = Begin again
gap-firefighting = Firefighting
gap-administration = Administration
gap-being-there = Being there
gap-recovery = Recovery
away-heading = Drop something to make room
away-text = Recurring meetings that might go, those that take most time first.
away-nothing = Nothing recurring stands out. Perhaps there is something that is not in the calendar.
away-own = Drop something else
away-try = Try
away-try-label = Try dropping: { $name }
away-hours = { $hours } h/year
away-big = many take part
away-double = double-booked { $share }% of the time
away-no-agenda = no agenda
away-outside = { $share }% outside working hours
away-declined = { $share }% of those invited decline
away-long = a long meeting
away-administration = administration that somebody else might do
series-described = { $rhythm }, { $when }, { $length }, { $others }
others =
    { $count ->
        [one] one other
       *[other] { $count } others
    }
others-none = only you
rhythm-once = Once
rhythm-daily = Daily
rhythm-times-a-week = { $times } times a week
rhythm-weekly = Weekly
rhythm-fortnightly = Every other week
rhythm-every-weeks = Every { $weeks } weeks
rhythm-monthly = Monthly
rhythm-irregular = Now and then
size-alone = only you
size-two = two people
size-few = three to five people
size-some = six to nine people
size-many = ten or more people
why-yours = You placed it here.
why-likes = You placed similar ones here.
why-word = The word “{ $word }”
why-word-and-size = The word “{ $word }” and { $size }
why-one-to-one = Two people talking
why-own-manager = Alone with your manager
why-meeting = A meeting, { $size }
why-out-of-office = Marked as out of office
why-private = Marked as private
why-no-word = No word said more
import-heading = Add your calendar
import-lead = A file from Outlook, Google, Apple or Nextcloud. It is read in a few seconds.
import-guess = Guess first: how many hours of week { $number } went to leading?
import-file = Calendar file
import-file-hint = An .ics file, at most { $megabytes } MB.
import-send = Read the file
import-file-again = Choose the file once more: it does not come back with the form.
import-subscribed = Your calendar is fetched automatically
import-subscribed-text = Fetch it now if you want to see the titles and correct where they landed.
import-review = Fetch and review
import-how = How to get the file
import-how-outlook = Calendar, File, Save Calendar. Choose the whole calendar and full details. In Outlook on the web: Settings, Shared calendars, Publish a calendar, and fetch the ICS link.
import-how-google = Settings, Import and export, Export. Unpack the file you get: it holds an .ics.
import-how-apple = Choose the calendar, File, Export, Export.
import-how-nextcloud = Calendar, the three dots by the calendar’s name, Export.
import-settings = Let the calendar be fetched automatically, or change the working hours
import-no-file = Choose a calendar file.
import-cut-off = The file did not arrive whole. Try again.
import-too-large = The file is larger than { $megabytes } MB. Export a shorter time: half a year is plenty.
import-empty = The file is empty. Export the calendar once more.
import-zip = That is a packed file. Unpack it and choose the .ics file inside.
import-html = That is a web page, perhaps a sign-in page, not a calendar. Export the calendar as .ics.
import-binary = That is not a calendar file. Choose the file that ends in .ics.
import-text = There is no calendar in the file. Choose the file that ends in .ics.
import-too-many = The calendar has more bookings than we can read. Export a shorter time.
import-nothing = The calendar has nothing booked in the past { $weeks } weeks. Is it the right one?
fetch-not-allowed = Pejling may not fetch from that address. Ask operations.
fetch-not-found = There is no calendar at the address any more. Make a new link in your calendar.
fetch-unauthorised = The calendar asks for a sign-in. Use the secret link, not the usual one.
fetch-too-slow = The calendar answered too slowly. We will try again in a while.
fetch-certificate = The calendar’s server could not show that it is genuine.
fetch-unreachable = The calendar’s server does not answer. We will try again in a while.
review-title = Review the weeks
review-lead =
    { $events ->
        [one] One event read
       *[other] { $events } events read
    }, { $weeks ->
        [one] one week seen
       *[other] { $weeks } weeks seen
    }. The titles are shown only here and now.
review-partly = Week { $number } is only partly in the file. What was already counted stays.
review-go-on = To the week
review-lines = Did something land wrong?
review-lines-text = Each line says why it landed there. Move what is wrong, and similar ones follow, now and next time.
review-about =
    { $times ->
        [one] once
       *[other] { $times } times
    }, { $hours }, { $others }
review-place-of = Kind of time for { $title }
review-untitled = Untitled
review-save = Save the corrections
review-more = And { $count } more, with less time.
review-aside = Not counted as hours: { $parts }.
aside-declined = { $count } you declined
aside-free = { $count } marked as free
aside-all-day = { $count } all-day
aside-copies =
    { $count ->
        [one] 1 copy of an event that is counted already
       *[other] { $count } copies of events that are counted already
    }
aside-empty = { $count } without length
aside-cancelled = { $count } cancelled
review-folded = { $count } more, with less time
review-troubles =
    { $count ->
        [one] One place in the file could not be read
       *[other] { $count } places in the file could not be read
    }
review-trouble = Line { $line }: { $reason }
trouble-not-a-line = a line that does not belong to a calendar
trouble-unclosed = an event that does not end
trouble-start = an event without a readable start, not counted
trouble-end = an end that cannot be read
trouble-rule = a recurrence that cannot be read, the event counts once
trouble-date = a date that cannot be read
trouble-zone = an unknown time zone, read as local time
trouble-too-many = more repetitions than we count
nothing-booked = Nothing booked.
