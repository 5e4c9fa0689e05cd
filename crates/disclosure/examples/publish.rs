//! The best publication of each tree: one JSON object a line in, one a line out. The form is described in
//! `README.md`.

use disclosure::{Grouping, LeafCount, Rules, Status, Tree, cells, pools, publish};
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
    let tree = Tree::new(&parents(asked)?, &leaves(asked)?)?;
    let k = asked["k"].as_u64().ok_or("k: a whole number is wanted")?;
    let rules = Rules::new(u32::try_from(k)?, 0)?
        .coverage_min(asked["coverage_min"].as_f64().unwrap_or(0.8))?
        .partial(asked["partial"].as_bool().unwrap_or(true))
        .tie(asked["tie"].as_f64().unwrap_or(0.0))?;
    let publication = publish(&tree, &rules)?;
    let cells = cells(&tree, &publication);
    let pools = pools(&tree, &rules, &cells);
    let status: Vec<&str> = publication.statuses().iter().map(|s| word(*s)).collect();
    let groups = |g: &Grouping| json!(g.groups());
    Ok(json!({
        "objective": publication.objective(), "status": status, "cells": groups(&cells), "pools": groups(&pools),
    }))
}

fn parents(asked: &Value) -> Result<Vec<Option<usize>>, Box<dyn Error>> {
    let parents = asked["parent"].as_array().ok_or("parent: a list is wanted")?;
    let read = |p: &Value| match p {
        Value::Null => Ok(None),
        p => p.as_u64().map(|p| Some(p as usize)).ok_or_else(|| format!("parent: {p} is not a node").into()),
    };
    parents.iter().map(read).collect()
}

fn leaves(asked: &Value) -> Result<Vec<(usize, LeafCount)>, Box<dyn Error>> {
    let leaves = asked["leaf_n"].as_object().ok_or("leaf_n: an object is wanted")?;
    let read = |(leaf, n): (&String, &Value)| {
        let n =
            n.as_u64().and_then(|n| u32::try_from(n).ok()).ok_or("leaf_n: a number of answers is wanted")?;
        Ok((leaf.parse()?, n.into()))
    };
    leaves.iter().map(read).collect()
}

fn word(status: Status) -> &'static str {
    match status {
        Status::Hidden => "hidden",
        Status::Full => "full",
        Status::Partial => "partial",
    }
}
