//! The example programs keep their forms. `cargo test` builds them beside the tests.

#![allow(clippy::unwrap_used, reason = "helpers of tests, where a panic is the report")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn run(program: &str, arguments: &[&str], input: &str) -> Output {
    let tests = std::env::current_exe().unwrap();
    let path = tests.parent().and_then(|deps| deps.parent()).unwrap().join("examples").join(program);
    let mut child = Command::new(&path)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    // A program that refuses its arguments does not wait to read.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn data(name: &str) -> String {
    format!("{}/tests/reference/{name}.csv", env!("CARGO_MANIFEST_DIR"))
}

fn json(program: &str, arguments: &[&str], input: &str) -> Value {
    let output = run(program, arguments, input);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[track_caller]
fn keys(value: &Value, expected: &[&str]) {
    let mut expected = expected.to_vec();
    expected.sort_unstable();
    assert_eq!(value.as_object().unwrap().keys().collect::<Vec<_>>(), expected);
}

#[test]
fn level_reads_answers_and_writes_units() {
    let found = json("level", &[&data("level-8")], "");
    keys(&found, &["mu", "tau2", "sigma2", "units"]);
    keys(&found["units"][0], &["unit", "n", "mean", "level", "weight", "low", "high"]);
    assert_eq!(
        (found["units"].as_array().unwrap().len(), &found["units"][0]["unit"]),
        (8, &Value::from("u001"))
    );
    let few = json("level", &[], "\u{feff}unit,y\r\n\"a, b\",3\r\n\"a, b\",4\r\n");
    assert_eq!((&few["tau2"], &few["units"][0]["unit"]), (&Value::Null, &Value::from("a, b")));
}

#[test]
fn change_reads_pairs_and_writes_verdicts() {
    let found = json("change", &["--sigma2", "0.5", &data("change-400")], "");
    keys(&found, &["median", "a", "b", "units"]);
    keys(&found["units"][0], &["unit", "s", "z", "p", "verdict", "listed"]);
    let verdicts = ["better", "worse", "cannot_tell"].map(Value::from);
    assert!(found["units"].as_array().unwrap().iter().all(|unit| verdicts.contains(&unit["verdict"])));
}

#[test]
fn trend_writes_a_row_for_each_row_whatever_their_order() {
    let model = ["--sigma2", "0.7", "--tau2", "0.09", "--mu", "3.6", "--q", "0.02"];
    let text = |input: &str| String::from_utf8(run("trend", &model, input).stdout).unwrap();
    let sorted = text("unit,t,n,mean\na,1,5,3.0\na,2,0,\na,3,7,4.0\n");
    assert_eq!(sorted.lines().next(), Some("unit,t,filtered,filtered_var,smoothed,smoothed_var"));
    assert_eq!(sorted.lines().map(|line| line.split(',').count()).collect::<Vec<_>>(), [6; 4]);
    let (gap, turned) =
        (text("unit,t,n,mean\na,1,5,3.0\na,3,7,4.0\n"), text("unit,t,n,mean\na,3,7,4.0\na,1,5,3.0\n"));
    let line = |text: &str, at: usize| text.lines().nth(at).unwrap().to_owned();
    assert_eq!([line(&sorted, 1), line(&sorted, 3)], [line(&gap, 1), line(&gap, 2)]);
    assert_eq!([line(&gap, 1), line(&gap, 2)], [line(&turned, 2), line(&turned, 1)]);
}

#[test]
fn step_effect_and_hme_write_their_figures() {
    keys(
        &json("step-effect", &[&data("step_effect-24")], ""),
        &["effect", "low", "high", "placebo_p", "expected"],
    );
    let hme = json("hme", &[&data("hme-300")], "");
    keys(&hme, &["motivation", "leadership", "steering", "total", "alpha", "omega"]);
    assert!(hme["alpha"].is_number() && hme["omega"].is_number());
    let few = json("hme", &[], "q1,q2,q3,q4,q5,q6,q7,q8,q9\n1,2,3,4,5,4,3,2,1\n1,2,3,4,5,4,3,2,\n");
    assert_eq!(
        (&few["alpha"], &few["leadership"]),
        (&Value::Null, &Value::from((75.0 + 100.0 + 75.0) / 3.0))
    );
}

#[test]
fn what_cannot_be_computed_goes_to_standard_error() {
    let step = "unit,before,after,step\na,3,4,1\nb,3,3,0\n";
    let model = ["--sigma2", "0.7", "--tau2", "0.09", "--mu", "3.6", "--q", "0.02"];
    for (program, arguments, input) in [
        ("level", &[][..], ""),
        ("level", &[], "unit,y\n"),
        ("level", &[], "unit,y\na,x\n"),
        ("level", &[], "unit,y\na,NaN\n"),
        ("level", &[], "unit,y\na\n"),
        ("level", &[], "unit\na\n"),
        ("level", &["--odd"], "unit,y\na,1\n"),
        ("level", &["no-such-file.csv"], ""),
        ("change", &[], "unit,n1,n2,diff\na,1,1,0\n"),
        ("change", &["--sigma2", "0"], "unit,n1,n2,diff\na,1,1,0\n"),
        ("change", &["--sigma2", "1"], "unit,n1,n2,diff\na,1.5,1,0\n"),
        ("trend", &model, "unit,t,n,mean\na,1,5,3\na,1,5,3\n"),
        ("trend", &model, "unit,t,n,mean\na,1,5,3\na,999999,5,3\n"),
        ("step-effect", &[], step),
        ("hme", &[], "q1,q2,q3,q4,q5,q6,q7,q8,q9\n6,2,3,4,5,4,3,2,1\n"),
        ("hme", &[], "q1,q2,q3,q4,q5,q6,q7,q8,q9\n,2,3,4,5,4,3,2,1\n"),
    ] {
        let output = run(program, arguments, input);
        assert!(!output.status.success() && output.stdout.is_empty(), "{program} {arguments:?} {input:?}");
        assert!(
            !output.stderr.is_empty() && !output.stderr.starts_with(b"thread"),
            "{program} {arguments:?} {input:?}"
        );
    }
}
