//! Rules between items, and rules that types cannot express; one module for each topic.

mod dates;
mod editorial;
mod links;
mod media;
mod numbers;
mod references;
mod theme;
mod uniqueness;

use super::collector::Collector;
use super::folder::Folder;
use super::items::article::Article;
use super::items::reference::Collection;
use super::values::date::Date;
use super::values::id::ItemId;
use super::values::media::MediaIndex;

/// Input of the rules.
pub(super) struct Context<'a> {
    /// Everything that could be read.
    pub(super) folder: &'a Folder,
    /// Files below `media/`.
    pub(super) media: &'a MediaIndex,
    /// Day in Asia/Shanghai.
    pub(super) today: Date,
}

/// Applies every rule.
pub(super) fn check(context: &Context<'_>, collector: &mut Collector) {
    references::check(context, collector);
    dates::check(context, collector);
    media::check(context, collector);
    uniqueness::check(context, collector);
    numbers::check(context, collector);
    theme::check(context, collector);
    links::check(context, collector);
    editorial::check(context, collector);
}

impl<'a> Context<'a> {
    /// Returns the path of an item's file.
    fn file(&self, collection: Collection, id: &impl ToString) -> &'a str {
        self.folder.file(collection, &id.to_string())
    }

    /// Returns all articles with their files.
    fn articles(&self) -> impl Iterator<Item = (&'a str, &'a ItemId, &'a Article)> {
        let folder = self.folder;
        folder.articles.iter().map(|(id, article)| {
            let file = folder.file(Collection::Articles, id.as_str());
            (file, id, article.as_ref())
        })
    }
}

#[cfg(test)]
pub(super) mod testing;
