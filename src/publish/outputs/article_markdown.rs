//! Articles as Markdown: title, source, and the Markdown of the text with absolute links.

use crate::content::items::article::ArticleStatus;
use crate::publish::markdown;
use crate::publish::view::SiteView;
use crate::route::{PublicUrl, Route};

/// Returns an article as Markdown, or `None` if there is no such article.
pub(super) fn article_markdown(view: &SiteView<'_>, id: &str, url: &PublicUrl) -> Option<Vec<u8>> {
    let (_, article) = view.catalog().articles.get(id)?;
    let (text, words) = (view.words(), view.offered());
    let mut blocks = vec![format!("# {}", plain(article.title.as_str()))];
    if let Some(subtitle) = &article.subtitle {
        blocks.push(plain(subtitle.as_str()));
    }
    let mut facts = vec![(text.published, article.published.to_string())];
    facts.extend(article.updated.map(|date| (text.updated, date.to_string())));
    if let Some(source) = &article.source {
        let name = plain(source.name.as_str());
        let source = match &source.url {
            Some(url) => format!("[{name}](<{}>)", url.normalized()),
            None => name,
        };
        facts.push((text.source, source));
    }
    for (label, name) in [
        (text.author, &article.author),
        (text.editor, &article.editor),
        (text.photographer, &article.photographer),
    ] {
        facts.extend(name.as_ref().map(|name| (label, plain(name.as_str()))));
    }
    let address = url.canonical(&Route::Article(id.to_owned()));
    facts.push((words.address, format!("<{address}>")));
    let facts: Vec<String> = facts
        .iter()
        .map(|(label, value)| format!("- {}", (words.label)(label, value)))
        .collect();
    blocks.push(facts.join("\n"));
    blocks.push(match &article.status {
        ArticleStatus::Withdrawn { reason } => {
            let reason = reason.as_ref().map(|reason| plain(reason.as_str()));
            format!("{}{}", words.withdrawn_because, reason.unwrap_or_default())
        }
        ArticleStatus::Published | ArticleStatus::Draft | ArticleStatus::Scheduled => {
            let addresses = view.addresses(id);
            markdown::with_absolute_links(article.body.text(), addresses, url.origin(), &address)
                .trim()
                .to_owned()
        }
    });
    Some((blocks.join("\n\n") + "\n").into_bytes())
}

/// Escapes text so that Markdown reads no marks in it.
pub(super) fn plain(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for letter in words.chars() {
        if matches!(
            letter,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&' | '#' | '|' | '~'
        ) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}
