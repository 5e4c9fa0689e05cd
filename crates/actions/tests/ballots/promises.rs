use actions::ballots::{Cast, Refused};
use actions::rounds;
use jiff::SignedDuration;
use people::PersonId;
use store::testing::on_each_database;

use crate::polls::{NETWORK, Polls, hr, signed, staff};

fn someone(number: usize) -> PersonId {
    staff(0, 100).nth(number).unwrap()
}

#[test]
fn a_ballot_is_drawn_cast_counted_and_found_among_the_counted() {
    on_each_database(async |store| {
        let polls = Polls::open(store, &[8]).await;
        let mut mine = Vec::new();
        for number in 0..8 {
            let (place, ballot) = polls.drawn(someone(number), number as u128).await;
            polls.cast(place, &ballot, ["54-", "321"][number % 2]).await.unwrap();
            mine.push(ballot.message.nonce);
        }
        assert!(matches!(
            actions::ballots::receipts(&polls.desk, polls.round.0, polls.round.1).await,
            Err(Refused::NotYet)
        ));
        let counted = polls.in_the_box().await;
        polls.close().await;
        assert_eq!(counted.iter().filter(|(_, answers)| answers == "54-").count(), 4);
        assert_eq!(counted.len(), 8);
        let receipts = polls.receipts().await;
        assert!(receipts.is_sorted() && receipts.len() == 8);
        assert!(mine.iter().all(|nonce| receipts.contains(&nonce.receipt())));
    });
}

#[test]
fn the_same_draw_gets_the_same_answer_and_another_is_refused() {
    on_each_database(async |store| {
        let polls = Polls::open(store, &[8]).await;
        let (pass, place) = (polls.invite(someone(0)).await, polls.place_of(someone(0)).await);
        let (ballot, other) = (polls.ballot(place, 1).await, polls.ballot(place, 2).await);
        let first = polls.draw(&pass, place, &ballot).await.unwrap();
        assert_eq!(polls.draw(&pass, place, &ballot).await.unwrap(), first);
        assert!(matches!(polls.draw(&pass, place, &other).await, Err(Refused::Another)));
        // Another device with the code comes in the last hour, when no new ballots are handed out.
        polls.desk.clock.set(polls.desk.now() + SignedDuration::from_hours(7 * 24 - 1));
        assert_eq!(polls.draw(&pass, place, &ballot).await.unwrap(), first);
        let late = polls.invite(someone(1)).await;
        assert!(matches!(polls.draw(&late, place, &other).await, Err(Refused::DrawsOver)));
        assert_eq!(polls.drawn_in(place).await, 1);
    });
}

#[test]
fn two_devices_at_once_get_one_ballot() {
    on_each_database(async |store| {
        let polls = Polls::open(store, &[8]).await;
        let (pass, place) = (polls.invite(someone(0)).await, polls.place_of(someone(0)).await);
        let mut ballots = Vec::new();
        for code in 0..6 {
            ballots.push(polls.ballot(place, code).await);
        }
        let [a, b, c, d, e, f] = &ballots[..] else { panic!("six") };
        let draw = |ballot| polls.draw(&pass, place, ballot);
        let outcomes = tokio::join!(draw(a), draw(b), draw(c), draw(d), draw(e), draw(f));
        let outcomes: [_; 6] = outcomes.into();
        let got = outcomes.iter().filter(|it| it.is_ok()).count();
        let refused = outcomes.iter().filter(|it| matches!(it, Err(Refused::Another))).count();
        assert_eq!((got, refused, polls.drawn_in(place).await), (1, 5, 1));
    });
}

#[test]
fn no_more_ballots_and_slips_are_out_than_people_were_asked() {
    on_each_database(async |store| {
        let polls = Polls::open(store, &[10]).await;
        let (place, round) = (polls.place_of(someone(0)).await, polls.round.1);
        let slips = |count| {
            let desk = polls.desk.clone();
            async move { desk.write(move |tx| rounds::make_slips(tx, &hr(), round, place, count)).await }
        };
        slips(7).await.unwrap();
        let mut drawing = tokio::task::JoinSet::new();
        let at_once = std::sync::Arc::new(Polls::at(polls.desk.clone(), round));
        for number in 0..10 {
            let polls = at_once.clone();
            drawing.spawn(async move {
                let pass = polls.invite(someone(number)).await;
                let ballot = polls.ballot(place, number as u128).await;
                polls.draw(&pass, place, &ballot).await.map(|_| ())
            });
        }
        let outcomes = drawing.join_all().await;
        let none_left = outcomes.iter().filter(|it| matches!(it, Err(Refused::NoneLeft))).count();
        assert_eq!((outcomes.iter().filter(|it| it.is_ok()).count(), none_left), (3, 7));
        assert_eq!(polls.drawn_in(place).await, 3);
        assert!(slips(1).await.is_err());
    });
}

#[test]
fn who_comes_late_is_refused_and_who_comes_early_too() {
    on_each_database(async |store| {
        let polls = Polls::open(store, &[8]).await;
        let (place, ballot) = polls.drawn(someone(0), 1).await;
        let opened = polls.desk.now();
        polls.desk.clock.set(opened - SignedDuration::from_hours(1));
        assert!(matches!(polls.cast(place, &ballot, "543").await, Err(Refused::NotYet)));
        polls.desk.clock.set(opened + SignedDuration::from_hours(7 * 24));
        // Nobody has closed it yet, and it takes nothing all the same.
        assert!(matches!(polls.cast(place, &ballot, "543").await, Err(Refused::Closed)));
        polls.close().await;
        assert!(matches!(polls.cast(place, &ballot, "543").await, Err(Refused::Closed)));
        assert!(polls.receipts().await.is_empty());
    });
}

#[test]
fn the_last_cast_stands_and_counts_once() {
    on_each_database(async |store| {
        let polls = Polls::open(store, &[8]).await;
        let (place, ballot) = polls.drawn(someone(0), 1).await;
        for answers in ["111", "555", "2-4"] {
            polls.cast(place, &ballot, answers).await.unwrap();
        }
        assert_eq!(polls.in_the_box().await, [(ballot.message.nonce, "2-4".to_owned())]);
        polls.close().await;
        assert_eq!(polls.receipts().await, [ballot.message.nonce.receipt()]);
    });
}

#[test]
fn of_many_at_once_each_is_taken_and_the_last_of_a_name_stands() {
    on_each_database(async |store| {
        let polls = Polls::open(store, &[8, 8]).await;
        let mut mine = Vec::new();
        for (number, person) in staff(0, 8).chain(staff(1, 8)).enumerate() {
            mine.push(polls.drawn(person, number as u128).await);
        }
        // The first tells the station what it needs to know; the others then come in this order.
        polls.cast(mine[0].0, &mine[0].1, "111").await.unwrap();
        let (place, twice) = &mine[0];
        let [a, b, c, d, e] = [1, 2, 9, 10, 11].map(|at: usize| &mine[at]);
        let cast = |(place, ballot)| polls.cast(place, ballot, "234");
        let outcomes = tokio::join!(
            polls.cast(*place, twice, "222"),
            cast((a.0, &a.1)),
            cast((b.0, &b.1)),
            polls.cast(*place, twice, "9"),
            cast((c.0, &c.1)),
            cast((d.0, &d.1)),
            polls.cast(*place, twice, "333"),
            cast((e.0, &e.1)),
        );
        let outcomes: [Result<(), Refused>; 8] = outcomes.into();
        let refused: Vec<usize> = (0..8).filter(|at| outcomes[*at].is_err()).collect();
        assert!(refused == [3] && matches!(outcomes[3], Err(Refused::Garbled)));
        let box_now = polls.in_the_box().await;
        assert_eq!(box_now.len(), 6);
        let said = |answers: &str| box_now.iter().filter(|(_, it)| it == answers).count();
        assert_eq!((said("333"), said("234")), (1, 5));
    });
}

#[test]
fn only_a_signed_ballot_of_this_group_that_fits_the_questions_is_taken() {
    on_each_database(async |store| {
        let polls = Polls::open(store, &[8, 8]).await;
        let (place, ballot) = polls.drawn(someone(0), 1).await;
        let [(first, _), (second, _)] = polls.groups().await else { panic!("two groups") };
        let other = if *first == place { *second } else { *first };
        let mine = signed(&ballot, "543");
        let try_at = |place, cast| polls.station.cast(polls.round, place, cast, NETWORK);
        let unsigned = Cast { signed: None, ..mine.clone() };
        assert!(matches!(try_at(place, unsigned).await, Err(Refused::NotSigned)));
        assert!(matches!(try_at(other, mine.clone()).await, Err(Refused::NotSigned)));
        let renamed = Cast { nonce: [9; 32], ..mine.clone() };
        assert!(matches!(try_at(place, renamed).await, Err(Refused::NotSigned)));
        for answers in ["", "54", "5432", "546", "540", "5 4"] {
            let cast = Cast { answers: answers.into(), ..mine.clone() };
            assert!(matches!(try_at(place, cast).await, Err(Refused::Garbled)), "{answers:?}");
        }
        let words = Cast { words: Some("Tack".into()), ..mine.clone() };
        assert!(matches!(try_at(place, words).await, Err(Refused::Garbled)), "no words are asked for");
        assert!(matches!(try_at(pulse::Place(77), mine.clone()).await, Err(Refused::Unknown)));
        try_at(place, mine).await.unwrap();
    });
}

#[test]
fn a_link_draws_in_its_own_round_and_groups_alone() {
    on_each_database(async |store| {
        let polls = Polls::open(store, &[8, 8]).await;
        let (pass, place) = (polls.invite(someone(0)).await, polls.place_of(someone(0)).await);
        let elsewhere = polls.place_of(staff(1, 8).next().unwrap()).await;
        let ballot = polls.ballot(elsewhere, 1).await;
        assert!(matches!(polls.draw(&pass, elsewhere, &ballot).await, Err(Refused::Unknown)));
        let strange = crate::polls::pass_of(PersonId(4711));
        let ballot = polls.ballot(place, 1).await;
        assert!(matches!(polls.draw(&strange, place, &ballot).await, Err(Refused::Unknown)));
        let mine = polls.station.mine(polls.round, &pass, NETWORK).await.unwrap();
        assert_eq!((mine.groups.len(), mine.groups[0].place, mine.groups[0].drawn), (1, place, false));
        polls.draw(&pass, place, &ballot).await.unwrap();
        assert!(polls.station.mine(polls.round, &pass, NETWORK).await.unwrap().groups[0].drawn);
        assert!(matches!(polls.station.mine(polls.round, &strange, NETWORK).await, Err(Refused::Unknown)));
    });
}

#[test]
fn who_guesses_links_and_slips_is_stopped_and_nobody_else_is() {
    on_each_database(async |store| {
        let polls = Polls::open(store, &[8]).await;
        let pass = polls.invite(someone(0)).await;
        let strange = crate::polls::pass_of(PersonId(4711));
        for _ in 0..300 {
            let guess = polls.station.mine(polls.round, &strange, "198.51.100").await;
            assert!(matches!(guess, Err(Refused::Unknown)));
        }
        let more = polls.station.mine(polls.round, &pass, "198.51.100").await;
        assert!(matches!(more, Err(Refused::TooMany)));
        assert!(polls.station.mine(polls.round, &pass, NETWORK).await.is_ok());
        polls.desk.clock.set(polls.desk.now() + SignedDuration::from_hours(1));
        assert!(polls.station.mine(polls.round, &pass, "198.51.100").await.is_ok());
    });
}

#[test]
fn a_slip_is_used_once_also_by_two_at_once() {
    on_each_database(async |store| {
        let polls = Polls::open(store, &[8]).await;
        let (place, round) = (polls.place_of(someone(0)).await, polls.round.1);
        let made = polls.desk.write(move |tx| rounds::make_slips(tx, &hr(), round, place, 3)).await.unwrap();
        let use_slip = |number: usize| {
            let code = made.codes[number].text().to_lowercase();
            let polls = &polls;
            async move { polls.station.use_slip(polls.round, &code, "5-1", None, NETWORK).await }
        };
        let (once, again) = tokio::join!(use_slip(0), use_slip(0));
        assert_eq!(usize::from(once.is_ok()) + usize::from(again.is_ok()), 1);
        let refused = if once.is_ok() { again } else { once };
        assert!(matches!(refused, Err(Refused::Unknown)));
        let garbled = polls.station.use_slip(polls.round, &made.codes[1].text(), "5", None, NETWORK).await;
        assert!(matches!(garbled, Err(Refused::Garbled)), "and the slip is still good");
        let nonce = use_slip(1).await.unwrap();
        polls.close().await;
        assert!(polls.receipts().await.contains(&blindballot::Nonce(nonce).receipt()));
        let closing = polls.desk.read(move |tx| store::results::closing(tx, polls.round.0, round)).await;
        let closing = closing.unwrap().unwrap();
        assert_eq!((closing.slips, closing.unused_slips, closing.ballots), (3, 1, 2));
    });
}

#[test]
fn an_open_group_takes_what_anyone_brings_but_not_too_much_from_one_place() {
    on_each_database(async |store| {
        let polls = Polls::open_to_anyone(store).await;
        let place = {
            let (organisation, round) = polls.round;
            polls.desk.read(move |tx| store::rounds::groups(tx, organisation, round)).await.unwrap()[0].place
        };
        let cast = |number: u8, network| {
            let cast = Cast { nonce: [number; 32], signed: None, answers: "54-".into(), words: None };
            polls.station.cast(polls.round, place, cast, network)
        };
        for number in 0..60 {
            cast(number, "192.0.2").await.unwrap();
        }
        assert!(matches!(cast(60, "192.0.2").await, Err(Refused::TooMany)));
        cast(61, "198.51.100").await.unwrap();
        polls.desk.clock.set(polls.desk.now() + SignedDuration::from_hours(1));
        cast(62, "192.0.2").await.unwrap();
        polls.close().await;
        assert_eq!(polls.receipts().await.len(), 62);
    });
}
