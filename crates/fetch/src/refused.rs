/// Why a calendar was not fetched. Each is a sentence on a page; none holds any of the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum FetchRefused {
    /// What was typed, or what a redirect says, is not an address.
    #[error("not an address")]
    BadAddress,
    /// The address is one we do not go to.
    #[error("not allowed: {why}")]
    NotAllowed {
        /// The rule it breaks.
        why: Why,
    },
    /// Nobody answers: no such host, no connection, or it ended half-way.
    #[error("unreachable")]
    Unreachable,
    /// The host's certificate is not for it, not valid now, or by nobody we trust.
    #[error("certificate not trusted")]
    Certificate,
    /// It was not all there in time.
    #[error("too slow")]
    TooSlow,
    /// There was more than a calendar may be.
    #[error("too large")]
    TooLarge,
    /// The host knows no such calendar: it was taken away, or never was.
    #[error("not found")]
    NotFound,
    /// The host wants somebody to sign in: the address is not one for subscribing.
    #[error("unauthorised")]
    Unauthorised,
    /// The host answered with something else than a calendar or a redirect.
    #[error("answered with status {status}")]
    Unwilling {
        /// The HTTP status.
        status: u16,
    },
    /// The answer cannot be unpacked.
    #[error("garbled")]
    Garbled,
}

impl FetchRefused {
    /// As stored beside a subscription, and read back by whoever chooses the sentence.
    pub const fn code(self) -> &'static str {
        match self {
            FetchRefused::BadAddress => "bad-address",
            FetchRefused::NotAllowed { .. } => "not-allowed",
            FetchRefused::Unreachable => "unreachable",
            FetchRefused::Certificate => "certificate",
            FetchRefused::TooSlow => "too-slow",
            FetchRefused::TooLarge => "too-large",
            FetchRefused::NotFound => "not-found",
            FetchRefused::Unauthorised => "unauthorised",
            FetchRefused::Unwilling { .. } => "unwilling",
            FetchRefused::Garbled => "garbled",
        }
    }
}

/// The rule that an address breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Why {
    /// Neither `https` nor `webcal`.
    #[error("another protocol")]
    Protocol,
    /// `http`, to whatever host.
    #[error("not encrypted")]
    NotEncrypted,
    /// A name or a password in the address: they belong to a person, not to a subscription.
    #[error("a name or password in the address")]
    Userinfo,
    /// Another port than 443 and 8443, on a host that IT has not listed.
    #[error("port")]
    Port,
    /// The host is, or its name leads to, an address that is not on the public internet, and IT has not listed it.
    #[error("not a public address")]
    NotPublic,
    /// Sent on too many times.
    #[error("too many redirects")]
    Redirects,
}

impl From<Why> for FetchRefused {
    fn from(why: Why) -> Self {
        FetchRefused::NotAllowed { why }
    }
}
