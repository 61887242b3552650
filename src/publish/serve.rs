//! Local server that sends a site as a production host would, and follows changes of the folder.
//!
//! The main thread reads and checks the whole site after each change, and opens a [`Portal`] of it.
//! The threads of the runtime request from it the files that browsers request, so that no portal is
//! written to disk. If the site has errors, the last state without errors is still served, and open
//! pages show the errors.

mod answer;
mod headers;
mod host;
mod live;
mod overlay;
mod portal;
mod script;
mod watch;

pub use overlay::Failure;

use super::build::public_url;
use super::check::CheckOptions;
use super::edit::{Editor, EditorFiles, closed};
use super::snapshot::Snapshot;
use super::{BuildError, Drafts, ReadError, Shell, ShellError, ShellSource};
use crate::content::values::date::Date;
use crate::content::{Language, Problem, SourceFile};
use crate::route::PublicUrl;
use crate::wire::edit::News;
use live::Live;
use portal::Portal;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc;
use std::time::{Duration, Instant};
use thiserror::Error;
use tokio::net::TcpListener;
use watch::Wake;

/// Options of the server.
#[derive(Debug)]
pub struct ServeOptions<'a> {
    /// Site folder.
    pub site: &'a Path,
    /// Source of the shell; a folder is watched.
    pub shell: ShellSource<'a>,
    /// Port; 0 selects a free one.
    pub port: u16,
    /// Drafts that are shown as well: none or all.
    pub drafts: Drafts,
    /// Current day in Asia/Shanghai; `None` if each reading of the site determines it anew.
    pub today: Option<Date>,
    /// Language in which pages describe problems.
    pub language: Language,
    /// Files of the editor, if the site can be edited.
    pub editor: Option<EditorFiles>,
    /// `true` if the server ends when the pages of the editor have been closed.
    pub until_closed: bool,
    /// Receiver of the server's events.
    pub audience: &'a dyn Audience,
}

/// A receiver of events while a site is served.
pub trait Audience: std::fmt::Debug {
    /// Reports that the server accepts connections at this address.
    fn ready(&self, address: SocketAddr);

    /// Reports that the editor can be opened at this address, which contains its token.
    fn editable(&self, address: &str);

    /// Reports that the current state of the site is served.
    fn updated(&self, round: &Round, site: &Served);

    /// Reports that the site has errors. The previous state is still served.
    fn failed(&self, round: &Round, failure: &Failure);

    /// Reports that the folder cannot be watched, so that changes are not noticed.
    fn unwatched(&self, error: &notify::Error);
}

/// A reading of the site: its cause and its duration.
#[derive(Debug)]
pub struct Round {
    /// Names of the changed files, as editors know them; empty in the first round.
    pub changed: Vec<String>,
    /// Duration.
    pub took: Duration,
}

/// A site that is served.
#[derive(Debug)]
pub struct Served {
    /// Number of pages.
    pub pages: usize,
    /// Warnings and notes of the check.
    pub problems: Vec<Problem>,
    /// Files with problems, for displaying these.
    pub sources: Vec<SourceFile>,
}

/// An error of the server.
#[derive(Debug, Error)]
pub enum ServeError {
    /// The port is in use, or not permitted.
    Port {
        /// Port.
        port: u16,
        /// Cause.
        error: io::Error,
    },
    /// The shell cannot be read.
    Shell(#[from] ShellError),
    /// The site cannot be read or prepared, for a reason other than its content.
    Build(#[from] BuildError),
    /// The server stopped.
    Stopped(#[from] io::Error),
}

/// Serves a site until the program is interrupted.
///
/// # Errors
/// See [`ServeError`]. Errors in the content are not among them: pages show them.
pub fn serve(options: &ServeOptions<'_>) -> Result<(), ServeError> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let shell = Arc::new(options.shell.read()?);
    let roots = watch::Roots::new(options.site, options.shell.folder())
        .ok_or_else(|| BuildError::Read(ReadError::NoFolder(options.site.to_owned())))?;
    let port = options.port;
    let listener = runtime
        .block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, port)))
        .map_err(|error| ServeError::Port { port, error })?;
    let address = listener.local_addr()?;

    let (wake, wakes) = mpsc::channel();
    let interrupted = wake.clone();
    let is_edited = options.editor.is_some();
    runtime.spawn(async move {
        // If signals cannot be handled, the system ends the program.
        if interrupt(is_edited).await.is_ok() {
            // The receiver is dropped when the server ends.
            _ = interrupted.send(Wake::Interrupted);
        }
    });
    // Before the first reading, so that no change is missed.
    let mut watch = watch::Watch::begin(roots, wake.clone());
    if let Err(error) = &watch {
        options.audience.unwatched(error);
    }
    let live = Arc::new(Live::default());
    let url = public_url(&format!("http://{address}/"))?;
    let editor = options.editor.clone().map(|files| {
        let (url, shell, wake) = (url.clone(), Arc::clone(&shell), wake.clone());
        let writings = move |path: &str| {
            // The receiver is dropped when the server ends.
            _ = wake.send(Wake::Changed(path.to_owned()));
        };
        Editor::new(
            options.site,
            files,
            address.port(),
            url,
            options.today,
            shell,
            writings,
        )
    });
    let editor = editor.transpose()?.map(Arc::new);
    let mut updater = Updater {
        options,
        shell,
        url,
        live: &live,
        editor: editor.as_deref(),
    };
    match updater.update(Vec::new()) {
        Ok(()) => {}
        Err(failure) if failure.is_of_content() => {}
        Err(Failure::Build(error)) => return Err(error.into()),
        Err(Failure::Shell(error)) => return Err(error.into()),
    }
    if let Some(editor) = editor.clone().filter(|_| options.until_closed) {
        let wake = wake.clone();
        runtime.spawn(async move {
            closed(&editor).await;
            // The receiver is dropped when the server ends.
            _ = wake.send(Wake::Interrupted);
        });
    }
    let router = live::router(Arc::clone(&live), editor.clone());
    runtime.spawn(async move {
        if let Err(error) = axum::serve(listener, router).await {
            // The receiver is dropped when the server ends.
            _ = wake.send(Wake::Stopped(error));
        }
    });
    match &editor {
        Some(editor) => options.audience.editable(&editor.address()),
        None => options.audience.ready(address),
    }
    while let Some(files) = watch::next(&wakes)? {
        if let Ok(watch) = &mut watch
            && let Err(error) = watch.renew(&files)
        {
            options.audience.unwatched(&error);
        }
        // The failure has been reported to the audience, and the next change can correct it.
        _ = updater.update(files);
    }
    Ok(())
}

/// Waits for Ctrl-C; in an editor, also for the signal with which systems end a program, so that it
/// ends in good order.
async fn interrupt(is_edited: bool) -> io::Result<()> {
    #[cfg(unix)]
    if is_edited {
        use tokio::signal::unix::{SignalKind, signal};
        let mut ended = signal(SignalKind::terminate())?;
        return tokio::select! {
            outcome = tokio::signal::ctrl_c() => outcome,
            _ = ended.recv() => Ok(()),
        };
    }
    #[cfg(not(unix))]
    let _ = is_edited;
    tokio::signal::ctrl_c().await
}

/// Updater of the served state after changes in the folders.
#[derive(Debug)]
struct Updater<'a> {
    options: &'a ServeOptions<'a>,
    shell: Arc<Shell>,
    url: PublicUrl,
    live: &'a Live,
    editor: Option<&'a Editor>,
}

impl Updater<'_> {
    /// Reads and checks the site, serves it if it has no errors, and reports the result to the
    /// audience and to open pages.
    fn update(&mut self, changed: Vec<String>) -> Result<(), Failure> {
        let began = Instant::now();
        let outcome = self.try_update(&changed);
        let took = began.elapsed();
        let round = Round { changed, took };
        let audience = self.options.audience;
        let is_first = round.changed.is_empty();
        match &outcome {
            Ok(served) => audience.updated(&round, served),
            Err(failure) if is_first && !failure.is_of_content() => {}
            Err(failure) => {
                audience.failed(&round, failure);
                self.live.fail(failure, self.options.language);
            }
        }
        if let Some(editor) = self.editor {
            let files = round.changed;
            editor.tell(News::Changed { files });
        }
        outcome.map(drop)
    }

    fn try_update(&mut self, changed: &[String]) -> Result<Served, Failure> {
        let options = self.options;
        if changed.iter().any(|name| name == watch::SHELL) {
            self.shell = Arc::new(options.shell.read()?);
            if let Some(editor) = self.editor {
                editor.set_shell(Arc::clone(&self.shell));
            }
        }
        let held = self.editor.map(Editor::hold);
        let sources = super::read(options.site).map_err(BuildError::from)?;
        if let Some(editor) = self.editor {
            editor.take(sources.clone());
        }
        drop(held);
        let asked = CheckOptions {
            drafts: options.drafts,
            today: options.today.unwrap_or_else(super::today),
            url: Some(&self.url),
        };
        let snapshot = Snapshot::check(sources, asked);
        match (self.editor, &snapshot) {
            (Some(editor), Ok(site)) => editor.check(&site.problems, Some(&site.routes)),
            (Some(editor), Err(BuildError::Content { problems, .. })) => {
                editor.check(problems, None);
            }
            _ => {}
        }
        let mut snapshot = snapshot?;
        let served = Served {
            pages: snapshot.routes.len(),
            problems: std::mem::take(&mut snapshot.problems),
            sources: std::mem::take(&mut snapshot.sources.sources),
        };
        let portal = Portal::open(snapshot, Arc::clone(&self.shell))?;
        self.live.show(portal);
        Ok(served)
    }
}
