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
#[cfg(not(any(feature = "engine", feature = "csr")))]
mod app;
#[cfg(not(feature = "engine"))]
pub mod browser;
#[cfg(not(feature = "engine"))]
pub mod components;
#[cfg(any(target_arch = "wasm32", feature = "ssr"))]
mod compose;
#[cfg(feature = "ssr")]
pub mod content;
pub mod ids;
pub mod load;
#[cfg(not(any(feature = "engine", feature = "csr")))]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod publish;
pub mod route;
pub mod search;
#[cfg(feature = "engine")]
pub mod search_worker;
#[cfg(not(feature = "engine"))]
pub mod text;
pub mod wire;

#[cfg(not(any(feature = "engine", feature = "csr")))]
pub use app::App;
