//! Any bytes are read, expanded and asked for their texts, under small limits.

#![no_main]

use calendar::{Limits, Window, read};
use jiff::tz::TimeZone;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits { occurrences: 2_000, occurrences_per_event: 500, steps_per_rule: 5_000, steps: 20_000, ..Limits::default() };
    let Ok(calendar) = read(bytes, &limits) else { return };
    for event in calendar.events() {
        let _ = (event.uid(), event.title(), event.location(), event.description(), event.organizer());
        let _ = (event.people(), event.declined(), event.categories().count());
    }
    let at = |seconds| jiff::Timestamp::from_second(seconds).unwrap_or_default();
    let window = Window { from: at(1_767_225_600), to: at(1_798_761_600), home: TimeZone::UTC };
    for occurrence in &calendar.occurrences(&window).list {
        assert!(occurrence.starts_at() <= occurrence.ends_at());
        let _ = (occurrence.start(), occurrence.end(), occurrence.original());
    }
});
