//! Published figures to set a week or its conditions beside: ranges with source and year, never one right number.
//!
//! Only figures that can be compared with something the product shows. Wording belongs to the pages.

/// What a figure is to be set beside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Compare {
    /// Share of working time in meetings.
    Meetings,
    /// Share of working time on administration.
    Administration,
    /// Share of working time alone with the own manager.
    WithOwnManager,
    /// Working time a day.
    DayLength,
    /// Number of employees a manager leads.
    Span,
    /// Share of managers who say something; set beside no manager's own figure.
    Managers,
}

/// A figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    /// Per cent.
    PerCent(f64),
    /// Below so many per cent.
    BelowPerCent(f64),
    /// From one number of persons to another, both counted in.
    Persons(u32, u32),
    /// Minutes.
    Minutes(u32),
}

/// A published figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reference {
    /// What the words for it are found by.
    pub id: &'static str,
    /// What it is set beside.
    pub compare: Compare,
    /// The figure.
    pub value: Value,
    /// ISO 3166 code of the country it is from.
    pub country: &'static str,
    /// Who published it, and where.
    pub source: &'static str,
    /// The year of publication; of the figures where the source says.
    pub year: u16,
}

const fn reference(
    id: &'static str,
    compare: Compare,
    value: Value,
    country: &'static str,
    source: &'static str,
    year: u16,
) -> Reference {
    Reference { id, compare, value, country, source, year }
}

const ARMAN: &str = "Arman, Dellve, Wikström, Törnström 2009, doi:10.1111/j.1365-2834.2009.01016.x";
const DK_SPAN: &str = "sn.dk 2017-11; ledelsesavisen.dk; offentligledelse.dk; fho.dk 2022";
const SKR: &str = "SKR, Chefer i välfärden, 2022-12-05";

/// All of them.
pub const REFERENCES: &[Reference] = &[
    reference("meetings-health-care", Compare::Meetings, Value::PerCent(50.0), "SE", ARMAN, 2009),
    reference("administration-health-care", Compare::Administration, Value::PerCent(16.0), "SE", ARMAN, 2009),
    reference(
        "own-manager-health-care",
        Compare::WithOwnManager,
        Value::BelowPerCent(1.0),
        "SE",
        ARMAN,
        2009,
    ),
    reference(
        "meetings-six-managers",
        Compare::Meetings,
        Value::PerCent(63.0),
        "SE",
        "va.se 2019-11-29",
        2019,
    ),
    reference(
        "day-six-managers",
        Compare::DayLength,
        Value::Minutes(8 * 60 + 43),
        "SE",
        "va.se 2019-11-29",
        2019,
    ),
    reference(
        "half-on-administration",
        Compare::Managers,
        Value::PerCent(29.0),
        "SE",
        "Chef 2015 (963), dagensperspektiv.no",
        2015,
    ),
    reference(
        "interrupted-too-often",
        Compare::Managers,
        Value::PerCent(43.0),
        "SE",
        "Manpower Work Life 2016, ledningsjobb.se",
        2016,
    ),
    reference(
        "too-little-time-for-staff",
        Compare::Managers,
        Value::PerCent(56.0),
        "DK",
        "DSR, dsr.dk/lederforeningen",
        2018,
    ),
    reference("span-first-line-municipal", Compare::Span, Value::Persons(28, 28), "SE", SKR, 2021),
    reference("span-first-line-region", Compare::Span, Value::Persons(27, 27), "SE", SKR, 2021),
    reference(
        "span-guideline",
        Compare::Span,
        Value::Persons(25, 30),
        "SE",
        "Vision: vision.se/chefenifokus 2022/3",
        2022,
    ),
    reference(
        "span-elder-care",
        Compare::Span,
        Value::Persons(42, 50),
        "SE",
        "Socialstyrelsen: vision.se/chefenifokus 2022/3",
        2022,
    ),
    reference("span-elder-care-dk", Compare::Span, Value::Persons(32, 32), "DK", DK_SPAN, 2017),
    reference("span-health-dk", Compare::Span, Value::Persons(24, 24), "DK", DK_SPAN, 2017),
    reference("span-administration-dk", Compare::Span, Value::Persons(15, 15), "DK", DK_SPAN, 2017),
    reference(
        "span-nurses-dk",
        Compare::Span,
        Value::Persons(27, 32),
        "DK",
        "DSR: dsr.dk/lederforeningen",
        2018,
    ),
];
