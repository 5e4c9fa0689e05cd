//! Reads a calendar and expands one window, and prints occurrences, a checksum of the starts, milliseconds and peak memory in
//! kB: `measure FILE.ics FROM TO`, dates in UTC. The counterpart of `bench/calendar/libical.c`.

use std::error::Error;
use std::io::Write;
use std::time::Instant;

use calendar::{Limits, Window};
use jiff::civil::Date;
use jiff::tz::TimeZone;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, from, to] = arguments.as_slice() else { return Err("usage: measure FILE.ics FROM TO".into()) };
    let day = |text: &str| -> Result<_, Box<dyn Error>> {
        Ok(text.parse::<Date>()?.to_zoned(TimeZone::UTC)?.timestamp())
    };
    let window = Window { from: day(from)?, to: day(to)?, home: TimeZone::UTC };
    let bytes = std::fs::read(file)?;
    let begin = Instant::now();
    let calendar = calendar::read(&bytes, &Limits { bytes: usize::MAX, ..Limits::default() })?;
    let read = begin.elapsed();
    let occurrences = calendar.occurrences(&window);
    let starts = occurrences.list.iter().map(|occurrence| occurrence.starts_at().as_second());
    let starts = starts.filter(|start| *start >= window.from.as_second());
    let (count, sum) =
        starts.fold((0u64, 0u64), |(count, sum), start| (count + 1, sum.wrapping_add_signed(start)));
    let elapsed = begin.elapsed();
    eprintln!(
        "read {:.1} ms, expand {:.1} ms",
        read.as_secs_f64() * 1e3,
        (elapsed - read).as_secs_f64() * 1e3
    );
    let milliseconds = elapsed.as_secs_f64() * 1e3;
    writeln!(std::io::stdout(), "{count} {sum} {milliseconds:.1} {}", peak_memory())?;
    Ok(())
}

/// `VmHWM` of Linux, in kB; 0 where there is none.
fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
