//! "What could be computed about me?" Reads what was published, as one JSON object, and says the smallest
//! group that anything can be computed about, and the smallest with `me` in it. The form is described in
//! `README.md`.

use disclosure::{Derived, Family};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::error::Error;
use std::io::{Write, stdin, stdout};

fn main() -> Result<(), Box<dyn Error>> {
    let published = Published::read(&serde_json::from_reader(stdin().lock())?)?;
    let smallest = published.family.smallest()?;
    let mine = published.me.map(|me| published.family.smallest_with(me)).transpose()?;
    let mut answer = json!({"smallest": published.named(smallest)});
    if let Some(mine) = mine {
        answer["me"] = published.named(mine);
    }
    Ok(writeln!(stdout(), "{answer}")?)
}

struct Published {
    names: Vec<String>,
    family: Family,
    me: Option<u32>,
}

impl Published {
    fn read(asked: &Value) -> Result<Published, Box<dyn Error>> {
        let groups = asked["groups"]
            .as_object()
            .ok_or("groups: an object of names and numbers of answers is wanted")?;
        let names: Vec<String> = groups.keys().cloned().collect();
        let answers: Option<Vec<u64>> = groups.values().map(Value::as_u64).collect();
        let number: HashMap<&str, u32> = names.iter().map(String::as_str).zip(0..).collect();
        let find = |name: &Value| {
            let found = name.as_str().and_then(|name| number.get(name).copied());
            found.ok_or_else(|| format!("{name} is not among the groups"))
        };
        let sets = asked["published"].as_array().ok_or("published: a list of lists of groups is wanted")?;
        let set = |set: &Value| set.as_array().map_or(&[][..], Vec::as_slice).iter().map(find).collect();
        let sets = sets.iter().map(set).collect::<Result<Vec<Vec<u32>>, String>>()?;
        let me = if asked["me"].is_null() { None } else { Some(find(&asked["me"])?) };
        let family = Family::new(answers.ok_or("groups: a whole number of answers is wanted")?, sets)?;
        Ok(Published { names, family, me })
    }

    fn named(&self, derived: Option<Derived>) -> Value {
        let name = |atom: &u32| self.names[*atom as usize].as_str();
        derived.map_or(Value::Null, |derived| {
            json!({"people": derived.people, "groups": derived.atoms.iter().map(name).collect::<Vec<_>>()})
        })
    }
}
