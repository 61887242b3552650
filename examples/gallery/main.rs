//! Gallery of components: each component of the pages, rendered with example data in each of
//! its states, and the sizes and colours that all of them share.
//!
//! `make gallery` writes it to `target/gallery`. It uses the style sheets and pictures of the
//! shell and of `examples/demo`, so that it shows the same as a published portal.

mod gallery;
mod page;
mod render;
#[path = "specimens/all.rs"]
mod specimens;
mod tokens;

use anyhow::Context as _;
use std::path::PathBuf;

fn main() -> anyhow::Result<()> {
    let project = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let shell = std::env::var_os("PORTAL_SHELL")
        .map_or_else(|| project.join("target/shell"), PathBuf::from);
    let out = project.join("target/gallery");
    gallery::write(&project, &shell, &out).context("the gallery cannot be written")?;
    println!("{}", out.join("index.html").display());
    Ok(())
}
