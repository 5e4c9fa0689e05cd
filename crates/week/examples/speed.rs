//! How long an analysis takes: `cargo run --release -p week --example speed`.
#![allow(clippy::print_stdout, reason = "an example's answer is what it prints")]

use std::time::Instant;

use jiff::SignedDuration;
use jiff::civil::date;
use week::{Booking, Key, Lessons, Settings, Window, analyse};

const TITLES: [&str; 8] = [
    "Ledningsgrupp",
    "Medarbetarsamtal",
    "Schema och bemanning",
    "APT hemtjänst",
    "Lunch",
    "Budgetmøde",
    "Weekly team meeting",
    "Möte med leverantör av städ",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let settings = Settings::in_zone("Europe/Stockholm")?;
    let window = Window::new(date(2026, 1, 5), 52)?;
    let start = date(2026, 1, 5).at(0, 0, 0, 0).to_zoned(settings.zone.clone())?.timestamp();
    let year = |n: i64, own_titles: bool| -> Vec<Booking> {
        (0..n)
            .map(|i| {
                let from = start + SignedDuration::from_mins(i * 7_919 % 524_000);
                let title = TITLES[(i % 8) as usize];
                let title = if own_titles { format!("{title} {}", letters(i)) } else { title.to_owned() };
                Booking {
                    people: (i % 11) as u32,
                    ..Booking::own(&title, from, from + SignedDuration::from_mins(60))
                }
            })
            .collect()
    };
    for (name, bookings) in [
        ("60 000 bookings, 8 titles", year(60_000, false)),
        ("20 000 bookings, each its own title", year(20_000, true)),
        ("600 bookings", year(600, true)),
    ] {
        let before = Instant::now();
        let analysis = analyse(&bookings, &settings, &Lessons::none(Key::new([1; 32])), &window)?;
        println!("{name}: {} series, {:.0} ms", analysis.reviews.len(), before.elapsed().as_secs_f64() * 1e3);
    }
    Ok(())
}

/// A word of its own for each number.
fn letters(mut n: i64) -> String {
    let mut word = String::from("x");
    while n > 0 {
        word.push(char::from(b'a' + (n % 26) as u8));
        n /= 26;
    }
    word
}
