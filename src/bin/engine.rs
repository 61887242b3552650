//! Entry point of the search worker, which is compiled to a WebAssembly module of its own.

fn main() {
    portal::search_worker::start();
}
