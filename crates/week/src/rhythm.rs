use jiff::civil::Date;

/// How often a series comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rhythm {
    /// Seen once.
    Once,
    /// Most working days.
    Daily,
    /// So many times a week, 2 to 4.
    TimesAWeek(u8),
    /// Once a week.
    Weekly,
    /// Every so many weeks, 2 to 8.
    EveryWeeks(u8),
    /// Once a month, by date or by weekday.
    Monthly,
    /// None of these.
    Irregular,
}

/// This share of the gaps must agree for a rhythm.
const AGREE: f64 = 0.6;

impl Rhythm {
    /// From the days a series came, in order and each once.
    pub(crate) fn of(days: &[Date]) -> Rhythm {
        let gaps: Vec<i32> = days.windows(2).map(|pair| (pair[1] - pair[0]).get_days()).collect();
        if gaps.is_empty() {
            return Rhythm::Once;
        }
        if let Some(rhythm) = within_a_week(days, &gaps) {
            return rhythm;
        }
        let share = |fits: &dyn Fn(i32) -> bool| {
            gaps.iter().filter(|gap| fits(**gap)).count() as f64 >= AGREE * gaps.len() as f64
        };
        if let Some(weeks) = (1..=8).find(|weeks| share(&|gap| (gap - 7 * i32::from(*weeks)).abs() <= 1)) {
            // The same weekday of each month is 28 or 35 days on: four weeks only when it never is 35 or a date.
            let monthly = weeks == 4 && (gaps.len() < 3 || gaps.iter().any(|gap| *gap != 28));
            return match weeks {
                _ if monthly => Rhythm::Monthly,
                1 => Rhythm::Weekly,
                _ => Rhythm::EveryWeeks(weeks),
            };
        }
        if share(&|gap| (26..=37).contains(&gap)) { Rhythm::Monthly } else { Rhythm::Irregular }
    }

    /// Times in a year of so many working weeks; `None` when the rhythm does not say.
    pub(crate) fn times_a_year(self, weeks: u32) -> Option<f64> {
        let weeks = f64::from(weeks);
        match self {
            Rhythm::Once | Rhythm::Irregular => None,
            Rhythm::Daily => Some(weeks * 5.0),
            Rhythm::TimesAWeek(times) => Some(weeks * f64::from(times)),
            Rhythm::Weekly => Some(weeks),
            Rhythm::EveryWeeks(every) => Some(weeks / f64::from(every)),
            Rhythm::Monthly => Some(weeks * 12.0 / 52.0),
        }
    }

    /// Days from one time to the next, about.
    pub(crate) const fn period_days(self) -> Option<i32> {
        match self {
            Rhythm::Once | Rhythm::Irregular => None,
            Rhythm::Daily | Rhythm::TimesAWeek(_) | Rhythm::Weekly => Some(7),
            Rhythm::EveryWeeks(every) => Some(7 * every as i32),
            Rhythm::Monthly => Some(35),
        }
    }
}

/// Several times a week, when that holds for most of the weeks it came in.
fn within_a_week(days: &[Date], gaps: &[i32]) -> Option<Rhythm> {
    let short = gaps.iter().filter(|gap| **gap < 6).count() as f64;
    if days.len() < 4 || short < AGREE * 0.5 * gaps.len() as f64 {
        return None;
    }
    let mut weeks: Vec<(Date, u32)> = Vec::new();
    for day in days {
        let monday = crate::window::monday_of(*day);
        match weeks.last_mut().filter(|(last, _)| *last == monday) {
            Some((_, times)) => *times += 1,
            None => weeks.push((monday, 1)),
        }
    }
    let mut times: Vec<u32> = weeks.iter().map(|(_, times)| *times).collect();
    times.sort_unstable();
    match times[times.len() / 2] {
        0 | 1 => None,
        times @ 2..=4 if weeks.len() > 1 => Some(Rhythm::TimesAWeek(times as u8)),
        5.. => Some(Rhythm::Daily),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;
    use jiff::civil::date;

    fn every(days: i64, times: i64) -> Vec<Date> {
        (0..times).map(|i| date(2026, 1, 5).checked_add((i * days).days()).unwrap()).collect()
    }

    #[test]
    fn reads_plain_rhythms() {
        assert_eq!(Rhythm::of(&every(7, 1)), Rhythm::Once);
        assert_eq!(Rhythm::of(&every(7, 6)), Rhythm::Weekly);
        assert_eq!(Rhythm::of(&every(14, 4)), Rhythm::EveryWeeks(2));
        assert_eq!(Rhythm::of(&every(28, 5)), Rhythm::EveryWeeks(4));
        assert_eq!(Rhythm::of(&every(100, 3)), Rhythm::Irregular);
    }

    #[test]
    fn a_missed_week_does_not_break_it() {
        let mut days = every(7, 8);
        days.remove(3);
        assert_eq!(Rhythm::of(&days), Rhythm::Weekly);
    }

    #[test]
    fn workdays_are_daily_and_two_a_week_are_two() {
        let workdays: Vec<Date> =
            every(1, 21).into_iter().filter(|day| day.weekday().to_monday_zero_offset() < 5).collect();
        assert_eq!(Rhythm::of(&workdays), Rhythm::Daily);
        let mut twice = every(7, 6);
        twice.extend(every(7, 6).iter().map(|day| day.checked_add(2.days()).unwrap()));
        twice.sort_unstable();
        assert_eq!(Rhythm::of(&twice), Rhythm::TimesAWeek(2));
    }

    #[test]
    fn dates_and_weekdays_of_the_month_are_monthly() {
        let dates: Vec<Date> = (1..=6).map(|month| date(2026, month, 12)).collect();
        assert_eq!(Rhythm::of(&dates), Rhythm::Monthly);
        let second_tuesdays =
            [date(2026, 1, 13), date(2026, 2, 10), date(2026, 3, 10), date(2026, 4, 14), date(2026, 5, 12)];
        assert_eq!(Rhythm::of(&second_tuesdays), Rhythm::Monthly);
    }
}
