//! Protection against requests that other sites direct to this machine.
//!
//! While its page is open, a site can make its own host name refer to this machine and then read
//! everything that is served here, including drafts (DNS rebinding). Such requests still contain
//! the site's host name, by which they are recognised and refused.

use axum::extract::Request;
use axum::http::header::HOST;
use axum::http::uri::Authority;
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use std::net::IpAddr;

const REFUSED: &str =
    "这个网址不是本机的预览地址。请用 http://127.0.0.1 或 http://localhost 加端口打开。";

/// Refuses requests whose `Host` header is not a name of this machine.
pub(super) async fn guard(request: Request, next: Next) -> Response {
    if request.headers().get_all(HOST).iter().all(is_own) {
        next.run(request).await
    } else {
        (StatusCode::FORBIDDEN, REFUSED).into_response()
    }
}

/// Returns `true` if no other site can have this host name: an IP address, or a name that browsers
/// never look up (RFC 6761, 6.3).
fn is_own(host: &HeaderValue) -> bool {
    let Ok(authority) = Authority::try_from(host.as_bytes()) else {
        return false;
    };
    let name = authority.host().to_ascii_lowercase();
    let number = name.trim_start_matches('[').trim_end_matches(']');
    name == "localhost" || name.ends_with(".localhost") || number.parse::<IpAddr>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_are_its_own() {
        for (host, expected) in [
            ("127.0.0.1:8080", true),
            ("[::1]:8080", true),
            ("localhost", true),
            ("LocalHost:8080", true),
            ("portal.localhost:8080", true),
            ("example.org", false),
            ("example.org:8080", false),
            ("127.0.0.1.example.org", false),
            ("notlocalhost", false),
            ("localhost.example.org", false),
            ("a b", false),
            ("", false),
        ] {
            assert_eq!(is_own(&HeaderValue::from_static(host)), expected, "{host}");
        }
    }
}
