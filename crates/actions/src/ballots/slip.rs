use ballotbox::{Arrival, Ballot, Nonce};
use people::OrganisationId;
use pulse::{RoundId, SlipCode};

use super::cast::{ToPut, put};
use super::{Refused, RoundKey, Station};

impl Station {
    /// The round that a slip is for, when it has not been used. `code` as it was typed.
    ///
    /// # Errors
    /// [`Refused::Unknown`] when there is no such slip, or it has been used.
    pub async fn round_of_slip(
        &self,
        organisation: OrganisationId,
        code: &str,
        network: &str,
    ) -> Result<RoundId, Refused> {
        self.not_too_wrong(network)?;
        let outcome = match SlipCode::read(code).map(|code| code.hash()) {
            None => Err(Refused::Unknown),
            Some(hash) => self
                .desk
                .read(move |tx| store::ballots::round_of_slip(tx, organisation, &hash))
                .await
                .map_err(Refused::from)
                .and_then(|round| round.ok_or(Refused::Unknown)),
        };
        self.note(network, outcome)
    }

    /// Takes in the ballot of whoever holds a slip, and uses the slip up. `code` as it was typed. Gives the ballot's name, by which its
    /// receipt is found among the counted: it is random and has nothing to do with the slip.
    ///
    /// # Errors
    /// [`Refused::Unknown`] when there is no such slip, or it has been used.
    pub async fn use_slip(
        &self,
        round: RoundKey,
        code: &str,
        answers: &str,
        words: Option<&str>,
        network: &str,
    ) -> Result<[u8; 32], Refused> {
        self.not_too_wrong(network)?;
        let outcome = self.use_slip_once(round, code, answers, words).await;
        self.note(network, outcome)
    }

    async fn use_slip_once(
        &self,
        round: RoundKey,
        code: &str,
        answers: &str,
        words: Option<&str>,
    ) -> Result<[u8; 32], Refused> {
        let code_hash = SlipCode::read(code).ok_or(Refused::Unknown)?.hash();
        let form = self.form(round).await?;
        let ballot = Ballot::read(&form, answers, words).map_err(|_| Refused::Garbled)?;
        let nonce = Nonce(self.desk.random());
        let packed = Arrival { nonce, ballot }.pack(&form);
        let keys = self.desk.keys.clone();
        self.desk
            .write(move |tx| {
                let place = store::ballots::take_slip(tx, round, &code_hash)?.ok_or(Refused::Unknown)?;
                put(tx, &keys, &ToPut { round, place, nonce, packed: packed.clone() })
            })
            .await?;
        Ok(nonce.0)
    }
}
