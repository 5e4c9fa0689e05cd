use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};
use store::{Place, copy};

use crate::Trouble;
use crate::made::{FORMAT, Made};
use crate::read::Backup;
use crate::write::{Writer, trouble};

const BEGINS: &str = "pejling-";
const ENDS: &str = ".backup.gz";
/// How a time stands in a name: it sorts as it passes.
const TIME: &str = "%Y%m%dT%H%M%SZ";

/// Where backups lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder(PathBuf);

/// A backup in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// When it was made, by its name.
    pub made_at: Timestamp,
    /// Where it is.
    pub backup: Backup,
}

impl Folder {
    /// The folder at `path`; made, for its owner alone, when the first backup is.
    pub fn at(path: impl Into<PathBuf>) -> Folder {
        Folder(path.into())
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Makes a backup of `place` while people go on working, reads it back from the disk, and gives it its name only then.
    ///
    /// # Errors
    /// [`Trouble`]: then no half backup is left behind.
    pub fn make(&self, place: &Place, key: &str, now: Timestamp) -> Result<Backup, Trouble> {
        let made = std::fs::DirBuilder::new().recursive(true).mode(0o700).create(&self.0);
        made.map_err(|cause| trouble(&self.0, cause))?;
        let name = format!("{BEGINS}{}{ENDS}", now.strftime(TIME));
        let (whole, part) = (self.0.join(&name), self.0.join(format!("{name}.part")));
        let done = write(&part, place, key, now).and_then(|()| {
            Backup::at(&part).check()?;
            std::fs::rename(&part, &whole).map_err(|cause| trouble(&whole, cause))?;
            let folder = std::fs::File::open(&self.0).and_then(|folder| folder.sync_all());
            folder.map_err(|cause| trouble(&self.0, cause))
        });
        if done.is_err() {
            // The trouble that is told is the first one.
            let _ = std::fs::remove_file(&part);
        }
        done.map(|()| Backup::at(whole))
    }

    /// The backups that lie here, the newest first. Other files are nobody's business.
    ///
    /// # Errors
    /// When the folder is there and cannot be read.
    pub fn kept(&self) -> Result<Vec<Kept>, Trouble> {
        let entries = match std::fs::read_dir(&self.0) {
            Ok(entries) => entries,
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(cause) => return Err(trouble(&self.0, cause)),
        };
        let mut kept = Vec::new();
        for entry in entries {
            let path = entry.map_err(|cause| trouble(&self.0, cause))?.path();
            if let Some(made_at) = path.file_name().and_then(|name| made_at(name.to_str()?)) {
                kept.push(Kept { made_at, backup: Backup::at(path) });
            }
        }
        kept.sort_by_key(|kept| std::cmp::Reverse(kept.made_at));
        Ok(kept)
    }

    /// Deletes backups older than `days` days, but never the newest; how many went. What was erased is gone for good when the last
    /// backup that held it is.
    ///
    /// # Errors
    /// When one cannot be deleted.
    pub fn clear(&self, days: u32, now: Timestamp) -> Result<usize, Trouble> {
        let oldest = now - SignedDuration::from_hours(24 * i64::from(days));
        let mut gone = 0;
        for old in self.kept()?.into_iter().skip(1).filter(|kept| kept.made_at < oldest) {
            let path = old.backup.path();
            std::fs::remove_file(path).map_err(|cause| trouble(path, cause))?;
            gone += 1;
        }
        Ok(gone)
    }
}

fn write(path: &Path, place: &Place, key: &str, now: Timestamp) -> Result<(), Trouble> {
    // What a backup that was killed left behind under the same name.
    match std::fs::remove_file(path) {
        Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => return Err(trouble(path, cause)),
        _ => {}
    }
    let made = Made {
        pejling: "backup".to_owned(),
        format: FORMAT,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        made_at: now.to_string(),
        schema: copy::schema(place)?.there,
        key: key.to_owned(),
    };
    let mut writer = Writer::begin(path, &made)?;
    let sums = copy::read(place, &mut writer)?;
    writer.end(&sums)
}

fn made_at(name: &str) -> Option<Timestamp> {
    let time = name.strip_prefix(BEGINS)?.strip_suffix(ENDS)?.strip_suffix('Z')?;
    let time = jiff::civil::DateTime::strptime(TIME.trim_end_matches('Z'), time).ok()?;
    Some(time.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_when() {
        let at = |name| made_at(name).map(|at| at.to_string());
        assert_eq!(at("pejling-20261122T233500Z.backup.gz").as_deref(), Some("2026-11-22T23:35:00Z"));
        for other in ["pejling-20261122T233500Z.backup.gz.part", "pejling-now.backup.gz", "pejling.db"] {
            assert_eq!(at(other), None, "{other}");
        }
    }

    #[test]
    fn old_backups_go_and_the_newest_stays() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::at(place.path());
        assert_eq!(Folder::at(place.path().join("nowhere")).kept().unwrap(), []);
        for name in ["20261001T000000Z", "20261030T000001Z", "20261110T000000Z"] {
            std::fs::write(place.path().join(format!("pejling-{name}.backup.gz")), "").unwrap();
        }
        std::fs::write(place.path().join("other"), "").unwrap();
        let days = |folder: &Folder| {
            folder.kept().unwrap().iter().map(|kept| kept.made_at.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(folder.clear(30, "2026-11-29T00:00:00Z".parse().unwrap()).unwrap(), 1);
        assert_eq!(days(&folder), ["2026-11-10T00:00:00Z", "2026-10-30T00:00:01Z"]);
        assert_eq!(folder.clear(1, "2027-11-29T00:00:00Z".parse().unwrap()).unwrap(), 1);
        assert_eq!(days(&folder), ["2026-11-10T00:00:00Z"]);
        assert!(place.path().join("other").exists());
    }
}
