//! Files of the portal besides its pages, one kind per module: feeds, calendars, sitemap,
//! redirects, tables, icons, and instructions for hosts and programs.
//!
//! Everything here is a pure function from the content to bytes. Nothing depends on the time of the
//! build, and a new article changes the same few files on a site of any size.

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
    uncompressed,
};

use super::view::SiteView;
use crate::route::{Output, PublicUrl, Route};
use std::collections::BTreeSet;
use thiserror::Error;

/// An output of the site that cannot be serialised. No content can cause this error.
#[derive(Debug, Error)]
pub enum OfferError {
    /// Serialisation as JSON failed.
    Json(#[from] serde_json::Error),
    /// Serialisation as a table failed.
    Table(#[from] csv::Error),
}

/// Input for the outputs of a site.
#[derive(Debug)]
pub(super) struct Offer<'a> {
    pub view: &'a SiteView<'a>,
    pub routes: &'a BTreeSet<Route>,
    pub url: &'a PublicUrl,
    pub icon: &'a IconSource,
    /// Content security policy that the host is to send.
    pub policy: &'a str,
}

impl Offer<'_> {
    /// Returns the files of the site as a whole, except redirects.
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

    /// Returns the HTTP headers. They also declare the files at old addresses as pages.
    pub(super) fn headers(&self, redirects: &[Redirect]) -> Vec<HeaderRule> {
        let endings = redirects::endings(redirects);
        headers::rules(self.url.base(), self.policy, &endings)
    }

    /// Returns the files for visitors of the old site's addresses, and the instructions for hosts.
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
            files.push((Output::Legacy(redirect.file.clone()), page));
        }
        for fork in &forks {
            let page = fork.page(self.view, &icon, self.url);
            files.push((Output::Legacy(fork.file.to_owned()), page));
        }
        files
    }

    /// Returns the files beside a page: for an article, its text as its editors wrote it, and a QR
    /// code of its address. An article that is not listed, such as a withdrawn one, has no code,
    /// because nobody should be led to it.
    pub(super) fn of_page(&self, route: &Route) -> Vec<(Output, Vec<u8>)> {
        let Route::Article(id) = route else {
            return Vec::new();
        };
        let mut files = Vec::new();
        let markdown = article_markdown::article_markdown(self.view, id, self.url);
        files.extend(markdown.map(|bytes| (Output::Markdown(id.clone()), bytes)));
        if self.view.is_listed(route) {
            let code = qr_code::qr_code(&self.url.canonical(route));
            files.extend(code.map(|bytes| (Output::QrCode(id.clone()), bytes)));
        }
        files
    }
}
