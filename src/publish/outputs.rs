//! What the portal offers besides its pages, one kind a file: feeds, calendars, sitemap,
//! redirects, tables, icons, and what hosts and programs are told.
//!
//! Everything here is a pure function from the content to bytes. Nothing depends on when it
//! is built, and an added article changes the same few files on a site of any size.

mod absolute;
mod article_markdown;
mod atom;
pub(crate) mod calendar;
mod claimed;
mod feed;
mod headers;
mod icons;
mod json_feed;
mod llms;
mod manifest;
mod members_table;
mod open_search;
mod qr_code;
mod redirects;
mod sitemap;
mod xml;

pub(super) use claimed::claimed;
pub(super) use headers::{COMMON, HeaderRule};
pub(super) use icons::{APPLE, IconSource};
use redirects::legacy_query;
pub(super) use redirects::{
    Blocked, Origin, Redirect, blocked, clashes, redirects, requested_redirects, taken_by,
};

use super::view::SiteView;
use crate::route::{Output, PublicUrl, Route};
use std::collections::BTreeSet;
use thiserror::Error;

/// What of the site's outputs cannot be written; no content can cause it.
#[derive(Debug, Error)]
pub enum OfferError {
    /// As JSON.
    Json(#[from] serde_json::Error),
    /// As a table.
    Table(#[from] csv::Error),
}

/// What the outputs of a site are made from.
#[derive(Debug)]
pub(super) struct Offer<'a> {
    /// The content.
    pub view: &'a SiteView<'a>,
    /// The pages.
    pub routes: &'a BTreeSet<Route>,
    /// Where the portal is served.
    pub url: &'a PublicUrl,
    /// The site's small mark.
    pub icon: &'a IconSource,
    /// The content security policy that the host is to send.
    pub policy: &'a str,
}

impl Offer<'_> {
    /// The files of the site as a whole, but for the redirects.
    ///
    /// # Errors
    /// See [`OfferError`].
    pub(super) fn of_site(&self) -> Result<Vec<(Output, Vec<u8>)>, OfferError> {
        let (view, url) = (self.view, self.url);
        let mut files = Vec::new();
        let site = view.site(url);
        for feed in feed::announcements(view, url) {
            let json = json_feed::json_feed(&feed, url, &site.name, &site.lang)?;
            let atom = atom::atom(&feed, url, &site.name, &site.lang);
            files.push((Output::Atom(feed.channel.clone()), atom));
            files.push((Output::JsonFeed(feed.channel), json));
        }
        let calendars = view.calendars(url).into_iter();
        files.extend(calendars.map(|(output, calendar)| (output, calendar.into_bytes())));
        files.extend(sitemap::sitemap(view, self.routes, url));
        files.push((Output::Robots, sitemap::robots(url)));
        files.push((Output::Llms, llms::llms(view, url)));
        let table = members_table::members_table(view, url)?;
        files.push((Output::MembersTable, table));
        let search = open_search::open_search(view, self.icon, url);
        files.push((Output::OpenSearch, search));
        let manifest = manifest::manifest(view, self.icon, url);
        files.push((Output::Manifest, manifest));
        files.extend(self.icon.files());
        Ok(files)
    }

    /// The HTTP headers, which also say that the files at old addresses are pages.
    #[must_use]
    pub(super) fn headers(&self, redirects: &[Redirect]) -> Vec<HeaderRule> {
        let endings = redirects::endings(redirects);
        headers::rules(self.url.base(), self.policy, &endings)
    }

    /// The files for those who come from the old site, and what hosts are told.
    #[must_use]
    pub(super) fn of_the_old_site(&self, redirects: &[Redirect]) -> Vec<(Output, Vec<u8>)> {
        let headers = headers::file(&self.headers(redirects));
        let mut files = vec![(Output::Headers, headers), (Output::NoJekyll, Vec::new())];
        if !redirects.is_empty() {
            files.push((Output::Redirects, redirects::file(redirects, self.url)));
        }
        let icon = self.icon.link(self.url.base());
        let forks = legacy_query::forks(redirects);
        if !forks.is_empty() {
            let script = legacy_query::SCRIPT.as_bytes().to_vec();
            files.push((Output::LegacyScript, script));
        }
        let is_fork = |redirect: &Redirect| forks.iter().any(|fork| fork.file == redirect.file);
        for redirect in redirects.iter().filter(|redirect| !is_fork(redirect)) {
            let page = redirects::page(redirect, self.view, &icon, self.url);
            files.push((redirects::output(redirect), page));
        }
        for fork in &forks {
            let page = fork.page(self.view, &icon, self.url);
            files.push((Output::Legacy(fork.file.to_owned()), page));
        }
        files
    }

    /// The files beside a page: an article's text as its editors wrote it, and its address as a
    /// code, unless it is withdrawn: nobody is to be led there.
    #[must_use]
    pub(super) fn of_page(&self, route: &Route) -> Vec<(Output, Vec<u8>)> {
        let Route::Article(id) = route else {
            return Vec::new();
        };
        let markdown = article_markdown::markdown_twin(self.view, id, self.url);
        let markdown = markdown.map(|bytes| (Output::Markdown(id.clone()), bytes));
        if !self.view.is_listed(route) {
            return markdown.into_iter().collect();
        }
        let code = qr_code::qr_code(&self.url.canonical(route))
            .map(|bytes| (Output::QrCode(id.clone()), bytes));
        markdown.into_iter().chain(code).collect()
    }
}
