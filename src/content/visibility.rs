//! Visibility of items, which is determined once for all outputs.
//!
//! [`Visibility`] is determined for each item. [`Public`] is content without the parts that are
//! withheld. Outputs are made from it only, so that none of them can reveal what another one
//! hides.

use std::collections::BTreeSet;

use super::folder::Content;
use super::items::article::{Article, ArticleStatus};
use super::items::bulletin::{Bulletin, Distribution};
use super::items::member::Member;
use super::items::reference::ItemRef;
use super::values::body::Body;
use super::values::date::Date;
use super::values::text::Summary;
use super::values::unpublished::Unpublished;

/// Articles that are built although they are not published yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drafts {
    /// None.
    Left,
    /// All.
    Built,
}

/// Published part of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visibility {
    /// Everything.
    Public,
    /// Everything, on a page that no list, no search and no sitemap names.
    Unlisted,
    /// Its existence and its recipients; lists name it.
    Restricted,
    /// The fact that it was withdrawn, on a page that no list, no search and no sitemap names.
    Withdrawn,
    /// Nothing.
    Hidden(Unpublished),
}

impl Visibility {
    /// Returns `true` if the item has a page.
    pub fn has_page(self) -> bool {
        !matches!(self, Visibility::Hidden(_))
    }

    /// Returns `true` if lists, search, feeds and the sitemap name the item.
    pub fn is_listed(self) -> bool {
        matches!(self, Visibility::Public | Visibility::Restricted)
    }

    /// Returns `true` if text, pictures and files of the item are published.
    pub fn shows_text(self) -> bool {
        matches!(self, Visibility::Public | Visibility::Unlisted)
    }
}

impl Article {
    /// Returns the visibility of the article on a day.
    pub fn visibility(&self, drafts: Drafts, today: Date) -> Visibility {
        let day = self.published.date();
        match self.status {
            ArticleStatus::Published => Visibility::Public,
            ArticleStatus::Withdrawn { .. } => Visibility::Withdrawn,
            ArticleStatus::Draft | ArticleStatus::Scheduled if drafts == Drafts::Built => {
                Visibility::Public
            }
            ArticleStatus::Draft => Visibility::Hidden(Unpublished::Draft),
            ArticleStatus::Scheduled if today < day => {
                Visibility::Hidden(Unpublished::Scheduled(day))
            }
            ArticleStatus::Scheduled => Visibility::Public,
        }
    }
}

impl Bulletin {
    /// Returns the visibility of the issue.
    pub fn visibility(&self) -> Visibility {
        match self.distribution {
            Distribution::Public => Visibility::Public,
            Distribution::Members => Visibility::Restricted,
        }
    }
}

impl Member {
    /// Returns the visibility of the member.
    pub fn visibility(&self) -> Visibility {
        if self.listed {
            Visibility::Public
        } else {
            Visibility::Unlisted
        }
    }
}

impl Content {
    /// Returns the visibility of an item; `None` if the item does not exist.
    pub fn visibility(&self, item: &ItemRef, drafts: Drafts, today: Date) -> Option<Visibility> {
        Some(match item {
            ItemRef::Article(id) => self.articles.get(id)?.visibility(drafts, today),
            ItemRef::Bulletin(number) => self.bulletins.get(number)?.visibility(),
            ItemRef::Member(id) => self.members.get(id)?.visibility(),
            ItemRef::Event(id) => self.events.get(id).map(|_| Visibility::Public)?,
            ItemRef::Page(id) => self.pages.get(id).map(|_| Visibility::Public)?,
        })
    }

    /// Returns the paths inside `media/` of the files that the fields of items and the settings
    /// name; texts may name more.
    pub fn named_media(&self) -> BTreeSet<&str> {
        let site = &self.site;
        let mut paths: Vec<_> = [&site.favicon, &site.share_image]
            .into_iter()
            .flatten()
            .collect();
        for article in self.articles.values() {
            paths.extend(article.attachments.iter().map(|attached| &attached.file));
        }
        for bulletin in self.bulletins.values() {
            paths.extend(bulletin.files.iter().map(|file| &file.file));
        }
        let paths = paths.into_iter().map(|path| path.as_str());
        paths.chain(self.shown_pictures()).collect()
    }

    /// Returns the paths inside `media/` of the pictures that pages show; texts may show more.
    pub fn shown_pictures(&self) -> BTreeSet<&str> {
        let (articles, members) = (self.articles.values(), self.members.values());
        let articles = articles.filter_map(|article| Some(&article.cover.as_ref()?.src));
        let bulletins = self.bulletins.values();
        let bulletins = bulletins.filter_map(|bulletin| Some(&bulletin.cover.as_ref()?.src));
        let events = self.events.values();
        let events = events.filter_map(|event| Some(&event.cover.as_ref()?.src));
        let links = self.links.iter().flat_map(|(_, group)| &group.links);
        (self.site.logo.iter())
            .chain(articles)
            .chain(bulletins)
            .chain(events)
            .chain(members.filter_map(|member| member.logo.as_ref()))
            .chain(links.filter_map(|link| link.logo.as_ref()))
            .map(|path| path.as_str())
            .collect()
    }
}

/// Content without the parts that are not published.
#[derive(Debug, Clone)]
pub struct Public(Content);

impl Public {
    /// Removes the parts of the content that are withheld on a day.
    pub fn of(mut content: Content, drafts: Drafts, today: Date) -> Public {
        content
            .articles
            .retain(|_, article| article.visibility(drafts, today).has_page());
        for article in content.articles.values_mut() {
            if !article.visibility(drafts, today).shows_text() {
                withhold_article(article);
            }
        }
        for bulletin in content.bulletins.values_mut() {
            if !bulletin.visibility().shows_text() {
                withhold_bulletin(bulletin);
            }
        }
        Public(content)
    }

    /// Returns the remaining content.
    pub fn content(&self) -> &Content {
        &self.0
    }
}

/// Removes all fields of an article that its page does not show; old addresses lead to that
/// page. Every field is named, so that a new one is not forgotten.
fn withhold_article(article: &mut Article) {
    let Article {
        schema: _,
        title: _,
        subtitle,
        section: _,
        also_in: _,
        published: _,
        updated: _,
        source: _,
        author: _,
        editor: _,
        photographer: _,
        origin: _,
        summary,
        cover,
        body,
        attachments,
        tags,
        members,
        event,
        bulletin,
        policy,
        pinned_until,
        headline,
        status: _,
        corrections,
        ai_generated: _,
        legacy_urls: _,
        document,
    } = article;
    *subtitle = None;
    *summary = Summary::default();
    *cover = None;
    *body = Body::withheld();
    attachments.clear();
    tags.clear();
    members.clear();
    *event = None;
    *bulletin = None;
    *policy = None;
    *pinned_until = None;
    *headline = false;
    corrections.clear();
    *document = None;
}

/// Removes all fields of an issue except those that identify it: number, title, time and kind.
/// Every field is named, so that a new one is not forgotten.
fn withhold_bulletin(issue: &mut Bulletin) {
    let Bulletin {
        schema: _,
        number: _,
        last_number: _,
        title: _,
        published: _,
        year: _,
        covers: _,
        kind: _,
        cover,
        abstract_text,
        contents,
        body,
        files,
        distribution: _,
        corrections,
    } = issue;
    *cover = None;
    *abstract_text = None;
    contents.clear();
    *body = None;
    files.clear();
    corrections.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(fields: &str) -> Article {
        let json = format!(
            r#"{{"title": "文", "section": "news", "published": "2024-06-02", "body": "文"{fields}}}"#
        );
        serde_json::from_str(&json).expect("an article")
    }

    #[test]
    fn an_article_is_published_by_its_status_and_its_day() {
        let on = |day| Date::new(2024, 6, day).expect("the calendar has this day");
        let hidden = Visibility::Hidden;
        for (fields, drafts, today, expected) in [
            ("", Drafts::Left, 1, Visibility::Public),
            (
                r#", "status": "draft""#,
                Drafts::Left,
                3,
                hidden(Unpublished::Draft),
            ),
            (
                r#", "status": "draft""#,
                Drafts::Built,
                3,
                Visibility::Public,
            ),
            (
                r#", "status": "scheduled""#,
                Drafts::Left,
                1,
                hidden(Unpublished::Scheduled(on(2))),
            ),
            (
                r#", "status": "scheduled""#,
                Drafts::Left,
                2,
                Visibility::Public,
            ),
            (
                r#", "status": "scheduled""#,
                Drafts::Built,
                1,
                Visibility::Public,
            ),
            (
                r#", "status": "withdrawn""#,
                Drafts::Built,
                3,
                Visibility::Withdrawn,
            ),
        ] {
            let found = article(fields).visibility(drafts, on(today));
            assert_eq!(found, expected, "{fields} {drafts:?} {today}");
        }
    }
}
