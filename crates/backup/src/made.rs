use serde::{Deserialize, Serialize};
use store::copy::Sum;

/// The format this program writes and reads.
pub(crate) const FORMAT: u32 = 1;

/// The first line: what the file is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Made {
    /// Always `backup`.
    pub(crate) pejling: String,
    /// Of this file.
    pub(crate) format: u32,
    /// The program that made it.
    pub version: String,
    /// When, as `2026-11-22T23:35:00Z`.
    pub made_at: String,
    /// How far the schema had come.
    pub schema: u32,
    /// By what one can tell the key file that belongs to it; says nothing about the key.
    pub key: String,
}

/// The last line: that the file is whole.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct End {
    pub(crate) tables: Vec<TableSum>,
    /// Of every byte before this line, in hexadecimals.
    pub(crate) sha256: String,
}

/// A table, in the last line.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TableSum {
    table: String,
    rows: u64,
    sum: String,
}

impl From<&Sum> for TableSum {
    fn from(sum: &Sum) -> TableSum {
        TableSum { table: sum.table.clone(), rows: sum.rows, sum: hex(&sum.sum) }
    }
}

impl PartialEq<Sum> for TableSum {
    fn eq(&self, sum: &Sum) -> bool {
        self.table == sum.table && self.rows == sum.rows && self.sum == hex(&sum.sum)
    }
}

/// Bytes as hexadecimals.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes of hexadecimals.
pub(crate) fn bytes(hex: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> = hex
        .chars()
        .map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
        .collect::<Option<_>>()?;
    let pairs = digits.chunks_exact(2);
    pairs.remainder().is_empty().then(|| pairs.map(|pair| pair[0] << 4 | pair[1]).collect())
}
