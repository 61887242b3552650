//! Earlier versions of files, and deleted files.

use super::disk;
use super::index::{title, value_of};
use super::moment;
use super::refused::{Outcome, Refused};
use super::state::Editor;
use super::words;
use crate::wire::edit::{Comparison, ItemKind, Version};
use std::path::PathBuf;

const VERSIONS: &str = "versions";
const BIN: &str = "trash";
/// Separator of kind, id and moment in the name of a deleted file.
const SEPARATOR: char = '~';
/// Number of versions of a file that are kept.
const MOST: usize = 200;

fn folder(editor: &Editor, kind: ItemKind, id: &str) -> Outcome<PathBuf> {
    let name = format!("{}-{id}", kind.slug());
    if !disk::is_name(&name) {
        return Err(Refused::unfit("bad-name", words::BAD_NAME));
    }
    Ok(editor.own(VERSIONS).join(name))
}

/// Keeps the bytes that a file has before it is written.
pub(super) fn keep(editor: &Editor, kind: ItemKind, id: &str, bytes: &[u8]) -> Outcome<()> {
    let folder = folder(editor, kind, id)?;
    let names = disk::names(&folder)?;
    let last = names.last().map(|name| folder.join(name));
    // The same bytes twice in a row are one version.
    if last.is_some_and(|last| std::fs::read(last).is_ok_and(|before| before == bytes)) {
        return Ok(());
    }
    let file = |stamp: &str| folder.join(format!("{stamp}.json"));
    let stamp = moment::free_stamp(|stamp| file(stamp).exists());
    disk::write(&file(&stamp), bytes)?;
    for name in names.iter().rev().skip(MOST) {
        // An old version that cannot be removed does no harm.
        _ = std::fs::remove_file(folder.join(name));
    }
    Ok(())
}

/// Keeps the bytes of a file before it is deleted.
pub(super) fn bin(editor: &Editor, kind: ItemKind, id: &str, bytes: &[u8]) -> Outcome<()> {
    let (kind, folder) = (kind.slug(), editor.own(BIN));
    let name = |stamp: &str| format!("{kind}{SEPARATOR}{id}{SEPARATOR}{stamp}.json");
    let name = name(&moment::free_stamp(|stamp| {
        folder.join(name(stamp)).exists()
    }));
    if !disk::is_name(&name) {
        return Err(Refused::unfit("bad-name", words::BAD_NAME));
    }
    Ok(disk::write(&folder.join(name), bytes)?)
}

/// Returns the versions of an item, the last first.
pub(super) fn list(editor: &Editor, kind: ItemKind, id: &str) -> Outcome<Vec<Version>> {
    let folder = folder(editor, kind, id)?;
    let names = disk::names(&folder)?;
    let versions = names.iter().rev().filter_map(|name| {
        let stamp = name.strip_suffix(".json")?;
        let bytes = std::fs::read(folder.join(name)).ok()?;
        moment::is_stamp(stamp).then(|| version(kind, id, stamp, stamp, &bytes))
    });
    Ok(versions.collect())
}

/// Returns the deleted files, the last first.
pub(super) fn deleted(editor: &Editor) -> Outcome<Vec<Version>> {
    let folder = editor.own(BIN);
    let versions = disk::names(&folder)?.into_iter().filter_map(|name| {
        let name = name.strip_suffix(".json")?;
        let (kind, id, stamp) = parts(name)?;
        let bytes = std::fs::read(folder.join(format!("{name}.json"))).ok()?;
        Some((stamp.to_owned(), version(kind, id, name, stamp, &bytes)))
    });
    let mut versions: Vec<_> = versions.collect();
    versions.sort_by(|(one, _), (other, _)| other.cmp(one));
    Ok(versions.into_iter().map(|(_, version)| version).collect())
}

fn parts(name: &str) -> Option<(ItemKind, &str, &str)> {
    let (kind, rest) = name.split_once(SEPARATOR)?;
    let (id, stamp) = rest.rsplit_once(SEPARATOR)?;
    moment::is_stamp(stamp).then_some((ItemKind::from_slug(kind)?, id, stamp))
}

fn version(kind: ItemKind, id: &str, name: &str, stamp: &str, bytes: &[u8]) -> Version {
    let value = value_of(bytes);
    Version {
        name: name.to_owned(),
        kind,
        id: id.to_owned(),
        title: value.map_or_else(|| id.to_owned(), |value| title(kind, id, &value)),
        until: moment::told(stamp),
    }
}

/// Returns a version and its bytes.
pub(super) fn get(
    editor: &Editor,
    kind: ItemKind,
    id: &str,
    name: &str,
) -> Outcome<(Version, Vec<u8>)> {
    let unknown = || Refused::not_found(words::NO_VERSION);
    if !moment::is_stamp(name) {
        return Err(unknown());
    }
    let file = folder(editor, kind, id)?.join(format!("{name}.json"));
    let bytes = disk::read(&file)?.ok_or_else(unknown)?;
    Ok((version(kind, id, name, name, &bytes), bytes))
}

/// Returns a deleted file and its bytes.
pub(super) fn get_deleted(editor: &Editor, name: &str) -> Outcome<(Version, Vec<u8>)> {
    let unknown = || Refused::not_found(words::NO_VERSION);
    let (kind, id, stamp) = parts(name).ok_or_else(unknown)?;
    let file = format!("{name}.json");
    if !disk::is_name(&file) {
        return Err(unknown());
    }
    let bytes = disk::read(&editor.own(BIN).join(file))?.ok_or_else(unknown)?;
    Ok((version(kind, id, name, stamp, &bytes), bytes))
}

/// Removes a file from the bin, as it has been restored.
pub(super) fn take_out(editor: &Editor, name: &str) {
    // It would be restored twice at worst.
    _ = std::fs::remove_file(editor.own(BIN).join(format!("{name}.json")));
}

/// Returns a version beside the current text.
pub(super) fn compare(version: Version, then: &[u8], now: Option<&[u8]>) -> Comparison {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Comparison {
        version,
        then: text(then),
        now: now.map(text),
    }
}
