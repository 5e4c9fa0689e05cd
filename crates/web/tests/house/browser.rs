use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, MatchedPath};
use axum::http::{HeaderMap, Method, Request, header};
use tower::ServiceExt;

/// A browser: keeps its cookies, comes from a network, says what it is.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    pub cookies: BTreeMap<String, String>,
    pub headers: Vec<(&'static str, String)>,
    pub from: IpAddr,
}

/// What came back.
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
    /// The template of the route that answered, if one did.
    pub route: Option<String>,
}

impl Browser {
    pub fn new(router: Router) -> Browser {
        let from = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1));
        Browser { router, cookies: BTreeMap::new(), headers: Vec::new(), from }
    }

    /// The same browser, saying `name: value` with every request.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Browser {
        self.headers.push((name, value.into()));
        self
    }

    /// The same browser, somewhere else.
    pub fn at(mut self, from: impl Into<IpAddr>) -> Browser {
        self.from = from.into();
        self
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    pub async fn post(&mut self, path: &str, form: &[(&str, &str)]) -> Answer {
        let body = form.iter().map(|(name, value)| format!("{name}={}", escaped(value)));
        let body = body.collect::<Vec<_>>().join("&");
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(body.into());
        self.send(request.unwrap()).await
    }

    pub async fn ask(&mut self, method: Method, path: &str) -> Answer {
        self.send(Request::builder().method(method).uri(path).body(Body::empty()).unwrap()).await
    }

    pub async fn send(&mut self, mut request: Request<Body>) -> Answer {
        let headers = request.headers_mut();
        for (name, value) in &self.headers {
            headers.append(*name, value.parse().unwrap());
        }
        if !self.cookies.is_empty() {
            let pairs: Vec<String> =
                self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            headers.insert(header::COOKIE, pairs.join("; ").parse().unwrap());
        }
        request.extensions_mut().insert(ConnectInfo(SocketAddr::new(self.from, 4711)));
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        self.keep(&parts.headers);
        let bytes = to_bytes(body, 4 * 1024 * 1024).await.unwrap();
        Answer {
            status: parts.status.as_u16(),
            route: parts.extensions.get::<MatchedPath>().map(|path| path.as_str().to_owned()),
            headers: parts.headers,
            text: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }

    fn keep(&mut self, headers: &HeaderMap) {
        for line in headers.get_all(header::SET_COOKIE) {
            let line = line.to_str().unwrap();
            let (name, value) = line.split(';').next().unwrap().split_once('=').unwrap();
            if line.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    /// The session's secret, as the cookie holds it.
    pub fn session(&self) -> Option<&str> {
        self.cookies.get("pejling").or_else(|| self.cookies.get("__Host-pejling")).map(String::as_str)
    }

    pub async fn is_signed_in(&mut self) -> bool {
        self.get("/settings").await.status == 200
    }
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub fn location(&self) -> &str {
        self.header("location")
    }

    pub fn is_page(&self) -> bool {
        self.header("content-type").starts_with("text/html")
    }

    pub fn asks_to_sign_in(&self) -> bool {
        self.status == 401 || self.status == 303 && self.location().starts_with("/sign-in?back=")
    }
}

pub fn escaped(text: &str) -> String {
    text.bytes()
        .map(
            |byte| {
                if byte.is_ascii_alphanumeric() {
                    char::from(byte).to_string()
                } else {
                    format!("%{byte:02X}")
                }
            },
        )
        .collect()
}
