//! The log from a terminal: whether its chain is whole, and all of its lines.

use actions::audit::Verified;
use anyhow::{Result, bail};
use clap::Subcommand;

use crate::installation::{Installation, Which};

#[derive(clap::Args)]
pub(crate) struct Log {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Read the whole chain, and say whether anything in it was altered, taken away or put in
    Verify {
        #[command(flatten)]
        which: Which,
        /// The number of a line as it was noted at an earlier time
        #[arg(long, value_name = "NUMBER", requires = "hash")]
        line: Option<u64>,
        /// The hash that this line had then
        #[arg(long, value_name = "HASH", requires = "line")]
        hash: Option<String>,
    },
    /// Print every line, each with its hash after a blank: what was hashed, and nothing else
    Export {
        #[command(flatten)]
        which: Which,
    },
}

impl Log {
    pub(crate) fn run(&self) -> Result<()> {
        let (What::Verify { which, .. } | What::Export { which }) = &self.what;
        let installation = Installation::open(which.settings(&[])?)?;
        let desk = installation.desk_at_rest();
        tokio::runtime::Runtime::new()?.block_on(async {
            match &self.what {
                What::Verify { line, hash, .. } => {
                    let Some(found) = actions::audit::verify(&desk).await? else {
                        bail!("there is no organisation here yet");
                    };
                    if let Some(trouble) = found.trouble {
                        bail!("the log is not whole: {trouble}");
                    }
                    if let (Some(line), Some(hash)) = (line, hash) {
                        let lines = actions::audit::lines_from(&desk, *line).await?;
                        let stands = lines.first().filter(|(number, ..)| number == line);
                        match stands {
                            Some((_, _, there)) if there.eq_ignore_ascii_case(hash) => {}
                            Some(_) => bail!("line {line} has another hash than it had then"),
                            None => bail!("there is no line {line}"),
                        }
                    }
                    crate::say(&format!("{}\n", whole(&found)))
                }
                What::Export { .. } => {
                    let mut next = 0;
                    loop {
                        let lines = actions::audit::lines_from(&desk, next).await?;
                        let Some((last, ..)) = lines.last() else { return Ok(()) };
                        next = last + 1;
                        let text: String =
                            lines.iter().map(|(_, line, hash)| format!("{line} {hash}\n")).collect();
                        crate::say(&text)?;
                    }
                }
            }
        })
    }
}

/// That a log is whole, in a line.
pub(crate) fn whole(found: &Verified) -> String {
    if found.last < found.first {
        return "it is empty".to_owned();
    }
    format!("lines {} to {} are whole; the last has the hash {}", found.first, found.last, found.hash)
}
