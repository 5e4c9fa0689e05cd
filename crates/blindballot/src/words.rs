//! Six words for a hash: what people compare on the poster, in the invitation and on the page.
//!
//! The words belong to no language; each is three syllables of a consonant among `bdfgklmnrstv` and a vowel among `aeio`, which
//! Swedes, Danes and the English can all read aloud. With the syllables numbered 0 to 47 (consonant × 4 + vowel), word number i of
//! 2048 is the syllables i / 48, i mod 48 and their sum mod 48. The third makes any two words differ in at least two syllables, so
//! a word misread in one syllable is no other word.

const CONSONANTS: &[u8; 12] = b"bdfgklmnrstv";
const VOWELS: &[u8; 4] = b"aeio";
const SYLLABLES: u16 = 48;

/// The first 66 bits of a hash as six words of 11 bits, first bit first. To make another hash with the same six words takes some
/// 2^66 trials; a program compares the whole hash.
pub fn six_words(hash: &[u8; 32]) -> [String; 6] {
    let bits = hash[..9].iter().fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
    std::array::from_fn(|i| word((bits >> (61 - 11 * i) & 2047) as u16))
}

fn word(number: u16) -> String {
    let (first, second) = (number / SYLLABLES, number % SYLLABLES);
    [first, second, (first + second) % SYLLABLES].into_iter().flat_map(syllable).collect()
}

fn syllable(number: u16) -> [char; 2] {
    let number = usize::from(number);
    [CONSONANTS[number / 4] as char, VOWELS[number % 4] as char]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_two_words_differ_in_two_syllables() {
        let words: Vec<String> = (0..2048).map(word).collect();
        for (i, a) in words.iter().enumerate() {
            for b in &words[..i] {
                let differing = (0..6).step_by(2).filter(|at| a[*at..at + 2] != b[*at..at + 2]).count();
                assert!(differing >= 2, "{a} {b}");
            }
        }
    }

    #[test]
    fn the_bits_are_read_in_order() {
        assert_eq!(six_words(&[0; 32]), ["bababa"; 6].map(String::from));
        let mut hash = [0; 32];
        // Bits 55 to 65 set: the last word is number 2047 = 42 × 48 + 31, and (42 + 31) mod 48 = 25.
        hash[6..9].copy_from_slice(&[1, 0xff, 0xc0]);
        assert_eq!(
            six_words(&hash),
            ["bababa", "bababa", "bababa", "bababa", "bababa", "tinome"].map(String::from)
        );
    }
}
