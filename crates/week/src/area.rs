/// The eight areas of the catalogue: what a leadership contribution strengthens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Area {
    /// 1: everybody knows what matters most, and why.
    Direction,
    /// 2: see the person.
    SeeThePerson,
    /// 3: challenge and follow up.
    Challenge,
    /// 4: trust and room.
    Trust,
    /// 5: build the team.
    Team,
    /// 6: outside in, from those we are here for.
    OutsideIn,
    /// 7: learn and improve.
    Learn,
    /// 8: lead myself.
    Myself,
}

impl Area {
    /// All eight, in the order of the catalogue.
    pub const ALL: [Area; 8] = [
        Area::Direction,
        Area::SeeThePerson,
        Area::Challenge,
        Area::Trust,
        Area::Team,
        Area::OutsideIn,
        Area::Learn,
        Area::Myself,
    ];

    /// The number in the catalogue, 1 to 8.
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }

    /// Reads a catalogue number; anything but 1 to 8 is `None`.
    pub fn from_number(number: u8) -> Option<Area> {
        Area::ALL.into_iter().find(|area| area.number() == number)
    }

    /// The code it is stored and sent by: its number.
    pub const fn code(self) -> &'static str {
        ["1", "2", "3", "4", "5", "6", "7", "8"][self.index()]
    }

    /// Reads a stored code; anything else is `None`.
    pub fn from_code(code: &str) -> Option<Area> {
        Area::ALL.into_iter().find(|area| area.code() == code)
    }

    pub(crate) const fn index(self) -> usize {
        self as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_are_numbered_one_to_eight_and_found_by_number_and_code() {
        assert_eq!(Area::ALL.map(Area::number), [1, 2, 3, 4, 5, 6, 7, 8]);
        for area in Area::ALL {
            assert_eq!(Area::from_number(area.number()), Some(area));
            assert_eq!(area.code(), area.number().to_string());
            assert_eq!(Area::from_code(area.code()), Some(area));
        }
        assert!([0, 9, 255].into_iter().all(|number| Area::from_number(number).is_none()));
        assert!(["", "0", "9", "01", "G1"].into_iter().all(|code| Area::from_code(code).is_none()));
    }
}
