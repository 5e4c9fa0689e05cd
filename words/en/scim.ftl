nav-scim = Directory
scim-lead = Entra ID, Okta or another directory can say who may sign in here (SCIM 2.0). Where somebody works, and who leads, still comes from the staff list.
scim-address = Address to give the directory
scim-users = Users
scim-users-none = The directory has sent none
scim-users-active = { $all }, of whom { $active } may sign in
scim-tokens = Access tokens
scim-tokens-text = With an access token the directory shows who it is. The token is shown once and never kept in plain text.
scim-tokens-none = There is no access token. No directory is let in.
scim-made-by = Made { $when } by { $who }
scim-made = Made { $when } on the command line
scim-seen = Last used { $when }
scim-seen-never = Not used yet
scim-end = Remove
scim-end-label = Remove the access token { $name }
scim-name = Which directory it is for
scim-name-hint = Entra ID, for example. Later you know which one to remove.
scim-name-wrong = Write which directory it is for, in at most { $most } characters.
scim-full = There are { $most } access tokens already. Remove one first.
scim-make = Make an access token
scim-token-heading = Access token for { $name }
scim-token-once = Copy the token now. It is shown here only. Whoever has it can add, change and lock out users.
scim-token = Access token
scim-back = Back to the directory
scim-groups = Groups
scim-groups-text = Whoever is in a group gets the role you choose here, and loses it when the membership ends. Roles given by hand are left alone.
scim-groups-none = The directory has sent no groups.
scim-members =
    { $number ->
        [one] One member
       *[other] { $number } members
    }
scim-role = Role for { $name }
scim-role-none = No role
scim-role-save = Save
scim-role-save-label = Save the role for { $name }
scim-locked = Locked out
scim-locked-text = The directory has removed them, so they cannot sign in. If somebody should be let in all the same, do it here.
scim-locked-since = Since { $when }
scim-let-in = Let in
scim-let-in-label = Let { $name } in
said-token-ended = The access token is no longer valid.
