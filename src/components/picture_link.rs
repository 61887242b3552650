//! A picture that can be looked at closely.

use super::picture::{PictureView, PictureViewProps};
use super::{IntoBlock as _, portal};
use crate::wire::Picture;
use leptos::prelude::*;

/// A picture at the head of a page as a link to its file; the reading tools show it as large
/// as the window instead. A picture without words cannot be a link and is not.
///
/// During prerender it is the plain link, which works without script.
#[component]
pub fn PictureLink(
    /// The picture.
    picture: Picture,
) -> AnyView {
    let file = (!picture.alt.is_empty()).then(|| portal().base.file(&picture.src));
    let image = PictureView(PictureViewProps {
        picture,
        class: "",
        eager: true,
    });
    match file {
        Some(file) => {
            view! { <a href=file rel="external" class="picture-link">{image}</a> }.into_still()
        }
        None => image,
    }
}
