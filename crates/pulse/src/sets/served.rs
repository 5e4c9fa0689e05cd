use crate::{Question, QuestionCode, Scale, Set, Wording};

/// Three questions for those served. Short, since they are read from a poster by anybody.
pub(super) static SERVED: [Question; 3] = [
    served("served.heard", "Jag blev lyssnad på.", "Jeg blev hørt.", "I was listened to."),
    served(
        "served.whom",
        "Jag visste vem jag kunde vända mig till.",
        "Jeg vidste, hvem jeg kunne henvende mig til.",
        "I knew who I could turn to.",
    ),
    served(
        "served.why",
        "När något bestämdes fick jag veta varför.",
        "Når noget blev besluttet, fik jeg at vide hvorfor.",
        "When something was decided, I was told why.",
    ),
];

const fn served(code: &'static str, sv: &'static str, da: &'static str, en: &'static str) -> Question {
    Question {
        code: QuestionCode::ours(Set::Served, code),
        scale: Scale::Agree,
        wording: Wording::ours(sv, da, en),
    }
}
