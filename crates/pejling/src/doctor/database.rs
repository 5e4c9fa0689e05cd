//! The database, the work that waits in it, and its backups.

use actions::condition::{self, Condition, LATE};
use actions::{Clock, Desk, Keys, LetterPolicy, Place, Store, Wire};
use backup::{Folder, Schema};
use jiff::{SignedDuration, Timestamp};

use super::finding::Findings;
use crate::settings::Settings;

const IT: &str = "database";
/// A question that takes longer makes every page slow.
const SLOW_MS: u128 = 50;
/// Two clocks that differ by more make links end too early or too late.
const CLOCKS_DIFFER: SignedDuration = SignedDuration::from_secs(5);
/// A backup that is older than this has been forgotten.
const OLD_BACKUP: SignedDuration = SignedDuration::from_hours(48);

/// Whether nothing was ever kept in it.
pub(super) fn is_new(settings: &Settings) -> bool {
    backup::schema(&settings.database).is_ok_and(|schema| schema.there == 0)
}

pub(super) fn look(settings: &Settings, now: Timestamp, findings: &mut Findings) {
    let place = &settings.database;
    match backup::schema(place) {
        Err(fault) => {
            let to_do = match place {
                Place::File(_) => "see that the file is there and belongs to whoever runs Pejling",
                Place::Server(_) => {
                    "see that the server runs, that name, password and network are right, and that sslmode and sslrootcert in the \
                     address are what the server can do"
                }
            };
            return findings.wrong(IT, fault, to_do);
        }
        Ok(Schema { there: 0, .. }) => {
            let to_do =
                "make an organisation with `pejling found`, or see that `database` names the right place";
            return findings.wrong(IT, "there is nothing in it", to_do);
        }
        Ok(Schema { there, known }) if there > known => {
            let said = format!("it is of a newer Pejling: schema {there}, this program knows {known}");
            return findings.wrong(IT, said, "start the newer program, or restore a backup from before");
        }
        Ok(Schema { there, known }) if there < known => {
            let said = format!("it is of an older Pejling: schema {there} of {known}");
            return findings.remark(IT, said, "start Pejling: it makes a backup and brings it up to date");
        }
        Ok(_) => {}
    }
    match condition::examine(place, now) {
        Err(fault) => findings.wrong(IT, fault, "restore the newest backup if this stays"),
        Ok(condition) => examined(&condition, now, findings),
    }
    the_log(settings, now, findings);
}

/// Whether the log's chain is whole.
fn the_log(settings: &Settings, now: Timestamp, findings: &mut Findings) {
    const IT: &str = "log";
    let to_do = "keep the database as it is, tell the data protection officer, and lay the newest backups beside it \
        (`pejling log export`)";
    // Making a key file where there is none is not for whoever only looks.
    if !settings.key_file().exists() {
        return;
    }
    let verified = Keys::open(&settings.key_file()).map_err(anyhow::Error::from).and_then(|keys| {
        let store = Store::open(&settings.database, now)?;
        let desk = Desk::new(store, Clock::System, keys, LetterPolicy::Keep, "");
        Ok(tokio::runtime::Runtime::new()?.block_on(actions::audit::verify(&desk))?)
    });
    match verified {
        Err(error) => findings.wrong(IT, format!("{error:#}"), "see that the database can be read"),
        Ok(None) => {
            findings.wrong("people", "there is no organisation here yet", "make one with `pejling found`");
        }
        Ok(Some(found)) => match found.trouble {
            Some(trouble) => findings.wrong(IT, trouble, to_do),
            None => findings.good(IT, crate::log::whole(&found)),
        },
    }
}

fn examined(condition: &Condition, now: Timestamp, findings: &mut Findings) {
    let Condition { engine, took, spoken, troubles, its_time, latest, late_work, late_letters } = condition;
    findings.good(IT, format!("{engine} answers in {:.1} ms", took.as_secs_f64() * 1_000.0));
    if let Some((wire, tls)) = spoken {
        how_spoken(*wire, tls.as_deref(), findings);
    }
    if took.as_millis() > SLOW_MS {
        findings.remark(IT, "that is slow", "see what else the disk or the server does");
    }
    for trouble in troubles {
        findings.wrong(
            IT,
            trouble,
            "stop Pejling, restore the newest backup, and see to the disk or the server",
        );
    }
    if let Some(theirs) = its_time
        && now.duration_since(*theirs).abs() > CLOCKS_DIFFER
    {
        let apart = now.duration_since(*theirs).abs().as_secs();
        findings.wrong("clock", format!("it is {apart} s from the database server's"), "set both right");
    }
    if let Some(latest) = latest
        && latest.duration_since(now) > CLOCKS_DIFFER
    {
        let ahead = latest.duration_since(now).as_secs();
        let said = format!("something in the database happened {ahead} s from now");
        findings.wrong("clock", said, "set the clock right: it goes slow, or it has gone fast");
    }
    let hours = LATE.as_hours();
    if *late_work > 0 {
        let said = format!("{late_work} pieces of work are due for more than {hours} h");
        findings.wrong("clockwork", said, "see that `pejling serve` runs, and what its log says");
    }
    if *late_letters > 0 {
        let said = format!("{late_letters} letters wait for more than {hours} h");
        findings.wrong("mail", said, "see what the log says of the mail server");
    }
}

/// Whether what goes to the server and back is encrypted, and known to come from it.
fn how_spoken(wire: Wire, tls: Option<&str>, findings: &mut Findings) {
    match (wire, tls) {
        (Wire::Verified, Some(tls)) => {
            findings.good(IT, format!("the connection is encrypted ({tls}), and the server has proven its name"));
        }
        (Wire::Verified, None) => findings.remark(
            IT,
            "the connection is encrypted as far as something in front of PostgreSQL, which itself is spoken to in the clear",
            "see that what lies between those two is one machine, or encrypted as well",
        ),
        (Wire::Here, _) => findings.good(IT, "the connection is in the clear, and does not leave this machine"),
        (Wire::Clear, _) => findings.remark(
            IT,
            "the connection is in the clear over a network, as sslmode=disable in the address says",
            "give PostgreSQL a certificate, and write sslmode=verify-full",
        ),
    }
}

pub(super) fn backups(settings: &Settings, now: Timestamp, findings: &mut Findings) {
    const IT: &str = "backup";
    let folder = Folder::at(&settings.backup.folder);
    let shown = folder.path().display();
    let newest = match folder.kept() {
        Ok(kept) => kept.into_iter().next(),
        Err(trouble) => return findings.wrong(IT, trouble, "see who owns the folder"),
    };
    let Some(newest) = newest else {
        let to_do =
            "run `pejling backup` every night (the package's timer does), or see that your own way works";
        return findings.remark(IT, format!("there is none in {shown}"), to_do);
    };
    let age = now.duration_since(newest.made_at);
    match newest.backup.check() {
        Err(trouble) => {
            return findings.wrong(IT, trouble, "make another with `pejling backup`, and see to the disk");
        }
        Ok(contents) => findings.good(
            IT,
            format!("the newest of {shown} is {} h old, {} rows, and whole", age.as_hours(), contents.rows()),
        ),
    }
    if age > OLD_BACKUP {
        findings.wrong(IT, "that is too old", "see why `pejling backup` does not run every night");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_connection_in_the_clear_over_a_network_is_remarked_upon() {
        let said = |wire, tls| {
            let mut findings = Findings::default();
            how_spoken(wire, tls, &mut findings);
            findings.said()
        };
        assert!(
            said(Wire::Verified, Some("TLSv1.3"))
                .starts_with("good    database  the connection is encrypted (TLSv1.3)")
        );
        assert!(said(Wire::Verified, None).starts_with("remark"));
        assert!(said(Wire::Here, None).starts_with("good"));
        assert!(said(Wire::Clear, None).starts_with("remark  database  the connection is in the clear"));
    }
}
