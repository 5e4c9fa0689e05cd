use crate::{Question, QuestionCode, Scale, Set, Wording};

/// The nine questions of HME, hållbart medarbetarengagemang, by Sveriges Kommuner och Regioner and Rådet för främjande
/// av kommunala analyser, free of charge for municipalities and regions. The Swedish words are theirs, unchanged, all nine and
/// in their order; 1-3 are motivation, 4-6 leadership, 7-9 steering. Danish and English are working translations of
/// ours: unofficial, and not comparable.
pub(super) static HME: [Question; 9] = [
    hme(
        "hme.1",
        "Mitt arbete känns meningsfullt.",
        "Mit arbejde føles meningsfuldt.",
        "My work feels meaningful.",
    ),
    hme(
        "hme.2",
        "Jag lär nytt och utvecklas i mitt dagliga arbete.",
        "Jeg lærer nyt og udvikler mig i mit daglige arbejde.",
        "I learn new things and develop in my daily work.",
    ),
    hme(
        "hme.3",
        "Jag ser fram emot att gå till arbetet.",
        "Jeg glæder mig til at gå på arbejde.",
        "I look forward to going to work.",
    ),
    hme(
        "hme.4",
        "Min närmaste chef visar uppskattning för mina arbetsinsatser.",
        "Min nærmeste leder viser, at min indsats bliver værdsat.",
        "My closest manager shows appreciation of my work.",
    ),
    hme(
        "hme.5",
        "Min närmaste chef visar förtroende för mig som medarbetare.",
        "Min nærmeste leder viser mig tillid som medarbejder.",
        "My closest manager shows trust in me as an employee.",
    ),
    hme(
        "hme.6",
        "Min närmaste chef ger mig förutsättningar att ta ansvar i mitt arbete.",
        "Min nærmeste leder giver mig mulighed for at tage ansvar i mit arbejde.",
        "My closest manager gives me what I need to take responsibility in my work.",
    ),
    hme(
        "hme.7",
        "Jag är insatt i min arbetsplats mål.",
        "Jeg kender min arbejdsplads' mål.",
        "I know my workplace's goals.",
    ),
    hme(
        "hme.8",
        "Min arbetsplats mål följs upp och utvärderas på ett bra sätt.",
        "Min arbejdsplads' mål bliver fulgt op og evalueret på en god måde.",
        "My workplace's goals are followed up and evaluated in a good way.",
    ),
    hme(
        "hme.9",
        "Jag vet vad som förväntas av mig i mitt arbete.",
        "Jeg ved, hvad der forventes af mig i mit arbejde.",
        "I know what is expected of me in my work.",
    ),
];

const fn hme(code: &'static str, sv: &'static str, da: &'static str, en: &'static str) -> Question {
    Question {
        code: QuestionCode::ours(Set::Hme, code),
        scale: Scale::Agree,
        wording: Wording::swedish(sv, da, en),
    }
}
