//! Site folder of this repository, published for one test.

use portal::content::values::date::Date;
use portal::content::values::text_value::TextValue as _;
use portal::content::values::url::BaseUrl;
use portal::publish::{BuildOptions, Drafts, Shell, Unobserved, build};
use portal::route::{BasePath, PublicUrl, Route};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use walkdir::WalkDir;

/// A published site. Its folder is removed when it is dropped.
#[derive(Debug)]
pub(crate) struct Site {
    root: TempDir,
    base: BasePath,
}

impl Site {
    /// Publishes the alliance's own site.
    pub(crate) fn public() -> Self {
        Self::publish("public", "http://127.0.0.1/")
    }

    /// Publishes the demo site, which has content of every kind.
    pub(crate) fn demo() -> Self {
        Self::publish("examples/demo", "http://127.0.0.1/")
    }

    /// Publishes a site folder for an address; the site is served below the path of the
    /// address.
    pub(crate) fn publish(source: &str, base_url: &str) -> Self {
        let project = Path::new(env!("CARGO_MANIFEST_DIR"));
        let shell = read_shell(project);
        let url = BaseUrl::parse(base_url).unwrap_or_else(|fault| panic!("{fault:?}"));
        let url = PublicUrl::from(&url);
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
            is_plan: false,
            compress: false,
            today: Date::new(2026, 11, 23).expect("the calendar has this day"),
            observer: &Unobserved,
        };
        build(&options, &shell).unwrap_or_else(|error| panic!("{source}: {error}"));
        site
    }

    /// Writes the gallery of components, and returns it with the addresses of its pages.
    pub(crate) fn gallery() -> (Self, Vec<String>) {
        let project = Path::new(env!("CARGO_MANIFEST_DIR"));
        let site = Self {
            root: tempfile::tempdir().expect("the system gives a temporary folder"),
            base: BasePath::default(),
        };
        let names = crate::gallery::write(project, &shell_folder(project), site.root())
            .unwrap_or_else(|error| panic!("{error}"));
        let pages = names.iter().map(|name| format!("/{name}")).collect();
        (site, pages)
    }

    /// Returns the folder that a host serves at its root.
    pub(crate) fn root(&self) -> &Path {
        self.root.path()
    }

    /// Returns the folder of the portal inside of that folder.
    pub(crate) fn folder(&self) -> PathBuf {
        self.root().join(self.base.as_str().trim_start_matches('/'))
    }

    /// Returns the addresses of all pages, without the host.
    pub(crate) fn pages(&self) -> Vec<String> {
        self.routes()
            .iter()
            .map(|route| self.base.href(route))
            .collect()
    }

    /// Returns the address of one page for each pattern of the routing table.
    pub(crate) fn page_of_each_kind(&self) -> Vec<String> {
        let routes = self.routes();
        let kinds: BTreeMap<_, _> = routes
            .iter()
            .rev()
            .map(|route| (route.pattern(), self.base.href(route)))
            .collect();
        kinds.into_values().collect()
    }

    /// Returns the addresses of pages that together contain everything that any page contains:
    /// one of each kind, and as few further ones as necessary for every element, class and
    /// attribute. An address without a page is among them.
    pub(crate) fn representative_pages(&self) -> Vec<String> {
        let mut chosen = self.page_of_each_kind();
        let mut seen: BTreeSet<String> = chosen.iter().flat_map(|page| self.parts(page)).collect();
        let mut others: Vec<(String, BTreeSet<String>)> = self
            .pages()
            .into_iter()
            .map(|page| {
                let parts = self.parts(&page);
                (page, parts)
            })
            .collect();
        loop {
            for (_, parts) in &mut others {
                parts.retain(|part| !seen.contains(part));
            }
            others.retain(|(_, parts)| !parts.is_empty());
            let Some((page, parts)) = others.iter().max_by_key(|(_, parts)| parts.len()) else {
                break;
            };
            chosen.push(page.clone());
            seen.extend(parts.iter().cloned());
        }
        chosen.push(self.base.file("no/such/page/"));
        chosen
    }

    /// Returns the elements of a page, with their classes and attributes.
    fn parts(&self, page: &str) -> BTreeSet<String> {
        let path = page.strip_prefix(self.base.as_str()).unwrap_or(page);
        let file = self.folder().join(&path[1..]).join("index.html");
        let html = std::fs::read_to_string(&file)
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let body = html.split_once("<main").map_or("", |(_, body)| body);
        let body = body.split_once("<script").map_or(body, |(body, _)| body);
        body.split('<')
            .filter_map(|rest| Some(rest.split_once('>')?.0))
            .filter(|tag| tag.starts_with(|letter: char| letter.is_ascii_alphabetic()))
            .flat_map(parts_of_tag)
            .collect()
    }

    /// Returns the address of the app's WebAssembly.
    pub(crate) fn wasm(&self) -> String {
        self.asset(|path| path.starts_with("assets/app-") && path.ends_with("_bg.wasm"))
    }

    /// Returns the address of the part of the app that only pages like this need.
    pub(crate) fn chunk(&self, route: &Route) -> String {
        let name = route.chunk().expect("the page has code of its own");
        let beginning = format!("assets/app-{name}-");
        self.asset(|path| path.starts_with(&beginning))
    }

    /// Returns the address of the search worker.
    pub(crate) fn engine(&self) -> String {
        self.asset(|path| path.starts_with("assets/engine-") && path.ends_with(".js"))
    }

    /// Returns the address of what all pages have in common: the frame's data and the messages.
    pub(crate) fn common(&self) -> String {
        self.asset(|path| path.starts_with("assets/common-"))
    }

    /// Returns the address of the script with the reading tools.
    pub(crate) fn reader(&self) -> String {
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
                let html = std::fs::read_to_string(folder.join(&path)).unwrap_or_default();
                // A redirect from an old address is not a page of the portal.
                if html.contains("http-equiv=\"refresh\"") {
                    return None;
                }
                let route = Route::parse(&format!("/{page}"));
                Some(route.unwrap_or_else(|| panic!("{path} belongs to no route")))
            })
            .collect()
    }
}

/// Returns the element's name, its classes and its attributes, each with the element's name.
fn parts_of_tag(tag: &str) -> Vec<String> {
    let name = tag.split([' ', '/']).next().unwrap_or_default();
    let mut parts = vec![name.to_owned()];
    // Values are quoted, so every other piece contains a name.
    let mut pieces = tag[name.len()..].split('"');
    while let Some(attribute) = pieces.next() {
        let attribute = attribute.trim().trim_end_matches('=');
        let value = pieces.next().unwrap_or_default();
        match attribute {
            "class" => parts.extend(value.split(' ').map(|class| format!("{name}.{class}"))),
            _ => parts.push(format!("{name}[{attribute}]")),
        }
    }
    parts
}

/// Returns the folder of the shell that is tested.
pub(crate) fn shell_folder(project: &Path) -> PathBuf {
    std::env::var_os("PORTAL_SHELL").map_or_else(|| project.join("target/shell"), PathBuf::from)
}

fn read_shell(project: &Path) -> Shell {
    let folder = shell_folder(project);
    assert!(
        folder.join("index.html").is_file(),
        "there is no shell in {}: run `make shell` first",
        folder.display()
    );
    Shell::read(&folder).unwrap_or_else(|error| panic!("{error}"))
}

/// Returns the files below a folder, by their paths in it, sorted.
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
