letter-agreed-subject = What { $unit } agreed on
letter-agreed-body =
    Hello!

    { $unit } has talked about the answers. This is what you agreed on:

    { $words }

    You look again on { $day }. The answers, and what you agreed on, are here:

    { $link }
said-agreed = Saved. The group gets it in a letter.
talk-link = Guide for the talk
talk-link-heading = Talk about the answers
talk-link-text = A guide of 15 or 45 minutes, built on the group’s own answers. Everyone who may read the answers may read it.
talk-heading = Talk about the answers: { $unit }
talk-lead = Print it, or show it at the meeting. Everyone in the group may read all of it.
talk-length = How long
talk-short = 15 minutes
talk-long = 45 minutes
talk-agenda = Minute by minute
talk-minutes = { $from }–{ $to } min
talk-frame = Say what you will do: read, talk about one question, choose one thing. Nobody looks for who answered what.
talk-read = Read the answers in silence, each of you.
talk-one = Choose one question together. What do we do today? Give examples of what is done, not of whom.
talk-threes = Talk in threes about the question you choose. What do you recognise? When does it work?
talk-whole = Gather it. Each three says one thing before anyone says two.
talk-choose = Agree on one thing. What do we do, who begins, and when do we look again?
talk-close = The manager says back what you agreed on, and writes it on the page of the answers the same day.
talk-topics = Worth talking about
talk-topics-text = In the order the questions were asked. It is a suggestion: the group knows best.
talk-keep = Worth keeping
talk-none = Nothing stands out more than chance does. Let the group choose the question that matters most.
talk-why-worse = Likely worse than last time.
talk-why-lacks = Most do not agree, also when chance is allowed for.
talk-why-apart = You see it differently: many agree, and many do not.
talk-why-better = Likely better than last time.
talk-why-holds = Most agree, also when chance is allowed for.
talk-together = The answers are yours together with others’. Talk about what you recognise, and do not guess which group answered what.
talk-nothing = No figures are shown for the group: too few answered. Talk about the questions instead. Which of them matters most to us?
talk-asked = Questions to ask
talk-ask-recognise = What do you recognise, and what surprises you?
talk-ask-works = When does it work best? What do we do then?
talk-ask-little = What could we do once a week that would be noticed?
talk-ask-less = What can we stop doing to make room?
talk-advice = For whoever leads the talk
talk-advice-do = Talk about what is done, not about how anybody is.
talk-advice-noise = A figure is the beginning of a question. Do not call a difference good or bad when it may be chance.
talk-advice-who = Never ask who answered what, and do not guess. Those who want to will tell.
talk-advice-listen = Listen first and explain last. Say thank you for what is uncomfortable.
talk-advice-one = One thing is enough. What you have no time for is still here.
talk-write = Write what you agreed on
agreed-heading = What we agreed on
agreed-by = { $unit } · talked { $talked } · looks again { $again }
agreed-form = Write what you agreed on
agreed-form-text = When you have talked. One thing is enough.
agreed-change = Write it anew
agreed-unit = Which unit?
agreed-area = Which area did you choose?
agreed-words = What do we do?
agreed-words-hint = Something that is done and can be seen. No names of individuals.
agreed-talked = When did you talk?
agreed-again = When do you look again?
agreed-again-hint = Half a year ahead at most.
agreed-who = This is not private. Everyone who may read the group’s answers sees it: the group, the managers above, HR and the top manager. The group gets it in a letter. In Sweden it may become a public record.
agreed-save = Tell the group
agreed-not-yours = Only whoever leads the unit today can write it.
agreed-talked-wrong = Choose a day from when the round closed until today.
agreed-again-wrong = Choose a day after the talk, at most { $days } days ahead.
agreed-practices = Practise it
agreed-practices-text = Practices in { $area }, the area you chose. A step is your own: nobody else sees it.
agreed-practise = Choose
followed-heading = Did we talk about it?
followed-planned = On { $date } the group is asked whether you have talked about the answers.
followed-open = The group is being asked right now. The answers are shown when it closes on { $date }.
followed-nothing = The question was asked, but too few answered for anything to be shown.
followed-all = Read all of it
voices-use = Take along to a step
today-agreed = What we agreed on
today-agreed-text = { $unit }. We look again on { $day }.
records-agreed = Agreements you wrote down
records-agreed-text = What your groups agreed on after the answers. It is shared with those who may read the group’s answers.
erase-stays-agreed = What you wrote that a group agreed on: it is the group’s. That it was you is forgotten.
choose-need-ask = Ask the group what they need
choose-need-ask-text = Not sure? A short round with one single question to answer in own words. Nobody sees who wrote, and you get it only when the round closes.
rounds-need-name = What do you need?
rounds-need-question = What do you need more or less of from your manager in the months to come? Describe something that is done.
rounds-follow-name = { $name }: did we talk about it?
