//! Data of an article.

use crate::content::items::article::{AiGenerated, ArticleStatus, Document};
use crate::content::items::reference::Collection;
use crate::publish::view::bulletin_order::number_of;
use crate::publish::view::convert::{
    article_reference, corrections, date, moment, reference, text, texts,
};
use crate::publish::view::{SiteView, Text};
use crate::route::Route;
use crate::wire;

impl SiteView<'_> {
    pub(crate) fn article(&self, id: &str) -> Option<wire::Article> {
        let &(_, article) = self.catalog.articles.get(id)?;
        let rendered = self.text_of(Collection::Articles, id);
        let (previous, next) = self.catalog.neighbours(id);
        let withdrawn = match &article.status {
            // The public content no longer contains its text and files.
            ArticleStatus::Withdrawn { reason } => Some(text(reason.as_ref()).unwrap_or_default()),
            ArticleStatus::Published | ArticleStatus::Draft | ArticleStatus::Scheduled => None,
        };
        let members = article.members.iter();
        let event = article.event.as_ref().and_then(|id| {
            let event = self.content.events.get(id)?;
            Some(reference(id, self.names().of_event(event).first))
        });
        Some(wire::Article {
            id: id.to_owned(),
            title: article.title.to_string(),
            document_title: self.document_title(&Route::Article(id.to_owned())),
            subtitle: text(article.subtitle.as_ref()),
            section: article.section.to_string(),
            published: date(article.published),
            updated: moment(article.updated),
            source: article.source.as_ref().map(|source| wire::Source {
                name: source.name.to_string(),
                url: text(source.url.as_ref()),
            }),
            author: text(article.author.as_ref()),
            editor: text(article.editor.as_ref()),
            photographer: text(article.photographer.as_ref()),
            origin: article.origin.map(Into::into),
            summary: self.summary(id, article),
            cover: article.cover.as_ref().map(|cover| self.cover(cover)),
            body: self
                .prose(Collection::Articles, id)
                .unwrap_or_else(|| wire::Prose::new(String::new())),
            headings: rendered.map(Text::headings).unwrap_or_default(),
            minutes: rendered.map_or(0, Text::minutes),
            attachments: article
                .attachments
                .iter()
                .map(|attachment| self.file(&attachment.file, attachment.title.to_string()))
                .collect(),
            tags: texts(&article.tags),
            members: members.filter_map(|id| self.member_called(id)).collect(),
            event,
            bulletin: article
                .bulletin
                .as_ref()
                .and_then(|bulletin| self.content.bulletin(bulletin.id()?))
                .map(|(id, bulletin)| number_of(id, bulletin)),
            policy: self.article_called(article.policy.as_ref()),
            document: article.document.as_ref().map(|own| self.document(own)),
            cited: withdrawn.is_none().then(|| self.citation(article)),
            withdrawn,
            corrections: corrections(&article.corrections),
            ai_text: matches!(article.ai_generated, AiGenerated::Text | AiGenerated::Both),
            ai_image: matches!(article.ai_generated, AiGenerated::Image | AiGenerated::Both),
            previous: previous.map(article_reference),
            next: next.map(article_reference),
            related: self
                .catalog
                .related(id)
                .into_iter()
                .map(|item| self.brief(item))
                .collect(),
        })
    }

    fn document(&self, document: &Document) -> wire::Document {
        wire::Document {
            number: text(document.number.as_ref()),
            issuer: text(document.issuer.as_ref()),
            written: document.written.map(date),
            effective: document.effective.map(date),
            status: document.status.map(Into::into),
            replaces: document
                .replaces
                .iter()
                .filter_map(|id| self.article_called(Some(id)))
                .collect(),
            official_url: text(document.official_url.as_ref()),
        }
    }
}
