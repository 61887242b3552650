//! Citations of articles, in the form of GB/T 7714-2015 for electronic resources: `责任者.
//! 题名[EB/OL]. (发布日期)[引用日期]. URL.`

use crate::content::items::article::Article;
use crate::publish::view::SiteView;

impl SiteView<'_> {
    /// Returns the citation up to the day of citing, which only the visitor's browser knows.
    pub(crate) fn citation(&self, article: &Article) -> String {
        let site = &self.content.site;
        let name = self.names().of_site().first;
        let issuer = article
            .document
            .as_ref()
            .and_then(|document| document.issuer.as_ref());
        let source = article.source.as_ref().map(|source| &source.name);
        let alliance = site
            .organization
            .as_ref()
            .and_then(|organization| organization.legal_name.as_ref());
        let responsible = issuer
            .or(article.author.as_ref())
            .or(source)
            .or(alliance)
            .map_or(name.as_str(), |name| name.as_str());
        format!(
            "{responsible}. {}[EB/OL]. ({})",
            article.title.as_str(),
            article.published.date()
        )
    }
}
