//! From sizes to a tree with names.

use people::Language;

use crate::chance::Chance;
use crate::municipality::{Authority, AuthorityIndex, Unit, UnitIndex, UnitKind};
use crate::names::Places;
use crate::sector::{DEPARTMENTS, Department, Sector};
use crate::sizes::{LARGEST_AREA, Sizes, UNITS_WITHOUT_AREA};

/// The tree, and beside each node its staff, the leader not counted.
pub(crate) struct Tree {
    pub(crate) authorities: Vec<Authority>,
    pub(crate) units: Vec<Unit>,
    pub(crate) staff: Vec<usize>,
}

struct Grower<'a> {
    language: Language,
    places: Places,
    chance: &'a mut Chance,
    tree: Tree,
}

/// Hangs every unit into the tree, with an authority for each department.
pub(crate) fn grow(name: &str, language: Language, sizes: &Sizes, chance: &mut Chance) -> Tree {
    let places = Places::new(language, chance);
    let tree = Tree { authorities: Vec::new(), units: Vec::new(), staff: Vec::new() };
    let mut grower = Grower { language, places, chance, tree };
    grower.add(None, name.to_owned(), UnitKind::Municipality, AuthorityIndex(0), None);
    for department in &DEPARTMENTS {
        grower.department(department, sizes);
    }
    grower.tree
}

impl Grower<'_> {
    fn add(
        &mut self,
        parent: Option<UnitIndex>,
        name: String,
        kind: UnitKind,
        authority: AuthorityIndex,
        sector: Option<Sector>,
    ) -> UnitIndex {
        self.tree.units.push(Unit { parent, name, kind, authority, sector, sites: Vec::new() });
        self.tree.staff.push(0);
        UnitIndex(self.tree.units.len() as u32 - 1)
    }

    fn department(&mut self, department: &Department, sizes: &Sizes) {
        if !sizes.iter().any(|(sector, _)| department.sectors.contains(sector)) {
            return;
        }
        let authority = AuthorityIndex(self.tree.authorities.len() as u32);
        self.tree
            .authorities
            .push(Authority { name: department.authority.in_language(self.language).to_owned() });
        let name = department.name.in_language(self.language).to_owned();
        let head = self.add(Some(UnitIndex::ROOT), name, UnitKind::Department, authority, None);
        for sector in department.sectors {
            for (_, sizes) in sizes.iter().filter(|(of, _)| of == sector) {
                self.sector(head, authority, *sector, sizes);
            }
        }
    }

    fn sector(&mut self, parent: UnitIndex, authority: AuthorityIndex, sector: Sector, sizes: &[usize]) {
        if sizes.len() <= UNITS_WITHOUT_AREA {
            for (place, &size) in sizes.iter().enumerate() {
                self.unit(parent, authority, sector, size, place + 1);
            }
            return;
        }
        let lower = sizes.len().div_ceil(LARGEST_AREA);
        let mut uppers = vec![parent];
        if lower > LARGEST_AREA {
            let count = lower.div_ceil(LARGEST_AREA);
            uppers = (1..=count).map(|number| self.area(parent, authority, sector, number, count)).collect();
        }
        let groups = evenly(sizes.len(), lower);
        let mut first = 0;
        for (number, size) in groups.into_iter().enumerate() {
            let upper = uppers[number * uppers.len() / lower];
            let area = self.area(upper, authority, sector, number + 1, lower);
            for (place, &staff) in sizes[first..first + size].iter().enumerate() {
                self.unit(area, authority, sector, staff, first + place + 1);
            }
            first += size;
        }
    }

    fn area(
        &mut self,
        parent: UnitIndex,
        authority: AuthorityIndex,
        sector: Sector,
        number: usize,
        of: usize,
    ) -> UnitIndex {
        let name = sector.name().in_language(self.language);
        let name = if of == 1 {
            name.to_owned()
        } else {
            format!("{name} {}", direction(self.language, number, of))
        };
        let name = if self.tree.units.iter().any(|unit| unit.name == name) {
            format!("{name} {}", self.places.next())
        } else {
            name
        };
        self.add(Some(parent), name, UnitKind::Area, authority, Some(sector))
    }

    fn unit(
        &mut self,
        parent: UnitIndex,
        authority: AuthorityIndex,
        sector: Sector,
        staff: usize,
        number: usize,
    ) {
        let place = self.places.next();
        let pattern = sector.unit_name().in_language(self.language);
        let name = match (pattern.contains("{place}"), number) {
            (true, _) => pattern.replace("{place}", &place),
            (false, 1) => pattern.to_owned(),
            (false, _) => format!("{pattern} {number}"),
        };
        let unit = self.add(Some(parent), name, UnitKind::Unit, authority, Some(sector));
        let (fewest, most) = sector.sites();
        let mut sites = self.chance.between(fewest as i64, most as i64);
        if sector == Sector::HomeCare && number == 1 {
            sites = 2;
        }
        self.tree.staff[unit.0 as usize] = staff;
        self.tree.units[unit.0 as usize].sites =
            std::iter::once(place).chain((1..sites).map(|_| self.places.next())).collect();
    }
}

/// `whole` in so many parts that differ by at most one.
fn evenly(whole: usize, parts: usize) -> Vec<usize> {
    (0..parts).map(|part| whole * (part + 1) / parts - whole * part / parts).collect()
}

/// North, south, east and west while they last, else a number.
fn direction(language: Language, number: usize, of: usize) -> String {
    let names = match language {
        Language::Sv => ["Norr", "Söder", "Öster", "Väster"],
        Language::Da => ["Nord", "Syd", "Øst", "Vest"],
        Language::En => ["North", "South", "East", "West"],
    };
    if of <= names.len() { names[number - 1].to_owned() } else { number.to_string() }
}
