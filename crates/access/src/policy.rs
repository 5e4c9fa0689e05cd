use jiff::Timestamp;

use crate::{Actor, Role, Session};

/// How a route is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// To look: changes nothing.
    Get,
    /// To do.
    Post,
    /// To put something where it is named, as a script does.
    Put,
}

/// Who a route is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    /// Whoever comes.
    Anyone,
    /// Whoever comes, but only where everything is made up.
    Demo,
    /// Whoever holds the secret in the address: the page behind it looks that up.
    Holder,
    /// Whoever is signed in.
    SignedIn,
    /// Those who lead today, and only to their own things.
    Leader,
    /// Those who plan rounds, or read of all of them: HR, the top manager, those who lead today, and whoever plans in their place.
    /// Which rounds, the action says.
    Planner,
    /// Human resources.
    Hr,
    /// Those who bring people in: HR, whoever does it in their place, and those who run the installation.
    PeopleKeeper,
    /// Those who give roles: HR, that of an authority too, and those who run the installation. Which roles, the action says.
    RoleGiver,
    /// HR of the centre, and those who run the installation.
    HrOrIt,
    /// Those who release what an authority said: whoever leads it, and its HR. Which authority, the action says.
    Releaser,
    /// Those who can let somebody act for them: those who lead today, and HR.
    Delegator,
    /// The data protection officer.
    DataProtection,
    /// Those who run the installation.
    It,
}

/// What the table says of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Go on.
    Yes,
    /// Perhaps, for somebody: sign in.
    SignInFirst,
    /// No.
    No,
    /// There is no such page here.
    Absent,
}

impl Right {
    /// Whether `actor` may, in an organisation that is a demo or not.
    pub fn decide(self, actor: Option<&Actor>, demo: bool) -> Decision {
        let role = |role: Role| match actor {
            None => Decision::SignInFirst,
            Some(actor) if actor.roles.has(role) => Decision::Yes,
            Some(_) => Decision::No,
        };
        let any_of = |roles: &[Role]| {
            let decisions = roles.iter().map(|it| role(*it));
            decisions.into_iter().find(|decision| *decision != Decision::No).unwrap_or(Decision::No)
        };
        match self {
            Right::Anyone | Right::Holder => Decision::Yes,
            Right::Demo if demo => Decision::Yes,
            Right::Demo => Decision::Absent,
            Right::SignedIn => role(Role::Employee),
            Right::Leader => role(Role::Leader),
            Right::Planner => {
                any_of(&[Role::Hr, Role::AuthorityHr, Role::TopManager, Role::Leader, Role::RoundsDeputy])
            }
            Right::PeopleKeeper => any_of(&[Role::Hr, Role::It, Role::PeopleDeputy]),
            Right::RoleGiver => any_of(&[Role::Hr, Role::AuthorityHr, Role::It]),
            Right::HrOrIt => any_of(&[Role::Hr, Role::It]),
            Right::Releaser => any_of(&[Role::Leader, Role::AuthorityHr]),
            Right::Delegator => any_of(&[Role::Leader, Role::Hr]),
            Right::DataProtection => role(Role::DataProtection),
            Right::Hr => role(Role::Hr),
            Right::It => role(Role::It),
        }
    }
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Policy {
    /// How it is called.
    pub method: Method,
    /// Its path; `{…}` stands for a part that varies.
    pub path: &'static str,
    /// Who may.
    pub right: Right,
    /// Whether they must have proven lately who they are: a browser that was left signed in is not enough to change what others may.
    pub proven: bool,
}

impl Policy {
    const fn of(method: Method, path: &'static str, right: Right) -> Policy {
        Policy { method, path, right, proven: false }
    }

    const fn proven(self) -> Policy {
        Policy { proven: true, ..self }
    }

    /// Whether whoever holds a session has to prove again who they are. A page is open for [`Session::PROVEN_LASTS`] after a proof, what is
    /// done there for [`Session::FORM_LASTS`] more.
    pub fn wants_proof(&self, session: &Session, now: Timestamp) -> bool {
        let lasts = match self.method {
            Method::Get => Session::PROVEN_LASTS,
            Method::Post | Method::Put => Session::PROVEN_LASTS + Session::FORM_LASTS,
        };
        self.proven && !session.is_proven(lasts, now)
    }
}

const fn get(path: &'static str, right: Right) -> Policy {
    Policy::of(Method::Get, path, right)
}

const fn post(path: &'static str, right: Right) -> Policy {
    Policy::of(Method::Post, path, right)
}

const fn put(path: &'static str, right: Right) -> Policy {
    Policy::of(Method::Put, path, right)
}

/// Every route there is and who it is for. A route without a row does not start; a row without a route fails a test.
pub const POLICY: &[Policy] = &[
    // the door
    get("/", Right::Anyone),
    get("/sign-in", Right::Anyone),
    post("/sign-in", Right::Anyone),
    post("/sign-in/password", Right::Anyone),
    post("/sign-in/passkey/question", Right::Anyone),
    post("/sign-in/passkey", Right::Anyone),
    get("/sign-in/account", Right::Anyone),
    get("/sign-in/account/back", Right::Anyone),
    post("/sign-in/account/ended", Right::Holder),
    get("/sign-out", Right::Anyone),
    get("/sign-out/account", Right::Anyone),
    get("/sign-in/{secret}", Right::Holder),
    post("/sign-in/{secret}", Right::Holder),
    post("/sign-out", Right::SignedIn),
    post("/language", Right::Anyone),
    post("/scheme", Right::Anyone),
    get("/privacy", Right::Anyone),
    get("/privacy/records", Right::Anyone),
    get("/accessibility", Right::Anyone),
    post("/accessibility", Right::Anyone),
    get("/health", Right::Anyone),
    get("/assets/{*file}", Right::Anyone),
    get("/demo", Right::Demo),
    post("/demo/{role}", Right::Demo),
    get("/outbox", Right::Demo),
    // one's own settings
    get("/settings", Right::SignedIn),
    post("/settings/password", Right::SignedIn).proven(),
    post("/settings/passkeys/question", Right::SignedIn).proven(),
    post("/settings/passkeys", Right::SignedIn).proven(),
    post("/settings/passkeys/{key}/end", Right::SignedIn).proven(),
    post("/settings/sessions/{label}/end", Right::SignedIn),
    get("/export", Right::SignedIn),
    get("/export.json", Right::SignedIn),
    get("/erase", Right::SignedIn),
    post("/erase", Right::SignedIn),
    // the week
    get("/week", Right::Leader),
    get("/week/{monday}", Right::Leader),
    post("/week/{monday}/guess", Right::Leader),
    post("/week/{monday}/unplanned", Right::Leader),
    get("/import", Right::Leader),
    post("/import", Right::Leader),
    post("/import/review", Right::Leader),
    post("/corrections", Right::Leader),
    post("/subscription", Right::Leader),
    post("/subscription/end", Right::Leader),
    get("/settings/hours", Right::Leader),
    post("/settings/hours", Right::Leader),
    get("/conditions", Right::Leader),
    // steps and drops
    get("/steps", Right::Leader),
    get("/steps/new", Right::Leader),
    post("/steps/new", Right::Leader),
    post("/steps", Right::Leader),
    get("/steps/{step}", Right::Leader),
    post("/steps/{step}/check-ins", Right::Leader),
    post("/steps/{step}/pause", Right::Leader),
    post("/steps/{step}/resume", Right::Leader),
    get("/steps/{step}/finish", Right::Leader),
    post("/steps/{step}/finish", Right::Leader),
    post("/steps/{step}/moment", Right::Leader),
    get("/drops/new", Right::Leader),
    post("/drops", Right::Leader),
    get("/drops/{drop}", Right::Leader),
    post("/drops/{drop}/estimate", Right::Leader),
    post("/drops/{drop}/end", Right::Leader),
    get("/check-in/{secret}", Right::Holder),
    post("/check-in/{secret}", Right::Holder),
    get("/feed", Right::Leader),
    get("/feed/{secret}", Right::Holder),
    post("/feed", Right::Leader),
    post("/feed/end", Right::Leader),
    post("/feed/times", Right::Leader),
    post("/feed/times/{time}/end", Right::Leader),
    // results: whose a group's are to read, its page asks
    get("/results", Right::SignedIn),
    get("/results/{round}/units", Right::SignedIn),
    get("/results/{round}/{place}", Right::SignedIn),
    get("/results/{round}/{place}/about-me", Right::SignedIn),
    get("/results/{round}/{place}/talk", Right::SignedIn),
    post("/results/{round}/{place}/agreed", Right::Leader),
    post("/results/{round}/{place}/release", Right::Releaser).proven(),
    get("/results/{round}/{place}/table.csv", Right::SignedIn),
    get("/results/{round}/{place}/table.json", Right::SignedIn),
    get("/results/{round}/{place}/hme.csv", Right::SignedIn),
    get("/results/{round}/{place}/hme.xlsx", Right::SignedIn),
    // rounds
    get("/rounds", Right::Planner),
    get("/rounds/new", Right::Planner),
    post("/rounds", Right::Planner),
    post("/rounds/strict-mode", Right::Hr).proven(),
    post("/rounds/strict-mode/end", Right::Hr).proven(),
    get("/rounds/{round}", Right::Planner),
    post("/rounds/{round}/consultation", Right::Planner),
    post("/rounds/{round}/cancellation", Right::Planner),
    post("/rounds/{round}/slips", Right::Planner),
    get("/rounds/{round}/poster", Right::Planner),
    get("/rounds/{round}/manifest", Right::Anyone),
    get("/rounds/{round}/manifest.jsonl", Right::Anyone),
    post("/rounds/{round}/ballot", Right::SignedIn),
    // ballots: whoever holds a link or a slip; nobody is signed in here, whoever they are
    get("/b/{round}", Right::Anyone),
    get("/slip", Right::Anyone),
    post("/slip", Right::Holder),
    get("/b/{round}/questions", Right::Anyone),
    post("/b/{round}/mine", Right::Holder),
    post("/b/{round}/draw", Right::Holder),
    post("/b/{round}/slip", Right::Holder),
    put("/b/{round}/{group}/{nonce}", Right::Holder),
    get("/b/{round}/counted", Right::Anyone),
    // people and units by hand
    get("/people", Right::PeopleKeeper),
    get("/people/new", Right::PeopleKeeper).proven(),
    post("/people", Right::PeopleKeeper).proven(),
    get("/people/{person}", Right::PeopleKeeper).proven(),
    post("/people/{person}/name", Right::PeopleKeeper).proven(),
    post("/people/{person}/employments", Right::PeopleKeeper).proven(),
    post("/people/{person}/leads", Right::PeopleKeeper).proven(),
    post("/people/{person}/leads/{unit}/end", Right::PeopleKeeper).proven(),
    get("/people/{person}/employments/{employment}", Right::PeopleKeeper).proven(),
    post("/people/{person}/employments/{employment}/move", Right::PeopleKeeper).proven(),
    post("/people/{person}/employments/{employment}/leave", Right::PeopleKeeper).proven(),
    post("/people/{person}/employments/{employment}/end", Right::PeopleKeeper).proven(),
    get("/units", Right::PeopleKeeper),
    get("/units/{unit}", Right::PeopleKeeper).proven(),
    post("/units/{unit}/name", Right::PeopleKeeper).proven(),
    post("/units/{unit}/parent", Right::PeopleKeeper).proven(),
    post("/units/{unit}/merge", Right::PeopleKeeper).proven(),
    post("/units/{unit}/below", Right::PeopleKeeper).proven(),
    post("/units/{unit}/end", Right::PeopleKeeper).proven(),
    post("/units/{unit}/authority", Right::HrOrIt).proven(),
    post("/units/{unit}/authority/end", Right::It).proven(),
    // people in
    get("/staff-lists", Right::PeopleKeeper).proven(),
    post("/staff-lists", Right::PeopleKeeper).proven(),
    get("/staff-lists/today.xlsx", Right::PeopleKeeper).proven(),
    get("/staff-lists/{list}", Right::PeopleKeeper).proven(),
    post("/staff-lists/{list}/columns", Right::PeopleKeeper).proven(),
    post("/staff-lists/{list}/done", Right::PeopleKeeper).proven(),
    post("/staff-lists/{list}/cancellation", Right::PeopleKeeper).proven(),
    post("/staff-lists/{list}/undoing", Right::PeopleKeeper).proven(),
    // the log, roles and deputies
    get("/settings/seen", Right::SignedIn),
    get("/log", Right::DataProtection),
    get("/log.csv", Right::DataProtection),
    get("/log.json", Right::DataProtection),
    get("/roles", Right::RoleGiver).proven(),
    post("/roles", Right::RoleGiver).proven(),
    post("/roles/{person}/{role}/end", Right::RoleGiver).proven(),
    get("/deputies", Right::Delegator),
    post("/deputies", Right::Delegator),
    post("/deputies/{delegation}/end", Right::Delegator),
    // the installation
    get("/installation", Right::It),
    post("/installation/letter", Right::It),
    post("/installation/link", Right::It),
    // the directory; what it sends itself comes to /scim/v2, where there are no pages and one rule: its token (crate `scim`)
    get("/scim", Right::It).proven(),
    post("/scim/tokens", Right::It).proven(),
    post("/scim/tokens/{token}/end", Right::It).proven(),
    post("/scim/groups/{group}/role", Right::It).proven(),
    post("/scim/locked/{person}/end", Right::It).proven(),
];

/// The row for a route.
pub fn policy_for(method: Method, path: &str) -> Option<&'static Policy> {
    POLICY.iter().find(|row| row.method == method && row.path == path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Door, Roles, SessionLabel};
    use people::{OrganisationId, PersonId};

    fn actor(roles: &[Role]) -> Actor {
        let roles = roles.iter().fold(Roles::default(), |set, role| set.with(*role));
        Actor { organisation: OrganisationId(1), person: PersonId(1), roles }
    }

    #[test]
    fn no_route_stands_twice() {
        for (index, row) in POLICY.iter().enumerate() {
            let again =
                POLICY[..index].iter().any(|other| other.method == row.method && other.path == row.path);
            assert!(!again, "{} stands twice", row.path);
        }
    }

    #[test]
    fn no_other_role_sees_what_is_the_managers_own() {
        for role in Role::ALL.into_iter().filter(|role| *role != Role::Leader) {
            let actor = actor(&[Role::Employee, role]);
            assert_eq!(Right::Leader.decide(Some(&actor), false), Decision::No);
        }
        assert_eq!(Right::Leader.decide(None, false), Decision::SignInFirst);
    }

    #[test]
    fn what_decides_what_others_may_wants_a_proof_that_is_fresh() {
        let session = Session::begun(SessionLabel(1), "", Door::Link, Timestamp::UNIX_EPOCH);
        let wants = |method, path, after| {
            let now = session.proven_at + Session::PROVEN_LASTS * after;
            policy_for(method, path).unwrap().wants_proof(&session, now)
        };
        assert!(wants(Method::Get, "/roles", 1) && !wants(Method::Get, "/roles", 0));
        // Whoever came in time has time to type.
        assert!(wants(Method::Post, "/roles", 2) && !wants(Method::Post, "/roles", 1));
        assert!(!wants(Method::Get, "/week", 1_000));
        // Nobody is led past the proof by filling in a form first: whoever may do it may come to a page that asks, or to their own settings.
        for row in POLICY.iter().filter(|row| row.proven && row.method == Method::Post) {
            assert!(!matches!(row.right, Right::Anyone | Right::Demo | Right::Holder), "{}", row.path);
        }
    }

    #[test]
    fn the_demo_is_absent_over_real_people() {
        assert_eq!(Right::Demo.decide(None, false), Decision::Absent);
        assert_eq!(Right::Demo.decide(None, true), Decision::Yes);
    }
}
