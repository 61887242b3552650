//! Boxing of views with little generated code.
//!
//! For every view that the framework boxes, it generates code for hydrating it asynchronously
//! while routes load lazily, and code that compares it with a later version. Here routes are
//! not lazy, and the content of a page is not edited but replaced. Most of what a portal shows
//! is static: it never changes while it is shown, so there is nothing to hydrate. Marking such
//! views reduces the WebAssembly that every visitor loads by a third, and removes most of the
//! work at the start.

use leptos::prelude::*;

#[cfg(not(feature = "ssr"))]
mod browser;
#[cfg(not(feature = "ssr"))]
mod markup;

/// Boxing of a view.
pub trait IntoBlock {
    /// Boxes the view as a block, which is hydrated synchronously and replaced as a whole.
    /// Reactive parts (signals, attributes, handlers) work. The view must have at least one
    /// node.
    ///
    /// During prerender it is boxed by the framework.
    fn into_block(self) -> AnyView;

    /// Boxes the view as static: no part is reactive, so hydration skips it. The view must be
    /// exactly one element.
    ///
    /// During prerender it is boxed by the framework.
    fn into_static(self) -> AnyView;
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
    fn into_static(self) -> AnyView {
        self.into_any()
    }

    #[cfg(not(feature = "ssr"))]
    fn into_block(self) -> AnyView {
        browser::Boxed::block(self).into_any()
    }

    #[cfg(not(feature = "ssr"))]
    fn into_static(self) -> AnyView {
        browser::Boxed::still(self).into_any()
    }
}

/// Returns HTML as a view, which must be the only content of its parent element. Nothing of it is
/// reactive.
#[cfg(feature = "ssr")]
pub(super) fn markup(html: String) -> AnyView {
    leptos::tachys::html::InertElement::new(html).into_any()
}

/// Returns HTML as a view, which must be the only content of its parent element. Nothing of it is
/// reactive: hydration passes over it.
#[cfg(not(feature = "ssr"))]
pub(super) fn markup(html: String) -> AnyView {
    browser::Boxed::new(markup::Markup(html)).into_any()
}
