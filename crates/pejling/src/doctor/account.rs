//! The organisation's own sign-in.

use actions::Clock;

use super::finding::Findings;
use crate::settings::Settings;

pub(super) fn look(settings: &Settings, findings: &mut Findings) {
    const IT: &str = "sign_in";
    let Some(account) = &settings.sign_in.account else {
        let instead = "name the provider in [sign_in] to let people in with the account they have";
        return findings.remark(IT, "people sign in by links and passkeys only", instead);
    };
    let address = settings.address.as_deref().unwrap_or_default();
    if !address.starts_with("https://") {
        findings.remark(
            IT,
            "most providers send people back to an address with https only",
            "write `address` with https, and register it with /sign-in/account/back at the provider",
        );
    }
    let asked = crate::account::provider(settings, account, address).and_then(|provider| {
        let runtime = tokio::runtime::Runtime::new()?;
        Ok(runtime.block_on(provider.look(Clock::System.now()))?)
    });
    match asked {
        Ok(()) => findings.good(IT, format!("{} says who it is and has keys", account.issuer)),
        Err(error) => findings.wrong(
            IT,
            format!("{error:#}"),
            "see that sign_in.issuer is what the provider calls itself, that this machine may reach it, and that its certificate is of an authority \
             that is public or in authorities_file",
        ),
    }
}
