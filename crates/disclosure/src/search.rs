//! The lightest vector of a small linear space: a search that says so when it gives up.

use crate::elimination::{Row, inverse, minus, times};
use std::collections::HashMap;

/// The most entries (rows × columns) of a part that is searched rather than declared undecided.
const MAX_ENTRIES: usize = 60_000;
/// The most entries one search of a part looks at, in all its positions together: well under a second.
const MAX_WORK: usize = 50_000_000;

/// What a search found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Lightest {
    /// No vector is lighter than the bound.
    None,
    /// The lightest one: the columns where it is not zero, and their weight.
    Found(u64, Vec<u32>),
    /// The space was too large to tell.
    Undecided,
}

/// The lightest non-zero vector spanned by `rows` that weighs less than `bound` and, if `about` is given, is
/// not zero there.
pub(crate) fn lightest(rows: &[Row], weight: &[u64], bound: u64, about: Option<u32>) -> Lightest {
    let mut best = Lightest::None;
    let mut bound = bound;
    for part in parts(rows, weight.len()) {
        if part.iter().all(|row| about.is_some_and(|column| row.iter().all(|(c, _)| *c != column))) {
            continue;
        }
        if let [row] = part[..] {
            let found = row.iter().map(|(c, _)| weight[*c as usize]).sum();
            if found < bound {
                bound = found;
                best = Lightest::Found(found, row.iter().map(|(c, _)| *c).collect());
            }
            continue;
        }
        let Some(space) = Space::new(&part, weight) else { return Lightest::Undecided };
        match space.lightest(bound, about) {
            Lightest::None => {}
            Lightest::Undecided => return Lightest::Undecided,
            found @ Lightest::Found(people, _) => (bound, best) = (people, found),
        }
    }
    best
}

/// Rows that share columns, directly or through others, together.
fn parts(rows: &[Row], columns: usize) -> Vec<Vec<&Row>> {
    let mut leader: Vec<usize> = (0..rows.len()).collect();
    let mut first_row: Vec<Option<usize>> = vec![None; columns];
    for (number, row) in rows.iter().enumerate() {
        for (column, _) in row {
            match first_row[*column as usize] {
                None => first_row[*column as usize] = Some(number),
                Some(other) => {
                    let (a, b) = (find(&mut leader, other), find(&mut leader, number));
                    leader[a.max(b)] = a.min(b);
                }
            }
        }
    }
    let mut parts: Vec<Vec<&Row>> = vec![Vec::new(); rows.len()];
    for (number, row) in rows.iter().enumerate() {
        parts[find(&mut leader, number)].push(row);
    }
    parts.retain(|part| !part.is_empty());
    parts
}

fn find(leader: &mut [usize], mut at: usize) -> usize {
    while leader[at] != at {
        leader[at] = leader[leader[at]];
        at = leader[at];
    }
    at
}

/// A dense basis over the columns it touches.
struct Space {
    columns: Vec<u32>,
    weight: Vec<u64>,
    basis: Vec<Vec<u64>>,
}

/// A subspace, with the columns that its vector must not be zero in.
struct Position {
    basis: Vec<Vec<u64>>,
    wanted: Vec<bool>,
    spent: u64,
}

impl Space {
    fn new(rows: &[&Row], weight: &[u64]) -> Option<Space> {
        let mut columns: Vec<u32> = rows.iter().flat_map(|row| row.iter().map(|(c, _)| *c)).collect();
        columns.sort_unstable();
        columns.dedup();
        if rows.len() * columns.len() > MAX_ENTRIES {
            return None;
        }
        let place: HashMap<u32, usize> = columns.iter().enumerate().map(|(at, c)| (*c, at)).collect();
        let dense = |row: &&Row| {
            let mut line = vec![0; columns.len()];
            for (column, value) in *row {
                line[place[column]] = *value;
            }
            line
        };
        let basis = rows.iter().map(dense).collect();
        let weight = columns.iter().map(|c| weight[*c as usize]).collect();
        Some(Space { columns, weight, basis })
    }

    /// Branches on one column at a time: the vector is zero there, which takes a dimension away, or it is
    /// not, which costs the column's weight.
    fn lightest(&self, bound: u64, about: Option<u32>) -> Lightest {
        let mut bound = bound;
        let mut best = Lightest::None;
        let mut waiting = vec![self.start(about)];
        let entries = self.basis.len() * self.columns.len();
        for _ in 0..MAX_WORK / entries.max(1) {
            let Some(position) = waiting.pop() else { return best };
            match self.look(&position, bound) {
                Look::Dead => {}
                Look::Vector(weight, columns) => {
                    bound = weight;
                    best = Lightest::Found(weight, columns);
                }
                Look::Branch(column) => waiting.extend(self.branch(position, column, bound)),
            }
        }
        Lightest::Undecided
    }

    fn start(&self, about: Option<u32>) -> Position {
        let wanted: Vec<bool> = self.columns.iter().map(|c| about == Some(*c)).collect();
        let spent = wanted.iter().zip(&self.weight).filter(|(w, _)| **w).map(|(_, weight)| weight).sum();
        Position { basis: self.basis.clone(), wanted, spent }
    }

    fn look(&self, position: &Position, bound: u64) -> Look {
        let live = |column: &usize| position.basis.iter().any(|row| row[*column] != 0);
        let lost = (0..self.columns.len()).any(|c| position.wanted[c] && !live(&c));
        if position.basis.is_empty() || lost || position.spent >= bound {
            return Look::Dead;
        }
        let open = || (0..self.columns.len()).filter(|c| !position.wanted[*c] && live(c));
        if position.basis.len() > 1
            && let Some(column) = open().max_by_key(|c| self.weight[*c])
        {
            return Look::Branch(column);
        }
        // One vector is left, or every column left is wanted: then a mixed vector is non-zero in all of them.
        let support: Vec<usize> = (0..self.columns.len()).filter(live).collect();
        let weight: u64 = support.iter().map(|c| self.weight[*c]).sum();
        if weight >= bound {
            return Look::Dead;
        }
        Look::Vector(weight, support.into_iter().map(|c| self.columns[c]).collect())
    }

    fn branch(&self, position: Position, column: usize, bound: u64) -> Vec<Position> {
        let zero = Position {
            basis: without(&position.basis, column),
            wanted: position.wanted.clone(),
            spent: position.spent,
        };
        let spent = position.spent + self.weight[column];
        if spent >= bound {
            return vec![zero];
        }
        let mut wanted = position.wanted;
        wanted[column] = true;
        vec![Position { basis: position.basis, wanted, spent }, zero]
    }
}

enum Look {
    Dead,
    Vector(u64, Vec<u32>),
    Branch(usize),
}

/// The vectors of a space that are zero in `column`.
fn without(basis: &[Vec<u64>], column: usize) -> Vec<Vec<u64>> {
    let Some(pivot) = basis.iter().position(|row| row[column] != 0) else { return basis.to_vec() };
    let scale = inverse(basis[pivot][column]);
    let cleared = |row: &Vec<u64>| {
        let factor = times(row[column], scale);
        row.iter().zip(&basis[pivot]).map(|(a, b)| minus(*a, times(factor, *b))).collect()
    };
    basis.iter().enumerate().filter(|(at, _)| *at != pivot).map(|(_, row)| cleared(row)).collect()
}
