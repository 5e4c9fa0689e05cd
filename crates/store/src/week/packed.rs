//! Lists of numbers in one text: a page of twelve weeks then reads twelve rows, not a thousand.

use ::week::{Area, Facts, Kind, Minutes, Place, Tally};

/// Seven days of minutes by kind, in the order of [`Kind::ALL`].
pub(super) type Days = [[u32; 6]; 7];

/// The most digits of a number that is read: none is too large for 32 bits then. A week has 10 080 minutes.
const DIGITS: usize = 9;

fn join(numbers: impl IntoIterator<Item = u32>) -> String {
    let mut text = String::with_capacity(128);
    for number in numbers {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&number.to_string());
    }
    text
}

/// Byte by byte, in one pass: a page reads hundreds of numbers.
pub(super) fn read_list<const N: usize>(text: &str) -> Option<[u32; N]> {
    let mut list = [0; N];
    let mut places = list.iter_mut();
    let mut put = |number: u32, digits: usize| {
        let place = places.next()?;
        (1..=DIGITS).contains(&digits).then(|| *place = number)
    };
    let (mut number, mut digits) = (0_u32, 0);
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' => {
                number = number.wrapping_mul(10).wrapping_add(u32::from(byte - b'0'));
                digits += 1;
            }
            b' ' => {
                put(number, digits)?;
                (number, digits) = (0, 0);
            }
            _ => return None,
        }
    }
    put(number, digits)?;
    places.next().is_none().then_some(list)
}

pub(super) fn read_days(text: &str) -> Option<Days> {
    let list: [u32; 42] = read_list(text)?;
    let mut days = Days::default();
    for (day, kinds) in days.iter_mut().zip(list.as_chunks().0) {
        *day = *kinds;
    }
    Some(days)
}

/// The sum of seven days by kind, in the order of [`Kind::ALL`].
pub(super) fn read_kinds(text: &str) -> Option<[u32; 6]> {
    let days = read_days(text)?;
    Some(std::array::from_fn(|kind| days.iter().map(|day| day[kind]).sum()))
}

/// Days as stored and areas as stored. Areas are kept for the week as a whole, so the days that come back carry all
/// of an area's minutes on days of leading in order: sums over the week are right, and only those are ever shown.
pub(super) fn minutes(days: &Days, areas: &[u32; 8]) -> [Minutes; 7] {
    let mut left = *areas;
    let mut out = [Minutes::default(); 7];
    for (minutes, kinds) in out.iter_mut().zip(days) {
        let mut leading = kinds[0];
        for (area, left) in Area::ALL.into_iter().zip(&mut left) {
            let taken = leading.min(*left);
            minutes.add(Place::Lead(area), taken);
            *left -= taken;
            leading -= taken;
        }
        let rest =
            [Place::Coordination, Place::Administration, Place::Firefighting, Place::Recovery, Place::Other];
        for (place, amount) in rest.into_iter().zip(&kinds[1..]) {
            minutes.add(place, *amount);
        }
    }
    out
}

/// Days and areas as they are stored.
pub(super) fn write_days(days: &[Minutes; 7]) -> (String, String) {
    let kinds = days.iter().flat_map(|day| Kind::ALL.map(|kind| day.of(kind)));
    let areas = Area::ALL.map(|area| days.iter().map(|day| day.in_area(area)).sum());
    (join(kinds), join(areas))
}

/// In the order: double-booked, inside, outside, working; undisturbed times and minutes a day; switches a day; away;
/// one-to-ones, own manager, five sizes (times and minutes); recurring, one-off.
pub(super) fn write_facts(facts: &Facts) -> String {
    let tally = |tally: &Tally| [tally.times, tally.minutes];
    let mut list = vec![facts.double_booked, facts.inside_hours, facts.outside_hours, facts.working];
    list.extend(facts.undisturbed.iter().flat_map(tally));
    list.extend(facts.switches);
    list.extend(facts.away.map(u32::from));
    list.extend(tally(&facts.one_to_ones));
    list.extend(tally(&facts.with_own_manager));
    list.extend(facts.sizes.iter().flat_map(tally));
    list.extend([facts.recurring, facts.one_off]);
    join(list)
}

pub(super) fn read_facts(text: &str) -> Option<Facts> {
    let list: [u32; 48] = read_list(text)?;
    let mut given = list.into_iter();
    let mut one = || given.next();
    let mut facts = Facts {
        double_booked: one()?,
        inside_hours: one()?,
        outside_hours: one()?,
        working: one()?,
        ..Facts::default()
    };
    for tally in &mut facts.undisturbed {
        *tally = Tally { times: one()?, minutes: one()? };
    }
    for switches in &mut facts.switches {
        *switches = one()?;
    }
    for away in &mut facts.away {
        *away = one()? == 1;
    }
    facts.one_to_ones = Tally { times: one()?, minutes: one()? };
    facts.with_own_manager = Tally { times: one()?, minutes: one()? };
    for tally in &mut facts.sizes {
        *tally = Tally { times: one()?, minutes: one()? };
    }
    facts.recurring = one()?;
    facts.one_off = one()?;
    Some(facts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_reads_back_as_it_was_written() {
        let mut days = [Minutes::default(); 7];
        days[0].add(Place::Lead(Area::Team), 60);
        days[1].add(Place::Lead(Area::Direction), 30);
        days[1].add(Place::Other, 15);
        let (text, areas) = write_days(&days);
        let back = minutes(&read_days(&text).unwrap(), &read_list(&areas).unwrap());
        for (day, again) in days.iter().zip(&back) {
            assert_eq!(Kind::ALL.map(|kind| day.of(kind)), Kind::ALL.map(|kind| again.of(kind)));
        }
        let sum = |days: &[Minutes; 7], area| days.iter().map(|day| day.in_area(area)).sum::<u32>();
        for area in Area::ALL {
            assert_eq!(sum(&days, area), sum(&back, area));
        }
    }

    #[test]
    fn facts_read_back_as_they_were_written() {
        let tally = |n| Tally { times: n, minutes: n * 10 };
        let facts = Facts {
            double_booked: 1,
            inside_hours: 2,
            outside_hours: 3,
            working: 4,
            undisturbed: [1, 2, 3, 4, 5, 6, 7].map(tally),
            switches: [1, 2, 3, 4, 5, 6, 7],
            away: [false, true, false, false, true, false, true],
            one_to_ones: tally(8),
            with_own_manager: tally(9),
            sizes: [1, 2, 3, 4, 5].map(tally),
            recurring: 10,
            one_off: 11,
        };
        assert_eq!(read_facts(&write_facts(&facts)), Some(facts));
        assert_eq!(read_facts("1 2 3"), None);
    }

    #[test]
    fn a_list_is_numbers_between_blanks_and_nothing_else() {
        assert_eq!(read_list("1 20 999999999"), Some([1, 20, 999_999_999]));
        assert_eq!(read_list::<1>("007"), Some([7]));
        for wrong in
            ["", "1 2", "1 2 3 4", " 1 2 3", "1 2 3 ", "1  2 3", "1 -2 3", "1 2 x", "1 2 1000000000", "1 2 å"]
        {
            assert_eq!(read_list::<3>(wrong), None, "{wrong:?}");
        }
    }
}
