//! Sanitiser: one allow-list for all HTML that is rendered from Markdown.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

/// Passes HTML through the shared policy.
///
/// Building the policy costs more than sanitising a short text, so it is built once.
pub(super) fn sanitize(html: &str) -> String {
    POLICY.clean(html).to_string()
}

static POLICY: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut policy = Builder::empty();
    policy
        .tags(HashSet::from([
            "a",
            "blockquote",
            "br",
            "code",
            "del",
            "div",
            "em",
            "figcaption",
            "figure",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "img",
            "li",
            "ol",
            "p",
            "pre",
            "section",
            "strong",
            "sup",
            "table",
            "tbody",
            "td",
            "th",
            "thead",
            "tr",
            "ul",
        ]))
        .tag_attributes(attributes())
        .allowed_classes(HashMap::from([
            ("a", HashSet::from(["footnote-back", "picture-link"])),
            ("div", HashSet::from(["table-scroll"])),
            ("section", HashSet::from(["footnotes"])),
            ("td", alignment_classes()),
            ("th", alignment_classes()),
        ]))
        .url_schemes(HashSet::from(["https", "http", "mailto", "tel"]))
        .url_relative(UrlRelative::PassThrough)
        // The writer sets `rel` itself, as internal links have none.
        .link_rel(None);
    policy
});

fn attributes() -> HashMap<&'static str, HashSet<&'static str>> {
    let mut attributes = HashMap::from([
        (
            "a",
            HashSet::from(["href", "title", "rel", "role", "aria-label"]),
        ),
        ("div", HashSet::from(["tabindex", "role", "aria-label"])),
        (
            "img",
            HashSet::from([
                "src", "alt", "title", "width", "height", "loading", "decoding",
            ]),
        ),
        ("li", HashSet::from(["id", "value"])),
        ("ol", HashSet::from(["start"])),
        ("pre", HashSet::from(["tabindex"])),
        ("section", HashSet::from(["aria-label"])),
        ("sup", HashSet::from(["id"])),
        ("th", HashSet::from(["scope"])),
    ]);
    for heading in ["h2", "h3", "h4", "h5", "h6"] {
        attributes.insert(heading, HashSet::from(["id"]));
    }
    attributes
}

fn alignment_classes() -> HashSet<&'static str> {
    HashSet::from(["align-left", "align-center", "align-right"])
}
