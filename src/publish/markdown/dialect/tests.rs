//! Sources as editors write them, with the exact HTML and the reported problems.

use super::super::tests::test_site::render_on_test_site;
use super::normalize;

/// Checks the HTML, and each problem as `code@source text`.
#[track_caller]
fn check(table: &[(&str, &str, &[&str])]) {
    for (source, html, told) in table {
        let rendered = render_on_test_site(source);
        let problems: Vec<_> = rendered
            .problems
            .iter()
            .map(|(place, fault)| format!("{}@{}", fault.code(), &source[place.clone()]))
            .collect();
        assert_eq!(rendered.html.trim_end(), *html, "{source}");
        assert_eq!(problems, *told, "{source}");
    }
}

#[test]
fn signs_between_and_before_figures_stay() {
    check(&[
        (
            "产品规格为 1200*600*50mm，每箱 2*12 卷，共 3*4 箱。",
            "<p>产品规格为 1200*600*50mm，每箱 2*12 卷，共 3*4 箱。</p>",
            &[],
        ),
        (
            "长*宽*高，a*b*c，(a+b)*c，φ20*3，2**3，10㎡*2，138****0000",
            "<p>长*宽*高，a*b*c，(a+b)*c，φ20*3，2**3，10㎡*2，138****0000</p>",
            &[],
        ),
        (
            ">500 吨/年的企业应当申报。\n\n>=95% 为合格。\n\n>¥500\n\n- >-5 ℃",
            "<p>&gt;500 吨/年的企业应当申报。</p>\n<p>&gt;=95% 为合格。</p>\n<p>&gt;¥500</p>\n<ul>\n<li>&gt;-5 ℃</li>\n</ul>",
            &[],
        ),
        (
            "> 500 吨\n\n> 2025年，联盟成立。\n\n>引文",
            "<p>&gt; 500 吨</p>\n<blockquote>\n<p>2025年，联盟成立。</p>\n</blockquote>\n<blockquote>\n<p>引文</p>\n</blockquote>",
            &["unsure-mark@>"],
        ),
        (
            "5~10 吨，8~12 吨；姓名：____（签字）____",
            "<p>5~10 吨，8~12 吨；姓名：____（签字）____</p>",
            &[],
        ),
        (
            "单价*数量*税率",
            "<p>单价<em>数量</em>税率</p>",
            &["unsure-mark@*"],
        ),
    ]);
}

#[test]
fn emphasis_works_beside_chinese_punctuation() {
    check(&[
        (
            "~~（原定三月）~~改为四月；*注意：*请带证件。**“重点”**的，**重点：**后面",
            "<p><del>（原定三月）</del>改为四月；<em>注意：</em>请带证件。<strong>“重点”</strong>的，<strong>重点：</strong>后面</p>",
            &[],
        ),
        (
            "“**甲**”，《**乙**》：**丙**。**https://a.cn/**",
            "<p>“<strong>甲</strong>”，《<strong>乙</strong>》：<strong>丙</strong>。<strong><a href=\"https://a.cn/\" rel=\"external noopener\">https://a.cn/</a></strong></p>",
            &[],
        ),
        (
            "** 重点 ** 的",
            "<p>** 重点 ** 的</p>",
            &["stray-asterisks@**"],
        ),
        ("张**、李**", "<p>张**、李**</p>", &["stray-asterisks@**"]),
        (
            "甲 * 乙，*注",
            "<p>甲 * 乙，*注</p>",
            &["stray-asterisks@*"],
        ),
        (
            "~~甲，__乙，`丙",
            "<p>~~甲，__乙，`丙</p>",
            &["stray-mark@~~", "stray-mark@__", "stray-mark@`"],
        ),
    ]);
}

#[test]
fn lists_keep_their_numbers_and_need_no_blank() {
    check(&[
        (
            "-第一条\n-第二条\n\n1.第一项\n2.第二项",
            "<ul>\n<li>第一条</li>\n<li>第二条</li>\n</ul>\n<ol>\n<li>第一项</li>\n<li>第二项</li>\n</ol>",
            &[],
        ),
        (
            "-单独一条\n\n1.总体要求\n\n-5℃",
            "<p>-单独一条</p>\n<p>1.总体要求</p>\n<p>-5℃</p>",
            &["stray-mark@-"],
        ),
        (
            "1986. 成立。\n\n1992. 更名。",
            "<p>1986. 成立。</p>\n<p>1992. 更名。</p>",
            &[],
        ),
        (
            "安排：\n3. 甲\n5. 乙",
            "<p>安排：</p>\n<ol start=\"3\">\n<li>甲</li>\n<li value=\"5\">乙</li>\n</ol>",
            &[],
        ),
        (
            "如下：\n（一）甲\n①乙\n01. 丙",
            "<p>如下：<br>\n（一）甲<br>\n①乙<br>\n01. 丙</p>",
            &[],
        ),
        (
            "1. 甲\n  - 乙\n2. 丙",
            "<ol>\n<li>甲<ul>\n<li>乙</li>\n</ul>\n</li>\n<li>丙</li>\n</ol>",
            &[],
        ),
    ]);
}

#[test]
fn indentation_is_no_code() {
    check(&[
        (
            "    各成员单位：\n\n\t现将有关事项通知如下。\n\n　　特此通知。\n\n    ## 题\n\n　　- 甲\n　　- 乙",
            "<p>各成员单位：</p>\n<p>现将有关事项通知如下。</p>\n<p>特此通知。</p>\n<h2 id=\"h-1\">题</h2>\n<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>",
            &[],
        ),
        (
            "- 甲\n\n　　以上请遵照执行。\n\n-     乙",
            "<ul>\n<li>甲</li>\n</ul>\n<p>以上请遵照执行。</p>\n<ul>\n<li>乙</li>\n</ul>",
            &[],
        ),
    ]);
}

#[test]
fn an_open_fence_is_text() {
    check(&[
        (
            "```\n\n一段。\n\n## 后面的标题",
            "<p>```</p>\n<p>一段。</p>\n<h2 id=\"h-1\">后面的标题</h2>",
            &["open-fence@```"],
        ),
        (
            "``` 这里的文字\nx\n```",
            "<pre tabindex=\"0\"><code>x\n</code></pre>",
            &["lost-text@这里的文字"],
        ),
        ("```\n```", "<pre tabindex=\"0\"><code></code></pre>", &[]),
    ]);
}

#[test]
fn headings_need_no_blank() {
    check(&[
        (
            "##联盟的任务\n任务\n\n###　小节\n\n## 机组 1 #",
            "<h2 id=\"h-1\">联盟的任务</h2>\n<p>任务</p>\n<h3 id=\"h-2\">小节</h3>\n<h2 id=\"h-3\">机组 1 #</h2>",
            &[],
        ),
        (
            "#标题\n\n＃＃标题\n\n#1 机组\n\n文\n===",
            "<p>#标题</p>\n<p>＃＃标题</p>\n<p>#1 机组</p>\n<p>文===</p>",
            &["stray-mark@#", "stray-mark@＃＃", "stray-mark@==="],
        ),
        ("文\n---\n字", "<p>文</p>\n<hr>\n<p>字</p>", &[]),
    ]);
}

#[test]
fn rows_are_one_table_and_no_cell_vanishes() {
    let table = |rows: &str| {
        format!(
            "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"表格 1\">\n<table>\n\
             <thead>\n<tr><th scope=\"col\">月份</th><th scope=\"col\">产量</th></tr>\n</thead>\n\
             <tbody>\n{rows}</tbody>\n</table>\n</div>"
        )
    };
    let two = table("<tr><td>1月</td><td>10</td></tr>\n<tr><td>2月</td><td>20</td></tr>\n");
    check(&[
        (
            "见表：\n| 月份 | 产量 |\n\n|---|---|\n\n| 1月 | 10 |\n\n| 2月 | 20 |\n后文",
            &format!("<p>见表：</p>\n{two}\n<p>后文</p>"),
            &[],
        ),
        (
            "| 月份 | 产量 |\n|---|---|\n| 1月 | 10 | 万吨 |\n| A|B型 | 12 |",
            &table("<tr><td>1月</td><td>10</td></tr>\n<tr><td>A</td><td>B型</td></tr>\n"),
            &["extra-table-cells@万吨", "extra-table-cells@12"],
        ),
        (
            "| 月份 | 产量 |\n\n｜甲｜乙｜",
            "<p>| 月份 | 产量 |</p>\n<p>｜甲｜乙｜</p>",
            &["stray-mark@|", "stray-mark@｜"],
        ),
    ]);
}

#[test]
fn brackets_and_blanks_make_links() {
    const COUNCIL: &str = "<a href=\"/base/articles/council/\">";
    check(&[
        (
            "请看[章程]（article:council），或者【联系】(article:council)。[甲] (article：council）",
            &format!("<p>请看{COUNCIL}章程</a>，或者{COUNCIL}联系</a>。{COUNCIL}甲</a></p>"),
            &[],
        ),
        (
            "[年报](media:年报 2023.pdf \"题\")",
            "<p><a href=\"/base/media/%E5%B9%B4%E6%8A%A5%202023.pdf\" rel=\"external\" title=\"题\">年报</a></p>",
            &[],
        ),
        (
            "欢迎！[会](article:council)，【注】(甲)",
            &format!("<p>欢迎！{COUNCIL}会</a>，【注】(甲)</p>"),
            &[],
        ),
        (
            "[甲](b c)和[乙][丙]和 page:about",
            "<p>[甲](b c)和[乙][丙]和 page:about</p>",
            &["stray-mark@]", "stray-mark@page:about"],
        ),
    ]);
    let picture = render_on_test_site("！[会场](media:plant.jpg)");
    assert_eq!(picture.problems, []);
    assert_eq!(picture.images.len(), 1);
}

#[test]
fn bare_addresses_end_before_the_text() {
    let link =
        |href: &str, text: &str| format!("<a href=\"{href}\" rel=\"external noopener\">{text}</a>");
    for (source, address, before, after) in [
        ("见https://a.cn/b，谢谢", "https://a.cn/b", "见", "，谢谢"),
        ("（https://a.cn/b）。", "https://a.cn/b", "（", "）。"),
        ("https://a.cn/b查看.", "https://a.cn/b", "", "查看."),
        ("(https://a.cn/b_(c)).", "https://a.cn/b_(c)", "(", ")."),
    ] {
        let html = format!("<p>{before}{}{after}</p>", link(address, address));
        check(&[(source, &html, &[])]);
    }
    let html = format!("<p>{}</p>", link("https://a.cn/", "https://a.cn/"));
    check(&[("[https://a.cn/](https://a.cn/)", &html, &[])]);
}

#[test]
fn definitions_that_nobody_refers_to_are_text() {
    check(&[
        (
            "[编者按]: 本文由秘书处整理。\n[1]: article:council\n\n正文[甲][1]。",
            "<p>[编者按]: 本文由秘书处整理。</p>\n<p>正文<a href=\"/base/articles/council/\">甲</a>。</p>",
            &[],
        ),
        ("[^1]：无", "", &["unused-footnote@[^1]：无"]),
    ]);
    let note = render_on_test_site("文[^1]。\n[^1]：内容");
    assert_eq!(
        (note.problems, note.plain_text),
        (vec![], "文。\n内容".to_owned())
    );
}

#[test]
fn paths_and_broken_lines_keep_their_signs() {
    check(&[
        (
            r"在 C:\新建\_temp\(1) 和 \\server\share\_x，\* 号",
            r"<p>在 C:\新建\_temp\(1) 和 \\server\share\_x，* 号</p>",
            &[],
        ),
        (
            "“好。”\n“再来。”——\n——完 “foo”\n“bar”",
            "<p>“好。”“再来。”————完 “foo”\n“bar”</p>",
            &[],
        ),
    ]);
}

#[test]
fn a_place_leads_back_to_the_source() {
    let source = "　　##甲\n\n见https://a.cn，**“乙”**的";
    let normalized = normalize(source);
    assert_eq!(
        normalized.text,
        "## 甲\n\n见<https://a.cn>，**“乙”\u{FDD0}**的"
    );
    for part in ["甲", "见", "https://a.cn", "“乙”", "的"] {
        let start = normalized.text.find(part).expect("the part is kept");
        let place = normalized.original(start..start + part.len());
        assert_eq!(&source[place], part);
    }
}
