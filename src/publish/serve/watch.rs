//! Detection of changes in the folders, and of the time to read them again.

use crate::publish::source::root::is_left_behind;
use crate::publish::source::walk::{CONTENT, MEDIA, ROOT};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

/// Name that is reported for all files of the app, which editors do not know individually.
pub(super) const SHELL: &str = "应用外壳";
/// Time without changes after which the site is read. An editor saves in several steps, and a
/// folder is copied file by file.
const QUIET: Duration = Duration::from_millis(60);
/// Maximum time for which continual changes can delay reading.
const PATIENCE: Duration = Duration::from_secs(2);

/// An event that ends the wait.
#[derive(Debug)]
pub(super) enum Wake {
    /// The file with this name has changed.
    Changed(String),
    Interrupted,
    Stopped(io::Error),
}

/// Folders that are watched.
#[derive(Debug, Clone)]
pub(super) struct Roots {
    site: PathBuf,
    shell: Option<PathBuf>,
}

impl Roots {
    /// Resolves the folders to the paths that the system reports; returns `None` if one does not
    /// exist.
    pub(super) fn new(site: &Path, shell: Option<&Path>) -> Option<Self> {
        Some(Self {
            site: site.canonicalize().ok()?,
            shell: shell.map(Path::canonicalize).transpose().ok()?,
        })
    }

    fn all(&self) -> impl Iterator<Item = &Path> {
        let shell = self.shell.as_deref();
        std::iter::once(self.site.as_path()).chain(shell)
    }

    /// Returns the name that is reported for a changed file; `None` if the portal does not depend
    /// on it.
    fn name(&self, path: &Path) -> Option<String> {
        if let Ok(inside) = path.strip_prefix(&self.site)
            && let Some(names) = names_in_site(inside)
        {
            match names.first().map(String::as_str) {
                // The site folder itself was removed, created or renamed.
                None => return Some(CONTENT.to_owned()),
                Some(CONTENT | MEDIA | ROOT) => return Some(names.join("/")),
                Some(_) => {}
            }
        }
        let inside = path.strip_prefix(self.shell.as_ref()?).ok()?;
        names(inside, is_passing).map(|_| SHELL.to_owned())
    }
}

/// Returns the names along a path in the site folder; `None` if it is not read. In `root/` hidden
/// files are read too.
fn names_in_site(path: &Path) -> Option<Vec<String>> {
    if path.starts_with(ROOT) {
        names(path, is_left_behind)
    } else {
        names(path, is_passing)
    }
}

/// Returns the names along a path; `None` if one of them is not read.
fn names(path: &Path, is_passing: fn(&OsStr) -> bool) -> Option<Vec<String>> {
    path.components()
        .map(|part| match part {
            Component::Normal(name) if !is_passing(name) => {
                Some(name.to_string_lossy().into_owned())
            }
            _ => None,
        })
        .collect()
}

/// Returns `true` for hidden files (`.git`, Vim's `.x.swp`, Emacs' `.#x`), copies (`x~`, `#x#`),
/// lock files of Office (`~$x`), Vim's test file 4913, and files that other programs write before
/// they rename them.
fn is_passing(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    const ENDINGS: [&str; 7] = ["~", "#", ".tmp", ".temp", ".bak", ".part", ".crdownload"];
    name.starts_with(['.', '#', '~'])
        || name == "4913"
        || ENDINGS.iter().any(|ending| name.ends_with(ending))
}

/// Watcher of the folders, which stops when it is dropped.
#[derive(Debug)]
pub(super) struct Watch {
    watcher: RecommendedWatcher,
    roots: Roots,
}

impl Watch {
    /// Starts to watch.
    ///
    /// # Errors
    /// Returns an error if the system cannot watch the folders, for instance because its limit is
    /// reached.
    pub(super) fn begin(roots: Roots, wake: Sender<Wake>) -> notify::Result<Self> {
        let roots_of_events = roots.clone();
        let watcher = notify::recommended_watcher(move |event| {
            for name in changed(&roots_of_events, event) {
                // The receiver is dropped when the server ends.
                _ = wake.send(Wake::Changed(name));
            }
        })?;
        let mut watch = Self { watcher, roots };
        watch.look()?;
        Ok(watch)
    }

    /// Watches the folders again if one of the changes may be that a different folder now has the
    /// name of a watched one.
    pub(super) fn renew(&mut self, changed: &[String]) -> notify::Result<()> {
        let is_root = |name: &String| name == CONTENT || name == SHELL;
        if !changed.iter().any(is_root) {
            return Ok(());
        }
        for root in self.roots.all() {
            // A folder that does not exist is not watched.
            _ = self.watcher.unwatch(root);
        }
        self.look()
    }

    fn look(&mut self) -> notify::Result<()> {
        for root in self.roots.all().filter(|root| root.exists()) {
            self.watcher.watch(root, RecursiveMode::Recursive)?;
            if let Some(above) = root.parent() {
                // Needed only to detect that the folder is created again, so a failure is ignored.
                _ = self.watcher.watch(above, RecursiveMode::NonRecursive);
            }
        }
        Ok(())
    }
}

/// Returns the names of the files in an event. If events were lost, everything may have changed.
fn changed(roots: &Roots, event: notify::Result<notify::Event>) -> Vec<String> {
    let Some(event) = event.ok().filter(|event| !event.need_rescan()) else {
        let shell = roots.shell.is_some().then(|| SHELL.to_owned());
        return std::iter::once(CONTENT.to_owned()).chain(shell).collect();
    };
    // The server itself reads the files.
    if matches!(event.kind, EventKind::Access(_)) {
        return Vec::new();
    }
    let paths = event.paths.iter();
    paths.filter_map(|path| roots.name(path)).collect()
}

/// Waits until files have changed and no change has followed, and returns their names; `None` if
/// the program was interrupted.
///
/// # Errors
/// Returns the error with which the server stopped.
pub(super) fn next(wakes: &Receiver<Wake>) -> io::Result<Option<Vec<String>>> {
    let mut files = BTreeSet::new();
    let mut began = None;
    loop {
        let wake = match began {
            None => wakes.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(began) if Instant::elapsed(&began) > PATIENCE => Err(RecvTimeoutError::Timeout),
            Some(_) => wakes.recv_timeout(QUIET),
        };
        match wake {
            Ok(Wake::Changed(file)) => {
                files.insert(file);
                began.get_or_insert_with(Instant::now);
            }
            Ok(Wake::Stopped(error)) => return Err(error),
            Ok(Wake::Interrupted) | Err(RecvTimeoutError::Disconnected) => return Ok(None),
            Err(RecvTimeoutError::Timeout) => return Ok(Some(files.into_iter().collect())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::Event;
    use notify::event::{AccessKind, CreateKind, Flag};
    use std::sync::mpsc;

    fn roots(shell: Option<&str>) -> Roots {
        Roots {
            site: PathBuf::from("/site"),
            shell: shell.map(PathBuf::from),
        }
    }

    #[test]
    fn only_what_is_read_matters() {
        let roots = roots(Some("/site/target/shell"));
        for (path, name) in [
            ("/site/content/site.json", Some("content/site.json")),
            ("/site/content", Some("content")),
            ("/site", Some("content")),
            ("/site/media/a/b.png", Some("media/a/b.png")),
            ("/site/root", Some("root")),
            ("/site/root/CNAME", Some("root/CNAME")),
            (
                "/site/root/.well-known/security.txt",
                Some("root/.well-known/security.txt"),
            ),
            ("/site/root/.CNAME.swp", None),
            ("/site/root/.git/index", None),
            ("/site/roots/a", None),
            ("/site/README.md", None),
            ("/site/.git/index", None),
            ("/site/content/.DS_Store", None),
            ("/site/content/articles/.a.json.swp", None),
            ("/site/content/articles/.#a.json", None),
            ("/site/content/articles/#a.json#", None),
            ("/site/content/articles/a.json~", None),
            ("/site/content/articles/4913", None),
            ("/site/content/articles/a.json.tmp", None),
            ("/site/content/.cache/a.json", None),
            ("/site/media/~$report.docx", None),
            ("/site/target/shell/app-1.js", Some(SHELL)),
            ("/site/target/shell/.stage/app-1.js", None),
            ("/elsewhere/content/site.json", None),
        ] {
            assert_eq!(roots.name(Path::new(path)).as_deref(), name, "{path}");
        }
    }

    #[test]
    fn reading_a_file_changes_nothing() {
        let path = PathBuf::from("/site/content/site.json");
        let event = |kind| Ok(Event::new(kind).add_path(path.clone()));
        let roots = roots(None);
        let read = EventKind::Access(AccessKind::Any);
        assert!(changed(&roots, event(read)).is_empty());
        let made = EventKind::Create(CreateKind::File);
        assert_eq!(changed(&roots, event(made)), ["content/site.json"]);
    }

    #[test]
    fn lost_events_are_taken_for_a_change() {
        let lost = || Ok(Event::new(EventKind::Other).set_flag(Flag::Rescan));
        assert_eq!(changed(&roots(None), lost()), [CONTENT]);
        assert_eq!(changed(&roots(Some("/shell")), lost()), [CONTENT, SHELL]);
    }

    #[test]
    fn a_burst_is_one_change() {
        let (wake, wakes) = mpsc::channel();
        for name in ["b", "a", "b"] {
            let sent = wake.send(Wake::Changed(name.to_owned()));
            sent.expect("the other end listens");
        }
        assert!(matches!(next(&wakes), Ok(Some(files)) if files == ["a", "b"]));
        drop(wake);
        assert!(matches!(next(&wakes), Ok(None)));
    }

    #[test]
    fn an_end_is_not_held_up_by_changes() {
        let (wake, wakes) = mpsc::channel();
        for sent in [Wake::Changed("a".to_owned()), Wake::Interrupted] {
            wake.send(sent).expect("the other end listens");
        }
        assert!(matches!(next(&wakes), Ok(None)));
    }
}
