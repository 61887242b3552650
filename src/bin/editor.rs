//! Entry point of the editor, which is compiled to a WebAssembly module of its own.

fn main() {
    portal::editor::start();
}
