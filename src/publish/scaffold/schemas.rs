//! The JSON Schemas as files, by which an editor's program completes and checks.

use crate::content::json::schema;
use crate::publish::output_dir::{WriteError, refused};
use crate::publish::source::walk::CONTENT;
use std::path::{Path, PathBuf};

/// The folder of the schemas, inside a site folder.
pub(crate) const SCHEMA: &str = "schema";

/// What was written.
#[derive(Debug)]
pub struct WrittenSchemas {
    /// Into which folder.
    pub folder: PathBuf,
    /// How many files.
    pub files: usize,
}

/// Writes the schemas of all kinds of content files: into the folder `schema` of a site folder,
/// or straight into any other folder. Other files there stay as they are.
///
/// # Errors
/// When the disk refuses.
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
