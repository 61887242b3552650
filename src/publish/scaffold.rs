//! Creation of a new site folder from the template, and of JSON Schemas, which editors use for
//! completion and validation.

use super::output_dir::{WriteError, make_readable, refused};
use super::source::walk::CONTENT;
use crate::content::json::schema;
use crate::content::values::text::Line;
use crate::content::values::text_value::{Fault, TextValue as _};
use crate::content::values::url::BaseUrl;
use include_dir::{Dir, include_dir};
use std::path::{Path, PathBuf};
use thiserror::Error;

/// A valid site folder whose texts explain what belongs in it.
static TEMPLATE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates/site");

/// Name of the schema folder inside a site folder.
const SCHEMA: &str = "schema";

/// Names in the template, which no real alliance has.
const NAME: &str = "示例产业技术创新战略联盟";
const SHORT_NAME: &str = "示例联盟";
const BASE_URL: &str = "https://www.example.org/";

/// Names of the new site. An absent one keeps the template's name.
#[derive(Debug, Default)]
pub struct NewSite {
    /// Full name.
    pub name: Option<String>,
    /// Short name.
    pub short_name: Option<String>,
    /// Future address.
    pub base_url: Option<String>,
}

/// A site folder that cannot be created.
#[derive(Debug, Error)]
pub enum NewError {
    /// The folder is not empty.
    NotEmpty(PathBuf),
    /// A name or the address is invalid.
    Unusable {
        /// Name of the option.
        option: &'static str,
        /// Value of the option.
        value: String,
        /// Fault of the value.
        fault: Fault,
    },
    /// The file system refused an operation.
    Write(#[from] WriteError),
}

/// Creates a site folder, and returns the number of its files.
///
/// The folder is created beside its place and moved there when it is complete, so that it is
/// never incomplete.
///
/// # Errors
/// See [`NewError`].
pub fn create(folder: &Path, site: &NewSite) -> Result<usize, NewError> {
    let words = site.words()?;
    let folder = std::path::absolute(folder).map_err(refused(folder))?;
    if is_taken(&folder)? {
        return Err(NewError::NotEmpty(folder));
    }
    let parent = folder.parent().unwrap_or(&folder);
    std::fs::create_dir_all(parent).map_err(refused(parent))?;
    let staging = tempfile::Builder::new()
        .prefix(".portal-new-")
        .tempdir_in(parent)
        .map_err(refused(parent))?;
    let mut files = write_template(&TEMPLATE, &words, staging.path())?;
    files += write_schemas(staging.path())?.files;
    if folder.exists() {
        // The empty folder may be the working directory of a process, so it is filled and not
        // replaced.
        fill(&folder, staging.path())?;
    } else {
        make_readable(staging.path())?;
        std::fs::rename(staging.path(), &folder).map_err(refused(&folder))?;
    }
    Ok(files)
}

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

/// Moves the contents of a folder into another one. After a failure the other one is empty again.
fn fill(folder: &Path, from: &Path) -> Result<(), WriteError> {
    let entries: Result<Vec<_>, _> = std::fs::read_dir(from).map_err(refused(from))?.collect();
    let mut moved: Vec<(PathBuf, PathBuf)> = Vec::new();
    for entry in entries.map_err(refused(from))? {
        let (source, target) = (entry.path(), folder.join(entry.file_name()));
        if let Err(error) = std::fs::rename(&source, &target) {
            for (source, target) in moved {
                std::fs::rename(&target, source).map_err(refused(&target))?;
            }
            return Err(refused(&target)(error));
        }
        moved.push((source, target));
    }
    Ok(())
}

impl NewSite {
    /// Returns the template's names and their replacements, in this order, so that a full name
    /// may contain the template's short one.
    fn words(&self) -> Result<Vec<(&'static str, &str)>, NewError> {
        let fault = |option, value: &str| {
            let value = value.to_owned();
            move |fault| NewError::Unusable {
                option,
                value,
                fault,
            }
        };
        let mut words = Vec::new();
        if let Some(name) = &self.short_name {
            Line::<30>::parse(name).map_err(fault("--short-name", name))?;
            words.push((SHORT_NAME, name.as_str()));
        }
        if let Some(name) = &self.name {
            Line::<60>::parse(name).map_err(fault("--name", name))?;
            words.push((NAME, name.as_str()));
        }
        if let Some(url) = &self.base_url {
            BaseUrl::parse(url).map_err(fault("--base-url", url))?;
            words.push((BASE_URL, url.as_str()));
        }
        Ok(words)
    }
}

/// Returns `true` if the path of the new folder is occupied.
fn is_taken(folder: &Path) -> Result<bool, WriteError> {
    if !folder.exists() {
        return Ok(folder.is_symlink());
    }
    if !folder.is_dir() {
        return Ok(true);
    }
    let mut entries = std::fs::read_dir(folder).map_err(refused(folder))?;
    Ok(entries.next().is_some())
}

/// Writes the files of the template, whose paths begin at its root, into a folder.
fn write_template(
    template: &Dir<'_>,
    words: &[(&str, &str)],
    folder: &Path,
) -> Result<usize, WriteError> {
    let mut files = 0;
    for file in template.files() {
        let path = folder.join(file.path());
        match file.contents_utf8() {
            Some(text) => write(&path, with_words(text, words, file.path()).as_bytes())?,
            None => write(&path, file.contents())?,
        }
        files += 1;
    }
    for inner in template.dirs() {
        files += write_template(inner, words, folder)?;
    }
    Ok(files)
}

fn with_words(text: &str, words: &[(&str, &str)], path: &Path) -> String {
    let is_json = path.extension().is_some_and(|ending| ending == "json");
    let mut text = text.to_owned();
    for (template, wanted) in words {
        text = if is_json {
            text.replace(template, &inside_json(wanted))
        } else {
            text.replace(template, wanted)
        };
    }
    text
}

/// Escapes a text for use between the quotes of a JSON string.
fn inside_json(text: &str) -> String {
    let quoted = serde_json::Value::from(text).to_string();
    quoted
        .get(1..quoted.len() - 1)
        .unwrap_or_default()
        .to_owned()
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent).map_err(refused(parent))?;
    }
    std::fs::write(path, bytes).map_err(refused(path))
}
