//! The branches a municipality is made of: their share of the staff, the span of a manager in them, their titles.
//!
//! Spans: DOMAIN figures for Sweden, i.e. Socialstyrelsen (home care 42, care homes 50), SCB (54 to 60 in elder
//! care), SKR "Chefer i välfärden" 2022 (28 over all municipal first-line managers), and for administration the Danish 15.
//! Shares are round figures in the size order of Nordic municipal staff; no statistic stands behind a single one.

use std::ops::RangeInclusive;

use crate::said::{Said, said};

/// A branch of the municipality's work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sector {
    /// Care in people's own homes.
    HomeCare,
    /// Homes for the elderly.
    CareHome,
    /// Compulsory schools.
    School,
    /// Group homes and daily activities for people with disabilities.
    Disability,
    /// Social services: children, families, livelihood.
    SocialServices,
    /// Streets, water, parks, buildings.
    Technical,
    /// Kitchens and cleaning.
    Meals,
    /// Libraries, sports, culture.
    Culture,
    /// Personnel.
    Hr,
    /// Information technology.
    It,
    /// Economy and purchasing.
    Finance,
    /// Chancellery, communication, development.
    Office,
    /// Preschools.
    Preschool,
}

/// A department, its authority and the sectors under it.
pub(crate) struct Department {
    /// The political board: a legal person of its own for public records in Sweden.
    pub(crate) authority: Said,
    pub(crate) name: Said,
    pub(crate) head: Said,
    pub(crate) sectors: &'static [Sector],
}

pub(crate) const DEPARTMENTS: [Department; 6] = [
    Department {
        authority: said("Kommunstyrelsen", "Økonomiudvalget", "Municipal executive board"),
        name: said("Kommunledningskontoret", "Direktion og fællesstabe", "Executive office"),
        head: said("Kanslichef", "Stabsdirektør", "Head of executive office"),
        sectors: &[Sector::Hr, Sector::It, Sector::Finance, Sector::Office],
    },
    Department {
        authority: said("Äldrenämnden", "Ældre- og Sundhedsudvalget", "Elder care board"),
        name: said("Äldreförvaltningen", "Ældre- og Sundhedsforvaltningen", "Elder care department"),
        head: said("Äldredirektör", "Ældre- og sundhedschef", "Director of elder care"),
        sectors: &[Sector::HomeCare, Sector::CareHome],
    },
    Department {
        authority: said("Barn- och utbildningsnämnden", "Børne- og Skoleudvalget", "Education board"),
        name: said(
            "Barn- och utbildningsförvaltningen",
            "Børne- og Skoleforvaltningen",
            "Education department",
        ),
        head: said("Utbildningsdirektör", "Børne- og skolechef", "Director of education"),
        sectors: &[Sector::School, Sector::Preschool],
    },
    Department {
        authority: said("Socialnämnden", "Socialudvalget", "Social services board"),
        name: said("Socialförvaltningen", "Socialforvaltningen", "Social services department"),
        head: said("Socialdirektör", "Socialchef", "Director of social services"),
        sectors: &[Sector::Disability, Sector::SocialServices],
    },
    Department {
        authority: said("Tekniska nämnden", "Teknik- og Miljøudvalget", "Technical board"),
        name: said("Tekniska förvaltningen", "Teknik- og Miljøforvaltningen", "Technical department"),
        head: said("Teknisk direktör", "Teknik- og miljøchef", "Director of technical services"),
        sectors: &[Sector::Technical, Sector::Meals],
    },
    Department {
        authority: said(
            "Kultur- och fritidsnämnden",
            "Kultur- og Fritidsudvalget",
            "Culture and leisure board",
        ),
        name: said(
            "Kultur- och fritidsförvaltningen",
            "Kultur- og Fritidsforvaltningen",
            "Culture and leisure department",
        ),
        head: said("Kultur- och fritidschef", "Kultur- og fritidschef", "Director of culture and leisure"),
        sectors: &[Sector::Culture],
    },
];

/// What the head of the whole is called.
pub(crate) const CHIEF: Said = said("Kommundirektör", "Kommunaldirektør", "Chief executive");

impl Sector {
    /// All, in the order the staff is dealt out; the last one takes what is left over.
    pub const ALL: [Sector; 13] = [
        Sector::HomeCare,
        Sector::School,
        Sector::Technical,
        Sector::Hr,
        Sector::CareHome,
        Sector::Disability,
        Sector::SocialServices,
        Sector::Meals,
        Sector::Culture,
        Sector::It,
        Sector::Finance,
        Sector::Office,
        Sector::Preschool,
    ];

    /// How many persons a first-line manager leads in this sector, the manager not counted.
    pub const fn span(self) -> RangeInclusive<usize> {
        match self {
            Sector::HomeCare => 42..=60,
            Sector::CareHome => 40..=58,
            Sector::School => 20..=30,
            Sector::Preschool => 16..=28,
            Sector::Disability => 20..=34,
            Sector::SocialServices => 12..=20,
            Sector::Technical => 11..=19,
            Sector::Meals => 14..=24,
            Sector::Culture => 9..=17,
            Sector::Hr | Sector::It | Sector::Finance | Sector::Office => 8..=16,
        }
    }

    /// Whether even the smallest municipality has a unit of it: a persona lives there.
    pub(crate) const fn is_core(self) -> bool {
        matches!(self, Sector::HomeCare | Sector::School | Sector::Technical | Sector::Hr)
    }

    /// Share of the staff, in thousandths.
    pub(crate) const fn share(self) -> usize {
        match self {
            Sector::HomeCare => 95,
            Sector::CareHome => 125,
            Sector::School => 230,
            Sector::Preschool => 160,
            Sector::Disability => 120,
            Sector::SocialServices => 60,
            Sector::Technical => 70,
            Sector::Meals => 45,
            Sector::Culture => 35,
            Sector::Hr => 12,
            Sector::It => 13,
            Sector::Finance => 12,
            Sector::Office => 23,
        }
    }

    /// How many in a hundred have a name from outside the Nordic countries. Chosen, not measured.
    pub(crate) const fn foreign_names(self) -> usize {
        match self {
            Sector::HomeCare | Sector::CareHome => 32,
            Sector::Meals => 34,
            Sector::Disability => 24,
            Sector::Preschool => 20,
            Sector::School | Sector::SocialServices => 14,
            Sector::Technical | Sector::It => 12,
            Sector::Culture | Sector::Hr | Sector::Finance | Sector::Office => 8,
        }
    }

    /// How many in a hundred are women. Chosen, in the order known from the sectors.
    pub(crate) const fn women(self) -> usize {
        match self {
            Sector::HomeCare | Sector::CareHome | Sector::Preschool => 86,
            Sector::Meals | Sector::Hr | Sector::SocialServices => 80,
            Sector::School | Sector::Disability => 73,
            Sector::Finance | Sector::Office | Sector::Culture => 64,
            Sector::It => 32,
            Sector::Technical => 24,
        }
    }

    /// How many in a hundred are paid by the hour.
    pub(crate) const fn hourly(self) -> usize {
        match self {
            Sector::HomeCare => 18,
            Sector::CareHome | Sector::Disability => 15,
            Sector::Meals | Sector::Preschool => 9,
            Sector::School | Sector::Culture => 6,
            _ => 0,
        }
    }

    /// How many in a hundred work part time.
    pub(crate) const fn part_time(self) -> usize {
        match self {
            Sector::HomeCare | Sector::CareHome | Sector::Disability => 45,
            Sector::Meals | Sector::Preschool | Sector::Culture => 30,
            Sector::School | Sector::SocialServices => 20,
            _ => 10,
        }
    }

    /// The fewest and the most sites a unit is spread over.
    pub(crate) const fn sites(self) -> (usize, usize) {
        match self {
            Sector::HomeCare | Sector::Preschool | Sector::Technical => (1, 3),
            Sector::Disability | Sector::Meals => (2, 5),
            Sector::Culture | Sector::CareHome => (1, 2),
            _ => (1, 1),
        }
    }

    /// The name of the branch, as areas carry it.
    pub(crate) const fn name(self) -> Said {
        match self {
            Sector::HomeCare => said("Hemtjänst", "Hjemmepleje", "Home care"),
            Sector::CareHome => said("Särskilt boende", "Plejecentre", "Care homes"),
            Sector::School => said("Grundskola", "Folkeskole", "Schools"),
            Sector::Preschool => said("Förskola", "Dagtilbud", "Preschools"),
            Sector::Disability => said("Funktionsstöd", "Handicap", "Disability support"),
            Sector::SocialServices => {
                said("Individ och familj", "Familie og Beskæftigelse", "Individuals and families")
            }
            Sector::Technical => said("Drift och anläggning", "Drift og Anlæg", "Operations and works"),
            Sector::Meals => said("Måltid och lokalvård", "Køkken og Rengøring", "Meals and cleaning"),
            Sector::Culture => said("Kultur och fritid", "Kultur og Fritid", "Culture and leisure"),
            Sector::Hr => said("HR", "HR", "HR"),
            Sector::It => said("Digitalisering och IT", "Digitalisering og IT", "Digitalisation and IT"),
            Sector::Finance => said("Ekonomi", "Økonomi", "Finance"),
            Sector::Office => {
                said("Kansli och utveckling", "Sekretariat og Udvikling", "Chancellery and development")
            }
        }
    }

    /// The pattern of a unit's name; `{place}` is a place.
    pub(crate) const fn unit_name(self) -> Said {
        match self {
            Sector::HomeCare => said("Hemtjänsten {place}", "Hjemmeplejen {place}", "Home care {place}"),
            Sector::CareHome => said("{place}s äldreboende", "Plejecenter {place}", "{place} care home"),
            Sector::School => said("{place}s skola", "{place} Skole", "{place} School"),
            Sector::Preschool => said("Förskolan {place}", "Børnehuset {place}", "{place} Preschool"),
            Sector::Disability => {
                said("Gruppbostäder {place}", "Bofællesskabet {place}", "Group homes {place}")
            }
            Sector::SocialServices => {
                said("Mottagning {place}", "Familiehuset {place}", "Family services {place}")
            }
            Sector::Technical => said("Driftområde {place}", "Driftsområde {place}", "Operations {place}"),
            Sector::Meals => said("Måltidsservice {place}", "Madservice {place}", "Meal service {place}"),
            Sector::Culture => said("Kulturhuset {place}", "Kulturhuset {place}", "{place} Arts Centre"),
            Sector::Hr => said("HR-enheten", "HR og Løn", "HR unit"),
            Sector::It => said("IT-enheten", "IT-afdelingen", "IT unit"),
            Sector::Finance => said("Ekonomienheten", "Økonomiafdelingen", "Finance unit"),
            Sector::Office => said("Kanslienheten", "Sekretariatet", "Chancellery unit"),
        }
    }

    /// What a first-line manager is called.
    pub(crate) const fn manager_title(self) -> Said {
        match self {
            Sector::School => said("Rektor", "Skoleleder", "Principal"),
            Sector::Preschool => said("Rektor förskola", "Dagtilbudsleder", "Preschool principal"),
            Sector::HomeCare => said("Enhetschef hemtjänst", "Gruppeleder hjemmepleje", "Home care manager"),
            Sector::CareHome => said("Enhetschef särskilt boende", "Plejecenterleder", "Care home manager"),
            Sector::Hr => said("HR-chef", "HR-chef", "Head of HR"),
            Sector::It => said("IT-chef", "IT-chef", "Head of IT"),
            Sector::Finance => said("Ekonomichef", "Økonomichef", "Head of finance"),
            Sector::Technical => said("Driftchef", "Driftsleder", "Operations manager"),
            _ => said("Enhetschef", "Afdelingsleder", "Unit manager"),
        }
    }

    /// What the staff is called, each with its weight.
    pub(crate) const fn jobs(self) -> &'static [(usize, Said)] {
        match self {
            Sector::HomeCare => {
                const {
                    &[
                        (62, said("Undersköterska", "Social- og sundhedsassistent", "Assistant nurse")),
                        (30, said("Vårdbiträde", "Social- og sundhedshjælper", "Care assistant")),
                        (8, said("Samordnare", "Planlægger", "Coordinator")),
                    ]
                }
            }
            Sector::CareHome => {
                const {
                    &[
                        (66, said("Undersköterska", "Social- og sundhedsassistent", "Assistant nurse")),
                        (26, said("Vårdbiträde", "Social- og sundhedshjælper", "Care assistant")),
                        (8, said("Aktivitetssamordnare", "Aktivitetsmedarbejder", "Activity coordinator")),
                    ]
                }
            }
            Sector::School => {
                const {
                    &[
                        (72, said("Lärare", "Lærer", "Teacher")),
                        (14, said("Elevassistent", "Pædagogmedhjælper", "Pupil assistant")),
                        (10, said("Fritidspedagog", "Pædagog", "After-school pedagogue")),
                        (4, said("Skoladministratör", "Skolesekretær", "School secretary")),
                    ]
                }
            }
            Sector::Preschool => {
                const {
                    &[
                        (42, said("Förskollärare", "Pædagog", "Preschool teacher")),
                        (52, said("Barnskötare", "Pædagogmedhjælper", "Child minder")),
                        (6, said("Resurspedagog", "Ressourcepædagog", "Resource pedagogue")),
                    ]
                }
            }
            Sector::Disability => {
                const {
                    &[
                        (70, said("Stödassistent", "Omsorgsmedhjælper", "Support assistant")),
                        (30, said("Stödpedagog", "Socialpædagog", "Support pedagogue")),
                    ]
                }
            }
            Sector::SocialServices => {
                const {
                    &[
                        (78, said("Socialsekreterare", "Socialrådgiver", "Social worker")),
                        (22, said("Familjebehandlare", "Familiekonsulent", "Family therapist")),
                    ]
                }
            }
            Sector::Technical => {
                const {
                    &[
                        (50, said("Drifttekniker", "Driftsmedarbejder", "Operations technician")),
                        (28, said("Anläggningsarbetare", "Anlægsmedarbejder", "Works operative")),
                        (22, said("Projektingenjör", "Projektingeniør", "Project engineer")),
                    ]
                }
            }
            Sector::Meals => {
                const {
                    &[
                        (40, said("Kock", "Køkkenassistent", "Cook")),
                        (30, said("Måltidsbiträde", "Køkkenmedhjælper", "Kitchen assistant")),
                        (30, said("Lokalvårdare", "Rengøringsassistent", "Cleaner")),
                    ]
                }
            }
            Sector::Culture => {
                const {
                    &[
                        (40, said("Bibliotekarie", "Bibliotekar", "Librarian")),
                        (30, said("Fritidsledare", "Fritidspædagog", "Recreation leader")),
                        (30, said("Kultursekreterare", "Kulturkonsulent", "Culture officer")),
                    ]
                }
            }
            Sector::Hr => {
                const {
                    &[
                        (60, said("HR-partner", "HR-konsulent", "HR partner")),
                        (40, said("Lönespecialist", "Lønkonsulent", "Payroll specialist")),
                    ]
                }
            }
            Sector::It => {
                const {
                    &[
                        (60, said("IT-tekniker", "IT-supporter", "IT technician")),
                        (40, said("Systemförvaltare", "Systemadministrator", "System administrator")),
                    ]
                }
            }
            Sector::Finance => {
                const {
                    &[
                        (50, said("Controller", "Controller", "Controller")),
                        (50, said("Ekonomiassistent", "Økonomiassistent", "Finance assistant")),
                    ]
                }
            }
            Sector::Office => {
                const {
                    &[
                        (50, said("Handläggare", "Fuldmægtig", "Administrative officer")),
                        (25, said("Kommunikatör", "Kommunikationskonsulent", "Communications officer")),
                        (25, said("Verksamhetsutvecklare", "Udviklingskonsulent", "Development officer")),
                    ]
                }
            }
        }
    }
}
