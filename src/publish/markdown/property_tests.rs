//! What holds for every input, tried on arbitrary text and on Markdown soup.

use html5ever::tendril::TendrilSink as _;
use html5ever::tokenizer::TokenizerOpts;
use html5ever::{LocalName, ParseOpts, QualName, ns, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use proptest::prelude::*;

use super::labels::Labels;
use super::sanitize::sanitize;
use super::test_site::{TestSite, render_on_test_site};
use super::{RenderOptions, summary, writer};

/// Pieces that put the elements of the renderer next to and into each other.
const PIECES: [&str; 64] = [
    "文字",
    "。",
    "Word ",
    " ",
    "\n",
    "\n\n",
    "    ",
    "\t",
    "*",
    "**",
    "_",
    "~",
    "~~",
    "`",
    "```\n",
    "- ",
    "1. ",
    "7) ",
    "> ",
    "# ",
    "## ",
    "### ",
    "---\n",
    "===\n",
    "|",
    "| a | b |\n",
    "\n| a |  |\n|:-:|--|\n",
    "|--|--|\n",
    "[",
    "]",
    "](",
    ")",
    "![",
    "](article:council)",
    "](media:plant.jpg)",
    "](plant.jpg \"题\")",
    "](#x)",
    "](javascript:alert(1))",
    "](https://a.cn/?q=\"<\")",
    "[^1]",
    "\n\n[^1]: ",
    "[^二]",
    "\n[^二]: ",
    "<b>",
    "</p>",
    "<div>\n",
    "<script>",
    "<!--",
    "-->",
    "<https://a.cn>",
    "<a@b.cn>",
    "<",
    ">",
    "&",
    "&lt;",
    "&#0;",
    "&nbsp;",
    "\"",
    "'",
    "\\",
    "\u{0}",
    "\u{85}",
    "\u{FFFE}",
    "onclick=\"x\" style=\"y\"",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_valid_html(source in any::<String>()) {
        check(&source)?;
    }

    #[test]
    fn any_markdown_gives_valid_html(
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60),
    ) {
        check(&pieces.concat())?;
    }

    #[test]
    fn a_summary_fits(source in "[文字，。“”a1 .!\n]{0,200}", room in 0_usize..90) {
        let summary = summary(&source, room);
        prop_assert!(summary.chars().count() <= room, "{summary:?}");
    }
}

#[test]
fn the_parser_notices_invalid_html() {
    let errors = parse("<p><div></p>").errors.take();
    assert_eq!(errors.len(), 2, "{errors:?}");
}

fn check(source: &str) -> Result<(), TestCaseError> {
    let rendered = render_on_test_site(source);
    let dom = parse(&rendered.html);
    let errors = dom.errors.take();
    prop_assert!(errors.is_empty(), "{errors:?} in {}", rendered.html);
    check_nodes(&dom.document)?;
    prop_assert_eq!(&rendered, &render_on_test_site(source), "not deterministic");
    prop_assert_eq!(&sanitize(&rendered.html), &rendered.html);
    for problem in &rendered.problems {
        let place = problem.offset..problem.offset + problem.length;
        prop_assert!(source.get(place.clone()).is_some(), "{place:?} {problem:?}");
    }
    for heading in &rendered.headings {
        let id = format!(" id=\"{}\"", heading.id);
        prop_assert_eq!(rendered.html.matches(&id).count(), 1, "{}", id);
    }

    let options = RenderOptions {
        labels: Labels::CHINESE,
        reserved_ids: &["main"],
    };
    let written = writer::write(source, &TestSite, &options).html;
    for part in [
        "<",
        " href=\"",
        " id=\"",
        " class=\"",
        " aria-label=\"",
        " width=\"",
    ] {
        let count = |html: &str| parse_then_write(html).matches(part).count();
        prop_assert_eq!(
            count(&written),
            count(&rendered.html),
            "sanitised away: {}",
            part
        );
    }
    Ok(())
}

/// Parses as the browser does for `inner_html` of a `div`.
fn parse(html: &str) -> RcDom {
    let options = ParseOpts {
        tokenizer: TokenizerOpts {
            exact_errors: true,
            ..TokenizerOpts::default()
        },
        ..ParseOpts::default()
    };
    let context = QualName::new(None, ns!(html), LocalName::from("div"));
    parse_fragment(RcDom::default(), options, context, Vec::new(), false).one(html)
}

/// The same HTML in one spelling, whoever wrote it.
fn parse_then_write(html: &str) -> String {
    let dom = parse(html);
    let mut written = Vec::new();
    let node = markup5ever_rcdom::SerializableHandle::from(dom.document);
    html5ever::serialize(
        &mut written,
        &node,
        html5ever::serialize::SerializeOpts::default(),
    )
    .expect("writing to memory does not fail");
    String::from_utf8(written).expect("HTML is written as UTF-8")
}

/// Nothing that runs, and nothing but blocks at the top.
fn check_nodes(document: &Handle) -> Result<(), TestCaseError> {
    let mut nodes = vec![(document.clone(), 0)];
    while let Some((node, depth)) = nodes.pop() {
        match &node.data {
            NodeData::Element { name, attrs, .. } => {
                prop_assert!(!matches!(&*name.local, "script" | "style"));
                for attribute in attrs.borrow().iter() {
                    let name = &*attribute.name.local;
                    prop_assert!(!name.starts_with("on") && name != "style", "{name}");
                    prop_assert!(!attribute.value.starts_with("javascript:"));
                }
            }
            // The document and the `html` element of the fragment lie above.
            NodeData::Text { contents } if depth == 2 => {
                prop_assert!(
                    contents.borrow().trim().is_empty(),
                    "text outside of a block"
                );
            }
            _ => {}
        }
        let children = node.children.borrow();
        nodes.extend(children.iter().map(|child| (child.clone(), depth + 1)));
    }
    Ok(())
}
