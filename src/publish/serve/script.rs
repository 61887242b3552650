//! The script that keeps a page up to date, and how a page gets it.
//!
//! Everything of this server's own stands below `/__portal/`, where no page can be.

pub(super) const SCRIPT: &str = include_str!("live.js");
pub(super) const STYLE: &str = include_str!("live.css");
/// Where the script is.
pub(super) const SCRIPT_PATH: &str = "/__portal/live.js";
/// Where the style of its reports is.
pub(super) const STYLE_PATH: &str = "/__portal/live.css";
/// Where it hears of changes.
pub(super) const EVENTS_PATH: &str = "/__portal/events";

/// Puts the script at the end of a page's head: the body belongs to the app that hydrates it.
pub(super) fn inject(html: &[u8], build: &str) -> Vec<u8> {
    let end = memchr::memmem::find(html, b"</head>").unwrap_or(html.len());
    let (head, rest) = html.split_at(end);
    [head, script_tag(build).as_bytes(), rest].concat()
}

/// The element of the script, which also names the build that a page is of.
pub(super) fn script_tag(build: &str) -> String {
    format!("<script src=\"{SCRIPT_PATH}\" data-build=\"{build}\" defer></script>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_stands_in_the_head() {
        let html = b"<html><head><title>x</title></head><body></head></body></html>";
        let expected = "<html><head><title>x</title><script src=\"/__portal/live.js\" \
                        data-build=\"1-2\" defer></script></head><body></head></body></html>";
        assert_eq!(String::from_utf8_lossy(&inject(html, "1-2")), expected);
    }
}
