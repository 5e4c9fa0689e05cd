use crate::{QuestionCode, Scale, Wording};

/// One question as it is asked: a statement and the scale it is answered on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What it is stored and compared under.
    pub code: QuestionCode,
    /// How it is answered.
    pub scale: Scale,
    /// The statement, per language.
    pub wording: Wording,
}
