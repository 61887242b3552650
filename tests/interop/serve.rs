//! Tests that `portal serve` responds like a host in production.

use super::hosts::{Host, free_port};
use super::programs::repository;
use std::process::{Command, Stdio};

#[test]
fn the_programs_own_server_answers_like_the_others() {
    let folder = tempfile::tempdir().expect("the system has room for a temporary folder");
    let port = free_port();
    let mut command = Command::new(env!("CARGO_BIN_EXE_portal"));
    command
        .arg("serve")
        .arg(repository("tests/fixtures/everything/site"))
        .arg("--shell")
        .arg(repository("tests/fixtures/shell"))
        .args(["--port", &port.to_string()])
        // Temporary files of the program are removed with the test's folder.
        .env("TMPDIR", folder.path())
        .env("PORTAL_TODAY", "2026-01-15")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    Host::start(&mut command, port).check();
}
