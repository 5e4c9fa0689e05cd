//! The polling station: ballots are handed out, taken in and counted. Who comes for one is known; what is put into the box is not
//! whose; and nothing here ever holds both.

mod asked;
mod cast;
mod draw;
mod emptying;
mod mine;
mod sealing;
mod signer;
mod slip;
mod station;
mod together;

pub use asked::{Asked, LONGEST_WORDS, asked};
pub use ballotbox::{Hours, Phase};
pub use cast::Cast;
pub use emptying::{empty_box, erase_old, receipts};
pub use mine::{Mine, MyGroup};
pub use station::{RoundKey, Station};

use crate::Fault;

/// Why a ballot was not handed out or not taken in.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// No such round, group, link or slip, or it is not one's own, or it was used: they look the same.
    #[error("there is no such thing")]
    Unknown,
    /// The round has not opened.
    #[error("the round has not opened")]
    NotYet,
    /// The round has closed.
    #[error("the round has closed")]
    Closed,
    /// No new ballots are handed out any more; those that are out are still taken in.
    #[error("no ballots are handed out any more")]
    DrawsOver,
    /// This person has drawn another ballot in this group.
    #[error("another ballot was drawn")]
    Another,
    /// As many ballots and slips are out as people were asked.
    #[error("there is no ballot left in this group")]
    NoneLeft,
    /// It does not fit the questions, or is no ballot at all.
    #[error("this is no ballot of this round")]
    Garbled,
    /// The signature is not the group's.
    #[error("the ballot is not signed")]
    NotSigned,
    /// Too many in a short while.
    #[error("too many in a short while")]
    TooMany,
    /// More ballots are waiting to be signed than can be in a moment: to be asked again.
    #[error("too busy right now")]
    Busy,
    /// The machine erred while signing, or a sealed value does not open with this key file.
    #[error("the ballot could not be signed")]
    Signing,
    /// The machinery.
    #[error(transparent)]
    Fault(Fault),
}

impl From<Fault> for Refused {
    fn from(fault: Fault) -> Refused {
        match fault {
            Fault::NotFound => Refused::Unknown,
            fault => Refused::Fault(fault),
        }
    }
}

impl From<crate::Unsealable> for Refused {
    fn from(_: crate::Unsealable) -> Refused {
        Refused::Signing
    }
}
