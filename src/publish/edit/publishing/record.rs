//! Record of the files that were published last, with which later changes are found.

use crate::publish::edit::disk;
use crate::publish::edit::reading::Reading;
use crate::publish::edit::refused::Outcome;
use crate::publish::edit::state::Editor;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::time::UNIX_EPOCH;

const FILE: &str = "published.json";
/// Number of changed files that are listed.
const MOST: usize = 200;

/// States of files by their paths in the site folder.
pub(super) type Record = BTreeMap<String, String>;

/// Returns the states of all files of a site.
pub(super) fn of(editor: &Editor, reading: &Reading) -> Record {
    let sources = reading.files.sources.par_iter();
    let sources = sources.map(|file| (file.path.clone(), disk::tag(&file.bytes)));
    let media = reading
        .files
        .media
        .keys()
        .map(|path| format!("media/{path}"));
    let root = reading.files.root.iter().map(|path| format!("root/{path}"));
    let others: Vec<String> = media.chain(root).collect();
    // These may be large, so their contents are not read.
    let others = others.into_par_iter().map(|path| {
        let about = std::fs::metadata(editor.folder.join(&path));
        let state = about.map_or_else(
            |_| String::new(),
            |about| {
                let changed = about.modified().ok();
                let changed = changed.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
                let seconds = changed.unwrap_or_default().as_secs();
                format!("{}-{seconds}", about.len())
            },
        );
        (path, state)
    });
    sources.chain(others).collect()
}

/// Keeps the record of what was published.
pub(super) fn keep(editor: &Editor, record: &Record) -> Outcome<()> {
    let json = serde_json::to_vec(record)?;
    Ok(disk::write(&editor.own(FILE), &json)?)
}

/// Returns the files that changed since the site was last published from the editor; `None` if it
/// never was.
pub(in crate::publish::edit) fn changed(
    editor: &Editor,
    reading: &Reading,
) -> Outcome<Option<Vec<String>>> {
    let Some(bytes) = disk::read(&editor.own(FILE))? else {
        return Ok(None);
    };
    let Ok(before) = serde_json::from_slice::<Record>(&bytes) else {
        return Ok(None);
    };
    let now = of(editor, reading);
    let new = now
        .iter()
        .filter(|(path, state)| before.get(*path) != Some(state));
    let gone = before.iter().filter(|(path, _)| !now.contains_key(*path));
    let mut paths: Vec<_> = new.chain(gone).map(|(path, _)| path.clone()).collect();
    paths.sort();
    paths.truncate(MOST);
    Ok(Some(paths))
}
