//! Resolution of links and pictures in texts.

use super::Pages;
use super::localized_names::Namer;
use crate::content::Content;
use crate::content::values::media::{MediaIndex, extension};
use crate::publish::markdown::{ImageInfo, ResolvedLink, Resolver};
use crate::route::{IssueId, Route};

/// A resolver of the links and pictures in texts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LinkResolver<'a> {
    content: &'a Content,
    media: &'a MediaIndex,
    pages: Pages<'a>,
}

impl<'a> LinkResolver<'a> {
    /// Creates a resolver for a portal with these files and pages.
    #[must_use]
    pub(crate) const fn new(content: &'a Content, media: &'a MediaIndex, pages: Pages<'a>) -> Self {
        Self {
            content,
            media,
            pages,
        }
    }

    fn route(&self, kind: &str, id: &str) -> Option<(Route, String)> {
        let content = self.content;
        let names = Namer(&content.site);
        match kind {
            "article" => {
                let article = content.articles.get(id)?;
                Some((Route::Article(id.to_owned()), article.title.to_string()))
            }
            "member" => {
                let member = content.members.get(id)?;
                Some((Route::Member(id.to_owned()), names.of_member(member).first))
            }
            "event" => {
                let event = content.events.get(id)?;
                Some((Route::Event(id.to_owned()), names.of_event(event).first))
            }
            "page" => {
                let page = content.pages.get(id)?;
                Some((Route::Page(id.to_owned()), page.title.to_string()))
            }
            "bulletin" => {
                let (id, bulletin) = content.bulletin(IssueId::parse(id)?)?;
                let title = names.title_of_bulletin(id, bulletin);
                Some((Route::Bulletin(id), title))
            }
            _ => None,
        }
    }
}

/// Returns the path below `media/` of a link to a file.
pub(crate) fn media_of(id: &str) -> &str {
    id.strip_prefix("media/").unwrap_or(id)
}

impl Resolver for LinkResolver<'_> {
    fn item(&self, kind: &str, id: &str) -> Option<ResolvedLink> {
        if kind == "media" {
            let file = media_of(id);
            return self.media.contains_key(file).then(|| ResolvedLink {
                href: self.pages.base.media(file),
                is_file: true,
                title: None,
            });
        }
        let (route, title) = self.route(kind, id)?;
        self.pages.routes.contains(&route).then(|| ResolvedLink {
            href: self.pages.base.href(&route),
            is_file: false,
            title: Some(title),
        })
    }

    fn path(&self, root_path: &str) -> Option<String> {
        let route = self.content.page_of(Route::parse(root_path)?);
        self.pages
            .routes
            .contains(&route)
            .then(|| self.pages.base.href(&route))
    }

    fn image(&self, media_path: &str) -> Option<ImageInfo> {
        let info = self.media.get(media_path)?;
        Some(ImageInfo {
            src: self.pages.base.media(media_path),
            width: info.width,
            height: info.height,
            fault: info.picture_fault(extension(media_path).as_deref()),
        })
    }
}
