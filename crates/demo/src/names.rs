//! Names of people, places and municipalities. Every person drawn from them is invented.

use people::Language;

use crate::chance::Chance;

/// Given names of women, given names of men, family names: drawn together, so that a name hangs together.
struct Names {
    women: &'static [&'static str],
    men: &'static [&'static str],
    families: &'static [&'static str],
}

const SWEDISH: Names = Names {
    women: &[
        "Anna", "Karin", "Eva", "Maria", "Kristina", "Lena", "Sara", "Emma", "Ingrid", "Malin", "Jenny",
        "Åsa", "Helena", "Elin", "Johanna", "Linda", "Marie", "Annika", "Susanne", "Monica", "Ulrika",
        "Camilla", "Therese", "Frida", "Ida", "Amanda", "Hanna", "Sofia", "Cecilia", "Anneli", "Birgitta",
        "Gunilla", "Pia", "Petra", "Josefin", "Matilda", "Ebba", "Maja", "Klara", "Moa",
    ],
    men: &[
        "Lars", "Anders", "Johan", "Per", "Mikael", "Erik", "Peter", "Jan", "Thomas", "Daniel", "Fredrik",
        "Andreas", "Magnus", "Mattias", "Jonas", "Stefan", "Henrik", "Niklas", "Patrik", "Björn", "Håkan",
        "Gustav", "Oskar", "Viktor", "Simon", "Emil", "Martin", "Joakim", "Rickard", "Göran", "Kjell", "Ulf",
        "Tobias", "Axel", "Filip", "Robin",
    ],
    families: &[
        "Andersson",
        "Johansson",
        "Karlsson",
        "Nilsson",
        "Eriksson",
        "Larsson",
        "Olsson",
        "Persson",
        "Svensson",
        "Gustafsson",
        "Pettersson",
        "Jonsson",
        "Jansson",
        "Hansson",
        "Bengtsson",
        "Jönsson",
        "Lindberg",
        "Jakobsson",
        "Magnusson",
        "Olofsson",
        "Lindström",
        "Lindqvist",
        "Lindgren",
        "Axelsson",
        "Berg",
        "Bergström",
        "Lundberg",
        "Lind",
        "Lundgren",
        "Mattsson",
        "Berglund",
        "Fredriksson",
        "Sandberg",
        "Henriksson",
        "Forsberg",
        "Sjöberg",
        "Wallin",
        "Engström",
        "Eklund",
        "Danielsson",
        "Lundin",
        "Håkansson",
        "Björk",
        "Bergman",
        "Gunnarsson",
        "Holm",
        "Wikström",
        "Samuelsson",
        "Fransson",
        "Nyström",
        "Holmberg",
        "Arvidsson",
        "Löfgren",
        "Söderberg",
        "Nyberg",
        "Blomqvist",
        "Claesson",
        "Nordström",
        "Mårtensson",
        "Åberg",
    ],
};

const DANISH: Names = Names {
    women: &[
        "Anne",
        "Kirsten",
        "Hanne",
        "Mette",
        "Anna",
        "Helle",
        "Susanne",
        "Lene",
        "Maria",
        "Marianne",
        "Inge",
        "Karen",
        "Lone",
        "Camilla",
        "Pia",
        "Charlotte",
        "Louise",
        "Tina",
        "Gitte",
        "Bente",
        "Jette",
        "Ida",
        "Emma",
        "Julie",
        "Sofie",
        "Freja",
        "Line",
        "Maja",
        "Signe",
        "Rikke",
        "Dorthe",
        "Birgitte",
        "Trine",
        "Heidi",
        "Katrine",
        "Sanne",
        "Ulla",
        "Cecilie",
    ],
    men: &[
        "Peter",
        "Michael",
        "Jens",
        "Lars",
        "Thomas",
        "Henrik",
        "Søren",
        "Christian",
        "Martin",
        "Jan",
        "Morten",
        "Jesper",
        "Anders",
        "Niels",
        "Mads",
        "Rasmus",
        "Per",
        "Hans",
        "Mikkel",
        "Kim",
        "Jørgen",
        "Ole",
        "Kasper",
        "Claus",
        "Simon",
        "Jonas",
        "Frederik",
        "Emil",
        "Steen",
        "Torben",
        "Brian",
        "Nikolaj",
        "Jacob",
        "Bo",
        "Carsten",
        "Flemming",
    ],
    families: &[
        "Nielsen",
        "Jensen",
        "Hansen",
        "Pedersen",
        "Andersen",
        "Christensen",
        "Larsen",
        "Sørensen",
        "Rasmussen",
        "Jørgensen",
        "Petersen",
        "Madsen",
        "Kristensen",
        "Olsen",
        "Thomsen",
        "Christiansen",
        "Poulsen",
        "Johansen",
        "Møller",
        "Mortensen",
        "Knudsen",
        "Jakobsen",
        "Mikkelsen",
        "Frederiksen",
        "Laursen",
        "Lund",
        "Holm",
        "Schmidt",
        "Eriksen",
        "Kristiansen",
        "Clausen",
        "Simonsen",
        "Svendsen",
        "Andreasen",
        "Iversen",
        "Jeppesen",
        "Mogensen",
        "Jespersen",
        "Nissen",
        "Lauridsen",
        "Østergaard",
        "Kjær",
        "Bach",
        "Dahl",
        "Friis",
        "Vestergaard",
        "Nørgaard",
        "Skov",
        "Bruun",
        "Juhl",
    ],
};

const ARABIC: Names = Names {
    women: &[
        "Fatima", "Maryam", "Noor", "Rania", "Hala", "Layla", "Amal", "Samira", "Dalal", "Zahra", "Iman",
        "Yasmin",
    ],
    men: &[
        "Ahmed", "Omar", "Ali", "Khaled", "Mahmoud", "Yousef", "Hassan", "Samir", "Tareq", "Bilal",
        "Hussein", "Karim",
    ],
    families: &[
        "Al-Hassan",
        "Haddad",
        "Khalil",
        "Saleh",
        "Mansour",
        "Nasser",
        "Ibrahim",
        "Darwish",
        "Hamdan",
        "Aziz",
        "Younes",
        "Issa",
    ],
};
const SOMALI: Names = Names {
    women: &["Amina", "Hodan", "Ifrah", "Sahra", "Fadumo", "Ayaan", "Halima", "Nasra", "Hibo"],
    men: &["Abdi", "Mohamed", "Liban", "Yusuf", "Abdirahman", "Guled", "Mustafa", "Bashir"],
    families: &[
        "Warsame",
        "Jama",
        "Farah",
        "Abdullahi",
        "Hersi",
        "Nur",
        "Osman",
        "Mohamud",
        "Yusuf",
        "Dahir",
    ],
};
const BALKAN: Names = Names {
    women: &["Amra", "Jasmina", "Senada", "Mirela", "Vesna", "Arta", "Lejla", "Emina", "Dragana"],
    men: &["Edin", "Zlatko", "Mirza", "Nenad", "Damir", "Arben", "Senad", "Goran", "Adnan"],
    families: &[
        "Hodzic",
        "Begovic",
        "Petrovic",
        "Kovacevic",
        "Krasniqi",
        "Delic",
        "Jovanovic",
        "Music",
        "Berisha",
        "Halilovic",
    ],
};
const IRANIAN: Names = Names {
    women: &["Shirin", "Parisa", "Nasrin", "Roya", "Mina", "Leila", "Zohreh", "Dilan", "Rojin"],
    men: &["Reza", "Farhad", "Mehdi", "Ramin", "Dariush", "Azad", "Siamak", "Navid", "Rebin"],
    families: &[
        "Rahimi", "Karimi", "Hosseini", "Ahmadi", "Moradi", "Rostami", "Amini", "Tehrani", "Hashemi",
        "Sharifi",
    ],
};
const POLISH: Names = Names {
    women: &["Agnieszka", "Katarzyna", "Monika", "Ewa", "Magdalena", "Joanna", "Beata", "Aneta"],
    men: &["Piotr", "Tomasz", "Marek", "Krzysztof", "Pawel", "Andrzej", "Grzegorz", "Jacek"],
    families: &[
        "Nowak",
        "Wojcik",
        "Kaminska",
        "Zielinska",
        "Mazur",
        "Krawczyk",
        "Dudek",
        "Pawlak",
        "Sikora",
        "Baran",
    ],
};
const FINNISH: Names = Names {
    women: &["Päivi", "Tuula", "Sirpa", "Riitta", "Marja", "Anneli", "Kaija", "Tiina"],
    men: &["Jari", "Timo", "Pekka", "Mika", "Juha", "Kari", "Antti", "Seppo"],
    families: &[
        "Korhonen",
        "Virtanen",
        "Mäkinen",
        "Nieminen",
        "Hämäläinen",
        "Laine",
        "Heikkinen",
        "Koskinen",
        "Järvinen",
    ],
};
const ERITREAN: Names = Names {
    women: &["Selam", "Helen", "Rahel", "Saba", "Feven", "Mebrat", "Luwam", "Senait"],
    men: &["Yonas", "Filmon", "Samuel", "Dawit", "Biniam", "Robel", "Abel", "Tesfay"],
    families: &["Tesfamariam", "Ghebremedhin", "Haile", "Kidane", "Berhane", "Tekle", "Habtom", "Asmelash"],
};
const THAI: Names = Names {
    women: &["Malee", "Siriporn", "Nongnuch", "Kanya", "Ratana", "Pimchanok", "Araya"],
    men: &["Somchai", "Anan", "Prasert", "Chai", "Niran"],
    families: &["Saetang", "Srisuk", "Chaiyasit", "Thongchai", "Wongsa", "Boonmee", "Suwan"],
};
const TURKISH: Names = Names {
    women: &["Ayse", "Elif", "Zeynep", "Fatma", "Emine", "Hatice", "Sevda", "Gülay"],
    men: &["Mehmet", "Mustafa", "Murat", "Hakan", "Emre", "Kemal", "Serkan", "Cem"],
    families: &["Yilmaz", "Kaya", "Demir", "Celik", "Sahin", "Öztürk", "Aydin", "Arslan", "Dogan", "Polat"],
};
const UKRAINIAN: Names = Names {
    women: &["Oksana", "Olena", "Natalia", "Iryna", "Svitlana", "Yulia", "Kateryna"],
    men: &["Andrii", "Oleksandr", "Dmytro", "Serhii", "Mykola", "Vasyl"],
    families: &["Shevchenko", "Kovalenko", "Bondarenko", "Tkachenko", "Melnyk", "Kravchenko", "Marchenko"],
};

const FROM_ELSEWHERE: [&Names; 10] =
    [&ARABIC, &SOMALI, &BALKAN, &IRANIAN, &POLISH, &FINNISH, &ERITREAN, &THAI, &TURKISH, &UKRAINIAN];

/// A given name and a family name. `foreign` and `women` are the chances of each, in hundredths.
pub(crate) fn person(
    language: Language,
    chance: &mut Chance,
    foreign: usize,
    women: usize,
) -> (&'static str, &'static str) {
    let home = if language == Language::Da { &DANISH } else { &SWEDISH };
    let from_elsewhere = chance.percent(foreign);
    let names = if from_elsewhere { *chance.pick(&FROM_ELSEWHERE) } else { home };
    let given = if chance.percent(women) { chance.pick(names.women) } else { chance.pick(names.men) };
    // Marriage, and a second generation, mix the lists.
    let mixed = chance.percent(6);
    let family =
        if from_elsewhere && mixed { chance.pick(home.families) } else { chance.pick(names.families) };
    (given, family)
}

/// The part of a mail address before the `@`: lower case, letters and dots only.
pub(crate) fn mail_name(given: &str, family: &str) -> String {
    let mut name = String::with_capacity(given.len() + family.len() + 3);
    for letter in given.chars().chain(std::iter::once('.')).chain(family.chars()) {
        match letter {
            'å' | 'Å' | 'ä' | 'Ä' => name.push('a'),
            'ö' | 'Ö' | 'ø' | 'Ø' => name.push('o'),
            'ü' | 'Ü' => name.push('u'),
            'æ' | 'Æ' => name.push_str("ae"),
            '.' => name.push('.'),
            letter if letter.is_ascii_alphabetic() => name.push(letter.to_ascii_lowercase()),
            _ => {}
        }
    }
    name
}

const SWEDISH_MUNICIPALITIES: [(&str, &str); 6] = [
    ("Ekbacka kommun", "ekbacka"),
    ("Lindeviks kommun", "lindevik"),
    ("Granhamra kommun", "granhamra"),
    ("Almdala kommun", "almdala"),
    ("Sjöhaga kommun", "sjohaga"),
    ("Björkfors kommun", "bjorkfors"),
];
const DANISH_MUNICIPALITIES: [(&str, &str); 6] = [
    ("Lindeby Kommune", "lindeby"),
    ("Bøgekøbing Kommune", "bogekobing"),
    ("Egehavn Kommune", "egehavn"),
    ("Askelund Kommune", "askelund"),
    ("Birkesund Kommune", "birkesund"),
    ("Højvang Kommune", "hojvang"),
];
const ENGLISH_MUNICIPALITIES: [(&str, &str); 6] = [
    ("Ekbacka Municipality", "ekbacka"),
    ("Lindevik Municipality", "lindevik"),
    ("Granhamra Municipality", "granhamra"),
    ("Almdala Municipality", "almdala"),
    ("Sjöhaga Municipality", "sjohaga"),
    ("Björkfors Municipality", "bjorkfors"),
];

/// An invented municipality: its name, and its mail domain under `.example` (RFC 2606), which can reach nobody.
pub(crate) fn municipality(language: Language, chance: &mut Chance) -> (&'static str, String) {
    let (name, word) = chance.pick(match language {
        Language::Sv => &SWEDISH_MUNICIPALITIES,
        Language::Da => &DANISH_MUNICIPALITIES,
        Language::En => &ENGLISH_MUNICIPALITIES,
    });
    (name, format!("{word}.example"))
}

const SWEDISH_FIRST: [&str; 26] = [
    "Björk", "Ek", "Lind", "Tall", "Gran", "Al", "Rönn", "Hassel", "Sol", "Norr", "Söder", "Väster", "Öster",
    "Kvarn", "Sten", "Sjö", "Berg", "Dal", "Ljung", "Asp", "Vall", "Kors", "Hag", "Mar", "Ro", "Strand",
];
const SWEDISH_LAST: [&str; 16] = [
    "backa", "hagen", "lunden", "ängen", "gården", "dalen", "holmen", "vik", "torp", "by", "åsen", "hult",
    "bäcken", "sund", "hamra", "fors",
];
const DANISH_FIRST: [&str; 24] = [
    "Bøge", "Ege", "Linde", "Birke", "Aske", "Elle", "Hassel", "Sol", "Nørre", "Sønder", "Vester", "Øster",
    "Mølle", "Sten", "Sø", "Bakke", "Høj", "Lyng", "Kilde", "Rose", "Kær", "Skov", "Strand", "Mose",
];
const DANISH_LAST: [&str; 14] = [
    "lunden", "bakken", "gården", "vang", "dal", "højen", "parken", "holm", "haven", "engen", "lund", "by",
    "vænget", "marken",
];

/// Places in an order of their own, endless and each given out once.
pub(crate) struct Places {
    first: &'static [&'static str],
    last: &'static [&'static str],
    start: usize,
    given: usize,
}

/// Steps through all pairs when it has no factor in common with their number (416 and 336).
const STRIDE: usize = 157;

impl Places {
    pub(crate) fn new(language: Language, chance: &mut Chance) -> Places {
        let (first, last): (&'static [_], &'static [_]) = match language {
            Language::Da => (&DANISH_FIRST, &DANISH_LAST),
            Language::Sv | Language::En => (&SWEDISH_FIRST, &SWEDISH_LAST),
        };
        Places { first, last, start: chance.below(first.len() * last.len()), given: 0 }
    }

    /// The next place; after all pairs are used they come again with a number.
    pub(crate) fn next(&mut self) -> String {
        let pairs = self.first.len() * self.last.len();
        let at = (self.start + self.given * STRIDE) % pairs;
        let round = self.given / pairs;
        self.given += 1;
        let place = format!("{}{}", self.first[at / self.last.len()], self.last[at % self.last.len()]);
        if round == 0 { place } else { format!("{place} {}", round + 1) }
    }
}
