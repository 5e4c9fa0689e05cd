//! Bytes to text: UTF-8 as it is, UTF-16 by its mark or its zeros, and Windows-1252 for bytes that are neither.

use std::borrow::Cow;

/// The text of a file, without a byte-order mark.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((rest, big_endian)) = utf16(bytes) {
        return Cow::Owned(decode_utf16(rest, big_endian));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(decode_mixed(bytes)),
    }
}

/// The bytes after the mark, and whether the high byte comes first.
fn utf16(bytes: &[u8]) -> Option<(&[u8], bool)> {
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return Some((rest, false));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return Some((rest, true));
    }
    // Without a mark: a calendar begins with ASCII, so every second byte is zero.
    let head = bytes.get(..16)?;
    let zeros = |parity: usize| head.iter().skip(parity).step_by(2).all(|byte| *byte == 0);
    let ascii = |parity: usize| head.iter().skip(parity).step_by(2).all(|byte| *byte != 0 && byte.is_ascii());
    if zeros(1) && ascii(0) {
        Some((bytes, false))
    } else if zeros(0) && ascii(1) {
        Some((bytes, true))
    } else {
        None
    }
}

fn decode_utf16(bytes: &[u8], big_endian: bool) -> String {
    let unit = |pair: &[u8]| match *pair {
        [a, b] if big_endian => u16::from_be_bytes([a, b]),
        [a, b] => u16::from_le_bytes([a, b]),
        _ => 0xFFFD,
    };
    char::decode_utf16(bytes.chunks(2).map(unit)).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// UTF-8 where it is UTF-8, also when a line was folded inside a character; other bytes as Windows-1252.
fn decode_mixed(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    let mut rest = bytes;
    loop {
        match std::str::from_utf8(rest) {
            Ok(valid) => {
                text.push_str(valid);
                return text;
            }
            Err(error) => {
                let (valid, broken) = rest.split_at(error.valid_up_to());
                text.push_str(std::str::from_utf8(valid).unwrap_or_default());
                rest = match folded_character(broken) {
                    Some((character, fold, after)) => {
                        text.push(character);
                        text.push_str(fold);
                        after
                    }
                    None => {
                        text.push(windows_1252(broken[0]));
                        &broken[1..]
                    }
                };
            }
        }
    }
}

/// A character whose bytes stand on both sides of a fold: the character, the fold, and what follows.
fn folded_character(bytes: &[u8]) -> Option<(char, &str, &[u8])> {
    let length = match bytes[0] {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    let before = (1..length).find(|at| bytes.get(*at).is_none_or(|byte| byte & 0xC0 != 0x80))?;
    let fold = ["\r\n ", "\r\n\t", "\n ", "\n\t", "\r ", "\r\t"]
        .into_iter()
        .find(|fold| bytes[before..].starts_with(fold.as_bytes()))?;
    let rest = &bytes[before + fold.len()..];
    let joined: Vec<u8> = bytes[..before].iter().chain(rest.get(..length - before)?).copied().collect();
    let character = std::str::from_utf8(&joined).ok()?.chars().next()?;
    Some((character, fold, &rest[length - before..]))
}

fn windows_1252(byte: u8) -> char {
    const FROM_0X80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => FROM_0X80[usize::from(byte - 0x80)],
        byte => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings() {
        let text = "BEGIN:VCALENDAR Åsa 🙂";
        let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let with = |mark: &[u8], rest: &[u8]| [mark, rest].concat();
        for bytes in
            [with(b"\xEF\xBB\xBF", text.as_bytes()), with(b"\xFF\xFE", &le), with(b"\xFE\xFF", &be), le, be]
        {
            assert_eq!(decode(&bytes), text);
        }
        assert_eq!(decode(b"BEGIN \xC5sa \x80 \xE5"), "BEGIN Åsa € å");
        assert_eq!(decode("Åsa".as_bytes()), "Åsa");
        assert_eq!(decode(b"\xC3\xA5 and \xE5"), "å and å", "both in one file");
    }

    #[test]
    fn a_fold_inside_a_character() {
        assert_eq!(decode(b"S:M\xC3\r\n \xB6te"), "S:Mö\r\n te");
        assert_eq!(decode(b"S:\xF0\x9F\n\t\x99\x82!"), "S:🙂\n\t!");
    }
}
