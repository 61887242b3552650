//! Rules between items, and rules that types cannot express; one module for each topic.

mod dates;
mod editorial;
mod links;
mod media;
mod numbers;
mod references;
mod theme;
mod uniqueness;

use std::collections::BTreeMap;

use super::collector::Collector;
use super::diagnostics::kind::ProblemKind;
use super::diagnostics::pointer::Pointer;
use super::folder::{Folder, SITE_FILE};
use super::items::article::Article;
use super::items::bulletin::Bulletin;
use super::items::event::Event;
use super::items::links::LinkGroup;
use super::items::member::Member;
use super::items::page::Page;
use super::items::reference::Collection;
use super::items::site::Site;
use super::values::date::Date;
use super::values::id::ItemId;
use super::values::media::MediaIndex;
use crate::route::IssueId;

/// Input of the rules.
pub(super) struct Context<'a> {
    /// Everything that could be read.
    pub(super) folder: &'a Folder,
    /// Files below `media/`.
    pub(super) media: &'a MediaIndex,
    /// Day in Asia/Shanghai.
    pub(super) today: Date,
    /// Problems that were found.
    pub(super) collector: &'a Collector,
}

/// Applies every rule.
pub(super) fn check(context: &Context<'_>) {
    references::check(context);
    dates::check(context);
    media::check(context);
    uniqueness::check(context);
    numbers::check(context);
    theme::check(context);
    links::check(context);
    editorial::check(context);
}

/// A file that is checked.
#[derive(Clone, Copy)]
struct File<'a> {
    path: &'a str,
    context: &'a Context<'a>,
}

impl File<'_> {
    /// Reports a problem of a value.
    fn report(self, place: Pointer, kind: ProblemKind) {
        self.context.collector.value(self.path, place, kind);
    }
}

impl<'a> Context<'a> {
    fn file(&'a self, path: &'a str) -> File<'a> {
        File {
            path,
            context: self,
        }
    }

    /// Returns the settings of the site, if they could be read.
    fn site(&'a self) -> impl Iterator<Item = (File<'a>, &'a Site)> {
        let site = self.folder.site.iter();
        site.map(|site| (self.file(SITE_FILE), site))
    }

    /// Returns the items of a collection with their files.
    fn items<I: ToString, T>(
        &'a self,
        collection: Collection,
        items: &'a BTreeMap<I, T>,
    ) -> impl Iterator<Item = (File<'a>, &'a I, &'a T)> {
        items.iter().map(move |(id, item)| {
            let path = self.folder.file(collection, &id.to_string());
            (self.file(path), id, item)
        })
    }

    fn articles(&'a self) -> impl Iterator<Item = (File<'a>, &'a ItemId, &'a Article)> {
        let articles = self.items(Collection::Articles, &self.folder.articles);
        articles.map(|(file, id, article)| (file, id, article.as_ref()))
    }

    fn members(&'a self) -> impl Iterator<Item = (File<'a>, &'a ItemId, &'a Member)> {
        self.items(Collection::Members, &self.folder.members)
    }

    fn bulletins(&'a self) -> impl Iterator<Item = (File<'a>, &'a IssueId, &'a Bulletin)> {
        self.items(Collection::Bulletins, &self.folder.bulletins)
    }

    fn events(&'a self) -> impl Iterator<Item = (File<'a>, &'a ItemId, &'a Event)> {
        self.items(Collection::Events, &self.folder.events)
    }

    fn links(&'a self) -> impl Iterator<Item = (File<'a>, &'a ItemId, &'a LinkGroup)> {
        self.items(Collection::Links, &self.folder.links)
    }

    fn pages(&'a self) -> impl Iterator<Item = (File<'a>, &'a ItemId, &'a Page)> {
        self.items(Collection::Pages, &self.folder.pages)
    }
}

#[cfg(test)]
pub(super) mod testing;
