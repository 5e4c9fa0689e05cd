//! HME, the index of sustainable engagement (hållbart medarbetarengagemang) of Swedish municipalities.
//!
//! Nine questions, answered 1 to 5: three on motivation, three on leadership, three on steering. "Each question
//! converted to 0-100, total = mean of the nine" (Kolada, text of U15200). The conversion `(mean - 1) / 4 * 100` is our
//! reading.

use thiserror::Error;

use crate::interval::{SCALE_HIGH, SCALE_LOW};
use crate::reliability::MAX_BALLOTS;

/// How many questions there are.
pub const QUESTIONS: usize = 9;
/// How many questions each sub-index has; they come in order.
const EACH: usize = 3;

/// One person's answers, in the order of the form. `None` is "don't know" or no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ballot([Option<u8>; QUESTIONS]);

/// The indices, each from 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hme {
    /// The mean of questions 1-3.
    pub motivation: f64,
    /// The mean of questions 4-6.
    pub leadership: f64,
    /// The mean of questions 7-9.
    pub steering: f64,
    /// The mean of all nine.
    pub total: f64,
    /// Each question.
    pub questions: [f64; QUESTIONS],
}

/// Why there is no index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum HmeError {
    /// An answer, or a question's mean, is not on the scale 1 to 5.
    #[error("question {question}: not on the scale 1 to 5")]
    OffScale {
        /// The question, from 1.
        question: usize,
    },
    /// Nobody answered a question.
    #[error("question {question}: nobody answered")]
    Unanswered {
        /// The question, from 1.
        question: usize,
    },
    /// There are more than [`MAX_BALLOTS`].
    #[error("there are more than {MAX_BALLOTS} ballots")]
    TooManyBallots,
}

impl Ballot {
    /// A ballot.
    ///
    /// # Errors
    /// When an answer is not 1 to 5.
    pub fn new(answers: [Option<u8>; QUESTIONS]) -> Result<Self, HmeError> {
        match answers.iter().position(|answer| answer.is_some_and(|y| !(1..=5).contains(&y))) {
            Some(at) => Err(HmeError::OffScale { question: at + 1 }),
            None => Ok(Self(answers)),
        }
    }

    /// The nine answers, when all were given: what [`crate::reliability::of`] takes.
    #[must_use]
    pub fn complete(self) -> Option<[f64; QUESTIONS]> {
        let given = self.0.map(|answer| answer.map_or(f64::NAN, f64::from));
        self.0.iter().all(Option::is_some).then_some(given)
    }
}

/// The indices of these ballots: each question's mean is over those who answered it.
///
/// # Errors
/// When nobody answered some question, as without ballots, and with more than [`MAX_BALLOTS`].
pub fn of_ballots(ballots: &[Ballot]) -> Result<Hme, HmeError> {
    if ballots.len() > MAX_BALLOTS {
        return Err(HmeError::TooManyBallots);
    }
    let mut means = [0.0; QUESTIONS];
    for (at, mean) in means.iter_mut().enumerate() {
        let answers = || ballots.iter().filter_map(|ballot| ballot.0[at]);
        let (count, sum) = (answers().count(), answers().map(u64::from).sum::<u64>());
        if count == 0 {
            return Err(HmeError::Unanswered { question: at + 1 });
        }
        *mean = sum as f64 / count as f64;
    }
    of_means(means)
}

/// The indices from each question's mean on the scale 1 to 5, in the order of the form.
///
/// # Errors
/// When a mean is not on the scale.
pub fn of_means(means: [f64; QUESTIONS]) -> Result<Hme, HmeError> {
    if let Some(at) = means.iter().position(|mean| !(SCALE_LOW..=SCALE_HIGH).contains(mean)) {
        return Err(HmeError::OffScale { question: at + 1 });
    }
    let questions = means.map(of_mean);
    let sub = |first: usize| questions[first..first + EACH].iter().sum::<f64>() / EACH as f64;
    Ok(Hme {
        motivation: sub(0),
        leadership: sub(EACH),
        steering: sub(2 * EACH),
        total: questions.iter().sum::<f64>() / QUESTIONS as f64,
        questions,
    })
}

/// A mean on the scale 1 to 5 as an index, 0 to 100: what each question is converted by, and so every mean of questions.
pub fn of_mean(mean: f64) -> f64 {
    (mean - SCALE_LOW) / (SCALE_HIGH - SCALE_LOW) * 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_and_middle_of_the_scale() {
        for (mean, index) in [(1.0, 0.0), (3.0, 50.0), (5.0, 100.0)] {
            let hme = of_means([mean; QUESTIONS]).unwrap();
            assert_eq!(
                (hme.motivation, hme.leadership, hme.steering, hme.total),
                (index, index, index, index)
            );
        }
    }

    #[test]
    fn sub_indices_take_three_questions_each_and_skip_what_is_not_known() {
        let ballot = |answers: [u8; QUESTIONS]| Ballot::new(answers.map(|y| (y > 0).then_some(y))).unwrap();
        let hme =
            of_ballots(&[ballot([5, 4, 3, 3, 3, 3, 1, 2, 0]), ballot([5, 2, 3, 3, 3, 3, 1, 2, 5])]).unwrap();
        // Question means 5 3 3 | 3 3 3 | 1 2 5, by hand.
        assert!((hme.motivation - 200.0 / 3.0).abs() < 1e-12);
        assert!((hme.leadership - 50.0).abs() < 1e-12);
        assert!((hme.steering - 125.0 / 3.0).abs() < 1e-12);
        assert!((hme.total - 475.0 / 9.0).abs() < 1e-12);
    }

    #[test]
    fn a_complete_ballot_has_nine_answers() {
        assert_eq!(Ballot::new([Some(4); QUESTIONS]).unwrap().complete(), Some([4.0; QUESTIONS]));
        let mut answers = [Some(4); QUESTIONS];
        answers[8] = None;
        assert_eq!(Ballot::new(answers).unwrap().complete(), None);
    }

    #[test]
    fn what_is_off_the_scale_or_unanswered_is_refused() {
        for y in [0, 6, 255] {
            let mut answers = [Some(3); QUESTIONS];
            answers[4] = Some(y);
            assert_eq!(Ballot::new(answers), Err(HmeError::OffScale { question: 5 }));
        }
        assert_eq!(of_ballots(&[]), Err(HmeError::Unanswered { question: 1 }));
        for mean in [0.9, 5.1, f64::NAN] {
            let mut means = [3.0; QUESTIONS];
            means[8] = mean;
            assert_eq!(of_means(means), Err(HmeError::OffScale { question: 9 }));
        }
    }
}
