use crate::Line;
use crate::code::coded;

coded! {
    /// Whose need a step answers.
    pub enum Whose {
        /// Those the manager leads.
        Team = "team",
        /// Those the municipality is there for, and their families.
        Served = "served",
        /// Another manager or another unit.
        Colleague = "colleague",
        /// The manager's own manager.
        OwnManager = "own-manager",
        /// The manager: not selfish, a leader who is worn out leads nobody.
        Myself = "myself",
    }
}

/// The need a step answers, in the words of those who have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// Whose it is.
    pub whose: Whose,
    /// In their words, if the manager has heard them.
    pub words: Option<Line>,
}
