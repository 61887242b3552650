//! Terminal output of `portal serve`.

use crate::progress::Progress;
use crate::{in_color, language};
use portal::publish::{Audience, BuildError, Built, Failure, Observer, Round, Step, report};
use std::io::Write as _;
use std::net::SocketAddr;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, PoisonError};

/// Reports the events of the server on the terminal.
#[derive(Debug)]
pub(crate) struct Terminal {
    opens: bool,
    /// Bar of the first build; later builds are too short for one.
    progress: Mutex<Option<Progress>>,
    /// Text of the problems that were shown last.
    told: Mutex<String>,
}

impl Terminal {
    /// Creates the reporter; `opens` is `true` if a browser is to be opened.
    pub(crate) fn new(opens: bool) -> Self {
        let progress = Progress::new(false, Arc::new(AtomicBool::new(false)));
        Self {
            opens,
            progress: Mutex::new(Some(progress)),
            told: Mutex::default(),
        }
    }

    fn with_progress(&self, act: impl FnOnce(&Progress)) {
        let progress = self.progress.lock();
        let progress = progress.unwrap_or_else(PoisonError::into_inner);
        progress.as_ref().inspect(|progress| act(progress));
    }

    /// Removes the bar from the terminal, so that lines can be written.
    fn clear(&self) {
        self.with_progress(Progress::clear);
        let mut progress = self.progress.lock().unwrap_or_else(PoisonError::into_inner);
        *progress = None;
    }

    /// Shows problems, unless they are the ones that were shown last.
    fn show(&self, problems: String) {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        if *told != problems {
            tell(&problems);
            *told = problems;
        }
    }

    fn forget(&self) {
        self.told
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
    }
}

impl Observer for Terminal {
    fn begin(&self, step: Step, parts: usize) {
        self.with_progress(|progress| progress.begin(step, parts));
    }

    fn advance(&self) {
        self.with_progress(Observer::advance);
    }

    fn is_interrupted(&self) -> bool {
        false
    }
}

impl Audience for Terminal {
    fn ready(&self, address: SocketAddr) {
        let address = format!("http://{address}/");
        say(&format!("请在浏览器中打开 {address} ，按 Ctrl-C 结束"));
        if self.opens
            && let Err(error) = open::that_detached(&address)
        {
            tell(&format!("portal: 没能打开浏览器：{error}\n"));
        }
    }

    fn built(&self, round: &Round, built: &Built) {
        self.clear();
        let problems = if built.problems.is_empty() {
            String::new()
        } else {
            let sources = &built.sources.sources;
            report::human(&built.problems, sources, language(), in_color())
        };
        self.show(problems);
        let changes = built.changes;
        say(&format!(
            "{}：{} 个页面；文件新增 {}，改动 {}，未变 {}，删除 {}；用时 {} 毫秒",
            done(round),
            built.pages,
            changes.added,
            changes.changed,
            changes.kept,
            changes.removed,
            round.took.as_millis()
        ));
    }

    fn failed(&self, round: &Round, failure: &Failure) {
        self.clear();
        // Shown each time, because the change has had no other effect.
        self.forget();
        let text = failure.text(language(), in_color());
        match failure {
            Failure::Build(BuildError::Content { .. }) => tell(&text),
            _ => tell(&format!("portal: {text}\n")),
        }
        say(&undone(round));
    }

    fn unwatched(&self, error: &notify::Error) {
        tell(&format!(
            "portal: 无法监视文件夹：{error}。改动以后请重新运行 portal serve\n"
        ));
    }
}

/// Prints a line. Errors are ignored, so that the server continues when its output is closed.
fn say(line: &str) {
    _ = writeln!(std::io::stdout(), "{line}");
}

/// Prints a text to the error output; it already ends with a line break.
fn tell(text: &str) {
    _ = write!(std::io::stderr(), "{text}");
}

fn done(round: &Round) -> String {
    match changed(round) {
        None => "已发布".to_owned(),
        Some(changed) => format!("{changed}有改动，已重新发布"),
    }
}

fn undone(round: &Round) -> String {
    const UNTIL: &str = "没有发布；改好并保存以后会自动发布";
    match changed(round) {
        None => UNTIL.to_owned(),
        Some(changed) => format!("{changed}有改动，{UNTIL}"),
    }
}

/// Describes the changed files: the first one by its name, the others by their number.
fn changed(round: &Round) -> Option<String> {
    let first = round.changed.first()?;
    Some(match round.changed.len() {
        1 => format!("{first} "),
        many => format!("{first} 等 {many} 个文件"),
    })
}
