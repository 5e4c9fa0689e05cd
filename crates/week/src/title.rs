//! Reading a title: cut, composed, in lower case, split into words.

use crate::names;

/// How much of a title is read, in characters. What comes after is as if it were not there.
pub const MAX_TITLE_CHARS: usize = 200;

/// The first [`MAX_TITLE_CHARS`] characters.
pub(crate) fn cut(title: &str) -> &str {
    match title.char_indices().nth(MAX_TITLE_CHARS) {
        Some((end, _)) => &title[..end],
        None => title,
    }
}

/// A word of a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// In lower case.
    pub(crate) text: String,
    /// Written with a capital first letter and a small one after it.
    pub(crate) capital: bool,
    /// Written in capitals only.
    shouted: bool,
}

/// The word that every way of writing one-to-one is read as.
pub(crate) const ONE_TO_ONE: &str = "1:1";

/// What the Danish committee MED is read as: in small letters it is "with".
const MED: &str = "medudvalg";

const ONE_TO_ONE_FORMS: [&str; 12] = [
    "1:1",
    "1-1",
    "1on1",
    "1to1",
    "1-2-1",
    "1-on-1",
    "1-to-1",
    "1-til-1",
    "1-till-1",
    "one-on-one",
    "one-to-one",
    "en-til-en",
];

/// The words of a title.
pub(crate) fn tokens(title: &str) -> Vec<Token> {
    let composed = compose(cut(title));
    let mut tokens = Vec::new();
    for piece in composed.split_whitespace() {
        let bare = piece.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        if ONE_TO_ONE_FORMS.contains(&bare.trim_end_matches('s')) {
            tokens.push(Token { text: ONE_TO_ONE.to_owned(), capital: false, shouted: false });
            continue;
        }
        tokens.extend(piece.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(token));
    }
    if tokens.len() == 1 || composed.chars().any(char::is_lowercase) {
        tokens
            .iter_mut()
            .filter(|token| token.shouted && token.text == "med")
            .for_each(|token| token.text = MED.to_owned());
    }
    tokens
}

fn token(word: &str) -> Token {
    let mut letters = word.chars();
    let capital = letters.next().is_some_and(char::is_uppercase) && letters.any(char::is_lowercase);
    let shouted = word.chars().all(char::is_uppercase);
    Token { text: word.to_lowercase(), capital, shouted }
}

/// Some calendars write å as a and a ring. Composes the letters of the three languages, drops other loose accents.
fn compose(title: &str) -> String {
    let mut composed = String::with_capacity(title.len());
    for c in title.chars() {
        if !('\u{300}'..='\u{36f}').contains(&c) {
            composed.push(c);
            continue;
        }
        let whole = composed.chars().next_back().and_then(|base| joined(base, c));
        if let Some(whole) = whole {
            composed.pop();
            composed.push(whole);
        }
    }
    composed
}

const fn joined(base: char, accent: char) -> Option<char> {
    Some(match (base, accent) {
        ('a', '\u{30a}') => 'å',
        ('A', '\u{30a}') => 'Å',
        ('a', '\u{308}') => 'ä',
        ('A', '\u{308}') => 'Ä',
        ('o', '\u{308}') => 'ö',
        ('O', '\u{308}') => 'Ö',
        ('u', '\u{308}') => 'ü',
        ('e', '\u{301}') => 'é',
        ('E', '\u{301}') => 'É',
        _ => return None,
    })
}

/// Which words say what the booking is, and not who, where or when: dates, numbers and what looks like a name are false.
///
/// A word that is not `known` is taken for a name when it is a common given name, or is written with a capital inside
/// the title where a name is to be expected: when two people meet or one works alone, beside another name, or after a
/// word like "with". In a meeting of more, a capital is rather a project's or a unit's: "Styrgrupp Solgården". A word
/// built like a common noun is none anywhere. Where a known word inside the title has a capital too, as English titles
/// may, capitals tell nothing and only the given names go.
pub(crate) fn telling(tokens: &[Token], known: &[bool], company: u8) -> Vec<bool> {
    let known_at = |i: usize| known.get(i).copied().unwrap_or(false);
    let capitals_tell = !tokens.iter().enumerate().any(|(i, token)| i > 0 && token.capital && known_at(i));
    // A name of two words is often a given name and one that no list knows.
    let mut after_a_name = false;
    tokens
        .iter()
        .enumerate()
        .map(|(i, token)| {
            let expected =
                company <= 1 || after_a_name || (i > 0 && names::comes_before_one(&tokens[i - 1].text));
            let unlisted =
                token.capital && i > 0 && capitals_tell && expected && !names::is_built(&token.text);
            let name = !known_at(i) && (names::is_given(&token.text) || unlisted);
            after_a_name = name;
            known_at(i) || !(name || is_when(&token.text))
        })
        .collect()
}

fn is_when(word: &str) -> bool {
    word.chars().count() == 1 || word.chars().any(|c| c.is_ascii_digit()) || names::is_calendar_word(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(title: &str) -> Vec<String> {
        tokens(title).into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn one_to_one_is_one_word_however_written() {
        for title in ["1:1 Eva", "1-1: Eva", "One-on-One Eva", "(1on1) Eva", "En-til-en Eva", "1:1s Eva"] {
            assert_eq!(texts(title), ["1:1", "eva"], "{title}");
        }
    }

    #[test]
    fn the_committee_is_not_the_little_word() {
        assert_eq!(texts("MED"), ["medudvalg"]);
        assert_eq!(texts("Referat MED"), ["referat", "medudvalg"]);
        assert_eq!(texts("Møde med Karin"), ["møde", "med", "karin"]);
        assert_eq!(texts("MØDE MED KARIN"), ["møde", "med", "karin"]);
    }

    #[test]
    fn loose_accents_are_composed() {
        assert_eq!(texts("Mo\u{308}te på A\u{30a}sen"), ["möte", "på", "åsen"]);
    }

    #[test]
    fn a_huge_title_is_cut() {
        let title = "å".repeat(1_000_000);
        assert_eq!(cut(&title).chars().count(), MAX_TITLE_CHARS);
        assert_eq!(tokens(&title).len(), 1);
    }

    #[test]
    fn names_dates_and_numbers_tell_nothing() {
        let tokens = tokens("Samtal Zebulon Andersson v 12 mars 2026 Karin");
        let kept: Vec<bool> = telling(&tokens, &vec![false; tokens.len()], 1);
        assert_eq!(kept, [true, false, false, false, false, false, false, false]);
    }

    /// The words that tell, of a title none of whose words the table knows.
    fn told(title: &str, company: u8) -> Vec<String> {
        let tokens = tokens(title);
        let tells = telling(&tokens, &vec![false; tokens.len()], company);
        tokens.into_iter().zip(tells).filter(|(_, tells)| *tells).map(|(token, _)| token.text).collect()
    }

    #[test]
    fn a_capital_in_a_meeting_of_more_is_a_project_or_a_unit() {
        assert_eq!(told("Styrgrupp Solgården", 2), ["styrgrupp", "solgården"]);
        assert_eq!(told("Projekt Lönn", 2), ["projekt", "lönn"]);
        assert_eq!(told("Samtal Zebulon", 1), ["samtal"]);
    }

    #[test]
    fn a_name_is_known_by_what_stands_before_it() {
        assert_eq!(told("Möte med Zebulon Andersson", 2), ["möte", "med"]);
        assert_eq!(told("Möde om Karin Zebulon", 2), ["möde", "om"]);
        assert_eq!(told("Rehab Zebulon", 2), ["rehab"]);
    }

    #[test]
    fn a_word_built_like_a_common_noun_is_no_name() {
        assert_eq!(told("Planering Skolstarten Digitalisering", 0), ["planering", "digitalisering"]);
        assert_eq!(told("Snak om Sundhedsplejegruppen", 1), ["snak", "om", "sundhedsplejegruppen"]);
        assert_eq!(told("Kaffe med Henning", 1), ["kaffe", "med"]);
    }
}
