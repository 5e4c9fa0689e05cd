use std::io::{self, Write};

use flate2::write::GzDecoder;
use http_body_util::BodyExt;
use hyper::body::{Body, Incoming};
use hyper::header::{CONTENT_ENCODING, HeaderMap};

use crate::FetchRefused;

/// Reads an answer to its end: at most `limit` bytes on the wire, and at most as many unpacked.
pub(crate) async fn read(
    headers: &HeaderMap,
    mut body: Incoming,
    limit: usize,
) -> Result<Vec<u8>, FetchRefused> {
    let mut sink = Sink::for_encoding(headers, limit)?;
    if body.size_hint().lower() > limit as u64 {
        return Err(FetchRefused::TooLarge);
    }
    let mut on_the_wire = 0;
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| FetchRefused::Unreachable)?;
        let Ok(data) = frame.into_data() else { continue };
        on_the_wire += data.len();
        if on_the_wire > limit {
            return Err(FetchRefused::TooLarge);
        }
        sink.take(&data)?;
    }
    sink.finish()
}

enum Sink {
    Plain(Bounded),
    /// One member, as every server packs: thousands of empty ones would be work and nothing else.
    Gzip(Box<GzDecoder<Bounded>>),
}

impl Sink {
    fn for_encoding(headers: &HeaderMap, limit: usize) -> Result<Sink, FetchRefused> {
        let bounded = Bounded { bytes: Vec::new(), limit, full: false };
        let encoding = headers.get(CONTENT_ENCODING).map_or(Ok("identity"), |value| value.to_str());
        match encoding.unwrap_or_default().trim().to_ascii_lowercase().as_str() {
            "identity" | "" => Ok(Sink::Plain(bounded)),
            "gzip" | "x-gzip" => Ok(Sink::Gzip(Box::new(GzDecoder::new(bounded)))),
            // We asked for gzip or nothing.
            _ => Err(FetchRefused::Garbled),
        }
    }

    fn take(&mut self, data: &[u8]) -> Result<(), FetchRefused> {
        match self {
            Sink::Plain(bounded) => bounded.write_all(data).map_err(|_| FetchRefused::TooLarge),
            Sink::Gzip(decoder) => decoder.write_all(data).map_err(|_| decoder.get_ref().verdict()),
        }
    }

    fn finish(self) -> Result<Vec<u8>, FetchRefused> {
        match self {
            Sink::Plain(bounded) => Ok(bounded.bytes),
            Sink::Gzip(mut decoder) => {
                decoder.try_finish().map_err(|_| decoder.get_ref().verdict())?;
                Ok(std::mem::take(&mut decoder.get_mut().bytes))
            }
        }
    }
}

/// Memory that takes so much and no more.
struct Bounded {
    bytes: Vec<u8>,
    limit: usize,
    full: bool,
}

impl Bounded {
    /// What it means that unpacking stopped.
    fn verdict(&self) -> FetchRefused {
        if self.full { FetchRefused::TooLarge } else { FetchRefused::Garbled }
    }
}

impl Write for Bounded {
    fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + data.len() > self.limit {
            self.full = true;
            return Err(io::ErrorKind::OutOfMemory.into());
        }
        self.bytes.extend_from_slice(data);
        Ok(data.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
