use crate::PersonId;

crate::id! {
    /// A user of the organisation's directory, as this installation names them to it.
    DirectoryUserId
}
crate::id! {
    /// A group of the organisation's directory.
    DirectoryGroupId
}

/// What the organisation's directory (Entra ID, Okta) says of somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DirectoryUser {
    /// What they sign in to the directory with, 1..=254 characters; often, but not always, an address.
    pub user_name: String,
    /// What the directory itself calls them, 1..=254 characters.
    pub external_id: Option<String>,
    /// Given name, 1..=100 characters.
    pub given_name: Option<String>,
    /// Family name, 1..=100 characters.
    pub family_name: Option<String>,
    /// How the directory shows them, 1..=200 characters.
    pub display_name: Option<String>,
    /// The one address that is kept of those the directory has.
    pub mail: Option<DirectoryMail>,
    /// What the HR system calls them, if the directory knows, 1..=100 characters.
    pub employee_number: Option<String>,
    /// Whether they may sign in.
    pub active: bool,
}

/// An address as the directory says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DirectoryMail {
    /// The address, 3..=254 characters.
    pub value: String,
    /// `work` and the like, 1..=20 characters.
    pub sort: Option<String>,
    /// Whether it goes before others.
    pub primary: Option<bool>,
}

/// A text that is too long or too short to be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{attribute} is not {shortest} to {longest} characters")]
pub struct WrongLength {
    /// Which, as SCIM names it.
    pub attribute: &'static str,
    /// The fewest characters.
    pub shortest: usize,
    /// The most characters.
    pub longest: usize,
}

impl DirectoryUser {
    /// Every text that is there, with the name SCIM has for it, and how long it may be.
    pub fn texts(&self) -> impl Iterator<Item = (&'static str, &str, (usize, usize))> {
        let mail = self.mail.as_ref();
        [
            ("userName", Some(&self.user_name), (1, 254)),
            ("externalId", self.external_id.as_ref(), (1, 254)),
            ("name.givenName", self.given_name.as_ref(), (1, 100)),
            ("name.familyName", self.family_name.as_ref(), (1, 100)),
            ("displayName", self.display_name.as_ref(), (1, 200)),
            ("emails.value", mail.map(|mail| &mail.value), (3, 254)),
            ("emails.type", mail.and_then(|mail| mail.sort.as_ref()), (1, 20)),
            ("employeeNumber", self.employee_number.as_ref(), (1, 100)),
        ]
        .into_iter()
        .filter_map(|(attribute, text, room)| Some((attribute, text?.as_str(), room)))
    }

    /// Whether everything fits where it is kept.
    ///
    /// # Errors
    /// The first that does not.
    pub fn check(&self) -> Result<(), WrongLength> {
        self.texts().try_for_each(|(attribute, text, (shortest, longest))| {
            let fits = (shortest..=longest).contains(&text.chars().count());
            fits.then_some(()).ok_or(WrongLength { attribute, shortest, longest })
        })
    }

    /// Given and family name for somebody of whom nobody else says one. A directory may have accounts without names.
    pub fn name(&self) -> (String, String) {
        let short = |text: &str| text.trim().chars().take(100).collect::<String>();
        let given = [&self.given_name, &self.display_name].into_iter().flatten().map(|text| short(text));
        let given = given.chain([short(&self.user_name)]).find(|text| !text.is_empty());
        let family = self.family_name.as_deref().map(short).filter(|text| !text.is_empty());
        (given.unwrap_or_else(|| NO_NAME.to_owned()), family.unwrap_or_else(|| NO_NAME.to_owned()))
    }

    /// Where letters go, in lower case: the address, or the user name when it is one.
    pub fn address(&self) -> Option<String> {
        let said = self.mail.as_ref().map_or(&self.user_name, |mail| &mail.value).trim().to_lowercase();
        let is_one = said.split_once('@').is_some_and(|(who, host)| !who.is_empty() && !host.is_empty());
        (is_one && !said.contains(char::is_whitespace)).then_some(said)
    }
}

/// Stands where a name would.
const NO_NAME: &str = "–";

/// Who a user of the directory is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meeting {
    /// Somebody who is known already.
    Known(PersonId),
    /// Nobody yet.
    New,
    /// The employee number is one person's and the address another's: nobody can tell.
    Two,
}

impl Meeting {
    /// By the employee number first, since the staff list keeps it; else by the address. So nobody whom the staff list brought comes to
    /// stand there twice.
    pub fn of(with_number: Option<PersonId>, with_address: Option<PersonId>) -> Meeting {
        match (with_number, with_address) {
            (Some(one), Some(other)) if one != other => Meeting::Two,
            (Some(one), _) | (None, Some(one)) => Meeting::Known(one),
            (None, None) => Meeting::New,
        }
    }
}

/// The address that a person has after the directory has said something. On a staff list the list decides, and the directory fills in what is missing;
/// what it filled in follows it.
pub fn address_after(
    theirs: Option<&str>,
    on_staff_list: bool,
    said_before: Option<&str>,
    said_now: Option<&str>,
) -> Option<String> {
    let was_the_directorys = theirs.is_some() && theirs == said_before;
    let after = match (theirs, said_now) {
        (None, now) => now,
        (Some(_), now) if was_the_directorys => now,
        (Some(_), Some(now)) if !on_staff_list => Some(now),
        (theirs, _) => theirs,
    };
    after.map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn user(user_name: &str) -> DirectoryUser {
        DirectoryUser {
            user_name: user_name.into(),
            external_id: None,
            given_name: None,
            family_name: None,
            display_name: None,
            mail: None,
            employee_number: None,
            active: true,
        }
    }

    #[test]
    fn an_account_without_a_name_is_called_something() {
        assert_eq!(user("scanner").name(), ("scanner".into(), "–".into()));
        let shown = DirectoryUser { display_name: Some("Karin H".into()), ..user("kahal") };
        assert_eq!(shown.name(), ("Karin H".into(), "–".into()));
        let named = DirectoryUser {
            given_name: Some("Karin".into()),
            family_name: Some("Hallberg".into()),
            ..shown.clone()
        };
        assert_eq!(named.name(), ("Karin".into(), "Hallberg".into()));
        let long = DirectoryUser { display_name: Some("å".repeat(200)), ..user("x") };
        assert_eq!(long.name().0.chars().count(), 100);
    }

    #[test]
    fn a_user_name_that_is_an_address_is_where_letters_go_when_nothing_else_is_said() {
        assert_eq!(user("Karin@Kommun.example").address().as_deref(), Some("karin@kommun.example"));
        for none in ["kahal", "@kommun", "kahal@", "a b@kommun.example"] {
            assert_eq!(user(none).address(), None, "{none}");
        }
        let mail = DirectoryMail { value: "karin.hallberg@kommun.example".into(), sort: None, primary: None };
        let both = DirectoryUser { mail: Some(mail), ..user("kahal@kommun.example") };
        assert_eq!(both.address().as_deref(), Some("karin.hallberg@kommun.example"));
    }

    #[test]
    fn what_does_not_fit_is_named_and_not_quoted() {
        let long = DirectoryUser { employee_number: Some("9".repeat(101)), ..user("x") };
        assert_eq!(long.check().unwrap_err().to_string(), "employeeNumber is not 1 to 100 characters");
        let empty = DirectoryUser { given_name: Some(String::new()), ..user("x") };
        assert_eq!(empty.check().unwrap_err().attribute, "name.givenName");
        assert_eq!(user("x").check(), Ok(()));
    }

    #[test]
    fn the_staff_list_decides_the_address_and_the_directory_fills_in() {
        let after =
            |theirs, listed, before, now| address_after(theirs, listed, before, now).unwrap_or_default();
        assert_eq!(after(None, true, None, Some("b")), "b", "filled in");
        assert_eq!(after(Some("b"), true, Some("b"), Some("c")), "c", "what it filled in follows it");
        assert_eq!(after(Some("b"), true, Some("b"), None), "", "and goes with it");
        assert_eq!(after(Some("a"), true, Some("b"), Some("c")), "a", "the list's own stays");
        assert_eq!(after(Some("a"), false, None, Some("c")), "c", "no list: the directory's");
        assert_eq!(after(Some("a"), false, None, None), "a", "what was entered by hand is not taken away");
    }
}
