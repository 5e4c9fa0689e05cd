//! Looking for words in bytes, however they are written.

use std::fmt::Write;
use std::fs;
use std::path::Path;

/// The ways in which `word` can be written into a file.
pub(crate) fn forms(word: &str) -> Vec<(&'static str, Vec<u8>)> {
    let bytes = word.as_bytes();
    let lower = word.to_lowercase();
    let utf16 = |of: fn(u16) -> [u8; 2]| word.encode_utf16().flat_map(of).collect::<Vec<u8>>();
    let latin1: Vec<u8> =
        word.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?')).collect();
    let json = word.chars().fold(String::new(), |mut text, letter| {
        if letter.is_ascii() {
            text.push(letter);
        } else {
            let _ = write!(text, "\\u{:04x}", u32::from(letter));
        }
        text
    });
    let mut forms = vec![
        ("as it is", bytes.to_vec()),
        ("in small letters", lower.clone().into_bytes()),
        ("in capitals", word.to_uppercase().into_bytes()),
        ("UTF-16, little end first", utf16(u16::to_le_bytes)),
        ("UTF-16, big end first", utf16(u16::to_be_bytes)),
        ("Latin-1", latin1),
        ("percent-encoded", percent(word).into_bytes()),
        ("quoted-printable", escaped(bytes, u8::is_ascii_alphanumeric, "=").into_bytes()),
        ("in JSON", json.into_bytes()),
        ("debugged", word.escape_default().to_string().into_bytes()),
        ("hexadecimal", escaped(bytes, |_| false, "").to_lowercase().into_bytes()),
    ];
    // Only the middle: what stands before and after the word is in the first and the last letters.
    for (name, before) in [("base64", 0), ("base64, one in", 1), ("base64, two in", 2)] {
        let text = base64(&[&vec![b'x'; before][..], bytes].concat());
        forms.push((name, text.as_bytes()[4..text.len() - 4].to_vec()));
    }
    // Without the letters that differ: the part that every sort of text writes alike.
    let plain =
        word.split(|letter: char| !letter.is_ascii()).max_by_key(|part| part.len()).unwrap_or_default();
    forms.push(("its plain letters", plain.into()));
    forms.push(("its plain letters, small", plain.to_lowercase().into_bytes()));
    forms
}

/// `text` as it stands in an address.
pub(crate) fn percent(text: &str) -> String {
    escaped(text.as_bytes(), u8::is_ascii_alphanumeric, "%")
}

fn escaped(bytes: &[u8], keep: fn(&u8) -> bool, before: &str) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        if keep(byte) {
            text.push(char::from(*byte));
        } else {
            let _ = write!(text, "{before}{byte:02X}");
        }
        text
    })
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let number =
            (0..3).fold(0_u32, |number, at| number << 8 | u32::from(three.get(at).copied().unwrap_or(0)));
        for at in 0..=three.len() {
            text.push(char::from(LETTERS[(number >> (18 - 6 * at) & 63) as usize]));
        }
        text.push_str(&"=".repeat(3 - three.len()));
    }
    text
}

/// Where `word` first stands in `bytes`.
pub(crate) fn place_of(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|window| window == word)
}

/// Every file under `folder`: its path and what it holds.
pub(crate) fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push((path.display().to_string(), fs::read(&path).unwrap()));
        }
    }
    found
}

/// Where `word` is found in any form, and what stands after it.
pub(crate) fn found(word: &str, places: &[(String, Vec<u8>)]) -> Vec<String> {
    let mut found = Vec::new();
    for (form, bytes) in forms(word) {
        for (place, held) in places {
            if let Some(at) = place_of(held, &bytes) {
                let around = &held[at..held.len().min(at + bytes.len() + 40)];
                found.push(format!("{form} in {place}: {}", String::from_utf8_lossy(around)));
            }
        }
    }
    found
}
