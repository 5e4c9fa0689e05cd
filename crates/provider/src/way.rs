/// Three secrets from a good source of chance: state, nonce and the verifier of PKCE.
pub type Chance = [[u8; 32]; 3];

/// What is remembered of somebody who was sent to the provider, until they come back. It is for the browser that went, sealed.
#[derive(Clone, PartialEq, Eq)]
pub struct Way {
    pub(crate) state: String,
    pub(crate) nonce: String,
    pub(crate) verifier: String,
    /// When they must have proven there who they are, if it is asked for: not before this second.
    pub(crate) not_before: Option<i64>,
}

impl Way {
    /// As it is kept; holds no line break.
    pub fn text(&self) -> String {
        let not_before = self.not_before.map(|second| second.to_string()).unwrap_or_default();
        format!("{} {} {} {not_before}", self.state, self.nonce, self.verifier)
    }

    /// Reads [`Way::text`].
    pub fn read(text: &str) -> Option<Way> {
        let mut parts = text.split(' ');
        let mut next = || parts.next().map(str::to_owned);
        let (state, nonce, verifier, second) = (next()?, next()?, next()?, next()?);
        let not_before = if second.is_empty() { None } else { Some(second.parse().ok()?) };
        parts.next().is_none().then_some(Way { state, nonce, verifier, not_before })
    }

    /// Whether what came back belongs to this way.
    pub fn leads_from(&self, state: &str) -> bool {
        // Compared in constant time by nobody's need: the state is of use once, to whoever has the cookie.
        self.state == state
    }
}

impl std::fmt::Debug for Way {
    /// Says nothing: it is secret.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Way")
    }
}
