//! A site that is edited: the program with its editor, and a browser at it.

use super::site::shell_folder;
use super::visit::visit_at;
use super::visitor::{HYDRATED, Visitor};
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use tempfile::TempDir;

/// The running program, which is terminated when it is dropped.
#[derive(Debug)]
pub(crate) struct Desk {
    site: TempDir,
    process: Child,
    /// Kept open, because the program may print more.
    _printed: BufReader<ChildStdout>,
    /// Address with the token.
    address: String,
}

impl Desk {
    /// Edits a new site.
    pub(crate) fn new() -> Self {
        let site = tempfile::tempdir().expect("the system gives a temporary folder");
        let made = Command::new(env!("CARGO_BIN_EXE_portal"))
            .arg("new")
            .arg(site.path())
            .args([
                "--name",
                "测试产业技术创新战略联盟",
                "--short-name",
                "测试联盟",
            ])
            .output()
            .expect("the program starts");
        assert!(made.status.success(), "{made:?}");
        Self::at(site)
    }

    /// Edits a copy of the demonstration.
    pub(crate) fn demo() -> Self {
        let site = tempfile::tempdir().expect("the system gives a temporary folder");
        let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/demo");
        copy(&demo, site.path());
        Self::at(site)
    }

    fn at(site: TempDir) -> Self {
        let (process, printed, address) = start(site.path());
        Self {
            site,
            process,
            _printed: printed,
            address,
        }
    }

    /// Kills the program without warning, and starts it again.
    pub(crate) fn start_again(&mut self) {
        self.kill();
        let (process, printed, address) = start(self.site.path());
        (self.process, self._printed, self.address) = (process, printed, address);
    }

    /// Kills the program without warning.
    pub(crate) fn kill(&mut self) {
        self.process.kill().expect("the program runs");
        self.process.wait().expect("the program ends");
    }

    /// Returns the path of a file of the site.
    pub(crate) fn file(&self, path: &str) -> PathBuf {
        self.site.path().join(path)
    }

    /// Returns the text of a file of the site.
    pub(crate) fn text(&self, path: &str) -> String {
        let file = self.file(path);
        std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file:?}: {error}"))
    }

    /// Opens the editor in a browser, and checks afterwards that the console is empty.
    pub(crate) fn visit<Seen>(&self, tour: impl AsyncFnOnce(&Visitor) -> Seen) -> Seen {
        let (origin, entry) = self
            .address
            .split_at(self.address.find("/__portal").unwrap_or(0));
        visit_at(origin, async |visitor| {
            visitor.open(entry).await;
            visitor.until("the editor is there", HYDRATED).await;
            let seen = tour(visitor).await;
            let console = visitor.console().await;
            assert!(console.is_empty(), "{console:#?}");
            seen
        })
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        // Both fail only if the program has already ended.
        _ = self.process.kill();
        _ = self.process.wait();
    }
}

fn start(site: &Path) -> (Child, BufReader<ChildStdout>, String) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut process = Command::new(env!("CARGO_BIN_EXE_portal"))
        .arg("edit")
        .arg(site)
        .arg("--no-open")
        .arg("--shell")
        .arg(shell_folder(root))
        .arg("--editor")
        .arg(root.join("target/editor"))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let mut printed = BufReader::new(process.stdout.take().expect("its output is piped"));
    let mut line = String::new();
    printed.read_line(&mut line).expect("the program prints");
    let address = line.trim().strip_prefix("EDIT ");
    let address = address
        .unwrap_or_else(|| panic!("{line:?} is no address"))
        .to_owned();
    (process, printed, address)
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.expect("the folder can be read");
        let path = entry.path().strip_prefix(from).expect("it is below");
        let target = to.join(path);
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(&target).expect("the folder is ours");
        } else {
            std::fs::copy(entry.path(), &target).expect("the folder is ours");
        }
    }
}
