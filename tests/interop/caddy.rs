//! Tests with Caddy and `docs/deploy/Caddyfile`.

use super::hosts::{Host, free_port};
use super::programs::{program, published, repository};
use std::fs;
use std::process::{Command, Stdio};

#[test]
fn caddy_serves_a_portal_with_the_shipped_configuration() {
    let (folder, out) = published();
    let port = free_port();
    let shipped = fs::read_to_string(repository("docs/deploy/Caddyfile")).expect("the file");
    let site = shipped
        .replace("www.example.org {", &format!("http://127.0.0.1:{port} {{"))
        .replace("/srv/portal", &out.to_string_lossy());
    // Without the administration port; the test's folder is used for storage, see below.
    let alone = "{\n\tadmin off\n}\n";
    fs::write(folder.path().join("Caddyfile"), format!("{alone}{site}"))
        .expect("the folder can be written");
    let mut command = Command::new(program("caddy"));
    command
        .args(["run", "--adapter", "caddyfile", "--config"])
        .arg(folder.path().join("Caddyfile"))
        .env("HOME", folder.path())
        .env("XDG_DATA_HOME", folder.path())
        .env("XDG_CONFIG_HOME", folder.path())
        .stderr(Stdio::null());
    let host = Host::start(&mut command, port);
    host.check();
    host.check_encoding("gzip, br", "br", ".br", &out);
    host.check_encoding("gzip", "gzip", ".gz", &out);
}
