//! Authorities as walls, on both databases: what is read on which side, what releasing does, and that only the right people do it.
#![allow(clippy::unwrap_used)]

mod rounds;

use access::{Actor, Role, Roles};
use actions::audit::Act;
use actions::authorities::{AuthorityRefused, mark, release, unmark};
use actions::results::{Opened, open};
use actions::roles::{NewRole, RoleRefused, give};
use actions::rounds::{NewRound, RoundRefused};
use actions::{Desk, Fault};
use jiff::civil::{Date, date};
use people::{Language, PersonId, UnitId};
use pulse::{Place, Question, Questionnaire, Reach, Round, RoundId, Shown, Told};
use rounds::{
    Made, ORGANISATION, QUESTIONS, TOP, cast, close, lent, municipality, open_round_of, person, time, varied,
};
use store::queue::{Job, Sort};
use store::testing::on_each_database;

const NORR: UnitId = UnitId(2);
const VASTER: UnitId = UnitId(5);
/// The places of the whole and of the units in a round.
const WHOLE: Place = Place(0);
const OF_NORR: Place = Place(1);
const OF_VASTER: Place = Place(4);

/// HR of the centre, and of Väster.
const CENTRAL: i64 = 90;
const WITHIN: i64 = 91;
const IT: i64 = 92;

fn actor(person: i64, role: Role) -> Actor {
    let roles = Roles::default().with(Role::Employee).with(role);
    Actor { organisation: ORGANISATION, person: PersonId(person), roles }
}

fn central() -> Actor {
    actor(CENTRAL, Role::Hr)
}

fn within() -> Actor {
    actor(WITHIN, Role::AuthorityHr)
}

const TODAY: Date = date(2026, 11, 24);

/// The municipality with Väster as an authority of its own, and HR on both sides.
async fn walled(store: store::Store) -> Desk {
    let desk = municipality(store).await;
    desk.write(|tx| {
        for id in [WITHIN, IT] {
            person(tx, id)?;
        }
        store::access::give_role(tx, ORGANISATION, PersonId(CENTRAL), Role::Hr)?;
        store::access::give_role(tx, ORGANISATION, PersonId(IT), Role::It)?;
        store::authorities::mark(tx, ORGANISATION, VASTER, date(2020, 1, 1))?;
        store::access::give_hr_within(tx, ORGANISATION, PersonId(WITHIN), VASTER, None)
    })
    .await
    .unwrap();
    desk
}

/// A closed round, around Väster in it a wall. Norr has 12 ballots, Söder and Öster too few, Väster 18, Mitten 14.
async fn closed_round(desk: &Desk, id: i64, made: Made<'_>) -> RoundId {
    let round = open_round_of(desk, id, made).await;
    let stood = [(VASTER, VASTER)].into();
    desk.write(move |tx| store::authorities::freeze(tx, (ORGANISATION, round), &stood)).await.unwrap();
    for (place, count) in [(1, 12), (2, 4), (3, 3), (4, 18), (5, 14)] {
        let ballots = varied(count, place as usize + id as usize);
        cast(desk, round, place, &lent(&ballots)).await;
    }
    close(desk, round).await;
    round
}

async fn opens(desk: &Desk, by: Actor, round: RoundId, place: Place) -> Option<Opened> {
    let shelf = desk.results.clone();
    match desk.read(move |tx| open(tx, &shelf, &by, round, place, TODAY)).await {
        Ok(opened) => Some(opened),
        Err(Fault::NotFound) => None,
        Err(fault) => panic!("{fault}"),
    }
}

async fn releases(desk: &Desk, by: Actor, round: RoundId, authority: UnitId) -> Result<(), AuthorityRefused> {
    desk.write(move |tx| release(tx, &by, round, authority, TODAY)).await
}

/// How many answered the first question of what is shown at a place, how it is shown, and who is left out.
fn shown(opened: &Opened, place: Place) -> (u32, Shown, Vec<String>) {
    let reading = opened.reading.as_ref().unwrap();
    let group = reading.published.group(place).unwrap();
    let answers = match reading.told(0, &group).unwrap() {
        Told::Near { answers, .. } | Told::Between { answers, .. } => answers,
        Told::Figures(figures) => figures.answers,
    };
    let left_out = opened.left_out(place).iter().map(|it| it.name.clone()).collect();
    (answers, group.shown, left_out)
}

#[test]
fn the_centre_reads_an_authority_when_it_has_released_and_not_before() {
    on_each_database(async |store| {
        let desk = walled(store).await;
        let round = closed_round(&desk, 7, Made::default()).await;
        let (leader, head) = (actor(5, Role::Leader), actor(1, Role::Leader));
        let (member, other) = (actor(500, Role::Employee), actor(200, Role::Employee));

        for outside in [central(), actor(CENTRAL, Role::TopManager), head, other] {
            assert!(opens(&desk, outside, round, OF_VASTER).await.is_none());
            let whole = opens(&desk, outside, round, WHOLE).await.unwrap();
            // 12 + 7 + 14: the eighteen of Väster are not among them.
            assert_eq!(shown(&whole, WHOLE), (33, Shown::Walled, vec!["Väster".to_owned()]));
            assert!(!whole.may_read(OF_VASTER));
        }
        for inside in [within(), leader, member] {
            let opened = opens(&desk, inside, round, OF_VASTER).await.unwrap();
            assert_eq!(shown(&opened, OF_VASTER), (18, Shown::Whole, Vec::new()));
            assert!(opened.authority(OF_VASTER).unwrap().release.is_none());
        }
        for place in [WHOLE, OF_NORR] {
            assert!(opens(&desk, within(), round, place).await.is_none(), "HR of Väster reads {place:?}");
        }
        assert_eq!(
            shown(&opens(&desk, member, round, WHOLE).await.unwrap(), WHOLE).0,
            51,
            "one's own are in"
        );

        for stranger in [central(), actor(IT, Role::It), actor(2, Role::Leader), head, member] {
            let refused = releases(&desk, stranger, round, VASTER).await;
            assert!(matches!(refused, Err(AuthorityRefused::NotYours)), "{refused:?}");
        }
        let nowhere = releases(&desk, leader, round, NORR).await;
        assert!(matches!(nowhere, Err(AuthorityRefused::Fault(Fault::NotFound))), "Norr is no authority");
        releases(&desk, leader, round, VASTER).await.unwrap();
        let again = releases(&desk, within(), round, VASTER).await;
        assert!(matches!(again, Err(AuthorityRefused::Done)), "once and for good");

        let whole = opens(&desk, central(), round, WHOLE).await.unwrap();
        assert_eq!(shown(&whole, WHOLE), (51, Shown::Whole, Vec::new()));
        let opened = opens(&desk, central(), round, OF_VASTER).await.unwrap();
        assert_eq!(shown(&opened, OF_VASTER), (18, Shown::Whole, Vec::new()));
        assert_eq!(opened.authority(OF_VASTER).unwrap().release.unwrap().role, Role::Leader);
    });
}

#[test]
fn what_is_released_to_the_centre_is_not_released_to_another_authority() {
    on_each_database(async |store| {
        let desk = walled(store).await;
        desk.write(|tx| store::access::give_hr_within(tx, ORGANISATION, PersonId(IT), NORR, None))
            .await
            .unwrap();
        let round = open_round_of(&desk, 7, Made::default()).await;
        let stood = [(VASTER, VASTER), (NORR, NORR)].into();
        desk.write(move |tx| store::authorities::freeze(tx, (ORGANISATION, round), &stood)).await.unwrap();
        for (place, count) in [(1, 12), (4, 18), (5, 14)] {
            cast(&desk, round, place, &lent(&varied(count, place as usize))).await;
        }
        close(&desk, round).await;
        releases(&desk, within(), round, VASTER).await.unwrap();

        let of_norr = actor(IT, Role::AuthorityHr);
        assert!(opens(&desk, of_norr, round, OF_NORR).await.is_some());
        assert!(opens(&desk, of_norr, round, OF_VASTER).await.is_none());
        let in_norr = opens(&desk, actor(200, Role::Employee), round, WHOLE).await.unwrap();
        assert_eq!(shown(&in_norr, WHOLE), (26, Shown::Walled, vec!["Väster".to_owned()]));
        let centre = opens(&desk, central(), round, WHOLE).await.unwrap();
        assert_eq!(shown(&centre, WHOLE), (32, Shown::Walled, vec!["Norr".to_owned()]));
    });
}

#[test]
fn a_released_round_is_not_compared_with_one_that_was_not() {
    on_each_database(async |store| {
        let desk = walled(store).await;
        let first = closed_round(&desk, 7, Made::default()).await;
        let second = closed_round(&desk, 8, Made::default()).await;
        releases(&desk, within(), second, VASTER).await.unwrap();
        let has_history = async |by| {
            let opened = opens(&desk, by, second, OF_VASTER).await.unwrap();
            let reading = opened.reading.unwrap();
            reading.has_history(&reading.published.group(OF_VASTER).unwrap())
        };
        assert!(has_history(within()).await);
        assert!(!has_history(central()).await, "the mean of the first would be told");
        releases(&desk, within(), first, VASTER).await.unwrap();
        assert!(has_history(central()).await);
    });
}

#[test]
fn words_of_both_sides_are_read_by_nobody_on_one() {
    on_each_database(async |store| {
        let desk = walled(store).await;
        let round = open_round_of(&desk, 7, Made { words: true, ..Made::default() }).await;
        let stood = [(VASTER, VASTER)].into();
        desk.write(move |tx| store::authorities::freeze(tx, (ORGANISATION, round), &stood)).await.unwrap();
        // Seven of Norr and seven of Väster wrote: too few for either alone, enough for the whole.
        for place in [1, 4] {
            let ballots: Vec<_> =
                varied(7, place).into_iter().map(|(marks, _)| (marks, Some("Mer tid"))).collect();
            cast(&desk, round, place as u32, &lent(&ballots)).await;
        }
        close(&desk, round).await;
        let words = async |by| {
            let opened = opens(&desk, by, round, WHOLE).await.unwrap();
            desk.read(move |tx| actions::results::words(tx, &opened, WHOLE)).await.unwrap().len()
        };
        assert_eq!(words(central()).await, 0);
        releases(&desk, within(), round, VASTER).await.unwrap();
        assert_eq!(words(central()).await, 14);
    });
}

#[test]
fn a_release_is_in_the_log_and_shown_to_those_it_concerns() {
    on_each_database(async |store| {
        let desk = walled(store).await;
        let round = closed_round(&desk, 7, Made::default()).await;
        releases(&desk, within(), round, VASTER).await.unwrap();
        actions::audit::settle(&desk).await.unwrap();
        for (who, concerned) in [(500, true), (5, true), (200, false)] {
            let by = actor(who, Role::Employee);
            let seen = desk.read(move |tx| actions::audit::looks(tx, &by, None, TODAY)).await.unwrap().seen;
            let released: Vec<_> =
                seen.iter().filter(|it| it.told.it.line.act == Act::ReleasedToCentre).collect();
            assert_eq!(released.len(), usize::from(concerned), "person {who}");
            for it in released {
                assert_eq!(it.told.actor.as_deref(), Some("Anna Åberg"));
                assert!(it.told.it.line.in_roles().eq([Role::AuthorityHr]));
                assert_eq!(it.told.it.line.place, Some(OF_VASTER));
            }
        }
    });
}

#[test]
fn a_round_keeps_the_walls_it_was_frozen_with() {
    on_each_database(async |store| {
        let desk = walled(store).await;
        let frozen = async |desk: &Desk, name: &str, unit| {
            let new = new_round(name, unit, Reach::Subtree);
            let by = central();
            let planned = desk.write(move |tx| actions::rounds::plan(tx, &by, &new, TODAY)).await.unwrap();
            let claimed_until = desk.now();
            let (organisation, sort, subject) = (ORGANISATION, Sort::FreezeRound, planned.0);
            let job = Job { organisation, id: 0, sort, subject, tries: 1, claimed_until };
            desk.write(move |tx| actions::rounds::freeze(tx, job)).await.unwrap();
            planned
        };
        let walls = async |desk: &Desk, round| {
            desk.read(move |tx| store::authorities::frozen(tx, (ORGANISATION, round))).await.unwrap()
        };
        let it = actor(IT, Role::It);
        let first = frozen(&desk, "Första", TOP).await;
        assert_eq!(walls(&desk, first).await, [(VASTER, VASTER)].into());

        let refused = desk.write(|tx| unmark(tx, &central(), VASTER)).await;
        assert!(
            matches!(refused, Err(AuthorityRefused::NotYours)),
            "whoever would read does not take it down"
        );
        desk.write(move |tx| unmark(tx, &it, VASTER)).await.unwrap();
        desk.write(move |tx| mark(tx, &it, NORR, TODAY)).await.unwrap();
        let whole = desk.write(move |tx| mark(tx, &it, TOP, TODAY)).await;
        assert!(matches!(whole, Err(AuthorityRefused::Whole)));
        let second = frozen(&desk, "Andra", TOP).await;
        assert_eq!(walls(&desk, first).await, [(VASTER, VASTER)].into());
        assert_eq!(walls(&desk, second).await, [(NORR, NORR)].into());
    });
}

#[test]
fn hr_of_an_authority_plans_within_it_alone() {
    on_each_database(async |store| {
        let desk = walled(store).await;
        let plans = async |by: Actor, unit| {
            let new = new_round("Hösten", unit, Reach::Subtree);
            desk.write(move |tx| actions::rounds::plan(tx, &by, &new, TODAY)).await
        };
        for unit in [TOP, NORR] {
            assert!(matches!(plans(within(), unit).await, Err(RoundRefused::NotYours)));
        }
        let own = plans(within(), VASTER).await.unwrap();
        let others = plans(central(), NORR).await.unwrap();
        let (plannable, theirs) = desk
            .read(|tx| {
                Ok::<_, Fault>((
                    actions::rounds::plannable(tx, &within(), TODAY)?,
                    actions::rounds::all(tx, &within())?,
                ))
            })
            .await
            .unwrap();
        assert_eq!(plannable.iter().map(|(unit, ..)| *unit).collect::<Vec<_>>(), [VASTER]);
        assert_eq!(theirs.iter().map(|(round, _)| round.id).collect::<Vec<_>>(), [own]);
        let foreign = desk.read(move |tx| actions::rounds::by_id(tx, &within(), others)).await;
        assert!(matches!(foreign, Err(Fault::NotFound)));
        assert!(
            desk.read(move |tx| actions::rounds::by_id(tx, &central(), own)).await.is_ok(),
            "asking is no wall"
        );
    });
}

#[test]
fn the_centre_does_not_choose_who_keeps_an_authority() {
    on_each_database(async |store| {
        let desk = walled(store).await;
        let gives = async |by: Actor, person: i64, authority| {
            let new = NewRole {
                mail: format!("p{person}@example.se"),
                role: Role::AuthorityHr,
                authority,
                last_day: None,
            };
            desk.write(move |tx| give(tx, &by, &new, TODAY, None)).await
        };
        assert!(matches!(gives(central(), 200, Some(VASTER)).await, Err(RoleRefused::NotYours)));
        assert!(matches!(gives(within(), 200, Some(NORR)).await, Err(RoleRefused::NotYours)));
        assert!(matches!(gives(within(), WITHIN, Some(VASTER)).await, Err(RoleRefused::Oneself)));
        let it = actor(IT, Role::It);
        assert!(matches!(gives(it, 200, Some(NORR)).await, Err(RoleRefused::NoAuthority)), "Norr is none");
        assert!(matches!(gives(it, 200, None).await, Err(RoleRefused::NoAuthority)));
        gives(within(), 501, Some(VASTER)).await.unwrap();
        gives(it, 502, Some(VASTER)).await.unwrap();
        let held = desk.read(|tx| actions::roles::given(tx, &within(), TODAY)).await.unwrap();
        let mut held: Vec<_> = held.iter().map(|it| (it.person.0, it.role, it.can_be_taken)).collect();
        held.sort_unstable();
        let row = |person| (person, Role::AuthorityHr, true);
        assert_eq!(held, [WITHIN, 501, 502].map(row), "and sees no other roles");
    });
}

fn new_round(name: &str, unit: UnitId, reach: Reach) -> NewRound {
    let questions =
        QUESTIONS.map(|code| Question::ours().find(|it| it.code.to_string() == code).unwrap().clone());
    NewRound {
        name: name.into(),
        unit,
        reach,
        questionnaire: Questionnaire::new(questions.to_vec()).unwrap(),
        opens_at: time("2026-12-01T07:00:00Z"),
        closes_at: time("2026-12-15T17:00:00Z"),
        languages: vec![Language::Sv],
        k: Round::K,
        consulted_on: None,
        ask_whether_talked: false,
    }
}
