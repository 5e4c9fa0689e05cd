//! Bringing an invented municipality into an empty installation.

use actions::Desk;
use actions::demo::DemoRefused;
use anyhow::{Result, bail};
use people::{Language, Organisation};

use crate::installation::{Installation, Which};

/// The municipality that a first start shows.
const EMPLOYEES: u32 = 5_000;
/// And its seed.
const SEED: u64 = 7;

#[derive(clap::Args)]
pub(crate) struct Demo {
    #[command(flatten)]
    which: Which,
    /// How many it employs
    #[arg(long, default_value_t = EMPLOYEES, value_parser = clap::value_parser!(u32).range(employees()))]
    employees: u32,
    /// The same seed gives the same municipality
    #[arg(long, default_value_t = SEED)]
    seed: u64,
    /// Its language: sv, da or en
    #[arg(long, default_value = "sv", value_parser = crate::language)]
    language: Language,
}

fn employees() -> std::ops::RangeInclusive<i64> {
    i64::from(*demo::EMPLOYEES.start())..=i64::from(*demo::EMPLOYEES.end())
}

impl Demo {
    pub(crate) fn run(&self) -> Result<()> {
        let installation = Installation::open(self.which.settings(&[])?)?;
        let desk = installation.desk_at_rest();
        let runtime = tokio::runtime::Runtime::new()?;
        let invented = Invented { employees: self.employees, seed: self.seed, language: self.language };
        let organisation = runtime.block_on(invented.load(&desk))?;
        crate::say(&format!(
            "{} is here, with {} invented people. Look at it with `pejling serve --demo`.\n",
            organisation.name, self.employees
        ))
    }
}

/// What to invent.
pub(crate) struct Invented {
    employees: u32,
    seed: u64,
    language: Language,
}

impl Invented {
    /// The municipality of a first start.
    pub(crate) fn usual(language: Language) -> Invented {
        Invented { employees: EMPLOYEES, seed: SEED, language }
    }

    /// Invents it, as seen today, and brings it in.
    pub(crate) async fn load(&self, desk: &Desk) -> Result<Organisation> {
        let Invented { employees, seed, language } = *self;
        let today = desk.today("Europe/Stockholm");
        let municipality = demo::generate(&demo::Request { employees, seed, today, language });
        match actions::demo::load(desk, &municipality).await {
            Ok(organisation) => Ok(organisation),
            Err(DemoRefused::NotEmpty) => bail!(
                "this database already holds an organisation, and an invented one is only brought into an empty \
                 one: give it a folder of its own with --data"
            ),
            Err(DemoRefused::Fault(fault)) => Err(fault.into()),
        }
    }
}
