//! Backups: made, put back, and carried to another database.

use std::path::PathBuf;

use actions::{Clock, Keys, Place};
use anyhow::{Context, Result, bail};
use backup::{Backup, Folder, There};

use crate::installation::{Which, make_folder, named};
use crate::settings::{Settings, days};

#[derive(clap::Args)]
pub(crate) struct Make {
    #[command(flatten)]
    which: Which,
    /// The folder for it [without it: backup.folder of the settings]
    #[arg(long, value_name = "DIR")]
    to: Option<PathBuf>,
    /// Delete backups in that folder older than so many days, but never the newest [without it: backup.keep_days]
    #[arg(long, value_name = "DAYS", value_parser = |text: &str| days(text).ok_or("say a number from 1 to 3650"))]
    keep_days: Option<u32>,
}

impl Make {
    pub(crate) fn run(&self) -> Result<()> {
        let settings = self.which.settings(&[])?;
        let folder = Folder::at(self.to.as_ref().unwrap_or(&settings.backup.folder));
        if backup::is_empty(&settings.database).with_context(|| named(&settings.database))? {
            bail!("{} holds no organisation: there is nothing to back up", named(&settings.database));
        }
        let now = Clock::System.now();
        let made = folder.make(&settings.database, &key(&settings)?, now)?;
        let rows = made.check()?.rows();
        let gone = folder.clear(self.keep_days.unwrap_or(settings.backup.keep_days), now)?;
        crate::say(&format!(
            "made {}: {rows} rows, read back and whole\ndeleted {gone} old backups\nthe key file {} is not in it: keep \
             a copy of that once, somewhere else\n",
            made.path().display(),
            settings.key_file().display()
        ))
    }
}

#[derive(clap::Args)]
pub(crate) struct Restore {
    #[command(flatten)]
    which: Which,
    /// The backup
    #[arg(value_name = "FILE")]
    from: PathBuf,
    /// Only read it and say whether it is whole
    #[arg(long)]
    check: bool,
    /// Put it in the place of what is there. A SQLite file is kept beside the new one; what is on a server is gone
    #[arg(long, conflicts_with = "check")]
    replace: bool,
}

impl Restore {
    pub(crate) fn run(&self) -> Result<()> {
        let settings = self.which.settings(&[])?;
        let from = Backup::at(&self.from);
        let contents = from.check()?;
        let made = &contents.made;
        let rows = contents.rows();
        crate::say(&format!("{rows} rows of {}, made by pejling {}: whole\n", made.made_at, made.version))?;
        if self.check {
            return Ok(());
        }
        make_folder(&settings.data)?;
        let there = if self.replace { There::Replaced } else { There::MustBeEmpty };
        let now = Clock::System.now();
        let place = named(&settings.database);
        let replaced = !backup::is_empty(&settings.database).with_context(|| place.clone())?;
        if replaced && !self.replace {
            bail!(
                "{place} holds an organisation: nothing was changed. `--replace` puts the backup in its place"
            );
        }
        let brought =
            backup::restore(&from, &settings.database, there, now).with_context(|| place.clone())?;
        crate::say(&format!("{place} holds {} rows in {} tables\n", brought.rows, brought.tables))?;
        if let (Place::File(path), true) = (&settings.database, replaced) {
            let aside = backup::kept_aside(path, now);
            crate::say(&format!("what was there is in {}\n", aside.display()))?;
        }
        crate::say(&about_key(&settings, &made.key)?)
    }
}

/// Whether the key file is the one that belongs to a backup.
fn about_key(settings: &Settings, mark: &str) -> Result<String> {
    let path = settings.key_file();
    if mark.is_empty() || (path.exists() && Keys::open(&path)?.mark() == mark) {
        return Ok(String::new());
    }
    let says = if path.exists() { "is not the one" } else { "is not there" };
    Ok(format!(
        "the key file {} {says} that was beside this database: put that in its place before you start. Without it \
         calendars must be subscribed to anew, and series placed anew\n",
        path.display()
    ))
}

#[derive(clap::Args)]
pub(crate) struct Move {
    #[command(flatten)]
    which: Which,
    /// The other database: a file, or postgres://…
    #[arg(long, value_name = "PLACE", required_unless_present = "to_secret_file")]
    to: Option<String>,
    /// The same, in a file, when the address holds a password
    #[arg(long, value_name = "FILE", conflicts_with = "to")]
    to_secret_file: Option<PathBuf>,
}

impl Move {
    pub(crate) fn run(&self) -> Result<()> {
        let settings = self.which.settings(&[])?;
        let to = Place::read(&self.address()?);
        if to == settings.database {
            bail!("it is there already");
        }
        let folder = Folder::at(&settings.backup.folder);
        let key = key(&settings)?;
        let brought = backup::move_to(&settings.database, &to, &folder, &key, Clock::System.now())?;
        crate::say(&format!(
            "{} rows in {} tables are in {}, the same as in {}\nset `database` to the new place and start; the old one is \
             as it was\n",
            brought.rows,
            brought.tables,
            named(&to),
            named(&settings.database)
        ))
    }

    fn address(&self) -> Result<String> {
        match (&self.to, &self.to_secret_file) {
            (Some(to), _) => Ok(to.clone()),
            (None, Some(file)) => {
                let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
                Ok(text.trim().to_owned())
            }
            (None, None) => bail!("say where to: --to"),
        }
    }
}

/// The mark of the key file; empty where there is none.
fn key(settings: &Settings) -> Result<String> {
    let path = settings.key_file();
    if path.exists() { Ok(Keys::open(&path)?.mark()) } else { Ok(String::new()) }
}
