//! Loading of a page with an empty cache.

use crate::browser::{Browser, Speed};
use crate::driver::Driver;
use crate::figures::Figures;
use crate::host::Host;
use crate::sites::Maker;
use serde::Deserialize;
use serde_json::json;

/// Kinds of files, by the endings of their names.
const KINDS: [(&str, &[&str]); 6] = [
    ("css", &["css"]),
    ("js", &["js", "mjs"]),
    ("wasm", &["wasm"]),
    ("json", &["json", "webmanifest"]),
    ("font", &["woff2", "woff", "ttf"]),
    (
        "image",
        &["svg", "png", "jpg", "jpeg", "webp", "avif", "gif", "ico"],
    ),
];

/// What the observer tells of a page; times are in milliseconds since the request.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Report {
    first_paint: f64,
    largest_paint: f64,
    interactive: f64,
    /// Time when the whole document had been received.
    html: f64,
    /// Time when the last file of the app had been received.
    fetched: f64,
    compiled: f64,
    /// Time when the compiled app was started.
    started: f64,
    /// The document, and the files that it has requested.
    files: Vec<Received>,
}

/// A file that a page has received.
#[derive(Debug, Deserialize)]
struct Received {
    path: String,
    /// Size as sent.
    bytes: f64,
    /// Time when all of it had been received.
    received: f64,
}

/// Loads a page of a site, whose number is given, in a browser of its own, so that nothing of
/// another page remains in the cache or in memory.
pub(crate) async fn measure(
    driver: &Driver,
    host: &Host<'_>,
    number: usize,
    figures: &mut Figures,
) {
    let (page, address) = &host.site.pages[number];
    let sign = host.site.maker.sign();
    let browser = Browser::start(driver).await;
    browser.slow_down(Speed::Throttled).await;
    let url = format!("{}{address}", host.origin);
    browser.open(&url, sign).await;
    let report = format!("visit.report({})", json!(sign));
    let report = serde_json::from_value(browser.look(&report).await)
        .unwrap_or_else(|error| panic!("{url}: {error}"));
    record(figures, page, host.site.maker, &report);
    browser.close().await;
}

fn record(figures: &mut Figures, page: &str, maker: Maker, report: &Report) {
    let topic = format!("loading: {page}");
    let mut milliseconds = |name: &str, value| figures.record(&topic, maker, name, "ms", value);
    milliseconds("first paint", report.first_paint);
    milliseconds("largest paint", report.largest_paint);
    milliseconds("interactive", report.interactive);
    milliseconds("document received", report.html);
    if maker == Maker::Portal {
        milliseconds("app received", report.fetched);
        milliseconds("app compiled", report.compiled);
        milliseconds("app started", report.started);
    }
    let mut bytes = |name: &str, value| figures.record(&topic, maker, name, "bytes", value);
    let mut all = vec![("html", sum(&report.files, |file| file.kind().is_none()))];
    all.extend(KINDS.map(|(name, _)| (name, sum(&report.files, |file| file.kind() == Some(name)))));
    for (name, value) in all {
        bytes(name, value);
    }
    let is_before = |file: &Received| file.received <= report.interactive;
    bytes("until interactive", sum(&report.files, is_before));
    bytes("in all", sum(&report.files, |_| true));
}

/// Returns the size of the files that are `wanted`.
fn sum(files: &[Received], wanted: impl Fn(&Received) -> bool) -> f64 {
    let files = files.iter().filter(|file| wanted(file));
    // The sum of no numbers would be a negative zero.
    files.fold(0.0, |sum, file| sum + file.bytes)
}

impl Received {
    /// Returns the kind of the file, or nothing if it is a document.
    fn kind(&self) -> Option<&'static str> {
        let (_, ending) = self.path.rsplit_once('.')?;
        let (name, _) = KINDS
            .iter()
            .find(|(_, endings)| endings.contains(&ending))?;
        Some(name)
    }
}
