//! Pejling: one program, from the server to the picture of a week in a terminal.

mod account;
mod backups;
mod clockwork;
mod config;
mod connections;
mod demo;
mod doctor;
mod environment;
mod found;
mod installation;
mod link;
mod log;
mod logging;
mod metrics;
mod scim;
mod serve;
mod settings;
mod tls;
mod week;

use std::io::Write;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};
use people::Language;

/// A page is made of hundreds of small texts, and given back at once: the C library's allocator took a sixth of its time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The exit code that asks not to be started again until somebody has set something right: `EX_CONFIG` of `sysexits.h`.
const NOT_SET_RIGHT: u8 = 78;

/// Where a manager's week goes, one step to practise and one thing to drop
#[derive(Parser)]
#[command(name = "pejling", version)]
struct Pejling {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the pages
    Serve(serve::Serve),
    /// Show where the hours of a calendar file went; nothing is stored and nothing is sent
    Week(week::Args),
    /// Bring an invented municipality into an empty installation
    Demo(demo::Demo),
    /// Make a real organisation in an empty installation
    Found(Box<found::Found>),
    /// Print a sign-in link for somebody: for when mail is not yet set up
    Link(link::Link),
    /// Let a directory such as Entra ID in
    Scim(scim::Scim),
    /// Make a backup while people work, and delete the oldest
    Backup(backups::Make),
    /// Put a backup back, once it has been read and found whole
    Restore(backups::Restore),
    /// Copy everything to another database, and compare
    Move(backups::Move),
    /// Look at everything an installation stands on, and say what to do about what is wrong
    Doctor(doctor::Doctor),
    /// See that the log is whole, or print it
    Log(log::Log),
    /// Show settings
    Config(config::Config),
}

fn main() -> ExitCode {
    let done = match Pejling::parse().command {
        Command::Week(args) => return week::run(&args),
        Command::Serve(serve) => serve.run(),
        Command::Demo(demo) => demo.run(),
        Command::Found(found) => found.run(),
        Command::Link(link) => link.run(),
        Command::Scim(scim) => scim.run(),
        Command::Backup(make) => make.run(),
        Command::Restore(restore) => restore.run(),
        Command::Move(to) => to.run(),
        Command::Doctor(doctor) => return doctor.run(),
        Command::Log(log) => log.run(),
        Command::Config(config) => config.run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody is left to tell when standard error is closed.
            let _ = writeln!(std::io::stderr(), "{}", as_called(&format!("pejling: {error:#}")));
            let until_it_is_set_right =
                error.is::<settings::SettingsError>() || error.is::<serve::NotReady>();
            if until_it_is_set_right { ExitCode::from(NOT_SET_RIGHT) } else { ExitCode::FAILURE }
        }
    }
}

/// What a sentence says to run, as whoever reads it runs it: the package calls the program by `sudo pejlingctl`, and says so in
/// the environment.
fn as_called(text: &str) -> String {
    match environment::Environment::of_process().get("PEJLING_CALLED") {
        None => text.to_owned(),
        Some(called) => text.replace("`pejling ", &format!("`{called} ")),
    }
}

/// Writes to standard output. Somebody who stopped reading has read enough.
fn say(text: &str) -> Result<()> {
    let mut out = std::io::stdout();
    match out.write_all(as_called(text).as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        said => Ok(said?),
    }
}

fn language(code: &str) -> Result<Language, String> {
    Language::from_code(code).ok_or_else(|| "say sv, da or en".to_owned())
}
