use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use people::{Language, OrganisationId, PersonId, UnitId};

people::id! {
    /// A round of questions.
    RoundId
}

impl RoundId {
    /// As ballots and manifests name it: the id as 128 bits, the most significant byte first.
    pub fn to_wire(self) -> [u8; 16] {
        wide(self.0.unsigned_abs())
    }

    /// Reads [`RoundId::to_wire`]; `None` for what no id is.
    pub fn from_wire(bytes: [u8; 16]) -> Option<RoundId> {
        i64::try_from(u128::from_be_bytes(bytes)).ok().map(RoundId)
    }
}

/// A node's place in the frozen tree of a round, parents before children, from 0. A leaf's is also its key group's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place(pub u32);

impl Place {
    /// As ballots name the group: the place as 128 bits, the most significant byte first.
    pub fn to_wire(self) -> [u8; 16] {
        wide(self.0.into())
    }

    /// Reads [`Place::to_wire`]; `None` for what no place is.
    pub fn from_wire(bytes: [u8; 16]) -> Option<Place> {
        u32::try_from(u128::from_be_bytes(bytes)).ok().map(Place)
    }
}

fn wide(number: u64) -> [u8; 16] {
    u128::from(number).to_be_bytes()
}

/// Who below the unit of a round is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reach {
    /// Those whose closest manager is the unit's: its staff, that of units below without a manager of their own, and the
    /// managers right below.
    Unit,
    /// Everybody in the unit and below.
    Subtree,
    /// The same, but shown by occupation and not by unit.
    Occupations,
    /// Those who lead a unit below.
    Managers,
    /// Whoever is served and comes by the poster: nobody is known beforehand.
    Open,
}

impl Reach {
    /// All, in the order they are offered.
    pub const ALL: [Reach; 5] =
        [Reach::Unit, Reach::Subtree, Reach::Occupations, Reach::Managers, Reach::Open];

    /// As stored.
    pub const fn code(self) -> &'static str {
        match self {
            Reach::Unit => "unit",
            Reach::Subtree => "subtree",
            Reach::Occupations => "occupations",
            Reach::Managers => "managers",
            Reach::Open => "open",
        }
    }

    /// Reads [`Reach::code`].
    pub fn from_code(code: &str) -> Option<Reach> {
        Reach::ALL.into_iter().find(|reach| reach.code() == code)
    }
}

/// A round of questions as it was planned. Who exactly is asked, and when it opened and closed, are rows of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// Its id.
    pub id: RoundId,
    /// Whose round.
    pub organisation: OrganisationId,
    /// What it is called, 1..=100 characters.
    pub name: String,
    /// Who planned it, while they are here.
    pub planned_by: Option<PersonId>,
    /// The top of what is asked.
    pub unit: UnitId,
    /// Who below it.
    pub reach: Reach,
    /// When it opens.
    pub opens_at: Timestamp,
    /// Until when a ballot can be collected: [`Round::DRAWS_END_BEFORE`] it closes.
    pub draws_end_at: Timestamp,
    /// Until when a ballot can be handed in or changed.
    pub closes_at: Timestamp,
    /// What it is asked in; never empty, the organisation's own first.
    pub languages: Vec<Language>,
    /// The fewest answers that anything is shown of, one's own among them.
    pub k: u32,
    /// Whether figures of a pool that changed by a few people since last time are held back: "strict mode".
    pub strict: bool,
    /// The day it was taken up in samverkan or MED; without, it does not open.
    pub consulted_on: Option<Date>,
    /// The round that this one follows up: "did you talk about it".
    pub follows: Option<RoundId>,
    /// When it was called off.
    pub cancelled_at: Option<Timestamp>,
}

impl Round {
    /// The fewest people a key group has, and a round asks.
    pub const LEAST_ELIGIBLE: u32 = 8;
    /// The fewest answers anything is shown of: oneself and five others.
    pub const K: u32 = 6;
    /// The most that [`Round::k`] can be raised to.
    pub const K_MOST: u32 = 50;
    /// Ballots are no longer collected this long before the round closes, so that what was collected can be handed in.
    pub const DRAWS_END_BEFORE: SignedDuration = SignedDuration::from_hours(1);
    /// Who is asked is settled this long before the round opens: keys are made and slips printed meanwhile.
    pub const FROZEN_BEFORE: SignedDuration = SignedDuration::from_hours(24);
    /// The shortest time a round is open.
    pub const SHORTEST: SignedDuration = SignedDuration::from_hours(24);
    /// The longest.
    pub const LONGEST: SignedDuration = SignedDuration::from_hours(42 * 24);
    /// How far ahead one is planned: a year and a bit.
    pub const PLANNED_AHEAD: SignedDuration = SignedDuration::from_hours(400 * 24);
    /// From one round of a leader's own to the next, opening to opening, in days.
    pub const LEADERS_OWN_APART_DAYS: i32 = 28;
    /// Ballots are erased this long after closing.
    pub const BALLOTS_KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);
    /// Longest name, in characters.
    pub const NAME: usize = 100;

    /// The most questions a manager asks in a round of their own: it is short.
    pub const LEADERS_OWN_QUESTIONS: usize = 8;
    /// The fewest that [`Round::k`] can be.
    pub const K_LEAST: u32 = 5;
    /// The most reminders anybody gets of a round.
    pub const REMINDERS: u32 = 2;

    /// Whether the round can be planned so at `now`.
    ///
    /// # Errors
    /// The first rule it does not keep.
    pub fn check(&self, now: Timestamp) -> Result<(), PlanError> {
        let open_for = self.closes_at.duration_since(self.opens_at);
        if !(1..=Round::NAME).contains(&self.name.chars().count()) || self.name.chars().any(char::is_control)
        {
            Err(PlanError::Name)
        } else if self.opens_at < now {
            Err(PlanError::OpensInThePast)
        } else if self.opens_at.duration_since(now) > Round::PLANNED_AHEAD {
            Err(PlanError::TooFarAhead)
        } else if !(Round::SHORTEST..=Round::LONGEST).contains(&open_for)
            || self.draws_end_at != self.closes_at - Round::DRAWS_END_BEFORE
        {
            Err(PlanError::Length)
        } else if !(Round::K_LEAST..=Round::K_MOST).contains(&self.k) {
            Err(PlanError::K)
        } else if self.languages.is_empty() {
            Err(PlanError::Languages)
        } else {
            Ok(())
        }
    }

    /// When reminder number `number` (1 or 2) is due: half-way to the end of drawing, and five sixths of the way.
    pub fn reminder_at(&self, number: u32) -> Timestamp {
        let whole = self.draws_end_at.duration_since(self.opens_at);
        self.opens_at + if number <= 1 { whole / 2 } else { whole / 6 * 5 }
    }

    /// The first day on which a manager's own round of a unit can open, given the days on which others of it open: at
    /// least [`Round::LEADERS_OWN_APART_DAYS`] from each, before and after. `None` when `wanted` is free.
    pub fn next_free_day(wanted: Date, taken: &[Date]) -> Option<Date> {
        let apart = jiff::Span::new().days(Round::LEADERS_OWN_APART_DAYS);
        let near = |day: Date, other: &Date| {
            let (early, late) = if day < *other { (day, *other) } else { (*other, day) };
            early.saturating_add(apart) > late
        };
        let mut day = wanted;
        while let Some(other) = taken.iter().filter(|other| near(day, other)).max() {
            day = other.saturating_add(apart);
        }
        (day != wanted).then_some(day)
    }

    /// Whether anybody is asked by name.
    pub fn asks_by_name(&self) -> bool {
        self.reach != Reach::Open
    }

    /// Whether its answers are there to be talked about, and not only whether others' were.
    pub fn is_talked_about(&self) -> bool {
        self.follows.is_none()
    }

    /// When who is asked is settled.
    pub fn frozen_at(&self) -> Timestamp {
        self.opens_at - Round::FROZEN_BEFORE
    }
}

/// Why a round cannot be planned so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// Not 1 to [`Round::NAME`] characters on one line.
    #[error("a round's name has 1 to {} characters", Round::NAME)]
    Name,
    /// It would open before now.
    #[error("the round would open in the past")]
    OpensInThePast,
    /// Later than [`Round::PLANNED_AHEAD`].
    #[error("the round would open too far ahead")]
    TooFarAhead,
    /// Shorter than [`Round::SHORTEST`], or longer than [`Round::LONGEST`].
    #[error("the round would be too short or too long")]
    Length,
    /// Below [`Round::K_LEAST`] or above [`Round::K_MOST`].
    #[error("between {} and {} answers", Round::K_LEAST, Round::K_MOST)]
    K,
    /// In no language.
    #[error("a round is asked in at least one language")]
    Languages,
}

/// Where a round is on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RoundState {
    /// Planned; who is asked is not settled.
    Planned,
    /// Who is asked is settled; keys are being made or are ready.
    Frozen,
    /// Answers are taken.
    Open,
    /// It has its results.
    Closed,
    /// It was called off, and has none.
    CalledOff,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn ids_and_places_come_back_from_the_wire(id in 0_i64..=i64::MAX, place: u32) {
            prop_assert_eq!(RoundId::from_wire(RoundId(id).to_wire()), Some(RoundId(id)));
            prop_assert_eq!(Place::from_wire(Place(place).to_wire()), Some(Place(place)));
        }
    }

    #[test]
    fn what_is_too_large_is_no_id() {
        assert_eq!(RoundId::from_wire([0xff; 16]), None);
        assert_eq!(Place::from_wire((1_u128 << 32).to_be_bytes()), None);
        assert_eq!(RoundId(258).to_wire(), [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2]);
    }

    fn round() -> Round {
        let opens_at: Timestamp = "2026-12-01T06:00:00Z".parse().unwrap();
        let closes_at = opens_at + SignedDuration::from_hours(13);
        let closes_at = closes_at + SignedDuration::from_hours(13 * 24);
        Round {
            id: RoundId(1),
            organisation: OrganisationId(1),
            name: "Vår".into(),
            planned_by: None,
            unit: UnitId(1),
            reach: Reach::Subtree,
            opens_at,
            draws_end_at: closes_at - Round::DRAWS_END_BEFORE,
            closes_at,
            languages: vec![Language::Sv],
            k: Round::K,
            strict: false,
            consulted_on: None,
            follows: None,
            cancelled_at: None,
        }
    }

    #[test]
    fn a_plan_keeps_its_limits() {
        let now: Timestamp = "2026-11-23T06:00:00Z".parse().unwrap();
        let hours = SignedDuration::from_hours;
        let changed = |change: &dyn Fn(&mut Round)| {
            let mut round = round();
            change(&mut round);
            round.check(now)
        };
        let length = |length: SignedDuration| {
            changed(&|round| {
                round.closes_at = round.opens_at + length;
                round.draws_end_at = round.closes_at - Round::DRAWS_END_BEFORE;
            })
        };
        assert_eq!(changed(&|_| ()), Ok(()));
        assert_eq!(changed(&|round| round.name = String::new()), Err(PlanError::Name));
        assert_eq!(changed(&|round| round.name = "å".repeat(100)), Ok(()));
        assert_eq!(changed(&|round| round.name = "å".repeat(101)), Err(PlanError::Name));
        assert_eq!(changed(&|round| round.opens_at = now - hours(1)), Err(PlanError::OpensInThePast));
        assert_eq!(changed(&|round| round.opens_at = now + hours(401 * 24)), Err(PlanError::TooFarAhead));
        assert_eq!([24, 42 * 24].map(|of| length(hours(of))), [Ok(()), Ok(())]);
        assert_eq!([23, 42 * 24 + 1].map(|of| length(hours(of))), [Err(PlanError::Length); 2]);
        assert_eq!([5, 50].map(|k| changed(&|round| round.k = k)), [Ok(()), Ok(())]);
        assert_eq!([4, 51].map(|k| changed(&|round| round.k = k)), [Err(PlanError::K); 2]);
        assert_eq!(changed(&|round| round.languages.clear()), Err(PlanError::Languages));
    }

    #[test]
    fn reminders_lie_within_the_time_for_drawing() {
        let round = round();
        let times = [round.opens_at, round.reminder_at(1), round.reminder_at(2), round.draws_end_at];
        assert!(times.is_sorted_by(|a, b| a < b), "{times:?}");
    }

    proptest! {
        #[test]
        fn a_managers_own_rounds_are_four_weeks_apart(taken in prop::collection::vec(0_i32..300, 0..8), wanted in 0_i32..300) {
            let day = |number: i32| jiff::civil::date(2026, 1, 1).saturating_add(jiff::Span::new().days(number));
            let taken: Vec<_> = taken.into_iter().map(day).collect();
            let free = |day: Date| taken.iter().all(|other| (day - *other).get_days().abs() >= 28);
            match Round::next_free_day(day(wanted), &taken) {
                None => prop_assert!(free(day(wanted))),
                Some(next) => {
                    prop_assert!(!free(day(wanted)) && free(next) && next > day(wanted));
                    let mut between = day(wanted);
                    while between < next {
                        prop_assert!(!free(between));
                        between = between.tomorrow().unwrap();
                    }
                }
            }
        }
    }

    #[test]
    fn a_reach_is_read_back_from_its_code() {
        assert!(Reach::ALL.into_iter().all(|reach| Reach::from_code(reach.code()) == Some(reach)));
        assert_eq!(Reach::from_code("all"), None);
    }
}
