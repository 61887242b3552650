//! How much of an item is published: the one decision that every output follows.
//!
//! [`Visibility`] is decided for each item. [`Public`] then is content of which nothing is left
//! that the decision withholds. Outputs are made from it alone, so that none of them can give
//! away what another one hides.

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

/// Which articles that are not published yet are built all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drafts {
    /// None.
    Left,
    /// All.
    Built,
}

/// How much of an item is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visibility {
    /// Everything.
    Public,
    /// Everything, on a page that no list, no search and no sitemap names.
    Unlisted,
    /// That it exists and who is given it; lists name it.
    Restricted,
    /// That it was taken back, on a page that no list, no search and no sitemap names.
    Withdrawn,
    /// Nothing.
    Hidden(Unpublished),
}

impl Visibility {
    /// Whether the item has a page.
    pub fn has_page(self) -> bool {
        !matches!(self, Visibility::Hidden(_))
    }

    /// Whether lists, search, feeds and the sitemap name the item.
    pub fn is_listed(self) -> bool {
        matches!(self, Visibility::Public | Visibility::Restricted)
    }

    /// Whether text, pictures and files of the item are published.
    pub fn shows_text(self) -> bool {
        matches!(self, Visibility::Public | Visibility::Unlisted)
    }
}

impl Article {
    /// How much of the article is published on a day.
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
    /// How much of the issue is published.
    pub fn visibility(&self) -> Visibility {
        match self.distribution {
            Distribution::Public => Visibility::Public,
            Distribution::Members => Visibility::Restricted,
        }
    }
}

impl Member {
    /// How much of the member is published.
    pub fn visibility(&self) -> Visibility {
        if self.listed {
            Visibility::Public
        } else {
            Visibility::Unlisted
        }
    }
}

impl Content {
    /// How much of an item is published; `None` where there is no such item.
    pub fn visibility(&self, item: &ItemRef, drafts: Drafts, today: Date) -> Option<Visibility> {
        Some(match item {
            ItemRef::Article(id) => self.articles.get(id)?.visibility(drafts, today),
            ItemRef::Bulletin(number) => self.bulletins.get(number)?.visibility(),
            ItemRef::Member(id) => self.members.get(id)?.visibility(),
            ItemRef::Event(id) => self.events.get(id).map(|_| Visibility::Public)?,
            ItemRef::Page(id) => self.pages.get(id).map(|_| Visibility::Public)?,
        })
    }

    /// The files below `media/` that the fields of items and the settings name, by their paths
    /// there; texts may name more.
    pub fn named_media(&self) -> BTreeSet<&str> {
        let site = &self.site;
        let settings = [&site.logo, &site.favicon, &site.share_image];
        let mut paths: Vec<_> = settings.into_iter().flatten().collect();
        for article in self.articles.values() {
            paths.extend(article.cover.iter().map(|cover| &cover.src));
            paths.extend(article.attachments.iter().map(|attached| &attached.file));
        }
        paths.extend(
            self.members
                .values()
                .filter_map(|member| member.logo.as_ref()),
        );
        for bulletin in self.bulletins.values() {
            paths.extend(bulletin.cover.iter().map(|cover| &cover.src));
            paths.extend(bulletin.files.iter().map(|file| &file.file));
        }
        let covers = self
            .events
            .values()
            .filter_map(|event| event.cover.as_ref());
        paths.extend(covers.map(|cover| &cover.src));
        let links = self.links.iter().flat_map(|(_, group)| &group.links);
        paths.extend(links.filter_map(|link| link.logo.as_ref()));
        paths.into_iter().map(|path| path.as_str()).collect()
    }
}

/// Content of which nothing is left that is not published.
#[derive(Debug, Clone)]
pub struct Public(Content);

impl Public {
    /// Takes out of the content what is withheld on a day.
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

    /// What is left.
    pub fn content(&self) -> &Content {
        &self.0
    }
}

/// Leaves of an article what its page says of it: what it was, whose it was, and its status.
/// Old addresses lead to that page. Every field is named, so that a new one is thought of.
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

/// Leaves of an issue what tells it from others: number, title, time and kind. Every field is
/// named, so that a new one is thought of.
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
