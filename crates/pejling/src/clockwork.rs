//! What the clockwork is wound up with: who carries letters, who fetches calendars, who does which work.

use std::path::PathBuf;

use actions::Desk;
use anyhow::{Context, Result};
use fetch::Fetcher;
use jobs::{Handlers, Stop};
use mail::PostOffice;

use crate::settings::Settings;

/// Who carries letters; nobody without a mail server, and never in a demo.
pub(crate) fn post_office(settings: &Settings, demo: bool) -> Result<Option<PostOffice>> {
    let mail = settings.mail.as_ref().filter(|_| !demo);
    mail.map(PostOffice::new).transpose().context("the mail server")
}

/// Who fetches subscribed calendars.
pub(crate) fn fetcher(settings: &Settings) -> Result<Fetcher> {
    Fetcher::new(fetch::Settings {
        allowed_hosts: settings.calendar_hosts.clone(),
        authorities: settings.authorities.clone(),
        ..fetch::Settings::default()
    })
    .context("calendar_hosts")
}

/// Runs until it is told to stop.
pub(crate) async fn run(
    desk: Desk,
    post: Option<PostOffice>,
    fetcher: Fetcher,
    staff_lists: Option<PathBuf>,
    stop: Stop,
) {
    let handlers = Handlers {
        ask_about_step: Box::new(|desk, job| {
            Box::pin(async move { Ok(actions::check_in::ask(&desk, job).await?) })
        }),
        fetch_calendar: Box::new(move |desk, job| Box::pin(jobs::fetch_calendar(desk, fetcher.clone(), job))),
        round: Box::new(|desk, job| Box::pin(jobs::move_round(desk, job))),
        close_round: Box::new(|desk, job| {
            Box::pin(async move { Ok(actions::closing::close(&desk, job).await?) })
        }),
        clear_old: Box::new(move |desk| {
            let staff_lists = staff_lists.clone();
            Box::pin(async move {
                actions::chart::settle(&desk).await?;
                actions::ballots::erase_old(&desk).await?;
                actions::week::clear_old(&desk).await?;
                actions::leavers::forget(&desk).await?;
                actions::audit::keep_the_night(&desk).await?;
                match staff_lists {
                    Some(folder) => jobs::take_staff_list(&desk, &folder).await,
                    None => Ok(()),
                }
            })
        }),
    };
    jobs::run(desk, post, handlers, stop).await;
}
