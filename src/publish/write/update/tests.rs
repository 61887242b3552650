use super::*;
use std::fs;
use tempfile::TempDir;

/// A portal, and a folder with what differs in the next one.
struct Scene {
    folder: TempDir,
}

type Files = BTreeMap<String, String>;

const OLD: [(&str, &str); 11] = [
    ("404.html", "lost"),
    ("a/index.html", "a"),
    ("b/index.html", "b"),
    ("c/index.html", "c"),
    ("data/a.json", "a"),
    ("data/b.json", "b"),
    ("data/shards/1.json", "1"),
    ("index.html", "home"),
    ("media/a.pdf", "a"),
    ("old/deep/index.html", "old"),
    ("robots.txt", "robots"),
];

const FATES: [(&str, Fate); 13] = [
    ("404.html", Fate::Kept),
    ("a/index.html", Fate::Kept),
    ("b/index.html", Fate::Changed),
    ("c/index.html", Fate::Kept),
    ("data/a.json", Fate::Kept),
    ("data/b.json", Fate::Changed),
    ("data/shards/2.json", Fate::Added),
    ("index.html", Fate::Kept),
    ("media/\"a\\b\".pdf", Fate::Added),
    ("media/a.pdf", Fate::Kept),
    ("new/deep/index.html", Fate::Added),
    ("robots.txt", Fate::Kept),
    ("sitemap.txt", Fate::Kept),
];

/// Just what the scene has.
const FEW: Worth = Worth { stay: 8, moves: 7 };

impl Scene {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let scene = Self { folder };
        fs::create_dir_all(scene.path("site/content")).expect("the folder is ours");
        for (path, text) in OLD {
            scene.write("out", path, text);
        }
        scene.write("out", "sitemap.txt", "map");
        for (path, fate) in FATES {
            if fate != Fate::Kept {
                scene.write(".out.portal-new", path, "new");
            }
        }
        scene
    }

    fn path(&self, path: &str) -> std::path::PathBuf {
        self.folder.path().join(path)
    }

    fn write(&self, folder: &str, path: &str, text: &str) {
        let file = self.path(folder).join(path);
        in_its_folder(&file, || fs::write(&file, text)).expect("the folder is ours");
    }

    /// A place that is taken without making good what a killed build left.
    fn place(&self) -> Place {
        Place::unrecovered(self.path("out")).expect("nobody else is at work")
    }

    /// Takes the place as the next build does.
    fn next_build(&self) {
        let place = Place::take(&self.path("out"), &self.path("site"));
        drop(place.expect("the next build begins"));
    }

    fn files(&self, folder: &str) -> Files {
        let listing = Listing::of(&self.path(folder)).expect("the folder is there");
        assert!(!listing.has_others, "{listing:?}");
        let text = |path: String| {
            let text = fs::read_to_string(self.path(folder).join(&path));
            (path, text.expect("the file is ours"))
        };
        listing.files.into_iter().map(text).collect()
    }

    /// What lies beside the portal and the site.
    fn beside(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).expect("the folder is ours");
        let names = entries.map(|entry| entry.expect("the folder is ours").file_name());
        let names = names.map(|name| name.to_string_lossy().into_owned());
        let mut names: Vec<_> = names.filter(|name| name.starts_with('.')).collect();
        names.sort();
        names
    }

    /// Does the moves up to one of them, and is then killed: the next build finds the old
    /// portal.
    #[track_caller]
    fn check_killed(&self, moves: impl FnOnce(&Moves<'_>) -> Result<(), WriteError>) {
        let before = self.files("out");
        let notes = notes(&FATES);
        let listing = Listing::of(&self.path("out")).expect("the folder is there");
        let difference = Difference::between(&listing, &notes).expect("little differs");
        let place = self.place();
        let new = self.path(".out.portal-new");
        let begun = Moves {
            place: &place,
            new: &new,
            difference: &difference,
        };
        moves(&begun).expect("the folder is ours");
        drop(place);
        self.next_build();
        assert_eq!(self.files("out"), before);
        assert_eq!(self.beside(), [""; 0]);
        assert!(!self.path("out/new").exists(), "an empty folder is left");
    }
}

fn notes(fates: &[(&str, Fate)]) -> BTreeMap<String, Note> {
    let note = |(path, fate): &(&str, Fate)| {
        let note = Note {
            fate: *fate,
            stamp: None,
            was: None,
        };
        ((*path).to_owned(), note)
    };
    fates.iter().map(note).collect()
}

#[test]
fn what_differs_is_moved_and_the_rest_stays() {
    let scene = Scene::new();
    let is_updated = update(
        &scene.place(),
        &scene.path(".out.portal-new"),
        &notes(&FATES),
        FEW,
    );
    assert!(is_updated.expect("the folder is ours"));
    let expected = [
        ("404.html", "lost"),
        ("a/index.html", "a"),
        ("b/index.html", "new"),
        ("c/index.html", "c"),
        ("data/a.json", "a"),
        ("data/b.json", "new"),
        ("data/shards/2.json", "new"),
        ("index.html", "home"),
        ("media/\"a\\b\".pdf", "new"),
        ("media/a.pdf", "a"),
        ("new/deep/index.html", "new"),
        ("robots.txt", "robots"),
        ("sitemap.txt", "map"),
    ];
    let expected = expected.map(|(path, text)| (path.to_owned(), text.to_owned()));
    assert_eq!(scene.files("out"), Files::from(expected));
    assert!(!scene.path("out/old").exists(), "an empty folder is left");
    scene.next_build();
    assert_eq!(scene.beside(), [""; 0]);
}

#[test]
fn an_update_that_is_killed_before_it_moves_leaves_the_old_portal() {
    Scene::new().check_killed(|moves| moves.prepare());
    let scene = Scene::new();
    scene.write("", ".out.portal-journal", "[\"new/deep/index");
    scene.check_killed(|_| Ok(()));
}

#[test]
fn an_update_that_is_killed_while_it_moves_leaves_the_old_portal() {
    Scene::new().check_killed(|moves| {
        moves.prepare()?;
        move_all(&moves.difference.added[1..], moves.new, &moves.place.target)
    });
    Scene::new().check_killed(|moves| {
        moves.prepare()?;
        moves.add()?;
        move_all(
            &moves.difference.changed[1..],
            moves.new,
            &moves.place.target,
        )
    });
    Scene::new().check_killed(|moves| {
        moves.prepare()?;
        moves.add()?;
        moves.change()
    });
    Scene::new().check_killed(|moves| {
        moves.prepare()?;
        moves.add()?;
        moves.change()?;
        moves.remove()
    });
}

#[test]
fn moving_back_may_be_killed_too() {
    Scene::new().check_killed(|moves| {
        moves.prepare()?;
        moves.add()?;
        moves.change()?;
        moves.remove()?;
        let old = moves.place.old();
        move_all(&["b/index.html"], &old, &moves.place.target)?;
        move_all(&moves.difference.added[1..], &moves.place.target, moves.new)
    });
}

#[track_caller]
fn check_not_updated(scene: &Scene, worth: Worth) {
    let fates = &FATES;
    let (out, new) = (scene.files("out"), scene.files(".out.portal-new"));
    let place = scene.place();
    let is_updated = update(&place, &scene.path(".out.portal-new"), &notes(fates), worth);
    assert!(!is_updated.expect("the folder is ours"));
    assert_eq!(scene.files("out"), out);
    assert_eq!(scene.files(".out.portal-new"), new);
    assert!(!place.old().exists() && !place.journal().exists());
}

#[test]
fn where_few_files_stay_nothing_is_moved() {
    check_not_updated(&Scene::new(), Worth { stay: 9, ..FEW });
    check_not_updated(&Scene::new(), Worth::default());
}

#[test]
fn where_much_differs_nothing_is_moved() {
    check_not_updated(&Scene::new(), Worth { moves: 6, ..FEW });
}

#[test]
fn where_a_kept_file_is_gone_nothing_is_moved() {
    let scene = Scene::new();
    fs::remove_file(scene.path("out/robots.txt")).expect("the folder is ours");
    check_not_updated(&scene, FEW);
}

#[test]
fn where_a_file_stands_in_the_way_of_a_folder_nothing_is_moved() {
    let scene = Scene::new();
    scene.write("out", "new", "a file");
    check_not_updated(&scene, FEW);
}

#[test]
fn where_a_folder_stands_in_the_way_of_a_file_nothing_is_moved() {
    let scene = Scene::new();
    fs::create_dir_all(scene.path("out/new/deep/index.html")).expect("the folder is ours");
    check_not_updated(&scene, FEW);
}

#[cfg(unix)]
#[test]
fn where_there_is_a_link_nothing_is_moved() {
    let scene = Scene::new();
    std::os::unix::fs::symlink("404.html", scene.path("out/link")).expect("the folder is ours");
    let notes = notes(&FATES);
    let is_updated = update(&scene.place(), &scene.path(".out.portal-new"), &notes, FEW);
    assert!(!is_updated.expect("the folder is ours"));
}
