/// What a column of the list may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    /// What the HR system calls the person; the same in every list. Never a personal identity number.
    PersonKey,
    /// Given name.
    GivenName,
    /// Family name.
    FamilyName,
    /// Both in one: `Åkerlund, Åsa` or `Åsa Åkerlund`.
    FullName,
    /// Mail address.
    Mail,
    /// What the HR system calls the unit.
    UnitKey,
    /// The unit's name.
    UnitName,
    /// What the HR system calls the unit above.
    ParentKey,
    /// The name of the department (förvaltning) that the unit lies in.
    Department,
    /// The name of the area that the unit lies in, below its department.
    Area,
    /// The key of the person who leads: whoever leads the unit, or the person's own manager.
    ManagerKey,
    /// What the person is employed as.
    Occupation,
    /// Extent: `75`, `75 %` or `0,75`.
    Extent,
    /// The form of employment, of which it is only asked whether it is paid by the hour.
    Form,
    /// First day.
    From,
    /// Last day.
    To,
    /// First day of leave.
    LeaveFrom,
    /// Last day of leave.
    LeaveTo,
    /// What the HR system calls the employment, where a person may have several.
    EmploymentKey,
}

impl Column {
    /// All, in the order in which they are asked about.
    pub const ALL: [Column; 19] = [
        Column::PersonKey,
        Column::GivenName,
        Column::FamilyName,
        Column::FullName,
        Column::Mail,
        Column::UnitKey,
        Column::UnitName,
        Column::ParentKey,
        Column::Department,
        Column::Area,
        Column::ManagerKey,
        Column::Occupation,
        Column::Extent,
        Column::Form,
        Column::From,
        Column::To,
        Column::LeaveFrom,
        Column::LeaveTo,
        Column::EmploymentKey,
    ];

    /// As stored, and as forms send it.
    pub const fn code(self) -> &'static str {
        match self {
            Column::PersonKey => "person-key",
            Column::GivenName => "given-name",
            Column::FamilyName => "family-name",
            Column::FullName => "full-name",
            Column::Mail => "mail",
            Column::UnitKey => "unit-key",
            Column::UnitName => "unit-name",
            Column::ParentKey => "parent-key",
            Column::Department => "department",
            Column::Area => "area",
            Column::ManagerKey => "manager-key",
            Column::Occupation => "occupation",
            Column::Extent => "extent",
            Column::Form => "form",
            Column::From => "from",
            Column::To => "to",
            Column::LeaveFrom => "leave-from",
            Column::LeaveTo => "leave-to",
            Column::EmploymentKey => "employment-key",
        }
    }

    /// Reads [`Column::code`]; anything else is `None`.
    pub fn from_code(code: &str) -> Option<Column> {
        Column::ALL.into_iter().find(|column| column.code() == code)
    }

    /// What a column with this name most likely means. Names as the HR systems of the Nordic countries write them; spaces, hyphens, dots,
    /// underscores and capitals make no difference.
    pub fn guess(name: &str) -> Option<Column> {
        let plain: String =
            name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        Column::ALL.into_iter().find(|column| column.names().contains(&plain.as_str()))
    }

    const fn names(self) -> &'static [&'static str] {
        match self {
            Column::PersonKey => &[
                "personkey",
                "personid",
                "persnr",
                "anstallningsnummer",
                "anställningsnummer",
                "anstnr",
                "anställningsnr",
                "medarbetarid",
                "medarbetarnummer",
                "användarid",
                "employeeid",
                "employeenumber",
                "employeeno",
                "medarbejdernummer",
                "medarbejdernr",
                "medarbejderid",
                "tjenestenummer",
                "tjenestenr",
                "lønnummer",
            ],
            Column::GivenName => {
                &["förnamn", "fornamn", "tilltalsnamn", "givenname", "firstname", "fornavn", "fornavne"]
            }
            Column::FamilyName => &["efternamn", "familyname", "lastname", "surname", "efternavn"],
            Column::FullName => {
                &["namn", "name", "navn", "fullname", "personnamn", "medarbetare", "medarbejder"]
            }
            Column::Mail => &[
                "epost",
                "epostadress",
                "mail",
                "mailadress",
                "email",
                "emailadress",
                "emailaddress",
                "mailadresse",
                "emailadresse",
                "epostadresse",
                "arbetsepost",
            ],
            Column::UnitKey => &[
                "enhetskod",
                "enhetsid",
                "enhetsnr",
                "orgenhetskod",
                "organisationskod",
                "orgid",
                "orgkod",
                "ansvar",
                "ansvarskod",
                "kostnadsställe",
                "unitkey",
                "unitid",
                "unitcode",
                "enhedskode",
                "enhedsnr",
                "enhedsid",
                "loskode",
                "afdelingsnr",
                "afdelingsnummer",
                "afdelingskode",
                "organisationsenhed",
            ],
            Column::UnitName => &[
                "enhet",
                "enhetsnamn",
                "enhetnamn",
                "organisationsenhet",
                "orgenhet",
                "arbetsplats",
                "arbetsplatsnamn",
                "unit",
                "unitname",
                "enhed",
                "enhedsnavn",
                "afdeling",
                "afdelingsnavn",
                "arbejdssted",
            ],
            Column::ParentKey => &[
                "överordnadenhet",
                "överordnadenhetskod",
                "överordnad",
                "överordnadkod",
                "parentkey",
                "parentid",
                "parent",
                "parentunit",
                "overordnetenhed",
                "overordnetenhedskode",
                "overordnet",
            ],
            Column::Department => &[
                "förvaltning",
                "förvaltningsnamn",
                "forvaltning",
                "department",
                "direktørområde",
                "direktion",
            ],
            Column::Area => &[
                "område",
                "verksamhetsområde",
                "verksamhet",
                "avdelning",
                "avdelningsnamn",
                "area",
                "centerområde",
                "center",
            ],
            Column::ManagerKey => &[
                "chef",
                "chefid",
                "chefsid",
                "närmastechef",
                "närmastechefid",
                "chefsanställningsnummer",
                "chefanställningsnr",
                "managerkey",
                "managerid",
                "manager",
                "leder",
                "lederid",
                "nærmesteleder",
                "ledernr",
                "ledernummer",
                "lederensmedarbejdernummer",
            ],
            Column::Occupation => &[
                "yrke",
                "befattning",
                "befattningsbenämning",
                "titel",
                "benämning",
                "occupation",
                "title",
                "jobtitle",
                "stilling",
                "stillingsbetegnelse",
            ],
            Column::Extent => &[
                "sysselsättningsgrad",
                "sysselsättningsgradprocent",
                "syssgrad",
                "omfattning",
                "tjänstgöringsgrad",
                "extent",
                "extentpercent",
                "fte",
                "beskæftigelsesgrad",
                "beskæftigelsesprocent",
                "timetalprocent",
            ],
            Column::Form => &[
                "anställningsform",
                "anstform",
                "form",
                "employmentform",
                "employmenttype",
                "ansættelsesform",
                "aflønningsform",
            ],
            Column::From => &[
                "from",
                "fromdatum",
                "startdatum",
                "anställdfrom",
                "anställdfr",
                "anställningsdatum",
                "startdate",
                "ansatfra",
                "startdato",
                "ansættelsesdato",
                "fradato",
            ],
            Column::To => &[
                "to",
                "tom",
                "tomdatum",
                "slutdatum",
                "anställdtom",
                "enddate",
                "ansattil",
                "slutdato",
                "fratrædelsesdato",
                "tildato",
            ],
            Column::LeaveFrom => {
                &["frånvarofrom", "tjänstledigfrom", "ledigfrom", "leavefrom", "orlovfra", "fraværfra"]
            }
            Column::LeaveTo => {
                &["frånvarotom", "tjänstledigtom", "ledigtom", "leaveto", "orlovtil", "fraværtil"]
            }
            Column::EmploymentKey => &[
                "anställningsid",
                "anställningslöpnr",
                "löpnummer",
                "anstid",
                "employmentkey",
                "employmentid",
                "ansættelsesid",
                "ansættelsesnr",
            ],
        }
    }
}
