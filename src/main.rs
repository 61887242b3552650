//! The browser's entry.

fn main() {
    #[cfg(target_arch = "wasm32")]
    portal::start::start();
}
