use crate::code::coded;
use crate::noise::change;
use crate::{Change, Freed, Summary};

/// The fewest days with an occasion before check-ins count for anything.
const LEAST_OCCASIONS: u32 = 4;
/// The share of days with an occasion from which a step was practised.
const PRACTISED_SHARE: f64 = 0.5;
/// The share of the wanted time below which a drop freed too little.
const TOO_LITTLE: f64 = 0.5;

/// All that is known of a step and its drop.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Evidence<'a> {
    /// What the drop freed; `None` for a step without one. Says itself what was wanted.
    pub freed: Option<Freed>,
    /// Hours of leading a week in the imported weeks before the step, oldest first.
    pub leading_before: &'a [f64],
    /// Hours of leading a week in the imported weeks since, oldest first.
    pub leading_after: &'a [f64],
    /// The step's check-ins.
    pub check_ins: Summary,
}

coded! {
    /// Whether it helped.
    pub enum Verdict {
        /// More time goes to leading than noise explains, and it goes together with what was done.
        LikelyBetter = "likely-better",
        /// What is seen could as well be noise, or too little is seen.
        CannotTellYet = "cannot-tell-yet",
        /// Less time goes to leading, or the wanted time did not come.
        LikelyNot = "likely-not",
    }
}

coded! {
    /// A reason for a verdict. One is given of each group that has something to say: leading, freed time, check-ins.
    pub enum Because {
        /// Leading takes more time than before, beyond the noise.
        LeadingRose = "leading-rose",
        /// Leading takes less time than before, beyond the noise.
        LeadingFell = "leading-fell",
        /// Leading may have changed, but no more than weeks differ anyway.
        LeadingWithinNoise = "leading-within-noise",
        /// Fewer than four weeks before or since.
        TooFewWeeks = "too-few-weeks",
        /// At least half of the wanted time was freed.
        Freed = "freed",
        /// Some time was freed, less than half of what was wanted.
        FreedLittle = "freed-little",
        /// No time was freed.
        FreedNothing = "freed-nothing",
        /// Not known yet what was freed.
        FreedNotKnown = "freed-not-known",
        /// Nothing was dropped.
        NoDrop = "no-drop",
        /// Practised on at least half of the days with an occasion.
        Practised = "practised",
        /// Practised on fewer than half of the days with an occasion.
        SeldomPractised = "seldom-practised",
        /// Fewer than four days with an occasion are checked in.
        TooFewCheckIns = "too-few-check-ins",
    }
}

/// What can honestly be said about whether it helped.
#[derive(Debug, Clone, PartialEq)]
pub struct Help {
    /// In short.
    pub verdict: Verdict,
    /// Why: leading, freed time and check-ins, in this order.
    pub because: Vec<Because>,
    /// The change in hours of leading a week, with its interval; `None` with too few weeks.
    pub leading: Option<Change>,
}

/// Weighs the evidence, carefully: without four weeks on each side, or with a change inside the noise, it cannot be told.
///
/// - *Likely better*: the whole 95 % interval of the change in leading time lies above zero, and it hangs together with
///   what was done: the step was practised, or the drop freed at least half of what was wanted.
/// - *Likely not*: the whole interval lies below zero; or the drop freed less than half of what was wanted and the whole
///   interval lies below the gain that was wanted.
/// - *Cannot tell yet*: all else.
///
/// It compares before with after in one manager's calendar and so cannot say what caused a change.
pub fn did_it_help(evidence: &Evidence<'_>) -> Help {
    let leading = change(evidence.leading_before, evidence.leading_after);
    let because = vec![of_leading(leading), of_freed(evidence.freed), of_check_ins(evidence.check_ins)];
    let verdict = verdict(&because, leading, evidence.freed);
    Help { verdict, because, leading }
}

fn verdict(because: &[Because], leading: Option<Change>, freed: Option<Freed>) -> Verdict {
    let is = |reason| because.contains(&reason);
    if is(Because::LeadingFell) {
        return Verdict::LikelyNot;
    }
    if is(Because::LeadingRose) && (is(Because::Practised) || is(Because::Freed)) {
        return Verdict::LikelyBetter;
    }
    let freed_too_little = is(Because::FreedLittle) || is(Because::FreedNothing);
    let gain_ruled_out =
        leading.zip(freed).is_some_and(|(leading, freed)| leading.high < freed.wanted / 60.0);
    if freed_too_little && gain_ruled_out && !is(Because::LeadingRose) {
        return Verdict::LikelyNot;
    }
    Verdict::CannotTellYet
}

fn of_leading(leading: Option<Change>) -> Because {
    match leading {
        None => Because::TooFewWeeks,
        Some(change) if change.low > 0.0 => Because::LeadingRose,
        Some(change) if change.high < 0.0 => Because::LeadingFell,
        Some(_) => Because::LeadingWithinNoise,
    }
}

fn of_freed(freed: Option<Freed>) -> Because {
    match freed {
        None => Because::NoDrop,
        Some(it) if !it.known => Because::FreedNotKnown,
        Some(it) if it.freed <= 0.0 => Because::FreedNothing,
        Some(it) if it.freed < it.wanted * TOO_LITTLE => Because::FreedLittle,
        Some(_) => Because::Freed,
    }
}

fn of_check_ins(check_ins: Summary) -> Because {
    let occasions = check_ins.occasions();
    if occasions < LEAST_OCCASIONS {
        Because::TooFewCheckIns
    } else if f64::from(check_ins.done) >= f64::from(occasions) * PRACTISED_SHARE {
        Because::Practised
    } else {
        Because::SeldomPractised
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FreedBy;
    use crate::noise::tests::Noise;

    const PRACTISED: Summary = Summary { done: 6, not_done: 4, no_occasion: 2 };
    const SELDOM: Summary = Summary { done: 2, not_done: 8, no_occasion: 0 };
    const LOW: [f64; 6] = [5.0, 5.5, 4.5, 5.0, 5.25, 4.75];
    const HIGH: [f64; 6] = [9.0, 9.5, 8.5, 9.0, 9.25, 8.75];

    fn freed(freed: f64, known: bool) -> Option<Freed> {
        Some(Freed {
            before: 120.0,
            after: 120.0 - freed,
            freed,
            wanted: 120.0,
            known,
            by: FreedBy::Calendar,
        })
    }

    fn ask(before: &[f64], after: &[f64], freed: Option<Freed>, check_ins: Summary) -> Help {
        did_it_help(&Evidence { freed, leading_before: before, leading_after: after, check_ins })
    }

    #[test]
    fn more_leading_and_practice_or_freed_time_is_likely_better() {
        let help = ask(&LOW, &HIGH, None, PRACTISED);
        assert_eq!(help.verdict, Verdict::LikelyBetter);
        assert_eq!(help.because, [Because::LeadingRose, Because::NoDrop, Because::Practised]);
        assert!(help.leading.is_some_and(|it| it.change == 4.0 && it.low > 0.0));
        assert_eq!(ask(&LOW, &HIGH, freed(60.0, true), SELDOM).verdict, Verdict::LikelyBetter);
    }

    #[test]
    fn more_leading_without_anything_done_is_not_claimed() {
        let help = ask(&LOW, &HIGH, freed(59.0, true), SELDOM);
        assert_eq!(help.verdict, Verdict::CannotTellYet);
        assert_eq!(help.because, [Because::LeadingRose, Because::FreedLittle, Because::SeldomPractised]);
    }

    #[test]
    fn less_leading_or_a_wanted_gain_that_is_ruled_out_is_likely_not() {
        assert_eq!(ask(&HIGH, &LOW, freed(120.0, true), PRACTISED).verdict, Verdict::LikelyNot);
        let help = ask(&LOW, &LOW, freed(0.0, true), PRACTISED);
        assert_eq!(help.verdict, Verdict::LikelyNot);
        assert_eq!(help.because, [Because::LeadingWithinNoise, Because::FreedNothing, Because::Practised]);
        assert_eq!(ask(&LOW, &LOW, freed(0.0, false), PRACTISED).verdict, Verdict::CannotTellYet);
        assert_eq!(ask(&LOW, &LOW, freed(100.0, true), PRACTISED).verdict, Verdict::CannotTellYet);
    }

    #[test]
    fn a_wanted_gain_that_noise_may_hide_is_not_denied() {
        let (before, after) = ([2.0, 9.0, 4.0, 8.0, 1.0, 7.0], [8.0, 1.0, 9.0, 3.0, 2.0, 8.0]);
        let help = ask(&before, &after, freed(0.0, true), SELDOM);
        assert!(help.leading.is_some_and(|it| it.high > 2.0));
        assert_eq!(help.verdict, Verdict::CannotTellYet);
    }

    #[test]
    fn a_small_rise_that_nothing_was_done_for_is_neither_claimed_nor_denied() {
        let help = ask(&[5.0; 12], &[6.0; 12], freed(0.0, true), SELDOM);
        assert!(help.leading.is_some_and(|it| it.low > 0.0 && it.high < 2.0));
        assert_eq!(help.verdict, Verdict::CannotTellYet);
    }

    #[test]
    fn too_little_seen_cannot_be_told_whatever_it_looks_like() {
        let help = ask(&LOW[..3], &HIGH, freed(120.0, true), PRACTISED);
        assert_eq!((help.verdict, help.leading), (Verdict::CannotTellYet, None));
        assert_eq!(help.because, [Because::TooFewWeeks, Because::Freed, Because::Practised]);
        let few = Summary { done: 3, not_done: 0, no_occasion: 9 };
        assert_eq!(ask(&[], &[], None, few).because[2], Because::TooFewCheckIns);
    }

    /// Where nothing changed, a manager who practised and freed the time is told "likely better" at most three times in a
    /// hundred: the upper half of the false alarms that `noise` allows.
    #[test]
    fn where_nothing_changed_likely_better_is_rare() {
        let mut noise = Noise(2);
        for correlation in [0.0, 0.3] {
            let better = (0..2000).filter(|_| {
                let weeks = noise.weeks(16, correlation);
                let help = ask(&weeks[..8], &weeks[8..], freed(120.0, true), PRACTISED);
                help.verdict == Verdict::LikelyBetter
            });
            let better = better.count();
            assert!(better <= 60, "{better} of 2000 at correlation {correlation}");
        }
    }
}
