//! Serves a site on this machine as a host in production would, and keeps what is served up to
//! date with the folder.
//!
//! The main thread reads and checks the whole site after each change, and opens a [`Portal`] of
//! it; the runtime's threads ask that for the files that browsers ask for, so that no portal is
//! written to the disk. A site that has errors leaves the last good one in place, and open
//! pages show what is wrong.

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
use super::snapshot::Snapshot;
use super::{BuildError, Drafts, ReadError, Shell, ShellError, ShellSource};
use crate::content::values::date::Date;
use crate::content::{Language, Problem, SourceFile};
use crate::route::PublicUrl;
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
use watch::{Next, Wake};

/// What is to be served.
#[derive(Debug)]
pub struct ServeOptions<'a> {
    /// The site folder.
    pub site: &'a Path,
    /// Where the shell comes from; a folder is watched.
    pub shell: ShellSource<'a>,
    /// The port; 0 takes one that is free.
    pub port: u16,
    /// Whether drafts are shown too.
    pub drafts: Drafts,
    /// The day in Asia/Shanghai; without one it is that of each reading.
    pub today: Option<Date>,
    /// The language in which pages tell what is wrong.
    pub language: Language,
    /// Who is told what happens.
    pub audience: &'a dyn Audience,
}

/// Is told what happens while a site is served.
pub trait Audience: std::fmt::Debug {
    /// From now on the site is served at this address.
    fn ready(&self, address: SocketAddr);

    /// The site is served as it is now.
    fn updated(&self, round: &Round, site: &Served);

    /// The site has errors; what was served before is served on.
    fn failed(&self, round: &Round, failure: &Failure);

    /// The folder cannot be watched, so that changes are not seen.
    fn unwatched(&self, error: &notify::Error);
}

/// One reading of the site, from outside.
#[derive(Debug)]
pub struct Round {
    /// The files that have changed, as an editor calls them; none in the first round.
    pub changed: Vec<String>,
    /// How long it took.
    pub took: Duration,
}

/// A site that is served.
#[derive(Debug)]
pub struct Served {
    /// How many pages it has.
    pub pages: usize,
    /// What the check had to say all the same.
    pub problems: Vec<Problem>,
    /// The files in which the problems are, for showing them.
    pub sources: Vec<SourceFile>,
}

/// A site that cannot be served.
#[derive(Debug, Error)]
pub enum ServeError {
    /// The port is taken, or not allowed.
    Port {
        /// The port.
        port: u16,
        /// Why.
        error: io::Error,
    },
    /// There is no shell.
    Shell(#[from] ShellError),
    /// The site cannot be read or put in order, for another reason than what editors wrote.
    Build(#[from] BuildError),
    /// Serving stopped.
    Stopped(#[from] io::Error),
}

/// Serves a site until the program is interrupted.
///
/// # Errors
/// See [`ServeError`]. Errors in the content are none of these: they are shown in the page.
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
    runtime.spawn(async move {
        // Without a way to hear Ctrl-C the program is ended by the system.
        if tokio::signal::ctrl_c().await.is_ok() {
            // Nobody listens once serving is over.
            _ = interrupted.send(Wake::Interrupted);
        }
    });
    // Before the first reading, so that no change is missed.
    let mut watch = watch::Watch::begin(roots, wake.clone());
    if let Err(error) = &watch {
        options.audience.unwatched(error);
    }
    let live = Arc::new(Live::default());
    let mut updater = Updater {
        options,
        shell,
        url: public_url(&format!("http://{address}/"))?,
        live: &live,
    };
    match updater.update(Vec::new()) {
        Ok(()) => {}
        Err(failure) if failure.is_of_content() => {}
        Err(Failure::Build(error)) => return Err(error.into()),
        Err(Failure::Shell(error)) => return Err(error.into()),
    }
    let router = live::router(Arc::clone(&live));
    runtime.spawn(async move {
        if let Err(error) = axum::serve(listener, router).await {
            // Nobody listens once serving is over.
            _ = wake.send(Wake::Stopped(error));
        }
    });
    options.audience.ready(address);
    loop {
        match watch::next(&wakes) {
            Next::Changed(files) => {
                if let Ok(watch) = &mut watch
                    && let Err(error) = watch.renew(&files)
                {
                    options.audience.unwatched(&error);
                }
                // What is wrong was told to the audience, and is mended by the next change.
                _ = updater.update(files);
            }
            Next::Interrupted => return Ok(()),
            Next::Stopped(error) => return Err(error.into()),
        }
    }
}

/// Brings what is served up to date with the folders.
#[derive(Debug)]
struct Updater<'a> {
    options: &'a ServeOptions<'a>,
    shell: Arc<Shell>,
    url: PublicUrl,
    live: &'a Live,
}

impl Updater<'_> {
    /// Reads and checks the site, serves it if it is in order, and tells everybody.
    fn update(&mut self, changed: Vec<String>) -> Result<(), Failure> {
        let began = Instant::now();
        let outcome = self.try_update(&changed);
        let took = began.elapsed();
        let round = Round { changed, took };
        let audience = self.options.audience;
        match outcome {
            Ok(served) => {
                audience.updated(&round, &served);
                Ok(())
            }
            Err(failure) => {
                let is_first = round.changed.is_empty();
                if !is_first || failure.is_of_content() {
                    audience.failed(&round, &failure);
                    self.live.fail(&failure, self.options.language);
                }
                Err(failure)
            }
        }
    }

    fn try_update(&mut self, changed: &[String]) -> Result<Served, Failure> {
        let options = self.options;
        if changed.iter().any(|name| name == watch::SHELL) {
            self.shell = Arc::new(options.shell.read()?);
        }
        let sources = super::read(options.site).map_err(BuildError::from)?;
        let asked = CheckOptions {
            drafts: options.drafts,
            today: options.today.unwrap_or_else(super::today),
            url: Some(&self.url),
        };
        let mut snapshot = Snapshot::check(sources, asked)?;
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
