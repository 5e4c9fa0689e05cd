use sha2::{Digest, Sha256};

/// A value of any column. A BOOLEAN is 0 or 1, as SQLite keeps it.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// No value.
    Null,
    /// BIGINT or BOOLEAN.
    Int(i64),
    /// DOUBLE PRECISION.
    Real(f64),
    /// TEXT.
    Text(String),
    /// BYTEA.
    Blob(Vec<u8>),
}

impl Value {
    /// Sort, length and bytes, so that no two rows of values look alike.
    fn add_to(&self, hash: &mut Sha256) {
        let mut add = |sort: u8, bytes: &[u8]| {
            hash.update([sort]);
            hash.update((bytes.len() as u64).to_be_bytes());
            hash.update(bytes);
        };
        match self {
            Value::Null => add(0, &[]),
            Value::Int(value) => add(1, &value.to_be_bytes()),
            Value::Real(value) => add(2, &value.to_bits().to_be_bytes()),
            Value::Text(text) => add(3, text.as_bytes()),
            Value::Blob(bytes) => add(4, bytes),
        }
    }
}

/// What a table holds, in one number: the same on both databases, in whatever order they sort.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// The table.
    pub table: String,
    /// How many rows.
    pub rows: u64,
    /// The SHA-256 of every row, put together with XOR. Rows differ by their key, so that no two cancel.
    pub sum: [u8; 32],
}

impl Sum {
    /// Of no rows.
    pub fn new(table: &str) -> Sum {
        Sum { table: table.to_owned(), rows: 0, sum: [0; 32] }
    }

    /// Adds a row.
    pub fn add(&mut self, row: &[Value]) {
        let mut hash = Sha256::new();
        row.iter().for_each(|value| value.add_to(&mut hash));
        self.rows += 1;
        for (part, byte) in self.sum.iter_mut().zip(hash.finalize()) {
            *part ^= byte;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(rows: &[&[Value]]) -> Sum {
        let mut sum = Sum::new("t");
        rows.iter().for_each(|row| sum.add(row));
        sum
    }

    #[test]
    fn the_order_of_rows_does_not_matter_and_everything_else_does() {
        let text = |text: &str| Value::Text(text.to_owned());
        let (a, b) = ([Value::Int(1), text("a")], [Value::Int(2), text("b")]);
        assert_eq!(sum(&[&a, &b]), sum(&[&b, &a]));
        let same = sum(&[&a]);
        for other in [
            sum(&[&b]),
            sum(&[]),
            sum(&[&[text("a"), Value::Int(1)]]),
            sum(&[&[Value::Int(1), Value::Blob(b"a".to_vec())]]),
            sum(&[&[Value::Int(1), text("a"), Value::Null]]),
            sum(&[&[Value::Real(1.0), text("a")]]),
        ] {
            assert_ne!(same, other);
        }
        assert_ne!(sum(&[&[text("ab"), text("c")]]), sum(&[&[text("a"), text("bc")]]));
    }

    #[test]
    fn a_sum_is_the_hash_of_its_only_row() {
        // Python: hashlib.sha256(b"\x01" + (8).to_bytes(8, 'big') + (7).to_bytes(8, 'big')).hexdigest()
        let expected = "d1f497610d08dc736a3864eb76002012200058d2c044f63e46b05627d58c2dbd";
        let hex: String = sum(&[&[Value::Int(7)]]).sum.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, expected);
    }
}
