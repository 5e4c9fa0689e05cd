use std::future::Future;
use std::pin::Pin;

use fetch::{FetchRefused, Fetcher};
use hyper::{Request, Response};

/// Something that comes when it is ready.
pub type Soon<'a> = Pin<Box<dyn Future<Output = Result<Response<Vec<u8>>, FetchRefused>> + Send + 'a>>;

/// How a provider is spoken with. Of its own, so that a test can be a provider that lies.
pub trait Line: Send + Sync {
    /// Asks, and gives the answer whatever its status. No redirect is followed.
    fn ask(&self, question: Request<Vec<u8>>) -> Soon<'_>;
}

impl Line for Fetcher {
    fn ask(&self, question: Request<Vec<u8>>) -> Soon<'_> {
        Box::pin(self.send(question))
    }
}
