//! What did not change is not written again.

use super::harness::sites::{SearchQuery, build_with, publish_to};
use crate::fixtures::{fixture, temporary, tree, write};
use std::fs::File;
use std::path::Path;
use std::time::{Duration, SystemTime};

/// A moment long before every test.
fn long_ago() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000)
}

/// A copy of the site that has something of everything.
fn everything() -> tempfile::TempDir {
    let site = temporary();
    for (path, bytes) in tree(&fixture("everything/site")) {
        write(site.path(), &path, bytes);
    }
    site
}

/// Makes a portal's files old, and gives their names.
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
    // One of another length, one of the same, one of a picture, one that is no file.
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

#[test]
fn an_edit_leaves_the_time_of_every_file_that_says_the_same() {
    const ARTICLE: &str = "content/articles/2025/2025-05-06-follow-up.json";
    let (site, place) = (everything(), temporary());
    let (out, anew) = (place.path().join("site"), place.path().join("anew"));
    let compressed = SearchQuery {
        compress: true,
        ..SearchQuery::default()
    };
    let publish = |out: &Path| {
        build_with(site.path(), out, compressed).unwrap_or_else(|error| panic!("{error}"));
        tree(out)
    };
    let before = publish(&out);
    age(&out);
    let text = std::fs::read_to_string(site.path().join(ARTICLE)).expect("the site has it");
    let edited = text.replace("已经落实三项", "已经落实四项");
    assert_ne!(edited, text);
    write(site.path(), ARTICLE, edited);

    let after = publish(&out);
    for (path, bytes) in &after {
        let is_same = before.get(path) == Some(bytes);
        assert_eq!(is_old(&out.join(path)), is_same, "{path}");
    }
    let kept = after.keys().filter(|path| is_old(&out.join(path))).count();
    assert!(kept * 2 > after.len(), "{kept} of {} files", after.len());
    assert!(publish(&anew) == after, "the portals differ");
}

/// The old file and the new one are two names of one file for a moment; only the new portal
/// may be written to.
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
