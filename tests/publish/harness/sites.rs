//! Sites for the tests, and their output.

use crate::fixtures::{TODAY, Tree, fixture, temporary, tree, write};
use portal::content::values::date::Date;
use portal::publish::{BuildError, BuildOptions, Built, Drafts, Shell, Unobserved, build};
use serde_json::json;
use std::path::Path;
use tempfile::TempDir;

/// Publishes a site with the stub of a shell.
#[track_caller]
pub(crate) fn publish(site: &Path, base_url: Option<&str>) -> Tree {
    try_publish(site, base_url).unwrap_or_else(|error| panic!("{}: {error:?}", site.display()))
}

pub(crate) fn try_publish(site: &Path, base_url: Option<&str>) -> Result<Tree, BuildError> {
    let out = temporary();
    let folder = out.path().join("site");
    try_publish_to(site, &folder, base_url)?;
    Ok(tree(&folder))
}

/// Publishes a site into a folder that may contain an older portal.
#[track_caller]
pub(crate) fn publish_to(site: &Path, out: &Path) -> Built {
    try_publish_to(site, out, None).unwrap_or_else(|error| panic!("{}: {error:?}", site.display()))
}

/// Publishes a site on a day.
#[track_caller]
pub(crate) fn publish_on(site: &Path, day: (i32, u8, u8)) -> Tree {
    let out = temporary();
    let folder = out.path().join("site");
    let asked = SearchQuery {
        today: day,
        ..SearchQuery::default()
    };
    build_with(site, &folder, asked)
        .unwrap_or_else(|error| panic!("{}: {error:?}", site.display()));
    tree(&folder)
}

fn try_publish_to(site: &Path, out: &Path, base_url: Option<&str>) -> Result<Built, BuildError> {
    let asked = SearchQuery {
        base_url,
        ..SearchQuery::default()
    };
    build_with(site, out, asked)
}

/// Arguments of a build.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SearchQuery<'a> {
    pub(crate) base_url: Option<&'a str>,
    pub(crate) drafts: Drafts,
    pub(crate) compress: bool,
    pub(crate) today: (i32, u8, u8),
}

impl Default for SearchQuery<'_> {
    fn default() -> Self {
        Self {
            base_url: None,
            drafts: Drafts::Left,
            compress: false,
            today: TODAY,
        }
    }
}

/// Builds a site with the stub of a shell.
pub(crate) fn build_with(
    site: &Path,
    out: &Path,
    asked: SearchQuery<'_>,
) -> Result<Built, BuildError> {
    let (year, month, day) = asked.today;
    let options = BuildOptions {
        site,
        out,
        base_url: asked.base_url,
        drafts: asked.drafts,
        is_plan: false,
        compress: asked.compress,
        today: Date::new(year, month, day).expect("the calendar has this day"),
        observer: &Unobserved,
    };
    let shell = Shell::read(&fixture("shell")).unwrap_or_else(|error| panic!("{error}"));
    build(&options, &shell)
}

/// Returns the day of the tests.
pub(crate) fn today() -> Date {
    let (year, month, day) = TODAY;
    Date::new(year, month, day).expect("the calendar has this day")
}

/// Creates a site with this many articles, one a day, distributed over sections, members and
/// tags.
pub(crate) fn generated(articles: usize) -> TempDir {
    const SECTIONS: [&str; 2] = ["alliance", "market"];
    const MEMBERS: [&str; 3] = ["first", "second", "third"];
    const TAGS: [&str; 5] = ["纺丝", "织造", "染整", "检测", "会议"];

    let site = temporary();
    let sections = SECTIONS.map(|id| json!({ "id": id, "name": format!("{id}栏目") }));
    let settings = json!({
        "schema_version": 1,
        "name": "示例联盟",
        "short_name": "示例",
        "base_url": "https://example.org/",
        "sections": sections,
        "navigation": [{ "label": "首页", "to": "/" }],
    });
    write(site.path(), "content/site.json", settings.to_string());
    for id in MEMBERS {
        let member = json!({ "name": format!("{id}示例公司"), "kind": "enterprise" });
        write(
            site.path(),
            &format!("content/members/{id}.json"),
            member.to_string(),
        );
    }
    let mut day = Date::new(2001, 1, 1).expect("the calendar has this day");
    for number in 1..=articles {
        let article = json!({
            "title": format!("第{number}篇示例文章"),
            "section": SECTIONS[number % SECTIONS.len()],
            "published": day.to_string(),
            "body": format!("这是第{number}篇，内容均为虚构。"),
            "members": [MEMBERS[number % MEMBERS.len()]],
            "tags": [TAGS[number % TAGS.len()]],
        });
        let path = format!("content/articles/article-{number:04}.json");
        write(site.path(), &path, article.to_string());
        day = day.next_day();
    }
    site
}

/// Returns the pages of a published site, as path and HTML, without the redirects from old
/// addresses.
pub(crate) fn pages(tree: &Tree) -> impl Iterator<Item = (&str, &str)> {
    tree.iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, bytes)| {
            let html = std::str::from_utf8(bytes).unwrap_or_else(|error| panic!("{path}: {error}"));
            (path.as_str(), html)
        })
        .filter(|(_, html)| !html.contains("http-equiv=\"refresh\""))
}
