use crate::Text;

/// A card with something managers often can choose away.
#[derive(Debug, PartialEq, Eq)]
pub struct Card {
    /// `c1` to `c10`; stored, so never renumbered or removed.
    pub id: &'static str,
    /// What it is, short, without a full stop.
    pub text: Text,
}

impl Card {
    /// The card with this id.
    pub fn by_id(id: &str) -> Option<&'static Card> {
        CARDS.iter().find(|card| card.id == id)
    }
}

/// The ten cards that go with every step.
pub static CARDS: [Card; 10] = [
    Card {
        id: "c1",
        text: Text {
            sv: "Avstämningsmöte utan beslut",
            da: "Statusmøde uden beslutning",
            en: "Status meeting without a decision",
        },
    },
    Card { id: "c2", text: Text { sv: "Vara kopia på mejl", da: "Være cc på mails", en: "Being cc’d" } },
    Card {
        id: "c3",
        text: Text {
            sv: "Sitta med ”för säkerhets skull”",
            da: "Deltage for en sikkerheds skyld",
            en: "Attending just in case",
        },
    },
    Card {
        id: "c4",
        text: Text { sv: "Dubbel dokumentation", da: "Dobbeltdokumentation", en: "Double records" },
    },
    Card {
        id: "c5",
        text: Text {
            sv: "Göra om andras arbete", da: "Lave andres arbejde om", en: "Redoing others’ work"
        },
    },
    Card {
        id: "c6",
        text: Text {
            sv: "Schemapussel som kan delegeras",
            da: "Vagtplanlægning, der kan uddelegeres",
            en: "Rota puzzles others can do",
        },
    },
    Card {
        id: "c7",
        text: Text { sv: "Mejl efter arbetstid", da: "Mails uden for arbejdstid", en: "Mail after hours" },
    },
    Card {
        id: "c8",
        text: Text { sv: "Rapport utan läsare", da: "Rapport uden læser", en: "Report without a reader" },
    },
    Card {
        id: "c9",
        text: Text {
            sv: "60-minutersvana (pröva 25)",
            da: "Vanen med 60 minutter (prøv 25)",
            en: "The 60-minute habit (try 25)",
        },
    },
    Card {
        id: "c10",
        text: Text {
            sv: "Beslut som laget kan ta",
            da: "Beslutninger, holdet kan tage",
            en: "Decisions the team can take",
        },
    },
];
