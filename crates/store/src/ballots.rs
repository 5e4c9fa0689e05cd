//! What is handed out and what is put into the box. No statement here names a person and a ballot together.

use ballotbox::{Arrival, Hours};
use people::{OrganisationId, PersonId};
use pulse::{Place, RoundId};

use crate::{Fault, Tx, args, sql::statements};

statements! {
    INVITATION = "SELECT person FROM invitation WHERE secret_hash = $1 AND organisation = $2 AND round = $3";
    HOURS = "SELECT r.opens_at, r.draws_end_at, r.closes_at, o.opened_at, c.closed_at, r.cancelled_at, b.sealed_key
        FROM round r
            LEFT JOIN opening o ON o.organisation = r.organisation AND o.round = r.id
            LEFT JOIN closing c ON c.organisation = r.organisation AND c.round = r.id
            LEFT JOIN ballot_box b ON b.organisation = r.organisation AND b.round = r.id
        WHERE r.organisation = $1 AND r.id = $2";
    MODULUS = "SELECT modulus FROM key_group WHERE organisation = $1 AND round = $2 AND place = $3";
    /// Each look by the whole key: joined instead, PostgreSQL, which keeps no statistics of who has drawn, read every draw of the group.
    DRAWER = "SELECT i.person,
            (SELECT e.place FROM eligible e WHERE e.organisation = $2 AND e.round = $3 AND e.place = $4 AND e.person = i.person),
            (SELECT d.blinded_hash FROM draw d WHERE d.organisation = $2 AND d.round = $3 AND d.place = $4 AND d.person = i.person),
            (SELECT d.blind_signature FROM draw d WHERE d.organisation = $2 AND d.round = $3 AND d.place = $4 AND d.person = i.person)
        FROM invitation i
        WHERE i.secret_hash = $1 AND i.organisation = $2 AND i.round = $3";
    PLACES_DRAWN = "SELECT place FROM draw WHERE organisation = $1 AND round = $2 AND person = $3 ORDER BY place";
    ADD_DRAW = "INSERT INTO draw (organisation, round, place, person, blinded_hash, blind_signature)
        VALUES ($1, $2, $3, $4, $5, $6)";
    /// The cap holds here, against writers at once: no more ballots and slips than people asked.
    COUNT_DRAW = "UPDATE key_group SET drawn = drawn + 1
        WHERE organisation = $1 AND round = $2 AND place = $3 AND drawn + slips < (SELECT n.eligible FROM round_node n
            WHERE n.organisation = $1 AND n.round = $2 AND n.place = $3)";
    ROUND_OF_SLIP = "SELECT round FROM slip WHERE code_hash = $1 AND organisation = $2";
    TAKE_SLIP = "DELETE FROM slip WHERE code_hash = $1 AND organisation = $2 AND round = $3 RETURNING place";
    ADD_BOX = "INSERT INTO ballot_box (organisation, round, sealed_key) VALUES ($1, $2, $3)
        ON CONFLICT (organisation, round) DO NOTHING";
    BOX = "SELECT sealed_key FROM ballot_box WHERE organisation = $1 AND round = $2";
    /// As many rows as $3 says, each cut out of three lists: ten digits of place, 32 bytes of name, $7 bytes of ballot. The last one
    /// stands: a ballot can be changed until closing.
    PUT_ARRIVALS = "WITH RECURSIVE row (at) AS (SELECT 0 UNION ALL SELECT at + 1 FROM row WHERE at + 1 < $3)
        INSERT INTO arrival (organisation, round, place, name, sealed)
        SELECT $1, $2, CAST(substr($4, at * 10 + 1, 10) AS BIGINT), substr(CAST($5 AS BYTEA), at * 32 + 1, 32),
            substr(CAST($6 AS BYTEA), at * $7 + 1, $7)
        FROM row WHERE true
        ON CONFLICT (organisation, round, place, name) DO UPDATE SET sealed = excluded.sealed";
    ARRIVALS = "SELECT place, name, sealed FROM arrival WHERE organisation = $1 AND round = $2 ORDER BY place, name";
    ADD_BALLOT = "INSERT INTO ballot (organisation, round, place, nonce, answers, words) VALUES ($1, $2, $3, $4, $5, $6)";
    RELABEL = "UPDATE ballot SET place = $4 WHERE organisation = $1 AND round = $2 AND place = $3";
    ERASE_GROUP = "DELETE FROM ballot WHERE organisation = $1 AND round = $2 AND place = $3";
    FORGET_BOX = "DELETE FROM ballot_box WHERE organisation = $1 AND round = $2";
    FORGET_ARRIVALS = "DELETE FROM arrival WHERE organisation = $1 AND round = $2";
    FORGET_DRAWS = "DELETE FROM draw WHERE organisation = $1 AND round = $2";
    FORGET_ELIGIBLE = "DELETE FROM eligible WHERE organisation = $1 AND round = $2";
    FORGET_INVITATIONS = "DELETE FROM invitation WHERE organisation = $1 AND round = $2";
    FORGET_SLIPS = "DELETE FROM slip WHERE organisation = $1 AND round = $2";
    FORGET_KEYS = "UPDATE key_group SET private_key = NULL WHERE organisation = $1 AND round = $2";
    OLD = "SELECT organisation, round FROM closing WHERE erased_at IS NULL AND closed_at <= $1 ORDER BY closed_at, round LIMIT 1";
    ERASE = "DELETE FROM ballot WHERE organisation = $1 AND round = $2";
    ERASED = "UPDATE closing SET erased_at = $3 WHERE organisation = $1 AND round = $2";
    RECEIPTS = "SELECT receipts FROM receipts WHERE organisation = $1 AND round = $2";
}

/// A round, and whose.
pub type RoundKey = (OrganisationId, RoundId);

/// When a round takes ballots, and the sealed key of its box if it has one yet.
pub type BoxHours = (Hours, Option<Vec<u8>>);

/// What a person collected: never what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// SHA-256 of the blinded message.
    pub blinded_hash: [u8; 32],
    /// What was answered.
    pub blind_signature: Vec<u8>,
}

/// Who came for a ballot of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawer {
    /// Whose link it is.
    pub person: PersonId,
    /// Whether they are asked in this group.
    pub asked: bool,
    /// What they drew in it before.
    pub drawn: Option<Drawn>,
}

/// A ballot in the box: sealed, under a keyed name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedArrival {
    /// Its key group.
    pub place: Place,
    /// Its keyed name.
    pub name: [u8; 32],
    /// The ballot, sealed.
    pub sealed: Vec<u8>,
}

/// A ballot that came out of the box.
#[derive(Debug)]
pub struct Opened {
    /// Its key group.
    pub place: Place,
    /// Its name, and what it says.
    pub arrival: Arrival,
}

/// Whose link it is, if it is one of this round.
///
/// # Errors
/// What the database says.
pub fn invitation(
    tx: &mut Tx<'_>,
    (organisation, round): RoundKey,
    secret_hash: &[u8; 32],
) -> Result<Option<PersonId>, Fault> {
    tx.maybe(INVITATION, args![secret_hash, organisation.0, round.0], |row| Ok(PersonId(row.get(0)?)))
}

/// When ballots are handed out and taken in, and the sealed key of the box if it has one yet.
///
/// # Errors
/// What the database says.
pub fn hours(tx: &mut Tx<'_>, (organisation, round): RoundKey) -> Result<Option<BoxHours>, Fault> {
    tx.maybe(HOURS, args![organisation.0, round.0], |row| {
        let hours = Hours {
            opens_at: row.time(0)?,
            draws_end_at: row.time(1)?,
            closes_at: row.time(2)?,
            opened: row.time_maybe(3)?.is_some(),
            over: row.time_maybe(4)?.is_some() || row.time_maybe(5)?.is_some(),
        };
        Ok((hours, row.get(6)?))
    })
}

/// The modulus of a key group: `None` for no group, `Some(None)` for an open one, which has no key.
///
/// # Errors
/// What the database says.
pub fn modulus(
    tx: &mut Tx<'_>,
    (organisation, round): RoundKey,
    place: Place,
) -> Result<Option<Option<Vec<u8>>>, Fault> {
    tx.maybe(MODULUS, args![organisation.0, round.0, place.0], |row| row.get(0))
}

/// Whoever comes with a link, if it is one of this round: what they may and what they have in a group.
///
/// # Errors
/// What the database says.
pub fn drawer(
    tx: &mut Tx<'_>,
    (organisation, round): RoundKey,
    secret_hash: &[u8; 32],
    place: Place,
) -> Result<Option<Drawer>, Fault> {
    tx.maybe(DRAWER, args![secret_hash, organisation.0, round.0, place.0], |row| {
        let drawn = match row.get::<Option<Vec<u8>>>(3)? {
            Some(blind_signature) => Some(Drawn { blinded_hash: row.bytes(2)?, blind_signature }),
            None => None,
        };
        Ok(Drawer { person: PersonId(row.get(0)?), asked: row.get::<Option<i64>>(1)?.is_some(), drawn })
    })
}

/// The groups in which a person has drawn.
///
/// # Errors
/// What the database says.
pub fn places_drawn(
    tx: &mut Tx<'_>,
    (organisation, round): RoundKey,
    person: PersonId,
) -> Result<Vec<Place>, Fault> {
    tx.all(PLACES_DRAWN, args![organisation.0, round.0, person.0], |row| Ok(Place(row.count(0)?)))
}

/// Remembers a draw, and counts it; `false`, and nothing is remembered, when the group has no ballot left.
///
/// # Errors
/// What the database says.
pub fn add_draw(
    tx: &mut Tx<'_>,
    (organisation, round): RoundKey,
    place: Place,
    person: PersonId,
    drawn: &Drawn,
) -> Result<bool, Fault> {
    if tx.run(COUNT_DRAW, args![organisation.0, round.0, place.0])? == 0 {
        return Ok(false);
    }
    let Drawn { blinded_hash, blind_signature } = drawn;
    tx.run(ADD_DRAW, args![organisation.0, round.0, place.0, person.0, blinded_hash, blind_signature])?;
    Ok(true)
}

/// The round of a slip that has not been used.
///
/// # Errors
/// What the database says.
pub fn round_of_slip(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    code_hash: &[u8; 32],
) -> Result<Option<RoundId>, Fault> {
    tx.maybe(ROUND_OF_SLIP, args![code_hash, organisation.0], |row| Ok(RoundId(row.get(0)?)))
}

/// Uses a slip up: its group, or `None` when there is no such slip left.
///
/// # Errors
/// What the database says.
pub fn take_slip(
    tx: &mut Tx<'_>,
    (organisation, round): RoundKey,
    code_hash: &[u8; 32],
) -> Result<Option<Place>, Fault> {
    tx.maybe(TAKE_SLIP, args![code_hash, organisation.0, round.0], |row| Ok(Place(row.count(0)?)))
}

/// Gives a round's box its sealed key, unless it has one; the one it has then.
///
/// # Errors
/// What the database says.
pub fn add_box(
    tx: &mut Tx<'_>,
    (organisation, round): RoundKey,
    sealed_key: &[u8],
) -> Result<Vec<u8>, Fault> {
    tx.run(ADD_BOX, args![organisation.0, round.0, sealed_key])?;
    tx.one(BOX, args![organisation.0, round.0], |row| row.get(0))
}

/// Puts ballots into the box, each over the one of the same name. No two of them have one name.
///
/// # Errors
/// What the database says.
pub fn put_arrivals(
    tx: &mut Tx<'_>,
    (organisation, round): RoundKey,
    arrivals: &[SealedArrival],
) -> Result<(), Fault> {
    for rows in arrivals.chunk_by(|one, next| one.sealed.len() == next.sealed.len()) {
        let (count, length) = (rows.len() as i64, rows[0].sealed.len() as i64);
        let places: String = rows.iter().map(|row| format!("{:010}", row.place.0)).collect();
        let names: Vec<u8> = rows.iter().flat_map(|row| row.name).collect();
        let sealed: Vec<u8> = rows.iter().flat_map(|row| row.sealed.iter().copied()).collect();
        tx.run(PUT_ARRIVALS, args![organisation.0, round.0, count, &places, &names, &sealed, length])?;
    }
    Ok(())
}

/// Everything in the box.
///
/// # Errors
/// What the database says.
pub fn arrivals(tx: &mut Tx<'_>, (organisation, round): RoundKey) -> Result<Vec<SealedArrival>, Fault> {
    tx.all(ARRIVALS, args![organisation.0, round.0], |row| {
        Ok(SealedArrival { place: Place(row.count(0)?), name: row.bytes(1)?, sealed: row.get(2)? })
    })
}

/// Writes the ballots that were in the box, in the order of their names, whatever order they come in; the box is empty then and
/// cannot be opened again.
///
/// # Errors
/// What the database says.
pub fn empty_box(
    tx: &mut Tx<'_>,
    (organisation, round): RoundKey,
    mut opened: Vec<Opened>,
) -> Result<(), Fault> {
    opened.sort_unstable_by_key(|it| (it.place, it.arrival.nonce));
    for Opened { place, arrival: Arrival { nonce, ballot } } in &opened {
        let (text, words) = (ballot.text(), ballot.words());
        tx.run(ADD_BALLOT, args![organisation.0, round.0, place.0, &nonce.0, &text, words])?;
    }
    for sql in [FORGET_ARRIVALS, FORGET_BOX] {
        tx.run(sql, args![organisation.0, round.0])?;
    }
    Ok(())
}

/// Puts the ballots of one key group under another: what tells them apart is gone.
///
/// # Errors
/// What the database says.
pub fn relabel(
    tx: &mut Tx<'_>,
    (organisation, round): RoundKey,
    group: Place,
    pool: Place,
) -> Result<(), Fault> {
    tx.run(RELABEL, args![organisation.0, round.0, group.0, pool.0])?;
    Ok(())
}

/// Erases the ballots of one key group.
///
/// # Errors
/// What the database says.
pub fn erase_group(tx: &mut Tx<'_>, (organisation, round): RoundKey, group: Place) -> Result<(), Fault> {
    tx.run(ERASE_GROUP, args![organisation.0, round.0, group.0])?;
    Ok(())
}

/// Destroys whatever links a person to anything in a round, and what could make another ballot: who was asked, their links,
/// what they drew, unused slips, private keys, the box.
///
/// # Errors
/// What the database says.
pub fn destroy_links(tx: &mut Tx<'_>, (organisation, round): RoundKey) -> Result<(), Fault> {
    let all = [
        FORGET_DRAWS,
        FORGET_INVITATIONS,
        FORGET_ELIGIBLE,
        FORGET_SLIPS,
        FORGET_KEYS,
        FORGET_ARRIVALS,
        FORGET_BOX,
    ];
    for sql in all {
        tx.run(sql, args![organisation.0, round.0])?;
    }
    Ok(())
}

/// Erases the ballots of one round that was closed at `before` or earlier and still has them; `false` when there is none.
///
/// # Errors
/// What the database says.
pub fn erase_old(tx: &mut Tx<'_>, before: jiff::Timestamp) -> Result<Option<RoundKey>, Fault> {
    let old = tx.maybe(OLD, args![before], |row| Ok((row.get::<i64>(0)?, row.get::<i64>(1)?)))?;
    let Some((organisation, round)) = old else { return Ok(None) };
    let now = tx.now();
    tx.run(ERASE, args![organisation, round])?;
    tx.run(ERASED, args![organisation, round, now])?;
    Ok(Some((OrganisationId(organisation), RoundId(round))))
}

/// The receipts of the counted ballots, sorted, one after the other; `None` before closing.
///
/// # Errors
/// What the database says.
pub fn receipts(tx: &mut Tx<'_>, (organisation, round): RoundKey) -> Result<Option<Vec<u8>>, Fault> {
    tx.maybe(RECEIPTS, args![organisation.0, round.0], |row| row.get(0))
}
