use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

use access::RoleMapping;
use actions::Desk;
use actions::ballots::Station;
use axum::extract::ConnectInfo;
use axum::http::request::Parts;
use fetch::{Address, Fetcher};
use passkey::Passkeys;
use people::Organisation;
use provider::Provider;

use crate::assets::Assets;

/// What every request is answered from. Cheap to clone.
#[derive(Clone)]
pub struct Site(Arc<Inner>);

struct Inner {
    desk: Desk,
    host: Organisation,
    assets: Assets,
    settings: WebSettings,
    station: Station,
    passkeys: Option<Passkeys>,
}

/// What differs between installations, of what concerns pages.
#[derive(Clone)]
pub struct WebSettings {
    /// Proxies whose `X-Forwarded-For` is believed. Without any, the peer's address is the visitor's.
    pub proxies: Vec<IpAddr>,
    /// What fetches a subscribed calendar when its owner wants to look at it.
    pub fetcher: Fetcher,
    /// How people may sign in.
    pub doors: Doors,
    /// Whether a mail server is set: without one letters wait.
    pub post: bool,
}

/// The doors that are open. Links that were sent, or made by IT, let in always.
#[derive(Clone)]
pub struct Doors {
    /// Links by mail may be asked for.
    pub link: bool,
    /// Passwords may be chosen and used.
    pub password: bool,
    /// The organisation's own sign-in.
    pub account: Option<AccountDoor>,
}

impl Default for Doors {
    /// Links, as where nothing is said.
    fn default() -> Doors {
        Doors { link: true, password: false, account: None }
    }
}

/// The organisation's own sign-in.
#[derive(Clone)]
pub struct AccountDoor {
    /// Who is asked.
    pub provider: Provider,
    /// What people call it; may be empty.
    pub name: String,
    /// Which roles follow from what it says.
    pub roles: RoleMapping,
}

impl Site {
    /// A site for the people of `host`.
    pub fn new(desk: Desk, host: Organisation, settings: WebSettings) -> Site {
        let station = Station::new(desk.clone());
        let passkeys = Passkeys::at(desk.address());
        Site(Arc::new(Inner { desk, host, assets: Assets::embedded(), settings, station, passkeys }))
    }

    /// Where actions are done.
    pub fn desk(&self) -> &Desk {
        &self.0.desk
    }

    /// Whose installation it is.
    pub fn host(&self) -> &Organisation {
        &self.0.host
    }

    /// The keys of this address, if browsers have any there.
    pub(crate) fn passkeys(&self) -> Option<&Passkeys> {
        self.0.passkeys.as_ref()
    }

    /// Whether a mail server is set.
    pub(crate) fn has_post(&self) -> bool {
        self.0.settings.post
    }

    /// How people may sign in.
    pub(crate) fn doors(&self) -> &Doors {
        &self.0.settings.doors
    }

    /// Where ballots are handed out and taken in.
    pub(crate) fn station(&self) -> &Station {
        &self.0.station
    }

    /// Fetches the actor's subscribed calendar; why it could not, as a code.
    pub(crate) async fn fetch(
        &self,
        by: access::Actor,
    ) -> Result<Result<Vec<u8>, &'static str>, actions::Fault> {
        let Some(address) = actions::week::address(self.desk(), by.organisation, by.person).await? else {
            return Ok(Err("not-found"));
        };
        let fetched = match Address::read(&address) {
            Ok(address) => self.0.settings.fetcher.calendar(&address).await,
            Err(refused) => Err(refused),
        };
        Ok(fetched.map_err(fetch::FetchRefused::code))
    }

    /// Style, scripts and fonts.
    pub(crate) fn assets(&self) -> &Assets {
        &self.0.assets
    }

    /// Whether people come by https, so that cookies may insist on it.
    pub(crate) fn secure(&self) -> bool {
        self.desk().address().starts_with("https://")
    }

    /// The network a request comes from, as it is counted; see [`Site::network`].
    pub fn network_of(&self, parts: &Parts) -> String {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let peer = peer.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |info| info.0.ip());
        let forwarded = parts.headers.get_all("x-forwarded-for").iter().filter_map(|line| line.to_str().ok());
        self.network(peer, forwarded)
    }

    /// The network a request comes from, as it is counted: an IPv4 /24 or an IPv6 /56.
    ///
    /// Of `X-Forwarded-For` the right-most address that is not a trusted proxy counts; whatever stands left of it was
    /// written by the visitor and says nothing.
    /// The header may stand several times: a proxy that adds a line of its own adds the last one.
    fn network<'l>(&self, peer: IpAddr, forwarded: impl DoubleEndedIterator<Item = &'l str>) -> String {
        let proxies = &self.0.settings.proxies;
        let trusted = |address: &IpAddr| proxies.iter().any(|proxy| proxy.to_canonical() == *address);
        let mut visitor = peer.to_canonical();
        let mut hops = forwarded.rev().flat_map(|line| line.rsplit(',')).map_while(hop);
        while trusted(&visitor)
            && let Some(before) = hops.next()
        {
            visitor = before;
        }
        match visitor {
            IpAddr::V4(address) => {
                let [a, b, c, _] = address.octets();
                format!("{a}.{b}.{c}")
            }
            IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments();
                format!("{a:x}:{b:x}:{c:x}:{:x}", d & 0xff00)
            }
        }
    }
}

/// One address of an `X-Forwarded-For`; some proxies write the port too.
fn hop(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let address = text.parse().or_else(|_| text.parse::<SocketAddr>().map(|socket| socket.ip()));
    address.ok().map(|address: IpAddr| address.to_canonical())
}
