//! A sign-in link for somebody, printed on the machine: for when mail is not yet set up.

use anyhow::{Result, bail};
use jiff::SignedDuration;

use crate::installation::{Installation, Which};

/// How long a printed link lasts: a working day, to be carried over by hand.
const LASTS: SignedDuration = SignedDuration::from_hours(12);

#[derive(clap::Args)]
pub(crate) struct Link {
    #[command(flatten)]
    which: Which,
    /// The mail address of the person
    mail: String,
    /// Also forget which account at the organisation's own sign-in is theirs: for somebody who was given another one
    #[arg(long)]
    forget_account: bool,
}

impl Link {
    pub(crate) fn run(&self) -> Result<()> {
        let installation = Installation::open(self.which.settings(&[])?)?;
        let desk = installation.desk_at_rest();
        let mail = self.mail.clone();
        let link = tokio::runtime::Runtime::new()?.block_on(async {
            let Some(person) = desk.read(move |tx| actions::people::with_mail(tx, &mail)).await? else {
                bail!("nobody here has the address {}", self.mail);
            };
            if self.forget_account {
                let (organisation, person) = (person.organisation, person.id);
                desk.write(move |tx| actions::account::forget(tx, organisation, person)).await?;
            }
            Ok(actions::access::link_for(&desk, person.organisation, person.id, LASTS).await?)
        })?;
        crate::say(&format!("{link}\n"))
    }
}
