//! Tests of the output besides pages.

use super::harness::dom::{attribute, elements, parse};
use super::harness::sites::{generated, pages, publish, try_publish};
use crate::fixtures::{Tree, fixture, repository, sound_site, write};
use portal::publish::BuildError;
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const ORIGIN: &str = "https://example.org/";

fn everything() -> Tree {
    publish(&fixture("everything/site"), None)
}

#[track_caller]
fn text<'a>(tree: &'a Tree, path: &str) -> &'a str {
    let bytes = tree
        .get(path)
        .unwrap_or_else(|| panic!("{path} is missing"));
    std::str::from_utf8(bytes).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Returns the elements of an XML document that contain text: name and text, in their order.
#[track_caller]
fn leaves(xml: &str) -> Vec<(String, String)> {
    let mut reader = Reader::from_str(xml);
    let mut found: Vec<(String, String)> = Vec::new();
    loop {
        match reader
            .read_event()
            .unwrap_or_else(|error| panic!("{error}: {xml}"))
        {
            Event::Start(element) => {
                let name = element.name().as_ref().to_owned();
                found.push((name, String::new()));
            }
            Event::Text(text) => {
                if let Some((_, value)) = found.last_mut() {
                    value.push_str(&text);
                }
            }
            Event::GeneralRef(_) => {
                if let Some((_, value)) = found.last_mut() {
                    value.push('&');
                }
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

fn texts(xml: &str, name: &str) -> Vec<String> {
    leaves(xml)
        .into_iter()
        .filter(|(element, _)| element == name)
        .map(|(_, text)| text.trim().to_owned())
        .collect()
}

#[test]
fn feeds_hold_the_newest_and_both_forms_say_the_same() {
    let tree = publish(generated(45).path(), None);
    for (folder, expected) in [("", 30), ("news/alliance/", 22)] {
        let atom = text(&tree, &format!("{folder}feed.xml"));
        // The feed's own id precedes those of its entries.
        let ids = texts(atom, "id");
        let json: Value = serde_json::from_str(text(&tree, &format!("{folder}feed.json")))
            .unwrap_or_else(|error| panic!("{folder}: {error}"));
        let items: Vec<&str> = json["items"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|item| item["id"].as_str())
            .collect();
        assert_eq!(ids[0], format!("{ORIGIN}{folder}feed.xml"));
        assert_eq!(ids[1..], items, "{folder}");
        assert_eq!(items.len(), expected, "{folder}");
        assert_eq!(json["version"], "https://jsonfeed.org/version/1.1");
        assert_eq!(json["feed_url"], format!("{ORIGIN}{folder}feed.json"));
    }
    let newest = format!("{ORIGIN}articles/article-0045/");
    assert_eq!(texts(text(&tree, "feed.xml"), "id")[1], newest);
}

#[test]
fn a_withdrawn_article_is_offered_nowhere() {
    let tree = everything();
    for path in [
        "feed.xml",
        "feed.json",
        "sitemap.xml",
        "sitemap.txt",
        "llms.txt",
    ] {
        assert!(
            !text(&tree, path).contains("2025-06-01-withdrawn"),
            "{path}"
        );
    }
    let page = text(&tree, "articles/2025-06-01-withdrawn/index.html");
    assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"));
    let twin = text(&tree, "articles/2025-06-01-withdrawn/index.md");
    assert!(twin.contains("本文已撤下。"), "{twin}");
}

#[test]
fn the_sitemap_names_every_page_and_nothing_else() {
    for site in [fixture("everything/site"), repository("public")] {
        let tree = publish(&site, Some(ORIGIN));
        let sitemap = text(&tree, "sitemap.xml");
        let addresses = texts(sitemap, "loc");
        let named: BTreeSet<String> = addresses.iter().cloned().collect();
        assert_eq!(named.len(), addresses.len(), "an address is named twice");
        let expected: BTreeSet<String> = pages(&tree)
            .filter(|(_, html)| !html.contains("content=\"noindex\""))
            .filter_map(|(path, _)| path.strip_suffix("index.html"))
            .map(|path| format!("{ORIGIN}{path}"))
            .collect();
        assert_eq!(named, expected);
        let lines: BTreeSet<String> = text(&tree, "sitemap.txt")
            .lines()
            .map(str::to_owned)
            .collect();
        assert_eq!(lines, expected);
        let dates = texts(sitemap, "lastmod");
        assert!(!dates.is_empty());
        for date in dates {
            let day = date.get(..10).unwrap_or_default();
            assert!(
                day.parse::<portal_date::Day>().is_ok() && (date.len() == 10 || date.len() == 25),
                "{date}"
            );
        }
        let robots = text(&tree, "robots.txt");
        assert!(
            robots.contains("Sitemap: https://example.org/sitemap.xml\n"),
            "{robots}"
        );
    }
}

/// Day in the format of the sitemap protocol.
mod portal_date {
    use portal::content::values::date::Date;
    use portal::content::values::text_value::TextValue as _;

    pub(super) struct Day;

    impl std::str::FromStr for Day {
        type Err = ();

        fn from_str(text: &str) -> Result<Self, ()> {
            Date::parse(text).map(|_| Self).map_err(|_| ())
        }
    }
}

#[test]
fn every_page_describes_itself_in_its_own_words() {
    for site in [fixture("everything/site"), repository("public")] {
        let tree = publish(&site, None);
        let mut seen = BTreeSet::new();
        for (path, html) in pages(&tree).filter(|(path, _)| *path != "404.html") {
            let elements = elements(&parse(html));
            let meta = |key: &str, name: &str| {
                elements
                    .iter()
                    .filter(|element| element.name == "meta")
                    .find(|element| attribute(element, key) == Some(name))
                    .and_then(|element| attribute(element, "content"))
                    .unwrap_or_default()
                    .to_owned()
            };
            let description = meta("name", "description");
            assert_eq!(meta("property", "og:description"), description, "{path}");
            assert!(
                meta("property", "og:url").ends_with(path.trim_end_matches("index.html")),
                "{path}"
            );
            for name in ["og:title", "og:type", "og:site_name", "og:locale"] {
                assert!(!meta("property", name).is_empty(), "{path}: {name}");
            }
            assert!(
                seen.insert(description.clone()),
                "{path} says again: {description}"
            );
        }
    }
}

/// Returns the values of a page's JSON-LD, and checks the properties of each.
fn structured(html: &str) -> Vec<Value> {
    elements(&parse(html))
        .iter()
        .filter(|element| attribute(element, "type") == Some("application/ld+json"))
        .map(|element| {
            serde_json::from_str(&element.text).unwrap_or_else(|error| panic!("{error}"))
        })
        .collect()
}

#[test]
fn structured_data_has_what_its_type_requires() {
    let required = |kind: &str| -> &[&str] {
        match kind {
            "WebSite" => &["name", "url", "publisher", "potentialAction"],
            "Organization" => &["name"],
            "NewsArticle" => &[
                "headline",
                "datePublished",
                "dateModified",
                "author",
                "publisher",
                "url",
                "articleSection",
                "inLanguage",
            ],
            "Periodical" => &["name", "url", "publisher"],
            "PublicationIssue" => &["issueNumber", "isPartOf", "url"],
            "Event" => &[
                "name",
                "startDate",
                "endDate",
                "location",
                "eventStatus",
                "organizer",
            ],
            "BreadcrumbList" => &["itemListElement"],
            "CollectionPage" | "AboutPage" | "ContactPage" | "WebPage" | "SearchResultsPage" => {
                &["name", "url"]
            }
            other => panic!("{other} is not known here"),
        }
    };
    for site in [fixture("everything/site"), repository("public")] {
        let tree = publish(&site, None);
        let mut kinds = BTreeSet::new();
        for (path, html) in pages(&tree).filter(|(path, _)| *path != "404.html") {
            let blocks = structured(html);
            assert_eq!(blocks[0]["@context"], "https://schema.org", "{path}");
            for value in blocks[0]["@graph"].as_array().into_iter().flatten() {
                let kind = value["@type"].as_str().unwrap_or_default();
                for name in required(kind) {
                    assert!(
                        !value[name].is_null(),
                        "{path}: {kind} lacks {name}: {value}"
                    );
                }
                kinds.insert(kind.to_owned());
            }
            if path.starts_with("articles/") {
                let time = &blocks[1];
                for name in ["pubDate", "upDate"] {
                    let moment = time[name].as_str().unwrap_or_default();
                    assert_eq!(moment.len(), "2025-03-03T14:30:00".len(), "{path}: {time}");
                }
            }
        }
        assert!(kinds.len() >= 8, "{kinds:?}");
    }
}

#[test]
fn a_repost_names_what_it_is_based_on() {
    let tree = everything();
    let based: Vec<Value> = pages(&tree)
        .flat_map(|(_, html)| structured(html))
        .map(|block| block["@graph"][0]["isBasedOn"].clone())
        .filter(|value| !value.is_null())
        .collect();
    assert_eq!(
        based,
        [
            json!("https://ministry.example/1"),
            json!("https://daily.example/")
        ]
    );
}

#[test]
fn machines_are_told_the_breadcrumbs_that_readers_see() {
    let tree = everything();
    let mut seen = 0;
    for (path, html) in pages(&tree).filter(|(path, _)| *path != "404.html") {
        let shown: Vec<String> = html
            .split_once("class=\"breadcrumbs\">")
            .and_then(|(_, rest)| rest.split_once("</nav>"))
            .map(|(steps, _)| elements(&parse(steps)))
            .into_iter()
            .flatten()
            .filter(|element| element.name == "a")
            .map(|element| element.text)
            .collect();
        let told: Vec<String> = structured(html)[0]["@graph"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|value| value["@type"] == "BreadcrumbList")
            .flat_map(|list| list["itemListElement"].as_array().into_iter().flatten())
            .filter(|step| !step["item"].is_null())
            .filter_map(|step| step["name"].as_str().map(str::to_owned))
            .collect();
        assert_eq!(told, shown, "{path}");
        seen += told.len();
    }
    assert!(seen > 20, "only {seen} steps were seen");
}

#[test]
fn the_members_table_opens_in_a_spreadsheet() {
    let tree = everything();
    let bytes = tree.get("members.csv").expect("the table");
    let rows = bytes
        .strip_prefix("\u{feff}".as_bytes())
        .expect("a byte order mark");
    let mut table = csv::Reader::from_reader(rows);
    let width = table.headers().expect("a first row").len();
    let rows: Vec<csv::StringRecord> = table
        .records()
        .map(|row| row.unwrap_or_else(|error| panic!("{error}")))
        .collect();
    assert_eq!(rows.len(), 2);
    for row in &rows {
        assert_eq!(row.len(), width);
        assert!(row.iter().all(|cell| !cell.starts_with('=')), "{row:?}");
        let page = row.get(width - 1).unwrap_or_default();
        assert_eq!(page, format!("{ORIGIN}members/{}/", &row[0]));
    }
}

#[test]
fn an_old_address_leads_to_the_new_one_on_any_host() {
    let tree = everything();
    let page = text(&tree, "lmdt/2025-03-03.asp");
    let dom = parse(page);
    assert!(dom.errors.borrow().is_empty(), "{:?}", dom.errors);
    let to = "/articles/2025-03-03-council/";
    assert!(page.contains(&format!("content=\"0; url={to}\"")), "{page}");
    assert!(page.contains(&format!(
        "<link rel=\"canonical\" href=\"https://example.org{to}\">"
    )));
    assert_eq!(
        text(&tree, "_redirects"),
        format!("/lmdt/2025-03-03.asp {to} 301\n")
    );
    let headers = text(&tree, "_headers");
    assert!(
        headers.contains("/*.asp\n  Content-Type: text/html; charset=utf-8\n"),
        "{headers}"
    );
}

#[test]
fn an_old_address_that_a_file_has_stops_the_build() {
    let site = sound_site();
    let article = json!({
        "title": "示例",
        "section": "alliance",
        "published": "2025-01-01",
        "body": "示例。",
        "legacy_urls": ["/feed.xml"],
    });
    write(
        site.path(),
        "content/articles/old.json",
        article.to_string(),
    );
    match try_publish(site.path(), None) {
        Err(BuildError::Content { problems, .. }) => {
            let told = problems
                .iter()
                .map(|problem| (problem.file.as_str(), problem.code()));
            let told: Vec<_> = told.collect();
            assert_eq!(told, [("content/articles/old.json", "legacy-path-taken")]);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_article_has_a_twin_in_markdown() {
    let tree = everything();
    let twin = text(&tree, "articles/2025-03-03-council/index.md");
    assert!(twin.starts_with("# 示例联盟召开理事会\n"), "{twin}");
    for part in [
        "- 网址：<https://example.org/articles/2025-03-03-council/>",
        "[示例化纤](https://example.org/members/example-fibre/)",
        "[章程](https://example.org/media/charter.pdf)",
        "![空的会场](https://example.org/media/hall.png \"会场全景\")",
        "| 纺丝 | 3 |",
    ] {
        assert!(twin.contains(part), "{part} is not in\n{twin}");
    }
}

#[test]
fn the_headers_allow_what_the_policy_of_each_page_allows() {
    let tree = everything();
    let headers = text(&tree, "_headers");
    let line = headers
        .lines()
        .find_map(|line| line.strip_prefix("  Content-Security-Policy: "))
        .expect("a policy");
    let host: Vec<Vec<&str>> = directives(line);
    for (path, html) in pages(&tree) {
        let page = elements(&parse(html));
        let policy = page
            .iter()
            .find(|element| attribute(element, "http-equiv") == Some("Content-Security-Policy"))
            .and_then(|element| attribute(element, "content"))
            .unwrap_or_else(|| panic!("{path} has no policy"));
        for directive in directives(policy) {
            let allowed = host
                .iter()
                .find(|allowed| allowed.first() == directive.first());
            let allowed = allowed.unwrap_or_else(|| panic!("{path}: {directive:?}"));
            let is_allowed = directive.iter().all(|source| allowed.contains(source));
            assert!(is_allowed, "{path}: {directive:?}, not {allowed:?}");
        }
    }
    assert!(line.ends_with("; frame-ancestors 'self'"), "{line}");
    // Cloudflare Pages accepts no longer lines.
    assert!(headers.lines().all(|line| line.len() < 2000));
}

/// Returns the directives of a content security policy, each with its sources.
fn directives(policy: &str) -> Vec<Vec<&str>> {
    policy
        .split("; ")
        .map(|directive| directive.split(' ').collect())
        .collect()
}
