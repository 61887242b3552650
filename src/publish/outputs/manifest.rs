//! Manifest for installation on the home screen of a phone (W3C Web Application Manifest).

use super::icons::{IconSource, SIZES};
use crate::publish::html::theme;
use crate::publish::view::SiteView;
use crate::route::{Output, PublicUrl, Route};
use serde_json::{Value, json};

pub(super) fn manifest(view: &SiteView<'_>, icon: &IconSource, url: &PublicUrl) -> Vec<u8> {
    let (base, site) = (url.base(), view.site(url));
    let home = base.href(&Route::Home);
    let mut manifest = json!({
        "id": home,
        "name": site.name,
        "short_name": site.short_name,
        "lang": site.lang,
        "start_url": home,
        "scope": home,
        "display": "minimal-ui",
        "background_color": theme::GROUND,
        "icons": icons(icon, url),
    });
    if let Some(tagline) = site.tagline {
        manifest["description"] = tagline.into();
    }
    if let Some(color) = view.primary() {
        manifest["theme_color"] = color.to_string().into();
    }
    manifest.to_string().into_bytes()
}

fn icons(icon: &IconSource, url: &PublicUrl) -> Vec<Value> {
    let base = url.base();
    let own = json!({ "src": icon.href(base), "sizes": icon.sizes, "type": icon.media_type });
    let drawn = SIZES.iter().filter(|_| icon.is_drawn()).map(|size| {
        json!({
            "src": base.output(&Output::Icon(*size)),
            "sizes": format!("{size}x{size}"),
            "type": "image/png",
        })
    });
    std::iter::once(own).chain(drawn).collect()
}
