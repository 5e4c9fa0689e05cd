//! PostgreSQL over TLS: only the server that was asked for, and only where somebody trusted says that it is.
#![allow(clippy::unwrap_used, reason = "the helpers of tests fail by panicking")]

use std::path::Path;

use jiff::Timestamp;
use store::testing::certificates::Certificates;
use store::testing::cluster::Cluster;
use store::{Fault, Place, Store, Wire, condition};

fn address(server: &Cluster, host: &str, authorities: Option<&Path>) -> Place {
    let file = authorities.map(|path| format!("&sslrootcert={}", path.display())).unwrap_or_default();
    let url = format!("postgres://postgres@{host}:{}/postgres?sslmode=verify-full{file}", server.port);
    Place::read(&url)
}

fn open(place: &Place) -> Result<Store, Fault> {
    Store::open(place, Timestamp::UNIX_EPOCH)
}

fn refused(place: &Place) -> String {
    let fault = open(place).err().expect("a refusal");
    assert!(matches!(fault, Fault::NotSafe(_)), "{fault}");
    fault.to_string()
}

#[test]
fn postgresql_is_spoken_with_over_tls_only_when_it_proves_to_be_who_was_asked_for() {
    let certificates = Certificates::new();
    let server = Cluster::new();
    server.start();
    let (right, wrong) = (certificates.path("ca.pem"), certificates.path("other.pem"));

    let place = address(&server, "localhost", Some(&right));
    assert!(refused(&place).contains("server does not support TLS"), "{}", refused(&place));

    server.stop("fast");
    server.speak_tls(&certificates);
    server.start();
    drop(open(&place).unwrap());
    let spoken = condition::examine(&place, Timestamp::UNIX_EPOCH).unwrap().spoken;
    assert_eq!(spoken, Some((Wire::Verified, Some("TLSv1.3".to_owned()))));
    assert!(store::copy::is_empty(&place).unwrap(), "copies go the same way");

    let by_nobody_known = refused(&address(&server, "localhost", Some(&wrong)));
    assert!(by_nobody_known.contains("UnknownIssuer"), "{by_nobody_known}");
    let by_no_public_one = refused(&address(&server, "localhost", None));
    assert!(by_no_public_one.contains("UnknownIssuer"), "{by_no_public_one}");
    let of_another_name = refused(&address(&server, "127.0.0.1", Some(&right)));
    assert!(of_another_name.contains("not valid for name"), "{of_another_name}");

    let plain = Place::read(&server.address("postgres"));
    let spoken = condition::examine(&plain, Timestamp::UNIX_EPOCH).unwrap().spoken;
    assert_eq!(
        spoken,
        Some((Wire::Here, None)),
        "on this machine nothing is encrypted unless it is asked for"
    );
}
