//! Picture that reserves its space while it loads.

#[cfg(feature = "ssr")]
use crate::components::PageReport;
use crate::components::optional_class::class_if_any;
use crate::components::{IntoBlock as _, Sizes, portal};
use crate::wire::Picture;
use leptos::prelude::*;

/// A picture with its size, so that the layout does not shift when it is loaded.
#[component]
pub fn PictureView(
    /// Picture.
    picture: Picture,
    /// CSS class.
    #[prop(optional)]
    class: &'static str,
    /// Width at which it is shown, in the form of the attribute `sizes`.
    #[prop(optional)]
    sizes: Sizes,
    /// `true` if it is at the top of the page and loaded with priority.
    #[prop(optional)]
    eager: bool,
) -> AnyView {
    let size = |pixels: u32| (pixels > 0).then(|| pixels.to_string());
    #[cfg(feature = "ssr")]
    if eager
        && sizes != Sizes::Small
        && let Some(report) = use_context::<PageReport>()
    {
        report.set_first_picture(&picture, sizes);
    }
    let original = portal().base.file(&picture.src);
    let (src, srcset) = match (picture.srcset, sizes) {
        // Its smallest variant is wide enough, and a list of entries has many of them.
        (Some(srcset), Sizes::Small) => (first_of(&srcset).unwrap_or(original), None),
        (srcset, _) => (original, srcset),
    };
    let sizes = srcset.as_ref().map(|_| sizes.of(eager));
    view! {
        <img
            src=src
            srcset=srcset
            sizes=sizes
            alt=picture.alt
            width=size(picture.width)
            height=size(picture.height)
            loading=(!eager).then_some("lazy")
            decoding=(!eager).then_some("async")
            {..class_if_any(class)}
        />
    }
    .into_static()
}

/// Returns the address of the first candidate of a `srcset`.
fn first_of(srcset: &str) -> Option<String> {
    let (address, _) = srcset.split_once(' ')?;
    Some(address.to_owned())
}
