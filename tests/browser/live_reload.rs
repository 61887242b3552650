//! A page that `portal serve` has sent, while its site is edited.

use super::axe;
use super::setting::Scheme;
use super::site::shell_folder;
use super::visit::visit_at;
use super::visitor::Visitor;
use fantoccini::key::Key;
use serde_json::json;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;
use tempfile::TempDir;

/// How long a build may take, on a machine that has more to do.
const PATIENCE: Duration = Duration::from_secs(60);
const PAGE: &str = "content/pages/about.json";
const DIALOG: &str = "document.querySelector('portal-report')?.shadowRoot.querySelector('dialog')";

/// A site of its own, served by the program.
struct Served {
    site: TempDir,
    /// What the program has no time to remove goes with it.
    _temporary: TempDir,
    process: Child,
    printed: BufReader<ChildStdout>,
    origin: String,
}

impl Served {
    fn start(about: &str) -> Self {
        let site = tempfile::tempdir().expect("the system gives a temporary folder");
        for (path, text) in [
            ("content/site.json", SETTINGS.to_owned()),
            ("content/pages/contact.json", page("联系我们")),
            (PAGE, about.to_owned()),
            ("media/icon.svg", ICON.to_owned()),
        ] {
            let path = site.path().join(path);
            let folder = path.parent().expect("a file has a folder");
            std::fs::create_dir_all(folder).expect("the folder is ours");
            std::fs::write(&path, text).expect("the folder is ours");
        }
        let temporary = tempfile::tempdir().expect("the system gives a temporary folder");
        let mut process = Command::new(env!("CARGO_BIN_EXE_portal"))
            .arg("serve")
            .arg(site.path())
            .args(["--port", "0"])
            .arg("--shell")
            .arg(shell_folder(Path::new(env!("CARGO_MANIFEST_DIR"))))
            .env("TMPDIR", temporary.path())
            .env_remove("LANG")
            .env_remove("LC_ALL")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let mut printed = BufReader::new(process.stdout.take().expect("its output is piped"));
        let origin = address(&mut printed);
        Self {
            site,
            _temporary: temporary,
            process,
            printed,
            origin,
        }
    }

    fn edit(&self, text: &str) {
        std::fs::write(self.site.path().join(PAGE), text).expect("the folder is ours");
    }

    /// Waits until the program has told of a change.
    fn wait(&mut self) -> String {
        let mut line = String::new();
        let read = self.printed.read_line(&mut line);
        assert!(read.expect("it prints text") > 0, "the program has ended");
        line
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // Both fail only if the program has ended by itself.
        _ = self.process.kill();
        _ = self.process.wait();
    }
}

fn address(printed: &mut impl BufRead) -> String {
    let mut line = String::new();
    loop {
        line.clear();
        let read = printed.read_line(&mut line).expect("it prints text");
        assert!(read > 0, "the program has ended");
        if let Some((_, rest)) = line.split_once("http://") {
            let host = rest.split('/').next().unwrap_or_default();
            return format!("http://{host}");
        }
    }
}

/// Without a mark of the site's own, a browser asks for one where there is none.
const ICON: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="#123" d="M1 1h7v7H1z"/></svg>"##;
const SETTINGS: &str = r#"{
  "schema_version": 1, "name": "示例联盟", "short_name": "示例",
  "base_url": "https://example.org/", "favicon": "icon.svg",
  "sections": [{ "id": "alliance", "name": "联盟动态" }],
  "navigation": [{ "label": "首页", "to": "/" }]
}"#;

fn page(title: &str) -> String {
    let body = "示例。\n\n".repeat(60);
    json!({ "title": title, "body": body }).to_string()
}

fn heading(title: &str) -> String {
    format!(
        "document.querySelector('main h1')?.textContent === {}",
        json!(title)
    )
}

/// Opens the page and waits until it hears of changes.
async fn enter(visitor: &Visitor, title: &str) {
    visitor.enter("/pages/about/").await;
    visitor.until("the page", &heading(title)).await;
}

#[test]
fn a_saved_change_appears_by_itself_where_the_reader_is() {
    let served = Served::start(&page("关于我们"));
    let origin = served.origin.clone();
    visit_at(&origin, async |visitor| {
        enter(visitor, "关于我们").await;
        visitor.run("scrollTo(0, 500);").await;
        served.edit(&page("关于联盟"));
        let shown = heading("关于联盟");
        visitor
            .until_within(PATIENCE, "the new title", &shown)
            .await;
        visitor
            .until("the place", "Math.round(scrollY) === 500")
            .await;
        assert_eq!(visitor.console().await, [""; 0]);
    });
}

#[test]
fn a_broken_change_is_explained_over_the_page() {
    let mut served = Served::start(&page("关于我们"));
    let origin = served.origin.clone();
    visit_at(&origin, async |visitor| {
        enter(visitor, "关于我们").await;
        served.edit("{ \"titel\": \"关于联盟\", \"body\": \"示例。\" }");
        let open = format!("{DIALOG}?.open");
        visitor.until_within(PATIENCE, "the report", &open).await;
        let text = visitor.read(&format!("{DIALOG}.textContent")).await;
        for words in [
            "内容有错误，网页还是改动以前的样子",
            "错误[unknown-field]: 没有 `titel` 这个字段",
            " --> content/pages/about.json:1:3",
            "怎么改: 是不是想写 `title`？",
        ] {
            assert!(text.contains(words), "{words}: {text}");
        }
        assert_eq!(visitor.heading().await, "关于我们");
        assert_eq!(visitor.console().await, [""; 0]);
        for scheme in [Scheme::Light, Scheme::Dark] {
            visitor.prefer(scheme).await;
            assert_eq!(axe::violations(visitor).await, [""; 0], "{scheme:?}");
        }
        // The policy keeps axe-core's own trials of styles from the page.
        visitor.console().await;

        visitor.key(Key::Escape).await;
        visitor.until("it is closed", &format!("!({open})")).await;
        // Whoever opens a page now is told as well.
        visitor.enter("/pages/contact/").await;
        visitor.until("the report", &open).await;
        visitor.enter("/pages/about/").await;
        visitor.until("the report", &open).await;

        served.edit(&page("关于联盟"));
        let shown = heading("关于联盟");
        visitor
            .until_within(PATIENCE, "the new title", &shown)
            .await;
        visitor.until("no report", &format!("!{DIALOG}")).await;
        assert_eq!(visitor.console().await, [""; 0]);
        assert!(served.wait().contains("没有更新"));
    });
}

#[test]
fn a_site_that_is_broken_from_the_start_appears_once_it_is_mended() {
    let served = Served::start("{ \"titel\": \"关于联盟\" }");
    let origin = served.origin.clone();
    visit_at(&origin, async |visitor| {
        visitor.open("/pages/about/").await;
        let told = "document.querySelector('pre').textContent.includes('titel')";
        visitor.until("the report", told).await;
        assert_eq!(axe::violations(visitor).await, [""; 0]);
        served.edit("{ \"tite\": \"关于联盟\" }");
        let told = "document.querySelector('pre').textContent.includes('`tite`')";
        visitor
            .until_within(PATIENCE, "the other report", told)
            .await;
        served.edit(&page("关于联盟"));
        let shown = heading("关于联盟");
        visitor.until_within(PATIENCE, "the page", &shown).await;
    });
}
