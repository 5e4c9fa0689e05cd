//! SQLite: one writer thread that commits in groups, and a few readers beside it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Mutex, PoisonError, mpsc};

use jiff::Timestamp;
use rusqlite::Connection;
use tokio::sync::{Semaphore, oneshot};

use crate::tx::{Inner, Tx};
use crate::{Fault, dialect};

/// How many read at once. Readers never wait for the writer, and pages read for microseconds: few are enough.
const READERS: usize = 4;
/// How many waiting writes may share one commit. A commit costs a trip to the disk, whatever it holds.
const GROUP: usize = 64;
/// How often emptying the log is tried. Each try waits ten seconds for readers by itself.
const SWEEPS: usize = 3;

/// A write on its way to the writer thread: runs inside a savepoint, and is told afterwards how the commit went.
type Job = Box<dyn FnOnce(&Connection) -> Done + Send>;
type Done = Box<dyn FnOnce(Result<(), String>) + Send>;

pub(crate) struct Sqlite {
    jobs: mpsc::Sender<Job>,
    readers: Mutex<Vec<Connection>>,
    free: Semaphore,
}

impl Sqlite {
    pub(crate) fn open(path: &Path) -> Result<Sqlite, Fault> {
        let writer = connect(path)?;
        let readers = (0..READERS).map(|_| connect(path)).collect::<Result<Vec<_>, _>>()?;
        let (jobs, waiting) = mpsc::channel();
        std::thread::Builder::new()
            .name("sqlite-writer".into())
            .spawn(move || write_in_groups(&writer, &waiting))
            .map_err(|_| Fault::Closed)?;
        Ok(Sqlite { jobs, readers: Mutex::new(readers), free: Semaphore::new(READERS) })
    }

    pub(crate) async fn write<T, E>(
        &self,
        now: Timestamp,
        action: impl FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
    {
        let (answer, answered) = oneshot::channel();
        let job: Job = Box::new(move |connection| {
            let outcome = in_savepoint(connection, now, action);
            Box::new(move |commit| {
                let outcome = match commit {
                    Ok(()) => outcome,
                    Err(words) => outcome.and(Err(Fault::Commit(words).into())),
                };
                // Nobody listens any more when the request was dropped; what was committed stays committed.
                drop(answer.send(outcome));
            })
        });
        self.jobs.send(job).map_err(|_| Fault::Closed)?;
        answered.await.unwrap_or_else(|_| Err(Fault::Closed.into()))
    }

    /// The right to one reader; [`Sqlite::read`] takes it.
    pub(crate) async fn acquire(&self) -> Result<tokio::sync::SemaphorePermit<'_>, Fault> {
        self.free.acquire().await.map_err(|_| Fault::Closed)
    }

    pub(crate) fn read<T, E: From<Fault>>(
        &self,
        now: Timestamp,
        action: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let reader = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = reader.ok_or(Fault::Closed)?;
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            run(&connection, "BEGIN")?;
            let outcome = action(&mut Tx::new(Inner::Sqlite(&connection), now));
            run(&connection, "ROLLBACK")?;
            outcome
        }));
        if outcome.is_err() && !connection.is_autocommit() {
            drop(connection.execute_batch("ROLLBACK"));
        }
        self.readers.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
        outcome.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    }
}

impl Sqlite {
    /// Empties the log beside the database: its old frames are in the order of writing. A reader in the middle of a look holds it back
    /// for as long as that look takes.
    pub(crate) fn sweep(&self) -> Result<(), Fault> {
        let reader = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = reader.ok_or(Fault::Closed)?;
        let swept = (0..SWEEPS).find_map(|_| {
            match connection.query_row(dialect::SWEEP_SQLITE, [], |row| row.get::<_, i64>(0)) {
                Ok(0) => Some(Ok(())),
                Ok(_) => None,
                Err(error) => Some(Err(Fault::from(error))),
            }
        });
        self.readers.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
        swept.unwrap_or(Err(Fault::NotSwept))
    }
}

fn connect(path: &Path) -> Result<Connection, Fault> {
    let connection = Connection::open(path)?;
    dialect::prepare_sqlite(&connection)?;
    Ok(connection)
}

fn run(connection: &Connection, sql: &str) -> Result<(), Fault> {
    connection.prepare_cached(sql)?.execute([])?;
    Ok(())
}

fn write_in_groups(connection: &Connection, waiting: &mpsc::Receiver<Job>) {
    while let Ok(first) = waiting.recv() {
        let begun = run(connection, "BEGIN IMMEDIATE").map_err(|fault| fault.to_string());
        if let Err(words) = begun {
            tracing::error!(fault = words, "no transaction could be begun");
            // Outside a transaction the job cannot run: answering `Closed` is what dropping it does.
            drop(first);
            continue;
        }
        let mut done = vec![first(connection)];
        while done.len() < GROUP {
            let Ok(next) = waiting.try_recv() else { break };
            done.push(next(connection));
        }
        let commit = run(connection, "COMMIT").map_err(|fault| fault.to_string());
        if commit.is_err() && !connection.is_autocommit() {
            drop(connection.execute_batch("ROLLBACK"));
        }
        for tell in done {
            tell(commit.clone());
        }
    }
}

fn in_savepoint<T, E: From<Fault>>(
    connection: &Connection,
    now: Timestamp,
    action: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
) -> Result<T, E> {
    run(connection, "SAVEPOINT action")?;
    let outcome = catch_unwind(AssertUnwindSafe(|| action(&mut Tx::new(Inner::Sqlite(connection), now))))
        .unwrap_or_else(|_| Err(Fault::Panicked.into()));
    if outcome.is_err() {
        run(connection, "ROLLBACK TO action")?;
    }
    run(connection, "RELEASE action")?;
    outcome
}
