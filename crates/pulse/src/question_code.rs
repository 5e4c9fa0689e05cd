use std::fmt;

use crate::{OwnQuestionId, Question, Set};

/// A question's stable code, which answers and figures are stored under: `hme.1`, `practice.direction`, `own.4711`.
///
/// A code is never given to another question. One of ours that is reworded so that it asks for something else gets
/// a new code, so that rounds with the same code can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct QuestionCode(Which);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Which {
    Ours(Set, &'static str),
    Own(OwnQuestionId),
}

/// What the codes of the organisation's own questions begin with.
const OWN: &str = "own.";

impl QuestionCode {
    /// The code of the organisation's own question with this id.
    pub const fn own(id: OwnQuestionId) -> QuestionCode {
        QuestionCode(Which::Own(id))
    }

    /// The code of a question of ours. `code` begins with the set's own code and a dot.
    pub(crate) const fn ours(set: Set, code: &'static str) -> QuestionCode {
        QuestionCode(Which::Ours(set, code))
    }

    /// Reads a stored code. `None` for a set or a question that there is none of; an own question's id is not looked up.
    pub fn read(code: &str) -> Option<QuestionCode> {
        match code.strip_prefix(OWN) {
            Some(id) => {
                let own = QuestionCode::own(OwnQuestionId(id.parse().ok()?));
                (own.to_string() == code).then_some(own)
            }
            None => Question::ours().map(|question| question.code).find(|ours| ours.is(code)),
        }
    }

    fn is(self, code: &str) -> bool {
        matches!(self.0, Which::Ours(_, ours) if ours == code)
    }

    /// The set it belongs to.
    pub const fn set(self) -> Set {
        match self.0 {
            Which::Ours(set, _) => set,
            Which::Own(_) => Set::Own,
        }
    }

    /// The id of the organisation's own question, if it is one.
    pub const fn own_id(self) -> Option<OwnQuestionId> {
        match self.0 {
            Which::Own(id) => Some(id),
            Which::Ours(..) => None,
        }
    }
}

impl fmt::Display for QuestionCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Which::Ours(_, code) => out.write_str(code),
            Which::Own(id) => write!(out, "{OWN}{}", id.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_back_as_what_was_stored() {
        for question in Question::ours() {
            assert_eq!(QuestionCode::read(&question.code.to_string()), Some(question.code));
        }
        for id in [0, 1, 4711, i64::MAX].map(OwnQuestionId) {
            let own = QuestionCode::own(id);
            assert_eq!(QuestionCode::read(&own.to_string()), Some(own));
            assert_eq!((own.set(), own.own_id()), (Set::Own, Some(id)));
        }
    }

    #[test]
    fn what_is_no_code_is_not_read() {
        for text in
            ["", "hme", "hme.", "hme.0", "hme.10", "HME.1", "hme.1 ", "own.", "own.-0", "own.01", "own.+1"]
        {
            assert_eq!(QuestionCode::read(text), None, "{text:?}");
        }
    }
}
