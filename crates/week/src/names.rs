//! Words that say who or when: common given names in Sweden and Denmark, and the words of dates.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Given names common among people of working age. Words that also mean something at work are left out.
const GIVEN: &str = "
adam ahmed aida alex alexander ali alice alma amanda amina ana anders andreas anette anita ann anna anne
anneli annelie annette annika anton arne asta astrid axel bengt benjamin benny bent bente berit bernt birgit
birgitta birthe björn bjørn bo bodil börje camilla carina carl caroline catarina cecilia charlotte christer
christian christina christine claes claus dan daniel david dennis ditte dorte dorthe ebba elin elisabeth elise
ella ellen else emil emilie emma eric erik erika ester eva fatima filip finn frank frederik fredrik frida
frode gerd gitte greta gun gunilla gunnar gustav göran hanna hannah hanne hans harald hassan heidi helen
helena helene helle henning henriette henrik håkan ida inga inge inger ingrid irene isabella jacob jakob jan
jane janne jasmin jenny jens jeppe jesper jessica jette joakim johan johanna johannes john jonas jonathan
jonna josefin julia jytte jørgen karen karin karina karl karolina karsten katarina kate katrine kenneth kent
kerstin kim kirsten kirsti kjell klara klaus krister kristian kristin kristina kristine kristofer kristoffer
kurt lars lasse laura leif lena lene leon linda line linnea linnéa lis lisa lisbeth lise lone lotta lotte
louise lucas ludvig mads magnus maj maja majken malin maria mariann marianne marie mark martin mathias
mathilde mats mattias mette mia michael mikael mikkel mikko mohamed mohammed mona monica monika morten nadia
nanna natalie nicklas niels niklas nils nina ola olaf ole olga olivia olle olof oscar oskar otto ove patrik
paul per pernille peter petra pia poul preben ragnar rasmus rebecka rikke robert robin roger roland rolf rune
samir sandra sara sarah simon siv sofia sofie solveig sonja steen stefan sten stig stina susanne sven søren
teresa therese thomas tina tobias tom tomas tommy tone torben tore torsten tove trine tua ulf ulla ulrik
ulrika vera veronica vibeke victor viktor viola william wilma yasmin yvonne åke åsa åse özlem
";

/// Weekdays, months and the small words of dates.
const CALENDAR: &str = "
måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag monday tuesday wednesday thursday friday
saturday sunday januari februari mars april maj juni juli augusti september oktober november december januar februar
marts august january february march may june july october jan feb mar apr jun jul aug sep sept okt oct nov dec
vecka veckan uge ugen week kl klockan am pm
";

/// What a person's name comes after, in small letters.
const BEFORE: &str =
    "med m with w hos för for till til samtal samtale samtalet 1:1 rehab intervju interview jobsamtale";

/// How common nouns of work end and names do not, bare and with the endings that follow.
const BUILT: &[&str] = &[
    "ning",
    "ningen",
    "ningar",
    "ninger",
    "ering",
    "eringen",
    "tion",
    "tionen",
    "tioner",
    "ment",
    "het",
    "heten",
    "hed",
    "heden",
    "else",
    "elsen",
    "skap",
    "skab",
    "grupp",
    "gruppen",
    "gruppe",
    "möte",
    "mötet",
    "møde",
    "mødet",
    "råd",
    "rådet",
    "utvalg",
    "udvalg",
    "udvalget",
    "projekt",
    "projektet",
    "enhet",
    "enheten",
    "enhed",
    "enheden",
    "tjänst",
    "tjänsten",
    "pleje",
    "plejen",
    "skola",
    "skolan",
    "skole",
    "skolen",
    "budget",
    "system",
    "systemet",
    "plan",
    "planen",
];

static GIVEN_NAMES: LazyLock<HashSet<&str>> = LazyLock::new(|| GIVEN.split_whitespace().collect());
static BEFORE_A_NAME: LazyLock<HashSet<&str>> = LazyLock::new(|| BEFORE.split_whitespace().collect());
static CALENDAR_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| CALENDAR.split_whitespace().collect());

/// A given name, in lower case, also in the genitive.
pub(crate) fn is_given(word: &str) -> bool {
    GIVEN_NAMES.contains(word) || word.strip_suffix('s').is_some_and(|stem| GIVEN_NAMES.contains(stem))
}

/// A word of dates, in lower case.
pub(crate) fn is_calendar_word(word: &str) -> bool {
    CALENDAR_WORDS.contains(word)
}

/// A word that a person's name comes after, in lower case.
pub(crate) fn comes_before_one(word: &str) -> bool {
    BEFORE_A_NAME.contains(word)
}

/// Built like a common noun of work, in lower case.
pub(crate) fn is_built(word: &str) -> bool {
    BUILT.iter().any(|ending| word.ends_with(ending))
}
