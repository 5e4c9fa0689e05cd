use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;

use crate::postgresql::Postgresql;
use crate::server::{Server, Wire};
use crate::sqlite::Sqlite;
use crate::{Fault, Tx, migrate};

/// Where an installation keeps everything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A SQLite file; made when it is not there.
    File(PathBuf),
    /// A PostgreSQL database, as `postgres://user:secret@host/name`: encrypted and verified unless it is on this machine or `?sslmode=disable`
    /// says otherwise; `&sslrootcert=FILE` names the authorities. Of several hosts, divided by commas, the one that takes writes.
    Server(String),
}

impl Place {
    /// Reads an address: `postgres://…` is a server, anything else the path of a file.
    pub fn read(address: &str) -> Place {
        if address.starts_with("postgres://") || address.starts_with("postgresql://") {
            Place::Server(address.to_owned())
        } else {
            Place::File(address.into())
        }
    }

    /// How it is spoken with, when it is a server. Nobody is called.
    ///
    /// # Errors
    /// When its address cannot be used.
    pub fn wire(&self) -> Result<Option<Wire>, Fault> {
        match self {
            Place::File(_) => Ok(None),
            Place::Server(url) => Ok(Some(Server::read(url)?.wire)),
        }
    }
}

/// The open database. Cheap to clone. Its async half needs a runtime that knows time: whoever waits too long for a server is told so.
#[derive(Clone)]
pub struct Store(Arc<Database>);

pub(crate) enum Database {
    Sqlite(Sqlite),
    Postgresql(Box<Postgresql>),
}

impl Store {
    /// Opens the database and brings its schema up to date. Blocks: call it before the runtime starts, or on a thread
    /// that may block.
    ///
    /// # Errors
    /// When it cannot be opened, or its schema is newer than this program or has been tampered with.
    pub fn open(place: &Place, now: Timestamp) -> Result<Store, Fault> {
        let database = match place {
            Place::File(path) => {
                migrate::sqlite(path, now)?;
                Database::Sqlite(Sqlite::open(path)?)
            }
            Place::Server(url) => {
                let server = Postgresql::open(url)?;
                migrate::postgresql(&server, now)?;
                Database::Postgresql(Box::new(server))
            }
        };
        Ok(Store(Arc::new(database)))
    }

    /// Runs `action` on a consistent picture that it cannot change.
    ///
    /// # Errors
    /// What `action` says, or a [`Fault`].
    pub async fn read<T, E>(
        &self,
        now: Timestamp,
        action: impl Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
    {
        let this = self.clone();
        match &*self.0 {
            Database::Sqlite(sqlite) => {
                let _permit = sqlite.acquire().await?;
                blocking(move || match &*this.0 {
                    Database::Sqlite(sqlite) => sqlite.read(now, action),
                    Database::Postgresql(_) => Err(Fault::Closed.into()),
                })
                .await
            }
            Database::Postgresql(server) => {
                let _permit = server.acquire().await?;
                blocking(move || this.on_server(false, now, &action)).await
            }
        }
    }

    /// As [`Store::read`], but on SQLite without a hop to another thread: for a few looks by key, which take microseconds.
    /// Whatever looks through many rows belongs in [`Store::read`], or everybody waits for it.
    ///
    /// # Errors
    /// What `action` says, or a [`Fault`].
    pub async fn glance<T, E>(
        &self,
        now: Timestamp,
        action: impl Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
    {
        match &*self.0 {
            Database::Sqlite(sqlite) => {
                let _permit = sqlite.acquire().await?;
                sqlite.read(now, action)
            }
            Database::Postgresql(_) => self.read(now, action).await,
        }
    }

    /// Runs `action` in a transaction: all of it happens, durably, or nothing. It may be run more than once, so it
    /// must do nothing that a rollback cannot undo.
    ///
    /// # Errors
    /// What `action` says, or a [`Fault`].
    pub async fn write<T, E>(
        &self,
        now: Timestamp,
        action: impl Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
    {
        let this = self.clone();
        match &*self.0 {
            Database::Sqlite(sqlite) => sqlite.write(now, action).await,
            Database::Postgresql(server) => {
                let _permit = server.acquire().await?;
                blocking(move || this.on_server(true, now, &action)).await
            }
        }
    }

    /// Overwrites what deleted rows left behind: after a round's links are destroyed, and after ballots are erased. Others go on
    /// meanwhile; on PostgreSQL they wait for the tables of rounds while these are written anew.
    ///
    /// # Errors
    /// [`Fault::NotSwept`] when somebody was in the way all the time: worth trying again.
    pub async fn sweep(&self) -> Result<(), Fault> {
        let this = self.clone();
        match &*self.0 {
            Database::Sqlite(sqlite) => {
                let _permit = sqlite.acquire().await?;
                blocking(move || match &*this.0 {
                    Database::Sqlite(sqlite) => sqlite.sweep(),
                    Database::Postgresql(_) => Err(Fault::Closed),
                })
                .await
            }
            Database::Postgresql(server) => {
                let _permit = server.acquire().await?;
                blocking(move || match &*this.0 {
                    Database::Postgresql(server) => server.sweep(),
                    Database::Sqlite(_) => Err(Fault::Closed),
                })
                .await
            }
        }
    }

    fn on_server<T, E: From<Fault>>(
        &self,
        write: bool,
        now: Timestamp,
        action: &impl Fn(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        match &*self.0 {
            Database::Postgresql(server) => server.transact(write, now, action),
            Database::Sqlite(_) => Err(Fault::Closed.into()),
        }
    }
}

async fn blocking<T, E>(work: impl FnOnce() -> Result<T, E> + Send + 'static) -> Result<T, E>
where
    T: Send + 'static,
    E: From<Fault> + Send + 'static,
{
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|_| Err(Fault::Panicked.into()))
}
