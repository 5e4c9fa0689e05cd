nav-people = People
people-lead = Find somebody, and change what the HR system does not say, or not yet.
people-look-for = Name, mail address or employee number
people-look = Search
people-none = Nobody is called so. Try the beginning of a name.
# $number (Number) - how many
people-more = The first { $number }. Write more to find the right one.
# $number (Number) - how many
people-found =
    { $number ->
        [one] One person
       *[other] { $number } people
    }
people-nowhere = no employment today
people-add = Add a person
people-units = The units
people-from-list = Came by a staff list. The next list goes before what you change here.
people-choose-unit = Choose a unit
person-work = Employments
person-work-none = No employment.
# $from (String) - a day
person-span-open = from { $from }
# $from (String) - first day
# $last (String) - last day
person-span = { $from } to { $last }
# $percent (Number) - of full time
person-extent = { $percent } %
person-hourly = paid by the hour
# $when (String) - days
person-away = away { $when }
person-change = Change
# $unit (String) - a unit
person-change-label = Change the employment in { $unit }
person-leads = Leads
person-leads-none = Leads no unit.
person-acting = acting
person-dismiss = Leads no more
# $unit (String) - a unit
person-dismiss-label = Leads { $unit } no more
person-name-heading = Name and mail address
person-given = Given name
person-family = Family name
person-mail = Mail address
person-mail-hint = Invitations and sign-in links go here. May be empty.
person-save = Save
person-employ-heading = New employment
person-unit = Unit
person-occupation = Occupation
person-extent-label = Extent
person-percent = per cent
person-hourly-label = Paid by the hour
person-from = First day
person-employ = Add the employment
person-appoint-heading = Give a unit to lead
person-acting-label = Acting: leads in place of somebody else
person-appoint = Leads from that day
people-add-lead = Somebody who does not come with the staff list, such as a consultant, or whoever begins tomorrow.
# $person (String) - a name
# $unit (String) - a unit
employment-lead = { $person }, { $unit }
employment-heading = Change the employment
employment-move = Move
employment-move-to = To unit
employment-move-on = First day there
employment-end = End
employment-last = Last day
employment-leave = Leave
employment-leave-hint = Only when, never why. Whoever is away is not asked.
employment-leave-last = Last day, if it is known
employment-leave-save = Save the leave
unit-staff = Working here
unit-staff-none = Nobody is employed directly in the unit.
unit-led-by = Led by
unit-led-none = Nobody has been given it to lead.
unit-below = Units below
unit-rename = Rename
unit-name = Name
unit-on = From
unit-move = Put below another
unit-move-to = The unit above
unit-merge = Merge into another
unit-merge-into = Becomes part of
unit-merge-hint = The people and the units below go along, and this one closes. What was stays as it was.
unit-open = New unit below this one
unit-open-save = Open the unit
unit-close = Close the unit
unit-close-hint = Possible when nobody works here and no unit lies below.
unit-last = Last day
# $most (Number) - the limit
wrong-name = Write a name of at most { $most } characters.
wrong-mail = Not a mail address.
wrong-mail-taken = Somebody else has that address.
wrong-day = Choose a day.
wrong-unit = Choose a unit.
wrong-extent = Write a number from 0 to 100.
wrong-not-there = The unit is not there for all of that time.
wrong-over = The employment does not hold on that day.
wrong-ring = A unit cannot lie below itself.
wrong-deep = The tree would be too deep.
wrong-has-units = Units lie below. Move them first.
wrong-has-people = People work here. Move them first, or merge the unit into another.
wrong-leads-already = Leads that unit already.
wrong-leads-not = Does not lead that unit.
wrong-leave = The leave lies outside the employment, or on top of other leave.
wrong-backwards = The last day is before the first.
wrong-same = It is the same unit.
