//! Writes a large calendar as Outlook and others would export it, always the same for a seed:
//! `big_calendar [EVENTS] [SEED] > big.ics`. One year from 2026-01-01 holds about three occurrences for each event.

use std::io::{self, BufWriter, Write};

/// The definitions that Outlook writes, in which there is a Windows name and no history.
const ZONES: &str = "BEGIN:VTIMEZONE\r\nTZID:W. Europe Standard Time\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\n\
TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\n\
DTSTART:16010101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3\r\n\
END:DAYLIGHT\r\nEND:VTIMEZONE\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/Stockholm\r\nBEGIN:STANDARD\r\nDTSTART:19961027T030000\r\n\
TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\n\
DTSTART:19960331T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\n\
END:VTIMEZONE\r\n";

const TITLES: [&str; 6] = [
    "Avstämning med enhetschefer",
    "Budget 2026\\, genomgång",
    "Medarbetarsamtal",
    "APT hemtjänsten norr",
    "Ledningsgrupp",
    "Uppföljning sjukfrånvaro och rehabilitering",
];

/// xorshift64*, so that the file needs no crate and never changes.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % sides
    }
}

fn main() -> io::Result<()> {
    let mut arguments = std::env::args().skip(1).map(|argument| argument.parse::<u64>());
    let events = arguments.next().and_then(Result::ok).unwrap_or(20_000);
    let mut dice = Dice(arguments.next().and_then(Result::ok).unwrap_or(7).max(1));
    let mut out = BufWriter::new(io::stdout().lock());
    write!(
        out,
        "BEGIN:VCALENDAR\r\nPRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN\r\nVERSION:2.0\r\nMETHOD:PUBLISH\r\n{ZONES}"
    )?;
    let mut number = 0;
    while number < events {
        number += match dice.roll(100) {
            0..=6 => series(&mut out, &mut dice, number)?,
            7..=11 => all_day(&mut out, &mut dice, number)?,
            _ => meeting(&mut out, &mut dice, number)?,
        };
    }
    write!(out, "END:VCALENDAR\r\n")?;
    out.flush()
}

/// A day of 2026 as month and day, and an hour of work.
fn time(dice: &mut Dice) -> (u64, u64, u64, u64) {
    (dice.roll(12) + 1, dice.roll(28) + 1, dice.roll(9) + 8, dice.roll(2) * 30)
}

fn zone(dice: &mut Dice) -> &'static str {
    if dice.roll(3) == 0 { "Europe/Stockholm" } else { "W. Europe Standard Time" }
}

fn meeting(out: &mut impl Write, dice: &mut Dice, number: u64) -> io::Result<u64> {
    let ((month, day, hour, minute), zone) = (time(dice), zone(dice));
    let start = format!(";TZID={zone}:2026{month:02}{day:02}T{hour:02}{minute:02}00");
    let end = format!(";TZID={zone}:2026{month:02}{day:02}T{:02}{minute:02}00", hour + 1);
    event(out, dice, number, &format!("DTSTART{start}\r\nDTEND{end}\r\n"))?;
    Ok(1)
}

fn all_day(out: &mut impl Write, dice: &mut Dice, number: u64) -> io::Result<u64> {
    let (month, day, ..) = time(dice);
    event(
        out,
        dice,
        number,
        &format!(
            "DTSTART;VALUE=DATE:2026{month:02}{day:02}\r\nDTEND;VALUE=DATE:2026{month:02}{:02}\r\n",
            day + 1
        ),
    )?;
    Ok(1)
}

/// A series from the year before with one removed and one or two changed occurrences.
fn series(out: &mut impl Write, dice: &mut Dice, number: u64) -> io::Result<u64> {
    let ((month, _, hour, minute), zone) = (time(dice), zone(dice));
    // 2025 begins on a Wednesday; the Mondays of a year begin on the sixth.
    let monday = jiff::civil::date(2025, 1, 6) + jiff::Span::new().weeks((month - 1) as i64 * 4);
    let at = |date: jiff::civil::Date, hour: u64| {
        format!(";TZID={zone}:{}T{hour:02}{minute:02}00", date.strftime("%Y%m%d"))
    };
    let (rule, every) = match dice.roll(4) {
        0 => ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", 2),
        1 => ("FREQ=WEEKLY;UNTIL=20261231T220000Z;BYDAY=MO;WKST=MO", 1),
        2 => ("FREQ=MONTHLY;BYDAY=1MO", 52),
        _ => ("FREQ=WEEKLY;BYDAY=MO", 1),
    };
    let week = |n: i64| monday + jiff::Span::new().weeks(n * every);
    let times = format!("DTSTART{}\r\nDTEND{}\r\nRRULE:{rule}\r\n", at(monday, hour), at(monday, hour + 1));
    if every == 52 {
        event(out, dice, number, &times)?;
        return Ok(1);
    }
    let removed = format!("EXDATE{}\r\n", at(week(20 / every), hour));
    event(out, dice, number, &(times + &removed))?;
    let changes = dice.roll(2) + 1;
    for n in 0..changes as i64 {
        let original = week(60 / every + n);
        let times = format!(
            "RECURRENCE-ID{}\r\nDTSTART{}\r\nDTEND{}\r\n",
            at(original, hour),
            at(original + jiff::Span::new().days(1), hour + 1),
            at(original + jiff::Span::new().days(1), hour + 2)
        );
        event(out, dice, number, &times)?;
    }
    Ok(1 + changes)
}

fn event(out: &mut impl Write, dice: &mut Dice, number: u64, times: &str) -> io::Result<()> {
    let title = TITLES[dice.roll(TITLES.len() as u64) as usize];
    write!(
        out,
        "BEGIN:VEVENT\r\nUID:040000008200E00074C5B7101A82E00800000000{number:024X}\r\nDTSTAMP:20251201T080000Z\r\n{times}SUMMARY:{title}\r\n"
    )?;
    write!(
        out,
        "LOCATION:Stadshuset\\, rum {}\r\nSEQUENCE:0\r\nTRANSP:OPAQUE\r\nCLASS:PUBLIC\r\nPRIORITY:5\r\n",
        dice.roll(40)
    )?;
    write!(out, "ORGANIZER;CN=\"Berg, Eva\":mailto:eva.berg@kommun.example\r\n")?;
    for _ in 0..dice.roll(4) {
        let who = dice.roll(900);
        write!(
            out,
            "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TR\r\n UE;CN=\"Person {who}\":mailto:person.{who}@kommun.example\r\n"
        )?;
    }
    if dice.roll(3) == 0 {
        write!(
            out,
            "DESCRIPTION:Dagordning:\\n1. Läget i verksamheten\\n2. Bemanning\\, vikarier\r\n  och schema\\n3. Övriga frågor\\n\\nVälkomna!\r\n"
        )?;
    }
    write!(
        out,
        "X-MICROSOFT-CDO-BUSYSTATUS:BUSY\r\nX-MICROSOFT-CDO-IMPORTANCE:1\r\nBEGIN:VALARM\r\nTRIGGER:-PT15M\r\nACTION:DISPLAY\r\nDESCRIPTION:Reminder\r\nEND:VALARM\r\nEND:VEVENT\r\n"
    )
}
