//! The order of a page's nodes, as a number.

use memchr::memchr;

/// Elements whose content is always text.
const RAW: [&str; 5] = ["noscript", "script", "style", "textarea", "title"];

/// Computes a checksum of the names of all nodes of a page's body, in their order.
///
/// The page contains it, and the boot script computes the same checksum of the document when the
/// app starts (`fits` in `src/boot.js`). If a node has been inserted, removed or split meanwhile,
/// hydration would fail, and the page is rendered anew. A full parser would be slower than the
/// rendering; a page is well-formed, as it is rendered or sanitised.
#[must_use]
pub(crate) fn outline(html: &str) -> u32 {
    let mut sum = Sum(0);
    let mut rest = html;
    while !rest.is_empty() {
        rest = if let Some(comment) = rest.strip_prefix("<!--") {
            sum.add("#comment");
            after(comment, "-->")
        } else if let Some(tag) = rest.strip_prefix("</") {
            after(tag, ">")
        } else if let Some(tag) = rest.strip_prefix('<') {
            element(tag, &mut sum)
        } else {
            sum.add("#text");
            let end = memchr(b'<', rest.as_bytes()).unwrap_or(rest.len());
            rest.get(end..).unwrap_or_default()
        };
    }
    sum.0
}

struct Sum(u32);

impl Sum {
    fn add(&mut self, name: &str) {
        for byte in name.bytes().chain([b'/']) {
            let letter = u32::from(byte.to_ascii_lowercase());
            self.0 = self.0.wrapping_mul(31).wrapping_add(letter);
        }
    }
}

/// Skips a start tag and, for an element in [`RAW`], its content.
fn element<'html>(tag: &'html str, sum: &mut Sum) -> &'html str {
    let end = tag
        .find(|letter: char| letter.is_ascii_whitespace() || matches!(letter, '/' | '>'))
        .unwrap_or(tag.len());
    let (name, attributes) = tag.split_at(end);
    sum.add(name);
    let content = after_attributes(attributes);
    // Browsers drop a line break at the beginning of these elements.
    let content = match name {
        "pre" | "textarea" => content.strip_prefix('\n').unwrap_or(content),
        _ => content,
    };
    if !RAW.contains(&name) {
        return content;
    }
    let end = content.find(&format!("</{name}")).unwrap_or(content.len());
    if end > 0 {
        sum.add("#text");
    }
    content.get(end..).unwrap_or_default()
}

fn after_attributes(attributes: &str) -> &str {
    let mut quote = None;
    for (at, byte) in attributes.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return attributes.get(at + 1..).unwrap_or_default(),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), close) if open == close => quote = None,
            _ => {}
        }
    }
    ""
}

fn after<'html>(html: &'html str, mark: &str) -> &'html str {
    html.split_once(mark).map_or("", |(_, rest)| rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(names: &[&str]) -> u32 {
        let mut sum = Sum(0);
        names.iter().for_each(|name| sum.add(name));
        sum.0
    }

    #[test]
    fn nodes_are_told_in_their_order() {
        for (html, names) in [
            ("", &[][..]),
            (
                "<p>一</p><!----><p>二<b>三</b>四</p>",
                &[
                    "p", "#text", "#comment", "p", "#text", "b", "#text", "#text",
                ],
            ),
            (r#"<a title="a>b" href='/'><br/></a>"#, &["a", "br"]),
            (
                "<svg viewBox=\"0\"><linearGradient/></svg>",
                &["svg", "lineargradient"],
            ),
            (
                "<script>\"<b>\"</script> <pre>\n</pre>",
                &["script", "#text", "#text", "pre"],
            ),
            ("<noscript><p>x</p></noscript>", &["noscript", "#text"]),
            ("<!--<p>-->\n<hr>", &["#comment", "#text", "hr"]),
        ] {
            assert_eq!(outline(html), sum(names), "{html}");
        }
    }

    #[test]
    fn every_change_of_the_nodes_changes_the_sum() {
        let page = "<div><p>一<!---->二</p><p>三</p></div>";
        for changed in [
            "<div></div><div><p>一<!---->二</p><p>三</p></div>",
            "<div><p>一二</p><p>三</p></div>",
            "<div><p>一<!---->二</p> <p>三</p></div>",
            "<div><p><font>一</font><!---->二</p><p>三</p></div>",
            "<div><p>一<!---->二</p></div>",
            "<div><p>一<!---->二</p><p>三</p></div><iframe></iframe>",
        ] {
            assert_ne!(outline(changed), outline(page), "{changed}");
        }
    }
}
