//! Tests with nginx and `docs/deploy/nginx.conf`.

use super::hosts::{Host, free_port};
use super::programs::{program, published, repository};
use std::fs;
use std::process::Command;

#[test]
fn nginx_serves_a_portal_with_the_shipped_configuration() {
    let (folder, out) = published();
    let nginx = program("nginx");
    let root = nginx
        .ancestors()
        .nth(2)
        .filter(|root| root.ends_with("usr"));
    let root = root
        .and_then(|usr| usr.parent())
        .expect("nginx is in usr/sbin");
    let port = free_port();
    let shipped = fs::read_to_string(repository("docs/deploy/nginx.conf")).expect("the file");
    let site = shipped
        .replace("listen 80;", &format!("listen 127.0.0.1:{port};"))
        .replace("/srv/portal", &out.to_string_lossy());
    fs::write(folder.path().join("portal.conf"), site).expect("the folder can be written");
    // Equivalent of Debian's own nginx.conf, in this test's folder.
    let around = format!(
        "daemon off;\nmaster_process off;\npid {here}/nginx.pid;\nerror_log stderr crit;\n\
         events {{ }}\n\
         http {{\n include {types};\n default_type application/octet-stream;\n access_log off;\n\
         client_body_temp_path {here}/body;\n proxy_temp_path {here}/proxy;\n\
         fastcgi_temp_path {here}/fastcgi;\n uwsgi_temp_path {here}/uwsgi;\n\
         scgi_temp_path {here}/scgi;\n include {here}/portal.conf;\n}}\n",
        here = folder.path().display(),
        types = root.join("etc/nginx/mime.types").display(),
    );
    fs::write(folder.path().join("nginx.conf"), around).expect("the folder can be written");
    let mut command = Command::new(nginx);
    command
        .args(["-e", "stderr", "-c"])
        .arg(folder.path().join("nginx.conf"));
    let host = Host::start(&mut command, port);
    host.check();
    host.check_encoding("gzip", "gzip", ".gz", &out);
}
