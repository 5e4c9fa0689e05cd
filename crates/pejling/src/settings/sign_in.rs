//! How people may sign in.

use access::Role;

use super::{Given, SettingsError, host};

/// The doors that are open.
#[derive(Clone)]
pub(crate) struct SignIn {
    /// Links by mail may be asked for. `pejling link` makes them in any case.
    pub(crate) link: bool,
    /// Passwords may be chosen and used.
    pub(crate) password: bool,
    /// The organisation's own sign-in.
    pub(crate) account: Option<Account>,
}

/// The organisation's own sign-in, by OpenID Connect.
#[derive(Clone)]
pub(crate) struct Account {
    /// What the button says after "sign in with"; without it, what the page finds itself.
    pub(crate) name: String,
    pub(crate) issuer: String,
    pub(crate) client_id: String,
    pub(crate) client_secret: Option<String>,
    /// Hosts on the inside that it sends us to, besides its own.
    pub(crate) hosts: Vec<String>,
    pub(crate) scopes: Vec<String>,
    pub(crate) claim: String,
    pub(crate) roles_claim: Option<String>,
    /// For each role the values of the claim that give it.
    pub(crate) roles: Vec<(Role, Vec<String>)>,
}

/// Roles that may follow from a claim, by their keys.
const ROLES: [(Role, &str); 3] = [
    (Role::Hr, "sign_in.roles.hr"),
    (Role::TopManager, "sign_in.roles.top_manager"),
    (Role::It, "sign_in.roles.it"),
];

pub(super) fn sign_in(given: &Given) -> Result<SignIn, SettingsError> {
    let switch = |key| given.read(key, "true or false", |text| text.parse::<bool>().ok());
    let account = account(given)?;
    let password = switch("sign_in.password")?.unwrap_or(false);
    let link = switch("sign_in.link")?.unwrap_or(true);
    match given.first_of(&["sign_in.link"]) {
        Some(present) if !link && account.is_none() => {
            let instead = "without links people need the organisation's own sign-in";
            Err(SettingsError::Missing { present, missing: "sign_in.issuer", instead })
        }
        _ => Ok(SignIn { link, password, account }),
    }
}

fn account(given: &Given) -> Result<Option<Account>, SettingsError> {
    let known = "what the provider calls itself, with https and of your own tenant, such as \
        \"https://login.microsoftonline.com/TENANT/v2.0\" or \"https://id.kommun.example/realms/kommun\"";
    let Some(issuer) = given.read("sign_in.issuer", known, issuer)? else {
        let mut keys =
            vec!["sign_in.client_id", "sign_in.client_secret_file", "sign_in.name", "sign_in.claim"];
        keys.extend(["sign_in.hosts", "sign_in.scopes", "sign_in.roles_claim"]);
        keys.extend(ROLES.map(|(_, key)| key));
        return match given.first_of(&keys) {
            Some(present) => {
                let instead = "what the provider calls itself";
                Err(SettingsError::Missing { present, missing: "sign_in.issuer", instead })
            }
            None => Ok(None),
        };
    };
    let needs = |keys: &[&str], missing, instead| {
        let present = given.first_of(keys).unwrap_or(super::Origin::Default("sign_in.issuer"));
        SettingsError::Missing { present, missing, instead }
    };
    let client_id = given
        .read("sign_in.client_id", "what the provider calls Pejling", word)?
        .ok_or_else(|| needs(&["sign_in.issuer"], "sign_in.client_id", "what the provider calls Pejling"))?;
    let values = "a list of texts, such as [\"pejling-hr\"]";
    let mut roles = Vec::new();
    for (role, key) in ROLES {
        roles.push((role, given.list(key, values, word)?));
    }
    let roles_claim = given.read("sign_in.roles_claim", "the name of a claim, such as \"groups\"", word)?;
    if roles_claim.is_none() && roles.iter().any(|(_, values)| !values.is_empty()) {
        let keys = ROLES.map(|(_, key)| key);
        return Err(needs(&keys, "sign_in.roles_claim", "the claim that these values stand in"));
    }
    let named = given.read("sign_in.name", "what people call it, in at most 40 characters", name)?;
    Ok(Some(Account {
        name: named.unwrap_or_default(),
        issuer,
        client_id,
        client_secret: given.secret("sign_in.client_secret_file")?,
        hosts: given.list(
            "sign_in.hosts",
            "names of hosts without https://, such as [\"id.kommun.example\"]",
            host,
        )?,
        scopes: match given.list(
            "sign_in.scopes",
            "names of scopes, such as [\"profile\", \"email\"]",
            word,
        )? {
            none if none.is_empty() => vec!["profile".to_owned(), "email".to_owned()],
            scopes => scopes,
        },
        claim: given
            .read("sign_in.claim", "the name of a claim, such as \"email\"", word)?
            .unwrap_or_else(|| "email".to_owned()),
        roles_claim,
        roles,
    }))
}

/// An address with https. The ones of Entra ID that are for every tenant in the world are refused: whoever has a tenant could be anybody.
fn issuer(text: &str) -> Option<String> {
    let rest = text.strip_prefix("https://")?;
    let plain = |c: char| c.is_ascii_graphic() && !"?#\\@".contains(c);
    let everybody = ["/common", "/organizations", "/consumers"].iter().any(|all| rest.contains(all));
    let of_microsoft = rest.starts_with("login.microsoftonline.");
    (!rest.is_empty() && rest.chars().all(plain) && !(of_microsoft && everybody)).then(|| text.to_owned())
}

fn word(text: &str) -> Option<String> {
    (!text.is_empty() && text.len() <= 500 && !text.contains(char::is_whitespace)).then(|| text.to_owned())
}

fn name(text: &str) -> Option<String> {
    let text = text.trim();
    ((1..=40).contains(&text.chars().count()) && !text.contains(char::is_control)).then(|| text.to_owned())
}
