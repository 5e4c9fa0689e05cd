//! Every table there is, in an order in which each comes after those it points to.
//!
//! A test compares this list with the schema of both databases, so that a new table cannot be forgotten by the backup.

/// Whether a table goes into backups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// It does, and comes back with them.
    Kept,
    /// It never leaves the database: what must not outlive its time, not even in a copy.
    NeverBackedUp,
}

/// A table, by its name in both databases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Whether it goes into backups.
    pub keeping: Keeping,
}

const fn kept(name: &'static str) -> Table {
    Table { name, keeping: Keeping::Kept }
}

const fn never_backed_up(name: &'static str) -> Table {
    Table { name, keeping: Keeping::NeverBackedUp }
}

/// Every table but `migration`, which says of itself how far the schema has come.
pub const TABLES: &[Table] = &[
    kept("organisation"),
    kept("unit"),
    kept("person"),
    kept("employment"),
    kept("leadership"),
    kept("given_role"),
    kept("password"),
    kept("session"),
    kept("pass"),
    // Counts of an hour, of use to nobody afterwards.
    never_backed_up("attempt"),
    kept("letter"),
    kept("job"),
    kept("persona"),
    kept("week_setting"),
    kept("subscription"),
    kept("week"),
    kept("week_part"),
    kept("lesson"),
    kept("guess"),
    kept("unplanned"),
    kept("suggestion"),
    kept("dropped"),
    kept("estimate"),
    kept("step"),
    kept("check_in"),
    kept("leadership_time"),
    kept("strict_mode"),
    kept("round"),
    kept("round_question"),
    kept("round_node"),
    kept("round_member"),
    kept("key_group"),
    kept("eligible"),
    kept("invitation"),
    kept("draw"),
    kept("slip"),
    // What opens the ballots on their way.
    never_backed_up("ballot_box"),
    // Fewer than K of a group could lie here: two backups would tell when somebody answered.
    never_backed_up("arrival"),
    kept("ballot"),
    kept("opening"),
    kept("manifest"),
    kept("closing"),
    kept("receipts"),
    kept("released_node"),
    kept("pool_leaf"),
    kept("released_figure"),
    kept("released_band"),
    kept("released_correlation"),
    kept("released_words"),
    kept("agreed_action"),
    kept("unit_version"),
    kept("unit_succession"),
    kept("employment_leave"),
    kept("staff_list_column"),
    kept("staff_list"),
    // Of a day's use, and its people are in the backup as people.
    never_backed_up("staff_list_file"),
    kept("staff_list_touch"),
    kept("unit_before"),
    kept("unit_version_before"),
    kept("person_before"),
    kept("employment_before"),
    kept("employment_leave_before"),
    kept("leadership_before"),
    kept("scim_token"),
    kept("scim_user"),
    kept("scim_group"),
    kept("scim_member"),
    kept("role_by_group"),
    kept("sign_in_lock"),
    kept("account"),
    kept("passkey"),
    kept("delegation"),
    kept("audit_waiting"),
    kept("audit_entry"),
    kept("audit_chain"),
    kept("authority"),
    kept("round_authority"),
    kept("released_to_centre"),
];
