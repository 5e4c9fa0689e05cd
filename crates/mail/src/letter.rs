use jiff::Timestamp;

/// A letter to one person.
#[derive(Clone, PartialEq, Eq)]
pub struct Letter {
    /// Its own, and the same each time it is tried: mail programs show a letter that comes twice once.
    pub id: i64,
    /// When it was written.
    pub written_at: Timestamp,
    /// The address.
    pub recipient: String,
    /// One line. Line breaks and other control characters become spaces.
    pub subject: String,
    /// Plain text. Blank lines at its end are dropped.
    pub body: String,
}

/// A letter is a secret: printed, it shows its id alone.
impl std::fmt::Debug for Letter {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Letter({})", self.id)
    }
}
