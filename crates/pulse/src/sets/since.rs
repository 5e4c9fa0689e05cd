use crate::{Question, QuestionCode, Scale, Set, Wording};

/// Two weeks after closing: whether the talk took place.
pub(super) static TALK: [Question; 1] = [Question {
    code: QuestionCode::ours(Set::Talk, "talk.talked"),
    scale: Scale::Agree,
    wording: Wording::ours(
        "I min grupp har vi pratat om svaren från förra gången.",
        "I min gruppe har vi talt om svarene fra sidste gang.",
        "In my group we have talked about the answers from last time.",
    ),
}];

/// What stands in for following each person from round to round, which blind ballots make impossible.
pub(super) static COMPARED: [Question; 1] = [Question {
    code: QuestionCode::ours(Set::Compared, "compared.last"),
    scale: Scale::Compared,
    wording: Wording::ours(
        "Hur är det i din grupp nu, jämfört med förra gången vi frågade?",
        "Hvordan er det i din gruppe nu sammenlignet med sidst, vi spurgte?",
        "How are things in your group now, compared with the last time we asked?",
    ),
}];
