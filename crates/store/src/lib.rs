//! Every SQL statement of the product, one file per noun, over one seam to SQLite and PostgreSQL.
//!
//! An action is a synchronous closure over a [`Tx`]; async code awaits [`Store::read`] or [`Store::write`] and nothing
//! else. SQL is text with `$1` parameters and runs unchanged on both databases; what must differ is in `dialect.rs`.

pub mod access;
pub mod account;
pub mod agreed;
mod arg;
pub mod audit;
pub mod authorities;
pub mod ballots;
pub mod chart;
pub mod condition;
pub mod copy;
pub mod delegations;
mod dialect;
pub mod drops;
mod fault;
mod handle;
pub mod leadership_time;
pub mod letters;
mod migrate;
pub mod organisations;
pub mod passkey;
pub mod people;
mod postgresql;
pub mod queue;
pub mod records;
pub mod results;
pub mod rounds;
mod row;
pub mod scim;
mod secured;
mod server;
mod sql;
mod sqlite;
pub mod staff_lists;
mod statistics;
pub mod steps;
mod tables;
#[cfg(feature = "testing")]
pub mod testing;
mod tx;
pub mod week;

pub use arg::Arg;
pub use fault::Fault;
pub use handle::{Place, Store};
pub use migrate::Schema;
pub use row::{Column, Row};
pub use server::{AddressRefused, Wire};
pub use sql::Sql;
pub use tables::{Keeping, TABLES, Table};
pub use tx::Tx;

/// Every statement there is: what the test prepares on both databases.
pub fn statements() -> impl Iterator<Item = Sql> {
    [
        access::STATEMENTS,
        account::STATEMENTS,
        agreed::STATEMENTS,
        audit::STATEMENTS,
        authorities::STATEMENTS,
        ballots::STATEMENTS,
        condition::STATEMENTS,
        chart::STATEMENTS,
        delegations::STATEMENTS,
        drops::STATEMENTS,
        leadership_time::STATEMENTS,
        letters::STATEMENTS,
        migrate::STATEMENTS,
        organisations::STATEMENTS,
        passkey::STATEMENTS,
        people::STATEMENTS,
        queue::STATEMENTS,
        staff_lists::STATEMENTS,
        steps::STATEMENTS,
        records::STATEMENTS,
        results::STATEMENTS,
        rounds::STATEMENTS,
        scim::STATEMENTS,
        week::STATEMENTS,
    ]
    .into_iter()
    .flatten()
    .copied()
}
