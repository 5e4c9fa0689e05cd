//! The certificate that Pejling itself shows, where no proxy does.

use jiff::{SignedDuration, Timestamp};

use super::finding::Findings;
use crate::settings::Settings;
use crate::tls::Credentials;

/// Who renews certificates by itself does so a month before they end; a fortnight before, it should have been done.
const SOON: SignedDuration = SignedDuration::from_hours(14 * 24);

const IT: &str = "tls";

pub(super) fn look(settings: &Settings, now: Timestamp, findings: &mut Findings) {
    match settings.tls.as_ref().map(Credentials::read) {
        None => {}
        Some(Ok(credentials)) => judge(credentials.ends, now, findings),
        Some(Err(refused)) => {
            findings.wrong(
                IT,
                refused,
                "see that [tls] names a certificate and its own key, as PEM, which Pejling may read",
            );
        }
    }
}

fn judge(ends: Timestamp, now: Timestamp, findings: &mut Findings) {
    let renew = "renew it, then `systemctl reload pejling`";
    let left = ends.duration_since(now);
    let said = format!("the certificate holds until {}", ends.strftime("%Y-%m-%d"));
    if left.is_negative() {
        findings.wrong(IT, format!("the certificate ended {}", ends.strftime("%Y-%m-%d")), renew);
    } else if left < SOON {
        findings.remark(IT, said, renew);
    } else {
        findings.good(IT, said);
    }
}

#[cfg(test)]
mod tests {
    use std::process::ExitCode;

    use super::*;

    #[test]
    fn a_certificate_is_renewed_in_time() {
        let ends: Timestamp = "2027-03-31T12:00:00Z".parse().unwrap();
        for (days_before, grade, code) in [
            (30, "good", ExitCode::SUCCESS),
            (13, "remark", ExitCode::SUCCESS),
            (-1, "WRONG", ExitCode::FAILURE),
        ] {
            let mut findings = Findings::default();
            judge(ends, ends - SignedDuration::from_hours(24 * days_before), &mut findings);
            assert!(findings.said().starts_with(grade), "{}", findings.said());
            assert_eq!(findings.exit_code(), code);
        }
    }
}
