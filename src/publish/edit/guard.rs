//! Protection of the editor against other sites and other users of this machine.
//!
//! A request needs the name of this machine with the port as its host, and a cookie that the
//! address with the token is exchanged for. A request that changes something also needs the origin
//! of the editor and a header that other sites cannot send.

use super::words;
use crate::wire::edit::EDIT_HEADER;
use axum::http::header::{CONTENT_TYPE, COOKIE, HOST, ORIGIN};
use axum::http::{HeaderMap, Method};
use std::io;

/// Secret of one run of the editor.
#[derive(Debug)]
pub(super) struct Guard {
    port: u16,
    token: String,
}

/// Media types of bodies that are JSON.
const JSON: &str = "application/json";

impl Guard {
    /// Makes up a token.
    ///
    /// # Errors
    /// Returns an error if the system has no random numbers.
    pub(super) fn new(port: u16) -> io::Result<Self> {
        let mut bytes = [0_u8; 32];
        getrandom::fill(&mut bytes).map_err(io::Error::other)?;
        let token = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { port, token })
    }

    pub(super) fn token(&self) -> &str {
        &self.token
    }

    /// Returns the header that sets the cookie.
    pub(super) fn cookie(&self) -> String {
        let (name, token) = (self.name(), &self.token);
        format!("{name}={token}; Path=/; HttpOnly; SameSite=Strict")
    }

    /// Browsers send a cookie to all ports, so its name contains the port.
    fn name(&self) -> String {
        format!("portal-edit-{}", self.port)
    }

    /// Returns `true` if this is the token.
    pub(super) fn is_token(&self, token: &str) -> bool {
        are_equal(token.as_bytes(), self.token.as_bytes())
    }

    /// Returns `true` if a request carries the cookie.
    pub(super) fn is_known(&self, headers: &HeaderMap) -> bool {
        let name = self.name();
        let cookies = headers.get_all(COOKIE).iter();
        let cookies = cookies.filter_map(|cookies| cookies.to_str().ok());
        cookies
            .flat_map(|cookies| cookies.split(';'))
            .filter_map(|cookie| cookie.trim().split_once('='))
            .any(|(of, token)| of == name && self.is_token(token))
    }

    /// Returns the reason why the host is not the editor's.
    pub(super) fn host_fault(&self, headers: &HeaderMap) -> Option<&'static str> {
        let hosts: Vec<_> = headers.get_all(HOST).iter().collect();
        let is_own = matches!(hosts.as_slice(), [host] if self.is_own(host.as_bytes()));
        (!is_own).then_some(words::FOREIGN_HOST)
    }

    fn is_own(&self, host: &[u8]) -> bool {
        let port = self.port;
        ["127.0.0.1", "localhost"]
            .into_iter()
            .any(|name| host == format!("{name}:{port}").as_bytes())
    }

    /// Returns the reason why a request was sent by another site.
    pub(super) fn origin_fault(
        &self,
        method: &Method,
        headers: &HeaderMap,
    ) -> Option<&'static str> {
        let site = headers.get("sec-fetch-site").map(|site| site.as_bytes());
        let is_reading = *method == Method::GET || *method == Method::HEAD;
        let is_same = match site {
            None | Some(b"same-origin") => true,
            Some(b"none") => is_reading,
            Some(_) => false,
        };
        let origin = headers.get(ORIGIN).map(|origin| origin.as_bytes());
        let own_host = headers.get(HOST).and_then(|host| host.to_str().ok());
        let own = format!("http://{}", own_host.unwrap_or_default());
        let is_origin = match origin {
            Some(origin) => origin == own.as_bytes(),
            None => is_reading,
        };
        let is_ours = is_reading || headers.contains_key(EDIT_HEADER);
        (!(is_same && is_origin && is_ours)).then_some(words::FOREIGN_WRITE)
    }

    /// Returns `true` if a plain form was sent by a page of this port.
    pub(super) fn is_own_form(&self, headers: &HeaderMap) -> bool {
        let site = headers.get("sec-fetch-site").map(|site| site.as_bytes());
        let host = headers.get(HOST).and_then(|host| host.to_str().ok());
        let own = format!("http://{}", host.unwrap_or_default());
        let origin = headers.get(ORIGIN).map(|origin| origin.as_bytes());
        matches!(site, None | Some(b"same-origin")) && origin == Some(own.as_bytes())
    }

    /// Returns `true` if the body of a request is JSON by its header, or if there is none.
    pub(super) fn is_json(headers: &HeaderMap) -> bool {
        let media_type = headers
            .get(CONTENT_TYPE)
            .and_then(|value| value.to_str().ok());
        let media_type = media_type.and_then(|value| value.split(';').next());
        media_type.is_some_and(|media_type| media_type.trim().eq_ignore_ascii_case(JSON))
    }
}

/// Compares in a time that does not depend on where they differ.
fn are_equal(one: &[u8], other: &[u8]) -> bool {
    let differences = one
        .iter()
        .zip(other)
        .fold(0, |sum, (one, other)| sum | (one ^ other));
    one.len() == other.len() && std::hint::black_box(differences) == 0
}
