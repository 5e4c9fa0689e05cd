//! One `pejling serve` among several.

use std::fs::{self, OpenOptions};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use crate::support::pejling;
use crate::town::Town;

pub(crate) struct Node {
    folder: TempDir,
    child: Child,
    pub(crate) pages: u16,
    pub(crate) figures: u16,
}

/// Free a moment ago.
fn port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

impl Node {
    pub(crate) fn start(town: &Town) -> Node {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("data")).unwrap();
        fs::copy(town.key_file(), folder.path().join("data/pejling.key")).unwrap();
        let (pages, figures) = (port(), port());
        let child = begin(town, &folder, pages, figures);
        Node { folder, child, pages, figures }
    }

    pub(crate) fn start_again(&mut self, town: &Town) {
        self.child = begin(town, &self.folder, self.pages, self.figures);
    }

    /// As a power failure would.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// As a service manager does, and waits.
    pub(crate) fn stop_politely(&mut self) {
        let told = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(told.success());
        let status = self.child.wait().unwrap();
        assert_eq!(status.code(), Some(0), "{}", self.log());
    }

    pub(crate) fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn begin(town: &Town, folder: &TempDir, pages: u16, figures: u16) -> Child {
    let log = OpenOptions::new().create(true).append(true).open(folder.path().join("log")).unwrap();
    pejling()
        .args(["serve", "--listen", &format!("127.0.0.1:{pages}"), "--address", town.address()])
        .args(["--data", folder.path().join("data").to_str().unwrap(), "--database", &town.database])
        .env("PEJLING_METRICS_LISTEN", format!("127.0.0.1:{figures}"))
        .env("PEJLING_METRICS_DRAIN_SECONDS", "1")
        .stdout(Stdio::null())
        .stderr(log)
        .spawn()
        .unwrap()
}
