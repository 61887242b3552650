//! Views that are boxed with little code.
//!
//! The framework compiles, for every view that it boxes, code that hydrates it piece by
//! piece while routes load lazily, and code that compares it with a later version of
//! itself. Here routes are not lazy, and a page's content is not edited in place but
//! exchanged. And most of what a portal shows never changes while it is shown, so that
//! there is nothing to hydrate. Saying so takes a third off the WebAssembly that every
//! visitor loads, and most of the work off the start.

use leptos::prelude::*;

#[cfg(not(feature = "ssr"))]
mod browser;

/// Boxes a view.
pub trait IntoBlock {
    /// The view as a block: hydrated in one go, replaced as a whole. What is reactive inside
    /// (signals, attributes, handlers) works. It must have at least one node.
    ///
    /// During prerender it is the framework's own boxed view.
    fn into_block(self) -> AnyView;

    /// The view as a still: nothing inside is reactive, so hydration passes over it. It must
    /// be exactly one element.
    ///
    /// During prerender it is the framework's own boxed view.
    fn into_still(self) -> AnyView;
}

impl<View> IntoBlock for View
where
    View: RenderHtml + 'static,
{
    #[cfg(feature = "ssr")]
    fn into_block(self) -> AnyView {
        self.into_any()
    }

    #[cfg(feature = "ssr")]
    fn into_still(self) -> AnyView {
        self.into_any()
    }

    #[cfg(not(feature = "ssr"))]
    fn into_block(self) -> AnyView {
        browser::Boxed::block(self).into_any()
    }

    #[cfg(not(feature = "ssr"))]
    fn into_still(self) -> AnyView {
        browser::Boxed::still(self).into_any()
    }
}
