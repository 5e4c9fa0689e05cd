//! A clock that jumps, to either side.

use access::Secret;
use actions::access::{Visitor, link_for, recognise, sign_in_with_link};
use actions::ballots::Refused;
use actions::rounds;
use jiff::SignedDuration;
use people::PersonId;
use store::testing::on_each_database;

use crate::polls::{ORGANISATION, Polls, hr, staff};

const DAY: SignedDuration = SignedDuration::from_hours(24);

fn someone() -> PersonId {
    staff(0, 100).next().unwrap()
}

/// The one ballot in the box.
async fn in_the_box(polls: &Polls) -> String {
    let mut there = polls.in_the_box().await;
    assert_eq!(there.len(), 1);
    there.remove(0).1
}

#[test]
fn a_clock_that_goes_back_makes_ballots_wait_and_one_that_goes_ahead_loses_none() {
    on_each_database(async |store| {
        let polls = Polls::open(store, &[8]).await;
        let now = polls.desk.now();
        let (place, ballot) = polls.drawn(someone(), 1).await;
        polls.cast(place, &ballot, "543").await.unwrap();
        polls.desk.clock.set(now - 2 * DAY);
        assert!(matches!(polls.cast(place, &ballot, "111").await, Err(Refused::NotYet)));
        assert_eq!(in_the_box(&polls).await, "543");
        polls.desk.clock.set(now + 3 * DAY);
        polls.cast(place, &ballot, "222").await.unwrap();
        polls.desk.clock.set(now);
        polls.cast(place, &ballot, "333").await.unwrap();
        assert_eq!(in_the_box(&polls).await, "333", "the last that was cast, not the last by the clock");
        // Ahead beyond its end a round is closed, and stays so when the clock is put right: what was cast is counted.
        polls.close().await;
        polls.desk.clock.set(now);
        assert!(polls.cast(place, &ballot, "444").await.is_err());
        assert_eq!(polls.receipts().await, [ballot.message.nonce.receipt()]);
    });
}

#[test]
fn a_clock_that_goes_back_and_ahead_by_days_signs_nobody_out_and_breaks_no_chain() {
    on_each_database(async |store| {
        let polls = Polls::open(store, &[8]).await;
        let (desk, now) = (&polls.desk, polls.desk.now());
        let link = link_for(desk, ORGANISATION, someone(), DAY).await.unwrap();
        let link = Secret::read(link.rsplit('/').next().unwrap()).unwrap();
        let visitor = Visitor { network: "192.0.2".into(), device: "x".into() };
        let session = sign_in_with_link(desk, &visitor, &link).await.unwrap();
        for (number, days) in [0, -3, 3, -400, 0].into_iter().enumerate() {
            desk.clock.set(now + days * DAY);
            assert!(recognise(desk, &session).await.unwrap().is_some(), "{days}");
            desk.write(move |tx| rounds::switch_strict(tx, &hr(), number % 2 == 0)).await.unwrap();
            actions::audit::settle(desk).await.unwrap();
        }
        let found = actions::audit::verify(desk).await.unwrap().unwrap();
        assert!(found.trouble.is_none(), "{:?}", found.trouble);
        // It was last used on the third day, by the clock of then: it lives as much longer as the clock was ahead.
        desk.clock.set(now + 16 * DAY);
        assert!(recognise(desk, &session).await.unwrap().is_some());
        desk.clock.set(now + (16 + 14) * DAY);
        assert!(
            recognise(desk, &session).await.unwrap().is_none(),
            "after a fortnight without use it has ended"
        );
    });
}
