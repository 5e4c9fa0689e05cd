//! How long a close takes: decision, pools, audit, and one question. Run with `cargo run --release -p
//! disclosure --example speed`.

use disclosure::{Closing, Histogram, LeafCount, Rules, Tree, audit, cells, pools, publish, split};
use std::error::Error;
use std::io::{Write, stdout};
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    for (groups, fan_out) in [(570, 5), (20_000, 6), (200_000, 8)] {
        measure(groups, fan_out)?;
    }
    deep(200_000)
}

/// A tree filled level by level, with 1 to 19 people in each leaf.
fn tree(groups: usize, fan_out: usize) -> Result<Tree, Box<dyn Error>> {
    let parents: Vec<Option<usize>> = (0..groups).map(|v| v.checked_sub(1).map(|p| p / fan_out)).collect();
    let first_leaf = (groups - 2) / fan_out + 1;
    let counts: Vec<(usize, LeafCount)> = (first_leaf..groups).map(|v| (v, people(v).into())).collect();
    Ok(Tree::new(&parents, &counts)?)
}

fn people(leaf: usize) -> u32 {
    (leaf * 7919 % 104_729 % 22) as u32 + 1
}

fn measure(groups: usize, fan_out: usize) -> Result<(), Box<dyn Error>> {
    let mut out = stdout();
    let rules = Rules::new(6, 1)?;
    let tree = tree(groups, fan_out)?;
    writeln!(out, "{groups} groups, {} people", tree.answers(0))?;
    let start = Instant::now();
    let publication = publish(&tree, &rules)?;
    writeln!(out, "  decision  {:>9.2} ms", ms(start))?;
    let start = Instant::now();
    let pools = pools(&tree, &rules, &cells(&tree, &publication));
    writeln!(out, "  pools     {:>9.2} ms, {} of them", ms(start), pools.groups().len())?;
    let start = Instant::now();
    let findings = audit(&tree, &rules, &publication, &pools)?;
    writeln!(out, "  audit     {:>9.2} ms, {} findings", ms(start), findings.len())?;
    let start = Instant::now();
    let closing = Closing::new(tree, rules)?;
    writeln!(out, "  all three {:>9.2} ms", ms(start))?;
    question(&closing)?;
    if groups < 30_000 {
        roles(&closing)?;
    }
    Ok(())
}

fn question(closing: &Closing) -> Result<(), Box<dyn Error>> {
    let tree = closing.tree();
    let answers = |leaf| {
        let n = tree.answers(leaf) as u32;
        Histogram::new([n / 6, n / 6, 0, n / 3, n - n / 3 - 2 * (n / 6)])
    };
    let leaves: Vec<_> =
        (0..tree.len()).filter(|v| tree.is_leaf(*v)).map(|leaf| (leaf, answers(leaf))).collect();
    let start = Instant::now();
    let figures = closing.release(&leaves)?;
    let shown = (0..tree.len()).filter_map(|node| closing.estimate(node, &figures).transpose());
    let shown = shown.collect::<Result<Vec<_>, _>>()?.len();
    Ok(writeln!(stdout(), "  question  {:>9.2} ms, {shown} nodes shown", ms(start))?)
}

fn roles(closing: &Closing) -> Result<(), Box<dyn Error>> {
    let tree = closing.tree();
    let role = |role: u32| {
        let leaves = (0..tree.len()).filter(|v| tree.is_leaf(*v));
        leaves.map(|leaf| (leaf, (tree.ballots(leaf) as u32 + role).div_euclid(4).into())).collect::<Vec<_>>()
    };
    let start = Instant::now();
    let made = split(closing, &(0..4).map(role).collect::<Vec<_>>())?;
    let cells: usize = made.values.iter().map(|value| value.pools().groups().len()).sum();
    Ok(writeln!(stdout(), "  split     {:>9.2} ms, by 4 roles, {cells} cells", ms(start))?)
}

fn deep(nodes: usize) -> Result<(), Box<dyn Error>> {
    let parents: Vec<Option<usize>> = (0..nodes).map(|v| v.checked_sub(1)).collect();
    let tree = Tree::new(&parents, &[(nodes - 1, 8.into())])?;
    let start = Instant::now();
    let publication = publish(&tree, &Rules::new(6, 1)?)?;
    Ok(writeln!(
        stdout(),
        "{nodes} deep: decision {:.2} ms, objective {:.1}",
        ms(start),
        publication.objective()
    )?)
}

fn ms(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1e3
}
