//! What a manager has to lead with, and what their weeks are made of: the figures they can take upward.

use ::week::{Kind, Size, gap};
use access::Actor;
use jiff::civil::{Date, Weekday};
use people::Conditions;
use store::week::{Hours, StoredWeek};

use crate::{Fault, Tx, week::WEEKS};

/// The figures of one manager, in one picture of the database.
#[derive(Debug, Clone)]
pub struct Upward {
    /// How the assignment is built.
    pub conditions: Conditions,
    /// Means over the latest weeks; `None` before any is imported.
    pub weeks: Option<Means>,
}

/// Means over weeks. Minutes and counts are a week unless they say otherwise; shares are per cent of working time, which
/// is the contract less days away, or what is booked in a week with more.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Means {
    /// How many weeks: those without any work are left out.
    pub weeks: u32,
    /// The Monday of the first.
    pub first: Date,
    /// The Monday of the last.
    pub last: Date,
    /// Minutes booked.
    pub booked: f64,
    /// Of these, minutes outside working hours.
    pub outside: f64,
    /// Share booked with at least one other.
    pub meetings: f64,
    /// Share of administration: booked, and what the manager reckons beside it.
    pub administration: f64,
    /// How much of that share the manager reckons: it is in no calendar.
    pub reckoned: f64,
    /// Minutes alone with the own manager.
    pub own_manager: f64,
    /// The same as a share.
    pub own_manager_share: f64,
    /// Stretches of [`::week::UNDISTURBED_MINUTES`] or more with nothing booked, each working day.
    pub undisturbed: f64,
    /// Talks between two, those with the own manager left out.
    pub one_to_ones: f64,
}

/// The actor's figures from the latest [`WEEKS`] imported weeks.
///
/// # Errors
/// A fault.
pub fn upward(tx: &mut Tx<'_>, by: &Actor, today: Date) -> Result<Upward, Fault> {
    let conditions = store::organisations::conditions(tx, by.organisation, by.person, today)?;
    let hours = store::week::hours(tx, by)?;
    let weeks = store::week::weeks(tx, by, Date::MAX, WEEKS)?;
    Ok(Upward { conditions, weeks: means(&weeks, &hours) })
}

/// Sums over weeks, from which the means come.
#[derive(Default)]
struct Sums {
    weeks: u32,
    days: u32,
    working: u32,
    booked: u32,
    outside: u32,
    meetings: u32,
    administration: u32,
    reckoned: u32,
    own_manager: u32,
    undisturbed: u32,
    one_to_ones: u32,
}

/// The means over `weeks`, latest first; `None` without a week that has any work.
pub fn means(weeks: &[StoredWeek], hours: &Hours) -> Option<Means> {
    let worked: Vec<_> =
        weeks.iter().filter(|week| week.week.booked() > 0 || week.week.facts.working > 0).collect();
    let (last, first) = (worked.first()?.week.monday, worked.last()?.week.monday);
    let mut sums = Sums::default();
    for week in worked {
        sums.add(week, hours);
    }
    let mean = |sum: u32| f64::from(sum) / f64::from(sums.weeks);
    let share =
        |sum: u32| if sums.working == 0 { 0.0 } else { f64::from(sum) * 100.0 / f64::from(sums.working) };
    Some(Means {
        weeks: sums.weeks,
        first,
        last,
        booked: mean(sums.booked),
        outside: mean(sums.outside),
        meetings: share(sums.meetings),
        administration: share(sums.administration + sums.reckoned),
        reckoned: share(sums.reckoned),
        own_manager: mean(sums.own_manager),
        own_manager_share: share(sums.own_manager),
        undisturbed: if sums.days == 0 { 0.0 } else { f64::from(sums.undisturbed) / f64::from(sums.days) },
        one_to_ones: mean(sums.one_to_ones),
    })
}

impl Sums {
    fn add(&mut self, stored: &StoredWeek, hours: &Hours) {
        let (week, facts) = (&stored.week, &stored.week.facts);
        let workdays: Vec<usize> = (0..7).filter(|day| hours.working.on(weekday(*day)).is_some()).collect();
        let away = workdays.iter().filter(|day| facts.away[**day]).count();
        let contract = hours.contract.less_days_away(u32::try_from(away).unwrap_or(5));
        let booked = week.booked();
        let alone = Size::ALL.iter().zip(&facts.sizes).filter(|(size, _)| **size == Size::Alone);
        let alone: u32 = alone.map(|(_, tally)| tally.minutes).sum();
        let sizes: u32 = facts.sizes.iter().map(|tally| tally.minutes).sum();
        self.weeks += 1;
        self.days += u32::try_from(workdays.len() - away).unwrap_or(0);
        self.working += contract.max(booked);
        self.booked += booked;
        self.outside += facts.outside_hours;
        self.meetings += sizes - alone;
        self.administration += week.minutes().of(Kind::Administration);
        self.reckoned +=
            stored.unplanned.map_or(0, |spread| gap(contract, facts.inside_hours, spread).administration);
        self.own_manager += facts.with_own_manager.minutes;
        self.undisturbed += workdays
            .iter()
            .filter(|day| !facts.away[**day])
            .map(|day| facts.undisturbed[*day].times)
            .sum::<u32>();
        self.one_to_ones += facts.one_to_ones.times;
    }
}

fn weekday(day: usize) -> Weekday {
    Weekday::Monday.wrapping_add(i64::try_from(day).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::week::{Facts, Minutes, Place, Quarters, Tally, Unplanned, Week};
    use jiff::Timestamp;
    use jiff::civil::date;

    fn week(monday: Date, facts: Facts, administration: u32, coordination: u32) -> StoredWeek {
        let mut days = [Minutes::default(); 7];
        days[0].add(Place::Administration, administration);
        days[1].add(Place::Coordination, coordination);
        StoredWeek {
            week: Week { monday, days, facts },
            imported_at: Timestamp::UNIX_EPOCH,
            guess: None,
            unplanned: None,
        }
    }

    fn tally(times: u32, minutes: u32) -> Tally {
        Tally { times, minutes }
    }

    #[test]
    fn nothing_is_said_without_work() {
        let hours = Hours::default();
        assert_eq!(means(&[], &hours), None);
        let empty = week(date(2026, 11, 9), Facts { away: [true; 7], ..Facts::default() }, 0, 0);
        assert_eq!(means(&[empty], &hours), None);
    }

    // By hand: a contract of 2400 minutes, two weeks; the second has one working day away, so 2400 + 1920 = 4320.
    #[test]
    fn shares_are_of_working_time_and_means_of_weeks() {
        let full = Facts {
            working: 2700,
            outside_hours: 120,
            undisturbed: [tally(2, 90); 7],
            one_to_ones: tally(3, 90),
            with_own_manager: tally(1, 30),
            sizes: [tally(2, 200), tally(3, 300), tally(1, 100), tally(0, 0), tally(1, 48)],
            ..Facts::default()
        };
        let mut short = Facts {
            working: 2160,
            inside_hours: 432,
            sizes: [tally(1, 432), tally(0, 0), tally(0, 0), tally(0, 0), tally(0, 0)],
            ..Facts::default()
        };
        short.away[4] = true;
        let mut weeks = [week(date(2026, 11, 16), short, 432, 0), week(date(2026, 11, 9), full, 216, 432)];
        let means = means(&weeks, &Hours::default()).unwrap();
        assert_eq!((means.weeks, means.first, means.last), (2, date(2026, 11, 9), date(2026, 11, 16)));
        assert_eq!((means.booked, means.outside), (540.0, 60.0));
        assert!((means.meetings - 448.0 * 100.0 / 4320.0).abs() < 1e-9);
        assert!((means.administration - 15.0).abs() < 1e-9);
        assert_eq!(means.reckoned, 0.0);
        assert_eq!(means.own_manager, 15.0);
        // Five days of two, then four of none: the weekend is no working day.
        assert!((means.undisturbed - 10.0 / 9.0).abs() < 1e-9);
        assert_eq!(means.one_to_ones, 1.5);

        // Half of what is not booked in the second week: (1920 - 432) / 2 = 744.
        let half = Quarters::new(2).unwrap();
        let none = Quarters::default();
        weeks[0].unplanned = Some(Unplanned::new(none, half, none, none).unwrap());
        let reckoned = super::means(&weeks, &Hours::default()).unwrap();
        assert!((reckoned.reckoned - 744.0 * 100.0 / 4320.0).abs() < 1e-9);
        assert!((reckoned.administration - (648.0 + 744.0) * 100.0 / 4320.0).abs() < 1e-9);
    }

    #[test]
    fn more_booked_than_the_contract_makes_no_share_above_the_whole() {
        let facts = Facts {
            sizes: [tally(0, 0), tally(9, 3000), tally(0, 0), tally(0, 0), tally(0, 0)],
            ..Facts::default()
        };
        let means = means(&[week(date(2026, 11, 9), facts, 3000, 0)], &Hours::default()).unwrap();
        assert_eq!((means.meetings, means.administration), (100.0, 100.0));
    }
}
