use crate::code::coded;
use crate::{DropId, Line};

coded! {
    /// Whether something was dropped for a step.
    pub enum RoomKind {
        /// A drop makes room.
        Drop = "drop",
        /// Nothing does yet.
        NothingYet = "nothing-yet",
    }
}

/// What makes room for a step: asked before what to add, because people overlook what could be taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Room {
    /// This drop.
    Drop(DropId),
    /// Nothing yet, and why.
    NothingYet(Line),
}

impl Room {
    /// Which of the two.
    pub fn kind(&self) -> RoomKind {
        match self {
            Room::Drop(_) => RoomKind::Drop,
            Room::NothingYet(_) => RoomKind::NothingYet,
        }
    }
}
