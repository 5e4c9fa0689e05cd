use people::Language;

use crate::{Line, Text};

/// A when-then plan: the occasion that comes anyway, and what the manager then does. Pages write the words "when" and
/// "then" around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The occasion, as in "jag kommer till morgonmötet".
    pub when: Line,
    /// The act, as in "frågar jag hur natten varit".
    pub then: Line,
}

impl Plan {
    /// Occasions to begin from, in this language.
    pub fn suggestions(language: Language) -> impl Iterator<Item = &'static str> {
        WHEN_SUGGESTIONS.iter().map(move |text| text.text(language))
    }
}

/// Occasions that come by themselves in most managers' weeks; each goes on from the word "when".
pub static WHEN_SUGGESTIONS: [Text; 10] = [
    Text {
        sv: "jag kommer till morgonmötet",
        da: "jeg kommer til morgenmødet",
        en: "I come to the morning meeting",
    },
    Text {
        sv: "jag har druckit veckans första kaffe på måndagen",
        da: "jeg har drukket ugens første kop kaffe om mandagen",
        en: "I have had the week's first coffee on Monday",
    },
    Text {
        sv: "någon kommer till mig med ett problem",
        da: "nogen kommer til mig med et problem",
        en: "someone brings me a problem",
    },
    Text { sv: "jag går från ett möte", da: "jeg går fra et møde", en: "I walk away from a meeting" },
    Text {
        sv: "arbetsplatsträffen börjar", da: "personalemødet begynder", en: "the staff meeting starts"
    },
    Text {
        sv: "jag parkerar vid en av enheterna",
        da: "jeg parkerer ved en af enhederne",
        en: "I park at one of the units",
    },
    Text {
        sv: "jag har ett enskilt samtal",
        da: "jeg har en samtale på tomandshånd",
        en: "I have a one-to-one",
    },
    Text {
        sv: "någon ber om en sak till",
        da: "nogen beder om én ting til",
        en: "someone asks for one more thing",
    },
    Text {
        sv: "jag öppnar kalendern på torsdagen",
        da: "jeg åbner kalenderen om torsdagen",
        en: "I open the calendar on Thursday",
    },
    Text {
        sv: "jag ska gå hem på fredagen",
        da: "jeg skal til at gå hjem om fredagen",
        en: "I am about to go home on Friday",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_suggestion_is_a_line_that_goes_on_from_when() {
        for language in Language::ALL {
            for text in Plan::suggestions(language) {
                assert_eq!(Line::new(text).unwrap().as_str(), text);
                assert!(text.starts_with("I ") || text.starts_with(char::is_lowercase), "{text}");
                assert!(!text.ends_with('.'), "{text}");
            }
        }
    }
}
