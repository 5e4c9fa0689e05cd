//! Elimination over a prime field, for the audit. Shares nothing with the code that decides what is
//! published.
//!
//! Families of nested groups, and two partitions laid over each other, give totally unimodular systems, for
//! which arithmetic modulo a prime is exact. For other families the prime 2^61 - 1 would have to divide a
//! determinant to matter.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

const PRIME: u64 = (1 << 61) - 1;

pub(crate) fn times(a: u64, b: u64) -> u64 {
    (u128::from(a) * u128::from(b) % u128::from(PRIME)) as u64
}

pub(crate) fn minus(a: u64, b: u64) -> u64 {
    if a >= b { a - b } else { a + PRIME - b }
}

pub(crate) fn inverse(a: u64) -> u64 {
    let (mut base, mut power, mut result) = (a, PRIME - 2, 1);
    while power > 0 {
        if power & 1 == 1 {
            result = times(result, base);
        }
        base = times(base, base);
        power >>= 1;
    }
    result
}

/// A row without its zeros; the entry at the pivot is 1.
pub(crate) type Row = Vec<(u32, u64)>;

/// Reduces rows one by one, choosing pivots in preferred columns first.
///
/// Afterwards the rows without an entry in any preferred column span exactly the vectors of the row space
/// that vanish on all preferred columns: a row chosen earlier has its pivot where every later row is zero.
pub(crate) struct Elimination<'a> {
    preferred: &'a [bool],
    row_with_pivot: Vec<Option<u32>>,
    rows: Vec<Row>,
    value: Vec<u64>,
}

impl<'a> Elimination<'a> {
    pub(crate) fn new(preferred: &'a [bool]) -> Elimination<'a> {
        let columns = preferred.len();
        Elimination {
            preferred,
            row_with_pivot: vec![None; columns],
            rows: Vec::new(),
            value: vec![0; columns],
        }
    }

    /// Adds the row that is 1 in `columns` and 0 elsewhere.
    pub(crate) fn add(&mut self, columns: &[u32]) {
        let mut touched = columns.to_vec();
        for column in columns {
            self.value[*column as usize] = 1;
        }
        self.reduce(&mut touched);
        self.keep(touched);
    }

    /// All rows that have no entry in a preferred column.
    pub(crate) fn rest(self) -> Vec<Row> {
        let preferred = self.preferred;
        let clear = |row: &Row| row.iter().all(|(column, _)| !preferred[*column as usize]);
        self.rows.into_iter().filter(clear).collect()
    }

    /// Clears the pivots of earlier rows, in the order those rows were added: a row can bring back only later
    /// pivots.
    fn reduce(&mut self, touched: &mut Vec<u32>) {
        let pivots = touched.iter().filter_map(|c| self.row_with_pivot[*c as usize]);
        let mut waiting: BinaryHeap<Reverse<u32>> = pivots.map(Reverse).collect();
        while let Some(Reverse(number)) = waiting.pop() {
            let row = &self.rows[number as usize];
            let pivot = row[0].0;
            let factor = self.value[pivot as usize];
            if factor == 0 {
                continue;
            }
            for (column, entry) in row {
                let value = &mut self.value[*column as usize];
                if *value == 0 {
                    touched.push(*column);
                    waiting.extend(self.row_with_pivot[*column as usize].map(Reverse));
                }
                *value = minus(*value, times(factor, *entry));
            }
        }
    }

    /// Keeps what is left of the row, pivot first, and clears the workspace.
    fn keep(&mut self, mut touched: Vec<u32>) {
        touched.sort_unstable();
        touched.dedup();
        let take = |column: u32| (column, std::mem::take(&mut self.value[column as usize]));
        let mut row: Row = touched.into_iter().map(take).filter(|(_, value)| *value != 0).collect();
        if row.is_empty() {
            return;
        }
        let first = row.iter().position(|(column, _)| self.preferred[*column as usize]).unwrap_or(0);
        row.swap(0, first);
        let scale = inverse(row[0].1);
        for (_, value) in &mut row {
            *value = times(*value, scale);
        }
        self.row_with_pivot[row[0].0 as usize] = Some(self.rows.len() as u32);
        self.rows.push(row);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_field_is_a_field() {
        for a in [1, 2, 5, PRIME - 1, 123_456_789_012_345_678] {
            assert_eq!(times(a, inverse(a)), 1);
            assert_eq!(minus(a, a), 0);
        }
    }

    #[test]
    fn a_difference_is_left_when_the_large_column_is_cleared() {
        let preferred = [false, false, true];
        let mut elimination = Elimination::new(&preferred);
        elimination.add(&[0, 1, 2]);
        elimination.add(&[1, 2]);
        let rest = elimination.rest();
        assert_eq!(rest.len(), 1);
        assert_eq!(rest[0].iter().map(|(c, _)| *c).collect::<Vec<_>>(), [0]);
    }
}
