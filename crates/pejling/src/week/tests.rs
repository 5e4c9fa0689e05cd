use jiff::civil::date;

use super::*;

#[test]
fn without_a_day_the_window_ends_with_the_last_whole_week() {
    // A Sunday's week is not over.
    for today in [date(2026, 11, 22), date(2026, 11, 16)] {
        let last = window(None, 1, today).unwrap();
        assert_eq!((last.monday(), last.end()), (date(2026, 11, 9), date(2026, 11, 16)));
    }
    let four = window(None, 4, date(2026, 11, 18)).unwrap();
    assert_eq!((four.monday(), four.end()), (date(2026, 10, 19), date(2026, 11, 16)));
    assert_eq!(window(Some(date(2026, 1, 1)), 1, date(2026, 11, 18)).unwrap().monday(), date(2025, 12, 29));
}

#[test]
fn the_terminals_language_is_spoken_where_it_is_ours() {
    let spoken = |pairs: [(&str, &str); 1]| spoken(&Environment::from(pairs));
    assert_eq!(spoken([("LANG", "da_DK.UTF-8")]), Language::Da);
    assert_eq!(spoken([("LC_ALL", "en_GB.UTF-8")]), Language::En);
    assert_eq!(spoken([("LANG", "C.UTF-8")]), Language::Sv);
    assert_eq!(spoken([("LANG", "å")]), Language::Sv);
}
