use jiff::civil::Date;

/// Reads a date in the forms that occur in the Nordic countries: `2026-11-29`, `20261129`, `2026/11/29`, `29-11-2026`, `29.11.2026`,
/// `29/11/2026`, `29/11-2026`; a time of day after it is left out. A year has four digits: of `03-04-05` nobody knows.
pub fn read_date(text: &str) -> Option<Date> {
    let day = text.split(['T', ' ']).next().unwrap_or_default();
    let parts: Vec<&str> = day.split(['-', '.', '/']).collect();
    if parts.iter().any(|part| part.is_empty() || !part.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let (year, month, day) = match parts[..] {
        [all] if all.len() == 8 => (&all[..4], &all[4..6], &all[6..]),
        [year, month, day] if year.len() == 4 && month.len() <= 2 && day.len() <= 2 => (year, month, day),
        [day, month, year] if year.len() == 4 && month.len() <= 2 && day.len() <= 2 => (year, month, day),
        _ => return None,
    };
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn national_forms_are_read() {
        for text in [
            "2026-11-29",
            "20261129",
            "2026/11/29",
            "2026.11.29",
            "29-11-2026",
            "29.11.2026",
            "29/11/2026",
            "29/11-2026",
            "2026-11-29T00:00:00",
            "2026-11-29 08:30",
        ] {
            assert_eq!(read_date(text), Some(date(2026, 11, 29)), "{text}");
        }
        assert_eq!(read_date("1.2.2026"), Some(date(2026, 2, 1)));
    }

    #[test]
    fn what_may_mean_two_days_is_refused() {
        for text in [
            "",
            "03-04-05",
            "29-11-26",
            "2026-13-01",
            "2026-02-30",
            "tillsvidare",
            "-",
            "2026",
            "2026-11",
            "12345678901",
        ] {
            assert_eq!(read_date(text), None, "{text}");
        }
    }
}
