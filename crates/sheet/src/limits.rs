/// How much is read. What is beyond is an error, never left out in silence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: u64,
    /// Bytes that an XLSX may unpack to.
    pub unpacked: u64,
    /// Rows with anything in them.
    pub rows: u32,
    /// Columns.
    pub columns: usize,
    /// Characters in a cell.
    pub cell: usize,
}

impl Limits {
    /// For a list of everyone in a large region: 20 MB, unpacked 300 MB, 200 000 rows, 100 columns, 1 000 characters.
    pub const LIST: Limits =
        Limits { bytes: 20_000_000, unpacked: 300_000_000, rows: 200_000, columns: 100, cell: 1_000 };
}
