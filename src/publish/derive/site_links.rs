//! Where links and pictures of texts lead.

use super::Derivation;
use super::names::Namer;
use crate::content::Content;
use crate::content::media::MediaIndex;
use crate::publish::markdown::{ImageInfo, ResolvedLink, Resolver};
use crate::route::{BasePath, Route};
use std::collections::BTreeSet;

/// Where links and pictures of texts lead.
#[derive(Debug, Clone, Copy)]
pub(in crate::publish) struct SiteLinks<'a> {
    pub(super) content: &'a Content,
    pub(super) media: &'a MediaIndex,
    pub(super) base: &'a BasePath,
    routes: &'a BTreeSet<Route>,
}

impl Derivation<'_> {
    /// Where links and pictures of this site's texts lead.
    pub(in crate::publish) const fn links_of_texts(&self) -> &SiteLinks<'_> {
        &self.links
    }
}

impl<'a> SiteLinks<'a> {
    /// The links of a portal that is served below a path and has these pages.
    #[must_use]
    pub(in crate::publish) const fn new(
        content: &'a Content,
        media: &'a MediaIndex,
        base: &'a BasePath,
        routes: &'a BTreeSet<Route>,
    ) -> Self {
        Self {
            content,
            media,
            base,
            routes,
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
                let number = id.parse().ok()?;
                let bulletin = content.bulletins.get(&number)?;
                let title = names.title_of_bulletin(number, bulletin);
                Some((Route::Bulletin(number), title))
            }
            _ => None,
        }
    }
}

impl Resolver for SiteLinks<'_> {
    fn item(&self, kind: &str, id: &str) -> Option<ResolvedLink> {
        if kind == "media" {
            let file = id.strip_prefix("media/").unwrap_or(id);
            return self.media.contains_key(file).then(|| ResolvedLink {
                href: self.base.media(file),
                is_file: true,
                title: None,
            });
        }
        let (route, title) = self.route(kind, id)?;
        self.routes.contains(&route).then(|| ResolvedLink {
            href: self.base.href(&route),
            is_file: false,
            title: Some(title),
        })
    }

    fn path(&self, root_path: &str) -> Option<String> {
        let route = Route::parse(root_path)?;
        self.routes.contains(&route).then(|| self.base.href(&route))
    }

    fn image(&self, media_path: &str) -> Option<ImageInfo> {
        let info = self.media.get(media_path)?;
        Some(ImageInfo {
            src: self.base.media(media_path),
            width: info.width,
            height: info.height,
        })
    }
}
