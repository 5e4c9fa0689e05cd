//! PostgreSQL: a few connections, SERIALIZABLE always, and another try when a race was lost.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use postgres::{Client, IsolationLevel};
use tokio::sync::Semaphore;

use crate::server::Server;
use crate::tx::{Inner, Prepared, Tx};
use crate::{Fault, dialect};

/// How many connections a node holds. Each open transaction holds a thread, so this bounds both.
const CONNECTIONS: usize = 16;
/// How often a transaction that lost a race is run again before the person is told to try again.
const TRIES: u32 = 24;
/// Whoever waits longer than this for one of them is told to come again: whoever holds them waits for a server that stands still.
const FREE_WITHIN: Duration = Duration::from_secs(10);
/// The longest wait between two tries.
const LONGEST_WAIT: Duration = Duration::from_millis(200);
/// How long a look that began before a sweep may go on, and how often is asked whether it has ended.
const LOOKS_END_WITHIN: Duration = Duration::from_secs(20);
const LOOK_AGAIN_AFTER: Duration = Duration::from_millis(50);

pub(crate) struct Postgresql {
    server: Server,
    idle: Mutex<Vec<Connection>>,
    free: Semaphore,
}

struct Connection {
    client: Client,
    prepared: Prepared,
}

impl Postgresql {
    pub(crate) fn open(url: &str) -> Result<Postgresql, Fault> {
        let this = Postgresql {
            server: Server::read(url)?,
            idle: Mutex::new(Vec::new()),
            free: Semaphore::new(CONNECTIONS),
        };
        let first = this.connect()?;
        this.put_back(first);
        Ok(this)
    }

    pub(crate) async fn acquire(&self) -> Result<tokio::sync::SemaphorePermit<'_>, Fault> {
        let free = tokio::time::timeout(FREE_WITHIN, self.free.acquire()).await;
        free.map_err(|_| Fault::Crowded)?.map_err(|_| Fault::Closed)
    }

    /// Runs `action` in a transaction of its own, again and again while it loses races, and once more when the server turns out to be gone
    /// before anything was to be committed: it was restarted, or another has taken its place. Blocks: call it on a thread that may, and
    /// never inside async code (the client brings a runtime of its own).
    pub(crate) fn transact<T, E: From<Fault>>(
        &self,
        write: bool,
        now: Timestamp,
        action: &impl Fn(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut connection = self.take()?;
        let mut found_again = false;
        for attempt in 1.. {
            match once(&mut connection, write, now, action) {
                Attempt::LostRace(_) if attempt < TRIES => std::thread::sleep(backoff(attempt)),
                Attempt::LostRace(error) => {
                    self.put_back(connection);
                    return Err(error);
                }
                Attempt::ServerGone(_) if !found_again => {
                    found_again = true;
                    // Those that lie idle were with the same server.
                    self.forget_idle();
                    connection = self.connect()?;
                }
                Attempt::ServerGone(error) => return Err(error),
                Attempt::Done(outcome) => {
                    self.put_back(connection);
                    return outcome;
                }
            }
        }
        unreachable!("the loop ends by its last attempt")
    }

    /// Writes the tables of rounds anew, so that no deleted row is left in their files. PostgreSQL would copy rows along that somebody
    /// may still be looking at, though they are deleted: a long look, or its own gathering of statistics, is waited for.
    pub(crate) fn sweep(&self) -> Result<(), Fault> {
        self.with_client(|client| {
            let now: String = client.query_one(dialect::NOW_POSTGRESQL, &[])?.get(0);
            let begun = Instant::now();
            while client.query_one(dialect::LOOKING_SINCE_POSTGRESQL, &[&now])?.get::<_, bool>(0) {
                if begun.elapsed() > LOOKS_END_WITHIN {
                    return Err(Fault::NotSwept);
                }
                std::thread::sleep(LOOK_AGAIN_AFTER);
            }
            for statement in dialect::SWEEP_POSTGRESQL {
                client.batch_execute(statement)?;
            }
            Ok(())
        })
    }

    /// Runs a whole script outside the seam: migrations.
    pub(crate) fn with_client<T>(
        &self,
        work: impl FnOnce(&mut Client) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let mut connection = self.take()?;
        let outcome = work(&mut connection.client);
        self.put_back(connection);
        outcome
    }

    fn connect(&self) -> Result<Connection, Fault> {
        Ok(Connection { client: self.server.connect()?, prepared: Prepared::new() })
    }

    fn take(&self) -> Result<Connection, Fault> {
        loop {
            let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
            match idle {
                Some(connection) if connection.client.is_closed() => drop(connection),
                Some(connection) => return Ok(connection),
                None => return self.connect(),
            }
        }
    }

    fn forget_idle(&self) {
        let idle = std::mem::take(&mut *self.idle.lock().unwrap_or_else(PoisonError::into_inner));
        drop(idle);
    }

    fn put_back(&self, connection: Connection) {
        if !connection.client.is_closed() {
            self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
        }
    }
}

enum Attempt<T, E> {
    Done(Result<T, E>),
    LostRace(E),
    /// The server went away, and nothing happened.
    ServerGone(E),
}

fn once<T, E: From<Fault>>(
    connection: &mut Connection,
    write: bool,
    now: Timestamp,
    action: &impl Fn(&mut Tx<'_>) -> Result<T, E>,
) -> Attempt<T, E> {
    let begun = connection
        .client
        .build_transaction()
        .isolation_level(IsolationLevel::Serializable)
        .read_only(!write)
        .start();
    let transaction = match begun {
        Ok(transaction) => transaction,
        Err(error) => {
            let fault = Fault::from(error);
            let gone = fault.unavailable();
            return if gone { Attempt::ServerGone(fault.into()) } else { Attempt::Done(Err(fault.into())) };
        }
    };
    let mut tx = Tx::new(Inner::Postgres(transaction, &mut connection.prepared), now);
    match action(&mut tx) {
        Err(error) if tx.lost_race() => Attempt::LostRace(error),
        Err(error) if tx.server_gone() => Attempt::ServerGone(error),
        Err(error) => Attempt::Done(Err(error)),
        Ok(value) => match tx.commit() {
            Ok(()) => Attempt::Done(Ok(value)),
            Err(fault) if fault.lost_race() => Attempt::LostRace(fault.into()),
            // If the server went away now, nobody can tell whether it happened: it is not done again.
            Err(fault) => Attempt::Done(Err(fault.into())),
        },
    }
}

/// Full jitter: without it the same writers meet again and again (six of twenty-four gave up when this was measured).
fn backoff(attempt: u32) -> Duration {
    use std::hash::{BuildHasher, RandomState};
    let ceiling = LONGEST_WAIT.min(Duration::from_millis(2) * 2_u32.saturating_pow(attempt.min(8)));
    let share = (RandomState::new().hash_one(attempt) % 1000) as f64 / 1000.0;
    ceiling.mul_f64(share)
}
