//! Site folder of Hugo with the corpus.

use crate::corpus::Article;
use crate::portal_site::{date, section, write};
use std::path::{Path, PathBuf};

/// Writes the articles in the format of Hugo, with templates that show a page, lists of
/// twenty, and nothing else; feeds and the sitemap are Hugo's defaults.
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

/// Returns the path of the article with this number.
pub(crate) fn article_of_hugo(folder: &Path, number: usize) -> PathBuf {
    folder.join(format!(
        "content/{}/article-{number:05}.md",
        section(number)
    ))
}
