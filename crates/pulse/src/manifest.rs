//! The manifest of a round: everything that decides what will be shown, settled when the round opens, in a form that anybody can
//! compare.
//!
//! It is UTF-8 text of one JSON object a line, each ended by a line feed, without spaces, members in the order written here: the
//! round, then one line for each node of the tree, parents first, then one for each key group. Its hash is the Merkle tree hash of
//! RFC 9162 section 2.1.1 over the lines without their line feeds, so that a telephone checks its own group's line by some ten
//! hashes and never fetches a municipality's keys.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::{COVERAGE_MIN, DOMINANCE, INSIDERS, KeyGroup, Round, RoundNode};

/// The version of the form, in the first line.
const VERSION: u32 = 1;

/// A manifest's hash as it stands in addresses: base64url without padding, 43 characters.
pub fn hash_text(hash: &[u8; 32]) -> String {
    URL_SAFE_NO_PAD.encode(hash)
}

/// The lines of a manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest(Vec<String>);

/// One line, and what shows that it belongs to the manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManifestLine {
    /// Its number, from 0.
    pub index: u64,
    /// The line, without its line feed.
    pub text: String,
    /// The audit path of RFC 9162 section 2.1.3.1, from the leaf up.
    pub path: Vec<[u8; 32]>,
}

impl Manifest {
    /// Writes the manifest of a round about to open. `questions` is the hash of its questionnaire, `previous` that of the
    /// organisation's manifest before this one.
    pub fn new(
        organisation: &str,
        round: &Round,
        questions: &[u8; 32],
        nodes: &[RoundNode],
        groups: &[KeyGroup],
        previous: Option<&[u8; 32]>,
    ) -> Manifest {
        let head = head(organisation, round, questions, (nodes.len(), groups.len()), previous);
        let mut lines = vec![head];
        lines.extend(nodes.iter().map(node_line));
        lines.extend(groups.iter().map(|group| group_line(group, nodes)));
        Manifest(lines)
    }

    /// Reads [`Manifest::to_bytes`]; `None` for anything that is not lines of text.
    pub fn from_bytes(bytes: &[u8]) -> Option<Manifest> {
        let text = std::str::from_utf8(bytes).ok()?.strip_suffix('\n')?;
        Some(Manifest(text.split('\n').map(str::to_owned).collect()))
    }

    /// As it is stored and downloaded.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.0.iter().map(|line| line.len() + 1).sum());
        for line in &self.0 {
            bytes.extend_from_slice(line.as_bytes());
            bytes.push(b'\n');
        }
        bytes
    }

    /// How many lines there are.
    pub fn size(&self) -> u64 {
        self.0.len() as u64
    }

    /// The hash that everybody compares.
    pub fn hash(&self) -> [u8; 32] {
        tree_hash(&self.leaves())
    }

    /// The first line, and those of the groups at `places` that there are, each with its path. All leaves are hashed once.
    pub fn lines_of(&self, places: &[crate::Place]) -> (ManifestLine, Vec<ManifestLine>) {
        let leaves = self.leaves();
        let line = |index: usize| ManifestLine {
            index: index as u64,
            text: self.0[index].clone(),
            path: audit_path(&leaves, index),
        };
        let at = |place: &crate::Place| {
            let begins = format!("{{\"group\":{},", place.0);
            self.0.iter().position(|line| line.starts_with(&begins))
        };
        (line(0), places.iter().filter_map(at).map(line).collect())
    }

    fn leaves(&self) -> Vec<[u8; 32]> {
        self.0.iter().map(|line| leaf_hash(line.as_bytes())).collect()
    }
}

fn head(
    organisation: &str,
    round: &Round,
    questions: &[u8; 32],
    (nodes, groups): (usize, usize),
    previous: Option<&[u8; 32]>,
) -> String {
    let languages: Vec<_> = round.languages.iter().map(|language| quoted(language.code())).collect();
    let previous = previous.map_or("null".to_owned(), |hash| quoted(&hex(hash)));
    format!(
        "{{\"pejling\":{VERSION},\"round\":\"{}\",\"organisation\":{},\"name\":{},\"opens\":\"{}\",\"draws_end\":\"{}\",\
         \"closes\":\"{}\",\"languages\":[{}],\"questions\":\"{}\",\"k\":{},\"insiders\":{INSIDERS},\"coverage_min\":{COVERAGE_MIN},\
         \"dominance\":{DOMINANCE},\"strict\":{},\"least_eligible\":{},\"nodes\":{nodes},\"groups\":{groups},\"previous\":{previous}}}",
        hex(&round.id.to_wire()),
        quoted(organisation),
        quoted(&round.name),
        round.opens_at,
        round.draws_end_at,
        round.closes_at,
        languages.join(","),
        hex(questions),
        round.k,
        round.strict,
        Round::LEAST_ELIGIBLE,
    )
}

fn node_line(node: &RoundNode) -> String {
    let parent = node.parent.map_or("null".to_owned(), |parent| parent.0.to_string());
    let RoundNode { place, name, eligible, .. } = node;
    format!("{{\"node\":{},\"parent\":{parent},\"name\":{},\"eligible\":{eligible}}}", place.0, quoted(name))
}

fn group_line(group: &KeyGroup, nodes: &[RoundNode]) -> String {
    let place = group.place;
    let node = nodes.get(place.0 as usize);
    let (name, eligible) = node.map_or(("", 0), |node| (node.name.as_str(), node.eligible));
    let key = group.modulus.as_ref().map_or(String::new(), |modulus| {
        format!(",\"n\":\"{}\",\"e\":\"AQAB\"", URL_SAFE_NO_PAD.encode(modulus))
    });
    format!("{{\"group\":{},\"name\":{},\"eligible\":{eligible}{key}}}", place.0, quoted(name))
}

/// A JSON string (RFC 8259 section 7) with nothing escaped that need not be.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\0'..='\x1f' => out.push_str(&format!("\\u{:04x}", u32::from(character))),
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn leaf_hash(line: &[u8]) -> [u8; 32] {
    Sha256::new().chain_update([0]).chain_update(line).finalize().into()
}

fn node_hash(left: &[u8; 32], right: &[u8; 32]) -> [u8; 32] {
    Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into()
}

/// MTH of RFC 9162 section 2.1.1, over leaves already hashed.
fn tree_hash(leaves: &[[u8; 32]]) -> [u8; 32] {
    match leaves {
        [] => Sha256::digest([]).into(),
        [only] => *only,
        several => {
            let (left, right) = several.split_at(split(several.len()));
            node_hash(&tree_hash(left), &tree_hash(right))
        }
    }
}

/// PATH of RFC 9162 section 2.1.3.1.
fn audit_path(leaves: &[[u8; 32]], index: usize) -> Vec<[u8; 32]> {
    if leaves.len() <= 1 {
        return Vec::new();
    }
    let at = split(leaves.len());
    let (left, right) = leaves.split_at(at);
    let (mut path, sibling) = if index < at {
        (audit_path(left, index), tree_hash(right))
    } else {
        (audit_path(right, index - at), tree_hash(left))
    };
    path.push(sibling);
    path
}

/// The largest power of two below `length`, which is at least 2.
fn split(length: usize) -> usize {
    1 << (length - 1).ilog2()
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use people::{Language, OrganisationId, UnitId};

    use super::*;
    use crate::{Place, Reach, RoundId};

    fn hashed(lines: &[&[u8]]) -> Vec<[u8; 32]> {
        lines.iter().map(|line| leaf_hash(line)).collect()
    }

    // The entries and roots that implementations of Certificate Transparency test themselves by.
    #[test]
    fn the_tree_hash_is_that_of_certificate_transparency() {
        let entries: [&[u8]; 8] = [
            b"",
            b"\x00",
            b"\x10",
            b"\x20\x21",
            b"\x30\x31",
            b"\x40\x41\x42\x43",
            b"\x50\x51\x52\x53\x54\x55\x56\x57",
            b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
        ];
        let roots = [
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
        ];
        for (size, root) in roots.into_iter().enumerate() {
            assert_eq!(hex(&tree_hash(&hashed(&entries[..size]))), root, "{size}");
        }
    }

    // Computed in Python without recursion, by a stack of complete subtrees.
    #[test]
    fn the_tree_hash_of_many_lines_is_the_one_computed_elsewhere() {
        let roots = [
            (13, "24abaec27d91091437e8f026deba71313851d07f45ef94f0672ff117d8d3ed6d"),
            (1200, "d79e772226f8cb1fd06bc55aeac0ccd7659ad67fc42363bbbf397443f28c0cfc"),
        ];
        for (size, root) in roots {
            let leaves: Vec<_> =
                (0..size).map(|number| leaf_hash(format!("line {number}").as_bytes())).collect();
            assert_eq!(hex(&tree_hash(&leaves)), root);
        }
    }

    /// RFC 9162 section 2.1.3.2, as it is written there: what a telephone does.
    fn belongs(leaf: [u8; 32], index: u64, size: u64, path: &[[u8; 32]], root: [u8; 32]) -> bool {
        if index >= size {
            return false;
        }
        let (mut first, mut second, mut result) = (index, size - 1, leaf);
        for step in path {
            if second == 0 {
                return false;
            }
            if first & 1 == 1 || first == second {
                result = node_hash(step, &result);
                while first & 1 == 0 && first != 0 {
                    (first, second) = (first >> 1, second >> 1);
                }
            } else {
                result = node_hash(&result, step);
            }
            (first, second) = (first >> 1, second >> 1);
        }
        second == 0 && result == root
    }

    #[test]
    fn every_line_belongs_by_its_path_and_no_other_does() {
        for size in 1..40_usize {
            let leaves: Vec<_> = (0..size).map(|number| leaf_hash(&number.to_be_bytes())).collect();
            let root = tree_hash(&leaves);
            for index in 0..size {
                let path = audit_path(&leaves, index);
                assert!(path.len() <= 6);
                for (other, leaf) in leaves.iter().enumerate() {
                    let belongs = belongs(*leaf, index as u64, size as u64, &path, root);
                    assert_eq!(belongs, other == index, "{index} of {size}");
                }
            }
        }
    }

    fn manifest() -> Manifest {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let round = Round {
            id: RoundId(255),
            organisation: OrganisationId(1),
            name: "Höst \"25\"".into(),
            planned_by: None,
            unit: UnitId(1),
            reach: Reach::Subtree,
            opens_at: at("2026-11-23T06:00:00Z"),
            draws_end_at: at("2026-12-07T21:00:00Z"),
            closes_at: at("2026-12-07T22:00:00Z"),
            languages: vec![Language::Sv, Language::En],
            k: 6,
            strict: false,
            consulted_on: None,
            follows: None,
            cancelled_at: None,
        };
        let node = |place, parent: Option<u32>, name: &str, eligible| RoundNode {
            place: Place(place),
            parent: parent.map(Place),
            unit: None,
            name: name.into(),
            eligible,
        };
        let nodes = [
            node(0, None, "Sjöbo\\", 18),
            node(1, Some(0), "Hemtjänst\nNorr", 8),
            node(2, Some(0), "Skola", 10),
        ];
        let group =
            |place| KeyGroup { place: Place(place), modulus: Some(vec![0xfb, 0xff]), drawn: 0, slips: 0 };
        Manifest::new("Sjöbo", &round, &[0xab; 32], &nodes, &[group(1), group(2)], None)
    }

    #[test]
    fn a_manifest_is_these_lines() {
        let round = "000000000000000000000000000000ff";
        let questions = "ab".repeat(32);
        let expected = format!(
            r#"{{"pejling":1,"round":"{round}","organisation":"Sjöbo","name":"Höst \"25\"","opens":"2026-11-23T06:00:00Z","draws_end":"2026-12-07T21:00:00Z","closes":"2026-12-07T22:00:00Z","languages":["sv","en"],"questions":"{questions}","k":6,"insiders":1,"coverage_min":0.8,"dominance":0,"strict":false,"least_eligible":8,"nodes":3,"groups":2,"previous":null}}
{{"node":0,"parent":null,"name":"Sjöbo\\","eligible":18}}
{{"node":1,"parent":0,"name":"Hemtjänst\u000aNorr","eligible":8}}
{{"node":2,"parent":0,"name":"Skola","eligible":10}}
{{"group":1,"name":"Hemtjänst\u000aNorr","eligible":8,"n":"-_8","e":"AQAB"}}
{{"group":2,"name":"Skola","eligible":10,"n":"-_8","e":"AQAB"}}
"#
        );
        assert_eq!(String::from_utf8(manifest().to_bytes()).unwrap(), expected);
    }

    #[test]
    fn a_manifest_comes_back_from_its_bytes_and_gives_a_groups_line() {
        let manifest = manifest();
        assert_eq!(Manifest::from_bytes(&manifest.to_bytes()), Some(manifest.clone()));
        let (head, groups) = manifest.lines_of(&[Place(2), Place(7)]);
        assert_eq!((head.index, groups.len(), groups[0].index), (0, 1, 5));
        for line in [head, groups[0].clone()] {
            let leaf = leaf_hash(line.text.as_bytes());
            assert!(belongs(leaf, line.index, manifest.size(), &line.path, manifest.hash()));
        }
        assert_eq!(Manifest::from_bytes(b""), None);
        assert_eq!(Manifest::from_bytes(b"{}"), None);
        assert_eq!(Manifest::from_bytes(b"\xff\n"), None);
    }
}
