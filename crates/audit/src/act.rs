use people::{PersonId, UnitId};
use pulse::{Place, RoundId};

use crate::Note;

/// What sort of act it is: what the log is looked through by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A look at results.
    Looks,
    /// People and units, by list or by hand.
    People,
    /// Rounds, and how they are shown.
    Rounds,
    /// Roles and deputies.
    Roles,
    /// Ways in.
    Doors,
    /// What somebody erased or fetched of their own, and who was forgotten.
    Own,
    /// The log itself.
    Log,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 7] =
        [Kind::Looks, Kind::People, Kind::Rounds, Kind::Roles, Kind::Doors, Kind::Own, Kind::Log];

    /// As stored.
    pub const fn code(self) -> &'static str {
        match self {
            Kind::Looks => "looks",
            Kind::People => "people",
            Kind::Rounds => "rounds",
            Kind::Roles => "roles",
            Kind::Doors => "doors",
            Kind::Own => "own",
            Kind::Log => "log",
        }
    }

    /// Reads [`Kind::code`].
    pub fn from_code(code: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Declares the acts: each with its kind and its code.
macro_rules! acts {
    ($($(#[$doc:meta])* $act:ident = $kind:ident $code:literal;)*) => {
        /// What was done. The code is stored, so it never changes.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Act { $($(#[$doc])* $act),* }

        impl Act {
            /// Every act.
            pub const ALL: &[Act] = &[$(Act::$act),*];

            /// As stored.
            pub const fn code(self) -> &'static str {
                match self { $(Act::$act => $code),* }
            }

            /// What sort of act it is.
            pub const fn kind(self) -> Kind {
                match self { $(Act::$act => Kind::$kind),* }
            }
        }
    };
}

acts! {
    /// Looked at the page of a group.
    SawGroup = Looks "saw_group";
    /// Looked at the list of all groups of a round.
    SawGroups = Looks "saw_groups";
    /// Looked at the guide for a group's talk.
    SawTalk = Looks "saw_talk";
    /// Looked at what could be computed about somebody in a group.
    SawComputable = Looks "saw_computable";
    /// Took a group's figures along; the detail is the file.
    TookFigures = Looks "took_figures";
    /// Released what an authority said in a round to the centre; the place is the authority's top.
    ReleasedToCentre = Looks "released_to_centre";

    /// Did a staff list.
    StaffListDone = People "staff_list_done";
    /// Undid one.
    StaffListUndone = People "staff_list_undone";
    /// Said what the columns of staff lists mean.
    ColumnsSaid = People "columns_said";
    /// Took along everyone as a list.
    TookEveryone = People "took_everyone";
    /// Added a person.
    PersonAdded = People "person_added";
    /// Changed a person's name or address.
    PersonRenamed = People "person_renamed";
    /// Employed somebody in a unit.
    Employed = People "employed";
    /// Moved an employment to a unit.
    EmploymentMoved = People "employment_moved";
    /// Ended an employment.
    EmploymentEnded = People "employment_ended";
    /// Noted leave.
    LeaveNoted = People "leave_noted";
    /// Gave somebody a unit to lead.
    LeadGiven = People "lead_given";
    /// Took it from them.
    LeadTaken = People "lead_taken";
    /// Opened a unit.
    UnitOpened = People "unit_opened";
    /// Named a unit anew.
    UnitRenamed = People "unit_renamed";
    /// Moved a unit.
    UnitMoved = People "unit_moved";
    /// Merged a unit into another.
    UnitMerged = People "unit_merged";
    /// Closed a unit.
    UnitClosed = People "unit_closed";
    /// Marked a unit as the top of an authority.
    AuthorityMarked = People "authority_marked";
    /// Took that away.
    AuthorityUnmarked = People "authority_unmarked";

    /// Planned a round.
    RoundPlanned = Rounds "round_planned";
    /// Noted that a round was taken up in samverkan or MED.
    ConsultationNoted = Rounds "consultation_noted";
    /// Called a round off.
    RoundCalledOff = Rounds "round_called_off";
    /// A round opened.
    RoundOpened = Rounds "round_opened";
    /// A round closed, and its results were released.
    RoundClosed = Rounds "round_closed";
    /// The ballots of a round were erased.
    BallotsErased = Rounds "ballots_erased";
    /// Made slips.
    SlipsMade = Rounds "slips_made";
    /// Switched strict mode on.
    StrictBegun = Rounds "strict_begun";
    /// Switched it off.
    StrictEnded = Rounds "strict_ended";

    /// Gave a role; the detail is which.
    RoleGiven = Roles "role_given";
    /// Took it.
    RoleTaken = Roles "role_taken";
    /// Said which role a group of the directory gives; the detail is which, none for none.
    GroupRoleSaid = Roles "group_role_said";
    /// Let somebody act for them; the detail is in what.
    DeputyNamed = Roles "deputy_named";
    /// Ended that.
    DeputyEnded = Roles "deputy_ended";

    /// Set a password.
    PasswordSet = Doors "password_set";
    /// Took it away.
    PasswordDropped = Doors "password_dropped";
    /// Signed in, of those who were given a role; the detail is by which door.
    SignedIn = Doors "signed_in";
    /// Made a passkey.
    PasskeyMade = Doors "passkey_made";
    /// Removed one.
    PasskeyRemoved = Doors "passkey_removed";
    /// Let go of somebody's account at the organisation's own sign-in.
    AccountForgotten = Doors "account_forgotten";
    /// Made a token for the directory.
    TokenMade = Doors "token_made";
    /// Ended one.
    TokenEnded = Doors "token_ended";
    /// The directory locked somebody out.
    LockedOut = Doors "locked_out";
    /// Somebody who was locked out was let in again.
    LetIn = Doors "let_in";

    /// Erased what is their own; the detail is what.
    OwnErased = Own "own_erased";
    /// Fetched what is kept about them.
    OwnTaken = Own "own_taken";
    /// Somebody who left long ago was forgotten.
    LeaverForgotten = Own "leaver_forgotten";

    /// Read the log.
    LogRead = Log "log_read";
    /// Took it along; the detail is the file.
    LogTaken = Log "log_taken";
    /// Lines that had been kept long enough went; the thing is the number of the first that stayed.
    LogCut = Log "log_cut";
}

impl Act {
    /// Reads [`Act::code`].
    pub fn from_code(code: &str) -> Option<Act> {
        Act::ALL.iter().copied().find(|act| act.code() == code)
    }

    /// About nobody in particular.
    pub const fn note(self) -> Note {
        Note {
            act: self,
            person: None,
            unit: None,
            round: None,
            place: None,
            thing: None,
            detail: None,
            until: None,
        }
    }

    /// About a person.
    pub const fn of(self, person: PersonId) -> Note {
        Note { person: Some(person), ..self.note() }
    }

    /// About a unit.
    pub const fn at(self, unit: UnitId) -> Note {
        Note { unit: Some(unit), ..self.note() }
    }

    /// About a round.
    pub const fn in_round(self, round: RoundId) -> Note {
        Note { round: Some(round), ..self.note() }
    }

    /// About a place of a round.
    pub const fn in_place(self, round: RoundId, place: Place) -> Note {
        Note { round: Some(round), place: Some(place), ..self.note() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_back_and_none_stands_twice() {
        for (index, act) in Act::ALL.iter().enumerate() {
            assert_eq!(Act::from_code(act.code()), Some(*act));
            assert!(Act::ALL[..index].iter().all(|other| other.code() != act.code()), "{act:?}");
            assert!(act.code().len() <= 40);
        }
        for kind in Kind::ALL {
            assert_eq!(Kind::from_code(kind.code()), Some(kind));
            assert!(Act::ALL.iter().any(|act| act.kind() == kind), "{kind:?} has no act");
        }
    }
}
