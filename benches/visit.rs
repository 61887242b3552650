//! Visits, measured beside Hugo and VitePress: loading a page and opening another one, in
//! Chromium, of sites with the same articles.
//!
//! `cargo bench --features ssr --bench visit [-- ARTICLES ROUNDS]`
//!
//! Hugo's site is plain HTML, and nothing can be painted sooner; VitePress's is an app that
//! hydrates its pages, as the portal is. Each round visits all sites in turn, so that a noisy
//! machine is noisy for all; what counts are the ratios. The network has a round trip of 150 ms
//! and 1.6 Mbit/s and the processor a quarter of its speed; clicks are measured at full speed
//! too. Chromium applies the round trip to requests and not to connections, so that the version
//! of HTTP makes little difference.

#[path = "visit/app_parts.rs"]
mod app_parts;
#[path = "visit/browser.rs"]
mod browser;
#[path = "visit/clicking.rs"]
mod clicking;
#[path = "search/corpus.rs"]
mod corpus;
#[path = "../tests/browser/harness/driver.rs"]
#[expect(dead_code, reason = "the tests also block scripts")]
mod driver;
#[path = "visit/figures.rs"]
mod figures;
#[path = "visit/goals.rs"]
mod goals;
#[path = "visit/history.rs"]
mod history;
#[path = "visit/host.rs"]
mod host;
#[path = "publish/hugo_site.rs"]
mod hugo_site;
#[path = "visit/loading.rs"]
mod loading;
#[path = "visit/module.rs"]
mod module;
#[path = "visit/page_parts.rs"]
mod page_parts;
#[path = "publish/portal_site.rs"]
mod portal_site;
#[path = "visit/sites.rs"]
mod sites;
#[path = "visit/vitepress_site.rs"]
mod vitepress_site;

use driver::Driver;
use figures::Figures;
use history::Run;
use sites::Site;

/// Number of articles, unless another one is given.
const ARTICLES: usize = 407;
/// Number of measured rounds, unless another one is given; the medians count.
const ROUNDS: usize = 5;

fn main() {
    let mut numbers = std::env::args().filter_map(|word| word.parse().ok());
    let articles = numbers.next().unwrap_or(ARTICLES);
    let rounds = numbers.next().unwrap_or(ROUNDS);
    let run = Run::new(articles, rounds);
    let folder = tempfile::tempdir().expect("the system has room for a temporary folder");
    let sites = sites::build(folder.path(), articles);
    let mut figures = Figures::default();
    let runtime = tokio::runtime::Runtime::new().expect("the system has room for threads");
    runtime.block_on(visit(&sites, rounds, &mut figures));
    for site in &sites {
        page_parts::measure(site, &mut figures);
    }
    app_parts::measure(&mut figures);
    println!("{articles} articles, medians of {rounds} rounds");
    figures.print();
    goals::print(&figures);
    if let Err(error) = history::append(&run, &figures) {
        println!("the results were not kept: {error}");
    }
}

/// Visits all sites in each round. Before the first one comes a round that is not measured, in
/// which files are compressed and read from the disk.
async fn visit(sites: &[Site], rounds: usize, figures: &mut Figures) {
    let driver = Driver::start();
    let mut origins = Vec::new();
    for site in sites {
        origins.push(host::serve(&site.root).await);
    }
    let mut unmeasured = Figures::default();
    for round in 0..=rounds {
        eprintln!("round {round} of {rounds}");
        for (site, origin) in sites.iter().zip(&origins) {
            let figures = match round {
                0 => &mut unmeasured,
                _ => &mut *figures,
            };
            loading::measure(&driver, site, origin, figures).await;
            clicking::measure(&driver, site, origin, figures).await;
        }
    }
}
