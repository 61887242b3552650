//! Opening an article from a list.

use crate::browser::{Browser, Speed};
use crate::driver::Driver;
use crate::figures::Figures;
use crate::sites::Site;
use serde_json::json;
use std::time::Duration;

/// Time for which the pointer rests on a link before the click. People take some 300 ms.
const REST: Duration = Duration::from_millis(300);

/// Ways to click, with their names.
pub(crate) const WAYS: [(&str, Speed, bool); 4] = [
    ("clicking: throttled", Speed::Throttled, false),
    (
        "clicking: throttled, after hovering",
        Speed::Throttled,
        true,
    ),
    ("clicking: full speed", Speed::Full, false),
    ("clicking: full speed, after hovering", Speed::Full, true),
];

/// Measures from the click on a link until the first frame with the article's heading, in each
/// of the ways.
pub(crate) async fn measure(driver: &Driver, site: &Site, origin: &str, figures: &mut Figures) {
    let browser = Browser::start(driver).await;
    let list = format!("{origin}{}", site.list());
    for (topic, speed, hovers) in WAYS {
        browser.slow_down(speed).await;
        // A pointer that rests where the link will be hovers over it.
        browser.move_aside().await;
        browser.open(&list, site.maker.sign()).await;
        let point = link(&browser, site).await;
        browser
            .look(&format!("visit.expect({})", json!(site.title)))
            .await;
        if hovers {
            browser.hover(point).await;
            tokio::time::sleep(REST).await;
        }
        browser.click(point).await;
        let time = browser.number("arrival").await;
        figures.record(topic, site.maker, "heading painted", "ms", time);
    }
    browser.close().await;
}

/// Scrolls the link to the article into view, and returns where it is.
async fn link(browser: &Browser, site: &Site) -> (f64, f64) {
    let link = format!("visit.link({})", json!(site.title));
    browser.look(&link).await;
    // Scrolling may have loaded something.
    browser.settle(site.maker.sign()).await;
    let place = browser.look(&link).await;
    let part = |name: &str| place[name].as_f64();
    part("x").zip(part("y")).unwrap_or_else(|| {
        panic!(
            "{}: the list has no link to {}",
            site.maker.name(),
            site.title
        )
    })
}
