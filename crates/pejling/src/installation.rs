//! An installation on this machine: its database, its keys, and the desk over them.

use std::net::Ipv4Addr;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use actions::{Clock, Desk, Keys, LetterPolicy, Place, Store};
use anyhow::{Context, Result};
use backup::{Folder, Schema};

use crate::environment::Environment;
use crate::settings::Settings;

/// Which installation, as the command line says it.
#[derive(clap::Args)]
pub(crate) struct Which {
    /// The file of settings [environment: PEJLING_CONFIG]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The folder of the database and the key file [without it: data]
    #[arg(long, value_name = "DIR")]
    data: Option<String>,
    /// The database: a file, or postgres://…
    #[arg(long, value_name = "PLACE")]
    database: Option<String>,
    /// Where people reach Pejling, such as https://pejling.example
    #[arg(long, value_name = "URL")]
    address: Option<String>,
}

impl Which {
    /// Reads the settings, with flags of the command over them.
    pub(crate) fn settings(&self, more: &[(&'static str, Option<String>)]) -> Result<Settings> {
        let environment = Environment::of_process();
        let config = self.config.clone().or_else(|| environment.get("PEJLING_CONFIG").map(PathBuf::from));
        let mut flags = vec![
            ("data", self.data.clone()),
            ("database", self.database.clone()),
            ("address", self.address.clone()),
        ];
        flags.extend_from_slice(more);
        Ok(Settings::read(config.as_deref(), &environment, &flags)?)
    }
}

/// Database and keys, open.
pub(crate) struct Installation {
    pub(crate) settings: Settings,
    store: Store,
    keys: Keys,
}

impl Installation {
    /// Opens what the settings name, and makes what is not there. Blocks.
    pub(crate) fn open(settings: Settings) -> Result<Installation> {
        make_folder(&settings.data)?;
        let keys = Keys::open(&settings.key_file())?;
        let place = || named(&settings.database);
        back_up_before_upgrade(&settings, &keys).with_context(place)?;
        let store = Store::open(&settings.database, Clock::System.now()).with_context(place)?;
        Ok(Installation { settings, store, keys })
    }

    /// The desk, reached at `address` unless the settings say otherwise.
    pub(crate) fn desk(&self, letters: LetterPolicy, address: &str) -> Desk {
        let address = self.settings.address.as_deref().unwrap_or(address);
        Desk::new(self.store.clone(), Clock::System, self.keys.clone(), letters, address)
    }

    /// The desk of a command that serves nothing: reached where `serve` would listen, and on this machine when that is everywhere.
    pub(crate) fn desk_at_rest(&self) -> Desk {
        let mut listen = self.settings.listen;
        if listen.ip().is_unspecified() {
            listen.set_ip(Ipv4Addr::LOCALHOST.into());
        }
        self.desk(LetterPolicy::Keep, &format!("http://{listen}"))
    }
}

/// A database as it may be said aloud.
pub(crate) fn named(place: &Place) -> String {
    match place {
        Place::File(path) => format!("the database {}", path.display()),
        // The address may hold a password.
        Place::Server(_) => "the PostgreSQL server".to_owned(),
    }
}

/// Nobody has to remember to make a backup before a new program changes the schema.
fn back_up_before_upgrade(settings: &Settings, keys: &Keys) -> Result<()> {
    let Schema { there, known } = backup::schema(&settings.database)?;
    if there == 0 || there >= known {
        return Ok(());
    }
    let folder = Folder::at(&settings.backup.folder);
    let made = folder.make(&settings.database, &keys.mark(), Clock::System.now()).with_context(|| {
        format!(
            "a new version changes the schema, and no backup could be made before in {}: make room there, or name \
             another folder in backup.folder",
            folder.path().display()
        )
    })?;
    tracing::info!(from = there, to = known, backup = %made.path().display(), "made a backup before the upgrade");
    Ok(())
}

/// A folder for its owner alone: the key lies in it.
pub(crate) fn make_folder(path: &Path) -> Result<()> {
    let made = std::fs::DirBuilder::new().recursive(true).mode(0o700).create(path);
    made.with_context(|| format!("the folder {} cannot be made", path.display()))
}
