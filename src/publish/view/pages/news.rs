//! Data of lists of articles.

use crate::publish::view::SiteView;
use crate::publish::view::pagination::{PAGE_SIZE, page};
use crate::route::{NewsList, Route};
use crate::wire;

impl SiteView<'_> {
    pub(crate) fn news(&self, list: &NewsList) -> Option<wire::NewsList> {
        let items = match &list.section {
            Some(section) => {
                self.find_section(section)?;
                self.catalog.section(section)
            }
            None => &self.catalog.news,
        };
        let (mut rows, pager) = page(items, PAGE_SIZE, list.page)?;
        if list.page.number().is_none() {
            // Pinned articles come first on the front, from any position in the list.
            let pinned: Vec<_> = items
                .iter()
                .rev()
                .copied()
                .filter(|(_, article)| self.catalog.is_pinned(article))
                .collect();
            rows.retain(|(_, article)| !self.catalog.is_pinned(article));
            rows.splice(0..0, pinned);
        }
        Some(wire::NewsList {
            section: list.section.clone(),
            document_title: self.document_title(&Route::News(list.clone())),
            entries: rows.into_iter().map(|item| self.entry(item)).collect(),
            pager,
        })
    }
}
