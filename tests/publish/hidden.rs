//! Tests of a site in which all unpublished content contains a mark: no file of the portal
//! contains the mark, no name, no compressed copy, no part of the search index.

use super::harness::sites::{SearchQuery, build_with};
use crate::fixtures::{Tree, sound_site, temporary, tree, write};
use portal::publish::Drafts;
use serde_json::{Value, json};
use std::io::Read as _;
use tempfile::TempDir;

/// A character that occurs nowhere else, for texts; even an index of single characters would
/// contain it.
const MARK: char = '靐';
/// A string that occurs nowhere else, for names of files and addresses.
const NAME: &str = "qxzqxz";

/// Kind of hidden content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    Draft,
    Scheduled,
    Withdrawn,
    Members,
    Unused,
}

/// State of the site: its content is hidden, or all of it is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Status {
    Hidden,
    Shown,
}

fn marked(words: &str) -> String {
    format!("{MARK}{words}{MARK}")
}

/// Returns the fields of an article that are not published while it is hidden.
fn hidden_fields(of: &str) -> Value {
    json!({
        "subtitle": marked("副题"),
        "summary": marked("摘要要有三十个字才不会被提醒所以这里一直写下去写到够了为止好了"),
        "cover": { "src": format!("{NAME}/{of}-cover.svg"), "alt": marked("封面"), "caption": marked("图注") },
        "body": [
            marked("正文"),
            format!("## {}", marked("小标题")),
            format!("![{}](media:{NAME}/{of}-picture.svg)", marked("图")),
            format!("[{}](media:{NAME}/{of}-link.pdf)", marked("文件")),
            format!("脚注[^1]\n\n[^1]: {}", marked("注")),
        ],
        "attachments": [{ "file": format!("{NAME}/{of}.pdf"), "title": marked("附件") }],
        "tags": [marked("标签")],
        "document": { "number": "示例部发〔2022〕43号", "issuer": marked("机关"), "official_url": format!("https://{NAME}.example.org/") },
        "corrections": [{ "date": "2026-01-10", "note": marked("更正") }],
    })
}

fn merged(mut one: Value, other: Value) -> Value {
    if let (Some(one), Value::Object(other)) = (one.as_object_mut(), other) {
        one.extend(other);
    }
    one
}

/// Creates a site with hidden content of each kind, or with the same content published.
fn site(status: Status, kinds: &[Of]) -> TempDir {
    let site = sound_site();
    let put = |path: &str, value: Value| write(site.path(), path, value.to_string());
    let file = |of: &str, name: &str| {
        let bytes = format!("{MARK} {NAME} {of}");
        write(site.path(), &format!("media/{NAME}/{name}"), bytes);
    };
    let picture = |of: &str, name: &str| {
        let svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600"><title>{MARK}{of}</title></svg>"#
        );
        write(site.path(), &format!("media/{NAME}/{name}"), svg);
    };
    let is_hidden = status == Status::Hidden;
    for (of, id, name, shown) in [
        (
            Of::Draft,
            format!("{NAME}-draft"),
            "draft",
            json!("published"),
        ),
        (
            Of::Scheduled,
            format!("{NAME}-later"),
            "later",
            json!("published"),
        ),
        (Of::Withdrawn, "gone".to_owned(), "gone", json!("published")),
    ] {
        if !kinds.contains(&of) {
            continue;
        }
        let (status, day) = match of {
            _ if !is_hidden => (shown, "2026-01-02"),
            Of::Draft => (json!("draft"), "2026-01-02"),
            Of::Scheduled => (json!("scheduled"), "2026-01-16"),
            _ => (
                json!({ "withdrawn": { "reason": "数据有误" } }),
                "2026-01-02",
            ),
        };
        let own = match of {
            // A withdrawn article keeps its page, its title, and the links to it.
            Of::Withdrawn => json!({ "title": "撤下的文章" }),
            _ => json!({
                "title": marked(name),
                "author": marked("作者"),
                "source": { "name": marked("来源"), "url": format!("https://{NAME}.example.org/{name}") },
                "legacy_urls": [format!("/{NAME}/{name}.asp")],
            }),
        };
        let base = json!({ "section": "alliance", "published": day, "status": status });
        let mut article = merged(merged(base, own), hidden_fields(name));
        if of == Of::Scheduled
            && let Some(fields) = article.as_object_mut()
        {
            fields.remove("corrections");
        }
        put(&format!("content/articles/{id}.json"), article);
        for end in ["-link.pdf", ".pdf"] {
            file(name, &format!("{name}{end}"));
        }
        for end in ["-cover.svg", "-picture.svg"] {
            picture(name, &format!("{name}{end}"));
        }
    }
    if kinds.contains(&Of::Members) {
        let bulletin = json!({
            "number": 7,
            "published": "2026-01-02",
            "distribution": if is_hidden { "members" } else { "public" },
            "abstract": marked("提要"),
            "cover": { "src": format!("{NAME}/issue.svg"), "alt": marked("封面") },
            "contents": [{ "title": marked("目录") }],
            "body": [marked("正文"), format!("![{}](media:{NAME}/issue-picture.svg)", marked("图"))],
            "files": [{ "file": format!("{NAME}/issue.pdf"), "role": "pdf" }],
            "corrections": [{ "date": "2026-01-10", "note": marked("更正") }],
        });
        put("content/bulletins/7.json", bulletin);
        file("issue", "issue.pdf");
        picture("issue", "issue.svg");
        picture("issue", "issue-picture.svg");
    }
    if kinds.contains(&Of::Unused) {
        file("unused", "unused.pdf");
        picture("unused", "unused.svg");
    }
    // Published items refer to hidden ones in all fields that allow it.
    if kinds.contains(&Of::Draft) {
        let draft = format!("{NAME}-draft");
        let article = json!({
            "title": "公开的文章", "section": "alliance", "published": "2026-01-01", "body": "文。",
            "policy": draft, "document": { "replaces": [draft] },
        });
        put("content/articles/open.json", article);
        let event = json!({ "name": "会", "start": "2026-01-01", "report": draft });
        put("content/events/open.json", event);
        let issue = json!({ "number": 6, "published": "2026-01-01", "contents": [{ "title": "目", "article": draft }] });
        put("content/bulletins/6.json", issue);
    }
    site
}

fn published(site: &TempDir, drafts: Drafts) -> Tree {
    let place = temporary();
    let out = place.path().join("out");
    let asked = SearchQuery {
        drafts,
        compress: true,
        ..SearchQuery::default()
    };
    build_with(site.path(), &out, asked).unwrap_or_else(|error| panic!("{error:?}"));
    // Files beside the portal are checked too: they are on the same disk.
    tree(place.path())
}

/// Returns the files of a folder whose names or bytes, compressed or not, contain a mark.
fn showing(tree: &Tree) -> Vec<&str> {
    let is_marked = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        let mark = MARK.to_string();
        [
            mark.as_str(),
            NAME,
            "\\u9750",
            "%e9%9d%90",
            "&#38736;",
            "&#x9750;",
        ]
        .iter()
        .any(|mark| text.contains(mark))
    };
    tree.iter()
        .filter(|(path, bytes)| is_marked(path.as_bytes()) || is_marked(&plain(path, bytes)))
        .map(|(path, _)| path.as_str())
        .collect()
}

fn plain(path: &str, bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    let read = if path.ends_with(".gz") {
        flate2::read::GzDecoder::new(bytes).read_to_end(&mut plain)
    } else if path.ends_with(".br") {
        brotli::Decompressor::new(bytes, 4096).read_to_end(&mut plain)
    } else {
        return bytes.to_vec();
    };
    read.unwrap_or_else(|error| panic!("{path}: {error}"));
    plain
}

#[test]
fn what_is_not_public_is_nowhere() {
    let all = [
        Of::Draft,
        Of::Scheduled,
        Of::Withdrawn,
        Of::Members,
        Of::Unused,
    ];
    let tree = published(&site(Status::Hidden, &all), Drafts::Left);
    assert_eq!(showing(&tree), Vec::<&str>::new());
    // Each kind must be found when it is published, so that the test above proves something.
    for of in [Of::Draft, Of::Scheduled, Of::Withdrawn, Of::Members] {
        let tree = published(&site(Status::Shown, &[of]), Drafts::Left);
        let shown = showing(&tree);
        for part in ["index.html", "data/search/", "media/", ".gz", ".br"] {
            assert!(
                shown.iter().any(|path| path.contains(part)),
                "{of:?} {part}: {shown:?}"
            );
        }
    }
}

#[test]
fn drafts_show_themselves_and_nothing_else() {
    let others = [Of::Withdrawn, Of::Members, Of::Unused];
    let tree = published(&site(Status::Hidden, &others), Drafts::Built);
    assert_eq!(showing(&tree), Vec::<&str>::new());
    let tree = published(&site(Status::Hidden, &[Of::Draft]), Drafts::Built);
    assert!(!showing(&tree).is_empty());
}

#[test]
fn an_issue_for_members_says_what_it_is_and_how_to_get_it() {
    let site = site(Status::Hidden, &[Of::Members]);
    let settings = json!({
        "schema_version": 1, "name": "示例联盟", "short_name": "示例",
        "base_url": "https://example.org/",
        "sections": [{ "id": "alliance", "name": "联盟动态" }],
        "navigation": [],
        "contact": { "phones": ["010-65000000"], "email": "info@example.org" },
    });
    write(site.path(), "content/site.json", settings.to_string());
    let tree = published(&site, Drafts::Left);
    let page = tree
        .get("out/bulletins/7/index.html")
        .map(|bytes| String::from_utf8_lossy(bytes));
    let page = page.unwrap_or_default();
    for words in [
        "示例简报（第7期）",
        "2026年1月2日",
        "本期只发给成员单位，本站不公开它的内容。需要的成员单位请向秘书处索取。",
        "010-65000000",
        "info@example.org",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(!page.contains("目前只有目录信息"), "{page}");
}
