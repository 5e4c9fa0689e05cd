//! Making a real organisation.

use actions::Desk;
use actions::people::{FoundRefused, Founded, Founding, Leader, Newcomer};
use anyhow::{Result, bail};
use jiff::SignedDuration;
use people::{Language, PersonId};

use crate::installation::{Installation, Which};

/// How long the first links last: over a weekend.
const LINKS_LAST: SignedDuration = SignedDuration::from_hours(72);

#[derive(clap::Args)]
pub(crate) struct Found {
    #[command(flatten)]
    which: Which,
    /// What the organisation is called
    #[arg(long)]
    name: String,
    /// What is spoken where nothing else is known: sv, da or en
    #[arg(long, default_value = "sv", value_parser = crate::language)]
    language: Language,
    /// Its time zone, an IANA name [without it: the capital's]
    #[arg(long)]
    zone: Option<String>,
    /// Who runs the installation, as "Given Family <mail>"
    #[arg(long, value_name = "PERSON", value_parser = newcomer)]
    it: Newcomer,
    /// The first leader, as "Given Family <mail>"
    #[arg(long, value_name = "PERSON", value_parser = newcomer, requires = "unit")]
    leader: Option<Newcomer>,
    /// The unit they lead
    #[arg(long, value_name = "NAME", requires = "leader")]
    unit: Option<String>,
    /// How many they lead
    #[arg(long, value_name = "N", default_value_t = 0, requires = "leader", value_parser = clap::value_parser!(u32).range(0..=500))]
    staff: u32,
    /// At how many places
    #[arg(long, value_name = "N", default_value_t = 1, requires = "leader", value_parser = clap::value_parser!(u32).range(1..=1_000))]
    sites: u32,
}

/// Reads "Karin Hallberg <karin@kommun.example>": the last word before the address is the family name.
fn newcomer(text: &str) -> Result<Newcomer, String> {
    let read = || {
        let (name, rest) = text.split_once('<')?;
        let mail = rest.trim().strip_suffix('>')?;
        let (given, family) = name.trim().rsplit_once(char::is_whitespace)?;
        Some(Newcomer {
            given_name: given.trim().to_owned(),
            family_name: family.to_owned(),
            mail: mail.trim().to_owned(),
        })
    };
    read().ok_or_else(|| "write a person as \"Karin Hallberg <karin@kommun.example>\"".to_owned())
}

impl Found {
    pub(crate) fn run(&self) -> Result<()> {
        let installation = Installation::open(self.which.settings(&[])?)?;
        let desk = installation.desk_at_rest();
        let lines = tokio::runtime::Runtime::new()?.block_on(self.found(&desk))?;
        crate::say(&lines)
    }

    async fn found(&self, desk: &Desk) -> Result<String> {
        let founding = self.founding();
        let today = desk.today(&founding.zone);
        let founded = desk.write(move |tx| actions::people::found(tx, &founding, today)).await;
        let Founded { organisation, it, leader } = match founded {
            Ok(founded) => founded,
            Err(FoundRefused::Fault(fault)) => return Err(fault.into()),
            Err(refused) => bail!("{refused}"),
        };
        let link =
            async |person: PersonId| actions::access::link_for(desk, organisation, person, LINKS_LAST).await;
        let mut lines = format!(
            "{} is here. Start Pejling (`systemctl start pejling`, or `pejling serve` by hand). Who is first signs in by a link, once, \
             within three days:\n",
            self.name
        );
        lines += &format!("sign-in it {}\n", link(it).await?);
        if let Some(leader) = leader {
            lines += &format!("sign-in leader {}\n", link(leader).await?);
        }
        Ok(lines)
    }

    fn founding(&self) -> Founding {
        let usual = if self.language == Language::Da { "Europe/Copenhagen" } else { "Europe/Stockholm" };
        let leader = self.leader.clone().zip(self.unit.clone()).map(|(person, unit)| Leader {
            person,
            unit,
            staff: self.staff,
            sites: self.sites,
        });
        Founding {
            name: self.name.clone(),
            language: self.language,
            zone: self.zone.clone().unwrap_or_else(|| usual.to_owned()),
            it: self.it.clone(),
            leader,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_written_as_in_a_letter() {
        let person = newcomer("Anna Karin von Essen <Anna@kommun.example>").unwrap();
        assert_eq!((person.given_name.as_str(), person.family_name.as_str()), ("Anna Karin von", "Essen"));
        assert_eq!(person.mail, "Anna@kommun.example");
        for wrong in ["Karin", "karin@kommun.example", "Karin <karin@kommun.example>", "A B <a@b", ""] {
            assert!(newcomer(wrong).is_err(), "{wrong}");
        }
    }
}
