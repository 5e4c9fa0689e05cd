//! Writes a persona's calendar to standard output: `cargo run -p demo --example calendar -- sv manager 7 > my.ics`.
#![allow(clippy::print_stdout, reason = "that is what it is for")]

use demo::{Request, Weeks, generate};
use jiff::civil::date;
use people::Language;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let word = |place: usize| words.get(place).map(String::as_str);
    let language = match word(0) {
        Some("da") => Language::Da,
        Some("en") => Language::En,
        _ => Language::Sv,
    };
    let seed = word(2).and_then(|seed| seed.parse().ok()).unwrap_or(7);
    let demo = generate(&Request { employees: 5000, seed, today: date(2026, 10, 14), language });
    let who = match word(1) {
        Some("second") => demo.personas().second_manager,
        Some("top") => demo.personas().top_manager,
        _ => demo.personas().manager,
    };
    print!("{}", demo.calendar_for(who, Weeks::default()).unwrap_or_default());
}
