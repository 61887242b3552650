//! Writing of the gallery.

use super::page::{index, specimen_page};
use super::render::{Site, html};
use super::specimens::specimens;
use portal::publish::{Shell, ShellError};
use std::path::Path;
use std::{fs, io};

/// Reason why the gallery could not be written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum GalleryError {
    /// The shell could not be read.
    #[error(transparent)]
    Shell(#[from] ShellError),
    /// The disk failed.
    #[error(transparent)]
    Disk(#[from] io::Error),
    /// The example's site is not valid.
    #[error(transparent)]
    Site(#[from] serde_json::Error),
}

/// Writes the gallery into a folder, and returns the names of its pages, the index first.
pub(crate) fn write(project: &Path, shell: &Path, out: &Path) -> Result<Vec<String>, GalleryError> {
    let shell = Shell::read(shell)?;
    let site = Site::read()?;
    fs::create_dir_all(out.join("media/pictures"))?;
    let tokens = fs::read_to_string(project.join("style/tokens/tokens.css"))?;
    let own_style = fs::read_to_string(project.join("examples/gallery/gallery.css"))?;
    let portal_style = shell
        .files
        .get(&shell.style.path)
        .map(|bytes| String::from_utf8_lossy(bytes).into_owned())
        .unwrap_or_default();
    let first_styles: String = shell.critical.into_values().collect();
    fs::write(
        out.join("portal.css"),
        format!("{}{first_styles}\n{portal_style}", site.colours()),
    )?;
    fs::write(out.join("gallery.css"), own_style)?;
    for picture in ["logo.svg", "pictures/line.webp", "pictures/weave.webp"] {
        let from = project.join("examples/demo/media").join(picture);
        fs::copy(from, out.join("media").join(picture))?;
    }
    let specimens = specimens();
    let mut names = vec!["index.html".to_owned()];
    for specimen in &specimens {
        let name = specimen.file();
        let page = specimen_page(specimen, &html(&site, specimen.view));
        fs::write(out.join(&name), page)?;
        names.push(name);
    }
    let index = index(&specimens, &tokens, &site.colours());
    fs::write(out.join("index.html"), index)?;
    Ok(names)
}
