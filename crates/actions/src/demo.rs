//! The demo municipality: made by the generator, brought in by the same doors as real people.

mod log;
mod rounds;
mod story;

use std::collections::HashMap;

use access::{Actor, Door, Role, Roles, Secret};
use jiff::SignedDuration;
use people::{Occupation, Organisation, OrganisationId, Person, PersonId, Unit, UnitId, UnitSort};
use week::{Contract, DayHours, Quarters, WorkingHours};

use crate::access::{Coming, SignInRefused, Visitor, begin_session};
use crate::week::{Hours, ImportRefused};
use crate::{Desk, Fault, Tx};

/// How long the sign-in links of the demo last: a day of trying.
const LINKS_LAST: SignedDuration = SignedDuration::from_hours(24);

/// Why there is no demo.
#[derive(Debug, thiserror::Error)]
pub enum DemoRefused {
    /// The database already holds an organisation: a demo is never put over real people.
    #[error("the database already holds an organisation")]
    NotEmpty,
    /// The machinery.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Somebody to try as.
#[derive(Debug, Clone)]
pub struct DemoPerson {
    /// `manager`, `principal`, `employee`, `hr`, `top-manager`, `it`, `data-protection` or `authority-hr`.
    pub role: String,
    /// Their name.
    pub name: String,
    organisation: OrganisationId,
    id: PersonId,
}

/// Brings a generated municipality into an empty database: its people, and the calendars and stories of those to try as.
///
/// # Errors
/// [`DemoRefused::NotEmpty`], or a fault.
pub async fn load(desk: &Desk, municipality: &demo::Municipality) -> Result<Organisation, DemoRefused> {
    let from = municipality.clone();
    let (organisation, units, people) = desk.write(move |tx| bring_in(tx, &from)).await?;
    let personas = municipality.personas();
    for manager in [personas.manager, personas.second_manager] {
        live(desk, &organisation, municipality, manager, people[&manager]).await?;
    }
    let led = municipality.unit_led_by(personas.manager).map(|unit| units[unit.0 as usize]);
    if let (Some(unit), Some(top)) = (led, units.first().copied()) {
        let manager = (people[&personas.manager], unit);
        let planners = rounds::Planners { hr: people[&personas.hr], manager, top };
        rounds::live(desk, &organisation, municipality.seed, planners).await?;
        let of = |index: demo::PersonIndex| people[&index];
        let lookers = log::Lookers {
            hr: of(personas.hr),
            top_manager: of(personas.top_manager),
            manager,
            employee: of(personas.employee),
            deputy: municipality
                .unit_led_by(personas.manager)
                .and_then(|unit| nobody_else(municipality, unit))
                .map(of),
        };
        log::live(desk, &organisation, lookers).await?;
    }
    Ok(organisation)
}

/// Lets a manager have given their calendar and guessed, by the same actions as everybody.
async fn live(
    desk: &Desk,
    organisation: &Organisation,
    from: &demo::Municipality,
    manager: demo::PersonIndex,
    person: PersonId,
) -> Result<(), DemoRefused> {
    let roles = Roles::default().with(Role::Employee).with(Role::Leader);
    let by = Actor { organisation: organisation.id, person, roles };
    if let Some(hours) = from.working_hours(manager) {
        desk.write(move |tx| crate::week::set_hours(tx, &by, &as_hours(&hours))).await?;
    }
    let weeks = demo::Weeks::default();
    let Some(calendar) = from.calendar_for(manager, weeks) else { return Ok(()) };
    let imported = match crate::week::import(desk, by, &organisation.zone, calendar.into_bytes()).await {
        Ok(imported) => imported,
        Err(ImportRefused::Fault(fault)) => return Err(fault.into()),
        // A manager without anything booked has nothing to show.
        Err(_) => return Ok(()),
    };
    let Some(story) = from.story_for(manager, weeks) else { return Ok(()) };
    let latest = imported.weeks.last().map(|week| week.monday);
    let dropped = imported.lines.iter().find(|line| line.title == story.drop.series_title);
    let dropped =
        dropped.map(|line| (*line.series.as_bytes(), line.minutes / line.times.max(1), line.people));
    desk.write(move |tx| {
        for guess in &story.guesses {
            crate::week::make_guess(tx, &by, guess.monday, u32::from(guess.hours) * 60)?;
        }
        // The week that is looked at first is guessed like the one before, so that the demo opens on a finished picture.
        if let (Some(monday), Some(before)) = (latest, story.guesses.last()) {
            crate::week::make_guess(tx, &by, monday, u32::from(before.hours) * 60)?;
        }
        for spread in &story.unplanned {
            // Quarters of one whole are never too many.
            let _ = crate::week::spread(tx, &by, spread.monday, quarters(spread))?;
        }
        story::live(tx, &by, &story, dropped)
    })
    .await?;
    Ok(())
}

fn as_hours(hours: &demo::WorkingHours) -> Hours {
    let minute = |time: jiff::civil::Time| {
        u16::from(time.hour().unsigned_abs()) * 60 + u16::from(time.minute().unsigned_abs())
    };
    let day = DayHours::new(minute(hours.start), minute(hours.end)).ok();
    Hours {
        working: WorkingHours::new([day, day, day, day, day, None, None]),
        contract: Contract::new(hours.contract_minutes.into()).unwrap_or_default(),
    }
}

/// Minutes as the nearest quarters of their sum, the smallest giving way so that they stay within a whole.
fn quarters(spread: &demo::Unplanned) -> [Quarters; 4] {
    let minutes = [spread.firefighting, spread.administration, spread.being_there, spread.recovery];
    let sum: u16 = minutes.iter().sum::<u16>().max(1);
    let mut left = 4;
    minutes.map(|minutes| {
        let count = ((f64::from(minutes) * 4.0 / f64::from(sum)).round() as u8).min(left);
        left -= count;
        Quarters::new(count).unwrap_or_default()
    })
}

type People = HashMap<demo::PersonIndex, PersonId>;

fn bring_in(
    tx: &mut Tx<'_>,
    from: &demo::Municipality,
) -> Result<(Organisation, Vec<UnitId>, People), DemoRefused> {
    if store::organisations::only(tx)?.is_some() {
        return Err(DemoRefused::NotEmpty);
    }
    let organisation = Organisation {
        id: OrganisationId(tx.fresh_id()?),
        name: from.name.clone(),
        language: from.language,
        zone: if from.language == people::Language::Da { "Europe/Copenhagen" } else { "Europe/Stockholm" }
            .into(),
        demo: true,
    };
    store::organisations::add(tx, &organisation)?;
    let units = bring_in_units(tx, organisation.id, from)?;
    let people = bring_in_people(tx, organisation.id, from)?;
    bring_in_employments(tx, organisation.id, from, &people, &units)?;
    for lead in &from.leads {
        let (person, unit) = (people[&lead.person], units[lead.unit.0 as usize]);
        store::people::lead(tx, organisation.id, person, unit, lead.from)?;
    }
    let personas = from.personas();
    let roles = [
        ("manager", personas.manager, None),
        ("principal", personas.second_manager, None),
        ("employee", personas.employee, None),
        ("hr", personas.hr, Some(Role::Hr)),
        ("top-manager", personas.top_manager, Some(Role::TopManager)),
        ("it", personas.it, Some(Role::It)),
    ];
    let hr_unit = from.employments.iter().find(|it| it.person == personas.hr).map(|it| it.unit);
    let officer = hr_unit.and_then(|unit| nobody_else(from, unit));
    let officer = officer.map(|person| ("data-protection", person, Some(Role::DataProtection)));
    let authority = an_authority(from);
    let doorkeeper = authority.map(|(_, person)| ("authority-hr", person, None));
    for (place, (name, index, role)) in (0_u32..).zip(roles.into_iter().chain(officer).chain(doorkeeper)) {
        let person = people[&index];
        store::people::add_persona(tx, organisation.id, place, name, person)?;
        if let Some(role) = role {
            store::access::give_role(tx, organisation.id, person, role)?;
        }
    }
    if let Some((unit, person)) = authority {
        let (unit, person) = (units[unit.0 as usize], people[&person]);
        let since = from.today.saturating_sub(jiff::Span::new().years(3));
        store::authorities::mark(tx, organisation.id, unit, since)?;
        store::access::give_hr_within(tx, organisation.id, person, unit, None)?;
    }
    Ok((organisation, units, people))
}

/// The department that is an authority of its own in the demo, with its HR: social services, which keep the most to themselves. In real
/// municipalities every board with its department is one; here the others are open, so that both can be seen. None in a small one.
fn an_authority(from: &demo::Municipality) -> Option<(demo::UnitIndex, demo::PersonIndex)> {
    let of_sector = |unit: &demo::Unit| unit.sector == Some(demo::Sector::SocialServices);
    let (place, inside) =
        (0..).zip(&from.units).find(|(_, unit)| of_sector(unit) && unit.kind == demo::UnitKind::Unit)?;
    let department =
        |unit: &demo::Unit| unit.kind == demo::UnitKind::Department && unit.authority == inside.authority;
    let top = (0..).zip(&from.units).find(|(_, unit)| department(unit))?.0;
    Some((demo::UnitIndex(top), nobody_else(from, demo::UnitIndex(place))?))
}

/// One of those in a unit who has an address and is not to be tried as.
fn nobody_else(from: &demo::Municipality, unit: demo::UnitIndex) -> Option<demo::PersonIndex> {
    let them = from.personas();
    let taken = [them.manager, them.second_manager, them.employee, them.hr, them.top_manager, them.it];
    let staff = from.staff_of(unit).into_iter();
    staff.filter(|it| !taken.contains(it)).find(|it| from.person(*it).is_some_and(|who| who.mail.is_some()))
}

fn bring_in_employments(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    from: &demo::Municipality,
    people: &People,
    units: &[UnitId],
) -> Result<(), Fault> {
    for employment in &from.employments {
        let (person, unit) = (people[&employment.person], units[employment.unit.0 as usize]);
        let occupation = Occupation::new(from.people[employment.person.0 as usize].title);
        let extent = employment.extent.into();
        let id = store::people::employ(tx, organisation, person, unit, extent, employment.from)?;
        if let Some(occupation) = occupation {
            store::people::set_occupation(tx, organisation, id, &occupation)?;
        }
    }
    Ok(())
}

fn bring_in_units(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    from: &demo::Municipality,
) -> Result<Vec<UnitId>, Fault> {
    let since = from.today.saturating_sub(jiff::Span::new().years(3));
    let ids = from.units.iter().map(|_| tx.fresh_id().map(UnitId)).collect::<Result<Vec<_>, _>>()?;
    for (unit, id) in from.units.iter().zip(&ids) {
        let unit = Unit {
            id: *id,
            parent: unit.parent.map(|parent| ids[parent.0 as usize]),
            name: unit.name.clone(),
            sort: match unit.kind {
                demo::UnitKind::Municipality => UnitSort::Municipality,
                demo::UnitKind::Department => UnitSort::Department,
                demo::UnitKind::Area => UnitSort::Area,
                demo::UnitKind::Unit => UnitSort::Unit,
            },
            sites: u32::try_from(unit.sites.len()).unwrap_or(u32::MAX),
        };
        store::organisations::add_unit(tx, organisation, &unit, since)?;
    }
    Ok(ids)
}

fn bring_in_people(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    from: &demo::Municipality,
) -> Result<People, Fault> {
    let mut people = People::new();
    for (index, person) in (0..).zip(&from.people) {
        let id = PersonId(tx.fresh_id()?);
        people.insert(demo::PersonIndex(index), id);
        let person = Person {
            id,
            organisation,
            given_name: person.given_name.to_owned(),
            family_name: person.family_name.to_owned(),
            mail: person.mail.as_ref().map(|mail| mail.to_lowercase()),
            language: None,
            scheme: None,
        };
        store::people::add(tx, &person)?;
    }
    Ok(people)
}

/// Those to try as. Empty where the organisation is real.
///
/// # Errors
/// A fault.
pub fn people(tx: &mut Tx<'_>) -> Result<Vec<DemoPerson>, Fault> {
    let demo = store::organisations::only(tx)?.filter(|organisation| organisation.demo);
    let Some(organisation) = demo else { return Ok(Vec::new()) };
    let personas = store::people::personas(tx, organisation.id)?;
    let person = |(role, id, name)| DemoPerson { role, name, organisation: organisation.id, id };
    Ok(personas.into_iter().map(person).collect())
}

/// A fresh link for somebody of the demo, for whoever starts it.
///
/// # Errors
/// A fault.
pub async fn link(desk: &Desk, person: &DemoPerson) -> Result<String, Fault> {
    crate::access::link_for(desk, person.organisation, person.id, LINKS_LAST).await
}

/// Signs in as the one of the demo with this role; the secret of the new session.
///
/// # Errors
/// [`SignInRefused::NotValid`] when the demo has nobody with that role, or there is no demo; or a fault.
pub async fn sign_in(desk: &Desk, visitor: &Visitor, role: &str) -> Result<Secret, SignInRefused> {
    let (session, role, device) =
        (Secret::from_random(desk.random()), role.to_owned(), visitor.device.clone());
    let new = session.hash();
    desk.write(move |tx| {
        let person = people(tx)?.into_iter().find(|person| person.role == role);
        let person = person.ok_or(SignInRefused::NotValid)?;
        begin_session(tx, (person.organisation, person.id), &new, Coming::by(Door::Link, &device))
    })
    .await?;
    Ok(session)
}
