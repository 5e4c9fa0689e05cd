//! What the log of the demo tells: looks at the latest results, a change by hand, and a deputy. The rounds are in it already.

use access::{Actor, Part, Role, Roles};
use jiff::SignedDuration;
use people::{Organisation, PersonId, UnitId};

use crate::audit::{Act, note};
use crate::deputies::{DeputyRefused, NewDeputy};
use crate::{Desk, Fault, Tx};

/// The latest round closed a fortnight ago: looks come after it, so many days ago, by whom.
const LOOKS: [(i64, Role); 4] =
    [(13, Role::Leader), (12, Role::Hr), (9, Role::TopManager), (3, Role::Leader)];
/// For how long the deputy is one, in days.
const DEPUTY_DAYS: i64 = 60;

/// Who looks, and at whose results.
pub(super) struct Lookers {
    pub(super) hr: PersonId,
    pub(super) top_manager: PersonId,
    pub(super) manager: (PersonId, UnitId),
    /// One of those the manager leads, whose name HR put right.
    pub(super) employee: PersonId,
    /// Another, who reads answers in the manager's place.
    pub(super) deputy: Option<PersonId>,
}

pub(super) async fn live(desk: &Desk, organisation: &Organisation, lookers: Lookers) -> Result<(), Fault> {
    let actor = |person, role| {
        let roles = Roles::default().with(Role::Employee).with(role);
        Actor { organisation: organisation.id, person, roles }
    };
    let (manager, unit) = lookers.manager;
    let leader = actor(manager, Role::Leader);
    let today = desk.today(&organisation.zone);
    let closed = desk.read(move |tx| crate::results::closed(tx, &leader, today)).await?;
    let home = closed.first().and_then(|closed| Some((closed.round.id, closed.home.as_ref()?.0)));
    for (days_ago, role) in LOOKS {
        let Some(place) = home else { break };
        let by = match role {
            Role::Hr => actor(lookers.hr, role),
            Role::TopManager => actor(lookers.top_manager, role),
            _ => leader,
        };
        let then = desk.at(desk.now() - SignedDuration::from_hours(24 * days_ago));
        crate::results::look(&then, by, place, (Act::SawGroup, None), today).await?;
    }
    let (hr, employee) = (actor(lookers.hr, Role::Hr), lookers.employee);
    let renamed = move |tx: &mut Tx<'_>| note(tx, &hr, Act::PersonRenamed.of(employee));
    desk.at(desk.now() - SignedDuration::from_hours(24 * 30)).write(renamed).await?;
    if let Some(deputy) = lookers.deputy {
        let last_day = today.saturating_add(jiff::Span::new().days(DEPUTY_DAYS));
        let named = desk.write(move |tx| {
            let mail = store::people::by_id(tx, hr.organisation, deputy)?.mail.unwrap_or_default();
            let new = NewDeputy { mail, part: Part::Results, unit: Some(unit), first_day: today, last_day };
            crate::deputies::name(tx, &leader, &new, today, None)
        });
        match named.await {
            Ok(()) => {}
            Err(DeputyRefused::Fault(fault)) => return Err(fault),
            Err(_) => return Err(Fault::Unreadable { what: "deputy of the demo" }),
        }
    }
    crate::audit::settle(desk).await
}
