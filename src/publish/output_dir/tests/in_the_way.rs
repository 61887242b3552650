//! Tests with files of others at paths of the new portal.

use super::{NEW, Scene, seen, texts};
use crate::publish::output_dir::{ForeignCount, Staging, WriteError};
use crate::publish::progress::Unobserved;
use std::fs;
use std::path::{Path, PathBuf};

#[track_caller]
fn check_in_the_way(make: impl Fn(&Path), expected: &str) {
    let scene = Scene::new();
    make(&scene.out());
    let before = seen(&scene.out());
    let staging = Staging::new(scene.place(), &Unobserved);
    let staging = staging.expect("the folder is ours");
    for (path, text) in NEW {
        let written = staging.write(path, text.as_bytes());
        written.expect("the folder is ours");
    }
    let error = staging.publish().expect_err("something is in the way");
    let WriteError::InTheWay(paths) = error else {
        panic!("{error}");
    };
    assert_eq!(paths, [scene.out().join(expected)]);
    assert_eq!(seen(&scene.out()), before);
    assert_eq!(scene.beside(), [""; 0]);
}

#[test]
fn foreign_files_in_the_way_of_the_portal_are_named() {
    let folder = |path: PathBuf| fs::create_dir_all(path).expect("the folder is ours");
    let file = |path: PathBuf| fs::write(path, "mine").expect("the folder is ours");
    check_in_the_way(
        |out| {
            folder(out.join("new"));
            file(out.join("new/index.html"));
        },
        "new/index.html",
    );
    check_in_the_way(|out| file(out.join("new")), "new");
    check_in_the_way(|out| folder(out.join("new/index.html")), "new/index.html");
    check_in_the_way(
        |out| {
            fs::remove_file(out.join("404.html")).expect("the folder is ours");
            folder(out.join("404.html"));
        },
        "404.html",
    );
    #[cfg(unix)]
    check_in_the_way(
        |out| {
            fs::rename(out.join("media"), out.join("elsewhere")).expect("the folder is ours");
            std::os::unix::fs::symlink("elsewhere", out.join("media")).expect("it is ours");
        },
        "media",
    );
}

#[cfg(unix)]
#[test]
fn a_foreign_folder_may_get_files_of_the_portal() {
    let scene = Scene::new();
    scene.write("out", &[("new/mine.txt", "mine")]);
    let before = scene.foreign();
    let staging = Staging::new(scene.place(), &Unobserved);
    let staging = staging.expect("the folder is ours");
    for (path, text) in NEW {
        let written = staging.write(path, text.as_bytes());
        written.expect("the folder is ours");
    }
    let published = staging.publish().expect("nothing is in the way");
    let (changes, leftover) = published.clear_up();
    assert!(leftover.is_none(), "{leftover:?}");
    let expected = ForeignCount {
        files: 6,
        folders: 7,
    };
    assert_eq!(changes.foreign, expected);
    assert_eq!((changes.added, changes.changed, changes.removed), (1, 2, 1));
    assert_eq!((scene.own(), scene.foreign()), (texts(&NEW), before));
}
