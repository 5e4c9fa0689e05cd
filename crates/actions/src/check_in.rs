//! Check-ins: from the page, from a link in a letter, and the letter that asks.

use access::{Actor, Purpose, Role, Roles, Secret};
use jiff::SignedDuration;
use jiff::civil::Date;
use people::{OrganisationId, PersonId};
use store::queue::Job;

use ::steps::{CheckIn, CheckInError, Done, Line, State, StepId};

use crate::steps::{MyStep, ask_next};
use crate::{Desk, Fault, Tx};

/// How long the link in a letter lasts: as far back as a check-in can be written.
pub const LINK_LASTS: SignedDuration = SignedDuration::from_hours(::steps::DAYS_BACK as i64 * 24);

/// Why a check-in was not taken.
#[derive(Debug, thiserror::Error)]
pub enum CheckInRefused {
    /// The rules of check-ins.
    #[error(transparent)]
    CheckIn(#[from] CheckInError),
    /// The machinery; [`Fault::NotFound`] when the step is not one's own, or the link has ended.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// How a day went, as said by the manager.
#[derive(Debug, Clone)]
pub struct Said {
    /// The day.
    pub on: Date,
    /// How it went.
    pub outcome: Done,
    /// A few words about it.
    pub remark: Remark,
}

/// What becomes of the few words of a day.
#[derive(Debug, Clone)]
pub enum Remark {
    /// Nothing was asked: those that were there stay.
    Keep,
    /// These instead, or none.
    Write(Option<Line>),
}

/// Checks in on one of one's own steps; an earlier check-in on the same day is replaced.
///
/// # Errors
/// [`CheckInRefused`].
pub fn check_in(
    tx: &mut Tx<'_>,
    by: &Actor,
    id: StepId,
    said: &Said,
    today: Date,
) -> Result<(), CheckInRefused> {
    put(tx, (by.organisation, by.person), id, said, today)
}

/// Checks in with the secret of a letter, which opens this one step and nothing else.
///
/// # Errors
/// [`CheckInRefused`].
pub fn by_link(tx: &mut Tx<'_>, link: &Secret, said: &Said, today: Date) -> Result<(), CheckInRefused> {
    let (organisation, person, id) = behind(tx, link)?;
    put(tx, (organisation, person), id, said, today)
}

/// The step that a letter's secret is about.
///
/// # Errors
/// [`Fault::NotFound`] when the link has ended or never was.
pub fn step_behind(tx: &mut Tx<'_>, link: &Secret) -> Result<MyStep, Fault> {
    let (organisation, person, id) = behind(tx, link)?;
    let nobody_else = Actor { organisation, person, roles: Roles::default() };
    crate::steps::by_id(tx, &nobody_else, id)
}

fn behind(tx: &mut Tx<'_>, link: &Secret) -> Result<(OrganisationId, PersonId, StepId), Fault> {
    match store::access::pass(tx, &link.hash(), Purpose::CheckIn)? {
        Some((organisation, person, Some(step))) => Ok((organisation, person, StepId(step))),
        _ => Err(Fault::NotFound),
    }
}

fn put(
    tx: &mut Tx<'_>,
    whose: (OrganisationId, PersonId),
    id: StepId,
    said: &Said,
    today: Date,
) -> Result<(), CheckInRefused> {
    let stored = store::steps::by_id(tx, whose, id)?;
    let words = match &said.remark {
        Remark::Write(words) => words.clone(),
        Remark::Keep => {
            let earlier = store::steps::check_ins(tx, whose.0, id)?;
            earlier.on(said.on).and_then(|it| it.words.clone())
        }
    };
    let check_in = CheckIn::new(&stored.step, said.on, said.outcome, words, today)?;
    Ok(store::steps::put_check_in(tx, whose.0, id, &check_in)?)
}

/// Asks about a step by letter, when its moment has come, and queues the next time. Nothing is written when today is
/// checked in on already, and nothing more is queued once the step is put aside or finished.
///
/// The letter says nothing of the step itself: a mailbox may have other readers, and in a municipality many letters are public.
///
/// # Errors
/// A fault.
pub async fn ask(desk: &Desk, job: Job) -> Result<(), Fault> {
    let (secret, send_at) = (Secret::from_random(desk.random()), desk.send_at());
    let address = desk.address_of("/check-in/");
    let now = desk.now();
    desk.write(move |tx| {
        let id = StepId(job.subject);
        let Some(person) = store::steps::owner(tx, job.organisation, id)? else {
            return store::queue::done(tx, &job);
        };
        let step = store::steps::by_id(tx, (job.organisation, person), id)?.step;
        let (State::Practising, Some(moment)) = (&step.state, &step.chosen.moment) else {
            return store::queue::done(tx, &job);
        };
        let zone = jiff::tz::TimeZone::get(moment.zone()).unwrap_or(jiff::tz::TimeZone::UTC);
        let today = now.to_zoned(zone).date();
        let answered = store::steps::check_ins(tx, job.organisation, id)?.on(today).is_some();
        if !answered && leads(tx, (job.organisation, person), today)? {
            let link = format!("{address}{}?day={today}", secret.text());
            write_letter(tx, (job.organisation, person), id, &secret, &link, send_at)?;
        }
        ask_next(tx, job.organisation, id, &step)
    })
    .await
}

/// Who leads no more has no pages about steps, and is left in peace.
fn leads(
    tx: &mut Tx<'_>,
    (organisation, person): (OrganisationId, PersonId),
    today: Date,
) -> Result<bool, Fault> {
    Ok(store::access::roles(tx, organisation, person, today)?.has(Role::Leader))
}

fn write_letter(
    tx: &mut Tx<'_>,
    whose: (OrganisationId, PersonId),
    id: StepId,
    secret: &Secret,
    link: &str,
    send_at: Option<jiff::Timestamp>,
) -> Result<(), Fault> {
    let person = store::people::by_id(tx, whose.0, whose.1)?;
    let Some(mail) = person.mail else { return Ok(()) };
    let ends_at = tx.now() + LINK_LASTS;
    store::access::add_pass(tx, whose, &secret.hash(), Purpose::CheckIn, Some(id.0), ends_at)?;
    // Whoever has chosen a language finds it behind the link, too, whatever their browser speaks.
    let link = match person.language {
        Some(language) => format!("{link}&language={}", language.code()),
        None => link.to_owned(),
    };
    let words = words::of(person.language.unwrap_or_default());
    let body = words.letter_check_in_body(&person.given_name, &link, ::steps::DAYS_BACK);
    store::letters::add(tx, whose.0, &mail, &words.letter_check_in_subject(), &body, send_at)
}
