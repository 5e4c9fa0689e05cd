//! How rounds were closed, and what was released of them: all that is ever read of answers.

use disclosure::{Answer, Band, Correlation, Figure, Near, Released, Rules, Side, Status};
use people::{Language, OrganisationId, PersonId};
use pulse::{ClosedRound, Index, Place, Published, ReleasedNode, RoundId, Withheld};

use crate::{Fault, Row, Tx, args, sql::statements};

statements! {
    CLOSE = "INSERT INTO closing (organisation, round, closed_at, eligible, drawn, slips, unused_slips, ballots, withheld)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    ADD_RECEIPTS = "INSERT INTO receipts (organisation, round, receipts) VALUES ($1, $2, $3)";
    CLOSING = "SELECT closed_at, eligible, drawn, slips, unused_slips, ballots, withheld, erased_at FROM closing
        WHERE organisation = $1 AND round = $2";
    ADD_NODE = "INSERT INTO released_node (organisation, round, place, status, ballots, left_out, pool) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    NODES = "SELECT place, status, ballots, left_out, pool FROM released_node WHERE organisation = $1 AND round = $2 ORDER BY place";
    ADD_POOL_LEAF = "INSERT INTO pool_leaf (organisation, round, place, pool) VALUES ($1, $2, $3, $4)";
    POOL_LEAVES = "SELECT place, pool FROM pool_leaf WHERE organisation = $1 AND round = $2 ORDER BY place";
    ADD_FIGURE = "INSERT INTO released_figure (organisation, round, question, pool, answers, near, ones, twos, threes, fours, fives)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    FIGURES = "SELECT question, pool, answers, near, ones, twos, threes, fours, fives FROM released_figure
        WHERE organisation = $1 AND round = $2 ORDER BY question, pool";
    ADD_BAND = "INSERT INTO released_band (organisation, round, question, pool, answers, low, high) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    BANDS = "SELECT question, pool, answers, low, high FROM released_band WHERE organisation = $1 AND round = $2 ORDER BY question, pool";
    ADD_CORRELATION = "INSERT INTO released_correlation (organisation, round, measure, twentieths) VALUES ($1, $2, $3, $4)";
    CORRELATIONS = "SELECT measure, twentieths FROM released_correlation WHERE organisation = $1 AND round = $2 ORDER BY measure";
    ADD_WORDS = "INSERT INTO released_words (organisation, round, place, id, words) VALUES ($1, $2, $3, $4, $5)";
    /// In the order of their random ids: no order.
    WORDS = "SELECT words FROM released_words WHERE organisation = $1 AND round = $2 AND place = $3 ORDER BY id";
    UNUSED_SLIPS = "SELECT COUNT(*) FROM slip WHERE organisation = $1 AND round = $2";
    CAST = "SELECT place, nonce, answers, words FROM ballot WHERE organisation = $1 AND round = $2 ORDER BY place, nonce";
    ADD_CAST = "INSERT INTO ballot (organisation, round, place, nonce, answers, words) VALUES ($1, $2, $3, $4, $5, $6)";
    /// Everybody asked who has an address, with one of their groups; where those served are asked, those who work there on a day.
    ASKED = "SELECT p.id, p.mail, p.language, MIN(e.place) FROM
        (SELECT person, place FROM eligible WHERE organisation = $1 AND round = $2
            UNION SELECT m.person, n.place FROM round r
                JOIN round_node n ON n.organisation = r.organisation AND n.round = r.id
                JOIN employment m ON m.organisation = n.organisation AND m.unit = n.unit
                    AND m.valid_from <= $3 AND (m.valid_to IS NULL OR m.valid_to > $3)
                WHERE r.organisation = $1 AND r.id = $2 AND r.reach = 'open') e
        JOIN person p ON p.organisation = $1 AND p.id = e.person
        WHERE p.mail IS NOT NULL GROUP BY p.id, p.mail, p.language ORDER BY p.id";
    /// Who leads a unit of the round on a day, with the unit's node or else the leaf its people are in.
    LEADERS = "SELECT p.id, p.mail, p.language, MIN(n.place) FROM
        (SELECT m.unit AS unit, m.place AS place FROM round_member m WHERE m.organisation = $1 AND m.round = $2
            UNION SELECT t.unit, t.place FROM round_node t WHERE t.organisation = $1 AND t.round = $2 AND t.unit IS NOT NULL) n
        JOIN leadership l ON l.organisation = $1 AND l.unit = n.unit AND l.valid_from <= $3 AND (l.valid_to IS NULL OR l.valid_to > $3)
        JOIN person p ON p.organisation = $1 AND p.id = l.person
        WHERE p.mail IS NOT NULL GROUP BY p.id, p.mail, p.language ORDER BY p.id";
    /// The leaves that somebody is in by employment on a day. Where those served are asked, the group is of those who work there.
    LEAVES_OF_PERSON = "SELECT DISTINCT m.place AS place FROM round_member m
        JOIN round r ON r.organisation = m.organisation AND r.id = m.round
        JOIN employment e ON e.organisation = m.organisation AND e.unit = m.unit
            AND (r.reach <> 'occupations' OR m.occupation = COALESCE(e.occupation, ''))
        WHERE m.organisation = $1 AND m.round = $2 AND e.person = $3
            AND e.valid_from <= $4 AND (e.valid_to IS NULL OR e.valid_to > $4)
        UNION SELECT n.place FROM round_node n
        JOIN round r ON r.organisation = n.organisation AND r.id = n.round AND r.reach = 'open'
        JOIN employment e ON e.organisation = n.organisation AND e.unit = n.unit
        WHERE n.organisation = $1 AND n.round = $2 AND e.person = $3
            AND e.valid_from <= $4 AND (e.valid_to IS NULL OR e.valid_to > $4) ORDER BY place";
    /// Where the people of the units that somebody leads on a day are: a unit's node, and the leaves of its people.
    LED_BY_PERSON = "SELECT DISTINCT n.place FROM
        (SELECT m.unit AS unit, m.place AS place FROM round_member m WHERE m.organisation = $1 AND m.round = $2
            UNION SELECT t.unit, t.place FROM round_node t WHERE t.organisation = $1 AND t.round = $2 AND t.unit IS NOT NULL) n
        JOIN leadership l ON l.organisation = $1 AND l.unit = n.unit AND l.person = $3
            AND l.valid_from <= $4 AND (l.valid_to IS NULL OR l.valid_to > $4)
        ORDER BY n.place";
}

/// Remembers that a round is closed, at the time of this transaction.
///
/// # Errors
/// What the database says: [`Fault::already_there`] when it is closed already.
pub fn close(
    tx: &mut Tx<'_>,
    (organisation, round): (OrganisationId, RoundId),
    closed: &ClosedRound,
    receipts: &[u8],
) -> Result<(), Fault> {
    let ClosedRound { closed_at, eligible, drawn, slips, unused_slips, ballots, withheld, erased_at: _ } =
        closed;
    let withheld = withheld.map(Withheld::code);
    tx.run(
        CLOSE,
        args![
            organisation.0,
            round.0,
            *closed_at,
            *eligible,
            *drawn,
            *slips,
            *unused_slips,
            *ballots,
            withheld
        ],
    )?;
    tx.run(ADD_RECEIPTS, args![organisation.0, round.0, receipts])?;
    Ok(())
}

/// How a round was closed, if it is.
///
/// # Errors
/// What the database says.
pub fn closing(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    round: RoundId,
) -> Result<Option<ClosedRound>, Fault> {
    tx.maybe(CLOSING, args![organisation.0, round.0], |row| {
        Ok(ClosedRound {
            closed_at: row.time(0)?,
            eligible: row.count(1)?,
            drawn: row.count(2)?,
            slips: row.count(3)?,
            unused_slips: row.count(4)?,
            ballots: row.count(5)?,
            withheld: row.parse_maybe(6, "reason", Withheld::from_code)?,
            erased_at: row.time_maybe(7)?,
        })
    })
}

/// Remembers what is released of a round, which is closed. `nodes` by place, `figures` by question and pool.
///
/// # Errors
/// What the database says.
pub fn publish(
    tx: &mut Tx<'_>,
    (organisation, round): (OrganisationId, RoundId),
    nodes: &[ReleasedNode],
    pools: &[Vec<Place>],
    figures: &[Vec<Released<Figure>>],
    correlations: &[(Index, Released<Correlation>)],
) -> Result<(), Fault> {
    let (organisation, round) = (organisation.0, round.0);
    for (place, node) in (0_u32..).zip(nodes) {
        let ReleasedNode { status, ballots, left_out, pool } = node;
        tx.run(
            ADD_NODE,
            args![organisation, round, place, status_code(*status), *ballots, *left_out, *pool],
        )?;
    }
    for (number, pool) in (0_u32..).zip(pools) {
        for leaf in pool {
            tx.run(ADD_POOL_LEAF, args![organisation, round, leaf.0, number])?;
        }
    }
    for (question, figures) in (0_u32..).zip(figures) {
        for (pool, figure) in (0_u32..).zip(figures) {
            let count = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
            let answers = count(figure.get().answers());
            if let Figure::Band(Band { low, high, .. }) = figure.get() {
                let (low, high) = (count(*low), count(*high));
                tx.run(ADD_BAND, args![organisation, round, question, pool, answers, low, high])?;
                continue;
            }
            let (near, counts) = columns(figure.get());
            let [ones, twos, threes, fours, fives] = counts;
            tx.run(
                ADD_FIGURE,
                args![organisation, round, question, pool, answers, near, ones, twos, threes, fours, fives],
            )?;
        }
    }
    for (index, correlation) in correlations {
        let twentieths = u32::from(correlation.get().twentieths());
        tx.run(ADD_CORRELATION, args![organisation, round, index.code(), twentieths])?;
    }
    Ok(())
}

/// Everything released of a closed round; `rules` are those it was closed under.
///
/// # Errors
/// [`Fault::Unreadable`] for a stored figure that those rules would not have released.
pub fn published(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    round: RoundId,
    rules: &Rules,
) -> Result<Published, Fault> {
    let tree = crate::rounds::tree(tx, organisation, round)?;
    let released = tx.all(NODES, args![organisation.0, round.0], read_node)?;
    let questionnaire = crate::rounds::questionnaire(tx, organisation, round)?;
    let questions: Vec<String> =
        questionnaire.on_a_scale().map(|question| question.code.to_string()).collect();
    let pools = pools(tx, (organisation, round), tree.len())?;
    let mut figures: Vec<Vec<Released<Figure>>> = vec![Vec::new(); questions.len()];
    let mut stored = tx.all(FIGURES, args![organisation.0, round.0], |row| {
        Ok((row.count(0)? as usize, row.count(1)? as usize, read_figure(row, rules)?))
    })?;
    stored.extend(tx.all(BANDS, args![organisation.0, round.0], |row| {
        Ok((row.count(0)? as usize, row.count(1)? as usize, read_band(row, rules)?))
    })?);
    stored.sort_by_key(|(question, pool, _)| (*question, *pool));
    for (question, pool, figure) in stored {
        let of_question = figures.get_mut(question).filter(|figures| figures.len() == pool);
        of_question.ok_or(Fault::Unreadable { what: "figure" })?.push(figure);
    }
    let in_order = tree.iter().zip(0_u32..).all(|(node, at)| node.place == Place(at));
    let whole = figures.iter().all(|figures| figures.len() == pools.len()) && in_order;
    if released.len() != tree.len() || !whole {
        return Err(Fault::Unreadable { what: "results" });
    }
    Ok(Published {
        nodes: tree.into_iter().zip(released).collect(),
        members: crate::rounds::members(tx, organisation, round)?,
        pools,
        questions,
        figures,
        correlations: correlations(tx, organisation, round)?,
        walled: std::collections::BTreeSet::new(),
    })
}

/// The leaves of each pool of a closed round, whose tree has so many nodes.
///
/// # Errors
/// [`Fault::Unreadable`] for more pools than there are nodes.
pub fn pools(
    tx: &mut Tx<'_>,
    (organisation, round): (OrganisationId, RoundId),
    nodes: usize,
) -> Result<Vec<Vec<Place>>, Fault> {
    let leaves = tx.all(POOL_LEAVES, args![organisation.0, round.0], |row| {
        Ok((Place(row.count(0)?), row.count(1)? as usize))
    })?;
    let mut pools: Vec<Vec<Place>> = Vec::new();
    for (leaf, pool) in leaves {
        if pool > nodes {
            return Err(Fault::Unreadable { what: "pool" });
        }
        pools.resize(pools.len().max(pool + 1), Vec::new());
        pools[pool].push(leaf);
    }
    Ok(pools)
}

fn correlations(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    round: RoundId,
) -> Result<Vec<(Index, Released<Correlation>)>, Fault> {
    tx.all(CORRELATIONS, args![organisation.0, round.0], |row| {
        let index = row.parse(0, "index", Index::from_code)?;
        let thawed = u8::try_from(row.count(1)?).ok().and_then(Correlation::thaw);
        Ok((index, thawed.ok_or(Fault::Unreadable { what: "correlation" })?))
    })
}

/// Remembers words that people wrote, under the node they may be read at, in an order that chance draws.
///
/// # Errors
/// What the database says.
pub fn add_words(
    tx: &mut Tx<'_>,
    (organisation, round): (OrganisationId, RoundId),
    place: Place,
    words: &str,
) -> Result<(), Fault> {
    let id = tx.fresh_id()?;
    tx.run(ADD_WORDS, args![organisation.0, round.0, place.0, id, words])?;
    Ok(())
}

/// What people at a node wrote, in no order.
///
/// # Errors
/// What the database says.
pub fn words(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    round: RoundId,
    place: Place,
) -> Result<Vec<String>, Fault> {
    tx.all(WORDS, args![organisation.0, round.0, place.0], |row| row.get(0))
}

/// A ballot as it was cast.
pub struct Cast {
    /// Its leaf.
    pub place: Place,
    /// Its random name.
    pub nonce: [u8; 32],
    /// Its answers; "don't know" is `None`.
    pub answers: Vec<Option<Answer>>,
    /// What was written.
    pub words: Option<String>,
}

/// The ballots of a round.
///
/// # Errors
/// What the database says.
pub fn cast(tx: &mut Tx<'_>, organisation: OrganisationId, round: RoundId) -> Result<Vec<Cast>, Fault> {
    tx.all(CAST, args![organisation.0, round.0], |row| {
        let answer = |mark: u8| match mark {
            b'-' => Ok(None),
            mark => {
                Answer::new(mark.wrapping_sub(b'0')).map(Some).ok_or(Fault::Unreadable { what: "answer" })
            }
        };
        let answers = row.get::<String>(2)?.bytes().map(answer).collect::<Result<_, _>>()?;
        Ok(Cast { place: Place(row.count(0)?), nonce: row.bytes(1)?, answers, words: row.get(3)? })
    })
}

/// Remembers a ballot.
///
/// # Errors
/// What the database says.
pub fn add_cast(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    round: RoundId,
    cast: &Cast,
) -> Result<(), Fault> {
    let mark = |answer: &Option<Answer>| answer.map_or('-', |answer| char::from(b'0' + answer.value()));
    let answers: String = cast.answers.iter().map(mark).collect();
    tx.run(
        ADD_CAST,
        args![organisation.0, round.0, cast.place.0, &cast.nonce, &answers, cast.words.as_ref()],
    )?;
    Ok(())
}

/// How many slips nobody has used.
///
/// # Errors
/// What the database says.
pub fn unused_slips(tx: &mut Tx<'_>, organisation: OrganisationId, round: RoundId) -> Result<u32, Fault> {
    tx.one(UNUSED_SLIPS, args![organisation.0, round.0], |row| row.count(0))
}

/// Somebody to tell that there are results, and the node that is theirs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Who.
    pub person: PersonId,
    /// Their address.
    pub mail: String,
    /// The language they chose.
    pub language: Option<Language>,
    /// Their node.
    pub place: Place,
}

/// Everybody asked who has an address: only until closing, then nobody knows any more who was asked. Where those served are asked,
/// those who work there on a day.
///
/// # Errors
/// What the database says.
pub fn asked(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    round: RoundId,
    on: jiff::civil::Date,
) -> Result<Vec<Told>, Fault> {
    tx.all(ASKED, args![organisation.0, round.0, &on.to_string()], read_told)
}

/// Everybody with an address who leads a unit of the round on a day.
///
/// # Errors
/// What the database says.
pub fn leaders(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    round: RoundId,
    on: jiff::civil::Date,
) -> Result<Vec<Told>, Fault> {
    tx.all(LEADERS, args![organisation.0, round.0, &on.to_string()], read_told)
}

/// The leaves that a person belongs to on a day, and the nodes and leaves of the units they lead.
///
/// # Errors
/// What the database says.
pub fn own_places(
    tx: &mut Tx<'_>,
    (organisation, round): (OrganisationId, RoundId),
    person: PersonId,
    on: jiff::civil::Date,
) -> Result<(Vec<Place>, Vec<Place>), Fault> {
    let on = on.to_string();
    let place = |row: &Row<'_>| Ok(Place(row.count(0)?));
    let member = tx.all(LEAVES_OF_PERSON, args![organisation.0, round.0, person.0, &on], place)?;
    let led = tx.all(LED_BY_PERSON, args![organisation.0, round.0, person.0, &on], place)?;
    Ok((member, led))
}

fn read_told(row: &Row<'_>) -> Result<Told, Fault> {
    Ok(Told {
        person: PersonId(row.get(0)?),
        mail: row.get(1)?,
        language: row.parse_maybe(2, "language", Language::from_code)?,
        place: Place(row.count(3)?),
    })
}

const fn status_code(status: Status) -> &'static str {
    match status {
        Status::Hidden => "hidden",
        Status::Full => "full",
        Status::Partial => "partial",
    }
}

fn read_node(row: &Row<'_>) -> Result<ReleasedNode, Fault> {
    let count = |at| {
        row.get::<Option<i64>>(at)?
            .map(u32::try_from)
            .transpose()
            .map_err(|_| Fault::Unreadable { what: "count" })
    };
    Ok(ReleasedNode {
        status: row.parse(1, "status", |code| {
            [Status::Hidden, Status::Full, Status::Partial]
                .into_iter()
                .find(|status| status_code(*status) == code)
        })?,
        ballots: count(2)?,
        left_out: row.count(3)?,
        pool: count(4)?,
    })
}

/// The side of a near figure, or the five counts of a full one.
fn columns(figure: &Figure) -> (Option<&'static str>, [Option<u32>; 5]) {
    match figure {
        Figure::Full(histogram) => (None, histogram.counts().map(Some)),
        Figure::Near(Near { side: Side::High, .. }) => (Some("4-5"), [None; 5]),
        Figure::Near(Near { side: Side::Low, .. }) => (Some("1-3"), [None; 5]),
        Figure::Band(_) => (None, [None; 5]),
    }
}

fn read_figure(row: &Row<'_>, rules: &Rules) -> Result<Released<Figure>, Fault> {
    let line = match row.get::<Option<String>>(3)? {
        Some(side) => format!("near {side} {}", row.count(2)?),
        None => {
            let [a, b, c, d, e] = [row.count(4)?, row.count(5)?, row.count(6)?, row.count(7)?, row.count(8)?];
            format!("full {a} {b} {c} {d} {e}")
        }
    };
    Figure::thaw(&line, rules).map_err(|_| Fault::Unreadable { what: "figure" })
}

fn read_band(row: &Row<'_>, rules: &Rules) -> Result<Released<Figure>, Fault> {
    let line = format!("band {} {} {}", row.count(2)?, row.count(3)?, row.count(4)?);
    Figure::thaw(&line, rules).map_err(|_| Fault::Unreadable { what: "band" })
}
