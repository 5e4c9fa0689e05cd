//! What a round in strict mode is laid beside: every earlier round that asked some of the same, and who came and left since.

use ::pulse::{Place, Published, Reach, Round, RoundState, Turnover, Whereabouts};
use disclosure::{Figure, Past, Since};

use super::rules;
use crate::{Fault, Tx};

/// How many rounds back answers may still be the same.
const ROUNDS_BACK: usize = 12;

/// An earlier round.
#[derive(Debug, Clone)]
pub(super) struct Earlier {
    /// What was released of it.
    published: Published,
    /// Who was where in it.
    whereabouts: Whereabouts,
    /// Who came and left since.
    pub(super) turnover: Turnover,
}

/// The rounds that asked some of `questions` and are closed by now, when `round` closes, the latest first: those that closed while it was
/// open too. While the round's own roster is still there.
///
/// # Errors
/// A fault.
pub(super) fn earlier(tx: &mut Tx<'_>, round: &Round, questions: &[&str]) -> Result<Vec<Earlier>, Fault> {
    let Some(organisation) = store::organisations::only(tx)? else { return Ok(Vec::new()) };
    let zone = organisation.time_zone();
    let now = store::rounds::roster(tx, round.organisation, round.id)?;
    let chart = crate::rounds::chart(tx, round.organisation)?;
    let others = store::rounds::latest(tx, round.organisation)?.into_iter().filter(|(other, state)| {
        *state == RoundState::Closed && other.reach != Reach::Open && other.id != round.id
    });
    let mut found = Vec::new();
    for (other, _) in others.take(ROUNDS_BACK) {
        let closing = store::results::closing(tx, other.organisation, other.id)?;
        if closing.is_none_or(|closing| closing.withheld.is_some()) {
            continue;
        }
        let published = store::results::published(tx, other.organisation, other.id, &rules(&other)?)?;
        if !published.questions.iter().any(|code| questions.contains(&code.as_str())) {
            continue;
        }
        let on = chart.as_of(other.frozen_at().to_zoned(zone.clone()).date());
        let then = ::pulse::asked(&on, other.unit, other.reach).people();
        let turnover = Turnover::new(&published, &then, &now);
        found.push(Earlier { whereabouts: Whereabouts::of(&published), turnover, published });
    }
    Ok(found)
}

/// What is known from before of the people in `leaves`, in whom the units' parts `members` are, on the question `code`.
pub(super) fn past(
    earlier: &[Earlier],
    members: &[::pulse::RoundMember],
    leaves: &[Place],
    code: &str,
) -> Past {
    let mine: Vec<_> = members.iter().filter(|member| leaves.contains(&member.place)).cloned().collect();
    let mut asked = false;
    for Earlier { published, whereabouts, turnover } in earlier {
        let Some(question) = published.questions.iter().position(|other| other == code) else { continue };
        asked = true;
        let Some(pools) = whereabouts.pools_of(published, &mine) else { continue };
        if let Some(sum) = exact(published, question, &pools) {
            let (joiners, leavers) = turnover.since(leaves, &pools);
            return Past::Since(Since { sum, joiners, leavers, insiders: 0 });
        }
    }
    if asked { Past::Unknown } else { Past::Never }
}

/// The sum of the answers in some pools, where it is known exactly.
fn exact(published: &Published, question: usize, pools: &[usize]) -> Option<u64> {
    let sum = |figure: disclosure::Released<Figure>| match figure.get() {
        Figure::Full(histogram) => Some(histogram.sum()),
        Figure::Near(_) | Figure::Band(_) => None,
    };
    published.figures_of(question, pools).into_iter().map(sum).sum()
}
