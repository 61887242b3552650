//! Picture that reserves its space while it loads.

use crate::components::optional_class::class_if_any;
use crate::components::{IntoBlock as _, portal};
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
    /// `true` if it is at the top of the page and loaded with priority.
    #[prop(optional)]
    eager: bool,
) -> AnyView {
    let size = |pixels: u32| (pixels > 0).then(|| pixels.to_string());
    view! {
        <img
            src=portal().base.file(&picture.src)
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
