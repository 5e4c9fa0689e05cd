//! What must differ between the two databases, and nothing else.

use rusqlite::functions::FunctionFlags;

/// A statement as SQLite reads it. It numbers `$1` by first appearance, as a *name*; `?1` is what PostgreSQL means by `$1`. And what
/// PostgreSQL calls BYTEA is a BLOB. Worked out when the program is compiled: `N` is the length of the text, which stays the same.
pub(crate) const fn on_sqlite<const N: usize>(sql: &str) -> [u8; N] {
    let (from, mut to) = (sql.as_bytes(), [0; N]);
    let (mut quote, mut at) = (0, 0);
    while at < N {
        let byte = from[at];
        to[at] = if byte == b'$' && quote == 0 { b'?' } else { byte };
        if quote == 0 && (byte == b'\'' || byte == b'"') {
            quote = byte;
        } else if quote == byte {
            quote = 0;
        }
        if quote == 0 && ends_with(from, at, b"BYTEA") {
            let mut back = 0;
            while back < 5 {
                to[at - back] = b" BOLB"[back];
                back += 1;
            }
        }
        at += 1;
    }
    to
}

/// Whether `word` ends at `at`.
const fn ends_with(text: &[u8], at: usize, word: &[u8]) -> bool {
    let mut back = 0;
    while back < word.len() {
        if at < back || text[at - back] != word[word.len() - 1 - back] {
            return false;
        }
        back += 1;
    }
    true
}

/// Migrations are written in PostgreSQL's words. On SQLite every table is STRICT, so that it refuses what PostgreSQL
/// would, and WITHOUT ROWID, so that rows lie in the order of their key and not in the order they came.
pub(crate) fn sqlite_schema(sql: &str) -> String {
    sql.replace("BIGINT", "INTEGER")
        .replace("BYTEA", "BLOB")
        .replace("DOUBLE PRECISION", "REAL")
        .replace("BOOLEAN", "INTEGER")
        .replace("octet_length(", "length(")
        .replace("\n);", "\n) STRICT, WITHOUT ROWID;")
}

/// Makes a fresh SQLite connection behave: durable, strict, and with a `lower` that knows Å.
pub(crate) fn prepare_sqlite(connection: &rusqlite::Connection) -> rusqlite::Result<()> {
    use rusqlite::config::DbConfig;
    connection.execute_batch(
        "PRAGMA journal_mode = wal; PRAGMA synchronous = full; PRAGMA busy_timeout = 10000;
         PRAGMA foreign_keys = on; PRAGMA case_sensitive_like = on; PRAGMA secure_delete = on;
         PRAGMA journal_size_limit = 67108864; PRAGMA temp_store = memory;",
    )?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    // Without this a cached statement is planned anew whenever its arguments change, which takes longer than running it.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(512);
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    connection.create_scalar_function("lower", 1, flags, |context| {
        Ok(context.get::<Option<String>>(0)?.map(|text| text.to_lowercase()))
    })
}

/// What overwrites the traces of deleted rows on SQLite: rows themselves are overwritten as they go (`secure_delete`), the log beside the
/// database when it is emptied. Gives 0 as its first column when it could be.
pub(crate) const SWEEP_SQLITE: &str = "PRAGMA wal_checkpoint(TRUNCATE)";

/// The same on PostgreSQL, which leaves deleted rows where they were, in the order they came: these tables are written anew, and the
/// old files removed. What its log holds goes when PostgreSQL writes over it.
pub(crate) const SWEEP_POSTGRESQL: [&str; 8] = [
    "VACUUM (FULL) draw",
    "VACUUM (FULL) invitation",
    "VACUUM (FULL) eligible",
    "VACUUM (FULL) slip",
    "VACUUM (FULL) key_group",
    "VACUUM (FULL) arrival",
    "VACUUM (FULL) ballot_box",
    "VACUUM (FULL) ballot",
];

/// PostgreSQL's number of a transaction after all that have been committed.
pub(crate) const NOW_POSTGRESQL: &str = "SELECT CAST(CAST(pg_current_xact_id() AS xid) AS text)";

/// Whether anybody else in this database is looking at how it was before that transaction ($1).
pub(crate) const LOOKING_SINCE_POSTGRESQL: &str = "SELECT EXISTS (SELECT 1 FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
        AND backend_xmin IS NOT NULL AND age(backend_xmin) > age(CAST(CAST($1 AS text) AS xid)))";

/// PostgreSQL keeps samples of what stands in a table among its statistics, and there they stay when the rows are gone. Of what is to be
/// forgotten it keeps none.
pub(crate) const NO_SAMPLES_POSTGRESQL: &str = "
    ALTER TABLE ballot ALTER nonce SET STATISTICS 0, ALTER answers SET STATISTICS 0, ALTER words SET STATISTICS 0;
    ALTER TABLE arrival ALTER name SET STATISTICS 0, ALTER sealed SET STATISTICS 0;
    ALTER TABLE ballot_box ALTER sealed_key SET STATISTICS 0;
    ALTER TABLE draw ALTER person SET STATISTICS 0, ALTER blinded_hash SET STATISTICS 0,
        ALTER blind_signature SET STATISTICS 0;
    ALTER TABLE invitation ALTER secret_hash SET STATISTICS 0, ALTER person SET STATISTICS 0;
    ALTER TABLE slip ALTER code_hash SET STATISTICS 0;
    ALTER TABLE key_group ALTER private_key SET STATISTICS 0;";

/// The log is only added to. What waits goes once it stands in the chain; the chain moves on; and of its lines those go alone that the chain
/// says it begins after. Whoever owns the database can take these triggers away: then the hashes tell.
pub(crate) const APPEND_ONLY_SQLITE: &str = "
    CREATE TRIGGER audit_entry_stays BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
    CREATE TRIGGER audit_waiting_stays BEFORE UPDATE ON audit_waiting BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
    CREATE TRIGGER audit_entry_kept BEFORE DELETE ON audit_entry
        WHEN NOT EXISTS (SELECT 1 FROM audit_chain c WHERE c.organisation = OLD.organisation AND c.first_number > OLD.number)
        BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
    CREATE TRIGGER audit_waiting_kept BEFORE DELETE ON audit_waiting
        WHEN NOT EXISTS (SELECT 1 FROM audit_entry e WHERE e.organisation = OLD.organisation AND e.id = OLD.id)
        BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
    CREATE TRIGGER audit_chain_goes_on BEFORE UPDATE ON audit_chain
        WHEN NEW.first_number < OLD.first_number OR NEW.last_number < OLD.last_number
        BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
    CREATE TRIGGER audit_chain_kept BEFORE DELETE ON audit_chain BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;";

/// The same in PostgreSQL's words.
pub(crate) const APPEND_ONLY_POSTGRESQL: &str = "
    CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'the log is only added to'; END $$;
    CREATE OR REPLACE FUNCTION audit_entry_kept() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF NOT EXISTS (SELECT 1 FROM audit_chain c WHERE c.organisation = OLD.organisation AND c.first_number > OLD.number)
            THEN RAISE EXCEPTION 'the log is only added to'; END IF;
            RETURN OLD;
        END $$;
    CREATE OR REPLACE FUNCTION audit_waiting_kept() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF NOT EXISTS (SELECT 1 FROM audit_entry e WHERE e.organisation = OLD.organisation AND e.id = OLD.id)
            THEN RAISE EXCEPTION 'the log is only added to'; END IF;
            RETURN OLD;
        END $$;
    CREATE TRIGGER audit_entry_stays BEFORE UPDATE ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_refuse();
    CREATE TRIGGER audit_waiting_stays BEFORE UPDATE ON audit_waiting FOR EACH ROW EXECUTE FUNCTION audit_refuse();
    CREATE TRIGGER audit_entry_kept BEFORE DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_entry_kept();
    CREATE TRIGGER audit_waiting_kept BEFORE DELETE ON audit_waiting FOR EACH ROW EXECUTE FUNCTION audit_waiting_kept();
    CREATE TRIGGER audit_chain_goes_on BEFORE UPDATE ON audit_chain FOR EACH ROW
        WHEN (NEW.first_number < OLD.first_number OR NEW.last_number < OLD.last_number) EXECUTE FUNCTION audit_refuse();
    CREATE TRIGGER audit_chain_kept BEFORE DELETE ON audit_chain FOR EACH ROW EXECUTE FUNCTION audit_refuse();
    CREATE TRIGGER audit_not_emptied BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
    CREATE TRIGGER audit_waiting_not_emptied BEFORE TRUNCATE ON audit_waiting FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
    CREATE TRIGGER audit_chain_not_emptied BEFORE TRUNCATE ON audit_chain FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_keep_their_numbers_and_quoted_text_is_left_alone() {
        assert_eq!(&on_sqlite("SELECT $2 || $1 || '$3', $4"), b"SELECT ?2 || ?1 || '$3', ?4");
        assert_eq!(&on_sqlite("SELECT 1"), b"SELECT 1");
    }

    #[test]
    fn bytes_are_called_bytes() {
        assert_eq!(&on_sqlite("CAST($1 AS BYTEA), 'BYTEA'"), b"CAST(?1 AS BLOB ), 'BYTEA'");
        assert_eq!(&on_sqlite("BYTEA"), b"BLOB ");
    }

    #[test]
    fn lower_knows_nordic_letters() {
        let connection = rusqlite::Connection::open_in_memory().unwrap();
        prepare_sqlite(&connection).unwrap();
        let lower: String = connection.query_row("SELECT lower('ÅÄÖÆØ')", [], |row| row.get(0)).unwrap();
        assert_eq!(lower, "åäöæø");
    }
}
