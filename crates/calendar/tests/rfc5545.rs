//! The examples of RFC 5545, section 3.8.5.3, with the dates that it gives.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod support;

use support::{calendar, starts};

/// A rule from 1997-09-02 at 9 in New York, with the days of each month of its first occurrences. `*` ends a list that goes on.
const EXAMPLES: &[(&str, &str)] = &[
    ("FREQ=DAILY;COUNT=10", "1997-09 2 3 4 5 6 7 8 9 10 11"),
    ("FREQ=DAILY;INTERVAL=10;COUNT=5", "1997-09 2 12 22;1997-10 2 12"),
    ("FREQ=WEEKLY;COUNT=10", "1997-09 2 9 16 23 30;1997-10 7 14 21 28;1997-11 4"),
    (
        "FREQ=WEEKLY;UNTIL=19971224T000000Z",
        "1997-09 2 9 16 23 30;1997-10 7 14 21 28;1997-11 4 11 18 25;1997-12 2 9 16 23",
    ),
    (
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
        "1997-09 2 16 30;1997-10 14 28;1997-11 11 25;1997-12 9 23;1998-01 6 20;1998-02 3 *",
    ),
    ("FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH", "1997-09 2 4 9 11 16 18 23 25 30;1997-10 2"),
    ("FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH", "1997-09 2 4 9 11 16 18 23 25 30;1997-10 2"),
    ("FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "1997-09 2 4 16 18 30;1997-10 2 14 16"),
    (
        "FREQ=MONTHLY;BYMONTHDAY=2,15;COUNT=10",
        "1997-09 2 15;1997-10 2 15;1997-11 2 15;1997-12 2 15;1998-01 2 15",
    ),
    (
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
        "1997-09 2 9 16 23 30;1997-11 4 11 18 25;1998-01 6 13 20 27;1998-03 3 10 17 24 31 *",
    ),
    ("FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09 4;1997-10 7;1997-11 6"),
    (
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
        "1996-11 5;2000-11 7;2004-11 2 *",
    ),
    (
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
        "1997-09 29;1997-10 30;1997-11 27;1997-12 30;1998-01 29;1998-02 26;1998-03 30 *",
    ),
    ("FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "1997-09 22;1997-10 20;1997-11 17;1997-12 22;1998-01 19;1998-02 16"),
    (
        "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
        "1997-09 5;1997-10 3;1997-11 7;1997-12 5;1998-01 2;1998-02 6;1998-03 6;1998-04 3;1998-05 1;1998-06 5",
    ),
    ("FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR", "1997-09 5;1997-10 3;1997-11 7;1997-12 5"),
    (
        "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
        "1997-09 7 28;1997-11 2 30;1998-01 4 25;1998-03 1 29;1998-05 3 31",
    ),
    ("FREQ=MONTHLY;BYMONTHDAY=-3", "1997-09 28;1997-10 29;1997-11 28;1997-12 29;1998-01 29;1998-02 26 *"),
    (
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
        "1997-09 30;1997-10 1 31;1997-11 1 30;1997-12 1 31;1998-01 1 31;1998-02 1",
    ),
    (
        "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
        "1997-09 10 11 12 13 14 15;1999-03 10 11 12 13",
    ),
    (
        "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
        "1997-06 10;1997-07 10;1998-06 10;1998-07 10;1999-06 10;1999-07 10;2000-06 10;2000-07 10;2001-06 10;2001-07 10",
    ),
    (
        "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3",
        "1997-03 10;1999-01 10;1999-02 10;1999-03 10;2001-01 10;2001-02 10;2001-03 10;2003-01 10;2003-02 10;2003-03 10",
    ),
    (
        "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
        "1997-01 1;1997-04 10;1997-07 19;2000-01 1;2000-04 9;2000-07 18;2003-01 1;2003-04 10;2003-07 19;2006-01 1",
    ),
    ("FREQ=YEARLY;BYDAY=20MO", "1997-05 19;1998-05 18;1999-05 17 *"),
    ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "1997-05 12;1998-05 11;1999-05 17 *"),
    ("FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "1997-03 13 20 27;1998-03 5 12 19 26;1999-03 4 11 18 25 *"),
    ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "1998-02 13;1998-03 13;1998-11 13;1999-08 13;2000-10 13 *"),
    (
        "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
        "1997-09 13;1997-10 11;1997-11 8;1997-12 13;1998-01 10;1998-02 7;1998-03 7;1998-04 11;1998-05 9;1998-06 13 *",
    ),
    ("FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "2007-01 15 30;2007-02 15;2007-03 15 30"),
];

#[test]
fn the_examples_of_the_standard() {
    for (rule, expected) in EXAMPLES {
        let expected: Vec<String> = expected.split(';').flat_map(days).collect();
        let goes_on = expected.last().is_some_and(|day| day.ends_with('*'));
        let expected: Vec<&String> = expected.iter().filter(|day| !day.ends_with('*')).collect();
        let first = expected[0];
        let text = calendar(&format!(
            "BEGIN:VEVENT|UID:a|DTSTART;TZID=America/New_York:{first}T090000|DURATION:PT1H|RRULE:{rule}|END:VEVENT"
        ));
        let found: Vec<String> =
            starts(&text, "1996-01-01", "2010-01-01").iter().map(|start| start[..8].to_owned()).collect();
        let compared = if goes_on { &found[..expected.len().min(found.len())] } else { &found };
        assert!(compared.iter().eq(expected.iter().copied()), "{rule}: {compared:?} for {expected:?}");
    }
}

/// `1997-09 2 3 *` to `19970902`, `19970903`, `*`.
fn days(month: &str) -> Vec<String> {
    let mut words = month.split(' ');
    let month = words.next().unwrap_or_default().replace('-', "");
    words.map(|day| if day == "*" { day.to_owned() } else { format!("{month}{day:0>2}") }).collect()
}

#[test]
fn the_start_of_the_week_matters() {
    let with = |start: &str| {
        format!(
            "BEGIN:VEVENT|UID:a|DTSTART:19970805T090000|RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST={start}|END:VEVENT"
        )
    };
    let days = |start: &str| starts(&calendar(&with(start)), "1997-01-01", "1998-01-01");
    assert_eq!(days("MO"), ["19970805T0900", "19970810T0900", "19970819T0900", "19970824T0900"]);
    assert_eq!(days("SU"), ["19970805T0900", "19970817T0900", "19970819T0900", "19970831T0900"]);
}

#[test]
fn hours_and_minutes() {
    let on = |rule: &str| {
        let text = calendar(&format!(
            "BEGIN:VEVENT|UID:a|DTSTART;TZID=America/New_York:19970902T090000|RRULE:{rule}|END:VEVENT"
        ));
        starts(&text, "1997-09-01", "1997-09-04")
    };
    assert_eq!(
        on("FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z"),
        ["19970902T1300Z", "19970902T1600Z", "19970902T1900Z"]
    );
    assert_eq!(on("FREQ=MINUTELY;INTERVAL=15;COUNT=6").last().unwrap(), "19970902T1415Z");
    assert_eq!(
        on("FREQ=MINUTELY;INTERVAL=90;COUNT=4"),
        ["19970902T1300Z", "19970902T1430Z", "19970902T1600Z", "19970902T1730Z"]
    );
    let by_day = on("FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40");
    let by_minute = on("FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16");
    assert_eq!(by_day, by_minute);
    assert_eq!(by_day[23], "19970902T2040Z");
    assert_eq!(by_day[24], "19970903T1300Z");
}
