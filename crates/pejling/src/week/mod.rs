//! `pejling week`: where the hours of a calendar file went, in a terminal. Nothing is stored, nothing is sent.

mod file;
mod json;
mod look;
mod paint;
mod picture;
mod said;
#[cfg(test)]
mod tests;

use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use actions::Clock;
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use people::Language;
use week::Window;

use crate::environment::Environment;
use look::{Look, NoLook};
use paint::{Colour, Paint};

/// The narrowest picture that is still one, and the widest that is still read with ease.
const WIDTHS: (usize, usize) = (40, 100);
/// The width where nothing says how wide a terminal is.
const USUAL_WIDTH: usize = 80;

const AFTER_HELP: &str = "\
Exit codes: 0 a picture was shown; 1 the file cannot be read; 2 the command line is wrong;
3 nothing is booked in the weeks asked for.

The JSON is described by docs/json/week.schema.json; it holds no titles unless --titles is given.";

/// Show where the hours of a calendar file went; nothing is stored and nothing is sent
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Args {
    /// A calendar as Outlook, Google, Apple or Nextcloud exports it (.ics); - reads standard input
    file: PathBuf,
    /// A day in the first week [without it: the weeks up to last Sunday]
    #[arg(long, value_name = "DATE")]
    from: Option<Date>,
    /// How many weeks
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=i64::from(week::MAX_WEEKS)))]
    weeks: u32,
    /// Your time zone, an IANA name [without it: Europe/Stockholm, or Europe/Copenhagen in Danish]
    #[arg(long, value_name = "ZONE", value_parser = zone)]
    tz: Option<TimeZone>,
    /// sv, da or en [without it: that of the terminal, else sv]
    #[arg(long, value_name = "LANGUAGE", value_parser = crate::language)]
    lang: Option<Language>,
    /// Write JSON instead of a picture
    #[arg(long)]
    json: bool,
    /// Your mail address, to tell you among those invited; may be given several times
    #[arg(long, value_name = "MAIL")]
    me: Vec<String>,
    /// Your manager's mail address, to tell time alone with them
    #[arg(long, value_name = "MAIL")]
    manager: Option<String>,
    /// Show titles in the JSON too
    #[arg(long, conflicts_with = "no_titles")]
    titles: bool,
    /// Leave titles out of the picture
    #[arg(long)]
    no_titles: bool,
    /// In colour; auto looks at the terminal and at NO_COLOR
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    color: Colour,
}

fn zone(name: &str) -> Result<TimeZone, String> {
    TimeZone::get(name).map_err(|_| "write a name such as Europe/Stockholm".to_owned())
}

/// Runs it, and says how it went by the exit code.
pub(crate) fn run(args: &Args) -> ExitCode {
    let environment = Environment::of_process();
    let language = args.lang.unwrap_or_else(|| spoken(&environment));
    let words = words::of(language);
    let complain = |sentence: &str| {
        // Nobody is left to tell when standard error is closed.
        let _ = writeln!(std::io::stderr(), "{sentence}");
    };
    let zone = args.tz.clone().unwrap_or_else(|| home(language));
    let today = Clock::System.now().to_zoned(zone.clone()).date();
    let window = match window(args.from, args.weeks, today) {
        Ok(window) => window,
        Err(refused) => {
            complain(&refused.to_string());
            return ExitCode::from(2);
        }
    };
    let bytes = match file::read(&args.file, words) {
        Ok(bytes) => bytes,
        Err(sentence) => {
            complain(&sentence);
            return ExitCode::FAILURE;
        }
    };
    let big = bytes.len() > file::PROGRESS_FROM_BYTES;
    let progress = |sentence: String| {
        if big {
            complain(&sentence)
        }
    };
    let mails: Vec<&str> = args.me.iter().map(String::as_str).collect();
    let owner = week::Owner { mails: &mails, manager: args.manager.as_deref() };
    let name = file::name(&args.file);
    let look = |look: &Look<'_>| show(args, language, &environment, look);
    match look::look(&bytes, &window, &zone, &owner, words, &progress, look) {
        Ok(text) => crate::say(&text).map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS),
        Err(NoLook::Refused(refusal)) => {
            complain(&said::refusal(&name, &refusal, words));
            ExitCode::FAILURE
        }
        Err(NoLook::TooMany(bookings)) => {
            complain(&words.terminal_too_many_bookings(bookings as i64));
            ExitCode::FAILURE
        }
        Err(NoLook::Nothing(sentence)) => {
            complain(&sentence);
            ExitCode::from(3)
        }
    }
}

fn show(args: &Args, language: Language, environment: &Environment, look: &Look<'_>) -> String {
    if args.json {
        return json::write(look, args.titles);
    }
    let terminal = std::io::stdout().is_terminal();
    let paint = Paint::new(args.color, terminal, environment);
    picture::draw(look, language, paint, width(environment), !args.no_titles)
}

/// How many columns the picture may have.
fn width(environment: &Environment) -> usize {
    let told = environment.get("COLUMNS").and_then(|columns| columns.parse().ok());
    let measured = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    told.or_else(measured).unwrap_or(USUAL_WIDTH).clamp(WIDTHS.0, WIDTHS.1)
}

/// The weeks asked for; without a first day, those that end with the last whole week.
fn window(from: Option<Date>, weeks: u32, today: Date) -> Result<Window, week::WindowError> {
    let first = from.unwrap_or_else(|| today.saturating_sub(i64::from(weeks).weeks()));
    Window::new(first, weeks)
}

/// The language of the terminal, as POSIX says it.
fn spoken(environment: &Environment) -> Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| environment.get(name));
    let code = locale.and_then(|locale| locale.get(..2)).unwrap_or_default();
    Language::from_code(code).unwrap_or_default()
}

fn home(language: Language) -> TimeZone {
    let name = if language == Language::Da { "Europe/Copenhagen" } else { "Europe/Stockholm" };
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}
