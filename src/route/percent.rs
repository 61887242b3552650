//! Percent-encoding of URLs (RFC 3986).

/// Appends a text; characters not allowed in a URL are percent-encoded.
pub(super) fn push_encoded(href: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'.' | b'_' | b'~') {
            href.push(char::from(byte));
        } else {
            href.push_str(&format!("%{byte:02X}"));
        }
    }
}
