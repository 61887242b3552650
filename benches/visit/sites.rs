//! The three sites with the same articles, as their programs build them.

use crate::corpus::{self, Article};
use crate::portal_site::{date, section};
use crate::{hugo_site, portal_site, vitepress_site};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Program that has built a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Maker {
    Portal,
    Hugo,
    VitePress,
}

/// All programs, in the order in which their sites are visited.
pub(crate) const MAKERS: [Maker; 3] = [Maker::Portal, Maker::Hugo, Maker::VitePress];

impl Maker {
    /// Returns the name that is printed.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Portal => "portal",
            Self::Hugo => "hugo",
            Self::VitePress => "vitepress",
        }
    }

    /// Returns what the observer notes when a page is interactive; pages of Hugo have no script.
    pub(crate) fn sign(self) -> Option<&'static str> {
        match self {
            Self::Portal => Some("hydrated"),
            Self::Hugo => None,
            Self::VitePress => Some("mounted"),
        }
    }

    /// Returns the address of the first page of a section.
    fn list(self, section: &str) -> String {
        match self {
            Self::Portal => format!("/news/{section}/"),
            Self::Hugo | Self::VitePress => format!("/{section}/"),
        }
    }

    /// Returns the address of an article.
    fn article(self, number: usize) -> String {
        match self {
            Self::Portal => format!("/articles/article-{number:05}/"),
            Self::Hugo => format!("/{}/article-{number:05}/", section(number)),
            Self::VitePress => format!("/{}", vitepress_site::path(number)),
        }
    }
}

/// Number of pages that are loaded.
pub(crate) const PAGES: usize = 3;

/// A site that has been built.
#[derive(Debug)]
pub(crate) struct Site {
    pub(crate) maker: Maker,
    /// Folder with the files.
    pub(crate) root: PathBuf,
    /// Name and address of each page that is loaded.
    pub(crate) pages: [(&'static str, String); PAGES],
    /// Title of an article that [`Self::list`] links to.
    pub(crate) title: String,
}

impl Site {
    /// Returns the address of the list from which an article is opened.
    pub(crate) fn list(&self) -> &str {
        &self.pages[1].1
    }
}

/// Position in its list of the article that is opened: visible without scrolling.
const OPENED: usize = 2;

/// Writes this many articles in the format of each program and has it build the site.
pub(crate) fn build(folder: &Path, count: usize) -> Vec<Site> {
    let articles = corpus::articles(count);
    let order = newest_first(&articles);
    let longest = (0..count)
        .max_by_key(|number| letters(&articles[*number]))
        .expect("there are articles");
    let listed = section(longest);
    let opened = order
        .iter()
        .filter(|number| section(**number) == listed)
        .nth(OPENED)
        .expect("the section has articles");
    MAKERS
        .map(|maker| Site {
            maker,
            root: match maker {
                Maker::Portal => build_portal(folder, &articles),
                Maker::Hugo => build_hugo(folder, &articles),
                Maker::VitePress => build_vitepress(folder, &articles, &order),
            },
            pages: [
                ("article", maker.article(longest)),
                ("list", maker.list(listed)),
                ("home", "/".to_owned()),
            ],
            title: articles[*opened].title.clone(),
        })
        .into()
}

fn letters(article: &Article) -> usize {
    article.paragraphs.iter().map(String::len).sum()
}

/// Returns the numbers of the articles in the order of lists.
fn newest_first(articles: &[Article]) -> Vec<usize> {
    let mut numbers: Vec<usize> = (0..articles.len()).collect();
    numbers.sort_by_key(|number| std::cmp::Reverse(date(*number, &articles[*number])));
    numbers
}

fn build_portal(folder: &Path, articles: &[Article]) -> PathBuf {
    let (site, out) = (folder.join("portal"), folder.join("portal-out"));
    portal_site::of_the_portal(&site, articles);
    let mut command = Command::new(env!("CARGO_BIN_EXE_portal"));
    command.arg("build").args([&site, Path::new("--out"), &out]);
    run(command.args(["--shell", "target/shell", "--quiet"]));
    out
}

fn build_hugo(folder: &Path, articles: &[Article]) -> PathBuf {
    let (site, out) = (folder.join("hugo"), folder.join("hugo-out"));
    hugo_site::of_hugo(&site, articles);
    let mut command = Command::new("hugo");
    command.args([
        Path::new("--source"),
        &site,
        Path::new("--destination"),
        &out,
    ]);
    run(command.args(["--minify", "--quiet"]));
    out
}

fn build_vitepress(folder: &Path, articles: &[Article], order: &[usize]) -> PathBuf {
    let (site, out) = (folder.join("vitepress"), folder.join("vitepress-out"));
    vitepress_site::of_vitepress(&site, articles, order);
    let modules = modules();
    // What a project installs; the pages import it.
    std::os::unix::fs::symlink(&modules, site.join("node_modules"))
        .unwrap_or_else(|error| panic!("{}: {error}", site.display()));
    let mut command = Command::new(modules.join(".bin/vitepress"));
    run(command
        .arg("build")
        .args([&site, Path::new("--outDir"), &out]));
    out
}

/// Returns the folder in which VitePress is installed.
fn modules() -> PathBuf {
    let output = Command::new("scripts/tools.sh")
        .arg("vitepress")
        .output()
        .unwrap_or_else(|error| panic!("scripts/tools.sh: {error}"));
    let path = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim());
    fs::canonicalize(&path)
        .unwrap_or_else(|error| panic!("{path:?}: {error}; run `scripts/tools.sh bench` first"))
}

fn run(command: &mut Command) {
    let output = command
        .stdin(Stdio::null())
        .output()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(
        output.status.success(),
        "{command:?}: {}\n{}{}",
        output.status,
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}
