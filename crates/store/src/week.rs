//! A manager's weeks, corrections, guesses and settings. Minutes and fingerprints; no title ever gets this far.

mod codes;
mod packed;

use ::week::{
    Contract, DayHours, Fingerprint, Kind, Lesson, Place, Quarters, SeriesPart, Suggestion, Unplanned,
    Usually, Week, WorkingHours,
};
use access::Actor;
use jiff::Timestamp;
use jiff::civil::{Date, Weekday};
use people::{OrganisationId, PersonId};

use crate::{Fault, Row, Tx, args, sql::statements};

statements! {
    SETTINGS = "SELECT hours, contract_minutes FROM week_setting WHERE organisation = $1 AND person = $2";
    SAVE_SETTINGS = "INSERT INTO week_setting (organisation, person, hours, contract_minutes) VALUES ($1, $2, $3, $4)
        ON CONFLICT (organisation, person) DO UPDATE SET hours = excluded.hours, contract_minutes = excluded.contract_minutes";

    SUBSCRIPTION = "SELECT sealed, fetched_at, trouble FROM subscription WHERE organisation = $1 AND person = $2";
    SAVE_SUBSCRIPTION = "INSERT INTO subscription (organisation, person, sealed, trouble) VALUES ($1, $2, $3, '')
        ON CONFLICT (organisation, person) DO UPDATE SET sealed = excluded.sealed, fetched_at = NULL, trouble = ''";
    FETCHED = "UPDATE subscription SET fetched_at = $3, trouble = '' WHERE organisation = $1 AND person = $2";
    NOT_FETCHED = "UPDATE subscription SET trouble = $3 WHERE organisation = $1 AND person = $2";
    END_SUBSCRIPTION = "DELETE FROM subscription WHERE organisation = $1 AND person = $2";

    /// The latest weeks up to a Monday, with what was guessed and spread.
    WEEKS = "SELECT w.monday, w.imported_at, w.days, w.areas, w.facts, g.minutes,
            u.firefighting, u.administration, u.being_there, u.recovery
        FROM week w
        LEFT JOIN guess g ON g.organisation = w.organisation AND g.person = w.person AND g.monday = w.monday
        LEFT JOIN unplanned u ON u.organisation = w.organisation AND u.person = w.person AND u.monday = w.monday
        WHERE w.organisation = $1 AND w.person = $2 AND w.monday <= $3
        ORDER BY w.monday DESC LIMIT $4";
    /// The latest week up to a Monday in the same way, when its manager works, and the next week: one look for the whole page.
    WEEK = "SELECT w.monday, w.imported_at, w.days, w.areas, w.facts, g.minutes,
            u.firefighting, u.administration, u.being_there, u.recovery, s.hours, s.contract_minutes,
            (SELECT MIN(n.monday) FROM week n WHERE n.organisation = w.organisation AND n.person = w.person AND n.monday > $3)
        FROM week w
        LEFT JOIN guess g ON g.organisation = w.organisation AND g.person = w.person AND g.monday = w.monday
        LEFT JOIN unplanned u ON u.organisation = w.organisation AND u.person = w.person AND u.monday = w.monday
        LEFT JOIN week_setting s ON s.organisation = w.organisation AND s.person = w.person
        WHERE w.organisation = $1 AND w.person = $2 AND w.monday <= $3
        ORDER BY w.monday DESC LIMIT 1";
    /// As many weeks as a trend shows, their days alone.
    DAYS_UPTO = "SELECT monday, days FROM week WHERE organisation = $1 AND person = $2 AND monday <= $3
        ORDER BY monday DESC LIMIT $4";
    /// Days alone, for those who look at many weeks.
    DAYS = "SELECT monday, days FROM week WHERE organisation = $1 AND person = $2 ORDER BY monday";
    SAVE_WEEK = "INSERT INTO week (organisation, person, monday, imported_at, days, areas, facts)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (organisation, person, monday) DO UPDATE
        SET imported_at = excluded.imported_at, days = excluded.days, areas = excluded.areas, facts = excluded.facts";
    RECOUNT_WEEK = "UPDATE week SET days = $4, areas = $5 WHERE organisation = $1 AND person = $2 AND monday = $3";
    CLEAR_PARTS = "DELETE FROM week_part WHERE organisation = $1 AND person = $2 AND monday = $3";
    ADD_PART = "INSERT INTO week_part (organisation, person, monday, day, fingerprint, kind, area, minutes, outside,
            double_booked, people, times) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    MOVE_PARTS = "UPDATE week_part SET kind = $4, area = $5 WHERE organisation = $1 AND person = $2 AND fingerprint = $3";
    WEEKS_OF_SERIES = "SELECT DISTINCT monday FROM week_part WHERE organisation = $1 AND person = $2 AND fingerprint = $3";
    PARTS_OF_WEEK = "SELECT monday, day, fingerprint, kind, area, minutes, outside, double_booked, people, times
        FROM week_part WHERE organisation = $1 AND person = $2 AND monday = $3";
    SERIES_WEEKS = "SELECT w.monday, COALESCE((SELECT CAST(SUM(p.minutes) AS BIGINT) FROM week_part p
            WHERE p.organisation = w.organisation AND p.person = w.person AND p.monday = w.monday AND p.fingerprint = $3), 0)
        FROM week w WHERE w.organisation = $1 AND w.person = $2 ORDER BY w.monday";

    LESSONS = "SELECT series, tokens, kind, area FROM lesson WHERE organisation = $1 AND person = $2
        ORDER BY made_at, series";
    SAVE_LESSON = "INSERT INTO lesson (organisation, person, series, tokens, kind, area, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (organisation, person, series) DO UPDATE
        SET tokens = excluded.tokens, kind = excluded.kind, area = excluded.area, made_at = excluded.made_at";

    GUESS = "SELECT minutes FROM guess WHERE organisation = $1 AND person = $2 AND monday = $3";
    SAVE_GUESS = "INSERT INTO guess (organisation, person, monday, minutes) VALUES ($1, $2, $3, $4)
        ON CONFLICT (organisation, person, monday) DO UPDATE SET minutes = excluded.minutes";
    SAVE_UNPLANNED = "INSERT INTO unplanned (organisation, person, monday, firefighting, administration, being_there, recovery)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (organisation, person, monday) DO UPDATE SET firefighting = excluded.firefighting,
            administration = excluded.administration, being_there = excluded.being_there, recovery = excluded.recovery";

    SUGGESTIONS = "SELECT fingerprint, hours_a_year, minutes_each, rhythm, people, reasons, weekdays, minute FROM suggestion
        WHERE organisation = $1 AND person = $2 ORDER BY place LIMIT $3";
    /// Those that were not dropped: a drop that came back may be dropped anew.
    SUGGESTIONS_LEFT = "SELECT fingerprint, hours_a_year, minutes_each, rhythm, people, reasons, weekdays, minute FROM suggestion s
        WHERE organisation = $1 AND person = $2 AND NOT EXISTS (SELECT 1 FROM dropped d WHERE d.organisation = s.organisation
            AND d.person = s.person AND d.fingerprint = s.fingerprint AND d.state IN ('open', 'kept'))
        ORDER BY place LIMIT $3";
    CLEAR_SUGGESTIONS = "DELETE FROM suggestion WHERE organisation = $1 AND person = $2";
    ADD_SUGGESTION = "INSERT INTO suggestion (organisation, person, place, fingerprint, hours_a_year, minutes_each, rhythm,
            people, reasons, weekdays, minute) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

    ERASE_WEEKS = "DELETE FROM week WHERE organisation = $1 AND person = $2";
    ERASE_PARTS = "DELETE FROM week_part WHERE organisation = $1 AND person = $2";
    ERASE_LESSONS = "DELETE FROM lesson WHERE organisation = $1 AND person = $2";
    ERASE_GUESSES = "DELETE FROM guess WHERE organisation = $1 AND person = $2";
    ERASE_UNPLANNED = "DELETE FROM unplanned WHERE organisation = $1 AND person = $2";
    ERASE_SETTINGS = "DELETE FROM week_setting WHERE organisation = $1 AND person = $2";
    CLEAR_OLD_PARTS = "DELETE FROM week_part WHERE monday < $1";
    CLEAR_OLD_WEEKS = "DELETE FROM week WHERE monday < $1";
    CLEAR_OLD_GUESSES = "DELETE FROM guess WHERE monday < $1";
    CLEAR_OLD_UNPLANNED = "DELETE FROM unplanned WHERE monday < $1";
}

/// When a manager works, and how much they are contracted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hours {
    /// By weekday.
    pub working: WorkingHours,
    /// A week.
    pub contract: Contract,
}

/// A subscribed calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscription {
    /// Its address, sealed.
    pub sealed: Vec<u8>,
    /// When it was last fetched.
    pub fetched_at: Option<Timestamp>,
    /// Why the last fetch failed, as a code; empty when it went well.
    pub trouble: String,
}

/// A week as it was given, guessed and spread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoredWeek {
    /// What the calendar shows.
    pub week: Week,
    /// When it was imported.
    pub imported_at: Timestamp,
    /// Minutes of leading the manager thought, before seeing.
    pub guess: Option<u32>,
    /// How the manager spread what the calendar does not show.
    pub unplanned: Option<Unplanned>,
}

/// A week, and what stands around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekAround {
    /// The week.
    pub week: StoredWeek,
    /// When its manager works.
    pub hours: Hours,
    /// The next imported week.
    pub next: Option<Date>,
}

/// When a manager works; Monday to Friday 8 to 17 and 40 hours for whoever has not said.
///
/// # Errors
/// What the database says.
pub fn hours(tx: &mut Tx<'_>, by: &Actor) -> Result<Hours, Fault> {
    let found = tx.maybe(SETTINGS, args![by.organisation.0, by.person.0], |row| read_settings(row, 0))?;
    Ok(found.flatten().unwrap_or_default())
}

/// Working hours and contract, from column `at` on, where the manager has said them.
fn read_settings(row: &Row<'_>, at: usize) -> Result<Option<Hours>, Fault> {
    let Some(working) = row.parse_maybe(at, "working hours", read_hours)? else { return Ok(None) };
    let contract = Contract::new(row.count(at + 1)?).map_err(|_| Fault::Unreadable { what: "contract" })?;
    Ok(Some(Hours { working, contract }))
}

/// Remembers when a manager works.
///
/// # Errors
/// What the database says.
pub fn save_hours(tx: &mut Tx<'_>, by: &Actor, hours: &Hours) -> Result<(), Fault> {
    let working = write_hours(&hours.working);
    tx.run(SAVE_SETTINGS, args![by.organisation.0, by.person.0, &working, hours.contract.minutes()])?;
    Ok(())
}

/// A manager's subscribed calendar, if any.
///
/// # Errors
/// What the database says.
pub fn subscription(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<Option<Subscription>, Fault> {
    tx.maybe(SUBSCRIPTION, args![organisation.0, person.0], |row| {
        Ok(Subscription { sealed: row.get(0)?, fetched_at: row.time_maybe(1)?, trouble: row.get(2)? })
    })
}

/// Remembers a subscribed calendar by its sealed address.
///
/// # Errors
/// What the database says.
pub fn save_subscription(tx: &mut Tx<'_>, by: &Actor, sealed: &[u8]) -> Result<(), Fault> {
    tx.run(SAVE_SUBSCRIPTION, args![by.organisation.0, by.person.0, sealed])?;
    Ok(())
}

/// Notes how a fetch went: `trouble` is a code, or empty when it went well.
///
/// # Errors
/// What the database says.
pub fn note_fetch(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    trouble: &str,
) -> Result<(), Fault> {
    let now = tx.now();
    if trouble.is_empty() {
        tx.run(FETCHED, args![organisation.0, person.0, now])?;
    } else {
        tx.run(NOT_FETCHED, args![organisation.0, person.0, trouble])?;
    }
    Ok(())
}

/// Forgets a subscribed calendar.
///
/// # Errors
/// What the database says.
pub fn end_subscription(tx: &mut Tx<'_>, by: &Actor) -> Result<(), Fault> {
    tx.run(END_SUBSCRIPTION, args![by.organisation.0, by.person.0])?;
    Ok(())
}

/// The latest weeks up to and including the one that begins on `upto`, latest first.
///
/// # Errors
/// What the database says.
pub fn weeks(tx: &mut Tx<'_>, by: &Actor, upto: Date, most: u32) -> Result<Vec<StoredWeek>, Fault> {
    tx.all(WEEKS, args![by.organisation.0, by.person.0, &upto.to_string(), most], read_week)
}

/// The latest week up to and including the one that begins on `upto`, and what stands around it.
///
/// # Errors
/// What the database says.
pub fn week(tx: &mut Tx<'_>, by: &Actor, upto: Date) -> Result<Option<WeekAround>, Fault> {
    tx.maybe(WEEK, args![by.organisation.0, by.person.0, &upto.to_string()], |row| {
        Ok(WeekAround {
            week: read_week(row)?,
            hours: read_settings(row, 10)?.unwrap_or_default(),
            next: row.date_maybe(12)?,
        })
    })
}

fn read_week(row: &Row<'_>) -> Result<StoredWeek, Fault> {
    let monday = row.date(0)?;
    let days = row.parse(2, "days", packed::read_days)?;
    let areas = row.parse(3, "areas", packed::read_list::<8>)?;
    Ok(StoredWeek {
        week: Week {
            monday,
            days: packed::minutes(&days, &areas),
            facts: row.parse(4, "facts", packed::read_facts)?,
        },
        imported_at: row.time(1)?,
        guess: row.get::<Option<i64>>(5)?.map(|minutes| u32::try_from(minutes).unwrap_or(0)),
        unplanned: read_unplanned(row)?,
    })
}

/// Minutes by kind, in the order of [`Kind::ALL`], in the latest weeks up to and including the one that begins on `upto`,
/// latest first.
///
/// # Errors
/// What the database says.
pub fn kinds_upto(
    tx: &mut Tx<'_>,
    by: &Actor,
    upto: Date,
    most: u32,
) -> Result<Vec<(Date, [u32; 6])>, Fault> {
    tx.all(DAYS_UPTO, args![by.organisation.0, by.person.0, &upto.to_string(), most], read_kinds)
}

/// Remembers imported weeks; those that were there are replaced, others stay.
///
/// # Errors
/// What the database says.
pub fn save_weeks(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    weeks: &[Week],
    parts: &[SeriesPart],
) -> Result<(), Fault> {
    let now = tx.now();
    for week in weeks {
        let monday = week.monday.to_string();
        let (days, areas) = packed::write_days(&week.days);
        let facts = packed::write_facts(&week.facts);
        tx.run(SAVE_WEEK, args![organisation.0, person.0, &monday, now, &days, &areas, &facts])?;
        tx.run(CLEAR_PARTS, args![organisation.0, person.0, &monday])?;
    }
    for part in parts {
        let (monday, day) = (part.monday.to_string(), part.day.to_string());
        tx.run(
            ADD_PART,
            args![
                organisation.0,
                person.0,
                &monday,
                &day,
                part.fingerprint.as_bytes(),
                part.place.kind().code(),
                area(part.place),
                part.minutes,
                part.outside,
                part.double,
                part.people,
                part.times
            ],
        )?;
    }
    Ok(())
}

/// Moves a series to another place in every stored week, and counts those weeks anew.
///
/// # Errors
/// What the database says.
pub fn move_series(tx: &mut Tx<'_>, by: &Actor, series: Fingerprint, to: Place) -> Result<(), Fault> {
    let (organisation, person) = (by.organisation.0, by.person.0);
    tx.run(MOVE_PARTS, args![organisation, person, series.as_bytes(), to.kind().code(), area(to)])?;
    let mondays =
        tx.all(WEEKS_OF_SERIES, args![organisation, person, series.as_bytes()], |row| row.get::<String>(0))?;
    for monday in mondays {
        let parts = tx.all(PARTS_OF_WEEK, args![organisation, person, &monday], read_part)?;
        for days in ::week::recount(&parts).values() {
            let (days, areas) = packed::write_days(days);
            tx.run(RECOUNT_WEEK, args![organisation, person, &monday, &days, &areas])?;
        }
    }
    Ok(())
}

/// Minutes that one series took, in each imported week: 0 where it did not come.
///
/// # Errors
/// What the database says.
pub fn series_weeks(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    series: &Fingerprint,
) -> Result<Vec<(Date, u32)>, Fault> {
    tx.all(SERIES_WEEKS, args![organisation.0, person.0, series.as_bytes()], |row| {
        Ok((row.date(0)?, row.count(1)?))
    })
}

/// Minutes of leadership contribution in each imported week, oldest first.
///
/// # Errors
/// What the database says.
pub fn leading(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<Vec<(Date, u32)>, Fault> {
    Ok(kinds(tx, organisation, person)?.into_iter().map(|(monday, kinds)| (monday, kinds[0])).collect())
}

/// Minutes by kind, in the order of [`Kind::ALL`], in each imported week with anything booked, oldest first.
///
/// # Errors
/// What the database says.
pub fn kinds(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<Vec<(Date, [u32; 6])>, Fault> {
    let weeks = tx.all(DAYS, args![organisation.0, person.0], read_kinds)?;
    Ok(weeks.into_iter().filter(|(_, kinds)| kinds.iter().any(|minutes| *minutes > 0)).collect())
}

fn read_kinds(row: &Row<'_>) -> Result<(Date, [u32; 6]), Fault> {
    Ok((row.date(0)?, row.parse(1, "days", packed::read_kinds)?))
}

/// A manager's corrections, in the order they were made.
///
/// # Errors
/// What the database says.
pub fn lessons(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<Vec<Lesson>, Fault> {
    tx.all(LESSONS, args![organisation.0, person.0], |row| {
        let tokens: Vec<u8> = row.get(1)?;
        Ok(Lesson {
            series: Fingerprint::from_bytes(row.bytes(0)?),
            tokens: tokens.as_chunks::<16>().0.iter().map(|token| Fingerprint::from_bytes(*token)).collect(),
            place: read_place(row, 2)?,
        })
    })
}

/// Remembers a correction; an earlier one on the same series gives way.
///
/// # Errors
/// What the database says.
pub fn save_lesson(tx: &mut Tx<'_>, by: &Actor, lesson: &Lesson) -> Result<(), Fault> {
    let tokens: Vec<u8> = lesson.tokens.iter().flat_map(|token| *token.as_bytes()).collect();
    let (kind, area, now) = (lesson.place.kind().code(), area(lesson.place), tx.now());
    let series = lesson.series.as_bytes();
    tx.run(SAVE_LESSON, args![by.organisation.0, by.person.0, series, &tokens, kind, area, now])?;
    Ok(())
}

/// What the manager thought of a week before seeing it, in minutes.
///
/// # Errors
/// What the database says.
pub fn guess(tx: &mut Tx<'_>, by: &Actor, monday: Date) -> Result<Option<u32>, Fault> {
    tx.maybe(GUESS, args![by.organisation.0, by.person.0, &monday.to_string()], |row| row.count(0))
}

/// Remembers what the manager thought.
///
/// # Errors
/// What the database says.
pub fn save_guess(tx: &mut Tx<'_>, by: &Actor, monday: Date, minutes: u32) -> Result<(), Fault> {
    tx.run(SAVE_GUESS, args![by.organisation.0, by.person.0, &monday.to_string(), minutes])?;
    Ok(())
}

/// Remembers how the manager spread what the calendar does not show: firefighting, administration, being there,
/// recovery, in quarters.
///
/// # Errors
/// What the database says.
pub fn save_unplanned(
    tx: &mut Tx<'_>,
    by: &Actor,
    monday: Date,
    quarters: [Quarters; 4],
) -> Result<(), Fault> {
    let [firefighting, administration, being_there, recovery] =
        quarters.map(|quarters| i64::from(quarters.count()));
    let monday = monday.to_string();
    tx.run(
        SAVE_UNPLANNED,
        args![by.organisation.0, by.person.0, &monday, firefighting, administration, being_there, recovery],
    )?;
    Ok(())
}

/// Series that might go, best first.
///
/// # Errors
/// What the database says.
pub fn suggestions(tx: &mut Tx<'_>, by: &Actor, most: u32) -> Result<Vec<Suggestion>, Fault> {
    tx.all(SUGGESTIONS, args![by.organisation.0, by.person.0, most], read_suggestion)
}

/// Those of them that are not dropped.
///
/// # Errors
/// What the database says.
pub fn suggestions_left(tx: &mut Tx<'_>, by: &Actor, most: u32) -> Result<Vec<Suggestion>, Fault> {
    tx.all(SUGGESTIONS_LEFT, args![by.organisation.0, by.person.0, most], read_suggestion)
}

fn read_suggestion(row: &Row<'_>) -> Result<Suggestion, Fault> {
    let usually = Usually::from_parts(row.count(6)?, row.count(7)?);
    Ok(Suggestion {
        fingerprint: Fingerprint::from_bytes(row.bytes(0)?),
        hours_a_year: row.get(1)?,
        minutes_each: row.count(2)?,
        rhythm: row.parse(3, "rhythm", codes::read_rhythm)?,
        usually: usually.ok_or(Fault::Unreadable { what: "weekdays" })?,
        people: row.count(4)?,
        reasons: row.parse(5, "reasons", codes::read_reasons)?,
    })
}

/// Remembers which series might go, in place of what the import before thought.
///
/// # Errors
/// What the database says.
pub fn save_suggestions(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    suggestions: &[Suggestion],
) -> Result<(), Fault> {
    tx.run(CLEAR_SUGGESTIONS, args![organisation.0, person.0])?;
    for (place, suggestion) in (0_u32..).zip(suggestions) {
        let (rhythm, reasons) = (codes::rhythm(suggestion.rhythm), codes::reasons(&suggestion.reasons));
        let (weekdays, minute) = suggestion.usually.parts();
        tx.run(
            ADD_SUGGESTION,
            args![
                organisation.0,
                person.0,
                place,
                suggestion.fingerprint.as_bytes(),
                suggestion.hours_a_year,
                suggestion.minutes_each,
                &rhythm,
                suggestion.people,
                &reasons,
                weekdays,
                minute
            ],
        )?;
    }
    Ok(())
}

/// Erases everything about a manager's weeks.
///
/// # Errors
/// What the database says.
pub fn erase(tx: &mut Tx<'_>, by: &Actor) -> Result<(), Fault> {
    for sql in [
        ERASE_PARTS,
        ERASE_WEEKS,
        ERASE_LESSONS,
        ERASE_GUESSES,
        ERASE_UNPLANNED,
        ERASE_SETTINGS,
        CLEAR_SUGGESTIONS,
        END_SUBSCRIPTION,
    ] {
        tx.run(sql, args![by.organisation.0, by.person.0])?;
    }
    Ok(())
}

/// Erases weeks that began before `before`, whoever's.
///
/// # Errors
/// What the database says.
pub fn clear(tx: &mut Tx<'_>, before: Date) -> Result<(), Fault> {
    for sql in [CLEAR_OLD_PARTS, CLEAR_OLD_WEEKS, CLEAR_OLD_GUESSES, CLEAR_OLD_UNPLANNED] {
        tx.run(sql, args![&before.to_string()])?;
    }
    Ok(())
}

fn area(place: Place) -> Option<i64> {
    place.area().map(|area| area.number().into())
}

/// Reads a kind and, in the column after it, an area.
fn read_place(row: &Row<'_>, column: usize) -> Result<Place, Fault> {
    let kind = row.parse(column, "kind", Kind::from_code)?;
    let area = row.get::<Option<i64>>(column + 1)?;
    let area = area.and_then(|number| ::week::Area::from_number(u8::try_from(number).ok()?));
    Place::from_parts(kind, area).ok_or(Fault::Unreadable { what: "area" })
}

pub(crate) fn read_part(row: &Row<'_>) -> Result<SeriesPart, Fault> {
    Ok(SeriesPart {
        monday: row.date(0)?,
        day: row.date(1)?,
        fingerprint: Fingerprint::from_bytes(row.bytes(2)?),
        place: read_place(row, 3)?,
        minutes: row.count(5)?,
        outside: row.count(6)?,
        double: row.count(7)?,
        people: row.count(8)?,
        times: row.count(9)?,
    })
}

fn read_unplanned(row: &Row<'_>) -> Result<Option<Unplanned>, Fault> {
    let unreadable = Fault::Unreadable { what: "quarters" };
    let mut quarters = [Quarters::default(); 4];
    for (column, quarter) in (6..).zip(&mut quarters) {
        let Some(count) = row.get::<Option<i64>>(column)? else { return Ok(None) };
        *quarter = u8::try_from(count)
            .ok()
            .and_then(|count| Quarters::new(count).ok())
            .ok_or(Fault::Unreadable { what: "quarters" })?;
    }
    let [firefighting, administration, being_there, recovery] = quarters;
    Unplanned::new(firefighting, administration, being_there, recovery).map(Some).map_err(|_| unreadable)
}

const WEEKDAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

fn write_hours(hours: &WorkingHours) -> String {
    let day = |day| {
        hours.on(day).map_or_else(|| "-".to_owned(), |hours| format!("{}-{}", hours.from(), hours.to()))
    };
    WEEKDAYS.map(day).join(" ")
}

fn read_hours(text: &str) -> Option<WorkingHours> {
    let mut days = [None; 7];
    let mut given = text.split(' ');
    for day in &mut days {
        let text = given.next()?;
        if text != "-" {
            let (from, to) = text.split_once('-')?;
            *day = Some(DayHours::new(from.parse().ok()?, to.parse().ok()?).ok()?);
        }
    }
    given.next().is_none().then(|| WorkingHours::new(days))
}
