//! A small municipality behind the whole router, and browsers to visit it with.
#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    unused_imports,
    reason = "each test file uses its part of the house"
)]

mod browser;
mod markup;
mod route;

use std::net::IpAddr;

use access::{Delegation, Part, Role, Secret};
use actions::{Clock, Desk, Keys, LetterPolicy};
use axum::Router;
use jiff::{SignedDuration, Timestamp, civil};
use people::{Language, Organisation, OrganisationId, Person, PersonId, Unit, UnitId, UnitSort};
use store::testing::Fresh;
use web::{Doors, Site, WebSettings};

pub use browser::{Answer, Browser, escaped};
pub use markup::faults;
pub use route::{path_of, row_of};

/// Those who may come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    Nobody,
    Employee,
    Leader,
    OtherLeader,
    Hr,
    TopManager,
    It,
    DataProtection,
    /// Plans rounds, reads results and keeps people in others' place.
    Deputy,
    /// HR of Enhet 3 alone.
    AuthorityHr,
}

impl Who {
    pub const ALL: [Who; 10] = [
        Who::Nobody,
        Who::Employee,
        Who::Leader,
        Who::OtherLeader,
        Who::Hr,
        Who::TopManager,
        Who::It,
        Who::DataProtection,
        Who::Deputy,
        Who::AuthorityHr,
    ];

    /// The id that the house gives its person.
    pub fn id(self) -> PersonId {
        PersonId(100 + self as i64)
    }

    /// The address that the house gives its person.
    pub fn mail(self) -> String {
        format!("{self:?}@made-up.example").to_lowercase()
    }

    pub fn leads(self) -> bool {
        matches!(self, Who::Leader | Who::OtherLeader)
    }
}

/// What a test wants of its house.
pub struct Plan {
    pub demo: bool,
    pub address: &'static str,
    pub language: Language,
    pub proxies: Vec<IpAddr>,
    /// Stands in every name that is stored.
    pub mark: &'static str,
    pub doors: Doors,
    pub post: bool,
}

impl Default for Plan {
    fn default() -> Plan {
        Plan {
            demo: true,
            address: "http://pejling.example",
            language: Language::Sv,
            proxies: Vec::new(),
            mark: "",
            doors: Doors { password: true, ..Doors::default() },
            post: true,
        }
    }
}

/// A municipality with one person for each role, its whole product, and a clock that stands still.
pub struct House {
    pub desk: Desk,
    pub router: Router,
    pub organisation: Organisation,
    database: Fresh,
}

pub const MORNING: &str = "2026-11-18T08:00:00Z";

impl House {
    pub async fn new() -> House {
        House::built(Plan::default()).await
    }

    pub async fn built(plan: Plan) -> House {
        let database = Fresh::sqlite();
        let clock = Clock::standing_at(MORNING.parse().unwrap());
        let keys = Keys::from_bytes([7; 32]);
        let letters = if plan.demo { LetterPolicy::Keep } else { LetterPolicy::Send };
        let desk = Desk::new(database.store.clone(), clock, keys, letters, plan.address);
        let organisation = Organisation {
            id: OrganisationId(1),
            name: format!("Påhitt{}", plan.mark),
            language: plan.language,
            zone: "Europe/Stockholm".into(),
            demo: plan.demo,
        };
        let (host, mark) = (organisation.clone(), plan.mark);
        desk.write(move |tx| people_the_house(tx, &host, mark)).await.unwrap();
        let settings = WebSettings {
            proxies: plan.proxies,
            fetcher: fetch::Fetcher::new(fetch::Settings::default()).unwrap(),
            doors: plan.doors,
            post: plan.post,
        };
        let router = web::router(Site::new(desk.clone(), organisation.clone(), settings));
        House { desk, router, organisation, database }
    }

    /// A browser that nobody has used.
    pub fn browser(&self) -> Browser {
        Browser::new(self.router.clone())
    }

    /// A browser that `who` has signed in with, by a link.
    pub async fn comes(&self, who: Who) -> Browser {
        let mut browser = self.browser();
        if who != Who::Nobody {
            let answer = browser.post(&self.link(who).await, &[]).await;
            assert_eq!(answer.status, 303, "{who:?} gets in: {}", answer.text);
        }
        browser
    }

    /// The path of a sign-in link.
    pub async fn link(&self, who: Who) -> String {
        let lasts = SignedDuration::from_mins(30);
        let url = actions::access::link_for(&self.desk, self.organisation.id, who.id(), lasts).await.unwrap();
        url.strip_prefix(self.desk.address()).unwrap().to_owned()
    }

    /// Gives `who` a password.
    pub async fn password(&self, who: Who, password: &str) {
        let mut browser = self.comes(who).await;
        assert_eq!(browser.post("/settings/password", &[("password", password)]).await.status, 303);
    }

    pub fn passes(&self, time: SignedDuration) {
        self.desk.clock.set(self.desk.now() + time);
    }

    pub fn now(&self) -> Timestamp {
        self.desk.now()
    }

    /// The letters written so far, newest first: recipient and body.
    pub async fn letters(&self) -> Vec<(String, String)> {
        let organisation = self.organisation.id;
        let letters = self.desk.read(move |tx| actions::letters::latest(tx, organisation)).await.unwrap();
        letters.into_iter().map(|letter| (letter.recipient, letter.body)).collect()
    }

    /// A secret that opens nothing.
    pub fn strange_secret() -> String {
        Secret::from_random([9; 32]).text()
    }
}

fn people_the_house(
    tx: &mut actions::Tx<'_>,
    organisation: &Organisation,
    mark: &str,
) -> Result<(), actions::Fault> {
    let (id, since) = (organisation.id, civil::date(2020, 1, 1));
    store::organisations::add(tx, organisation)?;
    for (unit, parent, sort) in
        [(1, None, UnitSort::Municipality), (2, Some(1), UnitSort::Unit), (3, Some(1), UnitSort::Unit)]
    {
        let name = format!("Enhet {unit}{mark}");
        let unit = Unit { id: UnitId(unit), parent: parent.map(UnitId), name, sort, sites: 1 };
        store::organisations::add_unit(tx, id, &unit, since)?;
    }
    for (place, who) in (0_u32..).zip(Who::ALL.into_iter().skip(1)) {
        let person = Person {
            id: who.id(),
            organisation: id,
            given_name: format!("{who:?}{mark}"),
            family_name: format!("Påhittad{mark}"),
            mail: Some(format!("{}{}", mark.to_lowercase(), who.mail())),
            language: None,
            scheme: None,
        };
        store::people::add(tx, &person)?;
        store::people::add_persona(tx, id, place, &format!("{who:?}").to_lowercase(), person.id)?;
        let unit = UnitId(if who == Who::OtherLeader { 3 } else { 2 });
        store::people::employ(tx, id, person.id, unit, 100, since)?;
        match who {
            Who::Leader | Who::OtherLeader => store::people::lead(tx, id, person.id, unit, since)?,
            Who::Hr => store::access::give_role(tx, id, person.id, Role::Hr)?,
            Who::TopManager => store::access::give_role(tx, id, person.id, Role::TopManager)?,
            Who::It => store::access::give_role(tx, id, person.id, Role::It)?,
            Who::DataProtection => store::access::give_role(tx, id, person.id, Role::DataProtection)?,
            Who::AuthorityHr => store::access::give_hr_within(tx, id, person.id, UnitId(3), None)?,
            Who::Deputy => {}
            Who::Nobody | Who::Employee => {}
        }
    }
    let given = [
        (Part::Rounds, Who::OtherLeader, Some(3)),
        (Part::Results, Who::OtherLeader, Some(3)),
        (Part::People, Who::Hr, None),
    ];
    for (place, (part, giver, unit)) in (1..).zip(given) {
        let (giver, person, unit) = (giver.id(), Who::Deputy.id(), unit.map(UnitId));
        let (first_day, last_day) = (civil::date(2026, 11, 1), civil::date(2026, 11, 30));
        let it = Delegation { id: place, giver, person, part, unit, first_day, last_day };
        store::delegations::add(tx, id, &it)?;
    }
    Ok(())
}
