//! `pejling week` on small calendars of our own, in three languages, and the JSON against its schema.
#![allow(clippy::unwrap_used, reason = "the helpers of tests fail by panicking")]

mod support;

use std::io::Write;
use std::process::Stdio;

use serde_json::Value;
use support::{code, err, out, pejling, run};

fn calendar(language: &str) -> String {
    format!("{}/tests/calendars/{language}.ics", env!("CARGO_MANIFEST_DIR"))
}

/// The week of the calendars: leading is 1 + 2 of 8 hours.
const WEEK: [&str; 4] = ["--from", "2026-03-04", "--me", "me@kommun.example"];

fn week(language: &str, more: &[&str]) -> std::process::Output {
    let file = calendar(language);
    let mut arguments = vec!["week", &file, "--lang", language];
    arguments.extend(WEEK);
    arguments.extend(more);
    run(&arguments)
}

#[test]
fn one_sentence_says_it_in_each_language() {
    for (language, sentence, trouble) in [
        ("sv", "  3 av 8 timmar gick till att leda.\n", "1 sak i filen gick inte att läsa"),
        ("da", "  3 af 8 timer gik til at lede.\n", "1 ting i filen kunne ikke læses"),
        ("en", "  3 of 8 hours went to leading.\n", "1 thing in the file could not be read"),
    ] {
        let shown = week(language, &[]);
        assert_eq!((code(&shown), err(&shown).as_str()), (0, ""));
        let text = out(&shown);
        assert!(text.contains(sentence) && text.contains(trouble), "{text}");
        assert!(!text.contains('\x1b'), "no colours into a pipe");
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    }
}

#[test]
fn each_kind_and_day_has_its_hours() {
    let text = out(&week("sv", &[]));
    for row in ["█ Att leda              3 h   38 %", "░ Återhämtning          1 h   12 %", "Enskilda samtal"]
    {
        assert!(text.contains(row), "{row}: {text}");
    }
    let monday = text.lines().find(|line| line.starts_with("  mån")).unwrap();
    assert!(monday.ends_with(" 2 h") && monday.matches('▓').count() > 10, "{monday}");
    assert!(!text.contains("lör"), "an empty Saturday is not a row");
}

#[test]
fn titles_can_be_left_out_and_colours_asked_for() {
    assert!(out(&week("sv", &[])).contains("Medarbetarsamtal Anna"));
    assert!(!out(&week("sv", &["--no-titles"])).contains("Anna"));
    assert!(out(&week("sv", &["--color", "always"])).contains("\x1b[32m"));
    assert!(!out(&week("sv", &["--color", "never"])).contains('\x1b'));
}

#[test]
fn it_fits_a_narrow_terminal() {
    let file = calendar("sv");
    let output = pejling().args(["week", &file]).args(WEEK).env("COLUMNS", "44").output().unwrap();
    let text = out(&output);
    assert!(text.lines().all(|line| line.chars().count() <= 44), "{text}");
}

#[test]
fn several_weeks_have_a_trend() {
    let text = out(&week("sv", &["--weeks", "6"]));
    assert!(text.contains("13 av 18 timmar gick till att leda."), "{text}");
    assert!(text.contains("Att leda, vecka för vecka"), "{text}");
    assert_eq!(text.lines().filter(|line| line.starts_with("  v. ")).count(), 6);
}

#[test]
fn the_exit_code_says_how_it_went() {
    let file = calendar("sv");
    assert_eq!(code(&run(&["week", &file, "--from", "2026-03-02"])), 0);
    let missing = run(&["week", "nowhere.ics"]);
    assert_eq!((code(&missing), err(&missing).as_str()), (1, "nowhere.ics finns inte.\n"));
    for wrong in [
        vec!["week"],
        vec!["week", &file, "--weeks", "0"],
        vec!["week", &file, "--from", "yesterday"],
        vec!["week", &file, "--from", "1066-10-14"],
        vec!["week", &file, "--tz", "Mars/Olympus"],
        vec!["week", &file, "--lang", "fi"],
    ] {
        assert_eq!(code(&run(&wrong)), 2, "{wrong:?}");
    }
    let nothing = run(&["week", &file, "--from", "2026-02-09", "--lang", "en"]);
    assert_eq!((code(&nothing), out(&nothing).as_str()), (3, ""));
    assert_eq!(
        err(&nothing),
        "Nothing is booked between 2026-02-09 and 2026-02-15. The nearest week with anything in it begins \
         2026-03-02: try --from 2026-03-02.\n"
    );
}

#[test]
fn a_calendar_can_come_by_a_pipe_and_a_reader_can_leave() {
    let mut child = pejling()
        .args(["week", "-", "--from", "2026-03-02"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    child.stdin.take().unwrap().write_all(&std::fs::read(calendar("sv")).unwrap()).unwrap();
    let ended = child.wait_with_output().unwrap();
    assert_eq!((code(&ended), err(&ended).as_str()), (0, ""));
}

#[test]
fn the_json_is_what_its_schema_says() {
    let schema: Value = serde_json::from_str(include_str!("../../../docs/json/week.schema.json")).unwrap();
    for (language, more) in [("sv", vec!["--json"]), ("da", vec!["--json", "--titles", "--weeks", "6"])] {
        let shown = week(language, &more);
        let value: Value = serde_json::from_slice(&shown.stdout).unwrap();
        let mut wrong = Vec::new();
        check(&schema, &schema, &value, "", &mut wrong);
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert_eq!(out(&shown).contains("Anna"), more.contains(&"--titles"));
    }
    let value: Value = serde_json::from_slice(&week("sv", &["--json"]).stdout).unwrap();
    assert_eq!((value["booked_minutes"].as_u64(), value["minutes"]["lead"].as_u64()), (Some(480), Some(180)));
    assert_eq!(value["weeks"][0]["iso_week"], "2026-W10");
    assert_eq!(value["weeks"][0]["one_to_ones"]["minutes"], 60);
    assert_eq!(value["troubles"]["number"], 1);
    assert_eq!(value["troubles"]["listed"][0]["reason"], "no-start");
}

#[test]
fn the_check_of_the_schema_can_fail() {
    let schema: Value = serde_json::from_str(include_str!("../../../docs/json/week.schema.json")).unwrap();
    let right: Value = serde_json::from_slice(&week("sv", &["--json"]).stdout).unwrap();
    let spoilt: [fn(&mut Value); 5] = [
        |value| value["more"] = 1.into(),
        |value| value["minutes"]["lead"] = "3".into(),
        |value| value["series"][0]["kind"] = "golf".into(),
        |value| value["weeks"][0]["days"][0]["date"] = "2 March".into(),
        |value| drop(value.as_object_mut().unwrap().remove("trend")),
    ];
    for spoil in spoilt {
        let mut value = right.clone();
        spoil(&mut value);
        let mut wrong = Vec::new();
        check(&schema, &schema, &value, "", &mut wrong);
        assert_eq!(wrong.len(), 1, "{wrong:?}");
    }
}

/// The part of JSON Schema 2020-12 that the schema uses.
fn check(root: &Value, schema: &Value, value: &Value, at: &str, wrong: &mut Vec<String>) {
    if let Some(name) = schema["$ref"].as_str() {
        return check(root, root.pointer(name.strip_prefix('#').unwrap()).unwrap(), value, at, wrong);
    }
    let types: Vec<&str> = match &schema["type"] {
        Value::String(one) => vec![one],
        Value::Array(many) => many.iter().map(|one| one.as_str().unwrap()).collect(),
        other => panic!("{at}: a schema without a type: {other}"),
    };
    let is = |of: &str| match of {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "null" => value.is_null(),
        other => panic!("{at}: {other}"),
    };
    if !types.into_iter().any(is) {
        return wrong.push(format!("{at}: {value} is not {}", schema["type"]));
    }
    let one_of = |allowed: &Vec<Value>| allowed.contains(value);
    let digits = |pattern: &str, text: &str| match pattern {
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" => shape(text) == "0000-00-00",
        "^[0-9]{4}-W[0-9]{2}$" => shape(text) == "0000-W00",
        other => panic!("{at}: {other}"),
    };
    let number = value.as_f64();
    let fits = schema["enum"].as_array().is_none_or(one_of)
        && schema["pattern"].as_str().is_none_or(|pattern| digits(pattern, value.as_str().unwrap()))
        && schema["minimum"].as_f64().is_none_or(|least| number.is_none_or(|number| number >= least))
        && schema["maximum"].as_f64().is_none_or(|most| number.is_none_or(|number| number <= most));
    if !fits {
        wrong.push(format!("{at}: {value} does not fit"));
    }
    if let Some(object) = value.as_object() {
        check_object(root, schema, object, at, wrong);
    }
    if let Some(list) = value.as_array() {
        let within = schema["minItems"].as_u64().is_none_or(|least| list.len() as u64 >= least)
            && schema["maxItems"].as_u64().is_none_or(|most| list.len() as u64 <= most);
        if !within {
            wrong.push(format!("{at}: {} parts", list.len()));
        }
        for (place, part) in list.iter().enumerate() {
            check(root, &schema["items"], part, &format!("{at}/{place}"), wrong);
        }
    }
}

fn check_object(
    root: &Value,
    schema: &Value,
    object: &serde_json::Map<String, Value>,
    at: &str,
    wrong: &mut Vec<String>,
) {
    let known = schema["properties"].as_object().unwrap();
    for (key, value) in object {
        match known.get(key) {
            Some(schema) => check(root, schema, value, &format!("{at}/{key}"), wrong),
            None => wrong.push(format!("{at}: {key} is not in the schema")),
        }
    }
    for key in schema["required"].as_array().unwrap() {
        if !object.contains_key(key.as_str().unwrap()) {
            wrong.push(format!("{at}: {key} is missing"));
        }
    }
}

/// The text with every digit as 0.
fn shape(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()
}
