//! A picture that keeps its place while it loads.

use super::class::class_if_any;
use super::{IntoBlock as _, portal};
use crate::wire::Picture;
use leptos::prelude::*;

/// A picture with its size, so that nothing jumps when it arrives.
#[component]
pub fn PictureView(
    /// The picture.
    picture: Picture,
    /// The class, for the style sheet.
    #[prop(optional)]
    class: &'static str,
    /// Whether it stands at the head of the page and is wanted at once.
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
    .into_still()
}
