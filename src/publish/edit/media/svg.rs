//! Refusal of SVG that does more than show a drawing.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Elements that run scripts, contain other documents, or change attributes to such.
const ACTIVE: [&str; 11] = [
    "script",
    "foreignobject",
    "iframe",
    "embed",
    "object",
    "handler",
    "listener",
    "animate",
    "animatetransform",
    "animatemotion",
    "set",
];

/// Returns `true` if a drawing contains neither scripts nor anything from elsewhere.
pub(super) fn is_passive(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return false;
    };
    let mut reader = Reader::from_str(text);
    // Text of a style element, which comments can divide.
    let mut style: Option<String> = None;
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return style.is_none(),
            Ok(Event::Start(element)) => {
                if style.is_some() || !is_passive_element(&element) {
                    return false;
                }
                style = (local_name(&element) == "style").then(String::new);
            }
            Ok(Event::Empty(element)) if !is_passive_element(&element) => return false,
            Ok(Event::End(_)) => {
                if style.take().is_some_and(|style| !is_passive_style(&style)) {
                    return false;
                }
            }
            Ok(Event::Text(text)) => style.iter_mut().for_each(|style| style.push_str(&text)),
            Ok(Event::CData(text)) => style.iter_mut().for_each(|style| style.push_str(&text)),
            // A reference could stand for any of the letters that are looked for.
            Ok(Event::GeneralRef(_)) if style.is_some() => return false,
            // A style sheet from elsewhere, or entities that stand for anything.
            Ok(Event::PI(_)) | Err(_) => return false,
            Ok(Event::DocType(declared)) if declared.contains('[') => return false,
            Ok(_) => {}
        }
    }
}

fn local_name(element: &BytesStart<'_>) -> String {
    element.local_name().as_ref().to_ascii_lowercase()
}

fn is_passive_element(element: &BytesStart<'_>) -> bool {
    if ACTIVE.contains(&local_name(element).as_str()) {
        return false;
    }
    element.attributes().all(|attribute| {
        let Ok(attribute) = attribute else {
            return false;
        };
        let name = attribute.key.local_name().as_ref().to_ascii_lowercase();
        let Ok(value) = quick_xml::escape::unescape(&attribute.value) else {
            return false;
        };
        let value = value.trim();
        match name.as_str() {
            "href" | "src" => is_inside(value),
            // Addresses would be relative to another one.
            "base" => false,
            name if name.starts_with("on") => false,
            _ => is_passive_style(value),
        }
    })
}

/// Returns `true` if a reference leads to the drawing itself, or contains a picture of pixels.
fn is_inside(reference: &str) -> bool {
    let picture = [
        "data:image/png",
        "data:image/jpeg",
        "data:image/webp",
        "data:image/gif",
    ];
    reference.is_empty()
        || reference.starts_with('#')
        || picture.iter().any(|start| reference.starts_with(start))
}

/// Returns `true` if a style refers only to the drawing itself.
fn is_passive_style(style: &str) -> bool {
    let style = style.to_ascii_lowercase();
    let refers = style.match_indices("url(").all(|(at, found)| {
        let target = style.get(at + found.len()..).unwrap_or_default();
        is_inside(target.trim_start_matches([' ', '"', '\'']))
    });
    // A backslash can write any of these words in another way.
    let is_plain = |word: &str| !style.contains(word);
    refers
        && ["@import", "expression(", "javascript:", "\\"]
            .into_iter()
            .all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_drawings_are_passive() {
        for (inside, expected) in [
            ("<path d='M0 0h9' fill='url(#a)'/>", true),
            ("<use href='#a'/>", true),
            ("<image href='data:image/png;base64,AA=='/>", true),
            ("<style>path{fill:red}</style>", true),
            ("<script>1</script>", false),
            ("<SCRIPT/>", false),
            ("<g onload='x()'/>", false),
            ("<foreignObject/>", false),
            ("<image href='https://a.example/a.png'/>", false),
            (
                "<use xmlns:x='http://www.w3.org/1999/xlink' x:href='other.svg#a'/>",
                false,
            ),
            ("<a href='java&#115;cript:x()'/>", false),
            ("<path style='fill:url(//a.example/a)'/>", false),
            ("<style>@import 'a.css'</style>", false),
            ("<style><![CDATA[a{b:url(http://a)}]]></style>", false),
            ("<style>a{b:url(<!-- -->http://a)}</style>", false),
            ("<set attributeName='href' to='javascript:x()'/>", false),
            ("<g a=b/>", false),
        ] {
            let svg = format!("<svg xmlns='http://www.w3.org/2000/svg'>{inside}</svg>");
            assert_eq!(is_passive(svg.as_bytes()), expected, "{inside}");
        }
        let entities = b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>";
        assert!(!is_passive(entities));
    }
}
