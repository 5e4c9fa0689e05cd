use crate::Scale;

/// What somebody answered to one question on a scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// "Don't know", and what a question left out counts as: an answer as good as any, and counted in no figure.
    DontKnow,
    /// A mark on the question's scale.
    Mark(disclosure::Answer),
}

impl Answer {
    /// How "don't know" stands on a ballot.
    pub const DONT_KNOW: char = '-';

    /// Reads one character of a ballot: `-` is "don't know", a digit a mark that this scale has.
    pub fn read(scale: Scale, code: char) -> Option<Answer> {
        if code == Answer::DONT_KNOW {
            return Some(Answer::DontKnow);
        }
        let mark = u8::try_from(code.to_digit(10)?).ok().filter(|mark| scale.has(*mark))?;
        disclosure::Answer::new(mark).map(Answer::Mark)
    }

    /// As it stands on a ballot: `-`, or `1` to `5`.
    pub fn code(self) -> char {
        match self {
            Answer::DontKnow => Answer::DONT_KNOW,
            Answer::Mark(mark) => char::from(b'0' + mark.value()),
        }
    }

    /// The mark, if there is one: what a [`disclosure::Histogram`] counts.
    pub fn mark(self) -> Option<disclosure::Answer> {
        match self {
            Answer::DontKnow => None,
            Answer::Mark(mark) => Some(mark),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_takes_its_own_marks_and_dont_know() {
        for (scale, taken) in [(Scale::Agree, "-12345"), (Scale::Compared, "-123"), (Scale::Words, "-")] {
            for code in '\0'..='\u{3000}' {
                let answer = Answer::read(scale, code);
                assert_eq!(answer.is_some(), taken.contains(code), "{scale:?} {code:?}");
                assert_eq!(answer.map_or(code, Answer::code), code);
            }
        }
        assert_eq!(Answer::read(Scale::Agree, '-'), Some(Answer::DontKnow));
        assert_eq!(Answer::DontKnow.mark(), None);
        assert_eq!(Answer::read(Scale::Agree, '4').unwrap().mark().unwrap().value(), 4);
    }
}
