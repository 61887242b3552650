//! Bytes of a page's document, by part.

use crate::figures::Figures;
use crate::host::{compressed, find};
use crate::sites::Site;
use std::fs;

/// Elements of a part: the beginning of the opening tag, the closing tag.
type Element = (&'static str, &'static str);

const STYLE: Element = ("<style", "</style>");
const SCRIPT: Element = ("<script", "</script>");
const MAIN: Element = ("<main", "</main>");
const BODY: Element = ("<body", "</body>");

/// Measures the documents of a site: what each part adds to the compressed whole. Parts that are
/// alike share bytes, so that the sum is less than the whole.
pub(crate) fn measure(site: &Site, figures: &mut Figures) {
    for (page, address) in &site.pages {
        let file = find(&site.root, address).expect("the page has been loaded");
        let html = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file:?}: {error}"));
        let whole = compressed(html.as_bytes()).len();
        let topic = format!("document: {page}");
        let mut record = |name: &str, bytes: usize| {
            figures.record(&topic, site.maker, name, "bytes", bytes as f64);
        };
        let no_text = without(&html, MAIN, |_| true);
        for (name, rest) in [
            ("style", without(&html, STYLE, |_| true)),
            ("data and inline scripts", without(&html, SCRIPT, is_inline)),
            // The data repeats words of the text, so that each alone adds little.
            ("text and data", without(&no_text, SCRIPT, is_inline)),
            ("text", no_text),
            ("frame", without_frame(&html)),
        ] {
            record(
                name,
                whole.saturating_sub(compressed(rest.as_bytes()).len()),
            );
        }
        record("whole", whole);
    }
}

/// Returns `true` if a script carries its text itself.
fn is_inline(tag: &str) -> bool {
    !tag.contains(" src=")
}

/// Returns the document without the elements of a kind whose opening tag is `wanted`.
fn without(html: &str, element: Element, wanted: impl Fn(&str) -> bool) -> String {
    let (mut kept, mut rest) = (String::new(), html);
    while let Some((before, element, after)) = split(rest, element) {
        kept.push_str(before);
        let tag = element.split('>').next().unwrap_or_default();
        if !wanted(tag) {
            kept.push_str(element);
        }
        rest = after;
    }
    kept.push_str(rest);
    kept
}

/// Returns the document without what surrounds the text in its body: of the body only the text,
/// the data and the scripts remain.
fn without_frame(html: &str) -> String {
    let Some((head, mut body, after)) = split(html, BODY) else {
        return html.to_owned();
    };
    let mut kept = head.to_owned();
    if let Some((_, text, end)) = split(body, MAIN) {
        kept.push_str(text);
        body = end;
    }
    while let Some((_, script, rest)) = split(body, SCRIPT) {
        kept.push_str(script);
        body = rest;
    }
    kept.push_str(after);
    kept
}

/// Splits a text at the first element of a kind: what is before it, the element, what is after.
fn split(text: &str, (open, close): Element) -> Option<(&str, &str, &str)> {
    let from = text.find(open)?;
    let to = from + text[from..].find(close)? + close.len();
    Some((&text[..from], &text[from..to], &text[to..]))
}
