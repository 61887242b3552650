//! What all requests of an editor share.

mod closing;

pub(in crate::publish) use closing::closed;

use super::disk;
use super::guard::Guard;
use super::reading::Reading;
use super::refused::{Outcome, Refused};
use super::words;
use crate::content::values::date::Date;
use crate::content::{Drafts, Problem};
use crate::publish::Shell;
use crate::publish::check::{CheckOptions, Examined, examine};
use crate::publish::source::read::SiteFiles;
use crate::route::{PublicUrl, Route};
use crate::wire::edit::{Examination, News, Publishing};
use axum::http::StatusCode;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use tokio::sync::broadcast;

/// Number of news that a slow listener may miss.
const NEWS: usize = 64;

/// Source of the files of the editor's app.
#[derive(Debug, Clone)]
pub enum EditorFiles {
    /// A folder with the output of Trunk.
    Folder(PathBuf),
    /// Files embedded in the program.
    Carried(&'static include_dir::Dir<'static>),
}

impl EditorFiles {
    /// Returns the folder in which the app is expected and is not.
    #[must_use]
    pub fn missing(&self) -> Option<&Path> {
        match self {
            Self::Folder(folder) if !folder.join("editor.js").is_file() => Some(folder),
            Self::Folder(_) | Self::Carried(_) => None,
        }
    }

    /// Returns the bytes of a file.
    pub(super) fn read(&self, name: &str) -> io::Result<Cow<'static, [u8]>> {
        match self {
            Self::Folder(folder) => std::fs::read(folder.join(name)).map(Cow::Owned),
            Self::Carried(folder) => folder
                .get_file(name)
                .map(|file| Cow::Borrowed(file.contents()))
                .ok_or_else(|| io::ErrorKind::NotFound.into()),
        }
    }
}

/// Receiver of the paths of files that were written.
struct Writings(Box<dyn Fn(&str) + Send + Sync>);

impl fmt::Debug for Writings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Writings")
    }
}

/// An editor of a site.
#[derive(Debug)]
pub(in crate::publish) struct Editor {
    pub(super) folder: PathBuf,
    pub(super) guard: Guard,
    pub(super) files: EditorFiles,
    today: Option<Date>,
    pub(super) url: PublicUrl,
    shell: Mutex<Arc<Shell>>,
    reading: RwLock<Option<Arc<Reading>>>,
    /// Held while the site is written or read from the disk.
    writing: Mutex<()>,
    /// Receiver of the paths of files that the editor has written.
    writings: Writings,
    /// Values that previews show, by their keys.
    pub(super) previews: Mutex<BTreeMap<String, Examination>>,
    news: broadcast::Sender<News>,
    was_opened: AtomicBool,
    pub(super) publishing: Mutex<Publishing>,
}

impl Editor {
    /// Creates an editor that is served at a port. `writings` is told the paths of files that it
    /// writes, as the system may not report changes of every folder.
    ///
    /// # Errors
    /// Returns an error if the system has no random numbers.
    pub(in crate::publish) fn new(
        folder: &Path,
        files: EditorFiles,
        port: u16,
        url: PublicUrl,
        today: Option<Date>,
        shell: Arc<Shell>,
        writings: impl Fn(&str) + Send + Sync + 'static,
    ) -> io::Result<Self> {
        Ok(Self {
            folder: folder.to_owned(),
            guard: Guard::new(port)?,
            files,
            today,
            url,
            shell: Mutex::new(shell),
            reading: RwLock::default(),
            writing: Mutex::default(),
            writings: Writings(Box::new(writings)),
            previews: Mutex::default(),
            news: broadcast::Sender::new(NEWS),
            was_opened: AtomicBool::default(),
            publishing: Mutex::new(Publishing {
                folder: None,
                step: None,
                outcome: None,
            }),
        })
    }

    /// Waits until nobody writes the site, and keeps others from doing so.
    pub(in crate::publish) fn hold(&self) -> MutexGuard<'_, ()> {
        locked(&self.writing)
    }

    /// Takes over a site that was read.
    pub(in crate::publish) fn take(&self, files: SiteFiles) {
        let before = self
            .reading
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        let problems = before
            .as_ref()
            .map_or_else(Vec::new, |before| before.problems.clone());
        let routes = before
            .as_ref()
            .map_or_else(BTreeSet::new, |before| before.routes.clone());
        self.replace(Reading::new(files, problems, routes, before.as_deref()));
    }

    /// Takes over the result of a check of the site that was taken over last.
    pub(in crate::publish) fn check(&self, problems: &[Problem], routes: Option<&BTreeSet<Route>>) {
        // Whoever saves meanwhile would be overwritten with the site as it was before.
        let _held = self.hold();
        let before = self
            .reading
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        if let Some(before) = before {
            let routes = routes.unwrap_or(&before.routes).clone();
            let files = Arc::clone(&before.files);
            let problems = problems.to_vec();
            self.replace(Reading::new(files, problems, routes, Some(&before)));
        }
    }

    /// Takes over a site of which the editor has written a file.
    pub(super) fn wrote(&self, path: &str, reading: Reading) {
        self.replace(reading);
        let Writings(told) = &self.writings;
        told(path);
    }

    fn replace(&self, reading: Reading) {
        let mut place = self.reading.write().unwrap_or_else(PoisonError::into_inner);
        *place = Some(Arc::new(reading));
    }

    /// Uses another shell from now on.
    pub(in crate::publish) fn set_shell(&self, shell: Arc<Shell>) {
        *locked(&self.shell) = shell;
    }

    pub(super) fn shell(&self) -> Arc<Shell> {
        Arc::clone(&locked(&self.shell))
    }

    /// Returns the site as it was last read.
    pub(super) fn reading(&self) -> Outcome<Arc<Reading>> {
        let reading = self.reading.read().unwrap_or_else(PoisonError::into_inner);
        reading.clone().ok_or_else(|| {
            let status = StatusCode::SERVICE_UNAVAILABLE;
            Refused::new(status, "not-ready", words::FAILED)
        })
    }

    /// Returns the current day in Asia/Shanghai.
    pub(super) fn today(&self) -> Date {
        self.today.unwrap_or_else(crate::publish::build::today)
    }

    /// Checks files as `portal check` does.
    pub(super) fn examine(&self, files: &SiteFiles, drafts: Drafts) -> Examined {
        let asked = CheckOptions {
            drafts,
            today: self.today(),
            url: Some(&self.url),
        };
        examine(files, asked)
    }

    /// Returns a folder of the editor in the site folder.
    pub(super) fn own(&self, name: &str) -> PathBuf {
        self.folder.join(disk::OWN).join(name)
    }

    /// Tells open editors.
    pub(in crate::publish) fn tell(&self, news: News) {
        // Nobody may listen.
        _ = self.news.send(news);
    }

    /// Returns the number of open pages, each of which listens.
    pub(super) fn listeners(&self) -> usize {
        self.news.receiver_count()
    }

    /// Returns `true` if a page has ever been opened.
    pub(super) fn was_opened(&self) -> bool {
        self.was_opened.load(Ordering::Relaxed)
    }

    pub(super) fn listen(&self) -> broadcast::Receiver<News> {
        self.was_opened.store(true, Ordering::Relaxed);
        self.news.subscribe()
    }

    /// Returns the address that opens the editor.
    pub(in crate::publish) fn address(&self) -> String {
        let (url, token) = (self.url.origin(), self.guard.token());
        format!("{url}{}?token={token}", crate::wire::edit::EDIT_PATH)
    }
}

/// Locks a value, also if a thread failed while it held it.
pub(super) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
