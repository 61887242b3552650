//! Tests that check and build agree: the build accepts every site that the check accepts, and
//! rejects the others with the same messages.

use super::harness::sites::{SearchQuery, build_with, publish, today};
use crate::fixtures::{sound_site, temporary, write};
use portal::content::{Language, Problem};
use portal::publish::read;
use portal::publish::{BuildError, Drafts, check, has_errors};
use serde_json::{Value, json};
use std::path::Path;
use tempfile::TempDir;

/// Returns one line for each problem: severity, code, file and line, message.
fn lines(problems: &[Problem]) -> Vec<String> {
    problems
        .iter()
        .map(|problem| {
            let line = problem.location.as_ref().map(|location| location.line);
            let line = line.map(|line| format!(":{line}")).unwrap_or_default();
            let (severity, code) = (problem.severity().as_str(), problem.code());
            let message = portal::content::message(problem, Language::Chinese);
            format!("{severity} {code} {}{line} {message}", problem.file)
        })
        .collect()
}

/// Returns the messages of the check, or an error if the build does not agree with it.
pub(super) fn agreed(site: &Path, drafts: Drafts) -> Result<Vec<String>, String> {
    let files = read(site).map_err(|error| error.to_string())?;
    let checked = check(&files, drafts, today());
    let said = lines(&checked);
    let place = temporary();
    let asked = SearchQuery {
        drafts,
        ..SearchQuery::default()
    };
    let built = build_with(site, &place.path().join("out"), asked);
    let refuses = has_errors(&checked);
    let told = match built {
        Ok(built) if !refuses => lines(&built.problems),
        Err(BuildError::Content { problems, .. }) if refuses => lines(&problems),
        Ok(_) => return Err(format!("built in spite of {said:#?}")),
        Err(error) => return Err(format!("the check says {said:#?}, the build {error}")),
    };
    if told == said {
        Ok(said)
    } else {
        Err(format!("the check says {said:#?}, the build {told:#?}"))
    }
}

/// Adds files to a valid site, and compares the messages of check and build.
#[track_caller]
fn says(files: &[(&str, Value)], expected: &[&str]) {
    let site = with(files);
    let said = agreed(site.path(), Drafts::Left).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(said, expected, "\n{}", said.join("\n"));
}

fn with(files: &[(&str, Value)]) -> TempDir {
    let site = sound_site();
    for (path, value) in files {
        write(
            site.path(),
            path,
            serde_json::to_string_pretty(value).unwrap_or_default(),
        );
    }
    site
}

pub(super) fn article(fields: Value) -> Value {
    let mut article = json!({
        "title": "一篇文章", "section": "alliance", "published": "2025-03-03", "body": "文。",
    });
    if let (Some(article), Value::Object(fields)) = (article.as_object_mut(), fields) {
        article.extend(fields);
    }
    article
}

pub(super) fn settings(fields: Value) -> Value {
    let mut settings = json!({
        "schema_version": 1, "name": "示例联盟", "short_name": "示例",
        "base_url": "https://example.org/",
        "sections": [{ "id": "alliance", "name": "联盟动态" }],
        "navigation": [{ "label": "首页", "to": "/" }],
    });
    if let (Some(settings), Value::Object(fields)) = (settings.as_object_mut(), fields) {
        settings.extend(fields);
    }
    settings
}

const A: &str = "content/articles/a.json";
const D: &str = "content/articles/d.json";
const LATER: &str = "content/articles/later.json";
pub(super) const SITE: &str = "content/site.json";

#[test]
fn a_link_to_what_is_not_published_says_why() {
    let draft = article(json!({ "title": "草稿", "status": "draft" }));
    let later =
        article(json!({ "title": "下月的文章", "published": "2026-12-20", "status": "scheduled" }));
    let links =
        "[一](article:d)[二](article:later)[三](/articles/d/)[四](article:d#x)[五](article:e)";
    let linking = article(json!({ "body": links }));
    says(
        &[
            (A, linking.clone()),
            (D, draft.clone()),
            (LATER, later.clone()),
        ],
        &[
            "error link-to-unpublished content/articles/a.json:2 `article:d` 指向的文章是草稿，网站上没有它的页面",
            "error link-to-unpublished content/articles/a.json:2 `article:later` 指向的文章定在 2026-12-20 发布，在那以前没有页面",
            "error link-to-unpublished content/articles/a.json:2 `/articles/d/` 指向的文章是草稿，网站上没有它的页面",
            "error link-to-unpublished content/articles/a.json:2 `article:d#x` 指向的文章是草稿，网站上没有它的页面",
            "error dead-item-link content/articles/a.json:2 链接 `article:e` 指向的条目不存在",
        ],
    );
    // Drafts may link to each other: they are published together or one after the other.
    let among = article(
        json!({ "title": "又一草稿", "status": "draft", "body": "[一](article:d)[二](article:later)" }),
    );
    says(&[(A, among), (D, draft.clone()), (LATER, later)], &[]);
    let site = with(&[
        (A, article(json!({ "body": "[一](article:d)" }))),
        (D, draft),
    ]);
    assert_eq!(agreed(site.path(), Drafts::Built), Ok(vec![]));
}

#[test]
fn a_draft_is_checked_for_its_own_mistakes() {
    let draft =
        article(json!({ "status": "draft", "body": "[一](article:none)[二](page:about#none)" }));
    says(
        &[(D, draft)],
        &[
            "error dead-item-link content/articles/d.json:2 链接 `article:none` 指向的条目不存在",
            "error dead-anchor content/articles/d.json:2 页面 `/pages/about/` 里没有 `#none` 这个位置",
        ],
    );
}

#[test]
fn navigation_and_banner_lead_to_pages() {
    let draft = article(json!({ "status": "draft" }));
    let entry = |to: &str| json!({ "label": "条目", "to": to });
    let navigation = json!([
        entry("/"),
        entry("/years/2025/"),
        entry("/years/2024/"),
        entry("/members?kind=university"),
        entry("/members/?kind=university#list"),
        entry("/members/#nothing"),
        entry("article:d"),
        entry("/articles/d/"),
        entry("page:abuot"),
        entry("bulletin:3"),
        entry("/news/aliance/"),
        entry("/news/page/1/"),
        { "label": "关于", "to": "page:about", "children": [entry("event:none")] },
    ]);
    let banner = json!({ "text": "通知", "url": "article:d" });
    says(
        &[
            (
                SITE,
                settings(json!({ "navigation": navigation, "banner": banner })),
            ),
            (D, draft),
        ],
        &[
            "error link-to-unpublished content/site.json:4 `article:d` 指向的文章是草稿，网站上没有它的页面",
            "error unknown-route content/site.json:19 站内没有 `/years/2024/` 这个路径",
            "error unknown-route content/site.json:23 站内没有 `/members?kind=university` 这个路径",
            "error dead-anchor content/site.json:31 页面 `/members/` 里没有 `#nothing` 这个位置",
            "error link-to-unpublished content/site.json:35 `article:d` 指向的文章是草稿，网站上没有它的页面",
            "error link-to-unpublished content/site.json:39 `/articles/d/` 指向的文章是草稿，网站上没有它的页面",
            "error unknown-item content/site.json:43 没有编号为 `abuot` 的页面",
            "error unknown-item content/site.json:47 没有编号为 `3` 的简报",
            "error unknown-route content/site.json:51 站内没有 `/news/aliance/` 这个路径",
            "error unknown-route content/site.json:55 站内没有 `/news/page/1/` 这个路径",
            "error unknown-item content/site.json:61 没有编号为 `none` 的活动",
        ],
    );
}

#[test]
fn an_anchor_is_looked_for_on_its_page() {
    let about = json!({ "title": "关于我们", "body": ["## 联盟的任务", "### Plan", "文[^1]。", "[^1]: 注"] });
    let links = "[一](page:about#no-such)[二](page:about#联盟的任务)[三](page:about#h-1)\
                 [四](/pages/about/#plan)[五](/pages/about/#plam)[六](#attachments)[七](/members/#list)\
                 [八](page:about#fn-1)";
    let said = |article: Value| {
        let site = with(&[("content/pages/about.json", about.clone()), (A, article)]);
        let files = read(site.path()).expect("a site");
        let problems = check(&files, Drafts::Left, today());
        let told = problems.iter().map(|problem| {
            portal::content::message(problem, Language::Chinese)
                + "/"
                + &portal::content::help(problem, Language::Chinese)
        });
        let told: Vec<String> = told.collect();
        agreed(site.path(), Drafts::Left).unwrap_or_else(|error| panic!("{error}"));
        told
    };
    assert_eq!(
        said(article(json!({ "body": links }))),
        [
            "页面 `/pages/about/` 里没有 `#no-such` 这个位置/打开那个页面，从它的目录里复制标题的地址；或者去掉 # 和后面的部分",
            "页面 `/pages/about/` 里没有 `#联盟的任务` 这个位置/是不是想写 `#h-1`？",
            "页面 `/pages/about/` 里没有 `#plam` 这个位置/是不是想写 `#plan`？",
            "正文里没有 `#attachments` 这个位置/对照标题改正，或者去掉链接",
        ]
    );
}

#[test]
fn an_old_path_is_free() {
    let paths = [
        "/index.html",
        "/news/alliance",
        "/articles/b.asp",
        "/years.html",
        "/newsindex.html",
        "/robots.txt",
        "/robots.txt.gz",
        "/data/old.asp",
        "/assets/",
        "/a.b",
        "/a.b/c.asp",
        "/%2e%2e/x.asp",
        "/alt",
    ];
    let sections = json!([
        { "id": "alliance", "name": "联盟动态", "legacy_prefix": "/articles/" },
        { "id": "other", "name": "其他", "legacy_prefix": "/alt/" },
    ]);
    let taken = |line: usize, path: &str| {
        format!(
            "error legacy-path-taken content/articles/a.json:{line} 旧路径 `{path}` 上有本站自己的页面，不能转走"
        )
    };
    let expected = [
        taken(4, "/index.html"),
        taken(5, "/news/alliance"),
        taken(9, "/robots.txt"),
        taken(10, "/robots.txt.gz"),
        taken(11, "/data/old.asp"),
        taken(12, "/assets/"),
        "error duplicate-legacy-url content/articles/a.json:14 旧路径 `/a.b/c.asp` 已经写在 content/articles/a.json 里".to_owned(),
        "error bad-legacy-path content/articles/a.json:15 旧路径的写法不对：`/%2e%2e/x.asp`".to_owned(),
        "error legacy-path-taken content/site.json:14 旧路径 `/articles/` 上有本站自己的页面，不能转走".to_owned(),
        "error duplicate-legacy-url content/site.json:19 旧路径 `/alt/` 已经写在 content/articles/a.json 里".to_owned(),
    ];
    let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    says(
        &[
            (A, article(json!({ "legacy_urls": paths }))),
            (SITE, settings(json!({ "sections": sections }))),
        ],
        &expected,
    );
}

/// Uses each file of a portal as an old path, which the check reports and not the build.
#[test]
fn no_old_path_is_a_file_of_the_portal() {
    let published = publish(sound_site().path(), None);
    let paths: Vec<String> = published.keys().map(|path| format!("/{path}")).collect();
    let site = with(&[(A, article(json!({ "legacy_urls": paths })))]);
    let said = agreed(site.path(), Drafts::Left).unwrap_or_else(|error| panic!("{error}"));
    for path in &paths {
        let taken = format!("旧路径 `{path}` 上有本站自己的页面，不能转走");
        assert!(said.iter().any(|line| line.ends_with(&taken)), "{path}");
    }
}

#[test]
fn no_old_path_is_the_later_number_of_a_double_issue() {
    let issue = json!({ "number": 143, "last_number": 144, "body": "文。" });
    let old = article(json!({ "legacy_urls": ["/bulletins/144/"] }));
    says(
        &[("content/bulletins/143.json", issue), (A, old)],
        &[
            "error legacy-path-taken content/articles/a.json:4 旧路径 `/bulletins/144/` 上有本站自己的页面，不能转走",
        ],
    );
}

#[test]
fn equal_titles_are_told_apart_by_the_program() {
    let member = |name_en: &str, name: &str| json!({ "name": name, "name_en": name_en, "kind": "enterprise" });
    let weekly = |day: &str, section: &str| {
        article(json!({ "title": "一周评述", "published": day, "section": section }))
    };
    let site = with(&[
        (
            SITE,
            settings(json!({ "sections": [{ "id": "alliance", "name": "一周评述" }] })),
        ),
        (A, weekly("2025-02-01", "alliance")),
        ("content/articles/b.json", weekly("2025-02-08", "alliance")),
        ("content/articles/c.json", weekly("2025-02-08", "alliance")),
        (D, article(json!({ "title": "示例公司" }))),
        ("content/members/one.json", member("One", "示例公司")),
        (
            "content/pages/members.json",
            json!({ "title": "联盟成员", "body": "文。" }),
        ),
        (
            "content/bulletins/1.json",
            json!({ "number": 1, "title": "一周评述" }),
        ),
        (
            "content/events/e.json",
            json!({ "name": "一周评述", "start": "2025-02-01" }),
        ),
    ]);
    let place = temporary();
    let out = place.path().join("out");
    let built = build_with(site.path(), &out, SearchQuery::default());
    let built = built.unwrap_or_else(|error| panic!("{error}"));
    assert!(
        lines(&built.problems)
            .iter()
            .all(|line| line.starts_with("warning duplicate-title "))
    );
    let title = |path: &str| {
        let html = std::fs::read_to_string(out.join(path).join("index.html")).unwrap_or_default();
        let title = html
            .split("<title>")
            .nth(1)
            .and_then(|rest| rest.split("</title>").next());
        title.unwrap_or_default().to_owned()
    };
    for (path, expected) in [
        ("articles/a", "一周评述（2025年2月1日、a） - 示例"),
        ("articles/b", "一周评述（2025年2月8日、b） - 示例"),
        ("articles/c", "一周评述（2025年2月8日、c） - 示例"),
        ("articles/d", "示例公司（2025年3月3日） - 示例"),
        ("members/one", "示例公司（成员） - 示例"),
        ("pages/members", "联盟成员（页面） - 示例"),
        ("members", "联盟成员 - 示例"),
        ("bulletins/1", "一周评述（第 1 期） - 示例"),
        ("events/e", "一周评述（2025年2月1日、e） - 示例"),
        ("news/alliance", "一周评述（栏目） - 示例"),
        ("articles/2025-03-03-council", "示例联盟召开理事会 - 示例"),
    ] {
        assert_eq!(title(path), expected, "{path}");
    }
}

#[test]
fn one_form_of_base_url_holds_everywhere() {
    for (url, is_fit) in [
        ("https://example.org/", true),
        ("https://example.org/a-b/c_d/", true),
        ("https://例子.中国/", true),
        ("http://127.0.0.1:8080/", true),
        ("https://h/联盟/", false),
        ("https://h/%E8%81%94/", false),
        ("https://h/a//b/", false),
        ("https://h/a", false),
        ("http://example.org/", false),
        ("https://user@h/", false),
    ] {
        let site = with(&[(SITE, settings(json!({ "base_url": url })))]);
        let said =
            agreed(site.path(), Drafts::Left).unwrap_or_else(|error| panic!("{url}: {error}"));
        assert_eq!(said.is_empty(), is_fit, "{url}: {said:?}");
        let place = temporary();
        let asked = SearchQuery {
            base_url: Some(url),
            ..SearchQuery::default()
        };
        let built = build_with(sound_site().path(), &place.path().join("out"), asked);
        assert_eq!(built.is_ok(), is_fit, "{url}: {built:?}");
    }
}

#[test]
fn files_that_are_not_published_are_noted() {
    let site = with(&[
        (A, article(json!({ "body": "[一](media:used.pdf)" }))),
        (
            D,
            article(
                json!({ "title": "草稿", "status": "draft", "body": "[一](media:draft.pdf)[二](media:used.pdf)" }),
            ),
        ),
    ]);
    for name in ["used.pdf", "draft.pdf", "stray 1.pdf"] {
        write(site.path(), &format!("media/{name}"), "%PDF-1.4");
    }
    let said = agreed(site.path(), Drafts::Left);
    assert_eq!(
        said,
        Ok(vec![
            "note unpublished-media media 1 个文件只有不公开的内容用到，不会发布：`draft.pdf`"
                .to_owned(),
            "note unpublished-media media 1 个文件没有任何内容用到，不会发布：`stray 1.pdf`"
                .to_owned(),
        ])
    );
}
