use jiff::civil::Date;

use crate::Week;

/// So many weeks are shown.
pub const TREND_WEEKS: usize = 12;

/// Leading, week by week, with its mean and noise. No direction and no verdict.
#[derive(Debug, Clone, PartialEq)]
pub struct Trend {
    /// First day and minutes of leadership contribution, the last [`TREND_WEEKS`] at most, in order.
    pub weeks: Vec<(Date, u32)>,
    /// Mean minutes a week; 0 of no weeks.
    pub mean: f64,
    /// Standard deviation from week to week (n - 1), in minutes; `None` of fewer than two weeks.
    pub noise: Option<f64>,
}

impl Trend {
    /// Of the last weeks by date; weeks with nothing booked at all are left out, as holidays say nothing.
    pub fn of(weeks: &[Week]) -> Trend {
        Trend::of_sums(weeks.iter().map(|week| (week.monday, week.leading(), week.booked())))
    }

    /// As [`Trend::of`], of first days, minutes of leadership contribution and all minutes booked.
    pub fn of_sums(weeks: impl Iterator<Item = (Date, u32, u32)>) -> Trend {
        let booked = weeks.filter(|(_, _, booked)| *booked > 0);
        let mut weeks: Vec<(Date, u32)> = booked.map(|(monday, leading, _)| (monday, leading)).collect();
        weeks.sort_unstable();
        let weeks = weeks.split_off(weeks.len().saturating_sub(TREND_WEEKS));
        let n = weeks.len() as f64;
        let mean = weeks.iter().map(|(_, minutes)| f64::from(*minutes)).sum::<f64>() / n.max(1.0);
        let squares: f64 = weeks.iter().map(|(_, minutes)| (f64::from(*minutes) - mean).powi(2)).sum();
        let noise = (weeks.len() > 1).then(|| (squares / (n - 1.0)).sqrt());
        Trend { weeks, mean, noise }
    }
}
