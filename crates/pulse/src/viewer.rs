use crate::{Place, Published};

/// Who reads a round, by where they stand in its tree.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Viewer {
    /// Whether the whole is theirs to read: HR and the top manager.
    pub everything: bool,
    /// The leaves whose people they are one of.
    pub member_of: Vec<Place>,
    /// The nodes they lead.
    pub leads: Vec<Place>,
}

impl Viewer {
    /// Whether they may read what is shown at a place: the groups they are in themselves, of any size, and all that they lead.
    pub fn may_read(&self, published: &Published, place: Place) -> bool {
        if published.node(place).is_none() {
            return false;
        }
        let own = self.member_of.iter().chain(&self.leads);
        self.everything
            || own.copied().any(|own| published.is_below(own, place))
            || self.leads.iter().any(|led| published.is_below(place, *led))
    }

    /// Where they begin to read: what they lead, else their own group, else the whole.
    pub fn home(&self) -> Option<Place> {
        let own = self.leads.iter().chain(&self.member_of).copied().next();
        own.or(self.everything.then_some(Place(0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::published::tests::published;

    fn reads(viewer: &Viewer) -> Vec<u32> {
        let published = published(["full 1 2 3 4 1", "full 2 2 2 1 1", "near 4-5 9"]);
        (0..6).filter(|place| viewer.may_read(&published, Place(*place))).collect()
    }

    #[test]
    fn one_reads_ones_own_groups_and_what_one_leads() {
        let member = Viewer { member_of: vec![Place(2)], ..Viewer::default() };
        assert_eq!(reads(&member), [0, 2]);
        let leader = Viewer { leads: vec![Place(4)], member_of: vec![Place(1)], everything: false };
        assert_eq!(reads(&leader), [0, 1, 4]);
        let head = Viewer { leads: vec![Place(0)], ..Viewer::default() };
        assert_eq!(reads(&head), [0, 1, 2, 3, 4]);
        let hr = Viewer { everything: true, ..Viewer::default() };
        assert_eq!(reads(&hr), [0, 1, 2, 3, 4]);
        assert_eq!(reads(&Viewer::default()), [] as [u32; 0]);
        assert_eq!(
            (leader.home(), hr.home(), member.home()),
            (Some(Place(4)), Some(Place(0)), Some(Place(2)))
        );
    }
}
