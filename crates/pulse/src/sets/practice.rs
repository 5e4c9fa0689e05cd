use crate::{Question, QuestionCode, Scale, Set, Wording};

/// One question for each area of the catalogue, in the order of the areas' numbers, 1 to 8. About the last four weeks,
/// since rounds are at least that far apart, and about what happened, never about what somebody is like.
pub(super) static PRACTICE: [Question; 8] = [
    practice(
        "practice.direction",
        "De senaste fyra veckorna har min närmaste chef varit tydlig med vad som är viktigast.",
        "De seneste fire uger har min nærmeste leder gjort det tydeligt, hvad der er vigtigst.",
        "In the past four weeks, my closest manager has made it clear what is most important.",
    ),
    practice(
        "practice.person",
        "De senaste fyra veckorna har min närmaste chef lagt märke till det arbete jag gör.",
        "De seneste fire uger har min nærmeste leder lagt mærke til det arbejde, jeg gør.",
        "In the past four weeks, my closest manager has noticed the work I do.",
    ),
    practice(
        "practice.challenge",
        "De senaste fyra veckorna har min närmaste chef sagt något ärligt som hjälper mig i mitt arbete.",
        "De seneste fire uger har min nærmeste leder sagt noget ærligt, som hjælper mig i mit arbejde.",
        "In the past four weeks, my closest manager has told me something honest that helps me in my work.",
    ),
    practice(
        "practice.trust",
        "De senaste fyra veckorna har jag fått bestämma om sådant som hör till mitt arbete.",
        "De seneste fire uger har jag selv kunnet bestemme over det, der hører til mit arbejde.",
        "In the past four weeks, I have been able to decide things that are part of my work.",
    ),
    practice(
        "practice.team",
        "De senaste fyra veckorna har vi kunnat prata om svåra saker i arbetsgruppen.",
        "De seneste fire uger har vi kunnet tale om svære ting i gruppen.",
        "In the past four weeks, we have been able to talk about difficult things in the group.",
    ),
    practice(
        "practice.outside_in",
        "De senaste fyra veckorna har vi pratat om vad de människor vi är till för behöver.",
        "De seneste fire uger har vi talt om, hvad de mennesker, vi er til for, har brug for.",
        "In the past four weeks, we have talked about the needs of the people we are here for.",
    ),
    practice(
        "practice.learn",
        "De senaste fyra veckorna har något blivit bättre tack vare det vi har sagt.",
        "De seneste fire uger er noget blevet bedre på grund af det, vi har sagt.",
        "In the past four weeks, something has got better because of what we said.",
    ),
    practice(
        "practice.myself",
        "De senaste fyra veckorna har min närmaste chef haft tid för mig när jag har behövt det.",
        "De seneste fire uger har min nærmeste leder haft tid til mig, når jeg havde brug for det.",
        "In the past four weeks, my closest manager has had time for me when I needed it.",
    ),
];

const fn practice(code: &'static str, sv: &'static str, da: &'static str, en: &'static str) -> Question {
    Question {
        code: QuestionCode::ours(Set::Practice, code),
        scale: Scale::Agree,
        wording: Wording::ours(sv, da, en),
    }
}
