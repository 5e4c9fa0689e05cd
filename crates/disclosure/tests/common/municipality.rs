//! Invented municipalities: some 570 nodes and 5 400 employees, of whom about 70 % answer.

use super::Chance;

pub struct Municipality {
    pub parents: Vec<Option<usize>>,
    pub answers: Vec<(usize, u32)>,
}

impl Municipality {
    /// Administrations, departments, areas and units; every inner node has a small leaf of its own staff.
    pub fn invent(chance: &mut Chance) -> Municipality {
        let mut made = Municipality { parents: vec![None], answers: Vec::new() };
        made.staff(chance, 0, 4);
        for _ in 0..6 + chance.below(4) {
            let administration = made.node(0);
            made.staff(chance, administration, 5);
            for _ in 0..2 + chance.below(5) {
                let department = made.node(administration);
                made.staff(chance, department, 3);
                made.areas(chance, department);
            }
        }
        made
    }

    fn areas(&mut self, chance: &mut Chance, department: usize) {
        for _ in 0..1 + chance.below(3) {
            let area = self.node(department);
            self.staff(chance, area, 2);
            for _ in 0..3 + chance.below(7) {
                let unit = self.node(area);
                let employed = 2 + (chance.share() * chance.share() * 40.0) as u64;
                self.answer(chance, unit, employed);
            }
        }
    }

    fn node(&mut self, parent: usize) -> usize {
        self.parents.push(Some(parent));
        self.parents.len() - 1
    }

    fn staff(&mut self, chance: &mut Chance, node: usize, most: u64) {
        let leaf = self.node(node);
        let employed = chance.below(most + 1);
        self.answer(chance, leaf, employed);
    }

    fn answer(&mut self, chance: &mut Chance, leaf: usize, employed: u64) {
        let answered = (0..employed).filter(|_| chance.share() < 0.72).count();
        self.answers.push((leaf, answered as u32));
    }
}
