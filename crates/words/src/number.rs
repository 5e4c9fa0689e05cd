use std::ops::Deref;

/// A whole number in a sentence. Its digits are not grouped: whoever wants that gives a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    digits: String,
}

impl Number {
    /// Whether it takes the form for one, as our three languages count: 1 and −1 do.
    pub(crate) fn is_one(&self) -> bool {
        self.digits.trim_start_matches('-') == "1"
    }
}

impl Deref for Number {
    type Target = str;

    fn deref(&self) -> &str {
        &self.digits
    }
}

macro_rules! from {
    ($($whole:ty),*) => { $(
        impl From<$whole> for Number {
            fn from(value: $whole) -> Number { Number { digits: value.to_string() } }
        }
    )* };
}

from!(i8, u8, u16, i32, u32, i64, u64, usize);
