//! Data of pages of text.

use crate::content::items::reference::Collection;
use crate::publish::view::SiteView;
use crate::publish::view::convert::moment;
use crate::route::Route;
use crate::wire;

impl SiteView<'_> {
    pub(crate) fn page(&self, id: &str) -> Option<wire::Page> {
        let page = self.content.pages.get(id)?;
        let text = self.text_of(Collection::Pages, id)?;
        Some(wire::Page {
            id: id.to_owned(),
            title: page.title.to_string(),
            document_title: self.document_title(&Route::Page(id.to_owned())),
            updated: moment(page.updated),
            body: self.prose(Collection::Pages, id)?,
            headings: if page.toc { text.headings() } else { vec![] },
        })
    }
}
