//! Settings, shown.

use std::fmt::Write as _;

use actions::{Place, Wire};
use anyhow::Result;
use mail::Security;

use crate::installation::Which;
use crate::settings::{EXAMPLE, Settings};

#[derive(clap::Args)]
pub(crate) struct Config {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// Print a commented file of settings to begin with
    Example,
    /// Read the settings as `serve` would, and say what holds; secrets are left out
    Show(Which),
}

impl Config {
    pub(crate) fn run(&self) -> Result<()> {
        match &self.what {
            What::Example => crate::say(EXAMPLE),
            What::Show(which) => crate::say(&show(&which.settings(&[])?)?),
        }
    }
}

fn show(settings: &Settings) -> Result<String, std::fmt::Error> {
    let mut text = String::new();
    let Settings {
        address,
        listen,
        data,
        database,
        mail,
        proxies,
        calendar_hosts,
        backup,
        log,
        authorities,
        staff_lists,
        metrics,
        drain,
        tls,
        sign_in,
    } = settings;
    let scheme = if tls.is_some() { "https" } else { "http" };
    let address = address.clone().unwrap_or_else(|| format!("{scheme}://{listen}"));
    writeln!(
        text,
        "address         {address}\nlisten          {listen}\ndata            {}",
        data.display()
    )?;
    match database {
        Place::File(path) => writeln!(text, "database        {}", path.display())?,
        // The address may hold a password.
        Place::Server(_) => {
            let how = match database.wire() {
                Ok(Some(Wire::Verified) | None) => "encrypted, with a certificate for its name".to_owned(),
                Ok(Some(Wire::Here)) => "in the clear, on this machine".to_owned(),
                Ok(Some(Wire::Clear)) => "in the clear over a network".to_owned(),
                Err(fault) => format!("which cannot be used: {fault}"),
            };
            writeln!(text, "database        a PostgreSQL server, {how}")?;
        }
    }
    match mail {
        None => writeln!(text, "mail            none: letters wait")?,
        Some(mail) => {
            let tls = match mail.security {
                Security::Tls => "wrapped in TLS",
                Security::StartTls => "with STARTTLS",
                Security::None => "without TLS",
            };
            let who = mail.user.as_ref().map_or("nobody", |(user, _)| user);
            let (host, port, from) = (&mail.host, mail.port, &mail.from);
            writeln!(text, "mail            {host}:{port} {tls}, from {from}, signed in as {who}")?;
        }
    }
    let list = |parts: Vec<String>| if parts.is_empty() { "none".to_owned() } else { parts.join(", ") };
    writeln!(text, "proxies         {}", list(proxies.iter().map(ToString::to_string).collect()))?;
    writeln!(text, "calendar_hosts  {}", list(calendar_hosts.clone()))?;
    let more = if authorities.is_empty() { "the public ones" } else { "the public ones and your own" };
    writeln!(text, "authorities     {more}")?;
    writeln!(text, "backup          {}, kept {} days", backup.folder.display(), backup.keep_days)?;
    let folder =
        staff_lists.as_ref().map_or_else(|| "none".to_owned(), |folder| folder.display().to_string());
    writeln!(text, "staff_lists     {folder}")?;
    let figures = metrics.map_or_else(
        || "none".to_owned(),
        |address| format!("{address}, serves on for {} s when told to stop", drain.as_secs()),
    );
    writeln!(text, "metrics         {figures}")?;
    let certificate = tls
        .as_ref()
        .map_or_else(|| "none: a proxy's".to_owned(), |files| files.certificate.display().to_string());
    writeln!(text, "tls             {certificate}")?;
    let open = [(sign_in.link, "links"), (sign_in.password, "passwords"), (true, "passkeys")];
    let mut doors: Vec<String> =
        open.iter().filter(|(open, _)| *open).map(|(_, door)| (*door).to_owned()).collect();
    if let Some(account) = &sign_in.account {
        doors.insert(0, format!("accounts of {}", account.issuer));
    }
    writeln!(text, "sign_in         {}", doors.join(", "))?;
    writeln!(text, "log             {}, {}", if log.json { "json" } else { "text" }, log.level)?;
    Ok(text)
}
