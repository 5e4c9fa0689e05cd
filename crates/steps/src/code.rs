/// Writes an enum without data together with the stable codes it is stored under, so that neither can be forgotten.
macro_rules! coded {
    ($(#[$outer:meta])* pub enum $name:ident { $($(#[$inner:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$inner])* $variant,)+ }

        impl $name {
            /// All of them, in the order they are shown.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The stable code it is stored under.
            pub const fn code(self) -> &'static str {
                match self { $($name::$variant => $code,)+ }
            }

            /// Reads a stored code; anything else is `None`.
            pub fn from_code(code: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|it| it.code() == code)
            }
        }
    };
}

pub(crate) use coded;

#[cfg(test)]
mod tests {
    use crate::*;

    macro_rules! round_trips {
        ($($name:ident),+ $(,)?) => {
            $(
                for it in $name::ALL {
                    assert_eq!($name::from_code(it.code()), Some(*it), stringify!($name));
                }
                assert_eq!($name::from_code(""), None, stringify!($name));
            )+
        };
    }

    #[test]
    fn every_stored_code_is_read_back_as_what_was_stored() {
        round_trips!(
            Because,
            Done,
            DropState,
            FreedBy,
            Holds,
            How,
            Natural,
            PracticeKind,
            RoomKind,
            Side,
            StateKind,
            Verdict,
            WhatKind,
            Whose,
        );
    }
}
