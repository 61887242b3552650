//! Citation of an article.

use crate::components::{IntoBlock as _, portal};
use crate::ids;
use crate::route::{Route, qr_code};
use leptos::prelude::*;

/// Citation in the format of GB/T 7714, buttons that copy it and share the address, and the
/// address as a QR code.
///
/// The prerendered component is the same as in the browser. The date of access is the
/// visitor's, so `src/reading_tools/citation.js` replaces its placeholder when the citation is
/// copied. The QR code is loaded when the visitor opens it.
#[component]
pub fn Citation(
    /// Citation up to the date of access.
    cited: String,
    /// Id of the article.
    id: String,
) -> AnyView {
    let portal = portal();
    let text = portal.text;
    let code = portal.base.file(&qr_code(&id));
    let address = [
        &portal.site.origin,
        portal.base.href(&Route::Article(id)).as_str(),
    ]
    .concat();
    view! {
        <section class="citation" aria-labelledby=ids::CITATION>
            <h2 id=ids::CITATION>{text.citation}</h2>
            <p class="citation__text">{cited}<span>{text.citation_day}</span>". "{address}"."</p>
            <p class="citation__said" role="status"></p>
            <div class="citation__actions">
                <button type="button" class="button" data-copy=text.citation_copied>
                    {text.citation_copy}
                </button>
                <button type="button" class="button citation__share" data-share="">
                    {text.share}
                </button>
                <details class="citation__code">
                    <summary class="button">{text.code}</summary>
                    <img src=code alt=text.code_alt width="200" height="200" loading="lazy"/>
                </details>
            </div>
        </section>
    }
    .into_static()
}
