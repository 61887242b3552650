//! The entry of the search's engine: compiled to WebAssembly of its own, for a worker.

fn main() {
    portal::engine::start();
}
