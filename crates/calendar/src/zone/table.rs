//! A time zone as a sorted table of offsets, for lookups without search.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::moment::{civil, instant};

/// The years a table covers. Outside, an IANA zone asks jiff; a zone defined in the file keeps its first and last offset.
pub(crate) const FIRST_YEAR: i32 = 1900;
pub(crate) const LAST_YEAR: i32 = 2100;

const BEGIN: i64 = -2_208_988_800; // 1900-01-01T00:00:00Z
const END: i64 = 4_133_980_800; // 2101-01-01T00:00:00Z
const MARGIN: i64 = 2 * 86_400;
const BUCKET: u32 = 24; // 2^24 seconds, 194 days: at most a few changes of offset each

/// Offsets of a zone: segment `i` holds from `starts[i]` (UTC) until `starts[i + 1]`.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    starts: Vec<i64>,
    offsets: Vec<i32>,
    /// Wall time at which segment `i` ends on its own clock; never falling.
    wall_ends: Vec<i64>,
    /// For each bucket of wall time, the first segment that may hold a time in it.
    first: Vec<u16>,
    /// Answers outside the years of the table.
    beyond: Option<TimeZone>,
}

impl Table {
    /// The table of a zone that jiff knows.
    pub(crate) fn of(zone: &TimeZone) -> Table {
        let begin = instant(BEGIN);
        let first = zone.to_offset(begin).seconds();
        let changes = zone
            .following(begin)
            .map(|change| (change.timestamp().as_second(), change.offset().seconds()))
            .take_while(|(at, _)| *at < END)
            .collect();
        Table { beyond: Some(zone.clone()), ..Table::new(first, changes) }
    }

    /// A table from the offset before the first change, and the changes `(UTC seconds, new offset in seconds)`, sorted.
    pub(crate) fn new(first: i32, changes: Vec<(i64, i32)>) -> Table {
        let mut starts = vec![i64::MIN];
        let mut offsets = vec![first];
        for (at, offset) in changes {
            if offsets.last() == Some(&offset) || starts.len() >= usize::from(u16::MAX) {
                continue;
            }
            if starts.last() == Some(&at) {
                offsets.pop();
                starts.pop();
            }
            starts.push(at);
            offsets.push(offset);
        }
        let mut latest = i64::MIN;
        let wall_ends: Vec<i64> = (0..starts.len())
            .map(|i| {
                let end = starts.get(i + 1).map_or(i64::MAX, |next| next + i64::from(offsets[i]));
                latest = latest.max(end);
                latest
            })
            .collect();
        let buckets = ((END - BEGIN) >> BUCKET) + 2;
        let first = (0..buckets)
            .map(|bucket| {
                let wall = BEGIN + (bucket << BUCKET);
                wall_ends.partition_point(|end| *end <= wall) as u16
            })
            .collect();
        Table { starts, offsets, wall_ends, first, beyond: None }
    }

    /// Seconds since 1970-01-01 UTC of a wall time. A skipped time is read with the offset before the gap; of a time that
    /// comes twice, the first (RFC 5545, 3.3.5).
    pub(crate) fn to_utc(&self, wall: i64) -> i64 {
        if let Some(zone) = self.beyond_for(wall) {
            return zone.to_ambiguous_timestamp(civil(wall)).compatible().map_or(wall, Timestamp::as_second);
        }
        let i = self.segment(wall);
        let offset = i64::from(self.offsets[i]);
        if i > 0 && wall < self.starts[i] + offset {
            return wall - i64::from(self.offsets[i - 1]);
        }
        wall - offset
    }

    /// Wall time of seconds since 1970-01-01 UTC.
    pub(crate) fn to_wall(&self, utc: i64) -> i64 {
        if let Some(zone) = self.beyond_for(utc) {
            return utc + i64::from(zone.to_offset(instant(utc)).seconds());
        }
        let i = self.starts.partition_point(|start| *start <= utc).max(1) - 1;
        utc + i64::from(self.offsets[i])
    }

    fn beyond_for(&self, seconds: i64) -> Option<&TimeZone> {
        self.beyond.as_ref().filter(|_| !(BEGIN + MARGIN..END - MARGIN).contains(&seconds))
    }

    fn segment(&self, wall: i64) -> usize {
        let bucket = ((wall - BEGIN) >> BUCKET).clamp(0, self.first.len() as i64 - 1) as usize;
        let low = if wall < BEGIN { 0 } else { usize::from(self.first[bucket]) };
        let high = match self.first.get(bucket + 1) {
            Some(next) if wall >= BEGIN => usize::from(*next),
            Some(_) => usize::from(self.first[0]),
            None => self.wall_ends.len() - 1,
        };
        low + self.wall_ends[low..high].partition_point(|end| *end <= wall)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::moment::wall;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn agrees_with_jiff(
            name in prop::sample::select(vec!["Europe/Stockholm", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca",
                "Pacific/Apia", "Asia/Kathmandu", "Europe/Dublin", "America/Sao_Paulo", "UTC"]),
            seconds in -3_000_000_000i64..5_000_000_000,
        ) {
            let zone = jiff::tz::TimeZoneDatabase::bundled().get(name).unwrap();
            let table = Table::of(&zone);
            let local = civil(seconds);
            prop_assert_eq!(wall(local), seconds);
            let there = zone.to_ambiguous_timestamp(local).compatible().unwrap().as_second();
            prop_assert_eq!(table.to_utc(seconds), there);
            let back = seconds + i64::from(zone.to_offset(instant(seconds)).seconds());
            prop_assert_eq!(table.to_wall(seconds), back);
        }
    }

    #[test]
    fn a_gap_keeps_the_offset_before_and_a_fold_is_the_first() {
        // From one hour to two at 1000, back at 9000.
        let table = Table::new(3600, vec![(1000, 7200), (9000, 3600)]);
        assert_eq!(table.to_utc(4599), 999);
        assert_eq!(table.to_utc(4600), 1000, "the first skipped second");
        assert_eq!(table.to_utc(8199), 4599, "the last skipped second");
        assert_eq!(table.to_utc(8200), 1000, "the first second after the gap");
        assert_eq!(table.to_utc(12_600), 5400, "comes twice");
        assert_eq!(table.to_utc(16_199), 8999);
        assert_eq!(table.to_utc(16_200), 12_600);
    }
}
