//! A checked site.

use super::build::BuildError;
use super::check::{self, CheckOptions, Examined, has_errors};
use super::source::read::SiteFiles;
use super::view::RenderedBodies;
use crate::content::values::date::Date;
use crate::content::{Drafts, Problem, Public};
use crate::route::{PublicUrl, Route};
use std::collections::BTreeSet;

/// A site without errors, as it is published on a given day.
#[derive(Debug)]
pub(super) struct Snapshot {
    /// Warnings and notes of the check.
    pub(super) problems: Vec<Problem>,
    /// Site folder, without the contents of files that have no problems.
    pub(super) sources: SiteFiles,
    /// Every page of the portal.
    pub(super) routes: BTreeSet<Route>,
    /// Published files of `media/`, by their paths in it.
    pub(super) media: BTreeSet<String>,
    /// Address of the portal.
    pub(super) url: PublicUrl,
    /// Published part of the content.
    pub(super) public: Public,
    /// Published texts.
    pub(super) texts: RenderedBodies,
    /// Drafts that are published as well: none or all.
    pub(super) drafts: Drafts,
    /// Current day in Asia/Shanghai.
    pub(super) today: Date,
}

impl Snapshot {
    /// Checks a site that was read.
    ///
    /// # Errors
    /// Returns [`BuildError::Content`] if the site has errors.
    pub(super) fn check(
        mut sources: SiteFiles,
        asked: CheckOptions<'_>,
    ) -> Result<Self, BuildError> {
        let Examined {
            problems,
            public,
            routes,
            texts,
            media,
        } = check::examine(&sources, asked);
        let Some(public) = public.filter(|_| !has_errors(&problems)) else {
            let sources = Box::new(sources);
            return Err(BuildError::Content { problems, sources });
        };
        sources.forget_all_but(&problems);
        let own = || PublicUrl::from(&public.content().site.base_url);
        Ok(Self {
            url: asked.url.cloned().unwrap_or_else(own),
            drafts: asked.drafts,
            today: asked.today,
            problems,
            sources,
            routes,
            media,
            public,
            texts,
        })
    }

    /// Returns the pictures that pages show and that smaller variants are made of, by their paths
    /// in `media/`.
    pub(super) fn resizable_pictures(&self) -> Vec<&str> {
        let content = self.public.content();
        if !content.site.picture_sizes {
            return Vec::new();
        }
        let mut shown = content.shown_pictures();
        shown.extend(self.texts.pictures());
        shown.retain(|path| {
            let info = self.sources.media.get(*path);
            info.is_some_and(|info| info.content.is_resizable())
        });
        shown.into_iter().collect()
    }
}
