use actions::clockwork::Job;
use actions::week::{self, ImportRefused};
use actions::{Desk, Fault};
use fetch::{Address, FetchRefused, Fetcher};
use jiff::SignedDuration;

use crate::NotDone;

/// A subscribed calendar is fetched once a day; after trouble, some hours later.
const EVERY: SignedDuration = SignedDuration::from_hours(24);
const AFTER_TROUBLE: SignedDuration = SignedDuration::from_hours(4);

/// Fetches a subscribed calendar and counts its weeks. Its titles end with this function.
///
/// # Errors
/// [`NotDone`] for what another try may mend; trouble with the calendar itself is noted for its owner.
pub async fn fetch_calendar(desk: Desk, fetcher: Fetcher, job: Job) -> Result<(), NotDone> {
    let Some((by, zone, address)) = week::subscriber(&desk, job).await? else { return Ok(()) };
    let trouble = match fetched(&fetcher, &address).await {
        Ok(bytes) => match week::import_subscribed(&desk, by, &zone, bytes).await {
            Ok(None) => return Ok(()),
            Ok(Some(_)) | Err(ImportRefused::Nothing) => "",
            Err(ImportRefused::Fault(fault)) => return Err(fault.into()),
            Err(ImportRefused::Refused(_) | ImportRefused::TooMany(_)) => "not-a-calendar",
        },
        Err(refused) => refused.code(),
    };
    week::note_fetch(&desk, job.organisation, by.person, trouble).await?;
    let wait = if trouble.is_empty() { EVERY } else { AFTER_TROUBLE };
    again(&desk, job, wait).await?;
    Ok(())
}

async fn fetched(fetcher: &Fetcher, address: &str) -> Result<Vec<u8>, FetchRefused> {
    fetcher.calendar(&Address::read(address)?).await
}

async fn again(desk: &Desk, job: Job, wait: SignedDuration) -> Result<(), Fault> {
    week::fetch_again(desk, job, desk.now() + wait).await
}
