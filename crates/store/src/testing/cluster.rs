//! PostgreSQL servers of one's own, for what must not be done to the tests' common one: stopped, killed, promoted, spoken TLS with.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use postgres::{Client, NoTls};
use tempfile::TempDir;

use super::certificates::Certificates;

/// A server in a temporary folder, on a port that was free. It is gone when the value is.
pub struct Cluster {
    folder: TempDir,
    programs: PathBuf,
    /// Where it listens, on 127.0.0.1.
    pub port: u16,
}

impl Cluster {
    /// Makes one; it is not started. Without `fsync` nobody's power may fail.
    ///
    /// # Panics
    /// When PostgreSQL's server is not installed, or will not.
    pub fn new() -> Cluster {
        let this = Cluster::empty();
        let data = this.data();
        this.run(
            "initdb",
            &[
                "-D",
                &data,
                "-U",
                "postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-sync",
            ],
        );
        this.set(&format!(
            "port = {}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\nmax_connections = 200\nfsync = off",
            this.port
        ));
        this
    }

    /// A copy that follows this one, under the name `name`. It is not started.
    ///
    /// # Panics
    /// When it cannot be made.
    pub fn replica(&self, name: &str) -> Cluster {
        let that = Cluster::empty();
        let from = format!("host=127.0.0.1 port={} user=postgres application_name={name}", self.port);
        that.run(
            "pg_basebackup",
            &["-D", &that.data(), "-d", &from, "-R", "-X", "stream", "-c", "fast", "--no-sync"],
        );
        that.set(&format!("port = {}", that.port));
        that
    }

    fn empty() -> Cluster {
        let installed = std::fs::read_dir("/usr/lib/postgresql")
            .expect("PostgreSQL's server: apt-get install postgresql");
        let version = |path: &PathBuf| path.file_name()?.to_str()?.parse::<u32>().ok();
        let newest = installed.filter_map(|entry| Some(entry.ok()?.path())).max_by_key(version);
        // Free a moment ago.
        let port =
            TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a port").port();
        let folder = tempfile::tempdir().expect("a temporary folder");
        let this = Cluster { folder, programs: newest.expect("a version of PostgreSQL").join("bin"), port };
        this.hand_over(this.folder.path());
        this
    }

    /// Adds lines to its settings; the last word on each counts. Read when it starts.
    ///
    /// # Panics
    /// When they cannot be written.
    pub fn set(&self, lines: &str) {
        use std::io::Write;
        let path = self.folder.path().join("data/postgresql.conf");
        let mut file = std::fs::OpenOptions::new().append(true).open(path).expect("its settings");
        writeln!(file, "{lines}").expect("room for settings");
    }

    /// Puts a file into its folder that it alone may read; the path.
    fn give(&self, name: &str, bytes: &[u8]) -> PathBuf {
        use std::os::unix::fs::PermissionsExt;
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).expect("room for a file");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).expect("its own file");
        self.hand_over(&path);
        path
    }

    /// Gives it the certificate for `localhost`, and lets it speak TLS from its next start on.
    ///
    /// # Panics
    /// When that cannot be written.
    pub fn speak_tls(&self, certificates: &Certificates) {
        let certificate = self.give("server.pem", &certificates.bytes("server.pem"));
        let key = self.give("server.key", &certificates.bytes("server.key"));
        let (certificate, key) = (certificate.display(), key.display());
        self.set(&format!("ssl = on\nssl_cert_file = '{certificate}'\nssl_key_file = '{key}'"));
    }

    /// Starts it, and waits until it answers.
    ///
    /// # Panics
    /// When it does not.
    pub fn start(&self) {
        let log = self.folder.path().join("log").display().to_string();
        self.run("pg_ctl", &["-D", &self.data(), "-w", "-t", "30", "-l", &log, "start"]);
    }

    /// Stops it: `fast` ends every connection in good order, `immediate` is as if its power had failed.
    ///
    /// # Panics
    /// When it goes on.
    pub fn stop(&self, how: &str) {
        self.run("pg_ctl", &["-D", &self.data(), "-w", "-m", how, "stop"]);
    }

    /// Makes a replica the one that takes writes, and waits until it does.
    ///
    /// # Panics
    /// When it will not.
    pub fn promote(&self) {
        self.run("pg_ctl", &["-D", &self.data(), "-w", "promote"]);
    }

    /// Where a database of it is.
    pub fn address(&self, database: &str) -> String {
        format!("postgres://postgres@127.0.0.1:{}/{database}", self.port)
    }

    /// Somebody who may do everything in a database of it.
    ///
    /// # Panics
    /// When it does not answer.
    pub fn client(&self, database: &str) -> Client {
        Client::connect(&self.address(database), NoTls).expect("the server")
    }

    fn data(&self) -> String {
        self.folder.path().join("data").display().to_string()
    }

    /// Runs one of PostgreSQL's programs, which refuse to be run as root.
    fn run(&self, program: &str, arguments: &[&str]) {
        let program = self.programs.join(program);
        let mut command = if is_root() { Command::new("runuser") } else { Command::new(&program) };
        if is_root() {
            command.args(["-u", "postgres", "--"]).arg(&program);
        }
        // A server that is started keeps what it is given for as long as it runs.
        command
            .args(arguments)
            .current_dir("/")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let status = command.status().expect("a program of PostgreSQL");
        assert!(status.success(), "{} {arguments:?}: {status}\n{}", program.display(), self.log());
    }

    /// What it has logged.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    fn hand_over(&self, path: &Path) {
        if is_root() {
            let done = Command::new("chown").arg("postgres").arg(path).status().expect("chown");
            assert!(done.success(), "{}", path.display());
        }
    }
}

impl Default for Cluster {
    fn default() -> Cluster {
        Cluster::new()
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if self.folder.path().join("data/postmaster.pid").exists() {
            self.stop("immediate");
        }
    }
}

fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}
