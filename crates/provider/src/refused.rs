/// Why nobody came in by the provider. What is said is for the log and for IT: it names no person.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProviderRefused {
    /// It cannot be reached, or answers with something else than it should.
    #[error("the sign-in service: {0}")]
    Away(String),
    /// It lets nobody in this time: whoever came changed their mind, or may not; or the code was used already.
    #[error("the sign-in service said no: {0}")]
    SaidNo(String),
    /// What came back is not what was asked for, or not from whom it should be.
    #[error("what the sign-in service said does not hold: {0}")]
    NotValid(&'static str),
    /// The token is signed with a key that the provider did not have when it was last asked.
    #[error("the token is signed with an unknown key")]
    UnknownKey,
}
