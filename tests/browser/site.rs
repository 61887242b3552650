//! A site folder of this repository, published for one test.

use portal::content::date::Date;
use portal::publish::{BuildOptions, Drafts, Shell, build};
use portal::route::{BasePath, PublicUrl, Route};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use walkdir::WalkDir;

/// A published site. Its folder goes when it is dropped.
#[derive(Debug)]
pub(super) struct Site {
    root: TempDir,
    base: BasePath,
}

impl Site {
    /// The alliance's own site.
    pub(super) fn public() -> Self {
        Self::publish("public", "http://127.0.0.1/")
    }

    /// The site that has something of everything.
    pub(super) fn demo() -> Self {
        Self::publish("examples/demo", "http://127.0.0.1/")
    }

    /// Publishes a site folder for an address, whose path is the one it is served below.
    pub(super) fn publish(source: &str, base_url: &str) -> Self {
        let project = Path::new(env!("CARGO_MANIFEST_DIR"));
        let shell = read_shell(project);
        let url = PublicUrl::parse(base_url).unwrap_or_else(|error| panic!("{error}"));
        let site = Self {
            root: tempfile::tempdir().expect("the system gives a temporary folder"),
            base: url.base().clone(),
        };
        std::fs::create_dir_all(site.folder()).expect("the temporary folder can be written");
        let options = BuildOptions {
            site: &project.join(source),
            out: &site.folder(),
            base_url: Some(base_url),
            drafts: Drafts::Left,
            today: Date::new(2026, 11, 23).expect("the calendar has this day"),
        };
        build(&options, &shell).unwrap_or_else(|error| panic!("{source}: {error}"));
        site
    }

    /// The folder that a host would serve at its root.
    pub(super) fn root(&self) -> &Path {
        self.root.path()
    }

    /// Where the portal stands in that folder.
    pub(super) fn folder(&self) -> PathBuf {
        self.root().join(self.base.as_str().trim_start_matches('/'))
    }

    /// The addresses of all pages, without the host.
    pub(super) fn pages(&self) -> Vec<String> {
        self.routes()
            .iter()
            .map(|route| self.base.href(route))
            .collect()
    }

    /// The address of one page for each pattern of the routing table.
    pub(super) fn page_of_each_kind(&self) -> Vec<String> {
        let routes = self.routes();
        let kinds: BTreeMap<_, _> = routes
            .iter()
            .rev()
            .map(|route| (route.pattern(), self.base.href(route)))
            .collect();
        kinds.into_values().collect()
    }

    /// The address of the app's WebAssembly.
    pub(super) fn wasm(&self) -> String {
        self.asset(|path| path.ends_with("_bg.wasm"))
    }

    /// The address of the interface's words.
    pub(super) fn words(&self) -> String {
        self.asset(|path| path.starts_with("assets/words-"))
    }

    /// The address of the script with the reading tools.
    pub(super) fn reader(&self) -> String {
        self.asset(|path| path.starts_with("assets/reader-"))
    }

    fn asset(&self, wanted: impl Fn(&str) -> bool) -> String {
        let folder = self.folder();
        let path = files(&folder)
            .find(|path| wanted(path))
            .expect("publishing writes such a file");
        self.base.file(&path)
    }

    fn routes(&self) -> Vec<Route> {
        let folder = self.folder();
        files(&folder)
            .filter_map(|path| {
                let page = path.strip_suffix("index.html")?.to_owned();
                let route = Route::parse(&format!("/{page}"));
                Some(route.unwrap_or_else(|| panic!("{path} belongs to no route")))
            })
            .collect()
    }
}

fn read_shell(project: &Path) -> Shell {
    let folder = std::env::var_os("PORTAL_SHELL")
        .map_or_else(|| project.join("target/shell"), PathBuf::from);
    assert!(
        folder.join("index.html").is_file(),
        "there is no shell in {}: run `make shell` first",
        folder.display()
    );
    Shell::read(&folder).unwrap_or_else(|error| panic!("{error}"))
}

/// The files below a folder, by their paths in it, sorted.
fn files(folder: &Path) -> impl Iterator<Item = String> + use<'_> {
    WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.expect("the published folder can be read"))
        .filter(|entry| entry.file_type().is_file())
        .map(move |entry| {
            let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            path.to_string_lossy().replace('\\', "/")
        })
}
