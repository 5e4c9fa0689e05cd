//! The table of words the rules know, in Swedish, Danish and English.
//!
//! Patterns stand in texts, parted by semicolons. A pattern is one word or a phrase. `*` says where it may go on:
//! `budget*` begins a word, `*samtal` ends one, `*ledning*` may stand anywhere in one. Elsewhere only an inflection may
//! follow. The strength says who is believed when several words match: 10 decides whatever else is said, 3 is a hint.

mod administration;
mod coordination;
mod firefighting;
mod leading;
mod other;
mod recovery;

use crate::{Area, Place};

/// The patterns of a list, which stands as one text.
pub(crate) fn patterns(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split("; ")
}

/// Who must take part for a word to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    Any,
    Alone,
    Two,
    Group,
    NotTwo,
}

impl Need {
    pub(crate) const fn holds(self, others: u32) -> bool {
        match self {
            Need::Any => true,
            Need::Alone => others == 0,
            Need::Two => others == 1,
            Need::Group => others >= 2,
            Need::NotTwo => others != 1,
        }
    }
}

/// Words that mean the same to the rules.
pub(crate) struct Entry {
    pub(crate) place: Place,
    pub(crate) strength: u8,
    pub(crate) need: Need,
    patterns: &'static str,
}

impl Entry {
    pub(crate) fn patterns(&self) -> impl Iterator<Item = &'static str> {
        patterns(self.patterns)
    }
}

const fn any(place: Place, strength: u8, patterns: &'static str) -> Entry {
    Entry { place, strength, need: Need::Any, patterns }
}

const fn when(need: Need, place: Place, strength: u8, patterns: &'static str) -> Entry {
    Entry { place, strength, need, patterns }
}

/// From here on a word names the thing itself, and two corrections are needed before likes outweigh it.
pub(crate) const STRONG: u8 = 6;

/// Words for meeting or talking as such: they do not tell one series from another.
const GENERIC: &str = "möte; møde; meeting; samtal; samtale; talk; call; avstämning; afstemning; 1:1; check; catch; \
    uppföljning; opfølgning; follow; status; statusmöte; statusmøde; sync; träff; teams; zoom";

/// Whether a word says no more than that people meet or talk.
pub(crate) fn is_generic(word: &str) -> bool {
    patterns(GENERIC).any(|generic| generic == word)
}

/// Patterns that, on a whole-day booking, say that the owner is away from work.
pub(crate) const LEAVE: &str = "semester; ferie; feriefridag; feriefri*; vacation; annual leave; holiday; ledig; föräldraled*; \
    tjänstled*; barsel; orlov; vab; vabb*; sjuk; sjukskriven; syg; sygdom; sygemeldt; sick; sick leave; \
    komp; kompledig*; flexled*; afspadser*; fri; fridag; day off; pto; parental leave; on leave; barns \
    sygedag; barn syg";

const L1: Place = Place::Lead(Area::Direction);
const L2: Place = Place::Lead(Area::SeeThePerson);
const L3: Place = Place::Lead(Area::Challenge);
const L4: Place = Place::Lead(Area::Trust);
const L5: Place = Place::Lead(Area::Team);
const L6: Place = Place::Lead(Area::OutsideIn);
const L7: Place = Place::Lead(Area::Learn);
const L8: Place = Place::Lead(Area::Myself);
const C: Place = Place::Coordination;
const A: Place = Place::Administration;
const F: Place = Place::Firefighting;
const R: Place = Place::Recovery;
const O: Place = Place::Other;

/// The whole table, place by place.
pub(crate) static TABLES: [&[Entry]; 6] = [
    leading::TABLE,
    coordination::TABLE,
    administration::TABLE,
    firefighting::TABLE,
    recovery::TABLE,
    other::TABLE,
];
