role-employee = Employee
role-leader = Manager
role-hr = HR
role-top-manager = Top manager
role-it = Operations
role-data-protection = Data protection officer
role-rounds-deputy = Deputy for rounds
role-people-deputy = Deputy for people
letter-role-given-subject = The role { $role } was given
letter-role-given-body =
    { $giver } gave { $person } the role { $role } in Pejling.

    It is in the log. If that is wrong, tell whoever runs Pejling where you work, or the data protection officer.
letter-role-taken-subject = The role { $role } was taken
letter-role-taken-body =
    { $giver } took the role { $role } from { $person } in Pejling.

    It is in the log. If that is wrong, tell whoever runs Pejling where you work, or the data protection officer.
letter-deputy-subject = You are a deputy for { $giver }
letter-deputy-body =
    Hello { $name }!

    { $giver } has made you a deputy in Pejling for a while. In what, and until which day, you see under Settings, Who looked and changed. It ends by itself.
nav-roles = Roles
roles-lead = Those who have a role that does not follow from an employment or from leading a unit. Nobody gives themselves a role. Whoever gets or loses one is sent a letter, and so is the data protection officer.
roles-heading = Those who have a role
roles-none = Nobody has been given a role.
roles-until = until { $day }
roles-open-ended = until it is taken
roles-take = Take
roles-take-label = Take the role { $role } from { $name }
roles-give-heading = Give a role
roles-mail = Email address
roles-mail-hint = Their address at work.
roles-role = Role
roles-last-day = Last day
roles-last-day-hint = Empty: until somebody takes it.
roles-give = Give the role
roles-hr-hint = Plans rounds, changes people, reads everything that is released. Sees nobody’s week.
roles-top-manager-hint = Reads everything that is released.
roles-it-hint = Runs the installation and gives roles. Sees no content.
roles-data-protection-hint = Reads the log. Sees no content.
wrong-role = Choose a role that you may give.
wrong-nobody = Nobody here has that address.
wrong-oneself = Nobody gives themselves a role. Ask a colleague.
wrong-role-over = That day has passed.
wrong-last-it = Somebody must run the installation without a last day. First give the role to somebody else.
said-role-given = The role is given, and letters are on their way.
said-role-taken = The role is taken, and letters are on their way.
nav-deputies = Deputies
deputies-lead = Let somebody do one thing in your place, from a day to a day. Your week, your steps and your drops are always yours alone. Those it concerns see who is a deputy.
deputies-heading = Your deputies
deputies-none = You have no deputy.
deputies-days = { $first } to { $last }
deputies-end = End
deputies-end-label = End { $name } as a deputy
deputies-new = A new deputy
deputies-mail = The deputy’s email address
deputies-what = May in your place
deputies-first = First day
deputies-last = Last day
deputies-last-hint = A year at most. It ends by itself.
deputies-save = Make a deputy
deputies-rounds = plan rounds for { $unit }
deputies-results = read the answers of { $unit }
deputies-people = bring in staff lists and change people and units
wrong-part = Choose something that is yours to give.
wrong-own-deputy = You cannot be your own deputy.
wrong-days = The days must come in order, not have passed, and be a year at most.
said-deputy-named = The deputy is named, and a letter is on its way.
said-deputy-ended = That has ended.
