//! Actions and observations of a visitor.

use super::driver::Extension;
use fantoccini::actions::{InputSource as _, KeyAction, KeyActions, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Time-out of a condition that should become true at once.
const PATIENCE: Duration = Duration::from_secs(8);

/// Interval of checking a condition.
const GLANCE: Duration = Duration::from_millis(15);

/// Script that returns the text of a document `page`, with white space as rendered.
///
/// The state of an event is excluded: it depends on the visitor's clock, and only the app sets
/// it.
pub(crate) const WORDS: &str = "
    const words = (page) => {
        const body = page.body.cloneNode(true);
        body.querySelectorAll('script, .event__state').forEach((part) => part.remove());
        return body.textContent.replace(/\\s+/g, ' ').trim();
    };
";

/// Script that replaces the observer of what is in view by one that sees nothing, so that no link
/// in view is fetched ahead.
pub(crate) const BLIND: &str = "
    window.IntersectionObserver = class {
        observe() {}
        disconnect() {}
    };
";

/// A browser at a host.
#[derive(Debug)]
pub(crate) struct Visitor {
    client: Client,
    origin: String,
}

impl Visitor {
    pub(crate) fn new(client: Client, origin: &str) -> Self {
        let origin = origin.to_owned();
        Self { client, origin }
    }

    /// Closes the browser.
    pub(crate) async fn leave(self) {
        // An error means that the browser is already closed.
        _ = self.client.close().await;
    }

    /// Opens an address of the host as a new document.
    pub(crate) async fn open(&self, address: &str) {
        let url = format!("{}{address}", self.origin);
        done(&url, self.client.goto(&url).await);
    }

    /// Opens an address and waits for hydration.
    pub(crate) async fn enter(&self, address: &str) {
        self.open(address).await;
        self.until("the app takes over", HYDRATED).await;
    }

    /// Reloads the page and waits for hydration.
    pub(crate) async fn reload(&self) {
        done("reload", self.client.refresh().await);
        self.until("the app takes over", HYDRATED).await;
    }

    /// Waits for longer than the delay of prefetching: that something does not happen can be
    /// checked only after that time.
    pub(crate) async fn rest(&self) {
        self.run("window.restingSince = performance.now();").await;
        self.until(
            "time passes",
            "performance.now() - window.restingSince > 300",
        )
        .await;
    }

    /// Goes back in the history.
    pub(crate) async fn back(&self) {
        done("back", self.client.back().await);
    }

    /// Goes forward in the history.
    pub(crate) async fn forward(&self) {
        done("forward", self.client.forward().await);
    }

    /// Follows a link and waits for its page, whether the app renders it or the browser loads
    /// it.
    pub(crate) async fn follow(&self, link: &str) {
        let link = self.find(link).await;
        let path = self.leave_by(&link).await;
        done("click", link.click().await);
        self.arrive(&path).await;
    }

    /// Hovers over one element and follows a link that this shows.
    pub(crate) async fn follow_below(&self, element: &str, link: &str) {
        let element = self.find(element).await;
        let rest = PointerAction::MoveToElement {
            element,
            duration: None,
            x: 0.0,
            y: 0.0,
        };
        let mouse = MouseActions::new("mouse".to_owned()).then(rest);
        done("rest", self.client.perform_actions(mouse).await);
        let shown = format!(
            "document.querySelector({}).checkVisibility({{ visibilityProperty: true }})",
            json!(link)
        );
        self.until("the link is shown", &shown).await;
        self.follow(link).await;
    }

    /// Clicks a button or link; the caller waits for the result.
    pub(crate) async fn press(&self, element: &str) {
        done(element, self.find(element).await.click().await);
    }

    /// Presses one key.
    pub(crate) async fn key(&self, key: Key) {
        self.keys(key, 1).await;
    }

    /// Presses one key several times.
    pub(crate) async fn keys(&self, key: Key, times: u64) {
        let value = key.into();
        let keys = (0..times).fold(KeyActions::new("keyboard".to_owned()), |keys, _| {
            keys.then(KeyAction::Down { value })
                .then(KeyAction::Up { value })
        });
        done("key", self.client.perform_actions(keys).await);
    }

    /// Types into a field.
    pub(crate) async fn write(&self, field: &str, words: &str) {
        done(field, self.find(field).await.send_keys(words).await);
    }

    /// Selects an option of a select element.
    pub(crate) async fn choose(&self, list: &str, value: &str) {
        done(list, self.find(list).await.select_by_value(value).await);
    }

    /// Sets the width of the window; narrow ones emulate phones.
    pub(crate) async fn resize(&self, width: u32) {
        let params = json!({
            "width": width,
            "height": 844,
            "deviceScaleFactor": 1,
            "mobile": width < 700,
        });
        self.command("Emulation.setDeviceMetricsOverride", params)
            .await;
    }

    /// Runs a script at the beginning of every later document.
    pub(crate) async fn prepare(&self, script: &str) {
        self.command(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": script }),
        )
        .await;
    }

    /// Clicks a link to a page of the portal, which is added to the current page; the caller
    /// waits for the result.
    pub(crate) async fn go(&self, address: &str) {
        let address = json!(address);
        self.run(&format!(
            "window.leftHeading = document.querySelector('main h1');
             const link = document.createElement('a');
             link.id = 'way';
             link.href = {address};
             link.textContent = link.href;
             link.style.cssText = 'position: fixed; inset: 0 auto auto 0; z-index: 99';
             link.addEventListener('click', () => setTimeout(() => link.remove()));
             document.body.append(link);"
        ))
        .await;
        self.press("#way").await;
    }

    /// Sends a command of the Chrome DevTools Protocol.
    pub(crate) async fn command(&self, name: &str, params: Value) {
        let command = json!({ "cmd": name, "params": params });
        self.extension("goog/cdp/execute", command).await;
    }

    /// Renders the page for a medium such as print.
    pub(crate) async fn emulate(&self, medium: &str) {
        self.command("Emulation.setEmulatedMedia", json!({ "media": medium }))
            .await;
    }

    /// Returns the messages of the browser's console since the last call.
    pub(crate) async fn console(&self) -> Vec<String> {
        let entries = self.extension("se/log", json!({ "type": "browser" })).await;
        let entries = entries.as_array().cloned().unwrap_or_default();
        entries
            .iter()
            .map(|entry| format!("{} {}", entry["level"], entry["message"]))
            .collect()
    }

    /// Returns the value of a script's expression.
    pub(crate) async fn look(&self, expression: &str) -> Value {
        self.run(&format!("return ({expression});")).await
    }

    /// Returns the value of a script's expression as text.
    pub(crate) async fn read(&self, expression: &str) -> String {
        match self.look(expression).await {
            Value::String(text) => text,
            other => panic!("{expression} is no text but {other}"),
        }
    }

    /// Returns the text of the page's heading.
    pub(crate) async fn heading(&self) -> String {
        self.read("document.querySelector('main#main h1')?.textContent ?? ''")
            .await
    }

    /// Returns the text of the whole page.
    pub(crate) async fn words(&self) -> String {
        match self.run(&format!("{WORDS} return words(document);")).await {
            Value::String(text) => text,
            other => panic!("the page's words are {other}"),
        }
    }

    /// Runs a script as the body of a function, and waits if it returns a promise.
    pub(crate) async fn run(&self, script: &str) -> Value {
        done(script, self.client.execute(script, vec![]).await)
    }

    /// Waits until a script's condition is true, with the usual time-out.
    pub(crate) async fn until(&self, what: &str, condition: &str) {
        self.until_within(PATIENCE, what, condition).await;
    }

    /// Waits until a script's condition is true.
    pub(crate) async fn until_within(&self, patience: Duration, what: &str, condition: &str) {
        if self.holds_within(patience, condition).await {
            return;
        }
        let page = self
            .run("return [location.href, document.body?.innerText.slice(0, 400)];")
            .await;
        panic!(
            "in vain: {what}\nat {page}\nconsole: {:#?}",
            self.console().await
        );
    }

    /// Returns `true` if a script's condition becomes true in time.
    pub(crate) async fn holds_within(&self, patience: Duration, condition: &str) -> bool {
        let script = format!("return Boolean({condition});");
        let deadline = Instant::now() + patience;
        loop {
            // No script can run while one document replaces another.
            if let Ok(Value::Bool(true)) = self.client.execute(&script, vec![]).await {
                return true;
            }
            if Instant::now() > deadline {
                return false;
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Waits for the page at a path, after [`Self::go`] or [`Self::leave_by`] has stored the
    /// heading of the previous page.
    pub(crate) async fn arrive(&self, path: &str) {
        let condition = format!(
            "location.pathname === {} && document.readyState !== 'loading'
             && document.querySelector('main h1')
             && document.querySelector('main h1') !== window.leftHeading
             && !document.querySelector('main [aria-busy]')",
            json!(path)
        );
        self.until(&format!("arriving at {path}"), &condition).await;
    }

    /// Stores the heading of the page that is about to be left, and returns the link's path.
    async fn leave_by(&self, link: &Element) -> String {
        self.run("window.leftHeading = document.querySelector('main h1');")
            .await;
        let script = "return new URL(arguments[0].href).pathname;";
        let link = serde_json::to_value(link).unwrap_or_default();
        match done(script, self.client.execute(script, vec![link]).await) {
            Value::String(path) => path,
            other => panic!("the link's path is {other}"),
        }
    }

    async fn find(&self, selector: &str) -> Element {
        done(selector, self.client.find(Locator::Css(selector)).await)
    }

    async fn extension(&self, path: &'static str, body: Value) -> Value {
        done(path, self.client.issue_cmd(Extension { path, body }).await)
    }
}

/// Condition that the app has hydrated the page.
pub(crate) const HYDRATED: &str = "document.documentElement.hasAttribute('data-hydrated')";

fn done<Value>(what: &str, result: Result<Value, fantoccini::error::CmdError>) -> Value {
    result.unwrap_or_else(|error| panic!("{what}: {error}"))
}
