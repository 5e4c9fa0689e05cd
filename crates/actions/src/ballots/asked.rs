use ballotbox::{Form, Hours, Phase};
use people::{Language, OrganisationId};
use pulse::{Questionnaire, RoundId};

use super::Refused;
use crate::{Desk, Fault};

/// The most characters of an answer in one's own words.
pub const LONGEST_WORDS: usize = Form::WORDS;

/// What a round asks, as the ballot page shows it.
#[derive(Debug, Clone)]
pub struct Asked {
    /// What the round is called.
    pub name: String,
    /// From when ballots are handed out, until when, and until when they are taken in.
    pub hours: Hours,
    /// What can be done now.
    pub phase: Phase,
    /// What it is asked in, the organisation's own language first.
    pub languages: Vec<Language>,
    /// The fewest answers that anything is shown of.
    pub k: u32,
    /// Whether nobody is asked by name.
    pub open: bool,
    /// The questions, in order.
    pub questionnaire: Questionnaire,
    /// The six words by which everyone compares the manifest, once it is open.
    pub six_words: Option<[String; 6]>,
}

/// What a round asks. Anyone may know it once it is settled who is asked.
///
/// # Errors
/// [`Refused::Unknown`] when there is no such round; [`Refused::NotYet`] before who is asked has been settled.
pub async fn asked(desk: &Desk, organisation: OrganisationId, round: RoundId) -> Result<Asked, Refused> {
    desk.read(move |tx| {
        let (planned, _) = store::rounds::by_id(tx, organisation, round)?;
        let (hours, _) = store::ballots::hours(tx, (organisation, round))?.ok_or(Refused::Unknown)?;
        let phase = hours.phase(tx.now());
        if phase == Phase::NotYet && planned.frozen_at() > tx.now() {
            return Err(Refused::NotYet);
        }
        let questionnaire = store::rounds::questionnaire(tx, organisation, round)?;
        let hash = store::rounds::hash_of(tx, organisation, round)?;
        Ok(Asked {
            open: !planned.asks_by_name(),
            k: planned.k,
            name: planned.name,
            languages: planned.languages,
            six_words: hash.map(|hash| blindballot::six_words(&hash)),
            hours,
            phase,
            questionnaire,
        })
    })
    .await
}

/// What a ballot of these questions holds.
pub(super) fn form_of(questionnaire: &Questionnaire) -> Result<Form, Fault> {
    let marks: Vec<_> = questionnaire.on_a_scale().map(|question| question.scale.marks()).collect();
    let in_words = questionnaire.questions().len() > marks.len();
    Form::new(marks, in_words).map_err(|_| Fault::Unreadable { what: "questions" })
}
