//! Script that keeps a page up to date, and its insertion into pages.
//!
//! All paths of the server itself are below `/__portal/`, where no page can be.

pub(super) const SCRIPT: &str = include_str!("live.js");
pub(super) const STYLE: &str = include_str!("live.css");
pub(super) const SCRIPT_PATH: &str = "/__portal/live.js";
/// Path of the style sheet of its reports.
pub(super) const STYLE_PATH: &str = "/__portal/live.css";
/// Path of the event stream that it listens to.
pub(super) const EVENTS_PATH: &str = "/__portal/events";

/// Inserts the script at the end of a page's head, because the body belongs to the app that
/// hydrates it.
pub(super) fn inject(html: &[u8], build: &str) -> Vec<u8> {
    let end = memchr::memmem::find(html, b"</head>").unwrap_or(html.len());
    let (head, rest) = html.split_at(end);
    [head, script_tag(build).as_bytes(), rest].concat()
}

/// Returns the script element, which also contains the name of the page's build.
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
