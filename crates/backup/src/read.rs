//! Reading a backup file.

use std::fs::File;
use std::io::{BufRead, BufReader, ErrorKind, Read};
use std::path::{Path, PathBuf};

use flate2::bufread::MultiGzDecoder;
use sha2::{Digest, Sha256};
use store::copy::{Giver, Header, Sum, Value};

use crate::Trouble;
use crate::line::{Mark, read_row};
use crate::made::{End, FORMAT, Made, hex};
use crate::write::trouble;

/// No line is longer: the longest row there can be is a round's manifest, 400 MB, in hexadecimals.
const LONGEST_LINE: u64 = 1024 * 1024 * 1024;

/// A backup file, not yet believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup(PathBuf);

/// What a whole backup holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// What it is.
    pub made: Made,
    /// Its tables.
    pub sums: Vec<Sum>,
}

impl Contents {
    /// Rows of all tables.
    pub fn rows(&self) -> u64 {
        self.sums.iter().map(|sum| sum.rows).sum()
    }
}

impl Backup {
    /// The file at `path`.
    pub fn at(path: impl Into<PathBuf>) -> Backup {
        Backup(path.into())
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Reads all of it, to its last byte, and compares every sum.
    ///
    /// # Errors
    /// [`Trouble::Broken`] says where it is not whole; [`Trouble::File`] when it cannot be read.
    pub fn check(&self) -> Result<Contents, Trouble> {
        let mut rows = self.rows()?;
        let mut sums = Vec::new();
        while let Some(header) = rows.table()? {
            let mut sum = Sum::new(&header.table);
            while let Some(row) = rows.row()? {
                if row.len() != header.columns.len() {
                    return Err(rows.lines.broken("a row has not as many values as its table has columns"));
                }
                sum.add(&row);
            }
            sums.push(sum);
        }
        let agree = rows.end.as_ref().is_some_and(|end| end.tables == sums);
        if !agree {
            return Err(rows.lines.broken("the tables are not what its last line says"));
        }
        Ok(Contents { made: rows.made, sums })
    }

    /// Begins to read it.
    pub(crate) fn rows(&self) -> Result<Rows, Trouble> {
        let mut lines = Lines::open(&self.0)?;
        let first = lines.next()?;
        let made: Made = serde_json::from_str(&first).map_err(|_| lines.broken("this is not a backup"))?;
        if made.pejling != "backup" || made.format != FORMAT {
            return Err(lines.broken("this is not a backup that this program knows"));
        }
        Ok(Rows { made, lines, next: None, end: None })
    }
}

/// Gives tables and rows, one after the other.
pub(crate) struct Rows {
    made: Made,
    lines: Lines,
    /// The table after the rows that were last read.
    next: Option<Header>,
    end: Option<End>,
}

impl Rows {
    /// Reads on until a row, and notes what is not one.
    fn step(&mut self) -> Result<Option<Vec<Value>>, Trouble> {
        let before = self.lines.hash.clone();
        let line = self.lines.next()?;
        if line.starts_with('[') {
            return read_row(&line).map(Some).ok_or_else(|| self.lines.broken("a row cannot be read"));
        }
        match serde_json::from_str(&line).map_err(|_| self.lines.broken("a line cannot be read"))? {
            Mark::Table { table, columns } => self.next = Some(Header { table, columns }),
            Mark::End { end } => {
                if end.sha256 != hex(&before.finalize()) {
                    return Err(self.lines.broken("its checksum is wrong"));
                }
                self.lines.must_be_over()?;
                self.end = Some(end);
            }
        }
        Ok(None)
    }
}

impl Giver for Rows {
    type Error = Trouble;

    fn table(&mut self) -> Result<Option<Header>, Trouble> {
        if self.next.is_none() && self.end.is_none() && self.step()?.is_some() {
            return Err(self.lines.broken("a row stands before its table"));
        }
        Ok(self.next.take())
    }

    fn row(&mut self) -> Result<Option<Vec<Value>>, Trouble> {
        if self.next.is_some() || self.end.is_some() { Ok(None) } else { self.step() }
    }
}

/// The lines of a file, counted and summed.
struct Lines {
    path: PathBuf,
    from: BufReader<MultiGzDecoder<BufReader<File>>>,
    number: u64,
    hash: Sha256,
}

impl Lines {
    fn open(path: &Path) -> Result<Lines, Trouble> {
        let file = File::open(path).map_err(|cause| trouble(path, cause))?;
        let from = BufReader::new(MultiGzDecoder::new(BufReader::new(file)));
        Ok(Lines { path: path.to_owned(), from, number: 0, hash: Sha256::new() })
    }

    fn next(&mut self) -> Result<String, Trouble> {
        self.number += 1;
        let mut line = Vec::new();
        let read = (&mut self.from).take(LONGEST_LINE).read_until(b'\n', &mut line);
        self.readable(read)?;
        if line.last() != Some(&b'\n') {
            return Err(self.broken("it ends too early"));
        }
        self.hash.update(&line);
        line.pop();
        String::from_utf8(line).map_err(|_| self.broken("a line is not text"))
    }

    fn must_be_over(&mut self) -> Result<(), Trouble> {
        let more = self.from.read(&mut [0]);
        if self.readable(more)? == 0 { Ok(()) } else { Err(self.broken("it goes on after its end")) }
    }

    /// What gzip cannot make sense of is a broken file; the rest is the disk.
    fn readable(&self, read: std::io::Result<usize>) -> Result<usize, Trouble> {
        read.map_err(|cause| match cause.kind() {
            ErrorKind::InvalidInput | ErrorKind::InvalidData | ErrorKind::UnexpectedEof => {
                self.broken("it cannot be unpacked")
            }
            _ => trouble(&self.path, cause),
        })
    }

    fn broken(&self, what: &'static str) -> Trouble {
        Trouble::Broken { path: self.path.display().to_string(), line: self.number, what }
    }
}
