//! The corpus as a site folder of the portal, and as one of Hugo.

use crate::corpus::Article;
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};

const SECTIONS: [&str; 4] = ["news", "notices", "technology", "market"];

/// Writes the articles as the portal wants them.
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

/// Writes the articles as Hugo wants them, with templates that show a page, lists of twenty,
/// and nothing else; feeds and the sitemap are those that it has of itself.
pub(crate) fn of_hugo(folder: &Path, articles: &[Article]) {
    for (path, text) in [
        (
            "config.toml",
            "baseURL = \"https://example.org/\"\nlanguageCode = \"zh-CN\"\ntitle = \"示例联盟\"\n\
             paginate = 20\ndisableKinds = [\"taxonomy\", \"term\"]\nhasCJKLanguage = true\n",
        ),
        (
            "layouts/_default/baseof.html",
            "<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">\
             <title>{{ .Title }}</title></head><body><nav><a href=\"/\">{{ .Site.Title }}</a>\
             {{ range .Site.Sections }} <a href=\"{{ .RelPermalink }}\">{{ .Title }}</a>{{ end }}\
             </nav><main>{{ block \"main\" . }}{{ end }}</main></body></html>",
        ),
        (
            "layouts/_default/single.html",
            "{{ define \"main\" }}<article><h1>{{ .Title }}</h1>\
             <time>{{ .Date.Format \"2006-01-02\" }}</time>{{ .Content }}</article>{{ end }}",
        ),
        (
            "layouts/_default/list.html",
            "{{ define \"main\" }}<h1>{{ .Title }}</h1><ul>{{ $pages := .Pages }}\
             {{ if .IsHome }}{{ $pages = .Site.RegularPages }}{{ end }}\
             {{ range (.Paginate $pages).Pages }}<li><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a>\
             <p>{{ .Summary }}</p></li>{{ end }}</ul>\
             {{ template \"_internal/pagination.html\" . }}{{ end }}",
        ),
    ] {
        write(&folder.join(path), text);
    }
    for (number, article) in articles.iter().enumerate() {
        let text = format!(
            "---\ntitle: \"{}\"\ndate: {}\n---\n\n{}\n",
            article.title,
            date(number, article),
            article.paragraphs.join("\n\n")
        );
        write(&article_of_hugo(folder, number), &text);
    }
}

/// Where the portal's article of this number stands.
pub(crate) fn article_of_the_portal(folder: &Path, number: usize) -> PathBuf {
    folder.join(format!("content/articles/article-{number:05}.json"))
}

/// Where Hugo's article of this number stands.
pub(crate) fn article_of_hugo(folder: &Path, number: usize) -> PathBuf {
    folder.join(format!(
        "content/{}/article-{number:05}.md",
        section(number)
    ))
}

/// Changes the text of an article: its first full stop gets a sentence after it.
pub(crate) fn edit(article: &Path) {
    let text = fs::read_to_string(article).unwrap_or_else(|error| panic!("{article:?}: {error}"));
    write(article, &text.replacen('。', "。这一句是后来加的。", 1));
}

fn section(number: usize) -> &'static str {
    SECTIONS[number % SECTIONS.len()]
}

fn date(number: usize, article: &Article) -> String {
    let (month, day) = (number / 28 % 12 + 1, number % 28 + 1);
    format!("{}-{month:02}-{day:02}", article.year)
}

fn write(path: &Path, text: &str) {
    let parent = path.parent().expect("the path has a folder");
    fs::create_dir_all(parent)
        .and_then(|()| fs::write(path, text))
        .unwrap_or_else(|error| panic!("{path:?}: {error}"));
}
