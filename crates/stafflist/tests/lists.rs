//! Lists laid beside an organisation: what each makes different, and what it leaves alone.
#![allow(clippy::unwrap_used)]

mod house;

use house::{House, TODAY, day, named};
use people::{Span, UnitSort};
use stafflist::{Column, RowError, Warning, Wrong};

const HEAD: &str = "Anställningsnr;Förnamn;Efternamn;E-post;Enhetskod;Enhet;Överordnad enhet;Chef;Befattning;Sysselsättningsgrad;Fr o m;T o m;Anställningsform";

fn list(rows: &[&str]) -> String {
    format!("{HEAD}\n{}\n", rows.join("\n"))
}

const FIRST: [&str; 5] = [
    "1;Åsa;Åkerlund;asa@ekbacka.se;100;Vård och omsorg;;1;Förvaltningschef;100;2020-01-01;;Tillsvidare",
    "2;Bo;Berg;bo@ekbacka.se;110;Hemtjänst Åsen;100;1;Enhetschef;100;2021-03-01;;Tillsvidare",
    "3;Cia;Cronholm;cia@ekbacka.se;110;Hemtjänst Åsen;100;2;Undersköterska;75;2019-01-01;;Tillsvidare",
    "4;Dan;Dahl;;110;Hemtjänst Åsen;100;2;Undersköterska;;2022-01-01;;Timavlönad",
    "5;Eva;Ek;eva@ekbacka.se;120;Hemtjänst Ängen;100;1;Undersköterska;100;2023-01-01;;Tillsvidare",
];

#[test]
fn a_first_list_makes_the_organisation() {
    let mut house = House::new();
    let plan = house.take(&list(&FIRST));
    assert_eq!(plan.errors, []);
    assert_eq!(plan.tally.new, ["Åsa Åkerlund", "Bo Berg", "Cia Cronholm", "Dan Dahl", "Eva Ek"]);
    assert_eq!(plan.tally.opened, ["Vård och omsorg", "Hemtjänst Åsen", "Hemtjänst Ängen"]);
    assert_eq!(house.staff("Hemtjänst Åsen"), ["Bo Berg", "Cia Cronholm", "Dan Dahl"]);
    assert_eq!(house.leaders("Hemtjänst Åsen"), ["Bo Berg"]);
    assert_eq!(house.leaders("Vård och omsorg"), ["Åsa Åkerlund"]);
    assert_eq!(house.leaders("Hemtjänst Ängen"), ["Åsa Åkerlund"]);
    let then = house.chart.as_of(TODAY);
    let sort = |name: &str| then.unit(house.unit(name)).unwrap().sort;
    assert_eq!(sort("Vård och omsorg"), UnitSort::Department);
    assert_eq!(sort("Hemtjänst Åsen"), UnitSort::Unit);
    let dan = then.staff(house.unit("Hemtjänst Åsen"))[2];
    assert!(dan.hourly && dan.extent_percent == 0);
    assert_eq!(plan.warnings, [Warning::WithoutMail(1)]);
    assert!(!plan.is_grave());
}

#[test]
fn the_same_list_again_makes_nothing_different() {
    let mut house = House::new();
    house.take(&list(&FIRST));
    let again = house.look(&list(&FIRST));
    assert!(again.tally.is_empty(), "{:?}", again.tally);
    assert_eq!((again.changes.len(), again.newcomers.len(), again.renamed.len()), (0, 0, 0));
}

#[test]
fn people_come_move_change_and_leave() {
    let mut house = House::new();
    house.take(&list(&FIRST));
    house.today = day(30);
    let second = [
        FIRST[0],
        FIRST[1],
        // Moved to the other unit, with another extent.
        "3;Cia;Cronholm;cia@ekbacka.se;120;Hemtjänst Ängen;100;1;Undersköterska;80;2019-01-01;;Tillsvidare",
        // Another name and an address.
        "4;Dan;Dahlgren;dan@ekbacka.se;110;Hemtjänst Åsen;100;2;Undersköterska;;2022-01-01;;Timavlönad",
        "6;Fia;Fors;fia@ekbacka.se;120;Hemtjänst Ängen;100;1;Undersköterska;100;2027-01-15;;Tillsvidare",
    ];
    let plan = house.take(&list(&second));
    let names = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    assert_eq!(plan.tally.new, ["Fia Fors"]);
    assert_eq!(plan.tally.left, ["Eva Ek"]);
    assert_eq!(
        plan.tally.moved,
        [("Cia Cronholm".into(), "Hemtjänst Åsen".into(), "Hemtjänst Ängen".into())]
    );
    assert_eq!(plan.tally.renamed, [names("Dan Dahl", "Dan Dahlgren, dan@ekbacka.se")]);
    assert_eq!(plan.tally.changed, Vec::<String>::new());
    // What was, was; what is to come, comes.
    assert_eq!(house.staff_on("Hemtjänst Åsen", day(29)), ["Bo Berg", "Cia Cronholm", "Dan Dahlgren"]);
    assert_eq!(house.staff_on("Hemtjänst Åsen", day(30)), ["Bo Berg", "Dan Dahlgren"]);
    assert_eq!(house.staff_on("Hemtjänst Ängen", day(30)), ["Cia Cronholm"]);
    assert_eq!(
        house.staff_on("Hemtjänst Ängen", "2027-01-15".parse().unwrap()),
        ["Cia Cronholm", "Fia Fors"]
    );
    let cia = house.chart.as_of(day(30)).staff(house.unit("Hemtjänst Ängen"))[0];
    assert_eq!(cia.extent_percent, 80);
}

#[test]
fn units_are_renamed_moved_and_closed_and_keep_their_history() {
    let mut house = House::new();
    house.take(&list(&FIRST));
    house.today = day(10);
    let asen = house.unit("Hemtjänst Åsen");
    let second = [
        FIRST[0],
        "2;Bo;Berg;bo@ekbacka.se;110;Hemtjänst Norr;;1;Enhetschef;100;2021-03-01;;Tillsvidare",
        "3;Cia;Cronholm;cia@ekbacka.se;110;Hemtjänst Norr;;2;Undersköterska;75;2019-01-01;;Tillsvidare",
        "4;Dan;Dahl;;110;Hemtjänst Norr;;2;Undersköterska;;2022-01-01;;Timavlönad",
        "5;Eva;Ek;eva@ekbacka.se;110;Hemtjänst Norr;;2;Undersköterska;100;2023-01-01;;Tillsvidare",
    ];
    let plan = house.take(&list(&second));
    assert_eq!(plan.tally.units_renamed, [("Hemtjänst Åsen".to_owned(), "Hemtjänst Norr".to_owned())]);
    assert_eq!(plan.tally.units_moved, [("Hemtjänst Norr".to_owned(), "Ekbacka".to_owned())]);
    assert_eq!(plan.tally.closed, ["Hemtjänst Ängen"]);
    assert_eq!(plan.tally.leading_no_more, Vec::new(), "whoever led a unit that is closed leads it no more");
    assert_eq!(house.unit("Hemtjänst Norr"), asen);
    assert_eq!(house.chart.as_of(day(9)).unit(asen).unwrap().name, "Hemtjänst Åsen");
    assert_eq!(house.staff_on("Hemtjänst Ängen", day(9)), ["Eva Ek"]);
}

#[test]
fn a_row_that_cannot_be_read_is_told_and_what_it_is_about_stays() {
    let mut house = House::new();
    house.take(&list(&FIRST));
    let broken = [
        FIRST[0],
        FIRST[1],
        FIRST[2],
        "4;Dan;Dahl;inte en adress;110;Hemtjänst Åsen;100;2;Undersköterska;;2022-01-01;;Timavlönad",
        "5;Eva;Ek;eva@ekbacka.se;120;Hemtjänst Ängen;100;1;Undersköterska;180;2023-01-01;;Tillsvidare",
    ];
    let plan = house.take(&list(&broken));
    let at = |row, column, wrong| RowError { row, column: Some(column), wrong };
    assert_eq!(plan.errors, [at(5, 3, Wrong::NoMail), at(6, 9, Wrong::NoExtent)]);
    assert!(plan.tally.is_empty(), "{:?}", plan.tally);
    assert_eq!(house.staff("Hemtjänst Ängen"), ["Eva Ek"]);
    // All that is left of a unit is its leader's own row, which names the next one up.
    let unled = [FIRST[0], FIRST[1], "3;;;;110;Hemtjänst Åsen;100;2;;;;;", broken[3], FIRST[4]];
    assert!(house.take(&list(&unled)).tally.is_empty());
    assert_eq!(house.leaders("Hemtjänst Åsen"), ["Bo Berg"]);
}

#[test]
fn nothing_ends_when_a_row_does_not_even_say_who_it_is() {
    let mut house = House::new();
    house.take(&list(&FIRST));
    let broken = [FIRST[0], FIRST[1], ";Någon;Namnlös;;120;Hemtjänst Ängen;100;1;;;;;"];
    let plan = house.take(&list(&broken));
    assert_eq!(plan.errors[0].wrong, Wrong::Missing(Column::PersonKey));
    assert!(plan.warnings.contains(&Warning::NothingEnds));
    assert_eq!((plan.tally.left.len(), plan.tally.closed.len()), (0, 0));
}

#[test]
fn what_was_entered_by_hand_is_left_alone() {
    let mut house = House::new();
    house.by_hand("Gun", "Grön", Some("gun@ekbacka.se"), "Kommunstaben");
    house.take(&list(&FIRST));
    assert_eq!(house.staff("Kommunstaben"), ["Gun Grön"]);
    let plan = house.take(&list(&FIRST[..1]));
    assert_eq!(house.staff("Kommunstaben"), ["Gun Grön"]);
    assert!(plan.is_grave(), "four of five gone: {:?}", plan.warnings);
    assert!(plan.warnings.contains(&Warning::ManyGone { gone: 4, of: 5 }));
    assert!(plan.warnings.contains(&Warning::ManyClosed { closed: 2, of: 3 }), "{:?}", plan.warnings);
}

#[test]
fn a_list_finds_by_name_and_address_what_was_entered_by_hand() {
    let mut house = House::new();
    house.by_hand("Bo", "Berg", Some("bo@ekbacka.se"), "Hemtjänst Åsen");
    let unit = house.unit("Hemtjänst Åsen");
    let plan = house.take(&list(&FIRST));
    assert!(!plan.tally.new.contains(&"Bo Berg".to_owned()));
    assert_eq!(plan.tally.opened, ["Vård och omsorg", "Hemtjänst Ängen"]);
    assert_eq!(house.unit("Hemtjänst Åsen"), unit);
    assert_eq!(house.staff("Hemtjänst Åsen"), ["Bo Berg", "Cia Cronholm", "Dan Dahl"]);
    assert!(house.look(&list(&FIRST)).tally.is_empty());
}

#[test]
fn a_list_finds_by_number_whom_the_directory_brought() {
    let mut house = House::new();
    house.by_hand("Robert", "Berg", Some("kaboberg@ekbacka.se"), "Kommunstaben");
    house.known.last_mut().unwrap().number = Some("2".into());
    let plan = house.take(&list(&FIRST));
    assert!(!plan.tally.new.contains(&"Bo Berg".to_owned()), "{:?}", plan.tally.new);
    assert!(
        plan.tally.renamed.iter().any(|(before, _)| before.starts_with("Robert Berg")),
        "{:?}",
        plan.tally.renamed
    );
    assert!(house.look(&list(&FIRST)).tally.is_empty());
}

#[test]
fn a_number_goes_before_an_address() {
    let mut house = House::new();
    // The address that the list gives to number 3.
    house.by_hand("Bo", "Berg", Some("cia@ekbacka.se"), "Kommunstaben");
    house.known.last_mut().unwrap().number = Some("2".into());
    let plan = house.take(&list(&FIRST));
    assert!(plan.tally.new.contains(&"Cia Cronholm".to_owned()), "{:?}", plan.tally.new);
    assert!(!plan.tally.new.contains(&"Bo Berg".to_owned()));
}

#[test]
fn those_who_were_only_counted_go_when_the_real_ones_come() {
    let mut house = House::new();
    for number in 1..=3 {
        house.placeholder(&number.to_string(), "Hemtjänst Åsen");
        house.placeholder(&number.to_string(), "Någon annanstans");
    }
    house.take(&list(&FIRST));
    assert_eq!(house.staff("Hemtjänst Åsen"), ["Bo Berg", "Cia Cronholm", "Dan Dahl"]);
    assert_eq!(house.staff("Någon annanstans").len(), 3);
}

#[test]
fn an_address_belongs_to_one_person() {
    let mut house = House::new();
    house.take(&list(&FIRST));
    let taken = [
        FIRST[0],
        FIRST[1],
        FIRST[2],
        FIRST[3],
        FIRST[4],
        "7;Ulf;Ulv;bo@ekbacka.se;120;Hemtjänst Ängen;100;1;;;;;",
    ];
    let plan = house.look(&list(&taken));
    assert_eq!(plan.errors[0].wrong, Wrong::MailTaken(Some(3)));
    // Two may change addresses with each other.
    let swapped = [
        FIRST[0],
        "2;Bo;Berg;cia@ekbacka.se;110;Hemtjänst Åsen;100;1;Enhetschef;100;2021-03-01;;Tillsvidare",
        "3;Cia;Cronholm;bo@ekbacka.se;110;Hemtjänst Åsen;100;2;Undersköterska;75;2019-01-01;;Tillsvidare",
        FIRST[3],
        FIRST[4],
    ];
    let plan = house.take(&list(&swapped));
    assert_eq!((plan.errors.len(), plan.tally.renamed.len()), (0, 2));
}

#[test]
fn rows_that_contradict_each_other_are_told() {
    let house = House::new();
    let rows = [
        FIRST[1],
        "2;Bo;Bergström;bo@ekbacka.se;110;Hemtjänst Åsen;100;1;;;;;",
        "8;Hans;Hed;;110;Hemtjänst Dalen;100;1;;;;;",
        "2;Bo;Berg;bo@ekbacka.se;110;Hemtjänst Åsen;100;1;;;;;",
        "9;Ida;Ivarsson;;130;Enheten;130;1;;;;;",
        "10;Jan;Jansson;;110;Hemtjänst Åsen;100;1;;;2026-05-01;2026-04-01;",
        "11;Kim;Kask;;110;Hemtjänst Åsen;100;1;;;3/4-26;;",
    ];
    let found: Vec<_> =
        house.look(&list(&rows)).errors.into_iter().map(|error| (error.row, error.wrong)).collect();
    assert_eq!(
        found,
        [
            (3, Wrong::AnotherPerson(2)),
            (4, Wrong::AnotherUnit(2)),
            (5, Wrong::EmployedTwice(2)),
            (6, Wrong::Ring),
            (7, Wrong::Backwards),
            (8, Wrong::NoDate(Column::From)),
        ]
    );
}

#[test]
fn units_in_a_ring_are_told_and_left_out() {
    let house = House::new();
    let rows = ["1;A;A;;100;Ett;200;;;;;;", "2;B;B;;200;Två;100;;;;;;", "3;C;C;;300;Tre;;;;;;;"];
    let plan = house.look(&list(&rows));
    assert_eq!(plan.tally.opened, ["Tre"]);
    assert_eq!(plan.errors.iter().filter(|error| error.wrong == Wrong::Ring).count(), 2);
}

#[test]
fn levels_by_name_make_a_tree_without_keys() {
    let mut house = House::new();
    let text = "Anst.nr;Namn;Förvaltning;Område;Enhet;Syss.grad\n\
        1;Öberg, Åsa;Utbildning;Förskola Norr;Lärkan;0,75\n\
        2;Bo Berg;Utbildning;Förskola Norr;Sparven;1\n\
        3;Cia Cronholm;Kultur;;Lärkan;1\n";
    let plan = house.take(text);
    assert_eq!(plan.errors, []);
    assert_eq!(plan.tally.opened, ["Kultur", "Lärkan", "Utbildning", "Förskola Norr", "Lärkan", "Sparven"]);
    let then = house.chart.as_of(TODAY);
    let path = |unit| {
        then.path(unit).into_iter().map(|unit| then.unit(unit).unwrap().name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(path(house.unit("Sparven")), ["Ekbacka", "Utbildning", "Förskola Norr", "Sparven"]);
    assert_eq!(then.unit(house.unit("Förskola Norr")).unwrap().sort, UnitSort::Area);
    let asa = house.chart.employments().find(|it| named(&house, it.person) == "Åsa Öberg").unwrap();
    assert_eq!(asa.extent_percent, 75);
    assert!(house.look(text).tally.is_empty());
}

#[test]
fn an_employment_that_is_over_or_ends_is_taken_so() {
    let mut house = House::new();
    let rows = [
        "1;A;A;;100;Ett;;;;;2020-01-01;2026-10-31;",
        "2;B;B;;100;Ett;;;;;2020-01-01;2027-01-31;",
        "3;C;C;;100;Ett;;;;;2020-01-01;9999-12-31;",
    ];
    house.take(&list(&rows));
    assert_eq!(house.staff("Ett"), ["B B", "C C"]);
    assert_eq!(house.staff_on("Ett", "2027-01-31".parse().unwrap()), ["B B", "C C"], "the last day is a day");
    assert_eq!(house.staff_on("Ett", "2027-02-01".parse().unwrap()), ["C C"]);
    // Prolonged.
    let longer = ["2;B;B;;100;Ett;;;;;2020-01-01;2028-01-31;", rows[2]];
    assert_eq!(house.take(&list(&longer)).tally.changed, ["B B"]);
    assert_eq!(house.staff_on("Ett", "2027-02-01".parse().unwrap()), ["B B", "C C"]);
}

#[test]
fn a_unit_above_others_that_has_no_row_stays_where_it_is() {
    let mut house = House::new();
    house.take(&list(&["1;A;A;;100;Ett;90;;;;;;"]));
    let (top, above) = (house.unit("Ekbacka"), house.unit("90"));
    house.by_hand("B", "B", None, "Förvaltningen");
    let department = house.unit("Förvaltningen");
    house.chart.move_unit(above, department, TODAY).unwrap();
    house.chart.rename_unit(above, "Området", TODAY).unwrap();
    let again = house.take(&list(&["1;A;A;;100;Ett;90;;;;;;"]));
    assert!(again.tally.is_empty(), "{again:?}");
    assert!(!again.warnings.iter().any(|it| matches!(it, Warning::UnitKept(_))), "{again:?}");
    assert_eq!(house.chart.as_of(TODAY).path(house.unit("Ett")), [top, department, above, house.unit("Ett")]);
}

#[test]
fn an_organisation_made_by_hand_goes_out_and_comes_back_as_it_was() {
    let mut house = House::new();
    house.by_hand("Bo", "Berg", Some("bo@ekbacka.se"), "Kommunstaben");
    house.by_hand("Bo", "Berg", None, "Kommunstaben");
    house.placeholder("1", "Kommunstaben");
    let text = house.export();
    let plan = house.take(&text);
    // The one who was only counted goes; two of the same name are two.
    assert_eq!((plan.tally.new.len(), plan.tally.left.len(), plan.errors.len()), (0, 0, 0), "{text}");
    assert_eq!(house.staff("Kommunstaben"), ["Bo Berg", "Bo Berg"]);
    // From now on it is the list that says who is there.
    let less = house.export().lines().take(2).collect::<Vec<_>>().join("\n");
    assert_eq!(house.look(&less).tally.left, ["Bo Berg"]);
}

#[test]
fn leave_comes_and_goes_with_the_list() {
    let mut house = House::new();
    let list = |leave: &str| format!("Anst.nr;Namn;Enhet;Frånvaro from;Frånvaro tom\n1;A A;Ett;{leave}\n");
    house.take(&list("2026-12-01;2027-05-31"));
    let away = |house: &House| house.chart.employments().next().unwrap().leave.clone();
    let span = Span::new("2026-12-01".parse().unwrap(), Some("2027-06-01".parse().unwrap())).unwrap();
    assert_eq!(away(&house), [span]);
    assert!(house.look(&list("2026-12-01;2027-05-31")).tally.is_empty());
    house.today = "2026-12-24".parse().unwrap();
    house.take(&list(";"));
    assert_eq!(away(&house), []);
}

#[test]
fn personal_identity_numbers_are_refused_in_whatever_column() {
    for number in ["19890101-9802", "900101-9802", "070761-4285", "189001019802"] {
        let text = format!("Anst.nr;Namn;Enhet;Övrigt\n1;A A;Ett;\n2;B B;Ett;{number}\n");
        let refused = House::read(&text).unwrap_err();
        assert_eq!((refused.row, refused.column), (3, 3), "{number}");
    }
}

#[test]
fn acting_and_shared_leadership() {
    let mut house = House::new();
    house.take(&list(&FIRST));
    let shared = [
        FIRST[0],
        FIRST[1],
        FIRST[2],
        "4;Dan;Dahl;;110;Hemtjänst Åsen;100;5;Undersköterska;;2022-01-01;;Timavlönad",
        FIRST[4],
    ];
    let plan = house.take(&list(&shared));
    assert_eq!(plan.tally.leading, [("Eva Ek".to_owned(), "Hemtjänst Åsen".to_owned())]);
    assert_eq!(house.leaders("Hemtjänst Åsen"), ["Bo Berg", "Eva Ek"]);
    let back = house.take(&list(&FIRST));
    assert_eq!(back.tally.leading_no_more, [("Eva Ek".to_owned(), "Hemtjänst Åsen".to_owned())]);
}

/// Whoever overlooks that two columns were not understood would get units named 110 and 120 that nobody leads.
#[test]
fn a_list_that_says_neither_what_units_are_called_nor_who_leads_them_is_told_of() {
    let plain = |row: &str| {
        let cells: Vec<&str> = row.split(';').collect();
        [cells[0], cells[1], cells[2], cells[4]].join(";")
    };
    let rows: Vec<String> = FIRST.iter().map(|row| plain(row)).collect();
    let text = format!("Anställningsnummer;Förnamn;Efternamn;Enhetskod\n{}\n", rows.join("\n"));
    let plan = House::new().look(&text);
    assert_eq!(plan.tally.opened, ["100", "110", "120"]);
    assert_eq!(plan.warnings, [Warning::NoColumnOfLeaders(3), Warning::NamedByCode(3)]);
    assert!(!plan.is_grave());
}

#[test]
fn columns_are_known_by_what_hr_systems_call_them() {
    for (name, column) in [
        ("Organisation", Column::UnitName),
        ("Org.namn", Column::UnitName),
        ("Chefens anst.nr", Column::ManagerKey),
        ("Chefs anst.nr", Column::ManagerKey),
    ] {
        assert_eq!(Column::guess(name), Some(column), "{name}");
    }
}
