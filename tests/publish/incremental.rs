//! Tests that a build with a cache and one without have the same output.

use super::harness::compare::differences;
use crate::fixtures::{TODAY, fixture, temporary, tree, write};
use portal::content::date::Date;
use portal::publish::{BuildOptions, Built, Drafts, Shell, Unobserved, build};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const ARTICLE: &str = "content/articles/2025/2025-05-06-follow-up.json";
const MENTIONED: &str = "content/articles/2025/2025-04-01-measures.json";
const SETTINGS: &str = "content/site.json";

/// A site, and the portal that was built from it.
struct Scene {
    site: TempDir,
    place: TempDir,
    base_url: Option<&'static str>,
    drafts: Drafts,
    compress: bool,
    today: (i32, u8, u8),
    shell: PathBuf,
}

impl Scene {
    /// Publishes the demo site, which has content of every kind.
    fn new(compress: bool) -> Self {
        let scene = Self {
            site: temporary(),
            place: temporary(),
            base_url: None,
            drafts: Drafts::Left,
            compress,
            today: TODAY,
            shell: fixture("shell"),
        };
        for (path, bytes) in tree(&fixture("everything/site")) {
            scene.write(&path, bytes);
        }
        scene.build();
        scene
    }

    fn out(&self) -> PathBuf {
        self.place.path().join("site")
    }

    fn cache(&self) -> PathBuf {
        self.place.path().join(".site.portal-cache")
    }

    fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        write(self.site.path(), path, bytes);
    }

    /// Replaces a text in a file of the site, which has to contain it.
    fn replace(&self, path: &str, old: &str, new: &str) {
        let text = fs::read_to_string(self.site.path().join(path));
        let text = text.unwrap_or_else(|error| panic!("{path}: {error}"));
        assert!(text.contains(old), "{path} has no {old}");
        self.write(path, text.replace(old, new));
    }

    fn remove(&self, path: &str) {
        fs::remove_file(self.site.path().join(path))
            .unwrap_or_else(|error| panic!("{path}: {error}"));
    }

    fn build(&self) -> Built {
        self.build_to(&self.out())
    }

    fn build_to(&self, out: &Path) -> Built {
        let (year, month, day) = self.today;
        let options = BuildOptions {
            site: self.site.path(),
            out,
            base_url: self.base_url,
            drafts: self.drafts,
            compress: self.compress,
            today: Date::new(year, month, day).expect("the calendar has this day"),
            observer: &Unobserved,
        };
        let shell = Shell::read(&self.shell).unwrap_or_else(|error| panic!("{error}"));
        build(&options, &shell).unwrap_or_else(|error| panic!("{error}"))
    }

    /// Builds over the portal and into an empty folder, and compares.
    #[track_caller]
    fn check(&self, what: &str) {
        self.build();
        let fresh = self.place.path().join("fresh");
        self.build_to(&fresh);
        let report = differences(&tree(&fresh), &tree(&self.out()));
        assert!(report.is_empty(), "{what}:\n{report}");
        fs::remove_dir_all(fresh).expect("the folder is ours");
    }

    /// Adds a mark to a file of the portal without changing its metadata: writing the file
    /// again removes the mark, keeping the file preserves it.
    fn mark(&self, path: &str) {
        let file = self.out().join(path);
        let about = fs::metadata(&file).unwrap_or_else(|error| panic!("{path}: {error}"));
        let length = usize::try_from(about.len()).expect("a page has a length");
        fs::write(&file, vec![b'x'; length]).expect("the portal is ours");
        let opened = File::options().write(true).open(&file);
        let opened = opened.expect("the portal is ours");
        let time = about.modified().expect("the disk tells the time");
        opened.set_modified(time).expect("the portal is ours");
    }

    fn is_marked(&self, path: &str) -> bool {
        let bytes = fs::read(self.out().join(path));
        let bytes = bytes.unwrap_or_else(|error| panic!("{path}: {error}"));
        bytes.iter().all(|byte| *byte == b'x')
    }
}

type Edit = (&'static str, fn(&mut Scene));

const EDITS: [Edit; 20] = [
    ("nothing", |_| {}),
    ("an article's text", |scene| {
        scene.replace(ARTICLE, "已经落实三项", "已经落实四项");
    }),
    ("an article's title", |scene| {
        scene.replace(ARTICLE, "逐项落实", "全部落实");
    }),
    ("the title of an article that a text links to", |scene| {
        let title = ("\"title\": \"", "\"title\": \"新版");
        scene.replace(MENTIONED, title.0, title.1);
    }),
    ("an article is added", |scene| {
        let article = "{ \"title\": \"新来的\", \"section\": \"alliance\", \
                       \"published\": \"2025-12-01\", \"body\": \"见[成员](/members/)。\" }";
        scene.write("content/articles/added.json", article);
    }),
    ("an article is removed", |scene| {
        scene.remove("content/articles/2025/2025-06-01-withdrawn.json");
    }),
    ("a draft is published", |scene| {
        scene.replace(
            "content/articles/2025/2025-07-01-draft.json",
            "\"draft\"",
            "\"published\"",
        );
    }),
    ("a section is renamed", |scene| {
        scene.replace(SETTINGS, "联盟动态", "联盟新闻");
    }),
    ("a section is added", |scene| {
        let section = "{ \"id\": \"more\", \"name\": \"更多\" },\n    { \"id\": \"policy\"";
        scene.replace(SETTINGS, "{ \"id\": \"policy\"", section);
    }),
    ("the colour", |scene| {
        scene.replace(SETTINGS, "#0d5c67", "#8b1a1a");
    }),
    ("a line of the footer", |scene| {
        scene.replace(SETTINGS, "转载请注明来源。", "转载前请联系秘书处。");
    }),
    ("a member's name", |scene| {
        scene.replace("content/members/example-fibre.json", "示例化纤", "样例化纤");
    }),
    ("a member's text", |scene| {
        let path = "content/members/example-university.json";
        scene.replace(path, "一所虚构的", "一所[虚构](page:about)的");
    }),
    ("a picture of the same length", |scene| {
        let path = scene.site.path().join("media/hall.png");
        let mut bytes = fs::read(path).expect("the site has it");
        *bytes.last_mut().expect("it is not empty") ^= 1;
        scene.write("media/hall.png", bytes);
    }),
    ("a picture of another size", |scene| {
        let path = scene.site.path().join("media/hall.png");
        let mut bytes = fs::read(path).expect("the site has it");
        // The lowest byte of the width, in the header of a PNG.
        *bytes.get_mut(19).expect("it has a header") ^= 1;
        scene.write("media/hall.png", bytes);
    }),
    ("the file of the site's mark", |scene| {
        scene.replace("media/logo.svg", "<svg", "<!-- new --><svg");
    }),
    ("the app", |scene| {
        let shell = scene.site.path().join("shell");
        for (path, bytes) in tree(&fixture("shell")) {
            let text = String::from_utf8_lossy(&bytes).replace("app-x", "app-y");
            write(&shell, &path.replace("app-x", "app-y"), text);
        }
        scene.shell = shell;
    }),
    ("the address", |scene| {
        scene.base_url = Some("https://elsewhere.example/portal/");
    }),
    ("drafts are shown", |scene| {
        scene.drafts = Drafts::Built;
    }),
    ("the day on which a scheduled article appears", |scene| {
        scene.today = (2026, 3, 1);
    }),
];

#[test]
fn after_each_edit_the_portal_is_that_of_a_build_that_knows_nothing() {
    let mut scene = Scene::new(false);
    for (what, edit) in EDITS {
        edit(&mut scene);
        scene.check(what);
    }
}

/// Page of the article, and files that do not depend on it.
const PAGE: &str = "articles/2025-05-06-follow-up/index.html";
const OTHERS: [&str; 5] = [
    "articles/2025-04-01-measures/index.html",
    "articles/2025-04-01-measures/index.html.br",
    "data/articles/2025-04-01-measures.json",
    "pages/about/index.html",
    "media/hall.png",
];

#[test]
fn what_nobody_edited_is_not_made_again() {
    let scene = Scene::new(true);
    for path in OTHERS.into_iter().chain([PAGE]) {
        scene.mark(path);
    }
    scene.replace(ARTICLE, "已经落实三项", "已经落实四项");
    scene.build();
    for path in OTHERS {
        assert!(scene.is_marked(path), "{path} was made again");
    }
    assert!(!scene.is_marked(PAGE), "{PAGE} was not made again");
}

#[test]
fn without_a_cache_everything_is_made_again() {
    for cache in [None, Some(""), Some("portal x\n{}"), Some("\u{0}")] {
        let scene = Scene::new(true);
        for path in OTHERS {
            scene.mark(path);
        }
        match cache {
            Some(text) => fs::write(scene.cache(), text),
            None => fs::remove_file(scene.cache()),
        }
        .expect("the folder is ours");
        scene.check("a cache that is none");
    }
}

#[test]
fn a_cache_of_which_a_letter_changed_is_none() {
    let scene = Scene::new(true);
    for path in OTHERS {
        scene.mark(path);
    }
    let text = fs::read_to_string(scene.cache()).expect("there is a cache");
    assert!(text.contains("理事会"));
    fs::write(scene.cache(), text.replacen("理事会", "秘书处", 1)).expect("it is ours");
    scene.check("a damaged cache");
}
