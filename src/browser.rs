//! Parts of the app that only a browser runs.
//!
//! Nothing here is compiled natively, except for `mourning`, whose rule is a pure function
//! with native tests.

#[cfg(all(target_arch = "wasm32", not(feature = "csr")))]
pub mod mount;
#[cfg(target_arch = "wasm32")]
pub(crate) mod navigation;
#[cfg(target_arch = "wasm32")]
pub(crate) mod search_client;
#[cfg(target_arch = "wasm32")]
pub(crate) mod dom_events;
#[cfg(target_arch = "wasm32")]
pub(crate) mod clock;
#[cfg(any(target_arch = "wasm32", test))]
pub(crate) mod mourning;
