letter-invitation-subject = A few questions for you
letter-invitation-body =
    Hello!

    { $organisation } is asking you and your colleagues: “{ $round }”. It takes a minute or so.

    You answer here. The link is your own, so do not pass it on:

    { $link }

    Your ballot can be collected until { $until }.

    The system knows that you have collected a ballot, not what you have answered. The result is shown once, for at least { $k } answers, and never so that a smaller group can be worked out.

    These six words show that everybody answers on the same terms. They should be the same on the page where you answer:

    { $words }
letter-reminder-subject = A reminder: a few questions for you
letter-reminder-body =
    Hello!

    You have a ballot left to collect: { $round }. It is there until { $until }.

    { $link }

    If you would rather not answer, that is fine. No manager is told who has collected a ballot, and you get at most two reminders.

    The six words: { $words }
rounds-group-own = Own staff of { $unit }
rounds-group-of-unit = { $names } in { $unit }
rounds-group-no-occupation = Occupation not stated
rounds-heading = Rounds
rounds-lead = A year of questions on one page: what is open, what is coming and what is done.
rounds-lead-leader = Ask those you lead, or those you are there for. Everybody sees the answers at the same time, you and the team.
rounds-plan = Plan a round
rounds-open-now = Open now
rounds-coming = Coming
rounds-done = Finished
rounds-none = No round yet
rounds-none-text = A round is a few questions to one unit or more, open for some weeks. Nobody can see who answered what.
rounds-days = { $from } – { $to }
rounds-back = Back to the round
rounds-state-planned = Planned
rounds-state-frozen = Being prepared
rounds-state-open = Open
rounds-state-closed = Closed
rounds-state-called-off = Called off
rounds-kicker = { $unit } · { $state }
rounds-reach-unit = The unit
rounds-reach-unit-text = Those whose closest manager is the unit’s.
rounds-reach-subtree = The unit and everything below it
rounds-reach-subtree-text = Everybody employed. A manager’s own answers count one level up.
rounds-reach-occupations = The unit and everything below it, by occupation
rounds-reach-occupations-text = Everybody employed. Answers are shown by occupation in units of { $least } people or more, and not for smaller units. Occupations of fewer than { $group } are joined.
rounds-reach-managers = The managers
rounds-reach-managers-text = Only those who lead a unit, about what they have to lead with.
rounds-reach-open = Those we are here for
rounds-reach-open-text = Service users, relatives or citizens, by a poster. We do not know who they are, so the figures are only a hint.
rounds-lead-planned =
    Who is asked is settled on { $day }. Today it would be { $people } people in { $groups ->
        [one] one group
       *[other] { $groups } groups
    }.
rounds-lead-planned-open = When the round opens there is a poster to put up.
rounds-lead-too-few = Today they are fewer than { $least }. If they still are when the round is prepared, it is called off.
rounds-lead-frozen = Who is asked is settled. The round opens { $when }, if it has been taken up with the unions.
rounds-lead-open = Answers are taken until { $when }. Nobody sees any result before that.
rounds-lead-closed = The round is done. The result appeared to manager and team at the same moment.
rounds-lead-withheld = The round is done, but no result was released. Why stands with the answers.
rounds-lead-called-off = The round is called off. Nothing that may have been answered is shown to anybody.
rounds-keys = Keys
rounds-keys-making = { $made } of { $wanted } keys are made. Reload the page to see how far it has come.
rounds-keys-ready =
    { $wanted ->
        [one] The key is made.
       *[other] All { $wanted } keys are made.
    }
rounds-warn-long = { $questions } questions are many. With twelve at most, more people answer.
rounds-warn-part-of-hme = Only { $asked } of HME’s nine questions are asked. Then no index can be formed or reported.
rounds-warn-hme-order = HME’s nine questions do not follow one another. Then they cannot be compared with those of others.
rounds-consult = Not yet taken up with the unions
rounds-consult-text = A round does not open until it has been taken up with the unions. Write the day here when that is done.
rounds-consult-day = Day it was taken up with the unions
rounds-consult-hint = Can be filled in later, but before the round opens.
rounds-consult-save = Save the day
rounds-words-text = The six words stand on the page where people answer, in the invitation and on the poster. Give them to the safety representative: then anybody can see that all answer on the same terms.
rounds-poster = Poster to print
rounds-manifest = The page that everybody can compare with
rounds-participation = How many have collected their ballot
rounds-collected-below-quarter = Fewer than a quarter. Who cannot be seen, and nobody is shown anything finer.
rounds-collected-below-half = Between a quarter and half. Who cannot be seen, and nobody is shown anything finer.
rounds-collected-below-three-quarters = Between half and three quarters. Who cannot be seen, and nobody is shown anything finer.
rounds-collected-most = Three quarters or more. Who cannot be seen, and nobody is shown anything finer.
rounds-counted = When the round closed
rounds-counted-ballots = Ballots counted
rounds-counted-drawn = Ballots collected
rounds-counted-read = Read the answers
rounds-facts = How the round is set
rounds-who = Who is asked
rounds-opens = Opens
rounds-closes = Closes
rounds-languages = Languages
rounds-k = Fewest answers shown
rounds-k-value = { $k } answers
rounds-k-unit = answers
rounds-k-hint = { $k } is usual: oneself and at least five more. It cannot be changed once the round is open.
rounds-consulted = Taken up with the unions
rounds-consulted-not = Not yet
rounds-strict = Extra careful over time
rounds-strict-on = Yes
rounds-strict-hint = If only a few people have started or left in a group since last time, the group is shown approximately, together with its neighbours, or not at all. Then nobody can work out what those few answered by comparing two rounds. The price is that fewer see a figure of their own.
rounds-strict-off = Off.
rounds-strict-since = On since { $date }.
rounds-strict-begin = Switch on for rounds that open from now on
rounds-strict-end = Switch off for rounds that open from now on
rounds-asked = Asked
rounds-groups = Groups
rounds-groups-open = Show all { $groups } groups
rounds-groups-text = Each group is at least { $least } people. Small units answer together, so that not even the system knows what the small unit answered.
rounds-group = Group
rounds-questions = Questions
rounds-cancel = Call the round off
rounds-cancel-text = Then no result is ever shown, and who has collected a ballot is forgotten at once. It cannot be undone.
rounds-cancel-do = Call off
rounds-plan-lead = Few questions, a clear end and a talk afterwards. Twelve questions are about the most.
rounds-plan-lead-leader = A short round: at most { $most } questions, and four weeks to the next. Choose what you are practising.
rounds-name = Name
rounds-name-hint = Seen by everybody who is asked. For example: The autumn’s questions.
rounds-unit = Unit
rounds-set-practice = What it is like to be led here
rounds-set-practice-text = One question for each area of leading. Two to four are enough.
rounds-set-hme = Sustainable engagement (HME)
rounds-set-hme-text = Nine questions by which Swedish municipalities compare themselves. Take all nine or none.
rounds-set-conditions = Managers’ own conditions
rounds-set-conditions-text = Only for rounds to managers.
rounds-set-served = Those we are here for
rounds-set-served-text = Only for open rounds with a poster.
rounds-set-talk = Did we talk about it?
rounds-set-talk-text = Whether last time’s answers were taken up.
rounds-set-compared = Compared with last time
rounds-set-compared-text = Worse, the same or better, in each person’s own eyes.
rounds-own = Questions of your own
rounds-own-text = One on each line, at most { $most } characters. They are answered on the same scale as the others. The same words next time count as the same question. Never write anybody’s name.
rounds-own-in = Own questions, { $language }
rounds-words = One question to answer in one’s own words
rounds-words-hint = Leave it empty unless you need it. What is written can be recognised by its words: so more answers are needed before anything is shown, and whoever writes is warned.
rounds-words-in = The question, { $language }
rounds-talked = Ask two weeks afterwards whether the answers were talked about
rounds-talked-hint = A single question, open for a week.
rounds-more = More
rounds-times = Number of rounds
rounds-times-hint = Plan a year at a time if you like: the same questions, evenly spread.
rounds-times-unit = rounds
rounds-weeks = From one to the next
rounds-weeks-unit = weeks
rounds-plan-do = Plan the round
rounds-sure = I want to ask this anyway
rounds-sure-first = Read what is said about the questions, and tick the box if you want to anyway.
rounds-not-yours = You can plan for a unit that you lead yourself.
rounds-too-few = There are { $asked } people to ask there. At least { $least } are needed so that nobody can be singled out.
rounds-too-close = At least { $weeks } weeks should pass between rounds. The nearest free day is { $day }.
rounds-same-questions = The same people are asked the same about then, but the answers are shown in the other way: by unit or by occupation. Side by side they can give away small groups. Choose { $date } or later, or other questions.
rounds-too-long = At most { $most } questions.
rounds-unsuited = Some question is made for others than those asked.
rounds-not-translated = A question of your own is missing in { $language }. Write it there too, or leave the language out.
rounds-name-wrong = Give the round a name, at most { $most } characters.
rounds-day-wrong = Write a day, like 2027-01-18.
rounds-day-ahead = That day has not come yet.
rounds-opens-past = That day has already been.
rounds-too-far = At most a little more than a year ahead.
rounds-length-wrong = A round is open for at least a day and at most { $days } days.
rounds-k-wrong = Between { $least } and { $most } answers.
rounds-number-wrong = A number from { $least } to { $most }.
rounds-no-question = Choose at least one question.
rounds-too-many-own = At most { $most } questions of your own, and one to answer in words.
rounds-twice = The same question stands twice.
rounds-own-missing = Write the question in { $language } too.
rounds-own-length = A question has between { $least } and { $most } characters.
manifest-heading = The same terms for everybody
manifest-lead = Everything that decides what will be shown was settled when the round opened. Anybody can compare here, without signing in.
manifest-words = The six words
manifest-words-text = Compare them with the words in the invitation, on the poster or on the page where you answer. If a word differs: do not answer, and tell the safety representative.
manifest-facts = In short
manifest-lines = Lines in the whole list
manifest-counted-text = There cannot be more ballots than were collected, and slips used. If there are, no result is shown.
manifest-download = The whole list
manifest-download-text = The round, the tree of groups and each group’s public key, a line each. The six words are the beginning of its hash, computed as in RFC 9162:
manifest-download-do = Download the list
poster-title = Poster: { $name }
poster-named-lead = Say how it is. Nobody can see what you in particular answered.
poster-named-where = Your own link came by e-mail, and is on your home page when you sign in.
poster-named-slip = Rather on paper? Ask the safety representative for a slip.
poster-named-promise = The result is shown once, for at least { $k } answers, to manager and team at the same time.
poster-open-lead = What is it like for you here? It takes a minute, and we do not ask who you are.
poster-open-where = Point your telephone’s camera at the square, or type the address.
poster-open-worth = Anybody who passes can answer. So the answers are a hint and no measure.
poster-open-promise = The result is shown once, and only if at least { $k } have answered.
poster-open-words = The same six words should be on the page where you answer. If a word differs: do not answer, and tell somebody who works here.
poster-qr = QR code to { $address }
poster-print = Print the page: the menu is left out.
slips = Slips
slips-none = None
slips-made-left = { $made } made, { $left } not used
slips-make = Make slips
slips-make-text = For those without a computer, telephone or e-mail, and for whoever prefers it. Make as many as the group needs: every slip is counted, also those not used.
slips-count = How many
slips-unit = slips
slips-make-do = Make the slips and show them
slips-count-wrong = Between 1 and { $most } slips at a time.
slips-too-many = At most { $left } more: otherwise there are more ballots than people in the group.
slips-heading = { $count } slips: { $group }
slips-once = Print now. The codes are shown only here, and only this once: the system does not keep them.
slips-lead = Whoever has a slip can answer. So let the safety representative look after them, not the manager.
slips-how = How to do it
slips-how-print = The safety representative prints them, or is there when it is done.
slips-how-cut = Cut them apart, fold them with the text inside and mix them in a bowl.
slips-how-draw = Everyone draws a slip for themselves. Nobody else looks at it.
slips-how-tick = The representative ticks off on paper who has drawn. The list is torn up when the round has closed.
slips-how-return = Slips left over are torn up. How many were not used is counted and shown.
slips-sheet = Slips to cut apart
slips-large = Large print
slips-large-hint = For those who see poorly. There are two slips on each page, and more paper is used.
slips-qr = QR code to this slip’s ballot
slips-text = Point a telephone’s camera at the square. Without a camera: go to { $address } and type the code.
slips-code = Code, good once:
slips-until = Answer by { $when }.
today-asked = A few questions for you
today-asked-until = “{ $round }”: your ballot can be collected until { $until }.
today-asked-collected = “{ $round }”: you have collected your ballot. In that browser, or with your ballot code, you can answer and change your mind until { $until }.
today-asked-do = Answer
today-asked-again = To the answering page
nav-rounds = Rounds
said-round-planned = The round is planned.
said-round-called-off = The round is called off.
