//! A portal for an industry alliance.
//!
//! The crate has two halves. The *shell* is the app: pages and components that know no
//! alliance, compiled to WebAssembly, and beside it the search's *engine*, which is a
//! WebAssembly of its own without the framework. *Publishing* (feature `ssr`) turns a site
//! folder into a static site by rendering the same pages natively. They meet in [`wire`].

#[cfg(not(feature = "engine"))]
mod app;
#[cfg(all(target_arch = "wasm32", not(feature = "engine")))]
mod clock;
#[cfg(not(feature = "engine"))]
pub mod components;
#[cfg(any(target_arch = "wasm32", feature = "ssr"))]
mod compose;
#[cfg(feature = "ssr")]
pub mod content;
#[cfg(feature = "engine")]
pub mod engine;
#[cfg(all(target_arch = "wasm32", not(feature = "engine")))]
mod finder;
pub mod ids;
#[cfg(all(target_arch = "wasm32", not(feature = "engine")))]
mod listener;
pub mod load;
#[cfg(all(any(target_arch = "wasm32", test), not(feature = "engine")))]
mod mourning;
#[cfg(all(target_arch = "wasm32", not(feature = "engine")))]
mod navigation;
#[cfg(not(feature = "engine"))]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod publish;
pub mod route;
pub mod search;
#[cfg(all(target_arch = "wasm32", not(feature = "engine")))]
pub mod start;
#[cfg(not(feature = "engine"))]
pub mod text;
pub mod wire;

#[cfg(not(feature = "engine"))]
pub use app::App;
