//! Site folder of the portal with the corpus.

use crate::corpus::Article;
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};

/// Ids of the sections.
pub(crate) const SECTIONS: [&str; 4] = ["news", "notices", "technology", "market"];

/// Writes the articles in the format of the portal.
pub(crate) fn of_the_portal(folder: &Path, articles: &[Article]) {
    let sections = SECTIONS.map(|id| json!({ "id": id, "name": format!("{id}栏目") }));
    let settings = json!({
        "schema_version": 1,
        "name": "示例联盟",
        "short_name": "示例",
        "base_url": "https://example.org/",
        "sections": sections,
        "navigation": [{ "label": "首页", "to": "/" }],
    });
    write(&folder.join("content/site.json"), &settings.to_string());
    for (number, article) in articles.iter().enumerate() {
        let text = json!({
            "title": article.title,
            "section": section(number),
            "published": date(number, article),
            "body": article.paragraphs.join("\n\n"),
        });
        write(&article_of_the_portal(folder, number), &text.to_string());
    }
}

/// Returns the path of the article with this number.
pub(crate) fn article_of_the_portal(folder: &Path, number: usize) -> PathBuf {
    folder.join(format!("content/articles/article-{number:05}.json"))
}

pub(crate) fn section(number: usize) -> &'static str {
    SECTIONS[number % SECTIONS.len()]
}

pub(crate) fn date(number: usize, article: &Article) -> String {
    let (month, day) = (number / 28 % 12 + 1, number % 28 + 1);
    format!("{}-{month:02}-{day:02}", article.year)
}

pub(crate) fn write(path: &Path, text: &str) {
    let parent = path.parent().expect("the path has a folder");
    fs::create_dir_all(parent)
        .and_then(|()| fs::write(path, text))
        .unwrap_or_else(|error| panic!("{path:?}: {error}"));
}
