//! Commands of the documentation, run as typed.

use crate::fixtures::{portal, temporary};
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Returns the lines of the shell code blocks.
pub(super) fn commands(markdown: &str) -> Vec<String> {
    let mut is_command = false;
    let mut commands = Vec::new();
    for line in markdown.lines() {
        let line = line.trim();
        match line {
            "```sh" => is_command = true,
            "```" => is_command = false,
            _ if is_command => commands.push(line.to_owned()),
            _ => {}
        }
    }
    commands
}

/// Returns a command line as typed in the folder, with `portal` on the path.
pub(super) fn shell(line: &str, folder: &Path) -> Command {
    let program = Path::new(env!("CARGO_BIN_EXE_portal"));
    let programs = program.parent().expect("a program has a folder");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let paths = std::iter::once(programs.to_owned()).chain(std::env::split_paths(&path));
    let mut command = Command::new("sh");
    command.arg("-c").arg(line).current_dir(folder);
    command.env(
        "PATH",
        std::env::join_paths(paths).expect("the paths are plain"),
    );
    for (name, value) in portal().get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    command
}

/// Terminates a program when the test ends.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let ended = self.0.kill().and_then(|()| self.0.wait());
        assert!(ended.is_ok() || std::thread::panicking(), "{ended:?}");
    }
}

/// Runs a serving command until it prints its address. It uses another port, because the
/// default one may be in use on this machine.
#[track_caller]
pub(super) fn check_serves(line: &str, folder: &Path) {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let port = taken.local_addr().expect("the port has a number").port();
    drop(taken);
    let mut command = shell(&format!("exec {line} --port {port}"), folder);
    let temporary = temporary();
    command
        .stdout(Stdio::piped())
        .env("TMPDIR", temporary.path());
    let mut running = Running(command.spawn().expect("the program starts"));
    let printed = running.0.stdout.take().expect("its output is ours");
    let address = format!("http://127.0.0.1:{port}/");
    let is_up = BufReader::new(printed)
        .lines()
        .map_while(Result::ok)
        .any(|line| line.contains(&address));
    assert!(is_up, "{line}");
}
