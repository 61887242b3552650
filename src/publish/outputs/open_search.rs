//! Description of the portal's search for browsers (OpenSearch 1.1).

use super::icons::IconSource;
use super::xml::{Element, xml};
use crate::publish::view::SiteView;
use crate::route::{Output, PublicUrl, Route};

const NAMESPACE: &str = "http://a9.com/-/spec/opensearch/1.1/";
/// Maximum number of characters of a name, by the specification.
const NAME: usize = 16;

pub(super) fn open_search(view: &SiteView<'_>, icon: &IconSource, url: &PublicUrl) -> Vec<u8> {
    let site = view.site(url);
    let name: String = site.short_name.chars().take(NAME).collect();
    let about = (view.offered().about_search)(&site.name);
    let search = url.canonical(&Route::Search);
    let address = |media_type, relation, template: &str| {
        Element::new("Url")
            .with("type", media_type)
            .with("rel", relation)
            .with("template", template)
    };
    let image = url.absolute(&icon.href(url.base()));
    let description = Element::new("OpenSearchDescription")
        .with("xmlns", NAMESPACE)
        .child(Element::text("ShortName", &name))
        .child(Element::text("Description", &about))
        .child(Element::text("Language", &site.lang))
        .child(Element::text("InputEncoding", "UTF-8"))
        .child(address(
            "text/html",
            "results",
            &format!("{search}?q={{searchTerms}}"),
        ))
        .child(address(
            "application/opensearchdescription+xml",
            "self",
            &url.output(&Output::OpenSearch),
        ))
        .child(Element::text("Image", &image).with("type", icon.media_type));
    xml(&description)
}
