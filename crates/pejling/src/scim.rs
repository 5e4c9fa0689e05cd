//! Tokens for a directory, made on the machine: for scripts, and before anybody can sign in.

use anyhow::{Context, Result};

use crate::installation::{Installation, Which};

#[derive(clap::Args)]
pub(crate) struct Scim {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// Make an access token and print it; it is shown once, and removed on the page about the directory
    Token(Token),
}

#[derive(clap::Args)]
struct Token {
    #[command(flatten)]
    which: Which,
    /// Which directory it is for, such as "Entra ID"
    name: String,
}

impl Scim {
    pub(crate) fn run(&self) -> Result<()> {
        let What::Token(Token { which, name }) = &self.what;
        let installation = Installation::open(which.settings(&[])?)?;
        let desk = installation.desk_at_rest();
        let secret = tokio::runtime::Runtime::new()?.block_on(async {
            let host = actions::access::host(&desk).await?;
            let host = host.context("there is no organisation here yet: make one with `pejling found`")?;
            Ok::<_, anyhow::Error>(actions::scim::make_token(&desk, host.id, None, name).await?)
        })?;
        crate::say(&format!("{}\n", secret.text()))
    }
}
