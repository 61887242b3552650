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
        .tags(words(
            "a blockquote br code del div em figcaption figure h2 h3 h4 h5 h6 hr img li ol p pre \
             section strong sup table tbody td th thead tr ul",
        ))
        .tag_attributes(by_tag(&[
            ("a", "href title rel role aria-label"),
            ("div", "tabindex role aria-label"),
            ("h2", "id"),
            ("h3", "id"),
            ("h4", "id"),
            ("h5", "id"),
            ("h6", "id"),
            ("img", "src alt title width height loading decoding"),
            ("li", "id value"),
            ("ol", "start"),
            ("pre", "tabindex"),
            ("section", "aria-label"),
            ("sup", "id"),
            ("th", "scope"),
        ]))
        .allowed_classes(by_tag(&[
            ("a", "footnote-back picture-link"),
            ("div", "table-scroll"),
            ("section", "footnotes"),
            ("td", "align-left align-center align-right"),
            ("th", "align-left align-center align-right"),
        ]))
        .url_schemes(words("https http mailto tel"))
        .url_relative(UrlRelative::PassThrough)
        // The writer sets `rel` itself, as internal links have none.
        .link_rel(None);
    policy
});

fn words(list: &'static str) -> HashSet<&'static str> {
    list.split(' ').collect()
}

fn by_tag(lists: &[(&'static str, &'static str)]) -> HashMap<&'static str, HashSet<&'static str>> {
    lists
        .iter()
        .map(|&(tag, list)| (tag, words(list)))
        .collect()
}
