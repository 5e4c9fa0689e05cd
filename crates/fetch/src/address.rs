use std::fmt;

use url::{Host, Url};

use crate::{FetchRefused, Why};

/// Longest address that is taken, in bytes. Outlook's and Google's are about 200.
pub const LONGEST: usize = 2_000;

/// The address of a subscribed calendar. It is a secret: printed, it shows its host alone.
#[derive(Clone, PartialEq, Eq)]
pub struct Address(Url);

impl Address {
    /// Reads what a person typed or pasted. `webcal:` means `https:`, and so does no protocol at all. A fragment is
    /// dropped. Whether a host may be asked depends on IT's list: see [`Fetcher::may_ask`](crate::Fetcher::may_ask).
    ///
    /// # Errors
    /// [`FetchRefused::BadAddress`], or not allowed: [`Why::Protocol`], [`Why::Userinfo`].
    pub fn read(typed: &str) -> Result<Address, FetchRefused> {
        let typed = typed.trim();
        // Inside, the URL standard drops line breaks and tabs in silence. Nobody types them.
        if typed.is_empty() || typed.len() > LONGEST || typed.contains(|c: char| c.is_control() || c == ' ') {
            return Err(FetchRefused::BadAddress);
        }
        let url = match typed.split_once("://") {
            Some((protocol, rest)) if is_webcal(protocol) => Url::parse(&format!("https://{rest}")),
            Some(_) => Url::parse(typed),
            None if has_other_protocol(typed) => return Err(Why::Protocol.into()),
            None => Url::parse(&format!("https://{typed}")),
        };
        Address::of(url.map_err(|_| FetchRefused::BadAddress)?)
    }

    /// Where a redirect from here leads; `location` may be relative.
    pub(crate) fn onward(&self, location: &str) -> Result<Address, FetchRefused> {
        let url = self.0.join(location).map_err(|_| FetchRefused::BadAddress)?;
        Address::read(url.as_str())
    }

    fn of(mut url: Url) -> Result<Address, FetchRefused> {
        if !matches!(url.scheme(), "https" | "http") {
            return Err(Why::Protocol.into());
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Why::Userinfo.into());
        }
        if url.host_str().is_none_or(str::is_empty) || url.as_str().len() > LONGEST {
            return Err(FetchRefused::BadAddress);
        }
        url.set_fragment(None);
        Ok(Address(url))
    }

    /// The host: a name in its ASCII form, or an IP address (IPv6 in brackets).
    pub fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    /// The whole address, to be sealed and kept. Never to be logged.
    pub fn secret(&self) -> &str {
        self.0.as_str()
    }

    pub(crate) fn parsed_host(&self) -> Option<Host<&str>> {
        self.0.host()
    }

    pub(crate) fn port(&self) -> u16 {
        self.0.port_or_known_default().unwrap_or(443)
    }

    pub(crate) fn is_encrypted(&self) -> bool {
        self.0.scheme() == "https"
    }

    /// What is asked for, as it stands in the request's first line.
    pub(crate) fn target(&self) -> String {
        let query = self.0.query().map(|query| format!("?{query}")).unwrap_or_default();
        format!("{}{query}", self.0.path())
    }

    /// The host with its port where it is not the protocol's own, as it stands in the request.
    pub(crate) fn authority(&self) -> &str {
        self.0.authority()
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Address({})", self.host())
    }
}

fn is_webcal(protocol: &str) -> bool {
    protocol.eq_ignore_ascii_case("webcal") || protocol.eq_ignore_ascii_case("webcals")
}

/// `mailto:someone`, `javascript:…`: a protocol without `//`. `host:8443/…` is none: what follows is a port.
fn has_other_protocol(typed: &str) -> bool {
    typed.split_once(':').is_some_and(|(before, after)| {
        before.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
            && !after.starts_with(|c: char| c.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_people_paste_is_read() {
        let cases = [
            ("https://cal.example/a.ics", "https://cal.example/a.ics"),
            ("  webcal://cal.example/a.ics\n", "https://cal.example/a.ics"),
            ("WEBCAL://cal.example/a.ics", "https://cal.example/a.ics"),
            ("webcals://cal.example:8443/a.ics", "https://cal.example:8443/a.ics"),
            ("cal.example/a.ics", "https://cal.example/a.ics"),
            ("cal.example:8443/a.ics", "https://cal.example:8443/a.ics"),
            (
                "https://kalender.västerås.example/å?b=ö#del",
                "https://kalender.xn--vsters-buam.example/%C3%A5?b=%C3%B6",
            ),
            ("http://cal.example", "http://cal.example/"),
        ];
        for (typed, secret) in cases {
            assert_eq!(Address::read(typed).unwrap().secret(), secret, "{typed}");
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        let long = format!("https://cal.example/{}", "a".repeat(LONGEST));
        for typed in
            ["", "   ", "https://", "https://a b/", "https://cal.example/\r\nX: y", "https://[::1", &long]
        {
            assert_eq!(Address::read(typed), Err(FetchRefused::BadAddress), "{typed}");
        }
        for typed in [
            "ftp://cal.example/",
            "file:///etc/passwd",
            "gopher://cal.example/",
            "mailto:a@b.example",
            "javascript:alert(1)",
            "data:text/calendar,x",
        ] {
            assert_eq!(Address::read(typed), Err(Why::Protocol.into()), "{typed}");
        }
        for typed in
            ["https://åsa@cal.example/", "webcal://a:b@cal.example/", "https://cal.example@evil.example/"]
        {
            assert_eq!(Address::read(typed), Err(Why::Userinfo.into()), "{typed}");
        }
    }

    #[test]
    fn printed_it_shows_its_host_alone() {
        let address = Address::read("https://cal.example/private-4f1c/basic.ics?key=hemlig").unwrap();
        assert_eq!(format!("{address:?}"), "Address(cal.example)");
    }

    proptest! {
        #[test]
        fn whatever_is_typed_it_is_refused_or_reads_back_the_same(typed in "\\PC{0,60}|(https?|webcal)://[a-z0-9.:/@%#?-]{0,40}") {
            if let Ok(address) = Address::read(&typed) {
                prop_assert_eq!(Address::read(address.secret()), Ok(address));
            }
        }
    }
}
