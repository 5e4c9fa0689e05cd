//! Rounds: what was planned, who is asked, the keys, and the opening.

use jiff::Timestamp;
use jiff::civil::Date;
use people::{Language, Occupation, OrganisationId, PersonId, UnitId};
use pulse::grouping::Part;
use pulse::{
    KeyGroup, Place, Question, QuestionCode, Questionnaire, Reach, Round, RoundId, RoundMember, RoundNode,
    RoundState, Scale,
};

use crate::{Fault, Row, Tx, args, sql::statements};

statements! {
    ADD = "INSERT INTO round (organisation, id, name, planned_by, unit, reach, opens_at, draws_end_at, closes_at, languages, k,
            strict, consulted_on, follows, cancelled_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
    ADD_QUESTION = "INSERT INTO round_question (organisation, round, place, code, sort, sv, da, en)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    QUESTIONS = "SELECT code, sort, sv, da, en FROM round_question WHERE organisation = $1 AND round = $2 ORDER BY place";
    BY_ID = "SELECT r.organisation, r.id, r.name, r.planned_by, r.unit, r.reach, r.opens_at, r.draws_end_at, r.closes_at,
            r.languages, r.k, r.strict, r.consulted_on, r.follows, r.cancelled_at,
            EXISTS (SELECT 1 FROM round_node n WHERE n.organisation = r.organisation AND n.round = r.id AND n.place = 0),
            o.opened_at, c.closed_at
        FROM round r LEFT JOIN opening o ON o.organisation = r.organisation AND o.round = r.id
            LEFT JOIN closing c ON c.organisation = r.organisation AND c.round = r.id
        WHERE r.organisation = $1 AND r.id = $2";
    LATEST = "SELECT r.organisation, r.id, r.name, r.planned_by, r.unit, r.reach, r.opens_at, r.draws_end_at, r.closes_at,
            r.languages, r.k, r.strict, r.consulted_on, r.follows, r.cancelled_at,
            EXISTS (SELECT 1 FROM round_node n WHERE n.organisation = r.organisation AND n.round = r.id AND n.place = 0),
            o.opened_at, c.closed_at
        FROM round r LEFT JOIN opening o ON o.organisation = r.organisation AND o.round = r.id
            LEFT JOIN closing c ON c.organisation = r.organisation AND c.round = r.id
        WHERE r.organisation = $1 ORDER BY r.opens_at DESC, r.id LIMIT 500";
    CONSULT = "UPDATE round SET consulted_on = $3 WHERE organisation = $1 AND id = $2";
    CALL_OFF = "UPDATE round SET cancelled_at = $3 WHERE organisation = $1 AND id = $2 AND cancelled_at IS NULL";
    ADD_NODE = "INSERT INTO round_node (organisation, round, place, parent, unit, name, eligible) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    ADD_MEMBER = "INSERT INTO round_member (organisation, round, unit, direct, occupation, place, eligible)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    ADD_GROUP = "INSERT INTO key_group (organisation, round, place, modulus, private_key, drawn, slips)
        VALUES ($1, $2, $3, NULL, NULL, 0, 0)";
    ADD_ELIGIBLE = "INSERT INTO eligible (organisation, round, place, person, reminders) VALUES ($1, $2, $3, $4, 0)";
    TREE = "SELECT place, parent, unit, name, eligible FROM round_node WHERE organisation = $1 AND round = $2 ORDER BY place";
    NODE_OF_UNIT = "SELECT place, parent, unit, name, eligible FROM round_node
        WHERE organisation = $1 AND unit = $2 AND round = $3 ORDER BY place LIMIT 1";
    NODE_AT = "SELECT place, parent, unit, name, eligible FROM round_node WHERE organisation = $1 AND round = $2 AND place = $3";
    MEMBERS = "SELECT unit, direct, occupation, place, eligible FROM round_member
        WHERE organisation = $1 AND round = $2 ORDER BY place, unit, direct, occupation";
    GROUPS = "SELECT place, modulus, drawn, slips FROM key_group WHERE organisation = $1 AND round = $2 ORDER BY place";
    KEYS_MADE = "SELECT COUNT(*), CAST(COALESCE(SUM(CASE WHEN modulus IS NULL THEN 0 ELSE 1 END), 0) AS BIGINT)
        FROM key_group WHERE organisation = $1 AND round = $2";
    WITHOUT_KEY = "SELECT place FROM key_group WHERE organisation = $1 AND round = $2 AND modulus IS NULL ORDER BY place LIMIT $3";
    /// The first key made stands: ballots may have been drawn with it.
    SAVE_KEY = "UPDATE key_group SET modulus = $4, private_key = $5
        WHERE organisation = $1 AND round = $2 AND place = $3 AND modulus IS NULL";
    PRIVATE_KEY = "SELECT private_key FROM key_group WHERE organisation = $1 AND round = $2 AND place = $3";
    OPEN = "INSERT INTO opening (organisation, round, opened_at, hash, previous) VALUES ($1, $2, $3, $4, $5)";
    ADD_MANIFEST = "INSERT INTO manifest (organisation, round, manifest) VALUES ($1, $2, $3)";
    OPENING = "SELECT o.opened_at, m.manifest, o.hash, o.previous FROM opening o
        JOIN manifest m ON m.organisation = o.organisation AND m.round = o.round WHERE o.organisation = $1 AND o.round = $2";
    HASH = "SELECT hash FROM opening WHERE organisation = $1 AND round = $2";
    LAST_HASH = "SELECT hash FROM opening WHERE organisation = $1 ORDER BY opened_at DESC, round DESC LIMIT 1";
    GROUPS_OF_PERSON = "SELECT place FROM eligible WHERE organisation = $1 AND round = $2 AND person = $3 ORDER BY place";
    /// Those with an address who have no link yet, as long as there are any.
    TO_INVITE = "SELECT p.id, p.mail, p.language FROM person p
        WHERE p.organisation = $1 AND p.mail IS NOT NULL AND NOT p.placeholder
            AND EXISTS (SELECT 1 FROM eligible e WHERE e.organisation = p.organisation AND e.round = $2 AND e.person = p.id)
            AND NOT EXISTS (SELECT 1 FROM invitation i WHERE i.organisation = p.organisation AND i.round = $2 AND i.person = p.id)
        ORDER BY p.id LIMIT $3";
    /// Those with an address who have collected nothing in some group of theirs, and were reminded less than `$3` times.
    TO_REMIND = "SELECT p.id, p.mail, p.language FROM person p
        WHERE p.organisation = $1 AND p.mail IS NOT NULL AND NOT p.placeholder
            AND EXISTS (SELECT 1 FROM eligible e WHERE e.organisation = p.organisation AND e.round = $2 AND e.person = p.id
                AND e.reminders < $3 AND NOT EXISTS (SELECT 1 FROM draw d WHERE d.organisation = e.organisation
                    AND d.round = e.round AND d.place = e.place AND d.person = e.person))
        ORDER BY p.id LIMIT $4";
    REMINDED = "UPDATE eligible SET reminders = $4 WHERE organisation = $1 AND round = $2 AND person = $3";
    INVITE = "INSERT INTO invitation (secret_hash, organisation, round, person) VALUES ($1, $2, $3, $4)";
    ADD_SLIP = "INSERT INTO slip (code_hash, organisation, round, place) VALUES ($1, $2, $3, $4)";
    COUNT_SLIPS = "UPDATE key_group SET slips = slips + $4 WHERE organisation = $1 AND round = $2 AND place = $3";
    SLIPS_LEFT = "SELECT place, COUNT(*) FROM slip WHERE organisation = $1 AND round = $2 GROUP BY place";
    OPEN_FOR = "SELECT DISTINCT e.round FROM eligible e JOIN opening o ON o.organisation = e.organisation AND o.round = e.round
        WHERE e.organisation = $1 AND e.person = $2";
    HAS_DRAWN = "SELECT COUNT(*) FROM draw WHERE organisation = $1 AND round = $2 AND person = $3";
    STRICT = "SELECT since FROM strict_mode WHERE organisation = $1";
    BEGIN_STRICT = "INSERT INTO strict_mode (organisation, since) VALUES ($1, $2) ON CONFLICT (organisation) DO NOTHING";
    END_STRICT = "DELETE FROM strict_mode WHERE organisation = $1";
    TAKE_STRICT = "UPDATE round SET strict = $3 WHERE organisation = $1 AND id = $2";
    ROSTER = "SELECT place, person FROM eligible WHERE organisation = $1 AND round = $2 ORDER BY place, person";
    ELIGIBLE = "SELECT COUNT(*) FROM eligible WHERE organisation = $1 AND round = $2";
}

/// What everyone compares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// When the round opened.
    pub opened_at: Timestamp,
    /// The manifest, as [`pulse::Manifest`] writes it.
    pub manifest: Vec<u8>,
    /// Its hash.
    pub hash: [u8; 32],
    /// The hash of the organisation's opening before it.
    pub previous: Option<[u8; 32]>,
}

/// Remembers a planned round and its questions.
///
/// # Errors
/// What the database says.
pub fn add(tx: &mut Tx<'_>, round: &Round, questionnaire: &Questionnaire) -> Result<(), Fault> {
    let languages = round.languages.iter().map(|language| language.code()).collect::<Vec<_>>().join(",");
    tx.run(
        ADD,
        args![
            round.organisation.0,
            round.id.0,
            &round.name,
            round.planned_by.map(|person| person.0),
            round.unit.0,
            round.reach.code(),
            round.opens_at,
            round.draws_end_at,
            round.closes_at,
            &languages,
            round.k,
            round.strict,
            round.consulted_on.map(|day| day.to_string()).as_ref(),
            round.follows.map(|round| round.0),
            round.cancelled_at,
        ],
    )?;
    for (place, question) in (0_u32..).zip(questionnaire.questions()) {
        add_question(tx, round, place, question)?;
    }
    Ok(())
}

fn add_question(tx: &mut Tx<'_>, round: &Round, place: u32, question: &Question) -> Result<(), Fault> {
    let own = question.code.own_id().is_some();
    // Ours are known by their code.
    let [sv, da, en] = Language::ALL.map(|language| question.wording.in_language(language).filter(|_| own));
    let sort = if question.scale == Scale::Words { "words" } else { "scale" };
    let code = question.code.to_string();
    tx.run(ADD_QUESTION, args![round.organisation.0, round.id.0, place, &code, sort, sv, da, en])?;
    Ok(())
}

/// What a round asks.
///
/// # Errors
/// What the database says; [`Fault::Unreadable`] when this program knows a question no longer.
pub fn questionnaire(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    round: RoundId,
) -> Result<Questionnaire, Fault> {
    let questions = tx.all(QUESTIONS, args![organisation.0, round.0], read_question)?;
    Questionnaire::new(questions).map_err(|_| Fault::Unreadable { what: "questionnaire" })
}

fn read_question(row: &Row<'_>) -> Result<Question, Fault> {
    let unreadable = Fault::Unreadable { what: "question" };
    let code = row.parse(0, "code of a question", QuestionCode::read)?;
    let Some(id) = code.own_id() else {
        return Question::ours().find(|question| question.code == code).cloned().ok_or(unreadable);
    };
    let scale = if row.get::<String>(1)? == "words" { Scale::Words } else { Scale::Agree };
    let words: [Option<String>; 3] = [row.get(2)?, row.get(3)?, row.get(4)?];
    let there =
        Language::ALL.into_iter().zip(&words).find_map(|(language, text)| text.as_ref().map(|_| language));
    let words = words.each_ref().map(|text| text.as_deref().unwrap_or_default());
    Question::own(id, scale, words, there.unwrap_or_default()).map_err(|_| unreadable)
}

/// A round and where it is on its way.
///
/// # Errors
/// [`Fault::NotFound`] without one.
pub fn by_id(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    round: RoundId,
) -> Result<(Round, RoundState), Fault> {
    find(tx, organisation, round)?.ok_or(Fault::NotFound)
}

/// As [`by_id`], for work that is done when there is no such round.
///
/// # Errors
/// What the database says.
pub fn find(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    round: RoundId,
) -> Result<Option<(Round, RoundState)>, Fault> {
    tx.maybe(BY_ID, args![organisation.0, round.0], read)
}

/// The five hundred latest rounds, the one that opens last first.
///
/// # Errors
/// What the database says.
pub fn latest(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Vec<(Round, RoundState)>, Fault> {
    tx.all(LATEST, args![organisation.0], read)
}

/// Notes the day a round was taken up with the unions.
///
/// # Errors
/// What the database says.
pub fn consult(tx: &mut Tx<'_>, organisation: OrganisationId, round: RoundId, on: Date) -> Result<(), Fault> {
    tx.run(CONSULT, args![organisation.0, round.0, &on.to_string()])?;
    Ok(())
}

/// Calls a round off: whatever links a person to it is gone, and so are ballots on their way.
///
/// # Errors
/// What the database says.
pub fn call_off(tx: &mut Tx<'_>, organisation: OrganisationId, round: RoundId) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(CALL_OFF, args![organisation.0, round.0, now])?;
    crate::ballots::destroy_links(tx, (organisation, round))
}

/// Settles who is asked: the tree, who of which unit is in which leaf, a key group for each of `groups`, and who may
/// draw there.
///
/// # Errors
/// What the database says; [`Fault::already_there`] when the round is frozen.
pub fn freeze(
    tx: &mut Tx<'_>,
    (organisation, round): (OrganisationId, RoundId),
    nodes: &[RoundNode],
    members: &[RoundMember],
    groups: &[Place],
    eligible: &[(Place, PersonId)],
) -> Result<(), Fault> {
    let (organisation, round) = (organisation.0, round.0);
    for node in nodes {
        let (parent, unit) = (node.parent.map(|parent| parent.0), node.unit.map(|unit| unit.0));
        let RoundNode { place, name, eligible, .. } = node;
        tx.run(ADD_NODE, args![organisation, round, place.0, parent, unit, name, *eligible])?;
    }
    for RoundMember { part: Part { unit, direct, occupation }, place, eligible } in members {
        let occupation = occupation.as_ref().map_or("", Occupation::as_str);
        tx.run(ADD_MEMBER, args![organisation, round, unit.0, *direct, occupation, place.0, *eligible])?;
    }
    for place in groups {
        tx.run(ADD_GROUP, args![organisation, round, place.0])?;
    }
    for (place, person) in eligible {
        tx.run(ADD_ELIGIBLE, args![organisation, round, place.0, person.0])?;
    }
    Ok(())
}

/// The frozen tree, parents before children. Empty before the round is frozen.
///
/// # Errors
/// What the database says.
pub fn tree(tx: &mut Tx<'_>, organisation: OrganisationId, round: RoundId) -> Result<Vec<RoundNode>, Fault> {
    tx.all(TREE, args![organisation.0, round.0], read_node)
}

/// The node that stands for a unit and nothing else, if there is one. Where a unit's only leaf is itself the unit, the
/// upper of the two.
///
/// # Errors
/// What the database says.
pub fn node_of_unit(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    round: RoundId,
    unit: UnitId,
) -> Result<Option<RoundNode>, Fault> {
    tx.maybe(NODE_OF_UNIT, args![organisation.0, unit.0, round.0], read_node)
}

/// The node at a place.
///
/// # Errors
/// [`Fault::NotFound`] without one.
pub fn node_at(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    round: RoundId,
    place: Place,
) -> Result<RoundNode, Fault> {
    tx.one(NODE_AT, args![organisation.0, round.0, place.0], read_node)
}

/// Whose people are in which leaf.
///
/// # Errors
/// What the database says.
pub fn members(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    round: RoundId,
) -> Result<Vec<RoundMember>, Fault> {
    tx.all(MEMBERS, args![organisation.0, round.0], |row| {
        Ok(RoundMember {
            part: Part {
                unit: UnitId(row.get(0)?),
                direct: row.get(1)?,
                occupation: row.parse_maybe(2, "occupation", |name| Some(Occupation::new(name)))?.flatten(),
            },
            place: Place(row.count(3)?),
            eligible: row.count(4)?,
        })
    })
}

/// The key groups, in order of place.
///
/// # Errors
/// What the database says.
pub fn groups(tx: &mut Tx<'_>, organisation: OrganisationId, round: RoundId) -> Result<Vec<KeyGroup>, Fault> {
    tx.all(GROUPS, args![organisation.0, round.0], |row| {
        Ok(KeyGroup {
            place: Place(row.count(0)?),
            modulus: row.get(1)?,
            drawn: row.count(2)?,
            slips: row.count(3)?,
        })
    })
}

/// How many key groups there are, and how many of them have their key.
///
/// # Errors
/// What the database says.
pub fn keys_made(tx: &mut Tx<'_>, organisation: OrganisationId, round: RoundId) -> Result<(u32, u32), Fault> {
    tx.one(KEYS_MADE, args![organisation.0, round.0], |row| Ok((row.count(0)?, row.count(1)?)))
}

/// The first `most` groups that still want a key.
///
/// # Errors
/// What the database says.
pub fn without_key(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    round: RoundId,
    most: u32,
) -> Result<Vec<Place>, Fault> {
    tx.all(WITHOUT_KEY, args![organisation.0, round.0, most], |row| Ok(Place(row.count(0)?)))
}

/// Remembers a group's key, unless it has one.
///
/// # Errors
/// What the database says.
pub fn save_key(
    tx: &mut Tx<'_>,
    (organisation, round): (OrganisationId, RoundId),
    place: Place,
    modulus: &[u8],
    sealed_private_key: &[u8],
) -> Result<(), Fault> {
    tx.run(SAVE_KEY, args![organisation.0, round.0, place.0, modulus, sealed_private_key])?;
    Ok(())
}

/// A group's private key, sealed. `None` before it is made, and from closing on.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such group.
pub fn private_key(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    round: RoundId,
    place: Place,
) -> Result<Option<Vec<u8>>, Fault> {
    tx.one(PRIVATE_KEY, args![organisation.0, round.0, place.0], |row| row.get(0))
}

/// Opens a round now.
///
/// # Errors
/// What the database says; [`Fault::already_there`] when it is open.
pub fn open(
    tx: &mut Tx<'_>,
    (organisation, round): (OrganisationId, RoundId),
    manifest: &[u8],
    hash: &[u8; 32],
    previous: Option<&[u8; 32]>,
) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(OPEN, args![organisation.0, round.0, now, hash, previous])?;
    tx.run(ADD_MANIFEST, args![organisation.0, round.0, manifest])?;
    Ok(())
}

/// The opening of a round, with the whole manifest.
///
/// # Errors
/// What the database says.
pub fn opening_of(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    round: RoundId,
) -> Result<Option<Opening>, Fault> {
    tx.maybe(OPENING, args![organisation.0, round.0], |row| {
        Ok(Opening {
            opened_at: row.time(0)?,
            manifest: row.get(1)?,
            hash: row.bytes(2)?,
            previous: row.get::<Option<Vec<u8>>>(3)?.map(whole).transpose()?,
        })
    })
}

/// The hash of a round's manifest, once it has opened.
///
/// # Errors
/// What the database says.
pub fn hash_of(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    round: RoundId,
) -> Result<Option<[u8; 32]>, Fault> {
    tx.maybe(HASH, args![organisation.0, round.0], |row| row.bytes(0))
}

/// The hash of the organisation's latest manifest.
///
/// # Errors
/// What the database says.
pub fn last_hash(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Option<[u8; 32]>, Fault> {
    tx.maybe(LAST_HASH, args![organisation.0], |row| row.bytes(0))
}

/// The groups a person may draw in.
///
/// # Errors
/// What the database says.
pub fn groups_of(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    round: RoundId,
    person: PersonId,
) -> Result<Vec<Place>, Fault> {
    tx.all(GROUPS_OF_PERSON, args![organisation.0, round.0, person.0], |row| Ok(Place(row.count(0)?)))
}

/// Somebody to write to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// Who.
    pub person: PersonId,
    /// Their address.
    pub mail: String,
    /// The language they chose.
    pub language: Option<Language>,
}

/// Up to `most` of those asked who have an address and no link yet.
///
/// # Errors
/// What the database says.
pub fn to_invite(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    round: RoundId,
    most: u32,
) -> Result<Vec<Recipient>, Fault> {
    tx.all(TO_INVITE, args![organisation.0, round.0, most], read_recipient)
}

/// Up to `most` of those with an address who have not collected all their ballots and have been reminded fewer than
/// `times` times.
///
/// # Errors
/// What the database says.
pub fn to_remind(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    round: RoundId,
    times: u32,
    most: u32,
) -> Result<Vec<Recipient>, Fault> {
    tx.all(TO_REMIND, args![organisation.0, round.0, times, most], read_recipient)
}

/// Notes that somebody has been reminded so many times in all.
///
/// # Errors
/// What the database says.
pub fn reminded(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    round: RoundId,
    person: PersonId,
    times: u32,
) -> Result<(), Fault> {
    tx.run(REMINDED, args![organisation.0, round.0, person.0, times])?;
    Ok(())
}

/// Remembers a link that draws for a person.
///
/// # Errors
/// What the database says.
pub fn invite(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    round: RoundId,
    person: PersonId,
    secret_hash: &[u8; 32],
) -> Result<(), Fault> {
    tx.run(INVITE, args![secret_hash, organisation.0, round.0, person.0])?;
    Ok(())
}

/// Remembers slips of a group, by the hashes of their codes.
///
/// # Errors
/// What the database says.
pub fn add_slips(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    round: RoundId,
    place: Place,
    code_hashes: &[[u8; 32]],
) -> Result<(), Fault> {
    for hash in code_hashes {
        tx.run(ADD_SLIP, args![hash, organisation.0, round.0, place.0])?;
    }
    count_slips(tx, organisation, round, place, u32::try_from(code_hashes.len()).unwrap_or(u32::MAX))
}

/// Counts so many slips of a group as made.
///
/// # Errors
/// What the database says.
pub fn count_slips(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    round: RoundId,
    place: Place,
    made: u32,
) -> Result<(), Fault> {
    tx.run(COUNT_SLIPS, args![organisation.0, round.0, place.0, made])?;
    Ok(())
}

/// How many slips of each group have not been used; groups without any are not there.
///
/// # Errors
/// What the database says.
pub fn slips_left(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    round: RoundId,
) -> Result<Vec<(Place, u32)>, Fault> {
    tx.all(SLIPS_LEFT, args![organisation.0, round.0], |row| Ok((Place(row.count(0)?), row.count(1)?)))
}

/// The open rounds that ask a person.
///
/// # Errors
/// What the database says.
pub fn open_for(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<Vec<RoundId>, Fault> {
    tx.all(OPEN_FOR, args![organisation.0, person.0], |row| Ok(RoundId(row.get(0)?)))
}

/// In how many groups a person has collected a ballot.
///
/// # Errors
/// What the database says.
pub fn drawn_by(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    round: RoundId,
    person: PersonId,
) -> Result<u32, Fault> {
    tx.one(HAS_DRAWN, args![organisation.0, round.0, person.0], |row| row.count(0))
}

/// Since when strict mode is on for the organisation; `None` while it is off.
///
/// # Errors
/// What the database says.
pub fn strict_since(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Option<Timestamp>, Fault> {
    tx.maybe(STRICT, args![organisation.0], |row| row.time(0))
}

/// Switches strict mode on, unless it is on.
///
/// # Errors
/// What the database says.
pub fn begin_strict(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(BEGIN_STRICT, args![organisation.0, now])?;
    Ok(())
}

/// Switches strict mode off.
///
/// # Errors
/// What the database says.
pub fn end_strict(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<(), Fault> {
    tx.run(END_STRICT, args![organisation.0])?;
    Ok(())
}

/// Settles whether a round is in strict mode: when it opens, once.
///
/// # Errors
/// What the database says.
pub fn take_strict(tx: &mut Tx<'_>, round: &Round) -> Result<(), Fault> {
    tx.run(TAKE_STRICT, args![round.organisation.0, round.id.0, round.strict])?;
    Ok(())
}

/// Who may draw, by place. Until closing.
///
/// # Errors
/// What the database says.
pub fn roster(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    round: RoundId,
) -> Result<Vec<(Place, PersonId)>, Fault> {
    tx.all(ROSTER, args![organisation.0, round.0], |row| Ok((Place(row.count(0)?), PersonId(row.get(1)?))))
}

/// How many may draw.
///
/// # Errors
/// What the database says.
pub fn eligible(tx: &mut Tx<'_>, organisation: OrganisationId, round: RoundId) -> Result<u32, Fault> {
    tx.one(ELIGIBLE, args![organisation.0, round.0], |row| row.count(0))
}

fn whole(bytes: Vec<u8>) -> Result<[u8; 32], Fault> {
    bytes.try_into().map_err(|_| Fault::Unreadable { what: "hash" })
}

fn read_recipient(row: &Row<'_>) -> Result<Recipient, Fault> {
    let language = row.parse_maybe(2, "language", Language::from_code)?;
    Ok(Recipient { person: PersonId(row.get(0)?), mail: row.get(1)?, language })
}

fn read_node(row: &Row<'_>) -> Result<RoundNode, Fault> {
    let parent = row.get::<Option<i64>>(1)?.map(u32::try_from).transpose();
    Ok(RoundNode {
        place: Place(row.count(0)?),
        parent: parent.map_err(|_| Fault::Unreadable { what: "place" })?.map(Place),
        unit: row.get::<Option<i64>>(2)?.map(UnitId),
        name: row.get(3)?,
        eligible: row.count(4)?,
    })
}

fn read(row: &Row<'_>) -> Result<(Round, RoundState), Fault> {
    let round = Round {
        organisation: OrganisationId(row.get(0)?),
        id: RoundId(row.get(1)?),
        name: row.get(2)?,
        planned_by: row.get::<Option<i64>>(3)?.map(PersonId),
        unit: UnitId(row.get(4)?),
        reach: row.parse(5, "reach", Reach::from_code)?,
        opens_at: row.time(6)?,
        draws_end_at: row.time(7)?,
        closes_at: row.time(8)?,
        languages: row.parse(9, "languages", |codes| {
            codes.split(',').map(Language::from_code).collect::<Option<_>>()
        })?,
        k: row.count(10)?,
        strict: row.get(11)?,
        consulted_on: row.date_maybe(12)?,
        follows: row.get::<Option<i64>>(13)?.map(RoundId),
        cancelled_at: row.time_maybe(14)?,
    };
    let (frozen, opened_at, closed_at) = (row.get(15)?, row.time_maybe(16)?, row.time_maybe(17)?);
    let state = match (round.cancelled_at, closed_at, opened_at, frozen) {
        (Some(_), ..) => RoundState::CalledOff,
        (_, Some(_), ..) => RoundState::Closed,
        (_, _, Some(_), _) => RoundState::Open,
        (.., true) => RoundState::Frozen,
        _ => RoundState::Planned,
    };
    Ok((round, state))
}
