//! Properties that hold for every input, tested on arbitrary text and on random Markdown.

use html5ever::tendril::TendrilSink as _;
use html5ever::tokenizer::TokenizerOpts;
use html5ever::{LocalName, ParseOpts, QualName, ns, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use proptest::prelude::*;

use super::super::dialect;
use super::super::sanitize::sanitize;
use super::super::summary;
use super::test_site::{render_on_test_site, write_on_test_site};
use crate::content::Severity;

/// Pieces that put the elements of the renderer beside and inside each other.
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

/// Pieces of Chinese prose and marks, of which everything except the marks has to be shown.
const PROSE: [&str; 56] = [
    "化纤",
    "联盟",
    "的",
    "年产",
    "PET",
    "mm",
    "500",
    "12",
    "1986",
    "，",
    "。",
    "：",
    "“",
    "”",
    "（",
    "）",
    "——",
    " ",
    "\n",
    "\n\n",
    "    ",
    "　　",
    "\t",
    "*",
    "**",
    "~",
    "~~",
    "_",
    "__",
    "`",
    "\n```\n",
    "\n- ",
    "\n-",
    "\n1. ",
    "\n2.",
    "\n1992. ",
    "\n7) ",
    "\n> ",
    "\n>",
    "\n## ",
    "\n##",
    "\n### ",
    "\n---\n",
    "\n===\n",
    "|",
    "\n| 甲 | 乙 |\n",
    "\n|---|---|\n",
    "\n| 丙 | 丁 | 戊 |\n",
    "[",
    "]",
    "【",
    "】",
    "(",
    "）(",
    "！",
    "\\",
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
    fn what_the_check_lets_pass_is_shown_in_its_order(
        pieces in prop::collection::vec(prop::sample::select(&PROSE[..]), 0..40),
    ) {
        check_fidelity(&pieces.concat())?;
    }

    #[test]
    fn a_rewritten_text_only_gains_marks(
        pieces in prop::collection::vec(prop::sample::select(&PROSE[..]), 0..40),
    ) {
        let source = pieces.concat();
        let normalized = dialect::normalize(&source);
        prop_assert_eq!(letters(&normalized.text), letters(&source));
        for (start, c) in normalized.text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
            let place = normalized.original(start..start + c.len_utf8());
            let letter = c.to_string();
            prop_assert_eq!(source.get(place), Some(letter.as_str()));
        }
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
        let place = problem.0.clone();
        prop_assert!(source.get(place.clone()).is_some(), "{place:?} {problem:?}");
    }
    for heading in &rendered.headings {
        let id = format!(" id=\"{}\"", heading.id);
        prop_assert_eq!(rendered.html.matches(&id).count(), 1, "{}", id);
    }

    let written = write_on_test_site(source).html;
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

/// Checks that all alphanumeric characters of a source without errors are shown, and no others.
fn check_fidelity(source: &str) -> Result<(), TestCaseError> {
    let rendered = render_on_test_site(source);
    let mut problems = rendered.problems.iter();
    if problems.any(|(_, fault)| fault.severity() == Severity::Error) {
        return Ok(());
    }
    let shown = shown_text(&rendered.html);
    prop_assert_eq!(letters(&shown), letters(source), "{}", rendered.html);
    Ok(())
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Returns the text that a browser shows, including list numbers.
fn shown_text(html: &str) -> String {
    let mut shown = String::new();
    let mut lists: Vec<Option<u64>> = Vec::new();
    for part in html.split('<') {
        let (tag, text) = part.split_once('>').unwrap_or(("", part));
        let value = |name: &str| {
            let (_, rest) = tag.split_once(&format!("{name}=\""))?;
            rest.split('"').next()?.parse::<u64>().ok()
        };
        if tag.starts_with("ol") {
            lists.push(Some(value("start").unwrap_or(1)));
        } else if tag == "ul" {
            lists.push(None);
        } else if matches!(tag, "/ol" | "/ul") {
            lists.pop();
        } else if (tag == "li" || tag.starts_with("li "))
            && let Some(Some(next)) = lists.last_mut()
        {
            let number = value("value").unwrap_or(*next);
            *next = number + 1;
            shown.push_str(&number.to_string());
        }
        shown.push_str(text);
    }
    for (entity, sign) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ] {
        shown = shown.replace(entity, sign);
    }
    shown
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

/// Parses HTML and serialises it again, so that equal trees compare equal.
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

/// Checks that there is nothing executable, and nothing but blocks at the top level.
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
            // Depths 0 and 1 are the document and the `html` element of the fragment.
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
