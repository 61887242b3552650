//! JSON Schemas as files, which editors use for completion and validation.

use crate::content::json::schema;
use crate::publish::output_dir::{WriteError, refused};
use crate::publish::source::walk::CONTENT;
use std::path::{Path, PathBuf};

/// Name of the schema folder inside a site folder.
pub(crate) const SCHEMA: &str = "schema";

/// Result of writing the schemas.
#[derive(Debug)]
pub struct WrittenSchemas {
    /// Folder of the files.
    pub folder: PathBuf,
    /// Number of files.
    pub files: usize,
}

/// Writes the schemas of all kinds of content files: into the folder `schema` of a site folder,
/// or directly into any other folder. Other files there are left unchanged.
///
/// # Errors
/// Returns an error if the file system refuses.
pub fn write_schemas(folder: &Path) -> Result<WrittenSchemas, WriteError> {
    let folder = if folder.join(CONTENT).is_dir() {
        folder.join(SCHEMA)
    } else {
        folder.to_owned()
    };
    std::fs::create_dir_all(&folder).map_err(refused(&folder))?;
    let schemas = schema::files();
    let files = schemas.len();
    for (name, text) in schemas {
        let path = folder.join(name);
        std::fs::write(&path, text).map_err(refused(&path))?;
    }
    Ok(WrittenSchemas { folder, files })
}
