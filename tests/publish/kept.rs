//! Tests that unchanged files are not written again.

use super::harness::sites::{generated, publish_to};
use crate::fixtures::{fixture, temporary, tree, write};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::Path;
use std::time::{Duration, SystemTime};

/// Returns a time long before every test.
fn long_ago() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000)
}

/// Copies the demo site, which has content of every kind.
fn everything() -> tempfile::TempDir {
    let site = temporary();
    for (path, bytes) in tree(&fixture("everything/site")) {
        write(site.path(), &path, bytes);
    }
    site
}

/// Sets the times of a portal's files to the past, and returns their names.
fn age(folder: &Path) -> Vec<String> {
    let names: Vec<String> = tree(folder).into_keys().collect();
    for name in &names {
        let file = File::options().write(true).open(folder.join(name));
        let file = file.unwrap_or_else(|error| panic!("{name}: {error}"));
        file.set_modified(long_ago())
            .unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    names
}

fn is_old(file: &Path) -> bool {
    let about = std::fs::metadata(file).unwrap_or_else(|error| panic!("{file:?}: {error}"));
    about
        .modified()
        .is_ok_and(|modified| modified == long_ago())
}

#[test]
fn files_that_stay_as_they_were_keep_their_time() {
    let (site, place) = (everything(), temporary());
    let out = place.path().join("site");
    publish_to(site.path(), &out);
    let names = age(&out);

    let changes = publish_to(site.path(), &out).changes;
    assert_eq!((changes.kept, changes.files()), (names.len(), names.len()));
    let written: Vec<_> = names
        .iter()
        .filter(|name| !is_old(&out.join(name)))
        .collect();
    assert!(written.is_empty(), "{written:?}");
}

#[test]
fn what_changed_is_written_and_counted() {
    let (site, place) = (everything(), temporary());
    let out = place.path().join("site");
    write(site.path(), "root/left-over.txt", "from another time");
    publish_to(site.path(), &out);
    age(&out);
    std::fs::remove_file(site.path().join("root/left-over.txt")).expect("it is ours");
    write(site.path(), "root/added.txt", "new");
    let before = tree(&out);

    let changes = publish_to(site.path(), &out).changes;
    let after = tree(&out);
    let changed: Vec<_> = after
        .iter()
        .filter(|(path, bytes)| before.get(*path) != Some(bytes))
        .map(|(path, _)| path.as_str())
        .collect();
    assert_eq!(changed, [".portal-files", "added.txt"]);
    assert!(!is_old(&out.join("added.txt")));
    assert_eq!((changes.added, changes.changed, changes.removed), (1, 1, 1));
}

#[test]
fn a_file_that_was_edited_in_place_is_made_good() {
    let (site, place) = (everything(), temporary());
    let out = place.path().join("site");
    publish_to(site.path(), &out);
    let sound = tree(&out);
    age(&out);
    // A file of another length, one of the same length, a picture, and one that was removed and
    // created again.
    write(&out, "index.html", "mine");
    let robots = sound.get("robots.txt").expect("every portal has one");
    write(&out, "robots.txt", vec![b'x'; robots.len()]);
    let picture = sound.keys().find(|path| path.starts_with("media/"));
    let picture = picture.expect("the site has media");
    write(&out, picture, "mine");
    std::fs::remove_file(out.join("404.html")).expect("every portal has one");
    write(&out, "404.html", "mine");

    let changes = publish_to(site.path(), &out).changes;
    assert!(tree(&out) == sound, "the edit is still there");
    assert_eq!((changes.added, changes.changed, changes.removed), (0, 4, 0));
}

/// Creates a site whose articles have few words in common.
fn of_many_words() -> tempfile::TempDir {
    let site = generated(150);
    let mut seed = 1_u32;
    for number in 1..=150 {
        let path = format!("content/articles/article-{number:04}.json");
        let text = std::fs::read_to_string(site.path().join(&path)).expect("it was generated");
        let letter = |_| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            char::from_u32(0x4e00 + (seed >> 8) % 0x5000).expect("a Chinese character")
        };
        let body: String = (0..600).map(letter).collect();
        write(site.path(), &path, text.replace("内容均为虚构。", &body));
    }
    site
}

#[cfg(unix)]
#[test]
fn search_files_that_say_the_same_get_their_new_names_and_are_not_written_again() {
    use std::os::unix::fs::MetadataExt as _;
    let (site, place) = (of_many_words(), temporary());
    let out = place.path().join("site");
    let files = || {
        let files = tree(&out).into_keys();
        let about = files.map(|name| (std::fs::metadata(out.join(&name)), name));
        about.map(|(about, name)| (name, about.expect("the folder is ours").ino()))
    };
    publish_to(site.path(), &out);
    let before: BTreeMap<String, u64> = files().collect();
    let path = "content/articles/article-0007.json";
    let text = std::fs::read_to_string(site.path().join(path)).expect("it was generated");
    // At the end, because all positions after an edit change.
    let (body, rest) = text
        .split_once("\",\"members")
        .expect("a text and its members");
    let edited = format!("{body}后来加的\",\"members{rest}");
    write(site.path(), path, edited);

    publish_to(site.path(), &out);
    let of_index = |name: &str| name.starts_with("data/search/files/");
    let named = files().filter(|(name, _)| of_index(name) && !before.contains_key(name));
    let numbers: BTreeSet<u64> = before.values().copied().collect();
    let (renamed, written): (Vec<_>, Vec<_>) =
        named.partition(|(_, number)| numbers.contains(number));
    let (renamed, written) = (renamed.len(), written.len());
    assert!(
        renamed > 50 && written < renamed,
        "{renamed} are renamed, {written} are written"
    );
    // The result is the same as in an empty folder.
    let anew = place.path().join("anew");
    publish_to(site.path(), &anew);
    assert!(tree(&anew) == tree(&out), "the portals differ");
}

/// The old and the new file are hard links to one file for a moment; only the new portal may
/// be written to.
#[cfg(unix)]
#[test]
fn a_link_in_the_portal_is_replaced_and_what_it_leads_to_left_alone() {
    let (site, place) = (everything(), temporary());
    let out = place.path().join("site");
    publish_to(site.path(), &out);
    let robots = out.join("robots.txt");
    let mine = place.path().join("mine.txt");
    std::fs::rename(&robots, &mine).expect("the folder is ours");
    std::os::unix::fs::symlink(&mine, &robots).expect("the folder is ours");

    publish_to(site.path(), &out);
    let about = std::fs::symlink_metadata(&robots).expect("every portal has one");
    assert!(about.is_file(), "{about:?}");
    assert!(mine.is_file());
}
