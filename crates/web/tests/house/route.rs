use access::{Method, POLICY, Policy};

use super::House;

/// An address of a row: whatever varies is somebody else's, or nobody's.
pub fn path_of(row: &Policy) -> String {
    let part = |part: &str| match part {
        "{secret}" => House::strange_secret(),
        "{monday}" => "2026-11-16".to_owned(),
        "{*file}" => "1/pejling.css".to_owned(),
        "{role}" => "emperor".to_owned(),
        "{nonce}" => House::strange_secret(),
        "{label}" | "{key}" | "{list}" | "{person}" | "{employment}" | "{unit}" | "{round}" | "{group}"
        | "{step}" | "{drop}" | "{place}" | "{time}" | "{token}" | "{delegation}" => "4711".to_owned(),
        plain => {
            assert!(!plain.starts_with('{'), "say here what stands for {plain} in {}", row.path);
            plain.to_owned()
        }
    };
    row.path.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// The row that an address is answered by.
pub fn row_of(method: Method, address: &str) -> Option<&'static Policy> {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let fits = |row: &&Policy| {
        let (wanted, given): (Vec<_>, Vec<_>) = (row.path.split('/').collect(), path.split('/').collect());
        let rest = wanted.last().is_some_and(|part| part.starts_with("{*"));
        (wanted.len() == given.len() || rest && wanted.len() < given.len())
            && wanted.iter().zip(&given).all(|(wanted, given)| wanted.starts_with('{') || wanted == given)
    };
    let mut rows: Vec<_> = POLICY.iter().filter(|row| row.method == method).filter(fits).collect();
    // As the router does: what is written out goes before what varies.
    rows.sort_by_key(|row| row.path.matches('{').count());
    rows.first().copied()
}
