//! A portal for an industry alliance.
//!
//! The crate has two halves. The *shell* is the app, whose pages and components contain
//! nothing of a particular alliance. It is compiled to WebAssembly, together with the *search
//! worker*, a separate WebAssembly module without the framework. *Publishing* (feature `ssr`)
//! turns a site folder into a static site by rendering the same pages natively. Both halves
//! share the types in [`wire`].

#![cfg_attr(
    feature = "csr",
    allow(
        dead_code,
        unused_imports,
        reason = "the tests of components use a part of the app"
    )
)]

// The tests of components need neither, and their module is not cut into chunks.
#[cfg(not(any(feature = "engine", feature = "csr", feature = "editor")))]
mod app;
#[cfg(not(any(feature = "engine", feature = "editor")))]
pub mod browser;
#[cfg(not(any(feature = "engine", feature = "editor")))]
pub mod components;
#[cfg(all(any(target_arch = "wasm32", feature = "ssr"), not(feature = "editor")))]
mod compose;
#[cfg(feature = "ssr")]
pub mod content;
#[cfg(feature = "editor")]
pub mod editor;
// What the editor computes needs no browser, and is tested without one.
#[cfg(all(test, feature = "ssr"))]
#[path = "editor"]
mod editor_tests {
    #![allow(dead_code, reason = "only the app uses all of it")]
    mod merge;
    #[path = "body/paragraphs.rs"]
    mod paragraphs;
    mod pointer;
}
pub mod ids;
#[cfg(not(feature = "editor"))]
pub mod load;
#[cfg(not(any(feature = "engine", feature = "csr", feature = "editor")))]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod publish;
pub mod route;
#[cfg(not(feature = "editor"))]
pub mod search;
#[cfg(feature = "engine")]
pub mod search_worker;
#[cfg(not(any(feature = "engine", feature = "editor")))]
pub mod text;
pub mod wire;

#[cfg(not(any(feature = "engine", feature = "csr", feature = "editor")))]
pub use app::App;
