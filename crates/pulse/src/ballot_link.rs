use crate::{RoundId, SlipCode, hash_text};

/// What a link to the ballot page lets its holder do. All of it stands after the `#`, which no browser sends: it never reaches a
/// server's log. `assets/js/booth/link.js` reads it.
#[derive(Debug, Clone, Copy)]
pub enum BallotLink<'l> {
    /// Draw a ballot, with the text of an invitation's secret.
    Invitation(&'l str),
    /// Use a slip.
    Slip(&'l SlipCode),
    /// Answer where anybody may.
    Open,
}

impl BallotLink<'_> {
    /// The path within the product. With the hash of the manifest, so that a telephone takes no other.
    pub fn path(self, round: RoundId, manifest: &[u8; 32]) -> String {
        let hash = hash_text(manifest);
        match self {
            BallotLink::Invitation(pass) => format!("/b/{round}#{pass}{hash}"),
            BallotLink::Slip(code) => format!("/b/{round}#s{}{hash}", code.text()),
            BallotLink::Open => format!("/b/{round}#o{hash}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_sorts_are_told_apart_by_what_follows_the_hash_mark() {
        let hash = [0; 32];
        let after =
            |link: BallotLink<'_>| link.path(RoundId(7), &hash).strip_prefix("/b/7#").unwrap().to_owned();
        let zero = "A".repeat(43);
        assert_eq!(after(BallotLink::Invitation(&"p".repeat(43))), format!("{}{zero}", "p".repeat(43)));
        let code = SlipCode::from_random([0; 10]);
        assert_eq!(after(BallotLink::Slip(&code)), format!("s{}{zero}", "0".repeat(16)));
        assert_eq!(after(BallotLink::Open), format!("o{zero}"));
    }
}
