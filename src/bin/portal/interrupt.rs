//! Handling of Ctrl-C while a portal is written.

use anyhow::Context as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Exit code of an interrupted program: 128 plus the number of the signal SIGINT.
pub(crate) const INTERRUPTED: u8 = 130;

/// Installs the signal handler and returns the flag that it sets.
///
/// The first Ctrl-C requests cancellation by setting the flag; the second one ends the program
/// at once. A request of the system to end the program, and the closing of the terminal, are
/// handled in the same way (SIGTERM and SIGHUP on Unix).
pub(crate) fn listen() -> anyhow::Result<Arc<AtomicBool>> {
    const FAILED: &str = "无法监听 Ctrl-C";
    let asked = Arc::new(AtomicBool::new(false));
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .build()
        .context(FAILED)?;
    let mut signals = {
        let _runtime = runtime.enter();
        Signals::new().context(FAILED)?
    };
    let wish = Arc::clone(&asked);
    std::thread::Builder::new()
        .spawn(move || {
            runtime.block_on(async {
                signals.next().await;
                wish.store(true, Ordering::Relaxed);
                signals.next().await;
            });
            std::process::exit(INTERRUPTED.into());
        })
        .context(FAILED)?;
    Ok(asked)
}

#[cfg(unix)]
struct Signals(Vec<tokio::signal::unix::Signal>);

#[cfg(unix)]
impl Signals {
    fn new() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        [
            SignalKind::interrupt(),
            SignalKind::terminate(),
            SignalKind::hangup(),
        ]
        .map(signal)
        .into_iter()
        .collect::<Result<_, _>>()
        .map(Self)
    }

    async fn next(&mut self) {
        let waits = self.0.iter_mut().map(|signal| Box::pin(signal.recv()));
        futures::future::select_all(waits).await;
    }
}

#[cfg(windows)]
struct Signals(tokio::signal::windows::CtrlC);

#[cfg(windows)]
impl Signals {
    fn new() -> std::io::Result<Self> {
        tokio::signal::windows::ctrl_c().map(Self)
    }

    async fn next(&mut self) {
        self.0.recv().await;
    }
}
