//! What is asked of those led and of those served, in which order and in which words, and how it can be answered.
//!
//! Pure rules: dates, names and settings are parameters.

mod about_me;
mod answer;
mod apart;
mod asked;
mod ballot_link;
mod canonical;
mod evidence;
mod frozen;
pub mod grouping;
mod index;
mod manifest;
mod matching;
mod names;
mod own;
mod participation;
mod published;
mod question;
mod question_code;
mod questionnaire;
mod reading;
mod round;
mod rules;
mod scale;
mod sets;
mod slip_code;
mod topics;
mod turnover;
mod viewer;
mod walls;
mod whereabouts;
mod wording;

pub use about_me::Computable;
pub use answer::Answer;
pub use apart::{first_free, long_past};
pub use asked::asked;
pub use ballot_link::BallotLink;
pub use canonical::{CANONICAL_HEAD, CanonicalError};
pub use evidence::StepEvidence;
pub use frozen::{KeyGroup, RoundMember, RoundNode};
pub use index::Index;
pub use manifest::{Manifest, ManifestLine, hash_text};
pub use matching::{FEWEST_MATCHING, MOST_MATCHING};
pub use own::{LONGEST, OwnQuestionError, OwnQuestionId, SHORTEST};
pub use participation::Participation;
pub use published::{ClosedRound, Group, Published, ReleasedNode, Shown, Withheld};
pub use question::Question;
pub use question_code::QuestionCode;
pub use questionnaire::{
    MOST_IN_WORDS, MOST_OWN, MOST_QUESTIONS, Questionnaire, QuestionnaireError, WARN_ABOVE, Warning,
};
pub use reading::{Figures, Measure, Reading, Since, Told};
pub use round::{Place, PlanError, Reach, Round, RoundId, RoundState};
pub use rules::{COVERAGE_MIN, DOMINANCE, INSIDERS, rules};
pub use scale::Scale;
pub use sets::Set;
pub use slip_code::SlipCode;
pub use topics::{Topic, Why};
pub use turnover::Turnover;
pub use viewer::Viewer;
pub use walls::{Ground, Walls};
pub use whereabouts::Whereabouts;
pub use wording::Wording;
