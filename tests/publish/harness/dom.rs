//! Pages as parsed by a conforming parser.

use html5ever::tendril::TendrilSink as _;
use html5ever::tokenizer::TokenizerOpts;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// An element with its attributes and its text, including that of its descendants.
#[derive(Debug)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) text: String,
}

/// Parses a page like a browser without script.
pub(crate) fn parse(html: &str) -> RcDom {
    let options = ParseOpts {
        tokenizer: TokenizerOpts {
            exact_errors: true,
            ..TokenizerOpts::default()
        },
        tree_builder: TreeBuilderOpts {
            exact_errors: true,
            scripting_enabled: false,
            ..TreeBuilderOpts::default()
        },
    };
    parse_document(RcDom::default(), options).one(html)
}

/// Returns the elements of a page in document order.
pub(crate) fn elements(dom: &RcDom) -> Vec<Element> {
    let mut found = Vec::new();
    collect(&dom.document, &mut found);
    found
}

pub(crate) fn attribute<'a>(element: &'a Element, name: &str) -> Option<&'a str> {
    element
        .attributes
        .iter()
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.as_str())
}

fn collect(node: &Handle, found: &mut Vec<Element>) {
    if let NodeData::Element { name, attrs, .. } = &node.data {
        found.push(Element {
            name: name.local.to_string(),
            attributes: attrs
                .borrow()
                .iter()
                .map(|attribute| {
                    (
                        attribute.name.local.to_string(),
                        attribute.value.to_string(),
                    )
                })
                .collect(),
            text: text(node),
        });
    }
    for child in node.children.borrow().iter() {
        collect(child, found);
    }
}

fn text(node: &Handle) -> String {
    match &node.data {
        NodeData::Text { contents } => contents.borrow().to_string(),
        _ => node.children.borrow().iter().map(text).collect(),
    }
}

/// A piece of text in the main part of a page.
#[derive(Debug)]
pub(crate) struct Piece {
    pub(crate) text: String,
    /// `true` if it belongs to another item, which a list or a link names.
    pub(crate) of_others: bool,
}

/// Returns the pieces of text in the main part of a page, without those of the frame:
/// navigation, controls, citations, sizes of files.
pub(crate) fn pieces(dom: &RcDom) -> Vec<Piece> {
    let mut found = Vec::new();
    collect_pieces(&dom.document, false, false, &mut found);
    found
}

/// Elements whose text is not content, by their names.
const FRAME: [&str; 7] = [
    "nav", "button", "form", "svg", "template", "script", "details",
];
/// Elements whose text is not content, by their classes.
const FRAME_CLASSES: [&str; 7] = [
    "visually-hidden",
    "citation",
    "page-address",
    "file-about",
    "monogram",
    // Numbers of members, and labels of the interface.
    "page-parts",
    "overview",
];
/// Lists of other items, by their classes.
const OTHERS: [&str; 1] = ["entries"];

fn collect_pieces(node: &Handle, in_main: bool, of_others: bool, found: &mut Vec<Piece>) {
    let (mut in_main, mut of_others) = (in_main, of_others);
    match &node.data {
        NodeData::Text { contents } if in_main => found.push(Piece {
            text: contents.borrow().to_string(),
            of_others,
        }),
        NodeData::Element { name, attrs, .. } => {
            let attributes = attrs.borrow();
            let value = |wanted: &str| {
                let mut all = attributes.iter();
                let attribute = all.find(|attribute| &*attribute.name.local == wanted);
                attribute.map(|attribute| attribute.value.to_string())
            };
            let class = value("class").unwrap_or_default();
            let has = |classes: &[&str]| class.split(' ').any(|class| classes.contains(&class));
            let is_hidden = value("hidden").is_some() || value("aria-hidden").is_some();
            if FRAME.contains(&&*name.local) || has(&FRAME_CLASSES) || is_hidden {
                return;
            }
            in_main |= &*name.local == "main";
            of_others |= has(&OTHERS);
        }
        _ => {}
    }
    for child in node.children.borrow().iter() {
        collect_pieces(child, in_main, of_others, found);
    }
}
