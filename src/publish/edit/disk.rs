//! Files of a site folder, which are replaced as a whole or not at all.

use super::refused::{Outcome, Refused};
use super::words;
use sha2::{Digest as _, Sha256};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// Folder of the editor in a site folder.
pub(super) const OWN: &str = ".portal";

/// Names of devices on Windows, which are no files whatever their extension.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Returns the name of the state of a file.
pub(super) fn tag(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let digits: String = digest
        .iter()
        .take(12)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("\"{digits}\"")
}

/// Returns the file at a path inside of a folder.
///
/// # Errors
/// Refuses paths that lead out of the folder, also by links, and names that no system may have.
pub(super) fn inside(folder: &Path, path: &str) -> Outcome<PathBuf> {
    let refused = || Refused::unfit("bad-name", words::BAD_NAME);
    if path.is_empty() || !path.split('/').all(is_name) {
        return Err(refused());
    }
    let is_plain = |part| matches!(part, Component::Normal(_));
    if !Path::new(path).components().all(is_plain) {
        return Err(refused());
    }
    let root = folder.canonicalize()?;
    let wanted = root.join(path);
    // What does not exist yet cannot be a link.
    let there = wanted
        .ancestors()
        .find(|above| above.symlink_metadata().is_ok());
    let there = there.unwrap_or(&root);
    let real = there.canonicalize();
    let real = real.map_err(|_| Refused::unfit("leads-out", words::LEADS_OUT))?;
    if !real.starts_with(&root) {
        return Err(Refused::unfit("leads-out", words::LEADS_OUT));
    }
    let rest = wanted.strip_prefix(there).unwrap_or(Path::new(""));
    Ok(if rest.as_os_str().is_empty() {
        real
    } else {
        real.join(rest)
    })
}

/// Returns `true` if a name can be that of a file on every system.
pub(super) fn is_name(name: &str) -> bool {
    let is_wrong = |letter: char| letter.is_control() || r#"<>:"\|?*/"#.contains(letter);
    let stem = name
        .split('.')
        .next()
        .unwrap_or_default()
        .trim_end()
        .to_ascii_lowercase();
    let is_port = |prefix: &str| {
        let number = stem.strip_prefix(prefix).map(str::chars);
        number.is_some_and(|mut rest| {
            rest.next()
                .is_some_and(|digit| digit.is_ascii_digit() || "¹²³".contains(digit))
                && rest.next().is_none()
        })
    };
    !name.is_empty()
        && name.len() <= 200
        && !name.contains(is_wrong)
        && !name.ends_with(['.', ' '])
        && !name.starts_with(' ')
        && name != "."
        && name != ".."
        && !DEVICES.contains(&stem.as_str())
        && !is_port("com")
        && !is_port("lpt")
}

/// Writes a file in one step: whoever reads it finds the old or the new bytes.
pub(super) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let folder = path.parent().unwrap_or(Path::new("."));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    fs::create_dir_all(folder)?;
    if let Some(own) = path.ancestors().find(|above| above.ends_with(OWN)) {
        keep_out_of_git(own)?;
    }
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    // Hidden, so that it is not read as content.
    let beside = folder.join(format!(".{name}.{}-{count}.tmp", std::process::id()));
    let written = write_new(&beside, path, bytes).and_then(|()| replace(&beside, path));
    if written.is_err() {
        // What could not be written may not exist.
        _ = fs::remove_file(&beside);
    } else if cfg!(unix)
        && let Ok(folder) = File::open(folder)
    {
        // The file itself is on the disk; some file systems cannot do this with a folder.
        _ = folder.sync_all();
    }
    written
}

/// Keeps unfinished and deleted texts out of a repository that the site folder belongs to.
fn keep_out_of_git(folder: &Path) -> io::Result<()> {
    match File::create_new(folder.join(".gitignore")) {
        Ok(mut file) => file.write_all(b"*\n"),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error),
    }
}

fn write_new(beside: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(beside)?;
    file.write_all(bytes)?;
    if let Ok(old) = fs::metadata(path) {
        file.set_permissions(old.permissions())?;
    }
    file.sync_all()
}

/// Renames a file. On Windows virus scanners hold new files open for a moment.
pub(super) fn replace(from: &Path, to: &Path) -> io::Result<()> {
    let mut tries = 0;
    loop {
        match fs::rename(from, to) {
            Err(error)
                if cfg!(windows) && tries < 20 && matches!(error.raw_os_error(), Some(5 | 32)) =>
            {
                tries += 1;
                std::thread::sleep(Duration::from_millis(10));
            }
            outcome => return outcome,
        }
    }
}

/// Reads a file; returns `None` if it does not exist.
pub(super) fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Returns the names of the files of a folder, sorted; none if it does not exist.
pub(super) fn names(folder: &Path) -> io::Result<Vec<String>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry?;
        if entry.file_type()?.is_file()
            && let Some(name) = entry
                .file_name()
                .to_str()
                .filter(|name| !name.starts_with('.'))
        {
            names.push(name.to_owned());
        }
    }
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_files_everywhere() {
        for (name, expected) in [
            ("a.json", true),
            ("联盟.json", true),
            ("..", false),
            ("a:b", false),
            ("a\\b", false),
            ("nul", false),
            ("NUL.json", false),
            ("com1.txt", false),
            ("com10.txt", true),
            ("a.", false),
            ("", false),
        ] {
            assert_eq!(is_name(name), expected, "{name}");
        }
    }
}
