//! The smallest group that two partitions of the same answers give away: one JSON object a line in, one a
//! line out. The form is described in `README.md`.

use disclosure::Overlap;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::error::Error;
use std::io::{BufWriter, Write, stdin, stdout};

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::new(stdout().lock());
    for asked in serde_json::Deserializer::from_reader(stdin().lock()).into_iter::<Value>() {
        writeln!(out, "{}", answer(&asked?)?)?;
    }
    Ok(out.flush()?)
}

fn answer(asked: &Value) -> Result<Value, Box<dyn Error>> {
    let persons = asked["persons"].as_array().ok_or("persons: a list is wanted")?;
    let mut numbers: [HashMap<String, u32>; 2] = Default::default();
    let mut people = Vec::with_capacity(persons.len());
    for person in persons {
        let [a, b] = person.as_array().map_or(&[][..], Vec::as_slice) else {
            return Err(format!("persons: {person} is not a pair of cells").into());
        };
        people.push((number(&mut numbers[0], a), number(&mut numbers[1], b), 1));
    }
    let smallest = Overlap::new(people).smallest();
    Ok(json!({"min_support": smallest.map_or(0, |cut| cut.people)}))
}

/// A cell may be named by a number or a word.
fn number(numbers: &mut HashMap<String, u32>, cell: &Value) -> Option<u32> {
    let next = numbers.len() as u32;
    (!cell.is_null()).then(|| *numbers.entry(cell.to_string()).or_insert(next))
}
