use crate::{Question, QuestionCode, Scale, Set, Wording};

/// Six questions to managers about what they have to lead with. Our own words, after the four areas of conditions that
/// Suntarbetsliv's Chefoskopet names: mandate and dialogue, goals and structure, span, resources and support.
pub(super) static CONDITIONS: [Question; 6] = [
    condition(
        "conditions.mandate",
        "Mitt uppdrag som chef är tydligt.",
        "Min opgave som leder er tydelig.",
        "My task as a manager is clear.",
    ),
    condition(
        "conditions.goals",
        "Jag kan prata med min chef när målen och pengarna inte går ihop.",
        "Jeg kan tale med min leder, når mål og penge ikke hænger sammen.",
        "I can talk with my manager when the goals and the money do not match.",
    ),
    condition(
        "conditions.span",
        "Antalet medarbetare som jag leder är rimligt.",
        "Jeg leder et rimeligt antal medarbejdere.",
        "The number of people I lead is reasonable.",
    ),
    condition(
        "conditions.administration",
        "Jag får den hjälp med administration som jag behöver.",
        "Jeg får den hjælp til administration, som jeg har brug for.",
        "I get the help with administration that I need.",
    ),
    condition(
        "conditions.peers",
        "Jag träffar andra chefer för att tänka tillsammans.",
        "Jeg mødes med andre ledere for at tænke sammen.",
        "I meet other managers to think together.",
    ),
    condition(
        "conditions.recovery",
        "Jag hinner återhämta mig mellan arbetsdagarna.",
        "Jeg når at komme til kræfter mellem arbejdsdagene.",
        "I have time to recover between working days.",
    ),
];

const fn condition(code: &'static str, sv: &'static str, da: &'static str, en: &'static str) -> Question {
    Question {
        code: QuestionCode::ours(Set::Conditions, code),
        scale: Scale::Agree,
        wording: Wording::ours(sv, da, en),
    }
}
