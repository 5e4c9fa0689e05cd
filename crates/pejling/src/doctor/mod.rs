//! Looks at everything an installation stands on. Each finding says what to do.

mod account;
mod database;
mod finding;
mod machine;
mod tls;

use std::process::ExitCode;

use actions::Clock;
use mail::{Letter, PostOffice};

use self::finding::Findings;
use crate::installation::Which;
use crate::settings::Settings;

#[derive(clap::Args)]
pub(crate) struct Doctor {
    #[command(flatten)]
    which: Which,
    /// Also send a letter to this address, to see that letters arrive
    #[arg(long, value_name = "MAIL")]
    letter_to: Option<String>,
}

impl Doctor {
    /// Ends with 1 when something is wrong, and with 0 when all there is are remarks.
    pub(crate) fn run(&self) -> ExitCode {
        let mut findings = Findings::default();
        match self.which.settings(&[]) {
            Ok(settings) => self.look(&settings, &mut findings),
            Err(error) => findings.wrong("settings", format!("{error:#}"), "mend that, and ask again"),
        }
        // Nobody is left to tell when standard output is closed.
        let _ = crate::say(&findings.said());
        findings.exit_code()
    }

    fn look(&self, settings: &Settings, findings: &mut Findings) {
        let now = Clock::System.now();
        about_settings(settings, findings);
        machine::folder(settings, findings);
        machine::key_file(settings, database::is_new(settings), findings);
        machine::disk(settings, findings);
        machine::time_service(findings);
        tls::look(settings, now, findings);
        database::look(settings, now, findings);
        database::backups(settings, now, findings);
        self.mail(settings, findings);
        account::look(settings, findings);
    }

    fn mail(&self, settings: &Settings, findings: &mut Findings) {
        const IT: &str = "mail";
        let Some(server) = &settings.mail else {
            let instead = "name a mail server in [mail]; until then `pejling link MAIL` prints sign-in links";
            return findings.remark(IT, "there is no mail server: letters wait", instead);
        };
        let post = match PostOffice::new(server) {
            Ok(post) => post,
            Err(refused) => return findings.wrong(IT, refused, "mend [mail]"),
        };
        let done = tokio::runtime::Runtime::new().map(|runtime| {
            runtime.block_on(async {
                post.reach().await?;
                match &self.letter_to {
                    None => Ok("the mail server is there and lets Pejling in"),
                    Some(to) => post
                        .send(&trial(to))
                        .await
                        .map(|()| "the mail server took a letter: see that it arrives"),
                }
            })
        });
        match done {
            Ok(Ok(said)) => findings.good(IT, said),
            Ok(Err(not_sent)) => findings.wrong(
                IT,
                not_sent,
                "see that mail.host, mail.port and mail.tls are right, that this machine may reach it, and that the \
                 password holds (535 says it does not)",
            ),
            Err(error) => findings.wrong(IT, error, "see what the system lacks"),
        }
    }
}

fn trial(to: &str) -> Letter {
    Letter {
        id: Clock::System.now().as_millisecond(),
        written_at: Clock::System.now(),
        recipient: to.to_owned(),
        subject: "Pejling".to_owned(),
        body: "A letter from `pejling doctor`: mail works.".to_owned(),
    }
}

fn about_settings(settings: &Settings, findings: &mut Findings) {
    const IT: &str = "settings";
    findings.good(IT, "they can be read");
    match &settings.address {
        None => findings.remark(IT, "no address is set: letters point to this machine", "set `address`"),
        Some(address) if address.starts_with("http://") => findings.remark(
            IT,
            "the address is without https: whoever is on the same network can read along",
            "put TLS in front or set [tls], and write the address with https",
        ),
        Some(_) => {}
    }
    if !settings.listen.ip().is_loopback() && settings.proxies.is_empty() && settings.tls.is_none() {
        findings.remark(
            IT,
            "it listens to other machines, and no proxy is named",
            "name the proxy in `proxies`, so that tries are counted by who makes them",
        );
    }
}
