//! Visits, measured beside Hugo and VitePress: loading a page and opening another one, in
//! Chromium, of sites with the same articles.
//!
//! `cargo bench --features ssr --bench visit [-- ARTICLES ROUNDS]`
//!
//! Hugo's site is plain HTML, and nothing can be painted sooner; VitePress's is an app that
//! hydrates its pages, as the portal is. Each page is visited on all sites in turn, so that a noisy
//! machine is noisy for all; what counts are the ratios. Every visit is made by a new browser. The
//! network has a round trip of 150 ms and 1.6 Mbit/s and the processor a quarter of its speed;
//! clicks are measured at full speed too. Chromium applies the round trip to requests and not to
//! connections, so that the version of HTTP makes little difference.
//!
//! The results are appended to `benches/history/visit.csv`. Without rounds only bytes are measured.

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

use clicking::WAYS;
use driver::Driver;
use figures::Figures;
use history::Run;
use host::Host;
use sites::{PAGES, Site};

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
    if rounds > 0 {
        goals::print(&figures);
    }
    if let Err(error) = history::append(&run, &figures) {
        println!("the results were not kept: {error}");
    }
}

/// Visits all sites in each round. Before the first one comes a round that is not measured, in
/// which files are compressed and read from the disk.
async fn visit(sites: &[Site], rounds: usize, figures: &mut Figures) {
    if rounds == 0 {
        return;
    }
    let driver = Driver::start();
    let mut hosts = Vec::new();
    for site in sites {
        hosts.push(host::serve(site).await);
    }
    visit_once(&driver, &hosts, &mut Figures::default()).await;
    for round in 1..=rounds {
        eprintln!("round {round} of {rounds}");
        visit_once(&driver, &hosts, figures).await;
    }
}

/// Visits each page of all sites, one site after the other, so that they are compared under the
/// same load of the machine.
async fn visit_once(driver: &Driver, hosts: &[Host<'_>], figures: &mut Figures) {
    for number in 0..PAGES {
        for host in hosts {
            loading::measure(driver, host, number, figures).await;
        }
    }
    for way in &WAYS {
        for host in hosts {
            clicking::measure(driver, host, way, figures).await;
        }
    }
}
