//! The two ways in which the occurrences of a series are counted: by the wall clock, or by the instant.

use crate::zone::Table;

/// From wall times to the keys that tell the occurrences of one series apart: the wall time itself for days and floating
/// times, seconds since 1970-01-01 UTC for the rest.
#[derive(Debug, Clone, Copy)]
pub(super) enum Scale<'z> {
    Wall,
    Utc,
    Zone(&'z Table),
}

impl Scale<'_> {
    pub(super) fn key(self, wall: i64) -> i64 {
        match self {
            Scale::Wall | Scale::Utc => wall,
            Scale::Zone(table) => table.to_utc(wall),
        }
    }

    pub(super) fn wall(self, key: i64) -> i64 {
        match self {
            Scale::Wall | Scale::Utc => key,
            Scale::Zone(table) => table.to_wall(key),
        }
    }
}
