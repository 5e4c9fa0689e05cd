//! Serving the pages, until somebody says stop.

use std::io::{IsTerminal, Write};
use std::sync::Arc;
use std::time::Duration;

use actions::{Desk, LetterPolicy};
use anyhow::{Context, Result};
use axum::middleware::from_fn_with_state;
use people::{Language, Organisation};
use sd_notify::NotifyState;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use web::{Site, WebSettings};

use crate::connections::{self, Answering, Bounds};
use crate::demo::Invented;
use crate::installation::{Installation, Which};
use crate::metrics::Metrics;
use crate::tls::Tls;
use crate::{account, clockwork};
use crate::{logging, metrics};

/// How long those who are being answered may take once somebody said stop.
const STOPS_WITHIN: Duration = Duration::from_secs(10);

/// Somebody must do something before it can serve: starting it again would end the same way.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NotReady {
    #[error(
        "this database holds a real organisation, and demo mode is never switched on over real people: \
         give the demo a folder of its own with --data"
    )]
    Real,
    #[error("this database holds an invented municipality: start it with `pejling serve --demo`")]
    Invented,
    #[error(
        "there is no organisation here yet: make one with `pejling found` (an invented one to look at: \
         `--demo`, with a folder of its own in `--data`)"
    )]
    Nobody,
}

#[derive(clap::Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    which: Which,
    /// Address and port to listen on; port 0 takes a free one [without it: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDRESS:PORT")]
    listen: Option<String>,
    /// Show an invented municipality, made in an empty database, and let anybody sign in as its people
    #[arg(long)]
    demo: bool,
    /// The language of the invented municipality: sv, da or en
    #[arg(long, value_name = "LANGUAGE", default_value = "sv", value_parser = crate::language)]
    demo_language: Language,
}

impl Serve {
    pub(crate) fn run(&self) -> Result<()> {
        let settings = self.which.settings(&[("listen", self.listen.clone())])?;
        logging::start(settings.log);
        let installation = Installation::open(settings)?;
        let runtime = tokio::runtime::Runtime::new()?;
        let served = runtime.block_on(self.serve(&installation));
        // What still waits on a database has had its time.
        runtime.shutdown_timeout(Duration::from_secs(1));
        served
    }

    async fn serve(&self, installation: &Installation) -> Result<()> {
        let settings = &installation.settings;
        // Opened before anything else: settings that cannot be used are said at once.
        let (post, fetcher) = (clockwork::post_office(settings, self.demo)?, clockwork::fetcher(settings)?);
        let tls = settings.tls.as_ref().map(Tls::open).transpose().context("[tls]")?.map(Arc::new);
        let listener = TcpListener::bind(settings.listen).await.with_context(|| {
            format!("cannot listen on {}; `--listen` takes another address", settings.listen)
        })?;
        let scheme = if tls.is_some() { "https" } else { "http" };
        let here = format!("{scheme}://{}", listener.local_addr()?);
        let letters = if self.demo { LetterPolicy::Keep } else { LetterPolicy::Send };
        let desk = installation.desk(letters, &here);
        let host = self.host(&desk).await?;
        if !self.demo && post.is_none() {
            tracing::warn!("no mail server is set: letters wait; see [mail] in `pejling config example`");
        }
        announce(&desk, &here).await?;
        let doors = account::doors(settings, desk.address())?;
        let web = WebSettings {
            proxies: settings.proxies.clone(),
            fetcher: fetcher.clone(),
            doors,
            post: post.is_some(),
        };
        let site = Site::new(desk.clone(), host, web);
        let figures = match settings.metrics {
            None => None,
            Some(address) => {
                let listener = TcpListener::bind(address)
                    .await
                    .with_context(|| format!("cannot listen on {address}, which metrics.listen names"))?;
                Some((listener, Metrics::new()))
            }
        };
        let metrics = figures.as_ref().map(|(_, metrics)| metrics.clone());
        let seen = (logging::Ids::default(), metrics);
        let directory = ::scim::router(desk.clone(), {
            let site = site.clone();
            move |parts| site.network_of(parts)
        });
        let router = web::router(site).merge(directory).layer(from_fn_with_state(seen, logging::requests));
        let (leaving, left) = watch::channel(false);
        let (stopping, stopped) = watch::channel(false);
        let drain = settings.drain;
        tokio::spawn(async move {
            told_to_stop().await;
            tell_manager(NotifyState::Stopping);
            let _ = leaving.send(true);
            tokio::time::sleep(drain).await;
            let _ = stopping.send(true);
        });
        // A terminal that is closed ends it, as it ends every program.
        if !std::io::stdin().is_terminal() {
            tokio::spawn(told_to_read_again(tls.clone()));
        }
        if let Some((listener, metrics)) = figures {
            tokio::spawn(metrics::serve(listener, metrics, desk.clone(), left));
        }
        let staff_lists = settings.staff_lists.clone();
        let clockwork = tokio::spawn(clockwork::run(desk, post, fetcher, staff_lists, stopped.clone()));
        let answering = Answering { router, tls, stopped: stopped.clone(), bounds: Bounds::default() };
        tell_manager(NotifyState::Ready);
        tokio::select! {
            () = connections::answer_all(listener, answering) => {}
            () = late(stopped) => tracing::warn!("somebody was still being answered"),
        }
        // It ends by itself when it is time to stop.
        clockwork.await?;
        tracing::info!("stopped");
        Ok(())
    }

    /// Whose installation it is. Invented and real people never meet in one database.
    async fn host(&self, desk: &Desk) -> Result<Organisation> {
        match (actions::access::host(desk).await?, self.demo) {
            (Some(host), demo) if host.demo == demo => Ok(host),
            (Some(_), true) => Err(NotReady::Real.into()),
            (Some(_), false) => Err(NotReady::Invented.into()),
            (None, false) => Err(NotReady::Nobody.into()),
            (None, true) => Invented::usual(self.demo_language).load(desk).await,
        }
    }
}

/// Tells whoever started it where it is, and in a demo how to come in.
async fn announce(desk: &Desk, here: &str) -> Result<()> {
    let mut lines = format!("listening {here}\n");
    for person in desk.read(actions::demo::people).await? {
        let link = actions::demo::link(desk, &person).await?;
        lines += &format!("sign-in {} {} {link}\n", person.role, person.name);
    }
    let mut out = std::io::stdout();
    out.write_all(lines.as_bytes())?;
    Ok(out.flush()?)
}

/// Tells systemd how far it has come. Where something else started it, nobody listens and nothing happens.
fn tell_manager(state: NotifyState<'_>) {
    if let Err(error) = sd_notify::notify(&[state]) {
        tracing::warn!(%error, "the service manager could not be told");
    }
}

/// Ctrl-C, or what a service manager sends.
async fn told_to_stop() {
    let interrupt = signal(SignalKind::interrupt());
    let terminate = signal(SignalKind::terminate());
    let (Ok(mut interrupt), Ok(mut terminate)) = (interrupt, terminate) else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = interrupt.recv() => {}
        _ = terminate.recv() => {}
    }
}

/// Takes in a renewed certificate whenever whoever runs it says so. Without TLS there is nothing to read, and it goes on.
async fn told_to_read_again(tls: Option<Arc<Tls>>) {
    let Ok(mut hangup) = signal(SignalKind::hangup()) else { return };
    while hangup.recv().await.is_some() {
        match tls.as_deref().map(Tls::read_again) {
            None => tracing::info!("told to read its certificate again, and has none"),
            Some(Ok(())) => tracing::info!("the certificate was read again"),
            Some(Err(error)) => tracing::error!(%error, "the certificate from before goes on"),
        }
    }
}

async fn late(stopped: watch::Receiver<bool>) {
    connections::stop(stopped).await;
    tokio::time::sleep(STOPS_WITHIN).await;
}
