//! Writes a feed with a step's moment and protected leadership time, to be read by other calendar programs:
//! `cargo run -p steps --example feed -- [ZONE]`.

use std::io::Write;

use jiff::civil::{Weekday, date, time};
use steps::{FeedEvent, FeedInput, Holds, Weekdays, feed};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let zone = std::env::args().nth(1).unwrap_or_else(|| "Europe/Stockholm".to_owned());
    let events = [moment()?, leadership_time()?];
    let written = feed(&FeedInput {
        domain: "pejling.example",
        name: "Mina steg, mín tid; hjørnet",
        stamp: "2026-09-07T06:00:00Z".parse()?,
        zone: &zone,
        events: &events,
    })?;
    std::io::stdout().write_all(written.as_bytes())?;
    Ok(())
}

fn moment() -> Result<FeedEvent, &'static str> {
    Ok(FeedEvent {
        key: "step-17".to_owned(),
        sequence: 2,
        holds: Holds::Moment,
        title: "Öva: innan du kritiserar – fråga hur personen själv ser det, och vänta på hela svaret"
            .to_owned(),
        description: "När någon kommer med ett problem; fråga först.\nSedan, och inte förr: säg \\ visa."
            .to_owned(),
        days: Weekdays::new([Weekday::Monday, Weekday::Wednesday]).ok_or("no day")?,
        from: time(8, 15, 0, 0),
        minutes: 10,
        first: date(2026, 9, 8),
        last: Some(date(2026, 11, 30)),
    })
}

fn leadership_time() -> Result<FeedEvent, &'static str> {
    Ok(FeedEvent {
        key: "leadership-time-3".to_owned(),
        sequence: 0,
        holds: Holds::LeadershipTime,
        title: "Ledartid".to_owned(),
        description: String::new(),
        days: Weekdays::new([Weekday::Friday]).ok_or("no day")?,
        from: time(13, 0, 0, 0),
        minutes: 90,
        first: date(2026, 9, 7),
        last: None,
    })
}
