use std::collections::HashMap;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

use crate::Site;

macro_rules! embedded {
    ($($name:literal as $kind:literal),* $(,)?) => {
        &[$(($name, $kind, include_bytes!(concat!("../../../assets/", $name)) as &[u8])),*]
    };
}

/// Everything a page asks for, held in the binary: no request ever leaves the installation.
const FILES: &[(&str, &str, &[u8])] = embedded![
    "pejling.css" as "text/css; charset=utf-8",
    "booth.css" as "text/css; charset=utf-8",
    "booth.js" as "text/javascript; charset=utf-8",
    "js/pejling.js" as "text/javascript; charset=utf-8",
    "js/copy-link.js" as "text/javascript; charset=utf-8",
    "js/live.js" as "text/javascript; charset=utf-8",
    "js/pass-key.js" as "text/javascript; charset=utf-8",
    "js/open-menu.js" as "text/javascript; charset=utf-8",
    "js/search-as-typed.js" as "text/javascript; charset=utf-8",
    "js/swap-form.js" as "text/javascript; charset=utf-8",
    "img/pejling.svg" as "image/svg+xml",
    "fonts/inter-latin.woff2" as "font/woff2",
    "fonts/inter-latin-ext.woff2" as "font/woff2",
];

/// The files by name, compressed once at start, under an address that changes when any of them does.
pub(crate) struct Assets {
    root: String,
    version: String,
    files: HashMap<&'static str, Asset>,
}

struct Asset {
    kind: &'static str,
    plain: Bytes,
    brotli: Option<Bytes>,
    integrity: String,
}

impl Assets {
    pub(crate) fn embedded() -> Assets {
        let mut all = Sha256::new();
        for (name, _, bytes) in FILES {
            all.update(name);
            all.update(bytes);
        }
        let version: String = all.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        let files = FILES.iter().map(|(name, kind, bytes)| (*name, Asset::new(kind, bytes))).collect();
        Assets { root: format!("/assets/{version}"), version, files }
    }

    /// The address that the files lie under.
    pub(crate) fn root(&self) -> &str {
        &self.root
    }

    /// What a page says of a file so that a browser takes no other: `sha384-…`, as in Subresource Integrity.
    pub(crate) fn integrity(&self, name: &str) -> &str {
        self.files.get(name).map_or("", |asset| &asset.integrity)
    }
}

impl Asset {
    fn new(kind: &'static str, bytes: &'static [u8]) -> Asset {
        // Fonts are compressed already.
        let brotli = (!kind.starts_with("font/")).then(|| {
            let mut out = Vec::new();
            // 5 of 11: a tenth larger than the best, and a hundredth of the time at every start.
            let mut writer = brotli::CompressorWriter::new(&mut out, 4096, 5, 22);
            let done = std::io::Write::write_all(&mut writer, bytes);
            drop(writer);
            done.is_ok().then(|| Bytes::from(out))
        });
        let integrity = format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)));
        Asset { kind, plain: Bytes::from_static(bytes), brotli: brotli.flatten(), integrity }
    }
}

pub(crate) async fn file(State(site): State<Site>, Path(file): Path<String>, headers: HeaderMap) -> Response {
    let assets = site.assets();
    let Some((version, name)) = file.split_once('/') else { return StatusCode::NOT_FOUND.into_response() };
    let Some(asset) = assets.files.get(name) else { return StatusCode::NOT_FOUND.into_response() };
    // An older page may still ask for an older version: it gets today's file, but must not keep it.
    let keep = if version == assets.version { "public, max-age=31536000, immutable" } else { "no-cache" };
    let accepts =
        headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let base = [
        (header::CONTENT_TYPE, asset.kind),
        (header::CACHE_CONTROL, keep),
        (header::VARY, "accept-encoding"),
    ];
    match &asset.brotli {
        Some(small) if accepts.split(',').any(|way| way.trim().split(';').next() == Some("br")) => {
            (base, [(header::CONTENT_ENCODING, "br")], small.clone()).into_response()
        }
        _ => (base, asset.plain.clone()).into_response(),
    }
}
