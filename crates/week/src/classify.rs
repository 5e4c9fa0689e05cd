//! From a title and who takes part to a place and the reason for it.

use std::collections::BTreeSet;

use rust_stemmers::{Algorithm, Stemmer};

use crate::fingerprint::Domain;
use crate::lessons::MAX_TOKENS;
use crate::rules::{self, Hit};
use crate::title::{self, Token};
use crate::words::{Need, STRONG, is_generic};
use crate::{Area, Booking, Fingerprint, Key, Lessons, Place, Size};

/// Where a booking landed, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Placed {
    /// Where.
    pub place: Place,
    /// Why.
    pub why: Reason,
}

/// Why a booking landed where it did. Words come from the rules' own table, never from the title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// The manager placed this series so.
    YourPlacing,
    /// The manager placed its likes so: at least this many corrections share a word with it.
    YourPlacingOfLikes {
        /// How many, at least.
        corrections: u32,
    },
    /// A word of the table.
    Word {
        /// The word as the table has it; may be the beginning of a longer one.
        word: &'static str,
    },
    /// A word of the table that means this with so many.
    WordAndSize {
        /// The word as the table has it.
        word: &'static str,
        /// How many take part.
        size: Size,
    },
    /// No word said more: two people talk.
    OneToOne,
    /// Alone with one's own manager.
    OwnManager,
    /// No word said more: a meeting of this size.
    Meeting {
        /// How many take part.
        size: Size,
    },
    /// Marked as out of office, and no word said more.
    OutOfOffice,
    /// Marked as private, and no word said more.
    Private,
    /// Own time, and no word said more.
    NoWord,
}

/// What of a booking decides where it lands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Features<'a> {
    pub(crate) title: &'a str,
    /// Others invited: 0, 1, or 2 for more.
    company: u8,
    size: Size,
    own_manager: bool,
    out_of_office: bool,
    private: bool,
}

impl<'a> Features<'a> {
    pub(crate) fn of(booking: &'a Booking) -> Features<'a> {
        Features {
            title: title::cut(&booking.title),
            company: booking.people.min(2) as u8,
            size: booking.size(),
            own_manager: booking.with_own_manager,
            out_of_office: booking.out_of_office,
            private: booking.private,
        }
    }
}

/// A title read with the manager's key: which series it belongs to, its telling words, and what the rules say.
#[derive(Debug, Clone)]
pub(crate) struct Reading {
    pub(crate) series: Fingerprint,
    pub(crate) tokens: Vec<Fingerprint>,
    rules: Placed,
    strong: bool,
}

impl Reading {
    pub(crate) fn new(features: &Features<'_>, key: &Key) -> Reading {
        let tokens = title::tokens(features.title);
        let hits = rules::hits(&tokens, u32::from(features.company));
        let (rules, strong) = by_rules(features, &hits);
        let words = Words::of(&tokens, &hits, features.company);
        Reading {
            series: key.sign(Domain::Series, &words.series),
            tokens: words.telling.iter().take(MAX_TOKENS).map(|word| key.sign(Domain::Token, word)).collect(),
            rules,
            strong,
        }
    }

    /// The manager's own placing, else that of its likes, else the rules'.
    pub(crate) fn placed(&self, lessons: &Lessons) -> Placed {
        if let Some(place) = lessons.exact(self.series) {
            return Placed { place, why: Reason::YourPlacing };
        }
        let needed = if self.strong { 2 } else { 1 };
        match lessons.likes(&self.tokens) {
            Some(likes) if likes.corrections >= needed => Placed {
                place: likes.place,
                why: Reason::YourPlacingOfLikes { corrections: likes.corrections },
            },
            _ => self.rules,
        }
    }
}

fn by_rules(features: &Features<'_>, hits: &[Hit]) -> (Placed, bool) {
    let best = rules::strongest(hits);
    if features.own_manager && features.company == 1 {
        return (with_own_manager(best), false);
    }
    match best {
        Some(hit) => (by_word(hit, features.size), hit.strength >= STRONG),
        None => (without_word(features), false),
    }
}

/// With one's own manager, what would be leading others is leading oneself.
fn with_own_manager(best: Option<&Hit>) -> Placed {
    let about_me = best.is_some_and(|hit| matches!(hit.place, Place::Lead(_)) && hit.strength > STRONG);
    let place = if about_me { Place::Lead(Area::Myself) } else { Place::Coordination };
    Placed { place, why: Reason::OwnManager }
}

fn by_word(hit: &Hit, size: Size) -> Placed {
    let why = match hit.need {
        Need::Any => Reason::Word { word: hit.word },
        _ => Reason::WordAndSize { word: hit.word, size },
    };
    Placed { place: hit.place, why }
}

fn without_word(features: &Features<'_>) -> Placed {
    let (place, why) = match features.company {
        1 => (Place::Lead(Area::SeeThePerson), Reason::OneToOne),
        0 if features.out_of_office => (Place::Other, Reason::OutOfOffice),
        0 if features.private => (Place::Other, Reason::Private),
        0 => (Place::Other, Reason::NoWord),
        _ => (Place::Coordination, Reason::Meeting { size: features.size }),
    };
    Placed { place, why }
}

/// The words a series and its likes are known by.
struct Words {
    series: String,
    telling: BTreeSet<String>,
}

impl Words {
    /// The series is its telling words' stems in alphabetical order, so that names, dates, numbers, inflection and
    /// the order of words do not matter. Where only words like "meeting" are left, who takes part is told as well.
    /// Neither the calendar's uid nor whether it recurs counts: both differ between exports of one calendar.
    fn of(tokens: &[Token], hits: &[Hit], company: u8) -> Words {
        let stemmer = Stemmer::create(Algorithm::Swedish);
        let tells = title::telling(tokens, &rules::known(tokens, hits), company);
        let told =
            || tokens.iter().zip(&tells).filter(|(_, tells)| **tells).map(|(token, _)| token.text.as_str());
        let mut series: BTreeSet<String> = told().map(|word| stem(&stemmer, word)).collect();
        let mut telling: BTreeSet<String> = told()
            .filter(|word| !is_generic(word) && !SMALL.contains(word))
            .map(|word| format!("w {}", stem(&stemmer, word)))
            .collect();
        telling.extend(hits.iter().filter(|hit| !is_generic(hit.word)).map(|hit| format!("r {}", hit.word)));
        if telling.is_empty() {
            series.insert(format!("# {company}"));
            let only: Vec<&str> = series.iter().map(String::as_str).collect();
            telling.insert(format!("s {}", only.join(" ")));
        }
        let series: Vec<String> = series.into_iter().collect();
        Words { series: series.join(" "), telling }
    }
}

/// Snowball's Swedish stem, which keeps the ending -et (it is often part of a word): here `budg` for budget does no harm.
fn stem(stemmer: &Stemmer, word: &str) -> String {
    let stem = stemmer.stem(word);
    match stem.strip_suffix("et") {
        Some(shorter) if shorter.chars().count() >= 3 => shorter.to_owned(),
        _ => stem.into_owned(),
    }
}

/// Little words that would make everything alike.
const SMALL: &[&str] = &[
    "och", "og", "and", "med", "with", "för", "for", "om", "av", "af", "of", "the", "till", "til", "to",
    "på", "on", "in", "en", "ett", "et", "den", "det", "de", "ny", "nye", "nya", "new", "from", "från",
    "fra", "vid", "at", "hos", "mellan", "re", "sv", "vs", "fw", "fwd",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Lesson, Lessons};

    const KEY: Key = Key::new([9; 32]);

    fn booking(title: &str, people: u32) -> Booking {
        Booking { people, ..Booking::own(title, jiff::Timestamp::UNIX_EPOCH, jiff::Timestamp::UNIX_EPOCH) }
    }

    fn read(title: &str, people: u32) -> Reading {
        Reading::new(&Features::of(&booking(title, people)), &KEY)
    }

    #[test]
    fn who_and_when_do_not_make_another_series() {
        let series = read("Medarbetarsamtal Anna", 1).series;
        for title in [
            "Medarbetarsamtal Per Olofsson",
            "Anna - medarbetarsamtal 14/3",
            "MEDARBETARSAMTAL",
            "medarbetarsamtalet v. 12",
        ] {
            assert_eq!(read(title, 1).series, series, "{title}");
        }
        assert_ne!(read("Lönesamtal Anna", 1).series, series);
    }

    #[test]
    fn a_bare_meeting_is_known_by_who_takes_part() {
        assert_ne!(read("Möte", 1).series, read("Möte", 6).series);
        assert_eq!(read("Möte", 3).series, read("Möte", 6).series);
        assert_eq!(read("Ledningsgrupp", 1).series, read("Ledningsgrupp", 6).series);
    }

    #[test]
    fn another_key_gives_other_fingerprints() {
        let features = booking("APT", 20);
        let other = Reading::new(&Features::of(&features), &Key::new([8; 32]));
        let own = read("APT", 20);
        assert_ne!(own.series, other.series);
        assert_ne!(own.tokens, other.tokens);
    }

    #[test]
    fn a_correction_beats_the_rules_for_its_series_and_teaches_its_likes() {
        let zumba = read("Zumbagruppen vårplan", 4);
        assert_eq!(zumba.placed(&Lessons::none(KEY)).place, Place::Coordination);
        let lesson = Lesson { series: zumba.series, tokens: zumba.tokens.clone(), place: Place::Recovery };
        let lessons = Lessons::new(KEY, vec![lesson]);
        assert_eq!(zumba.placed(&lessons), Placed { place: Place::Recovery, why: Reason::YourPlacing });
        let like = read("Zumbagruppen", 5).placed(&lessons);
        assert_eq!(
            like,
            Placed { place: Place::Recovery, why: Reason::YourPlacingOfLikes { corrections: 1 } }
        );
    }

    #[test]
    fn alone_with_own_manager_is_coordination_unless_about_me() {
        let with_manager = |title: &str| {
            let booking = Booking { with_own_manager: true, ..booking(title, 1) };
            Reading::new(&Features::of(&booking), &KEY).placed(&Lessons::none(KEY)).place
        };
        assert_eq!(with_manager("Avstämning Eva"), Place::Coordination);
        assert_eq!(with_manager("Lönesamtal"), Place::Lead(Area::Myself));
    }
}
