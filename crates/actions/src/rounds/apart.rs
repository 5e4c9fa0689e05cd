//! Rounds that would show the same answers in two ways, by unit and by occupation, are kept apart: what is proven of one tree does not
//! hold of two trees over the same answers (MATH A6). Asked some weeks later, people answer anew.

use access::Actor;
use jiff::civil::Date;
use people::{AsOf, Organisation};
use pulse::{Reach, RoundState};

use super::NewRound;
use crate::{Fault, Tx};

/// The first day on which the round can open, if it asks too soon what others ask the same people and show in the other way.
///
/// # Errors
/// A fault.
pub(super) fn next_free(
    tx: &mut Tx<'_>,
    by: &Actor,
    on: &AsOf<'_>,
    new: &NewRound,
    organisation: &Organisation,
) -> Result<Option<Date>, Fault> {
    if new.reach == Reach::Open {
        return Ok(None);
    }
    let by_occupation = |reach| reach == Reach::Occupations;
    let mut taken = Vec::new();
    for (other, state) in store::rounds::latest(tx, by.organisation)? {
        if pulse::long_past(other.closes_at, new.opens_at) {
            continue;
        }
        let other_way = other.asks_by_name() && by_occupation(other.reach) != by_occupation(new.reach);
        let same_people = on.path(other.unit).contains(&new.unit) || on.path(new.unit).contains(&other.unit);
        if state == RoundState::CalledOff || !other_way || !same_people {
            continue;
        }
        let asked = store::rounds::questionnaire(tx, by.organisation, other.id)?;
        let mut questions = new.questionnaire.questions().iter();
        if questions.any(|one| asked.questions().iter().any(|it| it.code == one.code)) {
            taken.push((other.opens_at, other.closes_at));
        }
    }
    let free = pulse::first_free((new.opens_at, new.closes_at), &taken);
    Ok((free != new.opens_at).then(|| {
        let day = free.to_zoned(organisation.time_zone()).date();
        day.saturating_add(jiff::Span::new().days(1))
    }))
}
