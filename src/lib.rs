//! A portal for an industry alliance.
//!
//! The crate has two halves. The *shell* is the app: pages and components that know no
//! alliance, compiled to WebAssembly, and beside it the search's *engine*, which is a
//! WebAssembly of its own without the framework. *Publishing* (feature `ssr`) turns a site
//! folder into a static site by rendering the same pages natively. They meet in [`wire`].

mod app;
#[cfg(target_arch = "wasm32")]
mod clock;
pub mod components;
#[cfg(feature = "ssr")]
pub mod content;
#[cfg(target_arch = "wasm32")]
pub mod engine;
#[cfg(target_arch = "wasm32")]
mod finder;
#[cfg(target_arch = "wasm32")]
mod listener;
pub mod load;
#[cfg(any(target_arch = "wasm32", test))]
mod mourning;
#[cfg(target_arch = "wasm32")]
mod navigation;
pub mod pages;
#[cfg(feature = "ssr")]
pub mod publish;
pub mod route;
pub mod search;
#[cfg(target_arch = "wasm32")]
pub mod start;
pub mod text;
pub mod wire;

pub use app::App;
