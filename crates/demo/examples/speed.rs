//! How long a large municipality takes: `cargo run --release -p demo --example speed`.
#![allow(clippy::print_stdout, reason = "that is what it is for")]

use std::time::Instant;

use demo::{Request, Weeks, generate};
use jiff::civil::date;
use people::Language;

fn main() {
    for employees in [5_000, 50_000, 200_000] {
        let begun = Instant::now();
        let demo =
            generate(&Request { employees, seed: 7, today: date(2026, 10, 14), language: Language::Sv });
        let made = begun.elapsed();
        let calendar = demo.calendar_for(demo.personas().manager, Weeks::default()).unwrap_or_default();
        println!(
            "{employees} employees in {made:.1?}, {} units; one calendar of {} bytes in {:.1?}",
            demo.units.len(),
            calendar.len(),
            begun.elapsed() - made
        );
    }
}
