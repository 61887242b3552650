//! XML documents that are small enough to be built in memory.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io;

/// An element with its attributes, and either text or children.
#[derive(Debug)]
pub(super) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    text: String,
    children: Vec<Self>,
}

impl Element {
    pub(super) const fn new(name: &'static str) -> Self {
        Self {
            name,
            attributes: Vec::new(),
            text: String::new(),
            children: Vec::new(),
        }
    }

    pub(super) fn text(name: &'static str, text: &str) -> Self {
        let mut element = Self::new(name);
        element.text = speakable(text);
        element
    }

    /// Adds an attribute.
    pub(super) fn with(mut self, name: &'static str, value: &str) -> Self {
        self.attributes.push((name, speakable(value)));
        self
    }

    pub(super) fn child(mut self, child: Self) -> Self {
        self.children.push(child);
        self
    }

    fn write(&self, writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
        let attributes = self
            .attributes
            .iter()
            .map(|(name, value)| (*name, value.as_str()));
        let element = writer.create_element(self.name).with_attributes(attributes);
        if !self.children.is_empty() {
            element.write_inner_content(|writer| {
                self.children
                    .iter()
                    .try_for_each(|child| child.write(writer))
            })?;
        } else if self.text.is_empty() {
            element.write_empty()?;
        } else {
            element.write_text_content(BytesText::new(&self.text))?;
        }
        Ok(())
    }
}

/// Serialises a document. Writing to memory cannot fail; if it did, every parser would report the
/// result as truncated.
pub(super) fn xml(root: &Element) -> Vec<u8> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    let declaration = BytesDecl::new("1.0", Some("UTF-8"), None);
    _ = writer
        .write_event(Event::Decl(declaration))
        .and_then(|()| root.write(&mut writer));
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    bytes
}

/// Returns the text without the characters that XML 1.0 does not allow (section 2.2).
fn speakable(text: &str) -> String {
    text.chars()
        .filter(|letter| {
            matches!(letter, '\t' | '\n' | '\r')
                || (*letter >= ' ' && !matches!(letter, '\u{fffe}' | '\u{ffff}'))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_say_is_escaped_or_left_out() {
        let root = Element::new("a")
            .with("b", "\"1\" & <2>")
            .child(Element::text("c", "x\u{b}<y>"))
            .child(Element::new("d"));
        assert_eq!(
            String::from_utf8_lossy(&xml(&root)),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <a b=\"&quot;1&quot; &amp; &lt;2&gt;\">\n <c>x&lt;y&gt;</c>\n <d/>\n</a>\n"
        );
    }
}
