//! What can be computed from a family of published groups: the attacker, as a function.

use crate::elimination::{Elimination, Row};
use crate::search::{Lightest, lightest};

/// The most memberships (group × atom) a family may have in all.
pub const MAX_MEMBERSHIPS: usize = 50_000_000;

/// Published groups over *atoms*: sets of people whom no published figure tells apart, such as the leaves of
/// a tree.
#[derive(Debug, Clone)]
pub struct Family {
    weight: Vec<u64>,
    sets: Vec<Vec<u32>>,
}

/// A set of atoms about whose answers something can be computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Derived {
    /// The people in the atoms.
    pub people: u64,
    /// The atoms, in order of number.
    pub atoms: Vec<u32>,
}

/// Why a family was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FamilyError {
    /// A set names an atom that does not exist.
    #[error("atom {0} does not exist")]
    NoSuchAtom(u32),
    /// More memberships in all than [`MAX_MEMBERSHIPS`].
    #[error("more than {MAX_MEMBERSHIPS} memberships")]
    TooLarge,
}

/// The search was stopped before it was sure. Whoever publishes must treat this as unsafe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("too many overlapping groups to be sure of the smallest")]
pub struct DerivableError;

impl Family {
    /// A family of `sets` over atoms with `weight` people each.
    ///
    /// # Errors
    /// [`FamilyError`] for unknown atoms and families that are too large.
    pub fn new(weight: Vec<u64>, mut sets: Vec<Vec<u32>>) -> Result<Family, FamilyError> {
        if sets.iter().map(Vec::len).sum::<usize>() > MAX_MEMBERSHIPS {
            return Err(FamilyError::TooLarge);
        }
        for set in &mut sets {
            set.sort_unstable();
            set.dedup();
            if let Some(atom) = set.last().filter(|atom| **atom as usize >= weight.len()) {
                return Err(FamilyError::NoSuchAtom(*atom));
            }
        }
        // Smallest first: nested groups then reduce to their cells without filling in.
        sets.sort_by_key(Vec::len);
        Ok(Family { weight, sets })
    }

    /// The smallest group about which anything can be computed, `None` if nothing can.
    ///
    /// # Errors
    /// [`DerivableError`] if the groups overlap in too many ways to be sure.
    pub fn smallest(&self) -> Result<Option<Derived>, DerivableError> {
        let rows = self.eliminate(&vec![false; self.weight.len()]);
        self.descend(rows.iter(), None)
    }

    /// The smallest group containing `atom` about which anything can be computed, `None` if nothing can.
    ///
    /// # Errors
    /// [`DerivableError`] if the groups overlap in too many ways to be sure.
    pub fn smallest_with(&self, atom: u32) -> Result<Option<Derived>, DerivableError> {
        self.reduced().smallest_with(atom)
    }

    /// The family made ready to be asked about one atom after the other: what is the same for all of them is done once.
    pub fn reduced(&self) -> Reduced<'_> {
        let rows = self.eliminate(&vec![false; self.weight.len()]);
        let mut naming = vec![Vec::new(); self.weight.len()];
        for (number, row) in rows.iter().enumerate() {
            for (column, _) in row {
                naming[*column as usize].push(number);
            }
        }
        Reduced { family: self, rows, naming }
    }

    /// A group of fewer than `k` people about which something can be computed, the smallest of them.
    ///
    /// # Errors
    /// [`DerivableError`] if the groups overlap in too many ways to be sure.
    pub fn below(&self, k: u64) -> Result<Option<Derived>, DerivableError> {
        self.search(k, None)
    }

    /// Every group of fewer than `k` people that simple elimination lays bare, without combining further. At
    /// least one if [`below`](Family::below) finds any in a family of nested groups; there these are all of
    /// them.
    pub fn plainly_below(&self, k: u64) -> Vec<Derived> {
        let rows = self.eliminate(&vec![false; self.weight.len()]);
        rows.iter().map(|row| self.derived(row.iter().map(|(c, _)| *c))).filter(|d| d.people < k).collect()
    }

    /// From the lightest of these rows down to the lightest there is.
    fn descend<'r>(
        &self,
        rows: impl Iterator<Item = &'r Row>,
        about: Option<u32>,
    ) -> Result<Option<Derived>, DerivableError> {
        match rows.map(|row| self.derived(row.iter().map(|(c, _)| *c))).min_by_key(|d| d.people) {
            None => Ok(None),
            Some(first) => Ok(Some(self.search(first.people, about)?.unwrap_or(first))),
        }
    }

    fn search(&self, bound: u64, about: Option<u32>) -> Result<Option<Derived>, DerivableError> {
        let too_heavy: Vec<bool> = self.weight.iter().map(|w| *w >= bound).collect();
        if about.is_some_and(|atom| too_heavy[atom as usize]) {
            return Ok(None);
        }
        match lightest(&self.eliminate(&too_heavy), &self.weight, bound, about) {
            Lightest::None => Ok(None),
            Lightest::Found(_, columns) => Ok(Some(self.derived(columns.into_iter()))),
            Lightest::Undecided => Err(DerivableError),
        }
    }

    fn eliminate(&self, preferred: &[bool]) -> Vec<Row> {
        let mut elimination = Elimination::new(preferred);
        for set in &self.sets {
            elimination.add(set);
        }
        elimination.rest()
    }

    fn derived(&self, atoms: impl Iterator<Item = u32>) -> Derived {
        let mut atoms: Vec<u32> = atoms.collect();
        atoms.sort_unstable();
        Derived { people: atoms.iter().map(|a| self.weight[*a as usize]).sum(), atoms }
    }
}

/// A [`Family`] whose groups are reduced to what they say beyond each other.
#[derive(Debug)]
pub struct Reduced<'f> {
    family: &'f Family,
    rows: Vec<Row>,
    /// For each atom the rows that name it.
    naming: Vec<Vec<usize>>,
}

impl Reduced<'_> {
    /// As [`Family::smallest_with`].
    ///
    /// # Errors
    /// [`DerivableError`] if the groups overlap in too many ways to be sure.
    pub fn smallest_with(&self, atom: u32) -> Result<Option<Derived>, DerivableError> {
        let naming = self.naming.get(atom as usize).map_or(&[][..], Vec::as_slice);
        if let [number] = naming
            && self.is_alone(&self.rows[*number])
        {
            // Whatever else is mixed in, on these atoms it is a multiple of this row, so nothing smaller names any of them.
            return Ok(Some(self.family.derived(self.rows[*number].iter().map(|(c, _)| *c))));
        }
        self.family.descend(naming.iter().map(|number| &self.rows[*number]), Some(atom))
    }

    /// Whether a row shares no atom with another.
    fn is_alone(&self, row: &Row) -> bool {
        row.iter().all(|(column, _)| self.naming[*column as usize].len() == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_remainder_of_a_sibling_is_found() {
        let family = Family::new(vec![7, 3, 9], vec![vec![0, 1, 2], vec![0], vec![2]]).expect("a family");
        assert_eq!(family.smallest(), Ok(Some(Derived { people: 3, atoms: vec![1] })));
        assert_eq!(family.smallest_with(2), Ok(Some(Derived { people: 9, atoms: vec![2] })));
        assert_eq!(family.below(3), Ok(None));
    }

    #[test]
    fn three_overlapping_groups_give_one_person() {
        // (a+b) + (b+c) - (a+c) = 2b
        let family = Family::new(vec![1, 1, 1], vec![vec![0, 1], vec![1, 2], vec![0, 2]]).expect("a family");
        assert_eq!(family.smallest().map(|d| d.map(|d| d.people)), Ok(Some(1)));
    }

    #[test]
    fn says_so_when_it_is_not_sure() {
        let mixed = |n: u64, atom: u32| ((n * 120 + u64::from(atom)) * 0x9E37_79B9).wrapping_pow(2) >> 40;
        let set = |n| (0..120).filter(|atom| mixed(n, *atom) % 2 == 0).collect();
        let family = Family::new(vec![1; 120], (0..60).map(set).collect()).expect("a family");
        assert_eq!(family.below(40), Err(DerivableError));
    }

    /// Nested groups of a large organisation are asked about one leaf after the other, and each costs next to nothing.
    #[test]
    fn every_leaf_of_many_is_asked_about_in_one_go() {
        let leaves = 3000_u32;
        let pools = (0..leaves).map(|leaf| vec![leaf]);
        let offices = (0..leaves / 30).map(|office| (office * 30..office * 30 + 30).collect());
        let family =
            Family::new(vec![20; 3000], pools.chain(offices).chain([(0..leaves).collect()]).collect())
                .expect("a family");
        let reduced = family.reduced();
        for leaf in 0..leaves {
            assert_eq!(reduced.smallest_with(leaf), Ok(Some(Derived { people: 20, atoms: vec![leaf] })));
        }
    }

    #[test]
    fn nobody_is_in_nothing() {
        let family = Family::new(vec![4, 5], vec![vec![0]]).expect("a family");
        assert_eq!(family.smallest_with(1), Ok(None));
        assert_eq!(Family::new(vec![4], vec![vec![1]]).err(), Some(FamilyError::NoSuchAtom(1)));
    }
}
