//! Terminal output of `portal serve`.

use crate::{in_color, language};
use portal::publish::{Audience, BuildError, Failure, Round, Served, report};
use std::cell::RefCell;
use std::io::Write as _;
use std::net::SocketAddr;

/// Receiver of the server's events that prints them on the terminal.
#[derive(Debug)]
pub(crate) struct Terminal {
    opens: bool,
    /// Text of the problems that were shown last.
    told: RefCell<String>,
}

impl Terminal {
    /// Creates a receiver; if `opens` is `true`, it opens a browser.
    pub(crate) fn new(opens: bool) -> Self {
        let told = RefCell::default();
        Self { opens, told }
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

    fn editable(&self, _: &str) {}

    fn updated(&self, round: &Round, site: &Served) {
        let Served {
            pages,
            problems,
            sources,
        } = site;
        let text = if problems.is_empty() {
            String::new()
        } else {
            report::human(problems, sources, language(), in_color())
        };
        // The same problems are not printed twice.
        if *self.told.borrow() != text {
            tell(&text);
            self.told.replace(text);
        }
        let took = round.took.as_millis();
        let done = done(round);
        say(&format!("{done}：{pages} 个页面；用时 {took} 毫秒"));
    }

    fn failed(&self, round: &Round, failure: &Failure) {
        // Always printed, because the change has no other effect.
        self.told.take();
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

/// Prints a line. The site is still served if nobody reads the output any more.
fn say(line: &str) {
    _ = writeln!(std::io::stdout(), "{line}");
}

/// Prints problems, with their own line breaks, to the standard error stream.
fn tell(text: &str) {
    _ = write!(std::io::stderr(), "{text}");
}

fn done(round: &Round) -> String {
    match changed(round) {
        None => "检查通过".to_owned(),
        Some(changed) => format!("{changed}有改动，已更新"),
    }
}

fn undone(round: &Round) -> String {
    const UNTIL: &str = "没有更新；改好并保存以后会自动更新";
    match changed(round) {
        None => UNTIL.to_owned(),
        Some(changed) => format!("{changed}有改动，{UNTIL}"),
    }
}

/// Returns the name of the first changed file and the number of all.
fn changed(round: &Round) -> Option<String> {
    let first = round.changed.first()?;
    Some(match round.changed.len() {
        1 => format!("{first} "),
        many => format!("{first} 等 {many} 个文件"),
    })
}
