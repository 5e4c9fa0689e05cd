use people::Language;

/// How a question is answered. "Don't know" can always be answered too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scale {
    /// How well a statement fits, 1 to 5.
    Agree,
    /// Compared with last time: 1 worse, 2 the same, 3 better.
    ///
    /// All three lie on the lower side of the engine's scale by intent. Of a group that nearly all answered alike
    /// `disclosure` says no more than "1 to 3" or "4 to 5"; were better a 5 it would be alone on its side, and that
    /// sentence would tell everybody's answer.
    Compared,
    /// No scale: a few words of one's own. Off unless the organisation asks for it.
    Words,
}

impl Scale {
    /// All of them.
    pub const ALL: [Scale; 3] = [Scale::Agree, Scale::Compared, Scale::Words];

    /// The code it is stored under.
    pub const fn code(self) -> &'static str {
        match self {
            Scale::Agree => "agree",
            Scale::Compared => "compared",
            Scale::Words => "words",
        }
    }

    /// Reads a stored code.
    pub fn from_code(code: &str) -> Option<Scale> {
        Scale::ALL.into_iter().find(|scale| scale.code() == code)
    }

    /// How many marks it has: 1 to this, or none.
    pub const fn marks(self) -> u8 {
        match self {
            Scale::Agree => 5,
            Scale::Compared => 3,
            Scale::Words => 0,
        }
    }

    /// Whether this is one of its marks.
    pub const fn has(self, mark: u8) -> bool {
        1 <= mark && mark <= self.marks()
    }

    /// What a mark says; `None` for a mark that it has not. In Swedish the ends of [`Scale::Agree`] are HME's, so that its nine are asked
    /// as others ask them. Changed labels are another scale: answers and the hash of a questionnaire know it by its code.
    pub const fn label(self, mark: u8, language: Language) -> Option<&'static str> {
        let labels: &[&str] = match (self, language) {
            (Scale::Agree, Language::Sv) => &[
                "Stämmer mycket dåligt",
                "Stämmer ganska dåligt",
                "Varken bra eller dåligt",
                "Stämmer ganska bra",
                "Stämmer mycket bra",
            ],
            (Scale::Agree, Language::Da) => {
                &["Helt uenig", "Delvis uenig", "Hverken enig eller uenig", "Delvis enig", "Helt enig"]
            }
            (Scale::Agree, Language::En) => {
                &["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"]
            }
            (Scale::Compared, Language::Sv) => &["Sämre", "Likadant", "Bättre"],
            (Scale::Compared, Language::Da) => &["Dårligere", "Det samme", "Bedre"],
            (Scale::Compared, Language::En) => &["Worse", "The same", "Better"],
            (Scale::Words, _) => &[],
        };
        if self.has(mark) { Some(labels[mark as usize - 1]) } else { None }
    }

    /// "Don't know", the same on every scale.
    pub const fn dont_know(language: Language) -> &'static str {
        match language {
            Language::Sv => "Vet inte",
            Language::Da => "Ved ikke",
            Language::En => "Don't know",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_says_something_of_its_own_in_every_language() {
        for language in Language::ALL {
            for scale in Scale::ALL {
                let mut said: Vec<_> =
                    (1..=scale.marks()).filter_map(|mark| scale.label(mark, language)).collect();
                assert_eq!(said.len(), usize::from(scale.marks()));
                said.push(Scale::dont_know(language));
                assert!(said.iter().all(|label| (3..=30).contains(&label.chars().count())), "{said:?}");
                said.sort_unstable();
                said.dedup();
                assert_eq!(said.len(), usize::from(scale.marks()) + 1, "{said:?}");
                assert_eq!(scale.label(0, language), None);
                assert_eq!(scale.label(scale.marks() + 1, language), None);
            }
        }
    }

    #[test]
    fn a_scale_is_read_back_from_its_code() {
        assert!(Scale::ALL.into_iter().all(|scale| Scale::from_code(scale.code()) == Some(scale)));
        assert_eq!(Scale::from_code(""), None);
    }

    // What `disclosure` says of a group that nearly all answered alike is "1 to 3" or "4 to 5".
    #[test]
    fn no_mark_is_alone_on_its_side() {
        for scale in Scale::ALL {
            let high = (4..=5).filter(|mark| scale.has(*mark)).count();
            let low = (1..=3).filter(|mark| scale.has(*mark)).count();
            assert!(high != 1 && low != 1, "{scale:?}: {low} low, {high} high");
        }
    }
}
