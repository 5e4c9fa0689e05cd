//! The record of what is kept speaks of every table there is, and of no other.

use std::collections::BTreeSet;

use ::records::RECORDS;
use store::TABLES;

#[test]
fn every_table_is_in_the_record_of_what_is_kept() {
    let said: BTreeSet<&str> = RECORDS.iter().flat_map(|record| record.tables).copied().collect();
    let there: BTreeSet<&str> = TABLES.iter().map(|table| table.name).collect();
    assert_eq!(said, there, "a new table belongs into crates/records/src/record.rs");
}
