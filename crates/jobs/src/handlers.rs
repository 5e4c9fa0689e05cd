use std::future::Future;
use std::pin::Pin;

use actions::clockwork::{Job, Sort};
use actions::{Desk, Fault};

/// Something that comes when it is ready.
pub type Soon = Pin<Box<dyn Future<Output = Result<(), NotDone>> + Send>>;

/// Does one sort of work. It may be asked to do the same piece again, and must then leave things as if it had done it
/// once. It has [`CLAIM`](actions::clockwork::CLAIM) to finish, and does not block: reading a calendar belongs on a thread that
/// may.
///
/// Work that comes back (a calendar is fetched every night) puts itself anew with its next time, in the transaction that
/// ends it. What is to be expected (a calendar that is not there) is not an error here but something to remember for the
/// person and to be done with.
pub type Handler = Box<dyn Fn(Desk, Job) -> Soon + Send + Sync>;

/// Who does what.
pub struct Handlers {
    /// [`Sort::AskAboutStep`].
    pub ask_about_step: Handler,
    /// [`Sort::FetchCalendar`].
    pub fetch_calendar: Handler,
    /// What happens to a round by the clock: from [`Sort::FreezeRound`] to [`Sort::RemindRound`].
    pub round: Handler,
    /// [`Sort::CloseRound`].
    pub close_round: Handler,
    /// Clears away what has become too old, every night, beside what the clockwork clears itself.
    pub clear_old: Box<dyn Fn(Desk) -> Soon + Send + Sync>,
}

impl Handlers {
    pub(crate) fn begin(&self, desk: Desk, job: Job) -> Soon {
        match job.sort {
            Sort::AskAboutStep => (self.ask_about_step)(desk, job),
            Sort::FetchCalendar => (self.fetch_calendar)(desk, job),
            Sort::FreezeRound | Sort::MakeKeys | Sort::OpenRound | Sort::InviteRound | Sort::RemindRound => {
                (self.round)(desk, job)
            }
            Sort::CloseRound => (self.close_round)(desk, job),
        }
    }
}

/// Why work was not done. Nothing personal fits in it: it is logged.
#[derive(Debug, thiserror::Error)]
pub enum NotDone {
    /// The database.
    #[error(transparent)]
    Fault(#[from] Fault),
    /// Anything else that another try may mend.
    #[error("{0}")]
    Later(&'static str),
}
