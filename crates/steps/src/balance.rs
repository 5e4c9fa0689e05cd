use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::{CheckIns, Done, Side};

/// A step as the balance sees it.
#[derive(Debug, Clone, Copy)]
pub struct StepDays<'a> {
    /// Its side.
    pub side: Side,
    /// The day it began.
    pub began: Date,
    /// Its check-ins.
    pub check_ins: &'a CheckIns,
}

/// How many of each side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sides {
    /// On the challenge side.
    pub challenge: u32,
    /// On the care side.
    pub care: u32,
}

impl Sides {
    /// Both together.
    pub fn both(self) -> u32 {
        self.challenge + self.care
    }

    /// How many on this side.
    pub fn of(self, side: Side) -> u32 {
        match side {
            Side::Challenge => self.challenge,
            Side::Care => self.care,
        }
    }

    /// This side's share, 0 to 1; `None` when there is nothing to share.
    pub fn share(self, side: Side) -> Option<f64> {
        (self.both() > 0).then(|| f64::from(self.of(side)) / f64::from(self.both()))
    }

    fn add(&mut self, side: Side) {
        match side {
            Side::Challenge => self.challenge += 1,
            Side::Care => self.care += 1,
        }
    }
}

/// One calendar month in the balance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month {
    /// Its first day.
    pub first: Date,
    /// Steps begun in it.
    pub steps: Sides,
    /// Days practised in it.
    pub days: Sides,
}

/// Challenge and care over time. There is no right share: tough care is both.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Balance {
    /// Steps begun, in all.
    pub steps: Sides,
    /// Days practised, in all.
    pub days: Sides,
    /// The months in which something happened, oldest first.
    pub months: Vec<Month>,
}

/// Counts steps begun and days practised (checked in as done) by side, in all and by month.
pub fn balance<'a>(steps: impl IntoIterator<Item = StepDays<'a>>) -> Balance {
    let mut whole = Balance::default();
    let mut months: BTreeMap<Date, Month> = BTreeMap::new();
    for step in steps {
        whole.steps.add(step.side);
        month_of(&mut months, step.began).steps.add(step.side);
        for check_in in step.check_ins.iter().filter(|it| it.outcome == Done::Done) {
            whole.days.add(step.side);
            month_of(&mut months, check_in.on).days.add(step.side);
        }
    }
    whole.months = months.into_values().collect();
    whole
}

fn month_of(months: &mut BTreeMap<Date, Month>, day: Date) -> &mut Month {
    let first = day.first_of_month();
    months.entry(first).or_insert(Month { first, steps: Sides::default(), days: Sides::default() })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::CheckIn;

    fn check_ins(days: &[(i8, i8, Done)]) -> CheckIns {
        let check_in = |&(month, day, outcome)| CheckIn { on: date(2026, month, day), outcome, words: None };
        days.iter().map(check_in).collect()
    }

    #[test]
    fn days_practised_are_counted_on_their_side_and_in_their_month() {
        let hard = check_ins(&[(9, 8, Done::Done), (9, 9, Done::NotDone), (10, 1, Done::Done)]);
        let soft = check_ins(&[(10, 1, Done::Done), (10, 2, Done::Done), (10, 31, Done::NoOccasion)]);
        let seen = balance([
            StepDays { side: Side::Care, began: date(2026, 9, 30), check_ins: &soft },
            StepDays { side: Side::Challenge, began: date(2026, 9, 7), check_ins: &hard },
        ]);
        assert_eq!(seen.steps, Sides { challenge: 1, care: 1 });
        assert_eq!(seen.days, Sides { challenge: 2, care: 2 });
        assert_eq!(
            seen.months,
            [
                Month {
                    first: date(2026, 9, 1),
                    steps: Sides { challenge: 1, care: 1 },
                    days: Sides { challenge: 1, care: 0 },
                },
                Month {
                    first: date(2026, 10, 1),
                    steps: Sides { challenge: 0, care: 0 },
                    days: Sides { challenge: 1, care: 2 },
                },
            ]
        );
        assert_eq!(seen.months[1].days.share(Side::Care), Some(2.0 / 3.0));
    }

    #[test]
    fn nothing_has_no_share() {
        assert_eq!(balance([]), Balance::default());
        assert_eq!(Sides::default().share(Side::Care), None);
    }
}
