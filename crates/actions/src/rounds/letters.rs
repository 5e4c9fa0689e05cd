use access::Secret;
use jiff::Timestamp;
use people::{Language, PersonId};
use pulse::{BallotLink, Round, RoundId, RoundState};
use store::queue::{Job, Sort};
use store::rounds::Recipient;

use crate::{Desk, Fault, Tx};

/// Letters written in one transaction: enough to be quick, few enough that nobody waits for it.
const AT_A_TIME: u32 = 100;

/// Writes invitations to those asked who have none, some at a time, and queues the rest.
///
/// # Errors
/// A fault.
pub async fn invite(desk: &Desk, job: Job) -> Result<(), Fault> {
    let at = desk.clone();
    desk.write(move |tx| {
        let Some(open) = open_round(tx, job)? else { return Ok(()) };
        let recipients = store::rounds::to_invite(tx, job.organisation, open.round.id, AT_A_TIME)?;
        for recipient in &recipients {
            open.write_to(tx, &at, recipient, None)?;
        }
        again_if_full(tx, job, &recipients, Sort::InviteRound)
    })
    .await
}

/// Reminds those who have not collected all their ballots: at most twice, and nobody is told whom.
///
/// # Errors
/// A fault.
pub async fn remind(desk: &Desk, job: Job) -> Result<(), Fault> {
    let at = desk.clone();
    desk.write(move |tx| {
        let Some(open) = open_round(tx, job)? else { return Ok(()) };
        let number = if tx.now() < open.round.reminder_at(2) { 1 } else { Round::REMINDERS };
        let recipients = store::rounds::to_remind(tx, job.organisation, open.round.id, number, AT_A_TIME)?;
        for recipient in &recipients {
            open.write_to(tx, &at, recipient, Some(number))?;
        }
        if recipients.len() < AT_A_TIME as usize && number < Round::REMINDERS {
            let next = open.round.reminder_at(number + 1);
            return store::queue::put(tx, job.organisation, Sort::RemindRound, job.subject, next);
        }
        again_if_full(tx, job, &recipients, Sort::RemindRound)
    })
    .await
}

fn again_if_full(tx: &mut Tx<'_>, job: Job, recipients: &[Recipient], sort: Sort) -> Result<(), Fault> {
    if recipients.len() < AT_A_TIME as usize {
        return Ok(());
    }
    let now = tx.now();
    store::queue::put(tx, job.organisation, sort, job.subject, now)
}

/// An open round with what its letters say.
struct Open {
    round: Round,
    hash: [u8; 32],
    organisation: String,
    language: Language,
    zone: jiff::tz::TimeZone,
}

/// The round of a job, while ballots can be collected.
fn open_round(tx: &mut Tx<'_>, job: Job) -> Result<Option<Open>, Fault> {
    let id = RoundId(job.subject);
    let Some((round, RoundState::Open)) = store::rounds::find(tx, job.organisation, id)? else {
        return Ok(None);
    };
    if tx.now() >= round.draws_end_at {
        return Ok(None);
    }
    let hash = store::rounds::hash_of(tx, job.organisation, id)?.ok_or(Fault::NotFound)?;
    let organisation = store::organisations::only(tx)?.ok_or(Fault::NotFound)?;
    let zone = organisation.time_zone();
    let (name, language) = (organisation.name, organisation.language);
    Ok(Some(Open { round, hash, organisation: name, language, zone }))
}

impl Open {
    /// Writes an invitation, or reminder number `reminder`.
    fn write_to(
        &self,
        tx: &mut Tx<'_>,
        desk: &Desk,
        to: &Recipient,
        reminder: Option<u32>,
    ) -> Result<(), Fault> {
        let link = desk.address_of(&path_for(tx, &self.round, to.person, &self.hash)?);
        let words = words::of(to.language.unwrap_or(self.language));
        let six = blindballot::six_words(&self.hash).join(" ");
        let until = self.local(self.round.draws_end_at);
        let (organisation, round) = (&self.organisation, &self.round.name);
        let k = self.round.k;
        let (subject, body) = match reminder {
            None => (
                words.letter_invitation_subject(),
                words.letter_invitation_body(organisation, round, &link, &until, k, &six),
            ),
            Some(_) => {
                (words.letter_reminder_subject(), words.letter_reminder_body(round, &until, &link, &six))
            }
        };
        if let Some(number) = reminder {
            store::rounds::reminded(tx, self.round.organisation, self.round.id, to.person, number)?;
        }
        store::letters::add(tx, self.round.organisation, &to.mail, &subject, &body, desk.send_at())
    }

    /// Day and time as anybody reads them: `2026-11-23 15:00`.
    fn local(&self, at: Timestamp) -> String {
        at.to_zoned(self.zone.clone()).strftime("%Y-%m-%d %H:%M").to_string()
    }
}

/// A new link with which a person draws: what it holds never reaches a server's log, for it stands after the `#`.
pub(super) fn path_for(
    tx: &mut Tx<'_>,
    round: &Round,
    person: PersonId,
    hash: &[u8; 32],
) -> Result<String, Fault> {
    let pass = Secret::from_random(crate::desk::random());
    store::rounds::invite(tx, round.organisation, round.id, person, &pass.hash())?;
    Ok(BallotLink::Invitation(&pass.text()).path(round.id, hash))
}
