//! Description of the portal for language models (llmstxt.org): its subject, and the locations of
//! its texts and data in forms that need no browser.

use super::article_markdown::plain;
use crate::publish::view::SiteView;
use crate::route::{DataFile, FeedId, Output, PageNumber, PublicUrl, Route};
use crate::wire::SectionKind;

/// Number of articles that are listed; the sitemap lists all.
const NEWEST: usize = 30;

pub(super) fn llms(view: &SiteView<'_>, url: &PublicUrl) -> Vec<u8> {
    let (text, words) = (view.words(), view.offered());
    let site = view.site(url);
    let mut lines = vec![format!("# {}", plain(&site.name)), String::new()];
    if let Some(tagline) = &site.tagline {
        lines.extend([format!("> {}", plain(tagline)), String::new()]);
    }
    lines.push((words.about_this_portal)(&site.name));
    let link = |name: &str, address: &str| format!("- [{}]({address})", plain(name));
    let heading = |name: &str| [String::new(), format!("## {name}"), String::new()];
    let page = |name: &str, route: &Route| link(name, &url.canonical(route));

    lines.extend(heading(text.latest_news));
    for (id, article) in view.catalog().news.iter().rev().take(NEWEST) {
        let markdown = url.output(&Output::Markdown(id.to_string()));
        let title = link(article.title.as_str(), &markdown);
        lines.push(format!("{title}: {}", article.published.date()));
    }

    lines.extend(heading(words.read_on));
    lines.push(page(text.all_news, &Route::news()));
    for section in &site.sections {
        let name = match section.kind {
            SectionKind::News => section.name.clone(),
            // The section's own name is that of the page of events.
            SectionKind::Events => text.articles_of.with(&[&section.name]),
        };
        lines.push(page(&name, &Route::section(&section.id)));
    }
    lines.push(page(text.members, &Route::Members));
    lines.push(page(text.bulletins, &Route::Bulletins(PageNumber::FRONT)));
    lines.push(page(text.events, &Route::Events(PageNumber::FRONT)));
    for (id, title) in view.texts_of_the_house() {
        lines.push(page(&title, &Route::Page(id)));
    }

    lines.extend(heading(words.data));
    let members = DataFile::of(&Route::Members);
    let file = |name, form, address: &str| link(&(words.part)(name, form), address);
    let table = url.output(&Output::MembersTable);
    lines.push(file(text.members, "CSV", &table));
    let members = url.absolute(&url.base().data(&members));
    lines.push(file(text.members, "JSON", &members));
    for (name, channel) in [
        (text.all_news, FeedId::All),
        (text.bulletins, FeedId::Bulletins),
    ] {
        let atom = url.output(&Output::Atom(channel.clone()));
        lines.push(file(name, "Atom", &atom));
        let json = url.output(&Output::JsonFeed(channel));
        lines.push(file(name, "JSON Feed", &json));
    }
    lines.push(link(words.sitemap, &url.output(&Output::Sitemap)));
    (lines.join("\n") + "\n").into_bytes()
}
