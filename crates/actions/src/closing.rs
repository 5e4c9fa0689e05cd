//! The one moment in which a round gets its results: counted, decided, audited, released, told, and every link destroyed, in one
//! transaction. Either all of it happened or nothing.

mod batch;
mod earlier;
mod labels;
mod words;

use std::collections::BTreeMap;

use ::pulse::{ClosedRound, KeyGroup, Place, Round, RoundId, RoundState, Withheld};
use disclosure::Rules;
use jiff::Timestamp;
use people::PersonId;
use store::queue::{Job, Sort};
use store::results::{Cast, Told};

use crate::audit::{Act, note_itself};
use crate::{Desk, Fault, Keys, Tx};

pub use batch::{Batch, Counted, release};
pub use words::TIMES_K;

/// The rules that a round is closed, and its figures read back, under.
///
/// # Errors
/// [`Fault::Unreadable`] for a K that no round has.
pub fn rules(round: &Round) -> Result<Rules, Fault> {
    ::pulse::rules(round.k).map_err(|_| Fault::Unreadable { what: "k" })
}

/// Closes the round of a job when its time has come, and overwrites what the destroyed links left behind. Closed already, it is only
/// swept once more, since somebody may have been stopped in between; called off or never opened, there is nothing to do; asked for too
/// early, it is put off.
///
/// # Errors
/// A fault: what did not happen is tried again.
pub async fn close(desk: &Desk, job: Job) -> Result<(), Fault> {
    let (send_at, address, keys) = (desk.send_at(), desk.address_of("/results/"), desk.keys.clone());
    let closed = desk
        .write(move |tx| {
            let id = RoundId(job.subject);
            let Some((round, state)) = store::rounds::find(tx, job.organisation, id)? else {
                return Ok(false);
            };
            if state == RoundState::Open && tx.now() < round.closes_at {
                store::queue::put(tx, job.organisation, Sort::CloseRound, job.subject, round.closes_at)?;
                return Ok(false);
            }
            if state == RoundState::Open {
                close_now(tx, &keys, &round, &address, send_at)?;
            }
            Ok::<_, Fault>(matches!(state, RoundState::Open | RoundState::Closed))
        })
        .await?;
    if closed { desk.sweep().await } else { Ok(()) }
}

fn close_now(
    tx: &mut Tx<'_>,
    keys: &Keys,
    round: &Round,
    address: &str,
    send_at: Option<Timestamp>,
) -> Result<(), Fault> {
    let key = (round.organisation, round.id);
    crate::ballots::empty_box(tx, keys, key)?;
    let tree = store::rounds::tree(tx, key.0, key.1)?;
    let questionnaire = store::rounds::questionnaire(tx, key.0, key.1)?;
    let asked: Vec<String> = questionnaire.on_a_scale().map(|it| it.code.to_string()).collect();
    let asked: Vec<&str> = asked.iter().map(String::as_str).collect();
    let groups = store::rounds::groups(tx, key.0, key.1)?;
    let unused_slips = store::results::unused_slips(tx, key.0, key.1)?;
    let cast = store::results::cast(tx, key.0, key.1)?;
    let counted: Vec<Counted> = cast.iter().map(|cast| (cast.place, cast.answers.clone())).collect();
    let mut ballots: BTreeMap<Place, u32> = BTreeMap::new();
    for (leaf, _) in &counted {
        *ballots.entry(*leaf).or_default() += 1;
    }
    let released = match round.asks_by_name() && stuffed(&groups, &ballots) {
        true => Err(Withheld::Ballots),
        false if round.strict && round.asks_by_name() => {
            let members = store::rounds::members(tx, key.0, key.1)?;
            let earlier = earlier::earlier(tx, round, &asked)?;
            batch::release_strictly(&tree, rules(round)?, &asked, &counted, &members, &earlier)
        }
        false => release(&tree, rules(round)?, &asked, &counted),
    };
    let closed = ClosedRound {
        closed_at: tx.now(),
        eligible: tree.iter().filter(|node| node.parent.is_none()).map(|node| node.eligible).sum(),
        drawn: groups.iter().map(|group| group.drawn).sum(),
        slips: groups.iter().map(|group| group.slips).sum(),
        unused_slips,
        ballots: u32::try_from(cast.len()).unwrap_or(u32::MAX),
        withheld: released.as_ref().err().copied(),
        erased_at: None,
    };
    store::results::close(tx, key, &closed, &receipts(&cast))?;
    match &released {
        Ok(batch) => {
            store::results::publish(
                tx,
                key,
                &batch.nodes,
                &batch.pools,
                &batch.figures,
                &batch.correlations,
            )?;
            let of_leaf = |leaf| ballots.get(&leaf).copied().unwrap_or(0);
            let written: Vec<words::Written> =
                cast.iter().filter_map(|cast| Some((cast.place, cast.words.clone()?))).collect();
            for (place, words) in words::place(&tree, batch, of_leaf, round.k, &written) {
                store::results::add_words(tx, key, place, &words)?;
            }
        }
        Err(why) => {
            let (organisation, round, why) = (key.0.0, key.1.0, why.code());
            tracing::error!(organisation, round, why, "a round was closed and nothing of it published");
        }
    }
    let pools = released.as_ref().map_or(&[][..], |batch| &batch.pools);
    labels::relabel(tx, key, groups.iter().map(|group| group.place), pools)?;
    tell(tx, round, closed.withheld, address, send_at)?;
    note_itself(tx, key.0, Act::RoundClosed.in_round(key.1))?;
    store::ballots::destroy_links(tx, key)
}

/// Whether a group has more ballots than were collected and made for it.
fn stuffed(groups: &[KeyGroup], ballots: &BTreeMap<Place, u32>) -> bool {
    let out: BTreeMap<Place, u32> =
        groups.iter().map(|group| (group.place, group.drawn.saturating_add(group.slips))).collect();
    ballots.iter().any(|(place, cast)| out.get(place).is_none_or(|out| cast > out))
}

/// A letter to everybody asked and to everybody who leads a unit of the round, all in this transaction: nobody knows before anybody
/// else. It says nothing of the answers.
fn tell(
    tx: &mut Tx<'_>,
    round: &Round,
    withheld: Option<Withheld>,
    address: &str,
    send_at: Option<Timestamp>,
) -> Result<(), Fault> {
    let Some(organisation) = store::organisations::only(tx)? else { return Ok(()) };
    let today = tx.now().to_zoned(organisation.time_zone()).date();
    let mut told: BTreeMap<PersonId, Told> = BTreeMap::new();
    let asked = store::results::asked(tx, round.organisation, round.id, today)?;
    let leaders = store::results::leaders(tx, round.organisation, round.id, today)?;
    // Whoever leads a unit and was asked one level up is shown the way to what they lead.
    for one in asked.into_iter().chain(leaders) {
        told.insert(one.person, one);
    }
    for Told { mail, language, place, .. } in told.values() {
        let words = ::words::of(language.unwrap_or(organisation.language));
        let link = format!("{address}{}/{}", round.id, place.0);
        let (subject, body) = match (withheld, round.asks_by_name()) {
            (Some(_), _) => {
                (words.letter_withheld_subject(&round.name), words.letter_withheld_body(&round.name, &link))
            }
            (None, true) => {
                (words.letter_results_subject(&round.name), words.letter_results_body(&round.name, &link))
            }
            (None, false) => (
                words.letter_results_subject(&round.name),
                words.letter_results_open_body(&round.name, &link),
            ),
        };
        store::letters::add(tx, round.organisation, mail, &subject, &body, send_at)?;
    }
    Ok(())
}

fn receipts(cast: &[Cast]) -> Vec<u8> {
    let mut receipts: Vec<[u8; 16]> =
        cast.iter().map(|cast| blindballot::Nonce(cast.nonce).receipt()).collect();
    receipts.sort_unstable();
    receipts.concat()
}
