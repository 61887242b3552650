//! The entry of the search's engine: compiled to WebAssembly of its own, for a worker.

fn main() {
    #[cfg(target_arch = "wasm32")]
    portal::engine::start();
}
