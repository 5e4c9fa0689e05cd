//! Writing a backup file.

use std::fs::{File, OpenOptions};
use std::io::{BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use store::copy::{Header, Sum, Taker, Value};

use crate::Trouble;
use crate::line::{Mark, write_row};
use crate::made::{End, Made, hex};

/// A file that is being written. It is readable by its owner alone: it holds what the database holds.
pub(crate) struct Writer<'a> {
    path: &'a Path,
    out: GzEncoder<BufWriter<File>>,
    hash: Sha256,
}

impl<'a> Writer<'a> {
    pub(crate) fn begin(path: &'a Path, made: &Made) -> Result<Writer<'a>, Trouble> {
        let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
        let file = file.map_err(|cause| trouble(path, cause))?;
        let out = GzEncoder::new(BufWriter::new(file), Compression::default());
        let mut this = Writer { path, out, hash: Sha256::new() };
        this.json(made)?;
        Ok(this)
    }

    /// Writes the last line, and returns when the disk has all of it.
    pub(crate) fn end(mut self, sums: &[Sum]) -> Result<(), Trouble> {
        let sha256 = hex(&self.hash.clone().finalize());
        self.json(&Mark::End { end: End { tables: sums.iter().map(Into::into).collect(), sha256 } })?;
        let path = self.path;
        let whole =
            || self.out.finish()?.into_inner().map_err(std::io::IntoInnerError::into_error)?.sync_all();
        whole().map_err(|cause| trouble(path, cause))
    }

    fn json(&mut self, value: &impl serde::Serialize) -> Result<(), Trouble> {
        let line = serde_json::to_string(value).map_err(|error| trouble(self.path, error.into()))?;
        self.line(&line)
    }

    fn line(&mut self, line: &str) -> Result<(), Trouble> {
        for part in [line.as_bytes(), b"\n"] {
            self.hash.update(part);
            self.out.write_all(part).map_err(|cause| trouble(self.path, cause))?;
        }
        Ok(())
    }
}

impl Taker for Writer<'_> {
    type Error = Trouble;

    fn table(&mut self, header: &Header) -> Result<(), Trouble> {
        self.json(&Mark::table(header))
    }

    fn row(&mut self, row: &[Value]) -> Result<(), Trouble> {
        self.line(&write_row(row))
    }
}

pub(crate) fn trouble(path: &Path, cause: std::io::Error) -> Trouble {
    Trouble::File { path: path.display().to_string(), cause }
}
