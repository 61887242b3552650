//! The nodes of HTML that the portal has written: its pages, and the entry page of the shell.
//!
//! Such HTML is well-formed, as it is rendered or sanitised. A full parser, which would also
//! understand anything else, took a fifth of the time of a build.

use memchr::{memchr, memchr3, memmem};
use std::borrow::Cow;

/// Elements whose content is always text.
const RAW: [&str; 5] = ["noscript", "script", "style", "textarea", "title"];

/// A node of a page.
#[derive(Debug)]
pub(crate) enum Node<'html> {
    Comment,
    Text,
    Element(Tag<'html>),
}

/// A start tag.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tag<'html> {
    /// Name of the element.
    pub name: &'html str,
    attributes: &'html str,
}

impl<'html> Tag<'html> {
    /// Returns the value of an attribute.
    #[must_use]
    pub(crate) fn attribute(self, name: &str) -> Option<Cow<'html, str>> {
        self.attributes().find(|(key, _)| *key == name)?.1
    }

    /// Returns the attributes in document order; those without a value have none.
    pub(crate) fn attributes(self) -> impl Iterator<Item = (&'html str, Option<Cow<'html, str>>)> {
        let mut rest = self.attributes;
        std::iter::from_fn(move || {
            rest = rest.trim_ascii_start().trim_start_matches('/');
            let is_end = |byte: u8| byte == b'=' || byte.is_ascii_whitespace();
            let end = rest.bytes().position(is_end);
            let (key, after) = rest.split_at(end.unwrap_or(rest.len()));
            let Some(value) = after.strip_prefix('=') else {
                rest = after;
                return (!key.is_empty()).then_some((key, None));
            };
            let (value, after) = match value.bytes().next() {
                Some(quote @ (b'"' | b'\'')) => value[1..].split_once(char::from(quote))?,
                _ => value.split_once(' ').unwrap_or((value, "")),
            };
            rest = after;
            Some((key, Some(html_escape::decode_html_entities(value))))
        })
    }
}

/// Returns the nodes of a page in document order.
#[must_use]
pub(crate) const fn nodes(html: &str) -> Nodes<'_> {
    Nodes {
        rest: html,
        raw: None,
    }
}

/// Returns the start tags of a page in document order.
pub(crate) fn tags(html: &str) -> impl Iterator<Item = Tag<'_>> {
    nodes(html).filter_map(|node| match node {
        Node::Element(tag) => Some(tag),
        Node::Comment | Node::Text => None,
    })
}

/// An iterator over the nodes of a page.
#[derive(Debug)]
pub(crate) struct Nodes<'html> {
    rest: &'html str,
    /// Name of the element in [`RAW`] that has just begun.
    raw: Option<&'html str>,
}

impl<'html> Iterator for Nodes<'html> {
    type Item = Node<'html>;

    fn next(&mut self) -> Option<Node<'html>> {
        if let Some(name) = self.raw.take() {
            let end = memmem::find(self.rest.as_bytes(), format!("</{name}").as_bytes());
            if self.advance(end) > 0 {
                return Some(Node::Text);
            }
        }
        while let Some(tag) = self.rest.strip_prefix("</") {
            self.rest = after(tag, ">");
        }
        if let Some(comment) = self.rest.strip_prefix("<!--") {
            self.rest = after(comment, "-->");
            Some(Node::Comment)
        } else if let Some(tag) = self.rest.strip_prefix('<') {
            Some(Node::Element(self.element(tag)))
        } else {
            let end = memchr(b'<', self.rest.as_bytes());
            (self.advance(end) > 0).then_some(Node::Text)
        }
    }
}

impl<'html> Nodes<'html> {
    /// Skips the given number of bytes, or everything, and returns their number.
    fn advance(&mut self, bytes: Option<usize>) -> usize {
        let bytes = bytes.unwrap_or(self.rest.len());
        self.rest = self.rest.get(bytes..).unwrap_or_default();
        bytes
    }

    fn element(&mut self, tag: &'html str) -> Tag<'html> {
        let is_end = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>');
        let end = tag.bytes().position(is_end);
        let (name, attributes) = tag.split_at(end.unwrap_or(tag.len()));
        let length = length_of_attributes(attributes);
        let (attributes, content) = attributes.split_at(length);
        let content = content.strip_prefix('>').unwrap_or_default();
        // Browsers drop a line break at the beginning of these elements.
        self.rest = match name {
            "pre" | "textarea" => content.strip_prefix('\n').unwrap_or(content),
            _ => content,
        };
        self.raw = RAW.contains(&name).then_some(name);
        Tag { name, attributes }
    }
}

/// Returns the number of bytes up to the end of a tag.
fn length_of_attributes(attributes: &str) -> usize {
    let bytes = attributes.as_bytes();
    let mut at = 0;
    while let Some(next) = memchr3(b'>', b'"', b'\'', &bytes[at..]) {
        at += next;
        if bytes[at] == b'>' {
            return at;
        }
        let Some(length) = memchr(bytes[at], &bytes[at + 1..]) else {
            break;
        };
        at += length + 2;
    }
    bytes.len()
}

fn after<'html>(html: &'html str, mark: &str) -> &'html str {
    html.split_once(mark).map_or("", |(_, rest)| rest)
}

/// Computes a checksum of the names of all nodes of a page's body, in their order.
///
/// The page contains it, and the boot script computes the same checksum of the document when the
/// app starts (`fits` in `src/boot.js`). If a node has been inserted, removed or split meanwhile,
/// hydration would fail, and the page is rendered anew.
#[must_use]
pub(crate) fn outline(html: &str) -> u32 {
    nodes(html).fold(0, |sum, node| match node {
        Node::Comment => add(sum, "#comment"),
        Node::Text => add(sum, "#text"),
        Node::Element(tag) => add(sum, tag.name),
    })
}

fn add(sum: u32, name: &str) -> u32 {
    name.bytes().chain([b'/']).fold(sum, |sum, byte| {
        sum.wrapping_mul(31)
            .wrapping_add(u32::from(byte.to_ascii_lowercase()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(names: &[&str]) -> u32 {
        names.iter().fold(0, |sum, name| add(sum, name))
    }

    #[test]
    fn tags_are_read_and_scripts_are_not() {
        let html = r#"<!DOCTYPE html><title>a<b></title><a hidden href="/x/?a=1&amp;b=2" rel='x y'>x</a><script src=/s.js defer>"<a href='/no/'>"</script>"#;
        let read: Vec<_> = tags(html)
            .skip(1)
            .map(|tag| {
                let values = ["href", "rel", "src", "hidden", "b"];
                (tag.name, values.map(|name| tag.attribute(name)))
            })
            .collect();
        let value = |text: &'static str| Some(Cow::Borrowed(text));
        assert_eq!(
            read,
            [
                ("title", [None, None, None, None, None]),
                ("a", [value("/x/?a=1&b=2"), value("x y"), None, None, None]),
                ("script", [None, None, value("/s.js"), None, None]),
            ]
        );
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
