//! Reading a calendar file, as much of it as is read at all.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

use calendar::Limits;
use words::Words;

use super::{paint, said};

/// From this size on it is said what goes on.
pub(crate) const PROGRESS_FROM_BYTES: usize = 5_000_000;

/// The file's name, without its folder, fit to be written to a terminal.
pub(crate) fn name(path: &Path) -> String {
    paint::fit(&path.file_name().unwrap_or(path.as_os_str()).to_string_lossy(), 100)
}

/// The bytes of a file, or a sentence on why not. Of one that is too large, no more is read than shows it.
pub(crate) fn read(path: &Path, words: &Words) -> Result<Vec<u8>, String> {
    let limit = Limits::default().bytes;
    let unreadable = |cause: std::io::Error| match cause.kind() {
        ErrorKind::NotFound => words.terminal_missing(name(path)),
        ErrorKind::PermissionDenied => words.terminal_forbidden(name(path)),
        ErrorKind::IsADirectory => words.terminal_folder(name(path)),
        _ => words.terminal_unreadable(name(path), cause.to_string()),
    };
    let source: Box<dyn Read> = if path.as_os_str() == "-" {
        Box::new(std::io::stdin())
    } else {
        let file = File::open(path).map_err(unreadable)?;
        let size = file.metadata().map_err(unreadable)?.len();
        if size > limit as u64 {
            return Err(said::too_large(&name(path), size, words));
        }
        Box::new(file)
    };
    let mut bytes = Vec::new();
    source.take(limit as u64 + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() > limit {
        return Err(said::too_large(&name(path), bytes.len() as u64, words));
    }
    Ok(bytes)
}
