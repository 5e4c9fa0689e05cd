//! How many units of what size each sector has, so that the whole comes out at the number asked for.

use crate::chance::Chance;
use crate::sector::{DEPARTMENTS, Sector};

/// The staff of the home care unit whose manager is a persona, where the municipality is large enough.
pub(crate) const PERSONA_STAFF: usize = 45;
/// From this many units of one sector on, there is an area above them.
pub(crate) const UNITS_WITHOUT_AREA: usize = 3;
/// The most units, or areas, under one area; only a department may have more areas right under it.
pub(crate) const LARGEST_AREA: usize = 8;

/// A sector and the staff of each of its units, the managers not counted.
pub(crate) type Sizes = Vec<(Sector, Vec<usize>)>;

/// Deals `employees` out over units. Each node of the tree has one leader of its own, who is counted.
pub(crate) fn deal(employees: usize, chance: &mut Chance) -> Sizes {
    let mut staff = employees - employees / 20;
    let mut plan = unit_counts(staff);
    // The number of leaders hangs on the number of units and the other way round; twice is enough to settle.
    for _ in 0..2 {
        staff = employees.saturating_sub(nodes(&plan));
        plan = unit_counts(staff);
    }
    staff = employees.saturating_sub(nodes(&plan));
    let mut sizes = vary(plan, chance);
    settle(&mut sizes, staff);
    sizes
}

/// Number of nodes in the tree, each with one leader.
fn nodes(plan: &[(Sector, usize, usize)]) -> usize {
    let departments = DEPARTMENTS
        .iter()
        .filter(|department| plan.iter().any(|(sector, ..)| department.sectors.contains(sector)))
        .count();
    1 + departments + plan.iter().map(|&(_, units, _)| units + areas(units)).sum::<usize>()
}

/// Number of areas above so many units: one height, or two when the lower one is too wide.
fn areas(units: usize) -> usize {
    if units <= UNITS_WITHOUT_AREA {
        return 0;
    }
    let lower = units.div_ceil(LARGEST_AREA);
    if lower > LARGEST_AREA { lower + lower.div_ceil(LARGEST_AREA) } else { lower }
}

/// Sector, number of units, staff. What does not fit whole units goes on to the next sector.
fn unit_counts(staff: usize) -> Vec<(Sector, usize, usize)> {
    let mut plan = Vec::with_capacity(Sector::ALL.len());
    let mut left = staff;
    let mut carried: isize = 0;
    for (place, &sector) in Sector::ALL.iter().enumerate() {
        let last = place + 1 == Sector::ALL.len();
        let fair = staff * sector.share() / 1000;
        let wanted = if last {
            left
        } else {
            least(sector, staff).max((fair as isize + carried).max(0) as usize).min(left)
        };
        let Some(units) = units_for(sector, wanted) else {
            carried += fair as isize;
            continue;
        };
        let given = if last { wanted } else { fit(sector, units, wanted).min(left) };
        carried = (fair as isize + carried) - given as isize;
        left -= given;
        plan.push((sector, units, given));
    }
    if left > 0
        && let Some(first) = plan.first_mut()
    {
        first.2 += left;
    }
    plan
}

/// What the sectors of the personas get at least.
fn least(sector: Sector, staff: usize) -> usize {
    match sector {
        Sector::HomeCare => PERSONA_STAFF.min(staff * 2 / 5),
        Sector::School => 25.min(staff / 5),
        Sector::Technical => 12.min(staff / 7),
        Sector::Hr => 9.min(staff / 9),
        _ => 0,
    }
}

/// How many units for so much staff; `None` when it is too little for one.
fn units_for(sector: Sector, staff: usize) -> Option<usize> {
    let (low, high) = (*sector.span().start(), *sector.span().end());
    if staff < low {
        return sector.is_core().then_some(1);
    }
    let middle = (low + high) / 2;
    Some(((staff + middle / 2) / middle).clamp(1, (staff / low).max(1)))
}

/// The staff nearest to `wanted` that so many units can hold.
fn fit(sector: Sector, units: usize, wanted: usize) -> usize {
    wanted.min(sector.span().end() * units)
}

/// Sizes around the mean of each sector, within its span.
fn vary(plan: Vec<(Sector, usize, usize)>, chance: &mut Chance) -> Sizes {
    plan.into_iter()
        .map(|(sector, units, staff)| {
            let mean = staff / units;
            let room = mean.abs_diff(*sector.span().start()).min(mean.abs_diff(*sector.span().end())) as i64;
            let mut sizes: Vec<usize> =
                (0..units).map(|_| (mean as i64 + chance.between(-room, room)).max(0) as usize).collect();
            if sector == Sector::HomeCare && mean >= *sector.span().start() {
                sizes[0] = PERSONA_STAFF;
            }
            (sector, sizes)
        })
        .collect()
}

/// Adds or takes one here and one there until the sum is `staff`: within the spans as long as that goes.
fn settle(sizes: &mut Sizes, staff: usize) {
    for keep_spans in [true, false] {
        loop {
            let sum: usize = sizes.iter().flat_map(|(_, sizes)| sizes).sum();
            if sum == staff {
                return;
            }
            if !one_round(sizes, sum, staff, keep_spans) {
                break;
            }
        }
    }
}

/// One each in as many units as needed; the persona's unit is left alone. `false` when nothing could be moved.
fn one_round(sizes: &mut Sizes, mut sum: usize, staff: usize, keep_spans: bool) -> bool {
    let before = sum;
    for (sector, sizes) in sizes.iter_mut() {
        let (low, high) =
            if keep_spans { (*sector.span().start(), *sector.span().end()) } else { (0, usize::MAX) };
        for (place, size) in sizes.iter_mut().enumerate() {
            if sum == staff || (keep_spans && *sector == Sector::HomeCare && place == 0) {
                continue;
            }
            if sum < staff && *size < high {
                *size += 1;
                sum += 1;
            } else if sum > staff && *size > low {
                *size -= 1;
                sum -= 1;
            }
        }
    }
    sum != before
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_hold_at_most_eight() {
        assert_eq!([3, 4, 8, 9, 64, 65].map(areas), [0, 1, 1, 2, 8, 9 + 2]);
    }
}
