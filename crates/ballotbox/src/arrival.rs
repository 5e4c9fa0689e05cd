use crate::{Ballot, Form, Nonce};

/// A ballot with its name, as it lies in the box until closing. Packed, every ballot of a round has the same length: nothing can be
/// told from how much it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrival {
    /// The ballot's own name.
    pub nonce: Nonce,
    /// What it says.
    pub ballot: Ballot,
}

/// Bytes that no arrival of this round was packed into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("these bytes are no ballot of this round")]
pub struct NotAnArrival;

const NONCE: usize = 32;
/// The most bytes of a character.
const WIDEST: usize = 4;

impl Arrival {
    /// How long an arrival of a round is when packed, in bytes: name, answers, and room for all words if they are asked for.
    pub fn packed_length(form: &Form) -> usize {
        let words = if form.asks_for_words() { 2 + WIDEST * Form::WORDS } else { 0 };
        NONCE + form.marks().len() + words
    }

    /// Name, one byte for each answer; then, if words are asked for, their length in bytes (two, big-endian), the words, and zeros.
    pub fn pack(&self, form: &Form) -> Vec<u8> {
        let mut packed = [&self.nonce.0[..], self.ballot.text().as_bytes()].concat();
        if form.asks_for_words() {
            let words = self.ballot.words().unwrap_or_default();
            packed.extend((words.len() as u16).to_be_bytes());
            packed.extend(words.as_bytes());
        }
        packed.resize(Arrival::packed_length(form), 0);
        packed
    }

    /// Reads what [`Arrival::pack`] wrote.
    ///
    /// # Errors
    /// When it is of another form, or no arrival at all.
    pub fn unpack(form: &Form, packed: &[u8]) -> Result<Arrival, NotAnArrival> {
        if packed.len() != Arrival::packed_length(form) {
            return Err(NotAnArrival);
        }
        let (nonce, rest) = packed.split_first_chunk::<NONCE>().ok_or(NotAnArrival)?;
        let (answers, rest) = rest.split_at_checked(form.marks().len()).ok_or(NotAnArrival)?;
        let words = match rest.split_first_chunk::<2>() {
            Some((length, words)) => words.get(..u16::from_be_bytes(*length).into()).ok_or(NotAnArrival)?,
            None => &[],
        };
        let text = |bytes| std::str::from_utf8(bytes).map_err(|_| NotAnArrival);
        let ballot = Ballot::read(form, text(answers)?, Some(text(words)?)).map_err(|_| NotAnArrival)?;
        Ok(Arrival { nonce: Nonce(*nonce), ballot })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn an_arrival_comes_out_as_it_went_in(nonce: [u8; 32], answers in "[1-5-]{1,40}", words in proptest::option::of("[^\\p{Cc}]{1,600}")) {
            let form = Form::new(vec![5; answers.len()], words.is_some()).unwrap();
            let ballot = Ballot::read(&form, &answers, words.as_deref()).unwrap();
            let arrival = Arrival { nonce: Nonce(nonce), ballot };
            let packed = arrival.pack(&form);
            prop_assert_eq!(packed.len(), Arrival::packed_length(&form));
            prop_assert_eq!(Arrival::unpack(&form, &packed), Ok(arrival));
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..2600)) {
            let form = Form::new(vec![5, 3], true).unwrap();
            if let Ok(arrival) = Arrival::unpack(&form, &bytes) {
                prop_assert_eq!(arrival.nonce.0.as_slice(), &bytes[..32]);
            }
        }
    }

    #[test]
    fn much_and_little_take_the_same_room() {
        let form = Form::new(vec![5], true).unwrap();
        let packed = |words| {
            let ballot = Ballot::read(&form, "3", words).unwrap();
            Arrival { nonce: Nonce([7; 32]), ballot }.pack(&form).len()
        };
        assert_eq!(packed(None), packed(Some(&"😀".repeat(600))));
    }
}
