use std::collections::HashSet;
use std::sync::Arc;

use access::Secret;
use pulse::{Manifest, ManifestLine, Place};

use super::station::takes_ballots;
use super::{Refused, RoundKey, Station};
use crate::Fault;

/// Where somebody can draw, and what shows that everybody sees the same keys.
#[derive(Debug, Clone)]
pub struct Mine {
    /// The manifest's first line.
    pub header: ManifestLine,
    /// The groups they can draw in, in order of place.
    pub groups: Vec<MyGroup>,
    /// How many lines the manifest has.
    pub size: u64,
    /// Its hash.
    pub hash: [u8; 32],
}

/// One group to draw in.
#[derive(Debug, Clone)]
pub struct MyGroup {
    /// Its place.
    pub place: Place,
    /// Its line of the manifest.
    pub line: ManifestLine,
    /// Whether they have drawn here, on whatever device.
    pub drawn: bool,
}

/// A manifest that is kept at hand, with its hash.
pub(super) struct Opened {
    manifest: Manifest,
    hash: [u8; 32],
}

impl Station {
    /// Where the holder of an invitation can draw.
    ///
    /// # Errors
    /// [`Refused::Unknown`] when there is no such invitation; [`Refused::NotYet`] or [`Refused::Closed`] outside its time.
    pub async fn mine(&self, round: RoundKey, pass: &Secret, network: &str) -> Result<Mine, Refused> {
        self.not_too_wrong(network)?;
        let outcome = self.mine_once(round, pass.hash()).await;
        self.note(network, outcome)
    }

    async fn mine_once(&self, round: RoundKey, secret_hash: [u8; 32]) -> Result<Mine, Refused> {
        let (places, drawn) = self
            .desk
            .read(move |tx| {
                takes_ballots(tx, round)?;
                let person = store::ballots::invitation(tx, round, &secret_hash)?.ok_or(Refused::Unknown)?;
                let places = store::rounds::groups_of(tx, round.0, round.1, person)?;
                let drawn = store::ballots::places_drawn(tx, round, person)?;
                Ok::<_, Refused>((places, drawn.into_iter().collect::<HashSet<_>>()))
            })
            .await?;
        let opened = self.manifest(round).await?;
        let (header, lines) = opened.manifest.lines_of(&places);
        if lines.len() != places.len() {
            return Err(Fault::Unreadable { what: "manifest" }.into());
        }
        let group = |(place, line)| MyGroup { place, line, drawn: drawn.contains(&place) };
        let groups = places.into_iter().zip(lines).map(group).collect();
        Ok(Mine { header, groups, size: opened.manifest.size(), hash: opened.hash })
    }

    /// The manifest of a round, which does not change once it is open.
    async fn manifest(&self, round: RoundKey) -> Result<Arc<Opened>, Refused> {
        if let Some(opened) = self.manifests.get(&round) {
            return Ok(opened);
        }
        let opening = self.desk.read(move |tx| store::rounds::opening_of(tx, round.0, round.1)).await?;
        let opening = opening.ok_or(Refused::NotYet)?;
        let manifest =
            Manifest::from_bytes(&opening.manifest).ok_or(Fault::Unreadable { what: "manifest" })?;
        Ok(self.manifests.keep(round, Opened { manifest, hash: opening.hash }))
    }
}
