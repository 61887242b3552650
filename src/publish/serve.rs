//! Serves a site on this machine as a host in production would, and keeps what is served up to
//! date with the folder.
//!
//! The main thread builds; the runtime's threads answer. They meet in [`Live`]: a build swaps
//! the new portal in while no request is being looked up, so that a request sees either the
//! old portal or the new one. A site that cannot be published leaves the last good one in
//! place, and open pages show what is wrong.

mod files;
mod headers;
mod host;
mod live;
mod overlay;
mod watch;

pub use overlay::Failure;

use super::output_dir::unreadable;
use super::{
    BuildError, BuildOptions, Built, Drafts, Observer, ReadError, Shell, ShellError, ShellSource,
    Step,
};
use crate::content::Language;
use crate::content::values::date::Date;
use headers::Rules;
use live::{Current, Live};
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use thiserror::Error;
use tokio::net::TcpListener;
use tokio::sync::RwLockWriteGuard;
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
    /// The day in Asia/Shanghai; without one it is that of each build.
    pub today: Option<Date>,
    /// The language in which pages tell what is wrong.
    pub language: Language,
    /// Who is told what happens.
    pub audience: &'a dyn Audience,
}

/// Is told what happens while a site is served, and watches the builds.
pub trait Audience: Observer {
    /// From now on the site is served at this address.
    fn ready(&self, address: SocketAddr);

    /// The site was published.
    fn built(&self, round: &Round, built: &Built);

    /// The site could not be published; what was served before is served on.
    fn failed(&self, round: &Round, failure: &Failure);

    /// The folder cannot be watched, so that changes are not seen.
    fn unwatched(&self, error: &notify::Error);
}

/// A build, from outside.
#[derive(Debug)]
pub struct Round {
    /// The files that have changed, as an editor calls them; none in the first round.
    pub changed: Vec<String>,
    /// How long it took.
    pub took: Duration,
}

/// A site that cannot be served.
#[derive(Debug, Error)]
pub enum ServeError {
    /// The port is taken, or not allowed.
    #[error("不能在端口 {port} 上提供服务：{error}。请用 --port 换一个端口")]
    Port {
        /// The port.
        port: u16,
        /// Why.
        error: io::Error,
    },
    /// There is no room for the portal.
    #[error("无法建立临时文件夹：{0}")]
    Folder(io::Error),
    /// There is no shell.
    #[error(transparent)]
    Shell(#[from] ShellError),
    /// The first build failed for another reason than what editors wrote.
    #[error(transparent)]
    Build(#[from] BuildError),
    /// Serving stopped.
    #[error("服务中断：{0}")]
    Stopped(#[from] io::Error),
}

/// Serves a site until the program is interrupted.
///
/// # Errors
/// See [`ServeError`]. Errors in the content are none of these: they are shown in the page.
pub fn serve(options: &ServeOptions<'_>) -> Result<(), ServeError> {
    let folder = tempfile::tempdir().map_err(ServeError::Folder)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let shell = options.shell.read()?;
    let roots = watch::Roots::new(options.site, options.shell.folder())
        .ok_or_else(|| BuildError::Read(ReadError::NoFolder(options.site.to_owned())))?;
    let port = options.port;
    let listener = runtime
        .block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, port)))
        .map_err(|error| ServeError::Port { port, error })?;
    let address = listener.local_addr()?;

    let (wake, wakes) = mpsc::channel();
    let interrupted = Arc::new(AtomicBool::new(false));
    runtime.spawn(interrupt(Arc::clone(&interrupted), wake.clone()));
    // Before the first build, so that no change is missed.
    let mut watch = watch::Watch::begin(roots, wake.clone());
    if let Err(error) = &watch {
        options.audience.unwatched(error);
    }
    let live = Arc::new(Live::new(folder.path().join("site")));
    let mut builder = Builder {
        options,
        shell,
        base_url: format!("http://{address}/"),
        live: &live,
        interrupted: &interrupted,
        number: 0,
    };
    match builder.build(Vec::new()) {
        Ok(()) => {}
        Err(failure) if failure.is_of_content() => {}
        Err(Failure::Build(BuildError::Interrupted)) => return Ok(()),
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
                _ = builder.build(files);
            }
            Next::Interrupted => return Ok(()),
            Next::Stopped(error) => return Err(error.into()),
        }
    }
}

/// Builds again and again into one folder.
#[derive(Debug)]
struct Builder<'a> {
    options: &'a ServeOptions<'a>,
    shell: Shell,
    base_url: String,
    live: &'a Live,
    interrupted: &'a AtomicBool,
    /// How many builds have succeeded.
    number: usize,
}

impl Builder<'_> {
    /// Builds, and tells everybody, unless serving ends with it.
    fn build(&mut self, changed: Vec<String>) -> Result<(), Failure> {
        let began = Instant::now();
        let outcome = self.try_build(&changed);
        let took = began.elapsed();
        let round = Round { changed, took };
        let audience = self.options.audience;
        match outcome {
            Ok(built) => {
                audience.built(&round, &built);
                Ok(())
            }
            Err(failure) => {
                let is_interrupted = matches!(failure, Failure::Build(BuildError::Interrupted));
                let is_first = round.changed.is_empty();
                if !is_interrupted && (!is_first || failure.is_of_content()) {
                    audience.failed(&round, &failure);
                    self.live.fail(&failure, self.options.language);
                }
                Err(failure)
            }
        }
    }

    fn try_build(&mut self, changed: &[String]) -> Result<Built, Failure> {
        let options = self.options;
        if changed.iter().any(|name| name == watch::SHELL) {
            self.shell = options.shell.read()?;
        }
        let gate = Gate {
            audience: options.audience,
            interrupted: self.interrupted,
            live: self.live,
            closed: Mutex::new(None),
        };
        let built = super::build(
            &BuildOptions {
                site: options.site,
                out: self.live.folder(),
                base_url: Some(&self.base_url),
                drafts: options.drafts,
                compress: false,
                today: options.today.unwrap_or_else(super::today),
                observer: &gate,
            },
            &self.shell,
        )?;
        let file = self.live.folder().join(headers::FILE);
        let text = std::fs::read_to_string(&file)
            .map_err(unreadable(&file))
            .map_err(BuildError::from)?;
        self.number += 1;
        let current = Current {
            rules: Rules::parse(&text),
            build: self.live.name(self.number),
        };
        self.live.show(current, gate.into_guard());
        Ok(built)
    }
}

type Closed<'a> = RwLockWriteGuard<'a, Option<Current>>;

/// Holds requests back from the moment of the swap on, until it is dropped.
#[derive(Debug)]
struct Gate<'a> {
    audience: &'a dyn Audience,
    interrupted: &'a AtomicBool,
    live: &'a Live,
    closed: Mutex<Option<Closed<'a>>>,
}

impl<'a> Gate<'a> {
    fn into_guard(self) -> Closed<'a> {
        let closed = self.closed.into_inner();
        closed
            .unwrap_or_else(PoisonError::into_inner)
            .unwrap_or_else(|| self.live.close())
    }
}

impl Observer for Gate<'_> {
    fn begin(&self, step: Step, parts: usize) {
        self.audience.begin(step, parts);
        if step == Step::Swap {
            let mut closed = self.closed.lock().unwrap_or_else(PoisonError::into_inner);
            *closed = Some(self.live.close());
        }
    }

    fn advance(&self) {
        self.audience.advance();
    }

    fn is_interrupted(&self) -> bool {
        self.interrupted.load(Ordering::Relaxed) || self.audience.is_interrupted()
    }
}

/// Waits until the program is asked to end, and passes it on.
async fn interrupt(interrupted: Arc<AtomicBool>, wake: Sender<Wake>) {
    asked_to_end().await;
    interrupted.store(true, Ordering::Relaxed);
    // Nobody listens once serving is over.
    _ = wake.send(Wake::Interrupted);
}

/// Waits for Ctrl-C, the system's wish or the end of the terminal. Without a way to hear them
/// the program is ended by the system.
#[cfg(unix)]
async fn asked_to_end() {
    use tokio::signal::unix::{Signal, SignalKind, signal};
    let kinds = [
        SignalKind::interrupt(),
        SignalKind::terminate(),
        SignalKind::hangup(),
    ];
    let signals: io::Result<Vec<Signal>> = kinds.map(signal).into_iter().collect();
    match signals {
        Ok(mut signals) => {
            let waits = signals.iter_mut().map(|signal| Box::pin(signal.recv()));
            futures::future::select_all(waits).await;
        }
        Err(_) => std::future::pending().await,
    }
}

/// Waits for Ctrl-C. Without a way to hear it the program is ended by the system.
#[cfg(not(unix))]
async fn asked_to_end() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
