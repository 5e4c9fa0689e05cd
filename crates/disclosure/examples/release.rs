//! What may be said of each histogram: one JSON object a line in, one a line out. The form is described in
//! `README.md`.

use disclosure::{Figure, Histogram, Rules, Side, release};
use serde_json::{Value, json};
use std::error::Error;
use std::io::{BufWriter, Write, stdin, stdout};

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::new(stdout().lock());
    for line in stdin().lines() {
        let line = line?;
        if !line.trim().is_empty() {
            writeln!(out, "{}", answer(&serde_json::from_str(&line)?)?)?;
        }
    }
    Ok(out.flush()?)
}

fn answer(asked: &Value) -> Result<Value, Box<dyn Error>> {
    let counts = asked["hist"].as_array().ok_or("hist: a list is wanted")?;
    let counts: Option<Vec<u32>> = counts.iter().map(|c| u32::try_from(c.as_u64()?).ok()).collect();
    let counts = counts.and_then(|c| c.try_into().ok()).ok_or("hist: five counts are wanted")?;
    let insiders = u32::try_from(asked["m"].as_u64().unwrap_or(1))?;
    let rules = Rules::new(insiders.saturating_mul(2).saturating_add(2), insiders)?;
    let rules = rules.dominance(asked["delta"].as_f64().unwrap_or(0.0))?;
    Ok(match release(&Histogram::new(counts), &rules)? {
        Figure::Full(_) => json!({"out": "full"}),
        Figure::Near(near) if near.side == Side::High => json!({"out": "near", "side": "4-5"}),
        Figure::Near(_) => json!({"out": "near", "side": "1-3"}),
        Figure::Band(_) => return Err("a band comes of two rounds alone".into()),
    })
}
