//! Tests that files of others in a portal's folder survive every build, whenever it is killed.

mod in_the_way;

use super::file_list::{FILE_LIST, FileList, UNFINISHED};
use super::files::{remove_unfinished, second_name};
use super::foreign::Foreign;
use super::retire::retire;
use super::swap::{exchange, swap, swap_by_renames};
use super::target::{Target, TargetError};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use walkdir::WalkDir;

const OLD: [(&str, &str); 5] = [
    ("404.html", "lost"),
    ("a/index.html", "a"),
    ("gone/index.html", "gone"),
    ("index.html", "home"),
    ("media/a.pdf", "a"),
];

/// The new portal; files with the same texts as in [`OLD`] are unchanged.
const NEW: [(&str, &str); 5] = [
    ("404.html", "lost"),
    ("a/index.html", "changed"),
    ("index.html", "home"),
    ("media/a.pdf", "a"),
    ("new/index.html", "new"),
];

const FOREIGN: [(&str, &str); 8] = [
    (".git/HEAD", "main"),
    (".git/objects/ab/cd", "blob"),
    (".well-known/security.txt", "mail"),
    ("CNAME", "www.example.org"),
    ("a/notes.txt", "notes"),
    ("gone/left.txt", "left"),
    ("media/mine/b.pdf", "b"),
    ("资料/年 报.txt", "报"),
];

const FOREIGN_FOLDERS: [&str; 3] = ["empty", "gone/empty", "media/mine/none"];

#[cfg(unix)]
const LINKS: [(&str, &str); 3] = [
    ("link", "CNAME"),
    ("gone/dangling", "nowhere"),
    ("folder", "/"),
];

/// Contents by path, without following links.
type Seen = BTreeMap<String, String>;

/// A site, and a portal with files of others in it.
struct Scene(TempDir);

impl Scene {
    fn new() -> Self {
        let scene = Self(tempfile::tempdir().expect("a temporary folder"));
        fs::create_dir_all(scene.path("site/content")).expect("the folder is ours");
        scene.write("out", &OLD);
        scene.write_list("out", &OLD);
        scene.write("out", &FOREIGN);
        for path in FOREIGN_FOLDERS {
            fs::create_dir_all(scene.out().join(path)).expect("the folder is ours");
        }
        #[cfg(unix)]
        for (path, to) in LINKS {
            std::os::unix::fs::symlink(to, scene.out().join(path)).expect("the folder is ours");
        }
        scene
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn out(&self) -> PathBuf {
        self.path("out")
    }

    fn write(&self, folder: &str, files: &[(&str, &str)]) {
        for (path, text) in files {
            let path = self.path(folder).join(path);
            let parent = path.parent().expect("a file has a folder");
            fs::create_dir_all(parent).expect("the folder is ours");
            fs::write(path, text).expect("the folder is ours");
        }
    }

    fn write_list(&self, folder: &str, files: &[(&str, &str)]) {
        let json = list(files).to_json().expect("strings are JSON");
        fs::write(self.path(folder).join(FILE_LIST), json).expect("the folder is ours");
    }

    fn take(&self) -> Result<Target, TargetError> {
        Target::take(&self.out(), &self.path("site"))
    }

    fn place(&self) -> Target {
        self.take().expect("the place can be taken")
    }

    /// Returns the hidden names beside the portal and the site.
    fn beside(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).expect("the folder is ours");
        let names = entries.map(|entry| entry.expect("the folder is ours").file_name());
        let names = names.map(|name| name.to_string_lossy().into_owned());
        names.filter(|name| name.starts_with('.')).collect()
    }

    /// Returns everything in the portal's folder that is in no list.
    fn foreign(&self) -> Seen {
        let mut seen = seen(&self.out());
        let own = |path: &&str| list(&OLD).has(path.as_ref()) || list(&NEW).has(path.as_ref());
        let is_above = |path: &str| {
            let path = Path::new(path);
            list(&OLD).has_below(path) || list(&NEW).has_below(path)
        };
        seen.retain(|path, _| !own(&path.as_str()) && !is_above(path));
        seen
    }

    /// Returns the portal's own files.
    fn own(&self) -> Seen {
        let mut seen = seen(&self.out());
        seen.retain(|path, _| {
            let path: &Path = path.as_ref();
            list(&OLD).has(path) || list(&NEW).has(path)
        });
        seen.remove(FILE_LIST);
        seen
    }

    /// Publishes as a build does, up to a step, in the middle of which it is killed.
    fn publish_up_to(&self, steps: usize, by_renames: bool) -> bool {
        let mut left = steps;
        let mut step = |half: &dyn Fn()| {
            if left == 0 {
                half();
                return false;
            }
            left -= 1;
            true
        };
        let nothing: &dyn Fn() = &|| ();
        let place = self.place();
        let (new, out) = (place.new_folder(), self.out());
        let (old_list, new_list) = (list(&OLD), list(&NEW));
        let link = |path: &str| {
            second_name(&out.join(path), &new.join(path)).expect("the folder is ours");
        };

        if !step(&|| fs::create_dir(&new).expect("the folder is ours")) {
            return false;
        }
        fs::create_dir(&new).expect("the folder is ours");
        fs::write(new.join(UNFINISHED), "").expect("the folder is ours");
        if !step(&|| self.write(".out.portal-new", &NEW[1..2])) {
            return false;
        }
        self.write(".out.portal-new", &[NEW[1], NEW[4]]);
        self.write_list(".out.portal-new", &NEW);
        if !step(&|| link("404.html")) {
            return false;
        }
        for (path, _) in NEW.iter().filter(|file| OLD.contains(file)) {
            link(path);
        }
        let foreign = Foreign::find(&out, &old_list).expect("the folder is ours");
        if !step(&|| link("CNAME")) {
            return false;
        }
        foreign.carry(&out, &new).expect("the folder is ours");
        let half_of_renames: &dyn Fn() =
            &|| fs::rename(&out, place.old()).expect("the folder is ours");
        if !step(if by_renames { half_of_renames } else { nothing }) {
            return false;
        }
        let old = if by_renames {
            swap_by_renames(&new, &out, place.old()).expect("the folder is ours")
        } else {
            let old = swap(&new, &out, place.old()).expect("the folder is ours");
            old.expect("there was a portal")
        };
        if !step(nothing) {
            return false;
        }
        place.finish().expect("the folder is ours");
        let half_settled = || _ = exchange(&old.join(".git"), &out.join(".git"));
        if !step(&half_settled) {
            return false;
        }
        foreign
            .settle(&old, &out, &new_list)
            .expect("the folder is ours");
        let half_retired = || {
            for path in ["index.html", "a/index.html", "CNAME", "gone/left.txt"] {
                fs::remove_file(old.join(path)).expect("the folder is ours");
            }
            fs::remove_dir_all(old.join(".git")).expect("the folder is ours");
        };
        if !step(&half_retired) {
            return false;
        }
        let removed = retire(&old, &old_list, &out, &new_list).expect("the folder is ours");
        assert_eq!(removed, OLD.len() + 1);
        true
    }
}

fn list(files: &[(&str, &str)]) -> FileList {
    files.iter().map(|(path, _)| *path).collect()
}

fn seen(folder: &Path) -> Seen {
    let entries = WalkDir::new(folder).min_depth(1).into_iter();
    let entries = entries.map(|entry| entry.expect("the folder is ours"));
    let what = |path: &Path, kind: fs::FileType| {
        if kind.is_symlink() {
            let to = fs::read_link(path).expect("the folder is ours");
            format!("-> {}", to.display())
        } else if kind.is_dir() {
            "a folder".to_owned()
        } else {
            fs::read_to_string(path).expect("the folder is ours")
        }
    };
    let named = entries.map(|entry| {
        let path = entry.path().strip_prefix(folder).expect("it is inside");
        let path = path.to_string_lossy().replace('\\', "/");
        (path, what(entry.path(), entry.file_type()))
    });
    named.collect()
}

fn texts(files: &[(&str, &str)]) -> Seen {
    let texts = files.iter();
    texts
        .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
        .collect()
}

#[test]
fn whenever_a_build_is_killed_nothing_foreign_is_lost() {
    for by_renames in [false, true] {
        for steps in 0.. {
            let scene = Scene::new();
            let before = scene.foreign();
            let is_done = scene.publish_up_to(steps, by_renames);
            let at = format!("step {steps}, by renames: {by_renames}");
            if !by_renames {
                assert_eq!(scene.foreign_at_rest(), before, "killed in {at}");
            }
            drop(scene.place());
            assert_eq!(scene.foreign(), before, "after {at}");
            assert_eq!(scene.beside(), [""; 0], "after {at}");
            let (own, old, new) = (scene.own(), texts(&OLD), texts(&NEW));
            assert!(own == old || own == new, "after {at}: {own:?}");
            assert!(!is_done || own == new, "{own:?}");
            if is_done {
                assert!(steps > 6, "{steps}");
                break;
            }
        }
    }
}

impl Scene {
    /// Returns the foreign files in the portal's folder, except the marker of an unfinished one.
    fn foreign_at_rest(&self) -> Seen {
        let mut foreign = self.foreign();
        foreign.remove(UNFINISHED);
        foreign
    }
}

#[test]
fn clearing_up_may_be_killed_too() {
    let scene = Scene::new();
    let before = scene.foreign();
    scene.publish_up_to(3, false);
    // A half-removed folder that was never the portal is removed.
    for path in ["404.html", FILE_LIST] {
        fs::remove_file(scene.path(".out.portal-new").join(path)).expect("it was written");
    }
    drop(scene.place());
    assert_eq!((scene.own(), scene.foreign()), (texts(&OLD), before));
    assert_eq!(scene.beside(), [""; 0]);
}

/// Checks that owners of foreign folders notice nothing, even if they work in them or have closed
/// them to others.
#[cfg(target_os = "linux")]
#[test]
fn foreign_files_and_folders_are_the_same_ones_afterwards() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    let scene = Scene::new();
    let closed = fs::Permissions::from_mode(0o711);
    fs::set_permissions(scene.out().join(".git/objects"), closed).expect("it is ours");
    let facts = || -> Vec<(u64, u32)> {
        let paths = scene.foreign().into_keys();
        let about = paths.map(|path| scene.out().join(path).symlink_metadata());
        let about = about.map(|about| about.expect("it is there"));
        about.map(|about| (about.ino(), about.mode())).collect()
    };
    let before = facts();
    assert!(scene.publish_up_to(usize::MAX, false));
    assert_eq!(facts(), before);
}

#[test]
fn what_came_while_the_portals_changed_places_is_brought_to_the_new_one() {
    let scene = Scene::new();
    scene.publish_up_to(5, true);
    let late = [
        ("late.txt", "late"),
        ("资料/late.txt", "late"),
        ("CNAME", "moved.example.org"),
    ];
    let old = scene.path(".out.portal-old");
    fs::remove_file(old.join("CNAME")).expect("it is there");
    scene.write(".out.portal-old", &late);
    let (old_list, new_list) = (list(&OLD), list(&NEW));
    let foreign = Foreign::find(&old, &old_list).expect("the folder is ours");
    let settled = foreign.settle(&old, &scene.out(), &new_list);
    settled.expect("the folder is ours");
    retire(&old, &old_list, &scene.out(), &new_list).expect("everything has a place");
    let foreign = scene.foreign();
    for (path, text) in late {
        assert_eq!(foreign.get(path).map(String::as_str), Some(text), "{path}");
    }
    drop(scene.place());
    assert_eq!(scene.beside(), [""; 0]);
}

#[test]
fn what_has_no_place_in_the_new_portal_stays_and_is_told() {
    let scene = Scene::new();
    scene.publish_up_to(6, true);
    scene.write(".out.portal-old", &[("new/index.html", "of somebody")]);
    for _ in 0..2 {
        let error = scene.take().expect_err("something is in the way");
        let told = error.to_string();
        let told = told.replace(&scene.0.path().display().to_string(), "…");
        assert_eq!(
            told,
            "…/.out.portal-old/new/index.html 不是本程序写的，新站点里它的位置上已有别的文件，所以留在那里。请把它移走，再重试"
        );
        let kept = fs::read_to_string(scene.path(".out.portal-old/new/index.html"));
        assert_eq!(kept.expect("it stays"), "of somebody");
    }
    fs::remove_dir_all(scene.path(".out.portal-old/new")).expect("it is ours");
    drop(scene.place());
    assert_eq!(scene.beside(), [""; 0]);
}

#[test]
fn a_folder_beside_the_portal_that_no_build_left_is_not_touched() {
    let scene = Scene::new();
    scene.write(".out.portal-new", &[("mine.txt", "mine")]);
    let told = scene.take().expect_err("it is taken").to_string();
    let told = told.replace(&scene.0.path().display().to_string(), "…");
    assert_eq!(
        told,
        "…/.out.portal-new 里有别的文件，所以没有开始。请移走或者删除它，再重试"
    );
    assert!(scene.path(".out.portal-new/mine.txt").is_file());
}

#[test]
fn a_portal_that_stood_aside_is_put_back() {
    let scene = Scene::new();
    let before = seen(&scene.out());
    for aside in [".out.portal-old", ".out.portal-new"] {
        fs::rename(scene.out(), scene.path(aside)).expect("the folder is ours");
        fs::create_dir(scene.out()).expect("the folder is ours");
        drop(scene.place());
        assert_eq!(seen(&scene.out()), before, "{aside}");
        assert_eq!(scene.beside(), [""; 0]);
    }
}

#[test]
fn a_file_that_earlier_versions_left_beside_the_portal_is_removed() {
    let scene = Scene::new();
    let before = seen(&scene.out());
    scene.write("", &[(".out.portal-cache", "{}")]);
    drop(scene.place());
    assert_eq!(scene.beside(), [""; 0]);
    assert_eq!(seen(&scene.out()), before);
}

#[cfg(unix)]
#[test]
fn what_a_link_leads_to_stays() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let (folder, other) = (place.path().join("folder"), place.path().join("other"));
    for path in [folder.join("a/b"), other.clone()] {
        fs::create_dir_all(path).expect("the folder is ours");
    }
    for path in [
        folder.join("a/b/file"),
        folder.join("file"),
        other.join("file"),
    ] {
        fs::write(path, "").expect("the folder is ours");
    }
    std::os::unix::fs::symlink(&other, folder.join("a/link")).expect("the folder is ours");
    remove_unfinished(&folder).expect("the folder is ours");
    assert!(!folder.exists());
    assert!(other.join("file").exists());
}
