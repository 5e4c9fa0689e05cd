use std::future::Future;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;

use tokio::net::{TcpStream, lookup_host};

/// Something that comes when it is ready.
pub type Soon<'a, T> = Pin<Box<dyn Future<Output = io::Result<T>> + Send + 'a>>;

/// How names become addresses and addresses connections. Of its own, so that a test can be a name server that lies and a
/// public address that leads home.
pub trait Network: Send + Sync {
    /// Every address of a host's name.
    fn resolve<'a>(&'a self, host: &'a str) -> Soon<'a, Vec<IpAddr>>;

    /// Connects to exactly this address.
    fn connect(&self, to: SocketAddr) -> Soon<'_, TcpStream>;
}

/// The machine's own network and resolver.
#[derive(Debug, Clone, Copy, Default)]
pub struct Internet;

impl Network for Internet {
    fn resolve<'a>(&'a self, host: &'a str) -> Soon<'a, Vec<IpAddr>> {
        Box::pin(async move { Ok(lookup_host((host, 0)).await?.map(|found| found.ip()).collect()) })
    }

    fn connect(&self, to: SocketAddr) -> Soon<'_, TcpStream> {
        Box::pin(TcpStream::connect(to))
    }
}
