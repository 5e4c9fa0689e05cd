letter-results-subject = The answers from { $round } are ready
letter-results-body =
    Hello!

    { $round } has closed. The answers can be read now. Everyone who took part and their managers get this letter at the same time.

    { $link }

    Results are shown only for groups where enough people answered, and never so that anyone’s answer can be worked out. The link between you and the ballot is destroyed.
letter-results-open-body =
    Hello!

    { $round } has closed. The answers of those who used the poster can be read now.

    { $link }

    Everybody who passed could answer, so the figures are a hint and no measure. Nobody knows who answered.
letter-withheld-subject = No result from { $round }
letter-withheld-body =
    Hello!

    { $round } has closed. No result is shown, to anyone: the check before release said no. Everyone who took part and their managers get this letter at the same time. Why stands here:

    { $link }

    No answers are released, and the link between you and the ballot is destroyed.
nav-results = Answers
results-heading = The answers
results-lead = Everyone in a group and their manager see the same, from the same moment. No one person’s answer is here.
results-empty = No answers to read yet
results-empty-text = When a round closes the answers are shown here, to everyone in the group at the same time.
results-closed-on = Closed { $date }
results-answered = { $ballots } of { $eligible } answered
results-answered-open = { $ballots } answered
results-read = Read the answers from { $name }
results-read-whole = Read the whole round
results-withheld = No result was released
results-withheld-audit = The independent check could not rule out that someone’s answer could be worked out. Then nothing is shown, to anyone.
results-withheld-ballots = The ballots do not match how many were handed out. Then the answers cannot be trusted, and nothing is shown.
results-together-heading = { $name } is shown together with others
results-together-text = At least { $k } answers are needed so that nobody’s answer can be worked out. This is the smallest group that is large enough:
results-band-heading = { $name } is shown approximately
results-band-text = A few people have started or left since last time. So we only say what the means lie between: nobody can work out what those few answered.
results-together-strict-text = Either there were fewer than { $k } answers, or a few people have started or left since last time. Here is the smallest group that can be shown without anybody’s answer being worked out:
results-nothing = Nothing is shown for { $name }
results-nothing-text = At least { $k } answers are needed, and there were not that many even together with the groups beside it.
results-nothing-strict-text = At least { $k } answers are needed, and this round is extra careful over time: a few people have started or left since last time, and their answers must not be possible to work out.
results-without = Answers from here that are not in the figures: { $count }. They were too few to be shown by themselves and are counted further up.
results-said = What the group said
results-level = The level behind it
results-said-text = { $mean } of { $top }. Had everyone answered: probably { $low }–{ $high }.
results-said-all = { $mean } of { $top }.
results-level-text = { $level }, probably { $low }–{ $high }. The group’s own answers weigh { $percent }%, the rest is how comparable groups answered.
results-level-alone = { $level }, probably { $low }–{ $high }. Only the group’s own answers count: there are too few groups to compare with.
results-near-high = Nearly everyone answered 4 or 5.
results-near-low = Nearly everyone answered 1, 2 or 3.
results-near-why = No more is said. A figure would show what each person answered.
results-between = The mean lies between { $low } and { $high }.
results-about = The mean is about { $mean }.
results-between-why = In some part nearly everyone answered alike, and no more is said there. So the mean cannot be given more closely.
results-between-strict-why = We say no more than that, since the answers of the few who started or left could then be worked out.
results-answers = Answers
results-smallest = Smallest change that would be seen
results-points = { $points } points
results-better = Likely better than last time
results-worse = Likely worse than last time
results-cannot-tell = Cannot tell yet whether anything changed
results-then = Last time: { $mean }, answers { $answers }.
results-beyond = More than in the organisation as a whole.
results-no-history = No comparable history: the groups have changed, or the question was not asked.
results-hme = { $points } of 100 in HME
results-hme-low = HME lowest
results-hme-high = HME highest
results-index = Index
results-picture = { $name } { $said } { $level }
results-figures-open = Show the figures
results-spread = How the answers spread: { $name }
results-answer = Answer
results-care-heading = Tough care
results-care-text = Challenge and care belong together, and neither is better. The dot shows where the group lies, the lines how certain that is.
results-care-label = Challenge { $challenge }, care { $care }.
results-range = { $value } ({ $low }–{ $high })
results-group = Group
results-above = Larger groups
results-below = Groups within this one
results-below-text = In the order of the organisation. This page ranks nobody.
results-below-together = shown together with others
results-voices = Own words
results-voices-text = In no order at all and without time. They are shown only when enough people have voted.
results-how = How to read this
results-how-said = What the group said is the mean of the answers. The line shows how far off it can be because not everyone answered. If everyone did there is no line.
results-how-level = The level behind it is a more careful picture. In a small group a few answers make a large difference, so chance is taken out with the help of similar groups.
results-how-change = A change is only told when it is larger than groups usually move by themselves. Otherwise we say that we cannot tell yet.
results-how-talk = The figures are the beginning of a talk, not a grade. Ask the group what lies behind them.
results-about-me = What could be computed about me?
results-csv = Download as csv
results-json = Download as json
results-take = Take the figures along
results-take-text = The files hold what is on the page, and nothing more.
results-units = All groups
results-units-text = In the order of the organisation. A change is told here only if it also holds when one looks at so many groups at once.
results-units-part =
    { $groups ->
        [one] one group
       *[other] { $groups } groups
    }
results-units-changed =
    { $changed ->
        [one] one has likely changed
       *[other] { $changed } have likely changed
    }
results-units-open = Press a part of the organisation to see the groups in it.
results-units-link = See all groups on one question
results-units-question = Question
results-units-show = Show
results-change = Since last time
results-since-better = Likely better
results-since-worse = Likely worse
results-since-unsure = Cannot tell yet
results-none = –
results-hme-csv = HME as csv
results-hme-xlsx = HME as xlsx
results-about-heading = What could be computed about me?
results-about-lead = This page attacks what has been shown about { $name } and every other group: it adds and subtracts in every way there is.
results-about-shown = Figures that were shown
results-about-smallest = Smallest group with you that anything can be computed about
results-about-people = { $answers } answers from { $eligible } people asked
results-about-safe = At least { $k } answers always lie together. About your answer alone nothing can be computed.
results-about-nothing = Nothing at all. This group’s answers are in no figure that was shown.
results-about-unsafe = Something is wrong: a smaller group than promised can be computed. Tell whoever runs the system.
results-about-not = What this does not protect against
results-about-guess = Guesses: when nearly everyone answered alike it is easy to guess right. So then only the side the answers lie on is told.
results-about-known = What others already know about you, and what you tell yourself.
results-about-next = A new round is new answers. If nobody changes their answer and only a single person is new, two rounds together can say more than each.
results-back = Back to the answers
results-unit-level = Level
results-set-own = Own questions
results-short-level = Level behind it { $level }
results-rows-open = Press a line for everything that can be said of it.
results-how-open = What the figures and lines mean
results-open-worth = Everybody with the poster could answer, more than once too. Read the figures as a hint and no measure.
