nav-staff-lists = Staff list
nav-group-people = People
staff-lead = Bring in people, units and managers from a list out of the HR system. You see what becomes different before anything happens, and can undo it afterwards.
staff-file = The list, as CSV or XLSX
# $megabytes (Number) - the limit
# $rows (String) - the limit
staff-file-hint = Everyone employed in one file, a row for each employment. At most { $megabytes } MB and { $rows } rows. No personal identity numbers.
staff-look = See what becomes different
staff-keeps = The file is kept for a day at most. After that only what you chose to bring in is left.
staff-columns-heading = What the list needs
staff-columns-text = A column with an employee number or another key that is the same in every list, a name, and the unit’s name or code. Preferably also mail, manager, unit above, occupation, extent, from and to, leave. Other columns are not read.
staff-export = Take everyone along as a list (XLSX)
staff-export-text = As it is today. Change it and bring it in again if you have no HR system; or see what a list can look like.
staff-waiting = Waiting for somebody to look
# $when (String) - date and time
staff-by-itself = { $when } by itself, out of the folder
staff-done-heading = Lists that were brought in
staff-done-none = No list has been brought in yet.
# $when (String) - date and time
# $who (String) - a name
staff-done-by = { $when } by { $who }
# $when (String) - date and time
staff-undone = Undone { $when }
staff-undo = Undo the list
staff-undo-text = Everything becomes as it was before the list, as long as nobody has changed the organisation since.
said-staff-done = The list has been brought in.
said-staff-undone = The list is undone. Everything is as it was.
said-staff-called-off = The list is gone. Nothing has changed.
said-staff-columns = The columns are saved, for the next list, too.
staff-look-title = This becomes different
staff-same = The list agrees with what is there already. Nothing becomes different.
# $day (String) - today
staff-from-today = It holds from today, { $day }, or from the day the list says. What was before today does not change.
# $number (Number) - how many
staff-new =
    { $number ->
        [one] one new
       *[other] { $number } new
    }
# $number (Number) - how many
staff-left =
    { $number ->
        [one] one has left
       *[other] { $number } have left
    }
# $number (Number) - how many
staff-moved =
    { $number ->
        [one] one moved
       *[other] { $number } moved
    }
# $number (Number) - how many
staff-changed =
    { $number ->
        [one] one with a changed employment
       *[other] { $number } with a changed employment
    }
# $number (Number) - how many
staff-renamed =
    { $number ->
        [one] one with a new name or address
       *[other] { $number } with a new name or address
    }
# $number (Number) - how many
staff-opened =
    { $number ->
        [one] one new unit
       *[other] { $number } new units
    }
# $number (Number) - how many
staff-closed =
    { $number ->
        [one] one closed unit
       *[other] { $number } closed units
    }
# $number (Number) - how many
staff-units-renamed =
    { $number ->
        [one] one unit with a new name
       *[other] { $number } units with a new name
    }
# $number (Number) - how many
staff-units-moved =
    { $number ->
        [one] one unit below another
       *[other] { $number } units below another
    }
# $number (Number) - how many
staff-leading =
    { $number ->
        [one] one becomes a manager
       *[other] { $number } become managers
    }
# $number (Number) - how many
staff-leading-no-more =
    { $number ->
        [one] one is no longer a manager
       *[other] { $number } are no longer managers
    }
# $name (String) - whose
# $from (String) - the unit before
# $to (String) - the unit after
staff-from-to = { $name }: from { $from } to { $to }
# $was (String) - before
# $is (String) - after
staff-was-is = { $was } becomes { $is }
# $unit (String) - a unit
# $above (String) - the unit above
staff-below = { $unit }, below { $above }
# $name (String) - a person
# $unit (String) - a unit
staff-of = { $name }, { $unit }
# $number (Number) - how many
staff-more =
    { $number ->
        [one] and one more
       *[other] and { $number } more
    }
# $number (Number) - how many
staff-past =
    { $number ->
        [one] One row is about an employment that is over, and is not read.
       *[other] { $number } rows are about employments that are over, and are not read.
    }
staff-warnings = Worth a look
# $gone (Number) - people
# $of (Number) - people
staff-many-gone = { $gone } of { $of } people are not in the list. Is it whole?
# $closed (Number) - units
# $of (Number) - units
staff-many-closed = { $closed } of { $of } units are not in the list. Is it whole?
staff-nothing-ends = A row does not say whom it is about. So nobody leaves and no unit is closed by this list.
# $number (Number) - how many
staff-without-mail =
    { $number ->
        [one] One person has no mail address: they can answer on paper, but not sign in.
       *[other] { $number } people have no mail address: they can answer on paper, but not sign in.
    }
# $number (Number) - how many
staff-without-leader =
    { $number ->
        [one] One unit has no manager.
       *[other] { $number } units have no manager.
    }
staff-no-column-of-leaders =
    { $number ->
        [one] No column says who the manager is, and one unit has none. See “What the columns mean” below.
       *[other] No column says who the manager is, and { $number } units have none. See “What the columns mean” below.
    }
staff-named-by-code =
    { $number ->
        [one] No column says what units are called: one new unit gets its code as its name.
       *[other] No column says what units are called: { $number } new units get their codes as names.
    }
staff-unread-columns = These columns are not read: { $names }. If one of them is something Pejling should know, say so under “What the columns mean”.
# $number (Number) - how many
staff-unknown-managers =
    { $number ->
        [one] One row names a manager who is not in the list.
       *[other] { $number } rows name a manager who is not in the list.
    }
# $unit (String) - a unit
staff-unit-kept = { $unit } is not in the list, but has people or units that were entered by hand. It stays.
staff-sure = Yes, the list is whole and this is right
staff-sure-first = Say that it is right, or choose another file.
staff-do = Bring the list in
staff-call-off = Do not bring it in
# $number (Number) - how many
staff-errors =
    { $number ->
        [one] One row could not be read
       *[other] { $number } rows could not be read
    }
staff-errors-text = They are left out, and what they are about stays as it is. Correct them in the HR system, or bring in the rest now.
# $row (String) - its number
# $column (String) - its letters and name
# $what (String) - what is wrong
staff-at = Row { $row }, column { $column }: { $what }
# $row (String) - its number
# $what (String) - what is wrong
staff-at-row = Row { $row }: { $what }
staff-wrong-missing = Something must stand here.
# $most (Number) - the limit
staff-wrong-long = Longer than { $most } characters.
staff-wrong-date = Not a date that can mean one day only. Write for example 2026-11-29.
staff-wrong-extent = Not an extent between 0 and 100 per cent.
staff-wrong-mail = Not a mail address.
staff-wrong-backwards = The last day is before the first.
# $row (String) - its number
staff-wrong-person = The same key has another name or address in row { $row }.
# $row (String) - its number
staff-wrong-unit = The same unit has another name or lies elsewhere in row { $row }.
# $row (String) - its number
staff-wrong-mail-taken = The address belongs to somebody else in row { $row }.
staff-wrong-mail-known = The address belongs to somebody else who is there already.
# $row (String) - its number
staff-wrong-twice = The same person in the same unit stands in row { $row } already.
staff-wrong-ring = The unit would lie below itself.
# $most (Number) - the limit
staff-wrong-deep = The tree would be deeper than { $most } levels.
staff-wrong-fit = It does not fit the time of the unit or the employment.
staff-no-file = Choose a file first.
staff-cut-off = The file did not arrive whole. Please try again.
staff-empty = There is nothing in the file.
staff-neither = The file is neither CSV nor XLSX. Save it from Excel or the HR system as one of them.
staff-damaged = The XLSX file cannot be read: damaged, or locked with a password.
# $megabytes (Number) - the limit
staff-too-large = The file is larger than { $megabytes } MB.
# $rows (String) - the limit
staff-too-many-rows = The file has more than { $rows } rows.
# $row (String) - its number
# $most (Number) - the limit
staff-too-many-columns = Row { $row } has more than { $most } columns.
staff-identity-numbers = Personal identity numbers stand here, and we do not want them. Remove the column and try again. Nothing of the file is kept.
staff-gone = The list is not there any more: brought in, called off or more than a day old. Choose the file again.
staff-different = Something has changed since you looked. This is how it will be now.
staff-changed-since = The organisation has changed since the list was brought in. It cannot be undone any more.
staff-in-a-round = People or units from the list are in a round. It cannot be undone any more.
staff-mapping = What the columns mean
staff-mapping-text = You say it once. The next list with the same columns is read in the same way.
staff-mapping-save = Save and look again
# $column (String) - its letters
# $name (String) - its name in the file
staff-mapping-column = Column { $column }: { $name }
staff-mapping-unnamed = without a name
# $cells (String) - some cells
staff-mapping-sample = For example: { $cells }
staff-not-read = Is not read
staff-need-person-key = Say which column is the person’s key: the one that is the same in every list.
staff-need-name = Say which columns have given and family name, or which has both.
staff-need-unit = Say which column has the unit’s name or code.
# $what (String) - a meaning
staff-need-once = Two columns cannot mean the same: { $what }.
staff-column-person-key = Person’s key (employee number)
staff-column-given-name = Given name
staff-column-family-name = Family name
staff-column-full-name = Full name
staff-column-mail = Mail address
staff-column-unit-key = Unit’s code
staff-column-unit-name = Unit’s name
staff-column-parent-key = Code of the unit above
staff-column-department = Department’s name
staff-column-area = Area’s name
staff-column-manager-key = Manager’s key
staff-column-occupation = Occupation
staff-column-extent = Extent
staff-column-form = Form of employment
staff-column-from = First day
staff-column-to = Last day
staff-column-leave-from = Leave, first day
staff-column-leave-to = Leave, last day
staff-column-employment-key = Employment’s key
