use sha2::{Digest, Sha256};

/// The code on a slip: 80 random bits as sixteen characters that are not mixed up when read aloud or typed (Crockford's Base32).
#[derive(Clone, PartialEq, Eq)]
pub struct SlipCode([u8; SlipCode::BYTES]);

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl SlipCode {
    /// Bytes of randomness.
    pub const BYTES: usize = 10;
    /// Characters, without what stands between groups.
    pub const CHARACTERS: usize = 16;

    /// From ten bytes of good randomness.
    pub const fn from_random(bytes: [u8; SlipCode::BYTES]) -> SlipCode {
        SlipCode(bytes)
    }

    /// The sixteen characters.
    pub fn text(&self) -> String {
        let bits = self.0.iter().fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
        (0..SlipCode::CHARACTERS)
            .rev()
            .map(|at| char::from(ALPHABET[(bits >> (5 * at) & 31) as usize]))
            .collect()
    }

    /// The sixteen characters, four and four with a blank between, to be read by people.
    pub fn in_fours(&self) -> String {
        let text = self.text();
        [&text[..4], &text[4..8], &text[8..12], &text[12..]].join(" ")
    }

    /// Reads a code however it was typed: small letters, blanks and hyphens, O for 0, I and L for 1.
    pub fn read(text: &str) -> Option<SlipCode> {
        let mut bits = 0_u128;
        let mut count = 0;
        for character in text.chars().filter(|character| !character.is_whitespace() && *character != '-') {
            let character = match character.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let value = ALPHABET.iter().position(|letter| char::from(*letter) == character)?;
            count += 1;
            if count > SlipCode::CHARACTERS {
                return None;
            }
            bits = bits << 5 | value as u128;
        }
        let [.., a, b, c, d, e, f, g, h, i, j] = bits.to_be_bytes();
        (count == SlipCode::CHARACTERS).then_some(SlipCode([a, b, c, d, e, f, g, h, i, j]))
    }

    /// What is stored and looked for: SHA-256 of the ten bytes. There is nothing to guess in 80 random bits that are good for some
    /// weeks.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0).into()
    }
}

impl std::fmt::Debug for SlipCode {
    /// Says nothing: whoever has the code can answer.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("SlipCode")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_code_is_read_back_however_it_is_typed(bytes: [u8; 10]) {
            let code = SlipCode::from_random(bytes);
            let typed = code.in_fours().to_lowercase().replace(' ', "-").replace('0', "o").replace('1', "l");
            prop_assert_eq!(SlipCode::read(&typed), Some(code.clone()));
            prop_assert_eq!(SlipCode::read(&code.text()), Some(code));
        }

        #[test]
        fn nothing_else_is_a_code(text in "\\PC{0,40}") {
            if let Some(code) = SlipCode::read(&text) {
                prop_assert_eq!(code.text().len(), 16);
            }
        }
    }

    // Python: base64.b32encode with Crockford's letters in place of RFC 4648's.
    #[test]
    fn the_letters_are_crockfords() {
        assert_eq!(
            SlipCode::from_random(*b"\x00\x01\x02\x03\x04\xfb\xfc\xfd\xfe\xff").text(),
            "000G40R4ZFYFVZQZ"
        );
        assert_eq!(SlipCode::read("000G40R4ZFYFVZQZZ"), None);
        assert_eq!(SlipCode::read("000G40R4ZFYFVZQU"), None);
    }
}
