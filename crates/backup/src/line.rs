//! One line: a table with its columns, a row of values, or the end.
//!
//! Whole numbers and texts are JSON's own. Bytes are `{"b":"00ff"}`, and fractions are `{"r":"0.1"}`, in the fewest digits that
//! read back as the same number.

use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use store::copy::{Header, Value};

use crate::made::{End, bytes, hex};

/// A line with a name in it: what is not a row.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, untagged)]
pub(crate) enum Mark {
    Table { table: String, columns: Vec<String> },
    End { end: End },
}

impl Mark {
    pub(crate) fn table(header: &Header) -> Mark {
        Mark::Table { table: header.table.clone(), columns: header.columns.clone() }
    }
}

/// A row as it is written.
pub(crate) fn write_row(row: &[Value]) -> String {
    let cell = |value: &Value| match value {
        Value::Null => Json::Null,
        Value::Int(value) => json!(value),
        Value::Text(text) => json!(text),
        Value::Blob(bytes) => json!({ "b": hex(bytes) }),
        Value::Real(value) => json!({ "r": format!("{value:?}") }),
    };
    Json::Array(row.iter().map(cell).collect()).to_string()
}

/// The row of a line.
pub(crate) fn read_row(line: &str) -> Option<Vec<Value>> {
    let cells: Vec<Json> = serde_json::from_str(line).ok()?;
    cells.into_iter().map(read_cell).collect()
}

fn read_cell(cell: Json) -> Option<Value> {
    Some(match cell {
        Json::Null => Value::Null,
        Json::Number(number) => Value::Int(number.as_i64()?),
        Json::String(text) => Value::Text(text),
        Json::Object(named) => match named.iter().next()? {
            (name, Json::String(text)) if named.len() == 1 && name == "b" => Value::Blob(bytes(text)?),
            (name, Json::String(text)) if named.len() == 1 && name == "r" => Value::Real(text.parse().ok()?),
            _ => return None,
        },
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn value() -> impl Strategy<Value = Value> {
        prop_oneof![
            Just(Value::Null),
            any::<i64>().prop_map(Value::Int),
            any::<f64>().prop_filter("equal to itself", |real| !real.is_nan()).prop_map(Value::Real),
            ".*".prop_map(Value::Text),
            prop::collection::vec(any::<u8>(), 0..40).prop_map(Value::Blob),
        ]
    }

    proptest! {
        #[test]
        fn a_row_reads_back_as_it_was(row in prop::collection::vec(value(), 0..8)) {
            let line = write_row(&row);
            prop_assert!(!line.contains('\n'));
            prop_assert_eq!(read_row(&line), Some(row));
        }

        #[test]
        fn no_line_makes_it_panic(line in ".{0,200}") {
            read_row(&line);
        }
    }

    #[test]
    fn what_is_no_row_is_refused() {
        for wrong in [
            "",
            "{}",
            "[1",
            "[1.5]",
            "[true]",
            r#"[{"b":"0"}]"#,
            r#"[{"b":"0g"}]"#,
            r#"[{"r":"x"}]"#,
            "[[1]]",
        ] {
            assert_eq!(read_row(wrong), None, "{wrong}");
        }
    }
}
