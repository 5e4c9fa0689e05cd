//! The practices that demo managers have under way, with the words they wrote.

use people::Language;

use crate::chance::Chance;
use crate::said::{Said, said};
use crate::story::Outcome;

/// A practice of the catalogue as somebody made it their own.
pub(crate) struct Practice {
    /// Identifier in the catalogue.
    pub(crate) id: &'static str,
    pub(crate) need: Said,
    pub(crate) when: Said,
    pub(crate) then: Said,
    /// The days of the week it is asked about; 0 is Monday.
    pub(crate) days: &'static [i64],
    done: &'static [Said],
    not: &'static [Said],
}

const NO_OCCASION: &[Said] = &[
    said("Var på utbildning.", "Var på kursus.", "Was on a course."),
    said(
        "Gruppen hade ställt om veckan.",
        "Gruppen havde lagt ugen om.",
        "The group had moved its week around.",
    ),
];

/// Under way: the first belongs to the first persona.
pub(crate) const PRACTICES: [Practice; 4] = [
    Practice {
        id: "2.2",
        need: said(
            "Vi ser dig bara när något har gått fel.",
            "Vi ser dig kun, når noget er gået galt.",
            "We only see you when something has gone wrong.",
        ),
        when: said(
            "tisdagens statusmöte skulle ha börjat",
            "tirsdagens statusmøde skulle være begyndt",
            "Tuesday's status meeting would have begun",
        ),
        then: said(
            "går jag med en stund i en av grupperna, utan ärende",
            "går jeg med en af grupperne et stykke tid, uden ærinde",
            "I spend a while with one of the teams, with no errand",
        ),
        days: &[1, 4],
        done: &[
            said(
                "Gick med i två besök. Mycket blev sagt i bilen.",
                "Var med på to besøg. Meget blev sagt i bilen.",
                "Joined two visits. A lot was said in the car.",
            ),
            said(
                "Satt med vid rapporteringen. Frågade inget, lyssnade.",
                "Sad med ved vagtskiftet. Spurgte ikke, lyttede.",
                "Sat in at handover. Asked nothing, listened.",
            ),
            said(
                "Kändes ovant först. De skrattade åt att jag inte ville något.",
                "Føltes uvant først. De grinede over, at jeg ikke ville noget.",
                "Felt odd at first. They laughed that I wanted nothing.",
            ),
            said(
                "Fick veta om nycklarna som alltid saknas.",
                "Hørte om nøglerne, der altid mangler.",
                "Heard about the keys that are always missing.",
            ),
        ],
        not: &[
            said(
                "Tre sjuka, blev kvar vid telefonen.",
                "Tre syge, blev ved telefonen.",
                "Three ill, stayed by the phone.",
            ),
            said("Budgeten tog över.", "Budgettet tog over.", "The budget took over."),
        ],
    },
    Practice {
        id: "3.1",
        need: said(
            "Säg till mig direkt i stället för att vänta till samtalet.",
            "Sig det til mig med det samme i stedet for at vente til samtalen.",
            "Tell me straight away instead of waiting for the talk.",
        ),
        when: said(
            "jag märker att jag skjuter på ett samtal",
            "jeg mærker, at jeg udskyder en samtale",
            "I notice that I am putting off a talk",
        ),
        then: said(
            "bokar jag det inom två dagar och säger vad jag såg",
            "booker jeg den inden for to dage og siger, hvad jeg så",
            "I book it within two days and say what I saw",
        ),
        days: &[3],
        done: &[
            said(
                "Det tog tio minuter. Hade burit på det i en månad.",
                "Det tog ti minutter. Havde båret på det i en måned.",
                "It took ten minutes. I had carried it for a month.",
            ),
            said(
                "Blev tyst först, sedan ett bra samtal.",
                "Der blev stille først, så en god samtale.",
                "Silence first, then a good talk.",
            ),
        ],
        not: &[said("Vågade inte den här veckan.", "Turde ikke i denne uge.", "Did not dare this week.")],
    },
    Practice {
        id: "4.3",
        need: said(
            "Vi kan mer än vi får bestämma.",
            "Vi kan mere, end vi får lov at bestemme.",
            "We can do more than we may decide.",
        ),
        when: said(
            "någon kommer in med ett problem",
            "nogen kommer ind med et problem",
            "somebody comes in with a problem",
        ),
        then: said(
            "frågar jag vad hen själv föreslår innan jag svarar",
            "spørger jeg, hvad vedkommende selv foreslår, før jeg svarer",
            "I ask what they suggest before I answer",
        ),
        days: &[2, 4],
        done: &[
            said(
                "Hon hade redan en lösning.",
                "Hun havde allerede en løsning.",
                "She already had a solution.",
            ),
            said(
                "Två gånger. Den andra gick snabbare.",
                "To gange. Den anden gik hurtigere.",
                "Twice. The second was quicker.",
            ),
        ],
        not: &[said(
            "Svarade innan jag hann tänka.",
            "Svarede, før jeg nåede at tænke.",
            "Answered before I could think.",
        )],
    },
    Practice {
        id: "5.1",
        need: said(
            "Det är alltid samma tre som pratar.",
            "Det er altid de samme tre, der taler.",
            "It is always the same three who talk.",
        ),
        when: said("ett gruppmöte börjar", "et gruppemøde begynder", "a group meeting begins"),
        then: said(
            "låter jag alla säga något under de första fem minuterna",
            "lader jeg alle sige noget i de første fem minutter",
            "I let everyone say something in the first five minutes",
        ),
        days: &[2],
        done: &[
            said(
                "En runda. Två som aldrig brukar säga något började.",
                "En runde. To, der aldrig plejer at sige noget, begyndte.",
                "One round. Two who never speak began.",
            ),
            said(
                "Tog sju minuter, mötet slutade ändå i tid.",
                "Tog syv minutter, mødet sluttede alligevel til tiden.",
                "Took seven minutes, the meeting still ended in time.",
            ),
        ],
        not: &[said("Glömde, vi var sena.", "Glemte det, vi var sent på den.", "Forgot, we were late.")],
    },
];

/// The closed one of the first persona, on the challenging side.
pub(crate) const EARLIER: Practice = Practice {
    id: "3.2",
    need: said(
        "Vi vet inte vad som blev bestämt.",
        "Vi ved ikke, hvad der blev besluttet.",
        "We do not know what was decided.",
    ),
    when: said(
        "ett möte eller samtal tar slut",
        "et møde eller en samtale slutter",
        "a meeting or a talk ends",
    ),
    then: said(
        "säger jag högt vem som gör vad och till när",
        "siger jeg højt, hvem der gør hvad og hvornår",
        "I say aloud who does what and by when",
    ),
    days: &[2],
    done: &[
        said(
            "Någon annan sa det före mig.",
            "En anden sagde det før mig.",
            "Somebody else said it before me.",
        ),
        said("Kortare mejl efteråt.", "Kortere mails bagefter.", "Shorter mails afterwards."),
    ],
    not: &[said("Mötet rann ut i sanden.", "Mødet løb ud i sandet.", "The meeting just petered out.")],
};

/// What it taught.
pub(crate) const EARLIER_LEARNED: Said = said(
    "Det räcker att jag säger det högt. Nu gör gruppen det själv.",
    "Det er nok, at jeg siger det højt. Nu gør gruppen det selv.",
    "It is enough that I say it aloud. Now the group does it without me.",
);

impl Practice {
    /// A few words about half of the times, each at most once; else none.
    pub(crate) fn words(
        &self,
        outcome: Outcome,
        language: Language,
        used: &mut Vec<&'static str>,
        chance: &mut Chance,
    ) -> &'static str {
        let list = match outcome {
            Outcome::Done => self.done,
            Outcome::Not => self.not,
            Outcome::NoOccasion => NO_OCCASION,
        };
        let words = chance.pick(list).in_language(language);
        if used.contains(&words) || chance.percent(40) {
            return "";
        }
        used.push(words);
        words
    }
}
