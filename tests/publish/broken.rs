//! Broken sites: what `portal check` prints, word for word, and that a build leaves the old
//! output alone.

use super::compare::differences;
use crate::fixtures::{fixture, outcome, portal, sound_site, tree, write};
use std::path::Path;

const ARTICLE: &str = "content/articles/2025-03-03-council.json";

/// Changes a sound site, and compares what a check prints.
///
/// Each edit is a path and its new text; a file without text is taken away.
#[track_caller]
fn check(edits: &[(&str, Option<&str>)], expected: &str) {
    let site = sound_site();
    for (path, text) in edits {
        edit(site.path(), path, *text);
    }
    let (code, printed, told) = outcome(portal().arg("check").arg(site.path()));
    assert_eq!(format!("\n{told}"), expected, "\n{told}");
    assert_eq!(printed, "");
    assert_eq!(code, Some(1));
}

fn edit(site: &Path, path: &str, text: Option<&str>) {
    match text {
        Some(text) => write(site, path, text),
        None => std::fs::remove_file(site.join(path)).unwrap_or_else(|error| panic!("{error}")),
    }
}

#[test]
fn the_settings_are_missing() {
    check(
        &[("content/site.json", None)],
        r#"
错误[missing-site]: 缺少站点设置文件 content/site.json
--> content/site.json
 = 怎么改: 新建 content/site.json，或者检查站点文件夹是否选对

共 1 个错误，0 个警告，0 个提示
"#,
    );
}

#[test]
fn a_file_ends_in_the_middle() {
    let text =
        "{\n  \"title\": \"示例联盟召开理事会\",\n  \"section\": \"alliance\",\n  \"body\": \"会议";
    check(
        &[(ARTICLE, Some(text))],
        r#"
错误[json-syntax]: 这里开始的文字没有写完，缺少右边的引号
 --> content/articles/2025-03-03-council.json:4:11
  |
4 |   "body": "会议
  |           ^^^^^
  |
  = 怎么改: 在文字末尾加上英文引号 "

共 1 个错误，0 个警告，0 个提示
"#,
    );
}

#[test]
fn a_field_is_misspelt() {
    let text = r#"{
  "title": "示例联盟召开理事会",
  "section": "alliance",
  "publishd": "2025-03-03",
  "body": "会议。"
}"#;
    check(
        &[(ARTICLE, Some(text))],
        r#"
错误[unknown-field]: 没有 `publishd` 这个字段
 --> content/articles/2025-03-03-council.json:4:3
  |
4 |   "publishd": "2025-03-03",
  |   ^^^^^^^^^^
  |
  = 怎么改: 是不是想写 `published`？

共 1 个错误，0 个警告，0 个提示
"#,
    );
}

#[test]
fn a_reference_leads_nowhere() {
    let text = r#"{
  "title": "示例联盟召开理事会",
  "section": "aliance",
  "published": "2025-03-03",
  "members": ["nobody"],
  "body": "见[关于](page:abuot)与[通知](article:none)。"
}"#;
    check(
        &[(ARTICLE, Some(text))],
        r#"
错误[unknown-section]: 没有编号为 `aliance` 的栏目
 --> content/articles/2025-03-03-council.json:3:14
  |
3 |   "section": "aliance",
  |              ^^^^^^^^^
  |
  = 怎么改: 是不是想写 `alliance`？

错误[unknown-item]: 没有编号为 `nobody` 的成员
 --> content/articles/2025-03-03-council.json:5:15
  |
5 |   "members": ["nobody"],
  |               ^^^^^^^^
  |
  = 怎么改: 编号就是 content/members 里的文件名（不带 .json）

错误[dead-item-link]: 链接 `page:abuot` 指向的条目不存在
 --> content/articles/2025-03-03-council.json:6:13
  |
6 |   "body": "见[关于](page:abuot)与[通知](article:none)。"
  |              ^^^^^^^^^^^^^^^^^^
  |
  = 怎么改: 是不是想写 `page:about`？

错误[dead-item-link]: 链接 `article:none` 指向的条目不存在
 --> content/articles/2025-03-03-council.json:6:30
  |
6 |   "body": "见[关于](page:abuot)与[通知](article:none)。"
  |                                  ^^^^^^^^^^^^^^^^^^^^
  |
  = 怎么改: 改正编号，或者去掉链接

共 4 个错误，0 个警告，0 个提示
"#,
    );
}

#[test]
fn a_date_is_impossible() {
    let text = r#"{
  "title": "示例联盟召开理事会",
  "section": "alliance",
  "published": "2025-02-29",
  "body": "会议。"
}"#;
    check(
        &[(ARTICLE, Some(text))],
        r#"
错误[no-such-day]: 日历上没有这一天：`2025-02-29`
 --> content/articles/2025-03-03-council.json:4:16
  |
4 |   "published": "2025-02-29",
  |                ^^^^^^^^^^^^
  |
  = 怎么改: 检查月份和日期

共 1 个错误，0 个警告，0 个提示
"#,
    );
}

#[test]
fn a_media_file_is_missing() {
    let text = r#"{
  "title": "示例联盟召开理事会",
  "section": "alliance",
  "published": "2025-03-03",
  "cover": { "src": "hall.png", "alt": "会场" },
  "body": "![会场](media:hall.png)"
}"#;
    check(
        &[(ARTICLE, Some(text))],
        r#"
错误[missing-media]: media 文件夹里没有 `hall.png`
 --> content/articles/2025-03-03-council.json:5:21
  |
5 |   "cover": { "src": "hall.png", "alt": "会场" },
  |                     ^^^^^^^^^^
  |
  = 怎么改: 把文件放进 media 文件夹，或者改正路径（大小写也要一致）

错误[missing-image]: media 文件夹里没有图片 `hall.png`
 --> content/articles/2025-03-03-council.json:6:12
  |
6 |   "body": "![会场](media:hall.png)"
  |            ^^^^^^^^^^^^^^^^^^^^^^^
  |
  = 怎么改: 把图片放进 media 文件夹，或者改正路径（大小写也要一致）

共 2 个错误，0 个警告，0 个提示
"#,
    );
}

#[test]
fn all_problems_of_all_files_are_printed() {
    let article = r#"{ "title": "", "section": "none", "published": "昨天", "body": "会议。" }"#;
    let member = r#"{ "name": "示例公司", "kind": "company" }"#;
    check(
        &[
            (ARTICLE, Some(article)),
            ("content/members/m.json", Some(member)),
            ("content/pages/about.json", Some("[")),
            ("content/pages/contact.json", None),
        ],
        r#"
错误[empty-text]: 内容是空的
 --> content/articles/2025-03-03-council.json:1:12
  |
1 | { "title": "", "section": "none", "published": "昨天", "body": "会议。" }
  |            ^^
  |
  = 怎么改: 写上内容；没有内容的选填字段可以整个删除

错误[bad-date]: 日期的写法不对：`昨天`
 --> content/articles/2025-03-03-council.json:1:48
  |
1 | { "title": "", "section": "none", "published": "昨天", "body": "会议。" }
  |                                                ^^^^^^
  |
  = 怎么改: 写成 年-月-日，例如 2023-03-03；要写时间就写 2023-03-03T09:00:00+08:00

错误[value-not-allowed]: `company` 不是可以选的值
 --> content/members/m.json:1:27
  |
1 | { "name": "示例公司", "kind": "company" }
  |                               ^^^^^^^^^
  |
  = 怎么改: 可以选：enterprise、university、institute、association、other

错误[json-syntax]: 文件没有写完：第 1 行的 [ 没有配对的右括号
 --> content/pages/about.json:1:2
  |
1 | [
  |  ^
  |
  = 怎么改: 在末尾补上 ]

警告[expected-page]: 没有 content/pages/contact.json
--> content/pages/contact.json
 = 怎么改: 读者会找“联系我们”，请加上这个页面

共 4 个错误，1 个警告，0 个提示
"#,
    );
}

#[test]
fn what_only_follows_from_another_mistake_is_not_printed() {
    let settings = r##"{
  "schema_version": 1, "name": "示例联盟", "short_name": "示例", "base_url": "https://example.org/",
  "sections": [{ "id": "alliance", "name": "联盟动态", "stale_after_days": 1 }],
  "navigation": [
    { "label": "一", "to": "page:about" }, { "label": "二", "to": "/pages/about/#council" },
    { "label": "三", "to": "bulletin:144" }, { "label": "四", "to": "/bulletins/" },
    { "label": "五", "to": "/years/1999/" }, { "label": "六", "to": "/members/#regions" }
  ]
}"##;
    let text = r#"{ "title": "文", "section": "alliance", "published": "2025-03-03", "members": ["m"], "bulletin": 144,
"body": "[一](page:about)、[二](page:about#council)、[三](bulletin:144)、[四](/events/)、[五](/years/1999/)、[六](/#home-links)" }"#;
    let double = r#"{ "number": 143, "last_number": "144" }"#;
    check(
        &[
            ("content/site.json", Some(settings)),
            ("content/articles/a.json", Some(text)),
            (ARTICLE, Some("{ \"title\": }")),
            ("content/bulletins/141.json", Some(r#"{ "number": 141 }"#)),
            ("content/bulletins/143.json", Some(double)),
            ("content/bulletins/145.json", Some(r#"{ "number": 145 }"#)),
            ("content/members/m.json", Some("{ 'name': '示例公司' }")),
            ("content/pages/about.json", Some("{}")),
            ("media/a.txt", Some("文")),
        ],
        r#"
错误[json-syntax]: 这里不能出现 }
 --> content/articles/2025-03-03-council.json:1:12
  |
1 | { "title": }
  |            ^
  |
  = 怎么改: 检查前后的引号、逗号和括号

错误[wrong-type]: 这里应该是整数，现在是文字
 --> content/bulletins/143.json:1:33
  |
1 | { "number": 143, "last_number": "144" }
  |                                 ^^^^^
  |
  = 怎么改: 写成 123

错误[json-syntax]: `'name'` 没有加英文双引号
 --> content/members/m.json:1:3
  |
1 | { 'name': '示例公司' }
  |   ^^^^^^
  |
  = 怎么改: 文字和字段名都要放在英文双引号 " 里；真假值写 true 或 false

错误[missing-field]: 缺少必填字段 `title`
 --> content/pages/about.json:1:1
  |
1 | {}
  | ^
  |
  = 怎么改: 在这一对括号里补上 "title"

错误[missing-field]: 缺少必填字段 `body`
 --> content/pages/about.json:1:1
  |
1 | {}
  | ^
  |
  = 怎么改: 在这一对括号里补上 "body"

共 5 个错误，0 个警告，0 个提示
"#,
    );
}

#[test]
fn a_failed_build_leaves_the_old_output_untouched() {
    let site = sound_site();
    let place = crate::fixtures::temporary();
    let out = place.path().join("site");
    let build = || {
        let mut command = portal();
        command.arg("build").arg(site.path()).arg("--out").arg(&out);
        outcome(command.arg("--shell").arg(fixture("shell")))
    };
    assert_eq!(build().0, Some(0));
    let before = tree(place.path());
    assert!(before.contains_key("site/index.html"));

    write(site.path(), "content/pages/about.json", "{");
    let (code, printed, told) = build();
    assert_eq!(code, Some(1), "{told}");
    assert_eq!(printed, "");
    assert!(told.contains("content/pages/about.json:1:"), "{told}");
    assert_eq!(differences(&before, &tree(place.path())), "");
}
