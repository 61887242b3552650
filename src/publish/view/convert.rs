//! Small conversions shared by several pages.

use super::catalog::Item;
use super::{SiteView, Text};
use crate::content::items::article::{Article, ArticleStatus};
use crate::content::items::common::{Correction, Cover};
use crate::content::items::event::Event;
use crate::content::items::member::Member;
use crate::content::items::reference::Collection;
use crate::content::items::site::Section;
use crate::content::values::date::Moment;
use crate::content::values::id::ItemId;
use crate::content::values::media::MediaPath;
use crate::content::values::phone::Phone;
use crate::publish::pictures::Pictures;
use crate::wire;
use std::fmt::Display;

/// Converts an optional value to text.
pub(crate) fn text<T: Display>(value: Option<&T>) -> Option<String> {
    value.map(ToString::to_string)
}

/// Converts values to texts.
pub(crate) fn texts<T: Display>(values: &[T]) -> Vec<String> {
    values.iter().map(ToString::to_string).collect()
}

/// Returns the telephone numbers of fields, each separately.
pub(crate) fn phones<'a>(fields: impl IntoIterator<Item = &'a Phone>) -> Vec<wire::Phone> {
    let numbers = fields.into_iter().flat_map(Phone::numbers);
    let numbers = numbers.map(|number| wire::Phone {
        number: number.as_str().to_owned(),
        uri: number.uri(),
    });
    numbers.collect()
}

/// Converts a date or a moment to its wire form.
pub(crate) fn date(value: impl Display) -> wire::Date {
    wire::Date::new(value.to_string())
}

pub(crate) fn moment(value: Option<Moment>) -> Option<wire::Date> {
    value.map(date)
}

pub(crate) fn corrections(corrections: &[Correction]) -> Vec<wire::Correction> {
    corrections
        .iter()
        .map(|correction| wire::Correction {
            date: date(correction.date),
            note: correction.note.to_string(),
        })
        .collect()
}

pub(crate) fn reference(id: &ItemId, name: String) -> wire::Reference {
    let id = id.to_string();
    wire::Reference { id, name }
}

pub(crate) fn article_reference((id, article): Item<'_>) -> wire::Reference {
    reference(id, article.title.to_string())
}

impl SiteView<'_> {
    /// Returns a picture of the media folder.
    pub(crate) fn picture(&self, path: &MediaPath, alt: String) -> wire::Picture {
        let info = self.media.get(path.as_str());
        let width = info.and_then(|info| info.width).unwrap_or(0);
        let srcset = |pictures: &Pictures| pictures.srcset(self.base, path.as_str(), width);
        wire::Picture {
            src: format!("media/{path}"),
            alt,
            width,
            height: info.and_then(|info| info.height).unwrap_or(0),
            srcset: self.pictures.and_then(srcset),
            caption: None,
        }
    }

    pub(crate) fn cover(&self, cover: &Cover) -> wire::Picture {
        wire::Picture {
            caption: text(cover.caption.as_ref()),
            ..self.picture(&cover.src, cover.alt.to_string())
        }
    }

    /// Returns a file of the media folder.
    pub(crate) fn file(&self, path: &MediaPath, title: String) -> wire::Attachment {
        let info = self.media.get(path.as_str());
        wire::Attachment {
            file: format!("media/{path}"),
            title,
            bytes: info.map_or(0, |info| info.bytes),
            pages: info.and_then(|info| info.pages),
        }
    }

    pub(crate) fn text_of(&self, collection: Collection, id: &str) -> Option<&Text> {
        self.texts.of(collection, id)
    }

    pub(crate) fn prose(&self, collection: Collection, id: &str) -> Option<wire::Prose> {
        let text = self.text_of(collection, id)?;
        let html = match self.pictures {
            Some(pictures) => pictures.add_to_text(self.base, text.html(), text.images()),
            None => text.html().to_owned(),
        };
        Some(wire::Prose::new(html))
    }

    /// Returns the summary of an article: the editors' own, or one from its text.
    ///
    /// For a withdrawn article it is the reason, as none of its text may be shown.
    pub(crate) fn summary(&self, id: &str, article: &Article) -> String {
        if let ArticleStatus::Withdrawn { reason } = &article.status {
            return text(reason.as_ref()).unwrap_or_default();
        }
        if let Some(summary) = article.summary.text() {
            return summary.to_owned();
        }
        let rendered = self.text_of(Collection::Articles, id);
        rendered.map_or_else(String::new, |text| text.summary().to_owned())
    }

    /// Returns an article as a row of a list.
    pub(crate) fn entry(&self, (id, article): Item<'_>) -> wire::Entry {
        wire::Entry {
            id: id.to_string(),
            title: article.title.to_string(),
            published: date(article.published),
            section: article.section.to_string(),
            source: article
                .source
                .as_ref()
                .map(|source| source.name.to_string()),
            summary: self.summary(id.as_str(), article),
            cover: article.cover.as_ref().map(|cover| wire::Picture {
                caption: None,
                ..self.cover(cover)
            }),
            pinned_until: article
                .pinned_until
                .filter(|_| self.catalog.is_pinned(article))
                .map(date),
        }
    }

    /// Returns an article as a row with title and date only.
    pub(crate) fn brief(&self, item: Item<'_>) -> wire::Entry {
        wire::Entry {
            summary: String::new(),
            cover: None,
            source: None,
            ..self.entry(item)
        }
    }

    /// Returns a link to an article, if it has a page.
    pub(crate) fn article_called(&self, id: Option<&ItemId>) -> Option<wire::Reference> {
        let item = self.catalog.articles.get(id?.as_str())?;
        Some(article_reference(*item))
    }

    /// Returns a link to a member, if it has a page.
    pub(crate) fn member_called(&self, id: &ItemId) -> Option<wire::Reference> {
        let member = self.find_member(id.as_str())?;
        Some(reference(id, self.names().of_member(member).first))
    }

    pub(crate) fn find_section(&self, id: &str) -> Option<&Section> {
        let mut sections = self.content.site.sections.iter();
        sections.find(|section| section.id.as_str() == id)
    }

    pub(crate) fn find_member(&self, id: &str) -> Option<&Member> {
        self.content.members.get(id)
    }

    pub(crate) fn find_event(&self, id: &str) -> Option<&Event> {
        self.content.events.get(id)
    }
}
