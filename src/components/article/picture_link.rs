//! Picture that can be enlarged.

use super::picture::{PictureView, PictureViewProps};
use super::picture_sizes::Sizes;
use crate::components::{IntoBlock as _, portal};
use crate::wire::Picture;
use leptos::prelude::*;

/// A picture at the top of a page as a link to its file; the reading tools show it in the size
/// of the window instead. A picture without a text alternative is not linked, because the link
/// would have no name.
///
/// During prerender it is the plain link, which works without script.
#[component]
pub fn PictureLink(
    /// Picture.
    picture: Picture,
) -> AnyView {
    let file = (!picture.alt.is_empty()).then(|| portal().base.file(&picture.src));
    let image = PictureView(PictureViewProps {
        picture,
        class: "",
        sizes: Sizes::Text,
        eager: true,
    });
    match file {
        Some(file) => {
            view! { <a href=file rel="external" class="picture-link">{image}</a> }.into_static()
        }
        None => image,
    }
}
