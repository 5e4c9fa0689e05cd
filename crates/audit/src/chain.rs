use sha2::{Digest, Sha256};

use crate::Line;

/// SHA-256.
pub type Hash = [u8; 32];

/// Where a chain begins and ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chain {
    /// The number of its first line.
    pub first: u64,
    /// The hash that the first line follows: zeros, or that of the last line which went when it had been kept long enough.
    pub before: Hash,
    /// The number of its last line; one less than `first` while there is none.
    pub last: u64,
    /// The hash of its last line.
    pub hash: Hash,
}

/// What is wrong with a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// The line with this number is not where it should be.
    Missing(u64),
    /// The line with this number, or one before it, is not as it was written.
    Altered(u64),
    /// There are lines after the one that was the last.
    TooLong(u64),
}

impl std::fmt::Display for Broken {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Broken::Missing(number) => write!(out, "line {number} is missing"),
            Broken::Altered(number) => write!(out, "line {number}, or one before it, was altered"),
            Broken::TooLong(number) => write!(out, "line {number} stands after the last"),
        }
    }
}

impl Default for Chain {
    fn default() -> Chain {
        Chain { first: 1, before: [0; 32], last: 0, hash: [0; 32] }
    }
}

impl Chain {
    /// Puts one more line at the end; its number and hash.
    pub fn add(&mut self, line: &Line) -> (u64, Hash) {
        self.last += 1;
        self.hash = hash(&self.hash, &line.text(self.last));
        (self.last, self.hash)
    }

    /// Lets go of every line up to `number`, whose hash is given: the chain begins after it.
    pub fn cut(&mut self, number: u64, hash: Hash) {
        (self.first, self.before) = (number + 1, hash);
    }

    /// Reads the lines from the first on, to see that the chain is whole.
    pub fn read(self) -> Reading {
        Reading { next: self.first, hash: self.before, chain: self }
    }
}

/// A chain that is being read, line by line.
#[derive(Debug, Clone, Copy)]
pub struct Reading {
    chain: Chain,
    next: u64,
    hash: Hash,
}

impl Reading {
    /// The next line, as it stands: with its number and its hash.
    ///
    /// # Errors
    /// What is wrong: nothing after it can be believed.
    pub fn line(&mut self, line: &Line, (number, stored): (u64, &Hash)) -> Result<(), Broken> {
        if number > self.chain.last {
            return Err(Broken::TooLong(number));
        }
        if number != self.next {
            return Err(Broken::Missing(self.next));
        }
        self.hash = hash(&self.hash, &line.text(number));
        if self.hash != *stored {
            return Err(Broken::Altered(number));
        }
        self.next += 1;
        Ok(())
    }

    /// There are no more lines.
    ///
    /// # Errors
    /// When there should be.
    pub fn end(self) -> Result<(), Broken> {
        match (self.next == self.chain.last + 1, self.hash == self.chain.hash) {
            (false, _) => Err(Broken::Missing(self.next)),
            (true, false) => Err(Broken::Altered(self.chain.last)),
            (true, true) => Ok(()),
        }
    }
}

fn hash(before: &Hash, text: &str) -> Hash {
    Sha256::new().chain_update(before).chain_update(text.as_bytes()).finalize().into()
}
