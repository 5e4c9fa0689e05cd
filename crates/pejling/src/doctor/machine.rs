//! What the machine gives: folder, key file, room on the disk, the right time.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use actions::Place;

use super::finding::Findings;
use crate::settings::Settings;

/// Less room than this does not last: a database, its log and a backup of it must fit.
const LITTLE: u64 = 1024 * 1024 * 1024;
/// With less than this nothing can be written soon.
const TOO_LITTLE: u64 = 100 * 1024 * 1024;

pub(super) fn folder(settings: &Settings, findings: &mut Findings) {
    const IT: &str = "folder";
    let path = &settings.data;
    let shown = path.display();
    if !path.is_dir() {
        let to_do =
            "see that `data` names the right folder, or make an organisation there with `pejling found`";
        return findings.wrong(IT, format!("{shown} is not there"), to_do);
    }
    match mode(path) {
        Some(mode) if mode & 0o077 != 0 => {
            findings.wrong(IT, format!("others on this machine can look into {shown}"), "chmod 700 it");
        }
        _ => findings.good(IT, format!("{shown} is its owner's alone")),
    }
    let probe = path.join(".doctor");
    let written = std::fs::write(&probe, b"x").and_then(|()| std::fs::remove_file(&probe));
    if let Err(error) = written {
        let to_do = "see who owns it, and whether the disk is full or read-only";
        findings.wrong(IT, format!("nothing can be written in {shown}: {error}"), to_do);
    }
}

/// `new`: nothing was ever kept in the database, so that there was no key to lose.
pub(super) fn key_file(settings: &Settings, new: bool, findings: &mut Findings) {
    const IT: &str = "key file";
    let path = settings.key_file();
    let shown = path.display();
    match std::fs::metadata(&path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && new => {
            findings.good(IT, format!("{shown} will be made with the organisation"));
        }
        Err(error) => findings.wrong(
            IT,
            format!("{shown}: {error}"),
            "put your copy of it back. Without one, the next start makes a new key: calendars must then be subscribed to anew",
        ),
        Ok(file) if file.len() != 32 => {
            findings.wrong(IT, format!("{shown} holds {} bytes instead of 32", file.len()), "put your copy of it back");
        }
        Ok(_) if mode(&path).is_some_and(|mode| mode & 0o077 != 0) => {
            findings.wrong(IT, format!("others on this machine can read {shown}"), "chmod 600 it");
        }
        Ok(_) => findings.good(IT, format!("{shown} is there; keep a copy of it apart from the backups")),
    }
}

fn mode(path: &Path) -> Option<u32> {
    Some(std::fs::metadata(path).ok()?.permissions().mode())
}

pub(super) fn disk(settings: &Settings, findings: &mut Findings) {
    let mut places = vec![("data", settings.data.clone())];
    if let Place::File(path) = &settings.database
        && let Some(folder) = path.parent().filter(|folder| *folder != settings.data)
    {
        places.push(("database", folder.to_owned()));
    }
    if settings.backup.folder.is_dir() {
        places.push(("backups", settings.backup.folder.clone()));
    }
    for (what, path) in places {
        if let Ok(disk) = rustix::fs::statvfs(&path) {
            room(what, disk.f_bavail.saturating_mul(disk.f_frsize), findings);
        }
    }
}

fn room(what: &str, bytes: u64, findings: &mut Findings) {
    const IT: &str = "disk";
    let said = format!("{} MB are free for {what}", bytes / 1024 / 1024);
    match bytes {
        0..TOO_LITTLE => findings.wrong(IT, said, "make room now: what cannot be stored is refused"),
        TOO_LITTLE..LITTLE => findings.remark(IT, said, "make room soon"),
        _ => findings.good(IT, said),
    }
}

/// Whether something on this machine keeps its clock right.
pub(super) fn time_service(findings: &mut Findings) {
    const IT: &str = "clock";
    let kept = [
        "/run/systemd/timesync/synchronized",
        "/run/chrony/chronyd.pid",
        "/run/chronyd.pid",
        "/run/ntpd.pid",
    ];
    if kept.iter().any(|path| Path::new(path).exists()) {
        findings.good(IT, "a time service keeps it");
    } else {
        findings.remark(
            IT,
            "no time service was seen on this machine",
            "see that the clock is kept right (timedatectl, chronyc, or the host of a container)",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_is_judged_by_what_must_fit() {
        let said = |bytes| {
            let mut findings = Findings::default();
            room("data", bytes, &mut findings);
            findings.said()
        };
        assert!(said(10 * LITTLE).starts_with("good"));
        assert!(said(LITTLE - 1).starts_with("remark"));
        assert!(
            said(TOO_LITTLE - 1).starts_with("WRONG   disk      99 MB are free"),
            "{}",
            said(TOO_LITTLE - 1)
        );
    }
}
