//! The ballot code: 26 characters from which any device makes the same ballot.
//!
//! 24 characters are 120 random bits, five a character, first bit first. The last two are check symbols of a Reed-Solomon code over
//! GF(32) = GF(2)[x]/(x^5 + x^2 + 1) with generator polynomial (z + 2)(z + 4) = z^2 + 6z + 8. Its distance is 3, so any one or any
//! two wrong characters are caught, and therefore every swap of two characters, next to each other or not; of other errors all but
//! one in 1024. The alphabet is Crockford's: no I, L, O or U.

use std::{fmt, str::FromStr};

use hmac::{Hmac, Mac};
use rand_core::CryptoRng;
use sha2::Sha256;
use zeroize::Zeroizing;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SYMBOLS: usize = 26;
const SECRET_SYMBOLS: usize = 24;
const SECRET_BYTES: usize = 15;
const SEED_KEY: &[u8] = b"PEJLING1 ballot seed";

/// The longest text read as a code: room for a separator after every character.
const TEXT_MAX: usize = 2 * SYMBOLS;

/// What a voter keeps to come back to the ballot. Whoever has it, and the issuer's records, can tell which ballot is whose.
#[derive(Clone, PartialEq, Eq)]
pub struct BallotCode(Zeroizing<[u8; SECRET_BYTES]>);

/// A text that is no ballot code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// Not 26 characters, when spaces and hyphens are left out.
    #[error("a ballot code has 26 characters")]
    Length,
    /// A character outside the alphabet.
    #[error("{0:?} does not occur in ballot codes")]
    Character(char),
    /// The check symbols do not fit: something is mistyped.
    #[error("the ballot code is mistyped somewhere")]
    Check,
}

impl BallotCode {
    /// Draws a new code.
    pub fn generate<R: CryptoRng + ?Sized>(rng: &mut R) -> Self {
        let mut secret = Zeroizing::new([0; SECRET_BYTES]);
        rng.fill_bytes(&mut *secret);
        Self(secret)
    }

    /// The code with these 120 bits.
    pub fn from_secret(secret: [u8; SECRET_BYTES]) -> Self {
        Self(secret.into())
    }

    /// The seed of everything else in the ballot: HMAC-SHA-256(key "PEJLING1 ballot seed", the 15 bytes).
    pub(crate) fn seed(&self) -> Zeroizing<[u8; 32]> {
        #[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
        let mut mac = Hmac::<Sha256>::new_from_slice(SEED_KEY).expect("any length");
        mac.update(&*self.0);
        Zeroizing::new(mac.finalize().into_bytes().into())
    }

    fn symbols(&self) -> Zeroizing<[u8; SYMBOLS]> {
        let mut symbols = Zeroizing::new([0; SYMBOLS]);
        for (five, eight) in self.0.chunks_exact(5).zip(symbols.chunks_exact_mut(8)) {
            let bits = five.iter().fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
            for (i, symbol) in eight.iter_mut().enumerate() {
                *symbol = (bits >> (35 - 5 * i) & 31) as u8;
            }
        }
        let check = check(&symbols[..SECRET_SYMBOLS]);
        symbols[SECRET_SYMBOLS..].copy_from_slice(&check);
        symbols
    }
}

/// Six groups of four characters and the two check symbols: `XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XX`.
impl fmt::Display for BallotCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, symbol) in self.symbols().iter().enumerate() {
            if i > 0 && i % 4 == 0 {
                f.write_str("-")?;
            }
            write!(f, "{}", ALPHABET[usize::from(*symbol)] as char)?;
        }
        Ok(())
    }
}

/// Says nothing: a code must not end in a log.
impl fmt::Debug for BallotCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BallotCode(..)")
    }
}

/// Reads a code as people write it: any case, spaces and hyphens anywhere, O for 0, I and L for 1.
impl FromStr for BallotCode {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        if text.len() > TEXT_MAX {
            return Err(CodeError::Length);
        }
        let mut symbols = Zeroizing::new(Vec::with_capacity(TEXT_MAX));
        for character in text.chars().filter(|c| !matches!(c, ' ' | '-')) {
            symbols.push(symbol(character).ok_or(CodeError::Character(character))?);
        }
        let symbols: &[u8; SYMBOLS] = symbols.as_slice().try_into().map_err(|_| CodeError::Length)?;
        let (secret, given) = symbols.split_at(SECRET_SYMBOLS);
        if check(secret) != given {
            return Err(CodeError::Check);
        }
        let mut code = Self::from_secret([0; SECRET_BYTES]);
        for (eight, five) in secret.chunks_exact(8).zip(code.0.chunks_exact_mut(5)) {
            let bits = eight.iter().fold(0_u64, |bits, symbol| bits << 5 | u64::from(*symbol));
            five.copy_from_slice(&bits.to_be_bytes()[3..]);
        }
        Ok(code)
    }
}

fn symbol(character: char) -> Option<u8> {
    let character = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET.iter().position(|a| char::from(*a) == character).map(|i| i as u8)
}

/// The remainder of the symbols, as a polynomial times z^2, by z^2 + 6z + 8.
fn check(symbols: &[u8]) -> [u8; 2] {
    symbols.iter().fold([0, 0], |[high, low], symbol| {
        let carry = symbol ^ high;
        [low ^ times(carry, 6), times(carry, 8)]
    })
}

/// Product in GF(32).
fn times(a: u8, b: u8) -> u8 {
    let product = (0..5).filter(|i| b >> i & 1 == 1).fold(0_u16, |sum, i| sum ^ u16::from(a) << i);
    let reduced =
        (5..9).rev().fold(product, |p, i| if p >> i & 1 == 1 { p ^ 0b10_0101 << (i - 5) } else { p });
    reduced as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn plain(code: &BallotCode) -> Vec<u8> {
        code.to_string().replace('-', "").into_bytes()
    }

    fn read(text: &[u8]) -> Result<BallotCode, CodeError> {
        std::str::from_utf8(text).unwrap().parse()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn what_was_written_is_read(secret: [u8; 15]) {
            let code = BallotCode::from_secret(secret);
            prop_assert_eq!(code.to_string().parse(), Ok(code.clone()));
            prop_assert_eq!(code.to_string().to_lowercase().replace('-', " ").parse(), Ok(code.clone()));
            prop_assert_eq!(code.to_string().replace('0', "o").replace('1', "L").parse(), Ok(code));
        }

        #[test]
        fn every_single_wrong_character_is_caught(secret: [u8; 15]) {
            let right = plain(&BallotCode::from_secret(secret));
            for place in 0..SYMBOLS {
                for other in ALPHABET.iter().filter(|a| **a != right[place]) {
                    let mut wrong = right.clone();
                    wrong[place] = *other;
                    prop_assert_eq!(read(&wrong), Err(CodeError::Check));
                }
            }
        }

        #[test]
        fn every_swap_is_caught(secret: [u8; 15]) {
            let right = plain(&BallotCode::from_secret(secret));
            for (a, b) in (0..SYMBOLS).flat_map(|a| (0..a).map(move |b| (a, b))).filter(|(a, b)| right[*a] != right[*b]) {
                let mut wrong = right.clone();
                wrong.swap(a, b);
                prop_assert_eq!(read(&wrong), Err(CodeError::Check));
            }
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,60}") {
            if let Ok(code) = text.parse::<BallotCode>() {
                prop_assert_eq!(plain(&code).len(), SYMBOLS);
            }
        }
    }

    /// The code is linear, so the syndromes of two errors are those of every pair of wrong characters in every code.
    #[test]
    fn every_two_wrong_characters_are_caught() {
        let mut pairs = 0;
        for (a, b) in (0..SYMBOLS).flat_map(|a| (0..a).map(move |b| (a, b))) {
            for (x, y) in (1..32).flat_map(|x| (1..32).map(move |y| (x, y))) {
                let mut error = [0; SYMBOLS];
                (error[a], error[b]) = (x, y);
                let (secret, given) = error.split_at(SECRET_SYMBOLS);
                assert_ne!(check(secret), given);
                pairs += 1;
            }
        }
        assert_eq!(pairs, 325 * 31 * 31);
    }

    #[test]
    fn what_is_wrong_is_said() {
        assert_eq!("".parse::<BallotCode>(), Err(CodeError::Length));
        assert_eq!("0".repeat(25).parse::<BallotCode>(), Err(CodeError::Length));
        assert_eq!("0".repeat(53).parse::<BallotCode>(), Err(CodeError::Length));
        assert_eq!("U".repeat(26).parse::<BallotCode>(), Err(CodeError::Character('U')));
        assert_eq!(format!("{:?}", BallotCode::from_secret([7; 15])), "BallotCode(..)");
    }
}
