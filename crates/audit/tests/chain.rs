//! Whatever is done to the lines of a chain is found; what was kept long enough may go.

use access::{Actor, Role, Roles};
use audit::{Act, Broken, Chain, Hash, Line};
use jiff::Timestamp;
use people::{OrganisationId, PersonId, UnitId};
use proptest::prelude::*;
use pulse::{Place, RoundId};

type Stored = (u64, Line, Hash);

fn chained(lines: Vec<Line>) -> (Chain, Vec<Stored>) {
    let mut chain = Chain::default();
    let put = |line: Line| {
        let (number, hash) = chain.add(&line);
        (number, line, hash)
    };
    let stored = lines.into_iter().map(put).collect();
    (chain, stored)
}

fn read(chain: Chain, stored: &[Stored]) -> Result<(), Broken> {
    let mut reading = chain.read();
    for (number, line, hash) in stored {
        reading.line(line, (*number, hash))?;
    }
    reading.end()
}

fn line() -> impl Strategy<Value = Line> {
    let number = 1..1_i64 << 53;
    let maybe = || proptest::option::of(1..1_i64 << 53);
    (
        prop::sample::select(Act::ALL),
        number.clone(),
        number,
        0..4_000_000_000_000_i64,
        maybe(),
        maybe(),
        maybe(),
    )
        .prop_map(|(act, id, actor, at, person, unit, round)| {
            let mut note = act.note();
            (note.person, note.unit) = (person.map(PersonId), unit.map(UnitId));
            (note.round, note.place) = (round.map(RoundId), round.map(|round| Place(round as u32 % 100)));
            let roles = Roles::default().with(if id % 2 == 0 { Role::Hr } else { Role::Leader });
            let actor = Actor { organisation: OrganisationId(1), person: PersonId(actor), roles };
            Line::by(&actor, note, Timestamp::from_millisecond(at).unwrap_or_default(), id)
        })
}

fn lines() -> impl Strategy<Value = Vec<Line>> {
    proptest::collection::vec(line(), 2..30)
}

/// One thing changed in a line, as somebody might wish it to read.
fn changed(line: &Line, what: u8) -> Line {
    let mut new = line.clone();
    match what % 8 {
        0 => new.at += jiff::SignedDuration::from_millis(1),
        1 => new.actor = new.actor.map(|actor| PersonId(actor.0 + 1)),
        2 => new.actor = None,
        3 => new.roles = "it".to_owned(),
        4 => new.person = Some(PersonId(new.person.map_or(1, |person| person.0 + 1))),
        5 => new.unit = Some(UnitId(new.unit.map_or(1, |unit| unit.0 + 1))),
        6 => new.behalf = Some(PersonId(7)),
        _ => {
            let other = Act::ALL.iter().find(|act| **act != new.act);
            new.act = other.copied().unwrap_or(new.act);
        }
    }
    new
}

proptest! {
    #[test]
    fn a_chain_that_nobody_touched_is_whole(lines in lines()) {
        let (chain, stored) = chained(lines);
        prop_assert_eq!(read(chain, &stored), Ok(()));
    }

    #[test]
    fn a_changed_line_is_found(lines in lines(), at: prop::sample::Index, what: u8) {
        let (chain, mut stored) = chained(lines);
        let at = at.index(stored.len());
        stored[at].1 = changed(&stored[at].1, what);
        prop_assert_eq!(read(chain, &stored), Err(Broken::Altered(stored[at].0)));
    }

    /// Whoever changes a line and works out its hash anew must do so for all that follow, and then the end is another.
    #[test]
    fn a_chain_worked_out_anew_ends_elsewhere(lines in lines(), at: prop::sample::Index, what: u8) {
        let (chain, stored) = chained(lines);
        let mut forged: Vec<Line> = stored.iter().map(|(_, line, _)| line.clone()).collect();
        let at = at.index(forged.len());
        forged[at] = changed(&forged[at], what);
        prop_assert!(read(chain, &chained(forged).1).is_err());
    }

    #[test]
    fn a_line_that_is_gone_is_found(lines in lines(), at: prop::sample::Index) {
        let (chain, mut stored) = chained(lines);
        let (number, ..) = stored.remove(at.index(stored.len()));
        prop_assert_eq!(read(chain, &stored), Err(Broken::Missing(number)));
    }

    #[test]
    fn lines_that_changed_places_are_found(lines in lines(), a: prop::sample::Index, b: prop::sample::Index) {
        let (chain, mut stored) = chained(lines);
        let (a, b) = (a.index(stored.len()), b.index(stored.len()));
        prop_assume!(a != b);
        let (one, other) = (stored[a].1.clone(), stored[b].1.clone());
        prop_assume!(one != other);
        // With their numbers where they stood, and as they came.
        (stored[a].1, stored[b].1) = (other, one);
        prop_assert!(read(chain, &stored).is_err());
        let (_, mut stored) = chained(stored.iter().map(|(_, line, _)| line.clone()).collect());
        stored.swap(a, b);
        prop_assert!(read(chain, &stored).is_err());
    }

    #[test]
    fn an_end_that_is_cut_off_is_found(lines in lines(), keep: prop::sample::Index) {
        let (chain, mut stored) = chained(lines);
        stored.truncate(keep.index(stored.len()));
        prop_assert_eq!(read(chain, &stored), Err(Broken::Missing(stored.len() as u64 + 1)));
    }

    #[test]
    fn a_line_put_in_is_found(lines in lines(), new in line(), at: prop::sample::Index) {
        let (chain, stored) = chained(lines);
        let mut forged: Vec<Line> = stored.iter().map(|(_, line, _)| line.clone()).collect();
        forged.insert(at.index(forged.len() + 1), new);
        prop_assert!(read(chain, &chained(forged).1).is_err());
    }

    #[test]
    fn what_was_kept_long_enough_may_go_and_nothing_else(lines in lines(), at: prop::sample::Index) {
        let (mut chain, mut stored) = chained(lines);
        let gone = at.index(stored.len());
        let rest = stored.split_off(gone + 1);
        let (number, _, hash) = stored[gone].clone();
        chain.cut(number, hash);
        prop_assert_eq!(read(chain, &rest), Ok(()));
        if let [_, more @ ..] = &rest[..] {
            prop_assert!(read(chain, more).is_err(), "one more is gone");
        }
    }
}

/// Worked out with another program: `printf '\0…\0' | cat - line | sha256sum`.
#[test]
fn the_first_hash_is_that_of_thirty_two_zeros_and_the_line() {
    let actor = Actor {
        organisation: OrganisationId(1),
        person: PersonId(2),
        roles: Roles::default().with(Role::Hr),
    };
    let note = Act::RoleGiven.of(PersonId(3)).saying("it").until(Some(jiff::civil::date(2027, 1, 31)));
    let line = Line::by(&actor, note, Timestamp::from_millisecond(1_700_000_000_000).unwrap_or_default(), 9);
    assert_eq!(line.text(1), "1|1|1|1700000000000|9|roles|role_given|2|hr||3|||||it|2027-01-31");
    let (_, hash) = Chain::default().add(&line);
    let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hex, "f818cc9aaba25b8c8752c73aae2c6d918213e072e3350712292934f89c125efc");
}
