//! Terminal output of `portal edit`.

use crate::{in_color, language};
use portal::publish::{Audience, Failure, Round, Served};
use std::io::Write as _;
use std::net::SocketAddr;

/// Receiver of the server's events that prints the address of the editor. Its pages tell the rest.
#[derive(Debug)]
pub(crate) struct EditorTerminal {
    opens: bool,
}

impl EditorTerminal {
    /// Creates a receiver; if `opens` is `true`, it opens a browser.
    pub(crate) fn new(opens: bool) -> Self {
        Self { opens }
    }
}

impl Audience for EditorTerminal {
    fn ready(&self, _: SocketAddr) {}

    fn editable(&self, address: &str) {
        let mut out = std::io::stdout();
        // The site can still be edited if nobody reads the output.
        _ = writeln!(out, "EDIT {address}").and_then(|()| out.flush());
        tell("编辑页面已打开；没有打开的话，请把上面的网址贴到浏览器里。按 Ctrl-C 结束\n");
        if self.opens
            && let Err(error) = open::that_detached(address)
        {
            tell(&format!("portal: 没能打开浏览器：{error}\n"));
        }
    }

    fn updated(&self, _: &Round, _: &Served) {}

    fn failed(&self, _: &Round, failure: &Failure) {
        if !failure.is_of_content() {
            tell(&format!(
                "portal: {}\n",
                failure.text(language(), in_color())
            ));
        }
    }

    fn unwatched(&self, error: &notify::Error) {
        tell(&format!(
            "portal: 无法监视文件夹：{error}。别的程序改动内容以后，请重新运行 portal edit\n"
        ));
    }
}

/// Prints to the standard error stream.
fn tell(text: &str) {
    _ = write!(std::io::stderr(), "{text}");
}
