terminal-week = Week { $number }, { $from } to { $to }
terminal-weeks = { $weeks } weeks, { $from } to { $to }
terminal-sentence = { $lead } of { $booked } hours went to leading.
terminal-sentence-short = { $lead } of { $booked } went to leading.
terminal-sentence-mean = That is { $mean } h a week on average.
terminal-kind-lead = Leading
terminal-kind-coordination = Coordination
terminal-kind-administration = Administration
terminal-kind-firefighting = Firefighting
terminal-kind-recovery = Recovery
terminal-kind-other = Other
terminal-days = The days
terminal-day-1 = Mon
terminal-day-2 = Tue
terminal-day-3 = Wed
terminal-day-4 = Thu
terminal-day-5 = Fri
terminal-day-6 = Sat
terminal-day-7 = Sun
terminal-away = away
terminal-how = What it was like
terminal-undisturbed = Undisturbed, at least { $minutes } minutes on end
terminal-outside = Outside working hours
terminal-double = Double-booked
terminal-one-to-ones = One-to-ones
terminal-own-manager = Alone with own manager
terminal-recurring = In recurring meetings
terminal-times = { $times ->
        [one] { $times } time
       *[other] { $times } times
    }
terminal-trend = Leading, week by week
terminal-week-short = w. { $number }
terminal-noise = { $mean } h on average. Weeks differ by about { $noise } h by themselves.
terminal-choose-away = Could any of this go?
terminal-hours-a-year = { $hours } h a year
terminal-series-number = no. { $series }
terminal-why-big = many take part ({ $people } others)
terminal-why-double = { $share }% collides with other things
terminal-why-no-agenda = no agenda
terminal-why-outside = { $share }% lies outside working hours
terminal-why-declined = { $share }% of those invited say no
terminal-why-long = long ({ $minutes } minutes)
terminal-why-administration = perhaps somebody else can do it
terminal-rhythm-once = once
terminal-rhythm-daily = every day
terminal-rhythm-times-a-week = { $times } times a week
terminal-rhythm-weekly = every week
terminal-rhythm-every-weeks = every { $weeks } weeks
terminal-rhythm-monthly = every month
terminal-rhythm-irregular = irregularly
terminal-series = All that took time, and why it landed there
terminal-reason-word = the word “{ $word }”
terminal-reason-word-and-size = the word “{ $word }”, { $size }
terminal-reason-one-to-one = two people talking
terminal-reason-own-manager = alone with one’s manager
terminal-reason-meeting = a meeting, { $size }
terminal-reason-out-of-office = marked as out of office
terminal-reason-private = marked as private
terminal-reason-no-word = own time, no word said more
terminal-reason-your-placing = as you have said
terminal-size-alone = alone
terminal-size-two = two
terminal-size-few = three to five
terminal-size-some = six to nine
terminal-size-many = ten or more
terminal-more = … and { $number } more
terminal-aside = Not counted as hours
terminal-aside-cancelled = cancelled
terminal-aside-declined = declined
terminal-aside-all-day =
    { $number ->
        [one] whole day
       *[other] whole days
    }
terminal-aside-free = marked as free
terminal-aside-empty = without length
terminal-aside-copies =
    { $number ->
        [one] copy
       *[other] copies
    }
terminal-troubles = { $number ->
        [one] { $number } thing in the file could not be read. The rest is counted.
       *[other] { $number } things in the file could not be read. The rest is counted.
    }
terminal-trouble = line { $line }: { $reason }
terminal-trouble-not-a-line = a line without a name and a value
terminal-trouble-unclosed = something that begins but does not end
terminal-trouble-no-start = an event without a start
terminal-trouble-bad-start = a start that is neither a day nor a time
terminal-trouble-bad-end = an end that cannot be read
terminal-trouble-end-before-start = an end before the start
terminal-trouble-bad-rule = a repetition that cannot be read
terminal-trouble-bad-date = a date that cannot be read
terminal-trouble-bad-recurrence-id = a change of one occasion that cannot be read
terminal-trouble-unknown-zone = an unknown time zone, read as local time
terminal-trouble-too-many = more dates, rules or zones than are read
terminal-trouble-too-many-events = more events than are read
terminal-trouble-too-much-work = a repetition without a reasonable end
terminal-trouble-too-many-occurrences = more occasions than are counted
terminal-unreadable = { $file } cannot be opened: { $reason }
terminal-too-large = { $file } is { $size } MB, and at most { $limit } MB are read. Export a shorter time, a year perhaps.
terminal-not-empty = { $file } is empty.
terminal-not-zip = { $file } is a zip archive. Unpack it and give the file that ends in .ics.
terminal-not-gzip = { $file } is packed with gzip. Unpack it first.
terminal-not-pdf = { $file } is a PDF. Export the calendar as .ics instead.
terminal-not-html = { $file } is a web page, perhaps a sign-in page, not a calendar.
terminal-not-text = { $file } is not a calendar: there is none in it.
terminal-too-many-bookings = The calendar has { $bookings } bookings in this time. That is more than are counted; take fewer weeks with --weeks.
terminal-nothing = Nothing is booked between { $from } and { $to }.
terminal-nearest = The nearest week with anything in it begins { $monday }: try --from { $monday }.
terminal-nothing-at-all = The calendar has nothing at all in the years around.
terminal-progress-reading = Reading { $megabytes } MB …
terminal-progress-counting = Working out all occasions …
terminal-progress-sorting = Sorting { $number } bookings …
terminal-hours = { $hours } h
terminal-minutes = { $minutes } minutes
terminal-missing = { $file } does not exist.
terminal-forbidden = You may not read { $file }.
terminal-folder = { $file } is a folder. Give a file that ends in .ics.
terminal-few-weeks = Counted on { $weeks ->
        [one] one week
       *[other] { $weeks } weeks
    }. With --weeks 12 the figures are surer.
