//! The program without arguments: opens the editor of the site that is there, or begins a new one.

use crate::arguments::EditArguments;
use crate::edit::EditorTerminal;
use anyhow::Context as _;
use portal::publish::{Audience, Beginning, Failure, NewSite, Round, Served, SiteRequest};
use std::cell::RefCell;
use std::io::{IsTerminal as _, Write as _};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Folder of a new site beside the program.
const NEW: &str = "网站";
/// Folder by which a site folder is known.
const CONTENT: &str = "content";

/// Opens the editor of the site in a folder or in the only site folder below it, or asks for the
/// names of a new site if the folder holds nothing but the program. Returns `None` if it holds
/// other things.
pub(crate) fn start(folder: &Path) -> anyhow::Result<Option<ExitCode>> {
    if let Some(site) = site_in(folder)? {
        return crate::edit(&arguments(site), &EditorTerminal::new(true)).map(Some);
    }
    if !is_empty(folder)? {
        return Ok(None);
    }
    let site = folder.join(NEW);
    if std::io::stdin().is_terminal() {
        portal::publish::create(&site, &asked_in_terminal()?)?;
        return crate::edit(&arguments(site), &EditorTerminal::new(true)).map(Some);
    }
    asked_in_browser(&site).map(Some)
}

fn arguments(site: PathBuf) -> EditArguments {
    EditArguments {
        site,
        port: 0,
        no_open: false,
        shell: None,
        editor: None,
        // With a terminal the program ends there; without one nobody could end it otherwise.
        until_closed: !std::io::stdin().is_terminal(),
    }
}

/// Returns the site folder that is meant: this one, or the only one in it.
fn site_in(folder: &Path) -> anyhow::Result<Option<PathBuf>> {
    if folder.join(CONTENT).is_dir() {
        return Ok(Some(folder.to_owned()));
    }
    let mut found = None;
    for entry in entries(folder)? {
        if entry.join(CONTENT).is_dir() && found.replace(entry).is_some() {
            return Ok(None);
        }
    }
    Ok(found)
}

/// Returns `true` if a folder holds nothing, or this program alone.
fn is_empty(folder: &Path) -> anyhow::Result<bool> {
    let own = std::env::current_exe().ok();
    let own = own.as_deref().and_then(Path::file_name);
    let mut entries = entries(folder)?.into_iter();
    Ok(entries.all(|entry| entry.file_name() == own))
}

fn entries(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    const FAILED: &str = "读不了当前的文件夹";
    let entries = std::fs::read_dir(folder).context(FAILED)?;
    entries
        .map(|entry| Ok(entry.context(FAILED)?.path()))
        .collect()
}

fn asked_in_terminal() -> anyhow::Result<NewSite> {
    println!(
        "这个文件夹里还没有网站。回答三个问题就可以开始，以后都能改；直接按回车就用例子代替。"
    );
    let ask = |question: &str| {
        print!("{question}");
        std::io::stdout().flush().context("无法提问")?;
        let mut answer = String::new();
        std::io::stdin()
            .read_line(&mut answer)
            .context("读不到回答")?;
        let answer = answer.trim();
        Ok::<_, anyhow::Error>((!answer.is_empty()).then(|| answer.to_owned()))
    };
    Ok(NewSite {
        name: ask("联盟的全称：")?,
        short_name: ask("简称：")?,
        base_url: ask("将来的网址，例如 https://www.example.org/ ：")?,
    })
}

/// Asks in the browser until there is a site, and goes on in its editor.
fn asked_in_browser(site: &Path) -> anyhow::Result<ExitCode> {
    let beginning = Beginning::open().context("打不开建立网站的页面")?;
    println!("BEGIN {}", beginning.address());
    if let Err(error) = open::that_detached(beginning.address()) {
        eprintln!("portal: 没能打开浏览器：{error}");
    }
    while let Some(request) = beginning.wait() {
        match portal::publish::create(site, &request.site) {
            Ok(_) => {
                let audience =
                    BrowserHandover(RefCell::new(Some(request)), EditorTerminal::new(false));
                return crate::edit(&arguments(site.to_owned()), &audience);
            }
            Err(error) => request.refuse(&crate::told(&error.into())),
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Sends the browser in which a site was begun to its editor.
#[derive(Debug)]
struct BrowserHandover(RefCell<Option<SiteRequest>>, EditorTerminal);

impl Audience for BrowserHandover {
    fn ready(&self, address: SocketAddr) {
        self.1.ready(address);
    }

    fn editable(&self, address: &str) {
        if let Some(request) = self.0.take() {
            request.fulfil(address);
        }
        self.1.editable(address);
    }

    fn updated(&self, round: &Round, site: &Served) {
        self.1.updated(round, site);
    }

    fn failed(&self, round: &Round, failure: &Failure) {
        self.1.failed(round, failure);
    }

    fn unwatched(&self, error: &notify::Error) {
        self.1.unwatched(error);
    }
}
