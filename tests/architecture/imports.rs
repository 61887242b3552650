//! Imports between the files of the library, as the compiler resolves them.
//!
//! A name that a module re-exports counts for the file that defines it. Tests are ignored.

use proc_macro2::{TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use syn::visit::Visit;
use syn::{Attribute, Item, UseTree, Visibility};
use walkdir::WalkDir;

/// Path of a module below the crate's root.
type Module = Vec<String>;

/// Files that each file imports from, each with one of the imported names.
pub(crate) type Imports = BTreeMap<String, BTreeMap<String, String>>;

/// A parsed file.
struct File {
    path: String,
    syntax: syn::File,
}

/// The modules of a crate.
struct Crate {
    files: BTreeMap<Module, File>,
    /// Names that a module re-exports, with the paths that they refer to.
    exports: BTreeMap<Module, BTreeMap<String, Module>>,
}

/// Reads the imports of the library in `src`, which is below `root`.
pub(crate) fn of_library(root: &Path) -> Imports {
    let krate = Crate::read(root);
    let files = krate.files.iter();
    files
        .map(|(module, file)| (file.path.clone(), krate.imports(module, file)))
        .collect()
}

impl Crate {
    fn read(root: &Path) -> Self {
        let mut files = BTreeMap::new();
        let mut tests = BTreeSet::new();
        for entry in WalkDir::new(root.join("src")).sort_by_file_name() {
            let path = entry.unwrap_or_else(|error| panic!("{error}")).into_path();
            let name = path.strip_prefix(root).expect("the walk stays inside");
            let name = name.to_string_lossy().replace('\\', "/");
            let is_program = name.starts_with("src/bin/") || name == "src/main.rs";
            let Some(stem) = name.strip_suffix(".rs").filter(|_| !is_program) else {
                continue;
            };
            let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
            let syntax = syn::parse_file(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            let steps = stem.split('/').skip(1).filter(|step| *step != "lib");
            let module: Module = steps.map(str::to_owned).collect();
            for item in &syntax.items {
                if let Item::Mod(item) = item
                    && is_test(&item.attrs)
                {
                    tests.insert(child(&module, &item.ident.to_string()));
                }
            }
            files.insert(module, File { path: name, syntax });
        }
        files.retain(|module, _| !tests.iter().any(|test| module.starts_with(test)));
        let mut krate = Self {
            files,
            exports: BTreeMap::new(),
        };
        for (module, file) in &krate.files {
            let mut exports = BTreeMap::new();
            for item in &file.syntax.items {
                if let Item::Use(item) = item
                    && !matches!(item.vis, Visibility::Inherited)
                {
                    for (name, path) in names(&item.tree) {
                        if let Some(path) = krate.absolute(module, &path) {
                            exports.insert(name, path);
                        }
                    }
                }
            }
            krate.exports.insert(module.clone(), exports);
        }
        krate
    }

    /// Returns the path from the crate's root; `None` if it leads out of the crate.
    fn absolute(&self, module: &[String], path: &[String]) -> Option<Module> {
        let ups = path.iter().take_while(|step| *step == "super").count();
        let first = path.first()?;
        let (base, rest) = match first.as_str() {
            "crate" => (Vec::new(), path.get(1..)?),
            "self" => (module.to_vec(), path.get(1..)?),
            "super" => {
                let base = module.get(..module.len().checked_sub(ups)?)?;
                (base.to_vec(), path.get(ups..)?)
            }
            _ => {
                let inner = child(module, first);
                self.files.get(&inner)?;
                (module.to_vec(), path)
            }
        };
        Some([base, rest.to_vec()].concat())
    }

    /// Returns the module that defines the target of an absolute path.
    fn definer(&self, path: &[String]) -> Option<&Module> {
        let mut path = path.to_vec();
        // Chains of re-exports are at most as long as the modules are deep.
        for _ in 0..16 {
            let depth = (0..=path.len()).rev().find(|depth| {
                path.get(..*depth)
                    .is_some_and(|prefix| self.files.contains_key(prefix))
            })?;
            let (module, rest) = path.split_at(depth);
            let export = rest
                .first()
                .and_then(|name| self.exports.get(module)?.get(name));
            match export {
                Some(export) => path = [export.clone(), rest.get(1..)?.to_vec()].concat(),
                None => return self.files.get_key_value(module).map(|(module, _)| module),
            }
        }
        None
    }

    fn imports(&self, module: &Module, file: &File) -> BTreeMap<String, String> {
        let mut paths = Paths::default();
        paths.visit_file(&file.syntax);
        let mut imports = BTreeMap::new();
        for path in paths.found {
            let Some(absolute) = self.absolute(module, &path) else {
                continue;
            };
            if let Some(definer) = self.definer(&absolute)
                // A submodule may import from the modules that contain it.
                && !module.starts_with(definer)
                && let Some(target) = self.files.get(definer)
            {
                let name = path.last().cloned().unwrap_or_default();
                imports.entry(target.path.clone()).or_insert(name);
            }
        }
        imports
    }
}

/// Collector of every path in a file that can lead to another module.
#[derive(Default)]
struct Paths {
    found: BTreeSet<Module>,
}

impl Visit<'_> for Paths {
    fn visit_item(&mut self, item: &Item) {
        let attributes: &[Attribute] = match item {
            Item::Fn(item) => &item.attrs,
            Item::Impl(item) => &item.attrs,
            Item::Mod(item) => &item.attrs,
            Item::Use(item) => &item.attrs,
            _ => &[],
        };
        if !is_test(attributes) {
            syn::visit::visit_item(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &syn::ItemUse) {
        if matches!(item.vis, Visibility::Inherited) {
            self.found
                .extend(names(&item.tree).into_iter().map(|(_, path)| path));
        }
    }

    fn visit_visibility(&mut self, _: &Visibility) {}

    fn visit_path(&mut self, path: &syn::Path) {
        if path.segments.len() > 1 {
            let steps = path.segments.iter();
            self.found
                .insert(steps.map(|step| step.ident.to_string()).collect());
        }
        syn::visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, item: &syn::Macro) {
        self.visit_path(&item.path);
        self.visit_tokens(item.tokens.clone());
    }
}

impl Paths {
    /// Collects paths such as `super::name` from the arguments of a macro.
    fn visit_tokens(&mut self, tokens: TokenStream) {
        let mut path: Module = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    if colons != 2 {
                        self.take(&mut path);
                    }
                    path.push(name.to_string());
                    colons = 0;
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
                TokenTree::Group(group) => {
                    self.take(&mut path);
                    self.visit_tokens(group.stream());
                }
                _ => self.take(&mut path),
            }
        }
        self.take(&mut path);
    }

    fn take(&mut self, path: &mut Module) {
        if path.len() > 1 {
            self.found.insert(path.clone());
        }
        path.clear();
    }
}

/// Returns the names that an import declares, each with the path that it refers to.
fn names(tree: &UseTree) -> Vec<(String, Module)> {
    match tree {
        UseTree::Path(path) => {
            let first = path.ident.to_string();
            let inner = names(&path.tree).into_iter();
            inner
                .map(|(name, rest)| {
                    let name = if name == "self" { first.clone() } else { name };
                    let rest = rest.into_iter().filter(|step| step != "self");
                    (name, std::iter::once(first.clone()).chain(rest).collect())
                })
                .collect()
        }
        UseTree::Name(name) => vec![(name.ident.to_string(), vec![name.ident.to_string()])],
        UseTree::Rename(rename) => {
            vec![(rename.rename.to_string(), vec![rename.ident.to_string()])]
        }
        UseTree::Glob(_) => vec![("*".to_owned(), Vec::new())],
        UseTree::Group(group) => group.items.iter().flat_map(names).collect(),
    }
}

fn child(module: &[String], name: &str) -> Module {
    [module.to_vec(), vec![name.to_owned()]].concat()
}

/// Returns `true` if the item is compiled for tests only.
fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute
                .parse_args::<syn::Path>()
                .is_ok_and(|condition| condition.is_ident("test"))
    })
}

/// Returns the cycles among the imports, each sorted: sets of files each of which imports from
/// every other one, directly or through others.
pub(crate) fn circles(imports: &Imports) -> Vec<Vec<&str>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> = imports
        .keys()
        .map(|file| (file.as_str(), reachable(imports, file)))
        .collect();
    let mut circles = BTreeSet::new();
    for (file, all) in &reached {
        let circle: Vec<&str> = all
            .iter()
            .copied()
            .filter(|other| reached.get(other).is_some_and(|back| back.contains(file)))
            .collect();
        if circle.len() > 1 {
            circles.insert(circle);
        }
    }
    circles.into_iter().collect()
}

fn reachable<'a>(imports: &'a Imports, file: &str) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::new();
    let mut open: Vec<&str> = imports
        .get(file)
        .into_iter()
        .flatten()
        .map(|(to, _)| to.as_str())
        .collect();
    while let Some(next) = open.pop() {
        if seen.insert(next) {
            open.extend(
                imports
                    .get(next)
                    .into_iter()
                    .flatten()
                    .map(|(to, _)| to.as_str()),
            );
        }
    }
    seen
}
