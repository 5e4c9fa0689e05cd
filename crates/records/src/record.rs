use access::Session;
use pulse::Round;

use crate::kept::{
    EndsWith, Kept, LEAVERS_DAYS, LETTERS, LOG_MONTHS, STAFF_LIST, TRIES, UNDOING, WEEKS_MONTHS, days,
    lasting,
};

/// One sort of thing that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum What {
    /// The organisation and its units, through time.
    Organisation,
    /// Names, mail addresses, language, look; what the HR system calls them.
    Person,
    /// Who works where, as what, who leads what, who is on leave.
    Employment,
    /// Roles that were given.
    Role,
    /// Who acts for whom.
    Deputy,
    /// What a directory says of people and groups.
    Directory,
    /// What lets somebody in.
    Password,
    /// Who somebody is at the organisation's own sign-in.
    Account,
    /// Keys in somebody's phone or computer.
    Passkey,
    /// Browsers that are signed in.
    Session,
    /// Links that sign in, check in, or give the feed.
    Link,
    /// Wrong tries.
    Attempt,
    /// Letters.
    Letter,
    /// Work that waits.
    Job,
    /// Who did what, and who looked.
    Log,
    /// Minutes and counts of weeks, guesses, what the calendar does not show.
    Week,
    /// What was corrected.
    Lesson,
    /// Series that might go.
    Suggestion,
    /// Working hours.
    Hours,
    /// The address of a calendar.
    Subscription,
    /// Steps, drops, check-ins, protected time.
    Step,
    /// Rounds: who plans what for whom, and when.
    Round,
    /// Who is asked, and reminded.
    Asked,
    /// Who drew a ballot.
    Draw,
    /// Slips not used.
    Slip,
    /// Ballots on their way.
    Arrival,
    /// Ballots that are counted.
    Ballot,
    /// What was published.
    Result,
    /// What team and leader agreed on.
    Agreed,
    /// A staff list while it is looked at.
    StaffListFile,
    /// Which staff lists were brought in.
    StaffList,
    /// How things were before the latest list.
    Before,
}

/// What a record belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Area {
    /// People and where they work.
    People,
    /// Coming in.
    Doors,
    /// A manager's own.
    Own,
    /// Rounds.
    Rounds,
    /// What keeps it running.
    Running,
}

/// On what ground personal data is worked with (GDPR article 6.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// No personal data is in it.
    NoPersonalData,
    /// A task in the public interest: e.
    PublicTask,
    /// What the law asks of an employer, the work environment above all: c.
    LegalObligation,
    /// What keeps the rest safe (article 32), as part of the task it keeps: e.
    Security,
}

/// Who can read it in the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// Whoever it is about, and nobody else.
    Oneself,
    /// Whoever it is about, HR and IT.
    PeopleKeepers,
    /// Whoever is signed in, as far as it is about what they belong to.
    SignedIn,
    /// Whoever planned it, those asked, HR.
    RoundsPeople,
    /// Those whose unit it is, their leader, HR, the top manager: each what is released for them.
    AsReleased,
    /// HR and IT.
    HrAndIt,
    /// Those it concerns, and IT.
    Concerned,
    /// The data protection officer; everybody what concerns them.
    LogReaders,
    /// Nobody: the program alone.
    Program,
}

/// Whether it is likely to be a public record. Each authority judges for itself, when somebody asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Public {
    /// Likely, and to be tried for secrecy before it is given out.
    Likely,
    /// Hardly: somebody's own working material, or a calendar's.
    OwnMaterial,
    /// Hardly: what only serves the program.
    Technical,
}

impl Area {
    /// Every area, in the order they are shown.
    pub const ALL: [Area; 5] = [Area::People, Area::Doors, Area::Own, Area::Rounds, Area::Running];

    /// What belongs to it.
    pub fn records(self) -> impl Iterator<Item = &'static Record> {
        RECORDS.iter().filter(move |record| record.area == self)
    }
}

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Record {
    /// What it is.
    pub what: What,
    /// What it belongs to.
    pub area: Area,
    /// The tables it lies in.
    pub tables: &'static [&'static str],
    /// On what ground.
    pub ground: Ground,
    /// For how long.
    pub kept: Kept,
    /// Who can read it.
    pub reader: Reader,
    /// Whether it is likely to be a public record.
    pub public: Public,
}

const EMPLOYED: Kept = Kept::WhileEmployed { and_days: LEAVERS_DAYS };
const UNUSED: Kept = Kept::Unused { days: days(Session::IDLE), at_most: days(Session::LIFE) };

const fn until(ends_with: EndsWith) -> Kept {
    Kept::Until(ends_with)
}

/// Everything that is kept.
pub const RECORDS: &[Record] = &[
    Record {
        what: What::Organisation,
        area: Area::People,
        ground: Ground::NoPersonalData,
        kept: Kept::WhileHere,
        reader: Reader::SignedIn,
        public: Public::Likely,
        tables: &["organisation", "unit", "unit_version", "unit_succession", "authority", "strict_mode"],
    },
    Record {
        what: What::Person,
        area: Area::People,
        ground: Ground::PublicTask,
        kept: EMPLOYED,
        reader: Reader::PeopleKeepers,
        public: Public::Likely,
        tables: &["person"],
    },
    Record {
        what: What::Employment,
        area: Area::People,
        ground: Ground::PublicTask,
        kept: EMPLOYED,
        reader: Reader::PeopleKeepers,
        public: Public::Likely,
        tables: &["employment", "employment_leave", "leadership"],
    },
    Record {
        what: What::Role,
        area: Area::People,
        ground: Ground::PublicTask,
        kept: EMPLOYED,
        reader: Reader::PeopleKeepers,
        public: Public::Likely,
        tables: &["given_role"],
    },
    Record {
        what: What::StaffListFile,
        area: Area::People,
        ground: Ground::PublicTask,
        kept: lasting(STAFF_LIST),
        reader: Reader::HrAndIt,
        public: Public::Likely,
        tables: &["staff_list_file"],
    },
    Record {
        what: What::StaffList,
        area: Area::People,
        ground: Ground::PublicTask,
        kept: Kept::WhileHere,
        reader: Reader::HrAndIt,
        public: Public::Likely,
        tables: &["staff_list", "staff_list_column"],
    },
    Record {
        what: What::Before,
        area: Area::People,
        ground: Ground::PublicTask,
        kept: lasting(UNDOING),
        reader: Reader::Program,
        public: Public::Technical,
        tables: &[
            "staff_list_touch",
            "unit_before",
            "unit_version_before",
            "person_before",
            "employment_before",
            "employment_leave_before",
            "leadership_before",
        ],
    },
    Record {
        what: What::Deputy,
        area: Area::People,
        ground: Ground::PublicTask,
        kept: until(EndsWith::LastDay),
        reader: Reader::Concerned,
        public: Public::Likely,
        tables: &["delegation"],
    },
    Record {
        what: What::Directory,
        area: Area::People,
        ground: Ground::PublicTask,
        kept: EMPLOYED,
        reader: Reader::PeopleKeepers,
        public: Public::Likely,
        tables: &["scim_token", "scim_user", "scim_group", "scim_member", "role_by_group", "sign_in_lock"],
    },
    Record {
        what: What::Password,
        area: Area::Doors,
        ground: Ground::Security,
        kept: until(EndsWith::TheirWord),
        reader: Reader::Program,
        public: Public::Technical,
        tables: &["password"],
    },
    Record {
        what: What::Account,
        area: Area::Doors,
        ground: Ground::Security,
        kept: EMPLOYED,
        reader: Reader::Oneself,
        public: Public::Technical,
        tables: &["account"],
    },
    Record {
        what: What::Passkey,
        area: Area::Doors,
        ground: Ground::Security,
        kept: until(EndsWith::TheirWord),
        reader: Reader::Oneself,
        public: Public::Technical,
        tables: &["passkey"],
    },
    Record {
        what: What::Session,
        area: Area::Doors,
        ground: Ground::Security,
        kept: UNUSED,
        reader: Reader::Oneself,
        public: Public::Technical,
        tables: &["session"],
    },
    Record {
        what: What::Link,
        area: Area::Doors,
        ground: Ground::Security,
        kept: until(EndsWith::Use),
        reader: Reader::Program,
        public: Public::Technical,
        tables: &["pass"],
    },
    Record {
        what: What::Attempt,
        area: Area::Doors,
        ground: Ground::Security,
        kept: lasting(TRIES),
        reader: Reader::Program,
        public: Public::Technical,
        tables: &["attempt"],
    },
    Record {
        what: What::Week,
        area: Area::Own,
        ground: Ground::PublicTask,
        kept: Kept::Months(WEEKS_MONTHS),
        reader: Reader::Oneself,
        public: Public::OwnMaterial,
        tables: &["week", "week_part", "guess", "unplanned"],
    },
    Record {
        what: What::Lesson,
        area: Area::Own,
        ground: Ground::PublicTask,
        kept: until(EndsWith::TheirWord),
        reader: Reader::Oneself,
        public: Public::OwnMaterial,
        tables: &["lesson"],
    },
    Record {
        what: What::Suggestion,
        area: Area::Own,
        ground: Ground::PublicTask,
        kept: until(EndsWith::NextCalendar),
        reader: Reader::Oneself,
        public: Public::OwnMaterial,
        tables: &["suggestion"],
    },
    Record {
        what: What::Hours,
        area: Area::Own,
        ground: Ground::PublicTask,
        kept: until(EndsWith::TheirWord),
        reader: Reader::Oneself,
        public: Public::OwnMaterial,
        tables: &["week_setting"],
    },
    Record {
        what: What::Subscription,
        area: Area::Own,
        ground: Ground::PublicTask,
        kept: until(EndsWith::TheirWord),
        reader: Reader::Oneself,
        public: Public::OwnMaterial,
        tables: &["subscription"],
    },
    Record {
        what: What::Step,
        area: Area::Own,
        ground: Ground::PublicTask,
        kept: until(EndsWith::TheirWord),
        reader: Reader::Oneself,
        public: Public::OwnMaterial,
        tables: &["step", "check_in", "dropped", "estimate", "leadership_time"],
    },
    Record {
        what: What::Round,
        area: Area::Rounds,
        ground: Ground::LegalObligation,
        kept: Kept::WhileHere,
        reader: Reader::RoundsPeople,
        public: Public::Likely,
        tables: &[
            "round",
            "round_question",
            "round_node",
            "round_member",
            "round_authority",
            "key_group",
            "opening",
            "manifest",
        ],
    },
    Record {
        what: What::Asked,
        area: Area::Rounds,
        ground: Ground::LegalObligation,
        kept: until(EndsWith::Closing),
        reader: Reader::Program,
        public: Public::Technical,
        tables: &["eligible", "invitation"],
    },
    Record {
        what: What::Draw,
        area: Area::Rounds,
        ground: Ground::LegalObligation,
        kept: until(EndsWith::Closing),
        reader: Reader::Program,
        public: Public::Technical,
        tables: &["draw"],
    },
    Record {
        what: What::Slip,
        area: Area::Rounds,
        ground: Ground::NoPersonalData,
        kept: until(EndsWith::Closing),
        reader: Reader::Program,
        public: Public::Technical,
        tables: &["slip"],
    },
    Record {
        what: What::Arrival,
        area: Area::Rounds,
        ground: Ground::NoPersonalData,
        kept: until(EndsWith::Closing),
        reader: Reader::Program,
        public: Public::Technical,
        tables: &["ballot_box", "arrival"],
    },
    Record {
        what: What::Ballot,
        area: Area::Rounds,
        ground: Ground::NoPersonalData,
        kept: Kept::DaysAfterClosing(days(Round::BALLOTS_KEPT)),
        reader: Reader::Program,
        public: Public::Technical,
        tables: &["ballot"],
    },
    Record {
        what: What::Result,
        area: Area::Rounds,
        ground: Ground::LegalObligation,
        kept: Kept::WhileHere,
        reader: Reader::AsReleased,
        public: Public::Likely,
        tables: &[
            "closing",
            "receipts",
            "released_node",
            "pool_leaf",
            "released_figure",
            "released_band",
            "released_correlation",
            "released_words",
            "released_to_centre",
        ],
    },
    Record {
        what: What::Agreed,
        area: Area::Rounds,
        ground: Ground::LegalObligation,
        kept: Kept::WhileHere,
        reader: Reader::AsReleased,
        public: Public::Likely,
        tables: &["agreed_action"],
    },
    Record {
        what: What::Log,
        area: Area::Running,
        ground: Ground::Security,
        kept: Kept::Months(LOG_MONTHS),
        reader: Reader::LogReaders,
        public: Public::Likely,
        tables: &["audit_waiting", "audit_entry", "audit_chain"],
    },
    Record {
        what: What::Letter,
        area: Area::Running,
        ground: Ground::PublicTask,
        kept: lasting(LETTERS),
        reader: Reader::Program,
        public: Public::Technical,
        tables: &["letter"],
    },
    Record {
        what: What::Job,
        area: Area::Running,
        ground: Ground::NoPersonalData,
        kept: until(EndsWith::Done),
        reader: Reader::Program,
        public: Public::Technical,
        tables: &["job", "persona"],
    },
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_table_is_of_one_record_and_each_area_has_some() {
        let mut seen = BTreeSet::new();
        for table in RECORDS.iter().flat_map(|record| record.tables) {
            assert!(seen.insert(table), "{table} is named twice");
        }
        assert!(Area::ALL.iter().all(|area| area.records().count() > 0));
        assert_eq!(Area::ALL.iter().map(|area| area.records().count()).sum::<usize>(), RECORDS.len());
    }

    #[test]
    fn what_is_a_managers_own_is_read_by_nobody_else() {
        for record in Area::Own.records() {
            assert_eq!((record.reader, record.public), (Reader::Oneself, Public::OwnMaterial), "{record:?}");
        }
    }
}
