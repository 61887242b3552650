//! Property test that the build accepts every site that the check accepts, and rejects the
//! others with the same messages. Small sites are changed like editors do, with and without
//! mistakes.

use super::agreement::{SITE, agreed, article, settings};
use crate::fixtures::{temporary, write};
use portal::publish::Drafts;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Returns a small site with many parts that can be changed.
fn world() -> BTreeMap<String, Value> {
    let mut files = BTreeMap::new();
    let mut put = |path: &str, value: Value| {
        files.insert(format!("content/{path}.json"), value);
    };
    put(
        "site",
        settings(json!({
            "sections": [
                { "id": "alliance", "name": "联盟动态" },
                { "id": "shows", "name": "展览会议", "kind": "events" },
            ],
        })),
    );
    for (id, day) in [
        ("a", "2025-02-01"),
        ("b", "2025-02-08"),
        ("c", "2024-05-05"),
    ] {
        let title = format!("文章 {id}");
        put(
            &format!("articles/{id}"),
            article(json!({ "title": title, "published": day })),
        );
    }
    put(
        "members/m",
        json!({ "name": "示例公司", "kind": "enterprise" }),
    );
    put(
        "members/n",
        json!({ "name": "示例大学", "kind": "university" }),
    );
    put(
        "bulletins/1",
        json!({ "number": 1, "published": "2025-01-01", "body": "## 一\n\n文。" }),
    );
    put(
        "events/e",
        json!({ "name": "示例会议", "start": "2025-05-01", "body": "文。" }),
    );
    put(
        "pages/about",
        json!({ "title": "关于我们", "body": "## Plan\n\n文。" }),
    );
    put(
        "pages/contact",
        json!({ "title": "联系我们", "body": "文。" }),
    );
    files
}

/// An edit of a site: its kind, the file, and the value among those that are possible there.
type Edit = (u8, usize, usize);

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    prop::collection::vec((0..12_u8, 0..32_usize, 0..64_usize), 1..5)
}

fn edit(files: &mut BTreeMap<String, Value>, (what, which, how): Edit) {
    fn pick<T: Copy>(all: &[T], index: usize) -> T {
        all[index % all.len()]
    }
    let paths: Vec<String> = files.keys().cloned().collect();
    let of = |folder: &str| -> Vec<String> {
        let inside = format!("content/{folder}/");
        paths
            .iter()
            .filter(|path| path.starts_with(&inside))
            .cloned()
            .collect()
    };
    let any = pick(&paths.iter().map(String::as_str).collect::<Vec<_>>(), which).to_owned();
    let articles = of("articles");
    let one = articles
        .get(which % articles.len().max(1))
        .cloned()
        .unwrap_or_default();
    let mut set = |path: &str, field: &str, value: Value| {
        if let Some(fields) = files.get_mut(path).and_then(Value::as_object_mut) {
            fields.insert(field.to_owned(), value);
        }
    };
    const TARGETS: [&str; 24] = [
        "article:a",
        "article:b",
        "article:zz",
        "member:m",
        "member:n#x",
        "bulletin:1",
        "bulletin:1#h-1",
        "bulletin:2",
        "event:e",
        "event:e#main",
        "page:about",
        "page:about#plan",
        "page:about#nothing",
        "/pages/about/#plan",
        "/years/2025/",
        "/years/2024/",
        "/news/alliance/",
        "/news/shows/",
        "/news/page/1/",
        "/members/#list",
        "/members",
        "#attachments",
        "#h-1",
        "/articles/b/?x#related",
    ];
    match what {
        0 if any != SITE => drop(files.remove(&any)),
        0 | 1 => {
            let statuses = [
                json!("draft"),
                json!("scheduled"),
                json!("withdrawn"),
                json!("published"),
            ];
            set(&one, "status", statuses[how % statuses.len()].clone());
        }
        2 => {
            let titles = [
                "文章 a",
                "示例公司",
                "联盟成员",
                "联盟动态",
                "示例联盟",
                "搜索",
                "关于我们",
                "联盟动态（栏目）",
                "文章 a（2025年2月1日）",
            ];
            let field = if any.contains("/members/") || any.contains("/events/") {
                "name"
            } else {
                "title"
            };
            if any != SITE {
                set(&any, field, json!(pick(&titles, how)));
            }
        }
        3 | 4 => {
            if any != SITE && !any.contains("/links/") {
                let link = pick(&TARGETS, how);
                let other = pick(&TARGETS, how / 3 + which);
                set(
                    &any,
                    "body",
                    json!([format!("## 节\n\n[一]({link})"), format!("[二]({other})")]),
                );
            }
        }
        5 => {
            let days = [
                "2025-02-01",
                "2026-01-15",
                "2026-01-16",
                "1999-12-31",
                "0001-01-01",
                "0000-01-01",
                "2025-02-01T09:00:00+08:00",
            ];
            let field = if any.contains("/events/") {
                "start"
            } else {
                "published"
            };
            if any != SITE && !any.contains("/members/") && !any.contains("/pages/") {
                set(&any, field, json!(pick(&days, how)));
            }
        }
        6 => set(
            &one,
            "section",
            json!(pick(&["alliance", "shows", "none"], how)),
        ),
        7 => {
            let item = files.get(&any).cloned();
            if let Some(item) = item.filter(|_| any != SITE) {
                let folder = any.rsplit_once('/').map_or("", |(folder, _)| folder);
                let id = if any.contains("/bulletins/") {
                    "2"
                } else {
                    pick(&["copy", "page", "index", "feed"], how)
                };
                files.insert(format!("{folder}/{id}.json"), item);
                if any.contains("/bulletins/")
                    && let Some(fields) = files
                        .get_mut("content/bulletins/2.json")
                        .and_then(Value::as_object_mut)
                {
                    fields.insert("number".to_owned(), json!(2));
                }
            }
        }
        8 => {
            let target = TARGETS[how % TARGETS.len()];
            let entry = json!([{ "label": "条目", "to": target }]);
            if which % 2 == 0 {
                set(SITE, "navigation", entry);
            } else {
                set(SITE, "banner", json!({ "text": "通知", "url": target }));
            }
        }
        9 => {
            let paths = [
                "/old.asp",
                "/old",
                "/old/",
                "/news/",
                "/articles/a/",
                "/articles/zz/",
                "/feed.xml",
                "/old.asp/x.asp",
                "/%2e/x",
                "/media/x.asp",
                "/data/x",
                "/index.html.gz",
                "/years/2025",
            ];
            if which % 3 == 0 {
                let sections = json!([{ "id": "alliance", "name": "联盟动态", "legacy_prefix": pick(&paths, how) }, { "id": "shows", "name": "展览会议", "kind": "events" }]);
                set(SITE, "sections", sections);
            } else {
                set(
                    &one,
                    "legacy_urls",
                    json!([pick(&paths, how), pick(&paths, how / 5)]),
                );
            }
        }
        10 => {
            set(
                "content/bulletins/1.json",
                "distribution",
                json!(pick(&["members", "public"], how)),
            );
            set("content/members/m.json", "listed", json!(how % 3 == 0));
        }
        _ => {
            let fields = [
                ("policy", json!("b")),
                ("members", json!(["m"])),
                ("event", json!("e")),
                ("bulletin", json!(1)),
                ("tags", json!(["标签"])),
                ("pinned_until", json!("2026-02-01")),
                ("subtitle", json!("副题")),
                ("document", json!({ "replaces": ["c"] })),
                ("also_in", json!(["shows"])),
            ];
            let (field, value) = &fields[how % fields.len()];
            set(&one, field, value.clone());
        }
    }
}

#[test]
fn whatever_passes_the_check_can_be_built() {
    let config = Config {
        cases: 60,
        failure_persistence: None,
        ..Config::default()
    };
    let (mut passed, mut refused) = (0, 0);
    let mut runner =
        TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let counts = std::cell::RefCell::new((&mut passed, &mut refused));
    let outcome = runner.run(&(edits(), any::<bool>()), |(edits, with_drafts)| {
        let mut files = world();
        for one in edits {
            edit(&mut files, one);
        }
        let site = temporary();
        for (path, value) in &files {
            write(site.path(), path, value.to_string());
        }
        let drafts = if with_drafts {
            Drafts::Built
        } else {
            Drafts::Left
        };
        let said = agreed(site.path(), drafts)
            .map_err(|error| TestCaseError::fail(format!("{files:#?}: {error}")))?;
        let mut counts = counts.borrow_mut();
        if said.iter().any(|line| line.starts_with("error ")) {
            *counts.1 += 1;
        } else {
            *counts.0 += 1;
        }
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
    // Both results must have occurred.
    assert!(
        10 < passed && 10 < refused,
        "{passed} passed, {refused} refused"
    );
}
