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

#[test]
fn less_than_an_hour_is_said_in_minutes() {
    let said = |lead, booked| {
        Language::ALL.map(|language| said::sentence(lead, booked, language, words::of(language)))
    };
    assert_eq!(
        said(30, 60),
        [
            "30 minuter av 1 timme gick till att leda.",
            "30 minutter af 1 time gik til at lede.",
            "30 minutes of 1 hour went to leading."
        ]
    );
    assert_eq!(said(1, 390)[0], "1 minut av 6,5 timmar gick till att leda.");
    assert_eq!((said(0, 60), said(0, 63)[0].as_str()), (said(0, 62), "0 av 1,1 timmar gick till att leda."));
    assert_eq!(said(0, 390)[2], "0 of 6.5 hours went to leading.");
    assert_eq!(said(90, 390)[1], "1,5 af 6,5 timer gik til at lede.");
}
