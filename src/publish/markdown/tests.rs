//! Exact HTML, plain text and messages.

mod property_tests;
pub(super) mod test_site;

use super::Heading;
use super::resolve::LinkTarget;
use test_site::render_on_test_site;

#[track_caller]
fn check(source: &str, html: &str, plain_text: &str) {
    let rendered = render_on_test_site(source);
    assert_eq!(rendered.problems, [], "{source}");
    assert_eq!(rendered.html, html, "{source}");
    assert_eq!(rendered.plain_text, plain_text, "{source}");
}

/// Checks the position (by the text it covers) and the code of each problem, and the remaining
/// HTML.
#[track_caller]
fn check_problems(source: &str, problems: &[(&str, &str)], html: &str) {
    let rendered = render_on_test_site(source);
    let found: Vec<_> = rendered
        .problems
        .iter()
        .map(|(place, fault)| (source[place.clone()].trim_end(), fault.code()))
        .collect();
    assert_eq!(found, problems, "{source}");
    assert_eq!(rendered.html, html, "{source}");
}

const PLANT: &str = "width=\"600\" height=\"300\" loading=\"lazy\" decoding=\"async\">";
const PLANT_LINK: &str =
    "<a href=\"/base/media/plant.jpg\" rel=\"external\" class=\"picture-link\">";

#[test]
fn inline_marks() {
    check(
        "*重点* **要点** `a<b`",
        "<p><em>重点</em> <strong>要点</strong> <code>a&lt;b</code></p>\n",
        "重点 要点 a<b",
    );
    check(
        "~~旧~~ 5~10 吨，8~12 吨",
        "<p><del>旧</del> 5~10 吨，8~12 吨</p>\n",
        "旧 5~10 吨，8~12 吨",
    );
    check("一  \n二", "<p>一<br>\n二</p>\n", "一 二");
    check("a & b \"c\"", "<p>a &amp; b \"c\"</p>\n", "a & b \"c\"");
}

#[test]
fn a_line_break_is_a_space_between_latin_words_only() {
    check("中文\n中文", "<p>中文中文</p>\n", "中文中文");
    check("中文，\nPET", "<p>中文，PET</p>\n", "中文，PET");
    check("two\nwords", "<p>two\nwords</p>\n", "two words");
    check(
        "two\n**words**",
        "<p>two\n<strong>words</strong></p>\n",
        "two words",
    );
    check(
        "中文\n**中文**",
        "<p>中文<strong>中文</strong></p>\n",
        "中文中文",
    );
}

#[test]
fn blocks() {
    check(
        "> 引\n\n---\n\n文",
        "<blockquote>\n<p>引</p>\n</blockquote>\n<hr>\n<p>文</p>\n",
        "引\n文",
    );
    check(
        "```\na <b>\n```",
        "<pre tabindex=\"0\"><code>a &lt;b&gt;\n</code></pre>\n",
        "a <b>",
    );
    check(
        "- 甲\n- 乙\n  - 丙\n",
        "<ul>\n<li>甲</li>\n<li>乙<ul>\n<li>丙</li>\n</ul>\n</li>\n</ul>\n",
        "甲\n乙\n丙",
    );
    check(
        "1. 甲\n2. 乙\n",
        "<ol>\n<li>甲</li>\n<li>乙</li>\n</ol>\n",
        "甲\n乙",
    );
    check(
        "3. 甲\n\n4. 乙\n",
        "<ol start=\"3\">\n<li><p>甲</p>\n</li>\n<li><p>乙</p>\n</li>\n</ol>\n",
        "甲\n乙",
    );
}

#[test]
fn headings_have_ids_and_are_listed() {
    let source = "## PET 与 recycling\n### 一、*概况*\n## 3D 打印\n## 第5届\n## Main\n## pet: recycling\n## fn-1";
    let rendered = render_on_test_site(source);
    assert_eq!(rendered.problems, []);
    let expected = [
        (2, "pet-recycling", "PET 与 recycling"),
        (3, "h-2", "一、概况"),
        (2, "h-3d", "3D 打印"),
        (2, "h-4", "第5届"),
        (2, "main-2", "Main"),
        (2, "pet-recycling-2", "pet: recycling"),
        (2, "h-fn-1", "fn-1"),
    ];
    let expected = expected.map(|(level, id, text)| Heading {
        level,
        id: id.to_owned(),
        text: text.to_owned(),
    });
    assert_eq!(rendered.headings, expected);
    assert!(
        rendered
            .html
            .contains("<h3 id=\"h-2\">一、<em>概况</em></h3>")
    );
}

#[test]
fn links() {
    for (source, html) in [
        (
            "[甲](article:council)",
            "<a href=\"/base/articles/council/\">甲</a>",
        ),
        (
            "[](article:council)",
            "<a href=\"/base/articles/council/\">理事会会议</a>",
        ),
        (
            "[甲](article:council#h-2 \"题\")",
            "<a href=\"/base/articles/council/#h-2\" title=\"题\">甲</a>",
        ),
        (
            "[甲](<media:年报 2023.pdf>)",
            "<a href=\"/base/media/%E5%B9%B4%E6%8A%A5%202023.pdf\" rel=\"external\">甲</a>",
        ),
        (
            "[甲](/members/?kind=a)",
            "<a href=\"/base/members/?kind=a\">甲</a>",
        ),
        (
            "[甲](/feed.xml)",
            "<a href=\"/base/feed.xml\" rel=\"external\">甲</a>",
        ),
        ("[甲](#main)", "<a href=\"#main\">甲</a>"),
        (
            "[甲](HTTPS://a.cn/文?x=1&y=2)",
            "<a href=\"https://a.cn/%E6%96%87?x=1&amp;y=2\" rel=\"external noopener\">甲</a>",
        ),
        (
            "<http://a.cn>",
            "<a href=\"http://a.cn/\" rel=\"external noopener\">http://a.cn</a>",
        ),
        ("<a@b.cn>", "<a href=\"mailto:a@b.cn\">a@b.cn</a>"),
        (
            "[甲](tel:010-65010837)",
            "<a href=\"tel:010-65010837\">甲</a>",
        ),
    ] {
        let rendered = render_on_test_site(source);
        assert_eq!(rendered.problems, [], "{source}");
        assert_eq!(rendered.html, format!("<p>{html}</p>\n"), "{source}");
        assert_eq!(rendered.links.len(), 1, "{source}");
    }
}

#[test]
fn links_are_listed_as_the_site_names_them() {
    let rendered =
        render_on_test_site("甲[乙](article:council#x) [丙](/members/) [丁](article:none)");
    let listed: Vec<_> = rendered.links.into_iter().map(|link| link.target).collect();
    let article = LinkTarget::Item {
        kind: "article".to_owned(),
        id: "council".to_owned(),
    };
    assert_eq!(listed, [article, LinkTarget::Path("/members/".to_owned())]);
}

#[test]
fn links_that_do_not_hold_leave_their_text() {
    for (destination, code) in [
        ("article:none", "dead-item-link"),
        ("/none/", "dead-path"),
        ("foo/bar", "relative-url"),
        ("", "empty-link"),
        ("javascript:alert", "forbidden-url"),
        ("data:text/html,x", "forbidden-url"),
        ("//a.cn/", "forbidden-url"),
        ("/\\a.cn", "forbidden-url"),
        ("http:a.cn", "forbidden-url"),
        ("https://", "forbidden-url"),
    ] {
        let link = format!("[字]({destination})");
        check_problems(&format!("文{link}。"), &[(&link, code)], "<p>文字。</p>\n");
    }
    check_problems(
        "[](https://a.cn)",
        &[("[](https://a.cn)", "empty-link")],
        "<p></p>\n",
    );
}

#[test]
fn an_anchor_must_exist() {
    check_problems(
        "## PET\n[甲](#pet) [乙](#none)",
        &[("[乙](#none)", "dead-anchor")],
        "<h2 id=\"pet\">PET</h2>\n<p><a href=\"#pet\">甲</a> <a href=\"#none\">乙</a></p>\n",
    );
}

#[test]
fn images() {
    check(
        "![厂房](media:plant.jpg)",
        &format!(
            "<figure>{PLANT_LINK}<img src=\"/base/media/plant.jpg\" alt=\"厂房\" {PLANT}</a></figure>\n"
        ),
        "",
    );
    check(
        "![厂房](media:plant.jpg \"新厂\")",
        &format!(
            "<figure>{PLANT_LINK}<img src=\"/base/media/plant.jpg\" alt=\"厂房\" {PLANT}</a><figcaption>新厂</figcaption></figure>\n"
        ),
        "新厂",
    );
    for path in ["plant.jpg", "media/plant.jpg", "/media/plant.jpg"] {
        let html = format!("<p>文<img src=\"/base/media/plant.jpg\" alt=\"厂\" {PLANT}字</p>\n");
        check(&format!("文![厂]({path})字"), &html, "文字");
    }
}

#[test]
fn images_that_do_not_hold() {
    check_problems(
        "![厂](none.jpg)",
        &[("![厂](none.jpg)", "missing-image")],
        "<p>厂</p>\n",
    );
    check_problems(
        "![厂](https://a.cn/a.png)",
        &[("![厂](https://a.cn/a.png)", "foreign-image")],
        "<p>厂</p>\n",
    );
    check_problems(
        "![](plant.jpg)",
        &[("![](plant.jpg)", "missing-alt")],
        &format!("<figure><img src=\"/base/media/plant.jpg\" alt=\"\" {PLANT}</figure>\n"),
    );
    check_problems(
        "![厂](broken.png)",
        &[("![厂](broken.png)", "image-without-size")],
        "<figure><a href=\"/base/media/broken.png\" rel=\"external\" class=\"picture-link\"><img src=\"/base/media/broken.png\" alt=\"厂\" loading=\"lazy\" decoding=\"async\"></a></figure>\n",
    );
}

#[test]
fn tables() {
    check(
        "| 项 | 值 | |\n|:-:|--:|--|\n| 甲 | **1** | x |\n",
        "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"表格 1\">\n<table>\n\
         <thead>\n<tr><th scope=\"col\" class=\"align-center\">项</th><th scope=\"col\" class=\"align-right\">值</th><td></td></tr>\n</thead>\n\
         <tbody>\n<tr><td class=\"align-center\">甲</td><td class=\"align-right\"><strong>1</strong></td><td>x</td></tr>\n</tbody>\n\
         </table>\n</div>\n",
        "项 值\n甲 1 x",
    );
    check(
        "| 项 |\n|--|\n",
        "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"表格 1\">\n<table>\n\
         <thead>\n<tr><th scope=\"col\">项</th></tr>\n</thead>\n</table>\n</div>\n",
        "项",
    );
}

#[test]
fn footnotes() {
    check(
        "乙[^二]甲[^Two]乙[^二]\n\n[^two]: 两段\n\n    尾\n\n[^二]: > 引\n",
        "<p>乙<sup id=\"fnref-1\"><a href=\"#fn-1\" role=\"doc-noteref\" aria-label=\"脚注 1\">1</a></sup>\
         甲<sup id=\"fnref-2\"><a href=\"#fn-2\" role=\"doc-noteref\" aria-label=\"脚注 2\">2</a></sup>\
         乙<sup id=\"fnref-1-2\"><a href=\"#fn-1\" role=\"doc-noteref\" aria-label=\"脚注 1\">1</a></sup></p>\n\
         <section class=\"footnotes\" aria-label=\"脚注\">\n<ol>\n\
         <li id=\"fn-1\"><blockquote>\n<p>引</p>\n</blockquote>\n\
         <p><a href=\"#fnref-1\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"回到正文脚注 1\">↩\u{FE0E}</a> \
         <a href=\"#fnref-1-2\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"回到正文脚注 1-2\">↩\u{FE0E}</a></p>\n</li>\n\
         <li id=\"fn-2\"><p>两段</p>\n\
         <p>尾 <a href=\"#fnref-2\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"回到正文脚注 2\">↩\u{FE0E}</a></p>\n</li>\n\
         </ol>\n</section>\n",
        "乙甲乙\n引\n两段\n尾",
    );
}

#[test]
fn footnotes_that_do_not_hold() {
    check_problems(
        "文[^无] \\[^x]",
        &[("[^无]", "undefined-footnote")],
        "<p>文[^无] [^x]</p>\n",
    );
    check_problems(
        "文\n\n[^a]: 甲",
        &[("[^a]: 甲", "unused-footnote")],
        "<p>文</p>\n",
    );
    let twice = render_on_test_site("文[^a]\n\n[^a]: 甲\n\n[^A]: 乙");
    let messages: Vec<_> = twice
        .problems
        .iter()
        .map(|(_, fault)| fault.code())
        .collect();
    assert_eq!(messages, ["duplicate-footnote"]);
    assert_eq!(twice.plain_text, "文\n甲");
}

#[test]
fn raw_html_is_dropped() {
    check_problems(
        "<div onclick=\"x\">\n甲\n</div>\n\n乙<b>丙</b>",
        &[
            ("<div onclick=\"x\">\n甲\n</div>", "raw-html"),
            ("<b>", "raw-html"),
            ("</b>", "raw-html"),
        ],
        "<p>乙丙</p>\n",
    );
}

#[test]
fn heading_problems() {
    check_problems(
        "# 甲\n\n#### 乙\n\n##\n",
        &[
            ("# 甲", "heading-level-one"),
            ("#### 乙", "skipped-heading-level"),
            ("##", "empty-heading"),
        ],
        "<h2 id=\"h-1\">甲</h2>\n<h4 id=\"h-2\">乙</h4>\n",
    );
}

#[test]
fn asterisks_that_mark_nothing_are_reported_once_a_block() {
    check_problems(
        "** 重点 **后面\n\n`**` \\*\\*字\\*\\*",
        &[("**", "stray-asterisks")],
        "<p>** 重点 **后面</p>\n<p><code>**</code> **字**</p>\n",
    );
}

#[test]
fn nesting_ends_somewhere_and_keeps_the_text() {
    let rendered = render_on_test_site(&format!("{}文", "> ".repeat(5000)));
    assert_eq!(rendered.html.matches("<blockquote>").count(), 48);
    assert_eq!(rendered.plain_text, "文");
    let messages: Vec<_> = rendered
        .problems
        .iter()
        .map(|(_, fault)| fault.code())
        .collect();
    assert_eq!(messages, ["nested-too-deep"]);
}

#[test]
fn control_characters_vanish() {
    check("甲\u{1}乙&#1;丙&#128;\u{FDD0}", "<p>甲乙丙</p>\n", "甲乙丙");
}
