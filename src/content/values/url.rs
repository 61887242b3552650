//! Web addresses.

use crate::route::{BasePath, PublicUrl};
use std::fmt;

use url::{Host, Url};

use super::text_value::{Fault, Format, TextValue, text_value_in_json};

/// Absolute `http://` or `https://` address.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WebUrl {
    written: String,
    parsed: Url,
}

impl WebUrl {
    /// Returns the address as browsers normalise it: ASCII, percent-encoded, host in lower
    /// case.
    pub fn normalized(&self) -> &str {
        self.parsed.as_str()
    }

    /// Returns the host in lower case.
    pub fn host(&self) -> &str {
        self.parsed.host_str().unwrap_or_default()
    }

    /// Returns `true` if the host is an IP address and not a name.
    pub fn has_ip_host(&self) -> bool {
        matches!(self.parsed.host(), Some(Host::Ipv4(_) | Host::Ipv6(_)))
    }

    /// Returns `true` if the address is encrypted.
    pub fn is_https(&self) -> bool {
        self.parsed.scheme() == "https"
    }
}

impl TextValue for WebUrl {
    const FORMAT: Format = Format::WebUrl;

    fn parse(text: &str) -> Result<WebUrl, Fault> {
        let parsed = parse_web(text, Format::WebUrl)?;
        Ok(WebUrl {
            written: text.to_owned(),
            parsed,
        })
    }
}

text_value_in_json!(
    WebUrl,
    written: written,
    pattern: r"^https?://\S+$",
    example: "https://www.example.org/"
);

/// Address where a site is published: `https://host/path/`.
///
/// Its path is the base path of every URL of the site. `http` is accepted for the local machine
/// (`localhost`, `127.0.0.1`), where a site is tested. All such addresses are checked by this
/// type.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BaseUrl(Url);

impl BaseUrl {
    /// Returns the address, which ends in `/`.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Returns its path, which begins and ends with `/`.
    pub fn path(&self) -> &str {
        self.0.path()
    }

    /// Returns scheme, host and port, without a slash at the end.
    pub fn origin(&self) -> String {
        self.0.origin().ascii_serialization()
    }
}

impl TextValue for BaseUrl {
    const FORMAT: Format = Format::BaseUrl;

    fn parse(text: &str) -> Result<BaseUrl, Fault> {
        let url = parse_web(text, Format::BaseUrl)?;
        if url.scheme() != "https" && !is_this_machine(&url) {
            return Err(Fault::NotHttps);
        }
        let has_user = !url.username().is_empty() || url.password().is_some();
        if url.query().is_some() || url.fragment().is_some() || has_user {
            return Err(Self::misshapen(None));
        }
        if !text.ends_with('/') {
            return Err(Fault::NoFinalSlash);
        }
        if !is_plain(url.path()) {
            return Err(Self::misshapen(None));
        }
        Ok(BaseUrl(url))
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

text_value_in_json!(
    BaseUrl,
    pattern: r"^(https://[^\s?#]+|http://(localhost|127\.0\.0\.1|\[::1\])(:\d+)?[^\s?#]*)/$",
    example: "https://www.example.org/"
);

pub(crate) fn parse_web(text: &str, form: Format) -> Result<Url, Fault> {
    let shape = |mended| Fault::Shape { form, mended };
    // The `url` crate works like browsers, which remove white space and replace backslashes by
    // slashes.
    if text.contains(is_stray) {
        let mended = text.replace(is_stray, "");
        let is_address = parse_web(&mended, form).is_ok();
        return Err(shape(is_address.then_some(mended)));
    }
    if text.contains('\\') {
        return Err(Fault::Backslash {
            mended: text.replace('\\', "/"),
        });
    }
    let Some((scheme, rest)) = text.split_once("://") else {
        let looks_like_host =
            text.contains('.') && !text.contains([':', '@']) && !text.starts_with('/');
        return Err(shape(looks_like_host.then(|| format!("https://{text}"))));
    };
    if !matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https") {
        return Err(Fault::Protocol);
    }
    if rest.is_empty() || rest.starts_with(['/', '?', '#']) {
        return Err(Fault::NoHost);
    }
    Url::parse(text).map_err(|_| shape(None))
}

/// Returns `true` if a character can stand in no address.
pub(crate) fn is_stray(letter: char) -> bool {
    letter.is_whitespace() || letter.is_control()
}

/// Returns `true` if a path of folders needs no escaping anywhere. The same path is used in
/// addresses, in the patterns of the router and in the host's files of headers and redirects,
/// and each of them has its own escaping.
fn is_plain(path: &str) -> bool {
    let inner = path.trim_matches('/');
    let is_segment = |segment: &str| {
        let mut bytes = segment.bytes();
        !segment.is_empty()
            && bytes.all(|byte| {
                byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
            })
    };
    path == "/" || (path == format!("/{inner}/") && inner.split('/').all(is_segment))
}

fn is_this_machine(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

impl From<&BaseUrl> for PublicUrl {
    fn from(url: &BaseUrl) -> Self {
        Self::new(url.origin(), BasePath::new(url.path()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(form: Format, mended: Option<&str>) -> Fault {
        Fault::Shape {
            form,
            mended: mended.map(str::to_owned),
        }
    }

    #[test]
    fn a_control_character_in_an_address_ends_no_build() {
        let text = "https://exam\u{7f}ple.org/";
        assert_eq!(
            parse_web(text, Format::WebUrl),
            Err(shape(Format::WebUrl, Some("https://example.org/")))
        );
    }

    #[test]
    fn web_addresses_are_absolute() {
        let table = [
            ("https://www.example.org/", Ok(())),
            ("http://example.org", Ok(())),
            ("https://例子.中国/路径", Ok(())),
            (
                "www.example.org",
                Err(shape(Format::WebUrl, Some("https://www.example.org"))),
            ),
            (
                "https://www.example.org/ ",
                Err(shape(Format::WebUrl, Some("https://www.example.org/"))),
            ),
            ("ftp://example.org/", Err(Fault::Protocol)),
            ("javascript:alert(1)", Err(shape(Format::WebUrl, None))),
            ("https://", Err(Fault::NoHost)),
            ("https:///x", Err(Fault::NoHost)),
            (
                "https://example.org\\x",
                Err(Fault::Backslash {
                    mended: "https://example.org/x".into(),
                }),
            ),
            ("https://[::1", Err(shape(Format::WebUrl, None))),
            ("", Err(shape(Format::WebUrl, None))),
        ];
        for (text, expected) in table {
            assert_eq!(WebUrl::parse(text).map(drop), expected, "{text:?}");
        }
    }

    #[test]
    fn base_urls_are_encrypted_and_end_in_a_slash() {
        let table = [
            ("https://example.org/", Ok(())),
            ("https://example.org/a/b/", Ok(())),
            ("http://127.0.0.1:8080/", Ok(())),
            ("http://example.org/", Err(Fault::NotHttps)),
            ("https://example.org", Err(Fault::NoFinalSlash)),
            ("https://例子.中国/", Ok(())),
            ("https://example.org/?a/", Err(shape(Format::BaseUrl, None))),
            (
                "https://example.org/联盟/",
                Err(shape(Format::BaseUrl, None)),
            ),
            (
                "https://example.org/%E8%81%94/",
                Err(shape(Format::BaseUrl, None)),
            ),
            (
                "https://example.org/a//b/",
                Err(shape(Format::BaseUrl, None)),
            ),
            (
                "https://user@example.org/",
                Err(shape(Format::BaseUrl, None)),
            ),
            (
                "https://:word@example.org/",
                Err(shape(Format::BaseUrl, None)),
            ),
        ];
        for (text, expected) in table {
            assert_eq!(BaseUrl::parse(text).map(drop), expected, "{text:?}");
        }
    }
}
