//! What SQLite is told of how full tables are, so that a person's rows are found by the person and not among everybody's.
//!
//! Every key and every index begins with the organisation, and on SQLite there is one organisation: it tells rows apart not at all. SQLite does
//! not know that, and takes the primary key by its first column for as good as any index. `ANALYZE` would count, but what it counts depends on the
//! day: a plan that is good over ten people would stay over ten thousand. So it is told the same everywhere, of a large municipality, in its own table
//! for such figures (<https://www.sqlite.org/fileformat2.html#the_sqlite_stat1_table>).

use rusqlite::{Connection, params};

use crate::Fault;

/// So many rows every table is said to have.
const ROWS: u32 = 1_000_000;
/// So many of them a column beside the organisation leaves.
const FEW: u32 = 10;

const INDEXES: &str = "SELECT t.name, i.name, i.\"unique\", i.origin,
        (SELECT GROUP_CONCAT(c.name, ' ') FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno) c)
    FROM sqlite_schema t, pragma_index_list(t.name) i
    WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND i.partial = 0";

/// An index as the schema has it.
struct Index {
    table: String,
    name: String,
    unique: bool,
    /// The order in which the rows themselves lie.
    primary: bool,
    columns: Vec<String>,
}

impl Index {
    /// Rows in all, and how many are left for each column more that is known.
    fn figures(&self) -> String {
        let mut left = ROWS;
        let mut figures = vec![ROWS];
        for (place, column) in self.columns.iter().enumerate() {
            left = match column.as_str() {
                _ if self.unique && place + 1 == self.columns.len() => 1,
                // Fewer by the rows themselves: by an index each is looked up once more, which SQLite counts too little.
                "organisation" if self.primary => ROWS / 2,
                "organisation" => ROWS,
                _ => (left / 100).clamp(2, FEW),
            };
            figures.push(left);
        }
        let figures = figures.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        // An index is not gone through once for each organisation to find something by its second column.
        format!("{figures} noskipscan")
    }
}

/// Tells SQLite, once the schema is new. Connections that open afterwards know.
///
/// # Errors
/// What SQLite says.
pub(crate) fn tell(connection: &Connection) -> Result<(), Fault> {
    // Makes the table, and counts nothing.
    connection.execute_batch("ANALYZE sqlite_schema; DELETE FROM sqlite_stat1;")?;
    let indexes = connection
        .prepare(INDEXES)?
        .query_map([], |row| {
            Ok(Index {
                table: row.get(0)?,
                name: row.get(1)?,
                unique: row.get(2)?,
                primary: row.get::<_, String>(3)? == "pk",
                columns: row.get::<_, String>(4)?.split(' ').map(str::to_owned).collect(),
            })
        })?
        .collect::<Result<Vec<_>, _>>()?;
    let mut insert = connection.prepare("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?1, ?2, ?3)")?;
    for index in indexes {
        // The rows themselves are called as the table is.
        let name = if index.primary { &index.table } else { &index.name };
        insert.execute(params![index.table, name, index.figures()])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use crate::Place;
    use crate::testing::Fresh;

    fn plan(lite: &Connection, sql: &str) -> Vec<String> {
        let mut explain = lite.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let parameters = vec![1; explain.parameter_count()];
        let lines = explain.query_map(rusqlite::params_from_iter(parameters), |row| row.get(3)).unwrap();
        lines.map(Result::unwrap).collect()
    }

    fn opened() -> (Fresh, Connection) {
        let fresh = Fresh::sqlite();
        let Place::File(path) = &fresh.place else { panic!("a file") };
        let lite = Connection::open(path).unwrap();
        (fresh, lite)
    }

    #[test]
    fn what_an_index_leads_to_is_found_by_it_and_not_among_everything_of_the_organisation() {
        let (_fresh, lite) = opened();
        let mut indexes = lite
            .prepare(
                "SELECT t.name, i.name, b.name FROM sqlite_schema t, pragma_index_list(t.name) i,
                    pragma_index_info(i.name) a, pragma_index_info(i.name) b
                WHERE t.type = 'table' AND i.origin = 'c' AND i.partial = 0 AND a.seqno = 0 AND a.name = 'organisation' AND b.seqno = 1",
            )
            .unwrap();
        let found = indexes.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
        let found: Vec<(String, String, String)> = found.map(Result::unwrap).collect();
        assert!(found.len() > 20, "only {} indexes were found", found.len());
        for (table, index, column) in found {
            let plan =
                plan(&lite, &format!("SELECT * FROM {table} WHERE organisation = ?1 AND {column} = ?2"));
            assert!(plan[0].contains(&format!("(organisation=? AND {column}=?")), "{index}: {plan:?}");
        }
    }

    #[test]
    fn all_of_an_organisation_is_read_in_the_order_in_which_it_lies() {
        let (_fresh, lite) = opened();
        for table in ["person", "employment", "unit", "leadership", "round", "scim_user"] {
            let plan = plan(&lite, &format!("SELECT * FROM {table} WHERE organisation = ?1"));
            assert!(plan[0].ends_with("USING PRIMARY KEY (organisation=?)"), "{plan:?}");
        }
    }

    #[test]
    fn for_each_row_of_one_table_nobody_reads_through_another() {
        let (_fresh, lite) = opened();
        // `persona`: a dozen people, in demos alone.
        let small = |line: &str| line.starts_with("SEARCH a USING PRIMARY KEY");
        let mut through = Vec::new();
        for sql in crate::statements() {
            let plan = plan(&lite, sql.on_sqlite());
            let inner = plan.iter().skip_while(|line| !line.contains("CORRELATED"));
            // Tables that are not in its text point to what it deletes.
            let own = |line: &str| {
                let table = line.strip_prefix("SEARCH ").and_then(|rest| rest.split(' ').next());
                table.is_some_and(|table| sql.text().contains(&format!(" {table}")))
            };
            let all = |line: &&String| own(line) && line.ends_with("(organisation=?)");
            let lines = inner.filter(all).filter(|line| !small(line));
            through.extend(lines.map(|line| format!("{line} in {}", sql.text())));
        }
        assert!(through.is_empty(), "{}", through.join("\n\n"));
    }
}
