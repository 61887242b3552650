//! Tests of the numbering of bulletins: double issues, numbers that start again each year,
//! supplements.

use super::harness::dom;
use super::harness::sites::publish;
use crate::fixtures::{Tree, sound_site, write};
use serde_json::{Value, json};

/// Publishes a site with these bulletins, given by the names of their files.
fn published(bulletins: &[(&str, Value)], base_url: Option<&str>) -> Tree {
    let site = sound_site();
    for (name, bulletin) in bulletins {
        let path = format!("content/bulletins/{name}.json");
        write(site.path(), &path, bulletin.to_string());
    }
    let article = json!({
        "title": "一篇", "section": "alliance", "published": "2026-01-02", "bulletin": 144,
        "body": "见[](bulletin:144)和[这一期](/bulletins/144/)。",
    });
    if bulletins.iter().any(|(name, _)| *name == "143") {
        write(site.path(), "content/articles/a.json", article.to_string());
    }
    publish(site.path(), base_url)
}

fn text<'a>(tree: &'a Tree, path: &str) -> std::borrow::Cow<'a, str> {
    let bytes = tree
        .get(path)
        .unwrap_or_else(|| panic!("there is no {path}"));
    String::from_utf8_lossy(bytes)
}

/// Returns the texts of the elements of a class, in document order.
fn of_class(tree: &Tree, path: &str, class: &str) -> Vec<String> {
    dom::elements(&dom::parse(&text(tree, path)))
        .into_iter()
        .filter(|element| {
            dom::attribute(element, "class")
                .is_some_and(|has| has.split(' ').any(|has| has == class))
        })
        .map(|element| element.text)
        .collect()
}

fn double_issue() -> Vec<(&'static str, Value)> {
    vec![
        ("142", json!({ "number": 142, "published": "2024-12-31" })),
        (
            "143",
            json!({ "number": 143, "last_number": 144, "published": "2025-02-28" }),
        ),
        ("145", json!({ "number": 145, "published": "2025-03-31" })),
    ]
}

#[test]
fn a_double_issue_is_shown_as_one_and_nothing_is_missing() {
    let tree = published(&double_issue(), None);
    let shelf = "bulletins/index.html";
    assert!(of_class(&tree, shelf, "shelf__gap").is_empty());
    let titles = of_class(&tree, shelf, "book__title");
    assert!(titles[1].ends_with("简报（第143—144期）"), "{titles:?}");
    let links = of_class(&tree, "bulletins/145/index.html", "neighbours__previous");
    assert_eq!(links, ["上一期第 143—144 期"]);
    let page = text(&tree, "bulletins/143/index.html");
    assert!(page.contains("\"issueNumber\":\"143-144\""), "{page}");
}

#[test]
fn a_title_that_says_two_numbers_has_said_it() {
    let mut bulletins = double_issue();
    bulletins[1].1 = json!({
        "number": 143, "title": "示例联盟简报（第143—144期合刊）", "published": "2025-02-28",
    });
    let tree = published(&bulletins, None);
    assert!(of_class(&tree, "bulletins/index.html", "shelf__gap").is_empty());
    assert!(tree.contains_key("bulletins/144/index.html"));
}

#[test]
fn the_later_number_of_a_double_issue_leads_to_it() {
    for (base_url, base) in [(None, ""), (Some("https://example.org/a/"), "/a")] {
        let tree = published(&double_issue(), base_url);
        let page = text(&tree, "bulletins/144/index.html");
        let refresh = format!("content=\"0; url={base}/bulletins/143/\"");
        assert!(page.contains(&refresh), "{page}");
        let line = format!("{base}/bulletins/144/ {base}/bulletins/143/ 301");
        assert!(text(&tree, "_redirects").lines().any(|has| has == line));
        let article = text(&tree, "articles/a/index.html");
        assert!(!article.contains("/bulletins/144/"), "{article}");
        assert!(article.contains("第 143—144 期"), "{article}");
        assert!(!text(&tree, "sitemap.txt").contains("/bulletins/144/"));
    }
}

#[test]
fn numbers_that_begin_anew_each_year_have_the_year_in_their_address() {
    let tree = published(
        &[
            (
                "2024-1",
                json!({ "number": 1, "year": 2024, "published": "2024-01-31" }),
            ),
            (
                "2024-12",
                json!({ "number": 12, "year": 2024, "published": "2025-01-05" }),
            ),
            (
                "2025-1",
                json!({ "number": 1, "year": 2025, "published": "2025-01-31" }),
            ),
        ],
        None,
    );
    let shelf = "bulletins/index.html";
    let titles = of_class(&tree, shelf, "book__title");
    let ends = ["（2025年第1期）", "（2024年第12期）", "（2024年第1期）"];
    assert_eq!(titles.len(), ends.len());
    for (title, end) in titles.iter().zip(ends) {
        assert!(title.ends_with(end), "{title}");
    }
    assert_eq!(of_class(&tree, shelf, "shelf__gap"), ["此处缺 10 期"]);
    let page = text(&tree, "bulletins/2024-12/index.html");
    assert!(page.contains("\"volumeNumber\":2024"), "{page}");
    assert!(text(&tree, "sitemap.txt").contains("/bulletins/2024-12/\n"));
    assert!(text(&tree, "bulletins/feed.xml").contains("/bulletins/2025-1/"));
    assert!(text(&tree, "data/bulletins/2024-12.json").contains("2024年第12期"));
}

#[test]
fn a_supplement_stands_in_time_and_outside_the_numbers() {
    let tree = published(
        &[
            ("7", json!({ "number": 7, "published": "2025-01-31" })),
            (
                "7-s1",
                json!({ "number": 1, "kind": "special", "published": "2025-02-10" }),
            ),
            ("8", json!({ "number": 8, "published": "2025-03-31" })),
            ("2025-s1", json!({ "number": 1, "published": "2025-12-31" })),
        ],
        None,
    );
    let shelf = "bulletins/index.html";
    let titles = of_class(&tree, shelf, "book__title");
    let ends = [
        "（2025年增刊1）",
        "（第8期）",
        "（第7期增刊1）",
        "（第7期）",
    ];
    assert_eq!(titles.len(), ends.len());
    for (title, end) in titles.iter().zip(ends) {
        assert!(title.ends_with(end), "{title}");
    }
    assert!(of_class(&tree, shelf, "shelf__gap").is_empty());
    assert_eq!(of_class(&tree, shelf, "book__kind"), ["增刊", "增刊"]);
    assert!(tree.contains_key("bulletins/7-s1/index.html"));
}
