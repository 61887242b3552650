//! Media folder: its list, uploads, and deletion.

mod kind;
mod svg;

use super::disk;
use super::lists::{PAGE, paged};
use super::moment;
use super::reading::Reading;
use super::refused::{Outcome, Refused};
use super::state::Editor;
use super::words;
use crate::content::values::media::MediaInfo;
use crate::content::values::picture::FileContent;
use crate::publish::pictures::{ReduceError, Reduced, reduce};
use crate::publish::source::media::read_info;
use crate::publish::source::read::SiteFiles;
use crate::publish::source::walk::MEDIA;
use crate::wire::edit::{MediaFile, MediaList, Uploaded};
use axum::http::StatusCode;
use kind::{Kind, kind_of};
use std::path::Path;

/// Greatest number of bytes of a file.
pub(super) const MOST: usize = 50 << 20;
/// Number of characters of a name without its extension.
const LONGEST: usize = 60;

/// Returns a page of the files whose paths contain a text.
pub(super) fn list(
    editor: &Editor,
    text: &str,
    asked: usize,
    are_pictures: bool,
) -> Outcome<MediaList> {
    let reading = editor.reading()?;
    let text = text.to_lowercase();
    let mut found: Vec<_> = reading
        .files
        .media
        .iter()
        .filter(|(path, info)| {
            (!are_pictures || is_picture(info)) && path.to_lowercase().contains(&text)
        })
        .collect();
    // Folders are years, so the newest come first.
    found.reverse();
    let (page, pages) = paged(found.len(), asked);
    let shown = found.iter().skip((page - 1) * PAGE).take(PAGE);
    Ok(MediaList {
        total: found.len(),
        page,
        pages,
        files: shown
            .map(|(path, info)| told(&reading, path, info))
            .collect(),
    })
}

fn is_picture(info: &MediaInfo) -> bool {
    matches!(info.content, FileContent::Picture(_))
}

fn told(reading: &Reading, path: &str, info: &MediaInfo) -> MediaFile {
    let uses = reading.entries().filter(|entry| entry.uses(path));
    MediaFile {
        path: path.to_owned(),
        bytes: info.bytes,
        size: info.width.zip(info.height),
        is_picture: is_picture(info),
        uses: uses
            .map(|entry| (entry.kind, entry.id.clone(), entry.title.clone()))
            .collect(),
    }
}

/// Takes a file into the media folder, under a name of its own.
pub(super) fn upload(editor: &Editor, name: &str, bytes: &[u8]) -> Outcome<Uploaded> {
    if MOST < bytes.len() {
        let status = StatusCode::PAYLOAD_TOO_LARGE;
        return Err(Refused::new(status, "too-large", words::TOO_LARGE));
    }
    let kind = kind_of(bytes);
    let kind = kind.ok_or_else(|| Refused::unfit("not-taken", words::NOT_TAKEN))?;
    let mut notes = Vec::new();
    let mut extension = kind.extension();
    let reduced;
    let taken = match kind {
        Kind::Pixels(_) => match reduce(bytes) {
            Ok(Some(picture)) => {
                notes = told_of(&picture, bytes.len());
                extension = picture.extension;
                reduced = picture.bytes;
                &reduced
            }
            Ok(None) => bytes,
            Err(ReduceError::TooManyPixels) => {
                return Err(Refused::unfit("too-many-pixels", words::TOO_MANY_PIXELS));
            }
            Err(ReduceError::Damaged) => return Err(Refused::unfit("damaged", words::DAMAGED)),
        },
        Kind::Svg if !svg::is_passive(bytes) => {
            return Err(Refused::unfit("active-svg", words::ACTIVE_SVG));
        }
        _ => bytes,
    };
    let _writing = editor.hold();
    let reading = editor.reading()?;
    let path = free_path(&editor.folder, &reading, name, kind, extension)?;
    let file = disk::inside(&editor.folder, &format!("{MEDIA}/{path}"))?;
    disk::write(&file, taken)?;
    let info = read_info(&file)?;
    let mut files = SiteFiles::clone(&reading.files);
    files.media.insert(path.clone(), info);
    let (problems, routes) = (reading.problems.clone(), reading.routes.clone());
    let reading = Reading::new(files, problems, routes, Some(&reading));
    notes.push(words::renamed(&path));
    let file = told(&reading, &path, &info);
    editor.wrote(&format!("{MEDIA}/{path}"), reading);
    Ok(Uploaded { file, notes })
}

fn told_of(picture: &Reduced, before: usize) -> Vec<String> {
    let mut notes = Vec::new();
    if picture.was_turned {
        notes.push(words::TURNED.to_owned());
    }
    let [from, to] = picture.sizes;
    if from != to {
        notes.push(words::shrunk(from, to));
    }
    if picture.had_metadata {
        notes.push(words::REMOVED_METADATA.to_owned());
    }
    if picture.had_profile {
        notes.push(words::CONVERTED.to_owned());
    }
    if picture.bytes.len() < before {
        notes.push(words::lighter(before, picture.bytes.len()));
    }
    notes
}

/// Returns a path that no file has: the year, and a name of ASCII letters.
fn free_path(
    folder: &Path,
    reading: &Reading,
    name: &str,
    kind: Kind,
    extension: &str,
) -> Outcome<String> {
    let now = moment::now();
    let year = now.get(..4).unwrap_or_default();
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let stem = slug(stem);
    let stem = match stem.as_str() {
        "" => kind.usual_name(),
        stem => stem,
    };
    let mut number = 1;
    loop {
        let path = match number {
            1 => format!("{year}/{stem}.{extension}"),
            _ => format!("{year}/{stem}-{number}.{extension}"),
        };
        // Some systems do not distinguish capital letters.
        let is_taken = |other: &String| other.eq_ignore_ascii_case(&path);
        let is_name = disk::is_name(path.rsplit('/').next().unwrap_or_default());
        if is_name
            && !reading.files.media.keys().any(is_taken)
            && disk::read(&disk::inside(folder, &format!("{MEDIA}/{path}"))?)?.is_none()
        {
            return Ok(path);
        }
        number += 1;
    }
}

fn slug(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words: Vec<_> = words
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    let slug: String = words.join("-").chars().take(LONGEST).collect();
    slug.trim_end_matches('-').to_owned()
}

/// Deletes a file that nothing uses; it goes to the bin.
pub(super) fn delete(editor: &Editor, path: &str) -> Outcome<()> {
    let _writing = editor.hold();
    let reading = editor.reading()?;
    let absent = || Refused::not_found(words::NO_MEDIA);
    if !reading.files.media.contains_key(path) {
        return Err(absent());
    }
    let uses = reading.entries().filter(|entry| entry.uses(path));
    let titles: Vec<_> = uses.map(|entry| entry.title.clone()).collect();
    if !titles.is_empty() {
        return Err(Refused::conflict("used", words::used(&titles)));
    }
    let file = disk::inside(&editor.folder, &format!("{MEDIA}/{path}"))?;
    let bytes = disk::read(&file)?.ok_or_else(absent)?;
    let name = format!("{}-{}", moment::stamp(), path.replace('/', "~"));
    if !disk::is_name(&name) {
        return Err(Refused::unfit("bad-name", words::BAD_NAME));
    }
    disk::write(&editor.own("trash").join(MEDIA).join(name), &bytes)?;
    std::fs::remove_file(&file)?;
    let mut files = SiteFiles::clone(&reading.files);
    files.media.remove(path);
    let (problems, routes) = (reading.problems.clone(), reading.routes.clone());
    let after = Reading::new(files, problems, routes, Some(&reading));
    editor.wrote(&format!("{MEDIA}/{path}"), after);
    Ok(())
}
