use actions::clockwork::{Job, Sort};
use actions::{Desk, rounds};

use crate::NotDone;

/// Takes a round one step on its way. Each step queues the next.
///
/// # Errors
/// [`NotDone`].
pub async fn move_round(desk: Desk, job: Job) -> Result<(), NotDone> {
    match job.sort {
        Sort::FreezeRound => desk.write(move |tx| rounds::freeze(tx, job)).await?,
        Sort::MakeKeys => rounds::make_keys(&desk, job).await?,
        Sort::OpenRound => desk.write(move |tx| rounds::open(tx, job)).await?,
        Sort::InviteRound => rounds::invite(&desk, job).await?,
        Sort::RemindRound => rounds::remind(&desk, job).await?,
        Sort::AskAboutStep | Sort::FetchCalendar | Sort::CloseRound => {
            return Err(NotDone::Later("it is not about a round"));
        }
    }
    Ok(())
}
