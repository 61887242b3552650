//! Opening an article from a list.

use crate::browser::{Browser, Speed};
use crate::driver::Driver;
use crate::figures::Figures;
use crate::host::Host;
use crate::sites::Site;
use serde_json::json;
use std::time::Duration;

/// Time for which the pointer rests on a link before the click. People take some 300 ms.
const REST: Duration = Duration::from_millis(300);

/// A way to click.
#[derive(Debug)]
pub(crate) struct Way {
    /// Head of the table.
    pub(crate) topic: &'static str,
    speed: Speed,
    /// Whether the pointer rests on the link before the click.
    hovers: bool,
}

/// All ways to click.
pub(crate) const WAYS: [Way; 4] = [
    Way {
        topic: "clicking: throttled",
        speed: Speed::Throttled,
        hovers: false,
    },
    Way {
        topic: "clicking: throttled after hovering",
        speed: Speed::Throttled,
        hovers: true,
    },
    Way {
        topic: "clicking: full speed",
        speed: Speed::Full,
        hovers: false,
    },
    Way {
        topic: "clicking: full speed after hovering",
        speed: Speed::Full,
        hovers: true,
    },
];

/// Measures from the click on a link until the first frame with the article's heading.
pub(crate) async fn measure(driver: &Driver, host: &Host<'_>, way: &Way, figures: &mut Figures) {
    let site = host.site;
    let browser = Browser::start(driver).await;
    browser.slow_down(way.speed).await;
    let list = format!("{}{}", host.origin, site.list());
    browser.open(&list, site.maker.sign()).await;
    let point = link(&browser, site).await;
    let expect = format!("visit.expect({})", json!(site.title));
    browser.look(&expect).await;
    if way.hovers {
        browser.hover(point).await;
        tokio::time::sleep(REST).await;
    }
    browser.click(point).await;
    let time = browser.number("arrival").await;
    figures.record(way.topic, site.maker, "heading painted", "ms", time);
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
