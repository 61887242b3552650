//! Progress bar of a build.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use portal::publish::{Observer, Step};
use std::io::IsTerminal as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Interval between two frames of an animation.
const BEAT: Duration = Duration::from_millis(120);

/// Shows the steps of a build, and passes on a request to cancel it.
#[derive(Debug)]
pub(crate) struct Progress {
    bar: ProgressBar,
    interrupted: Arc<AtomicBool>,
}

impl Progress {
    /// Creates a bar on the error output; it is hidden with `quiet` and where the error output
    /// is not a terminal.
    pub(crate) fn new(quiet: bool, interrupted: Arc<AtomicBool>) -> Self {
        let is_shown = !quiet && std::io::stderr().is_terminal();
        let bar = if is_shown {
            ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr())
        } else {
            ProgressBar::hidden()
        };
        if is_shown {
            bar.enable_steady_tick(BEAT);
        }
        Self { bar, interrupted }
    }

    /// Removes the bar from the terminal.
    pub(crate) fn clear(&self) {
        self.bar.finish_and_clear();
    }
}

impl Observer for Progress {
    fn begin(&self, step: Step, parts: usize) {
        let template = if parts == 0 {
            "{spinner} {msg}"
        } else {
            "{spinner} {msg} {bar:30} {pos}/{len}"
        };
        // An invalid template falls back to the default of `indicatif`.
        let style =
            ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
        self.bar.set_message(step.to_string());
        self.bar.set_length(parts as u64);
        self.bar.set_position(0);
        self.bar.set_style(style);
    }

    fn advance(&self) {
        self.bar.inc(1);
    }

    fn is_interrupted(&self) -> bool {
        self.interrupted.load(Ordering::Relaxed)
    }
}
