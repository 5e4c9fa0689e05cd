steps-lead = You drop one thing and practise another. Only you see this.
steps-empty = Begin by making room
steps-empty-text = New habits find no room in a full week. First choose something to put down, then one small thing to practise for eight to twelve weeks.
steps-empty-or = Or just drop something
steps-begin = Choose a step
steps-second = Choose another step
steps-paused = Resting
steps-finished = Closed
drops-heading = What you have dropped
drops-choose = Drop something
step-under-way = The step you are practising
step-is-paused = The step is resting
step-is-finished = The step is closed
step-plan = When { $when }, then { $then }.
step-challenge = challenge
step-care = care
step-day = day { $day } of { $days }
step-days = { $days } days
step-open = Open the step
step-open-answered = Today: { $answer }
step-review-due = You have practised for weeks. Has it become natural?
step-review-do = Look back
step-paused-since = Resting since { $day }
step-paused-until = Resting until { $day }
step-pause-over = The pause is over. Do you want to take the step up again?
step-finished-on =
    Closed { $day } · { $done ->
        [one] done on one day
        *[other] done on { $done } days
    }
step-look-again = Closed { $day }. Has it lasted?
step-look-again-now = Some weeks have passed. Has it lasted? If not, you can take the same step again.
step-look-again-later = Look back on { $day }: has it lasted?
step-take-again = Take it again
step-why = Why and for whom
step-need = Whose need
step-need-words = In their words
step-room = What makes room
step-no-room = Nothing makes room yet
step-began = Began
step-review-on = Look back
step-moment = You are asked
step-asked = { $days } at { $time }
step-never-asked = Never
step-moment-change = Change when you are asked
step-went = How it has gone
step-went-nothing = No check-in yet.
step-went-no-occasion = No occasion yet.
step-went-of =
    Done on { $done } of { $of ->
        [one] one day
        *[other] { $of } days
    } with an occasion.
step-weeks = Week by week
week-column = Week
week-short = Week { $week }
step-close-or-pause = Rest or close
step-close = Close
step-pause = Let the step rest
step-pause-text = Nothing is asked meanwhile, and the days are not counted.
step-pause-for = For how long
step-pause-open = Until I say so
step-pause-weeks =
    { $weeks ->
        [one] One week
        *[other] { $weeks } weeks
    }
step-finish = Close the step
step-finish-text = Whenever you want. You say whether it has become natural and what you have learned.
step-resume = Take it up again
step-resume-warned = Yes, I want to practise two things at once
step-resume-second = You are already practising another step. One at a time usually goes better; three is not possible.
step-closed-on = Closed { $day }
step-all = All steps and drops
natural-was-yes = It has become natural.
natural-was-partly = It has partly become natural.
natural-was-no = It did not become natural, and that is worth knowing too.
natural-ask = Has it become natural?
natural-yes = Yes
natural-yes-hint = It happens without my thinking of it.
natural-partly = Partly
natural-partly-hint = Now and then, or only when I think of it.
natural-no = No
natural-no-hint = It did not stick.
finish-heading = Look back on the step
finish-learned = What have you learned?
finish-save = Close the step
finish-not-yet = Not yet
check-in-ask = How did it go today?
check-in-ask-day = How did it go?
check-in-done = Done
check-in-not-done = Did not happen
check-in-no-occasion = No occasion
check-in-change = Change
check-in-more = Write a few words, or answer for another day
check-in-day = Which day
check-in-day-wrong = Choose a day from when the step began until today, at most { $days } days back.
check-in-how = How did it go?
check-in-words = A few words, if you like
check-in-latest = The latest times: done { $done }, did not happen { $not }, no occasion { $none }
check-in-only = The link opens only this question. For everything else you sign in.
link-ended = That link is no longer valid
link-ended-text = A link from a letter is valid for two weeks. You can always sign in and answer on the step’s page.
link-ended-action = To the steps
letter-check-in-subject = How did it go today?
letter-check-in-body =
    Hello { $name }!

    You asked to be asked about your step. Answer with one tap:

    { $link }

    The link is valid for { $days } days and opens only that question. On the step’s page you can change when you are asked, or let the step rest.
balance-heading = Challenge and care
balance-text = Tough care is both. No split is the right one; here is yours.
balance-label = Days you have practised: challenge { $challenge }, care { $care }
balance-days =
    { $days ->
        [one] one day
        *[other] { $days } days
    }
help-heading = Did it help?
help-better = Likely better
help-unsure = Cannot tell yet
help-not = Likely not
help-rose = You lead more than before: { $before } hours a week before, { $after } after. The change is likely between { $low } and { $high } hours.
help-fell = Less time goes to leading: { $before } hours a week before, { $after } after. The change is likely between { $low } and { $high } hours.
help-noise = Time for leading: { $before } hours a week before, { $after } after. Weeks differ so much anyway that the change may be anything between { $low } and { $high } hours.
help-few-weeks = Four weeks in the calendar before the step and four after are needed to say anything about time.
help-freed = What you dropped has freed at least half of the time you wanted.
help-freed-little = What you dropped has freed a little time, less than half of what you wanted.
help-freed-nothing = What you dropped has freed no time yet.
help-freed-not-known = We do not know yet how much time what you dropped has freed.
help-no-drop = Nothing has been dropped for this step.
help-practised = You have done it on at least half of the days with an occasion.
help-seldom = You have done it on fewer than half of the days with an occasion.
help-few-check-ins = Fewer than four days with an occasion are checked in.
help-caution = It compares before with after in one calendar. It cannot say what caused a change.
choose-progress = Question { $question } of { $of }
choose-one = Choose one.
choose-room = What makes room for the new?
choose-room-text = We easily see what can be added and forget what can be taken away. So that question comes first.
choose-room-field = What makes room
choose-room-wanted = Meant to free { $minutes } minutes a week
choose-room-new = Something new to drop
choose-room-new-hint = A meeting, a report, a habit. You choose on the next page.
choose-room-nothing = Nothing yet
choose-room-nothing-hint = You say why, and may change your mind.
choose-why = Why can nothing be dropped?
choose-why-text = One sentence is enough. Sometimes the reason is something to bring to your own manager.
choose-why-field = The reason
choose-why-hint = For example: everything I could drop is decided by somebody else.
choose-need = Whose need does the step answer?
choose-need-text = Leadership begins from outside: in what somebody else needs.
choose-need-whose = Whose need
choose-need-words = In their words, if you have heard them
choose-need-hint = Write no names. For example: we do not know what matters most.
need-team = The team I lead
need-served = Those we are here for, and their families
need-colleague = Another manager or unit
need-own-manager = My own manager
need-myself = My own: someone worn out leads nobody
choose-practice = What do you want to practise?
choose-practice-text = One small thing. The hard side challenges, the soft side cares; tough care is both.
choose-practice-field = Eight areas, five practices in each
practice-hint = { $side } · about { $minutes } minutes
practice-own = Something of your own
practice-own-text = in your own words
practice-own-choice = I write it myself
practice-own-words = What you will practise
practice-own-side = Which side of tough care
practice-own-area = Area
own-words-hint = Write no names of individuals.
choose-plan = When, and what do you do then?
choose-plan-text = A plan that hangs on something that happens anyway is far more often carried out.
plan-pick = An occasion that comes anyway
plan-pick-none = I write my own
plan-when = Or in your own words: when …
plan-when-hint = For example: I come to the morning meeting
plan-then = Then …
plan-then-hint = For example: I ask one person what would make the day easier
plan-weeks = How many weeks
plan-weeks-hint = Then you look back: has it become natural?
plan-days = Days when you want to be asked
plan-days-hint = A short email with a link. Without a day we do not ask.
plan-time = At
choose-begin = Begin to practise
choose-second = You are already practising a step
choose-second-text = One step at a time usually goes better: attention seldom suffices for two new habits. To change, close the one you have or let it rest.
choose-second-go-on = I still want another
choose-second-back = To the steps
choose-third = Two steps at most
choose-third-text = Close one of the steps or let it rest, and there is room for a new one.
choose-drop-gone = That drop can no longer be used. Choose another.
choose-too-many = You already have { $most } steps, and no more are kept.
time-wrong = Enter a time of day, such as 15:00.
text-too-long = The text has { $len } characters, and there is room for { $limit }.
text-control = The text has a character that cannot be shown.
copy = Copy
copied = Copied
said-step-chosen = The step is chosen. Only you see it.
said-step-paused = The step is resting.
said-step-resumed = The step is under way again.
said-step-finished = The step is closed.
said-checked-in = Saved. Thank you for pausing to think.
said-feed-ended = The address has ended and shows nothing more.
feed-heading = In your own calendar
feed-short = The step’s moments and protected time, in the calendar you already have.
feed-lead = A secret address that your calendar can subscribe to. The calendar says “My step” and “Time to lead”, not what the step is about.
feed-address = The address
feed-address-none = You have no address yet.
feed-address-has = You have an address. It is shown only when it is made; if it is lost, make a new one, and the old one ends.
feed-address-new = Copy the address now: it is not shown again. Whoever has it can see the times, so do not pass it on.
feed-address-label = Secret address
feed-make = Make an address
feed-make-again = Make a new address
feed-end = End the address
feed-how = How to add it
feed-how-outlook = Outlook: Calendar, Add calendar, Subscribe from web.
feed-how-google = Google: Other calendars, plus, From URL.
feed-how-apple = Apple: Calendar, File, New Calendar Subscription.
feed-times = Protected time to lead
feed-times-text = Time that stands as busy in your calendar every week.
feed-time-days = Days
feed-time-days-wrong = Choose at least one day.
feed-time-from = From
feed-time-minutes = For how long
feed-time-end = Remove
feed-time-end-label = Remove { $time }
feed-time-too-many = At most { $most } times can be protected.
feed-protect = Protect the time
feed-name = Pejling
feed-step = My step
feed-step-text = One minute: how did it go? { $link }
feed-time = Time to lead

answers-heading = What the answers say
answers-question = The question that goes with the step: “{ $question }”
answers-rounds = Before: { $before }. After: { $after }.
answers-went = The mean was { $before } before and { $after } after.
answers-beside = Similar groups whose manager practised no step were expected to have { $expected } after. The difference is { $effect }, and probably lies between { $low } and { $high }.
answers-beside-better = Likely better than without the step
answers-beside-worse = Likely worse than without the step
answers-alone = There are too few similar groups to compare with, so the group is compared only with itself.
answers-caution = This is an association. The answers cannot say what caused it.
answers-not-before = The question that goes with the step was not asked in your group before you began. If it is asked in a short round now, there will be something to compare with next time.
answers-not-after = The question that goes with the step has not been asked since you had practised for four weeks. After the next round something can perhaps be said.
answers-not-by-itself = Your group was shown together with others, or nearly everyone answered alike. Then nothing can be said of whether your own group has changed.
