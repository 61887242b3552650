//! Entry point of the app in the browser.

fn main() {
    #[cfg(target_arch = "wasm32")]
    portal::browser::mount::start();
}
