//! What the answers say of a leader's step: the group it was for, before and after, beside groups whose leaders took none.

use smallteams::step_effect::{self, BeforeAfter, MIN_COMPARISONS, StepEffect};

use crate::{Figures, Group, Reading, Shown, Since, Told};

/// What the answers to one question say of a step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum StepEvidence {
    /// Beside groups with no step. An association: nobody drew lots for who was to take one.
    Beside {
        /// The group's mean in the round before.
        before: f64,
        /// And in the round after.
        after: f64,
        /// What goes together with the step.
        effect: StepEffect,
    },
    /// There are too few groups to stand beside: how the group itself has changed.
    Alone {
        /// The group's mean in the round after.
        after: f64,
        /// How it has changed.
        since: Since,
    },
}

/// Upper ends of the size classes, in answers: groups of about the same size stray about as much.
const SIZES: [u32; 4] = [6, 9, 14, 24];

impl Reading {
    /// What the answers to the question `code` say of a step that was for `group`, when this is the reading of the round after it beside the
    /// round before it. `without_step` says of a pool whether its leaders took no step in between. `None` unless the group was shown by
    /// itself in both.
    ///
    /// Compared are the pools of the same department if there are [`MIN_COMPARISONS`], else those of the same size class.
    pub fn evidence(
        &self,
        code: &str,
        group: &Group,
        without_step: impl Fn(usize) -> bool,
    ) -> Option<StepEvidence> {
        let measure = self.measures().position(|measure| measure.index.is_none() && measure.code == code)?;
        if group.shown != Shown::Whole {
            return None;
        }
        let (own, since) = self.both(measure, group)?;
        let unit = BeforeAfter { before: since.mean, after: own.mean };
        let departments = self.departments();
        let home = group.pools.first().map(|pool| departments[*pool]);
        let (mut near, mut alike) = (Vec::new(), Vec::new());
        for pool in (0..self.published.pools.len()).filter(|pool| !group.pools.contains(pool)) {
            let other = Group { place: group.place, shown: Shown::Whole, pools: vec![pool] };
            let Some((figures, since)) = self.both(measure, &other) else { continue };
            if !without_step(pool) {
                continue;
            }
            let other = BeforeAfter { before: since.mean, after: figures.mean };
            if Some(departments[pool]) == home {
                near.push(other);
            }
            if size(figures.answers) == size(own.answers) {
                alike.push(other);
            }
        }
        let compared = if near.len() >= MIN_COMPARISONS { near } else { alike };
        Some(match step_effect::estimate(unit, &compared) {
            Ok(effect) => StepEvidence::Beside { before: unit.before, after: unit.after, effect },
            Err(_) => StepEvidence::Alone { after: unit.after, since },
        })
    }

    /// The figures of a group in both rounds.
    fn both(&self, measure: usize, group: &Group) -> Option<(Figures, Since)> {
        match self.told(measure, group)? {
            Told::Figures(figures) => Some((figures, figures.change?)),
            Told::Near { .. } | Told::Between { .. } => None,
        }
    }
}

fn size(answers: u32) -> usize {
    SIZES.iter().filter(|end| answers > **end).count()
}

#[cfg(test)]
mod tests {
    use disclosure::{Figure, Status};
    use people::UnitId;
    use smallteams::Verdict;

    use super::*;
    use crate::grouping::Part;
    use crate::{Place, Published, ReleasedNode, RoundMember, RoundNode};

    const CODE: &str = "practice.team";

    /// A top over groups of ten with these answers, each a pool.
    fn published(groups: &[[u32; 5]]) -> Published {
        let node = |place: u32| {
            let released = ReleasedNode {
                status: Status::Full,
                ballots: Some(10),
                left_out: 0,
                pool: place.checked_sub(1),
            };
            let (place, parent) = (Place(place), (place > 0).then_some(Place(0)));
            (RoundNode { place, parent, unit: None, name: format!("n{}", place.0), eligible: 10 }, released)
        };
        let places = 1..=groups.len() as u32;
        let member = |place| RoundMember {
            part: Part { unit: UnitId(i64::from(place)), direct: false, occupation: None },
            place: Place(place),
            eligible: 10,
        };
        let rules = crate::rules(6).unwrap();
        let figure =
            |[a, b, c, d, e]: &[u32; 5]| Figure::thaw(&format!("full {a} {b} {c} {d} {e}"), &rules).unwrap();
        Published {
            nodes: (0..=groups.len() as u32).map(node).collect(),
            members: places.clone().map(member).collect(),
            pools: places.map(|place| vec![Place(place)]).collect(),
            questions: vec![CODE.into()],
            figures: vec![groups.iter().map(figure).collect()],
            correlations: Vec::new(),
            walled: std::collections::BTreeSet::new(),
        }
    }

    /// Group 1 rises by a whole point; the others hardly move.
    fn reading(groups: usize) -> Reading {
        let others = |round: u32| {
            (0..groups as u32 - 1).map(move |n| {
                let shift = (n * 7 + round) % 3;
                [1, 2 + n % 2, 3, 2 - n % 2 + shift, 2 - shift]
            })
        };
        let before: Vec<[u32; 5]> = std::iter::once([3, 3, 2, 2, 0]).chain(others(0)).collect();
        let after: Vec<[u32; 5]> = std::iter::once([0, 1, 2, 4, 3]).chain(others(1)).collect();
        Reading::new(published(&after), Some(published(&before)))
    }

    fn own() -> Group {
        Group { place: Place(1), shown: Shown::Whole, pools: vec![0] }
    }

    #[test]
    fn twelve_groups_without_a_step_are_stood_beside() {
        let reading = reading(15);
        let Some(StepEvidence::Beside { before, after, effect }) = reading.evidence(CODE, &own(), |_| true)
        else {
            panic!("there are fourteen")
        };
        // 23 and 39 marks of ten.
        assert!((before - 2.3).abs() < 1e-12 && (after - 3.9).abs() < 1e-12);
        assert_eq!(effect.verdict(), Verdict::Better);
    }

    #[test]
    fn with_fewer_the_group_stands_alone() {
        let reading = reading(15);
        for without_step in [|pool: usize| pool > 3, |_: usize| false] {
            let told = reading.evidence(CODE, &own(), without_step);
            assert!(
                matches!(told, Some(StepEvidence::Alone { since, .. }) if since.answers == 10),
                "{told:?}"
            );
        }
    }

    #[test]
    fn a_group_that_is_shown_with_others_or_has_no_past_says_nothing() {
        let together = Group { shown: Shown::Together, ..own() };
        assert_eq!(reading(15).evidence(CODE, &together, |_| true), None);
        assert_eq!(reading(15).evidence("practice.trust", &own(), |_| true), None);
        let alone = Reading::new(reading(15).published, None);
        assert_eq!(alone.evidence(CODE, &own(), |_| true), None);
    }
}
