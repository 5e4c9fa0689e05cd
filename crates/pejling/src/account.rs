//! The organisation's own sign-in, as the settings name it.

use std::sync::Arc;
use std::time::Duration;

use access::RoleMapping;
use anyhow::{Context, Result};
use fetch::{Fetcher, Limits};
use provider::Provider;
use web::{AccountDoor, Doors};

use crate::settings::{Account, Settings};

/// Less than a page may take: whoever waits is told.
const LIMITS: Limits = Limits {
    connect: Duration::from_secs(5),
    whole: Duration::from_secs(10),
    bytes: 1_000_000,
    redirects: 0,
    at_once: 64,
};

/// The doors that are open, for people who reach the product at `address`.
pub(crate) fn doors(settings: &Settings, address: &str) -> Result<Doors> {
    let open = &settings.sign_in;
    let account = match &open.account {
        None => None,
        Some(account) => Some(AccountDoor {
            provider: provider(settings, account, address)?,
            name: account.name.clone(),
            roles: RoleMapping::new(account.roles.clone()),
        }),
    };
    Ok(Doors { link: open.link, password: open.password, account })
}

/// Whoever the settings name; its own host may lie on the inside.
pub(crate) fn provider(settings: &Settings, account: &Account, address: &str) -> Result<Provider> {
    let own = account.issuer.trim_start_matches("https://").split(['/', ':']).next().unwrap_or_default();
    let line = Fetcher::new(fetch::Settings {
        allowed_hosts: account.hosts.iter().cloned().chain([own.to_owned()]).collect(),
        authorities: settings.authorities.clone(),
        limits: LIMITS,
    })
    .context("sign_in.issuer and sign_in.hosts")?;
    let settings = provider::Settings {
        issuer: account.issuer.clone(),
        client_id: account.client_id.clone(),
        client_secret: account.client_secret.clone(),
        back: format!("{address}/sign-in/account/back"),
        scopes: account.scopes.clone(),
        claim: account.claim.clone(),
        roles_claim: account.roles_claim.clone(),
    };
    Ok(Provider::new(settings, Arc::new(line)))
}
