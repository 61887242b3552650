//! A visit: a site on its own host, and its own browser.

use super::driver::{Driver, Scripts};
use super::server::Server;
use super::site::Site;
use super::visitor::Visitor;
use futures::FutureExt as _;
use std::panic::{AssertUnwindSafe, resume_unwind};
use tokio::runtime::{Builder, Runtime};

/// Serves a site and opens a browser, which is closed even if the test panics.
pub(crate) fn visit<Seen>(site: &Site, tour: impl AsyncFnOnce(&Visitor, &Server) -> Seen) -> Seen {
    visit_with(Scripts::Allowed, site, tour)
}

/// Serves a site and opens a browser with or without scripts.
pub(crate) fn visit_with<Seen>(
    scripts: Scripts,
    site: &Site,
    tour: impl AsyncFnOnce(&Visitor, &Server) -> Seen,
) -> Seen {
    let runtime = runtime();
    runtime.block_on(async {
        let server = Server::start(site.root(), &site.folder())
            .await
            .expect("this machine gives a port");
        let tour = async |visitor: &Visitor| tour(visitor, &server).await;
        accompany(scripts, server.origin(), tour).await
    })
}

/// Opens a browser at a host that is already running.
pub(crate) fn visit_at<Seen>(origin: &str, tour: impl AsyncFnOnce(&Visitor) -> Seen) -> Seen {
    runtime().block_on(accompany(Scripts::Allowed, origin, tour))
}

fn runtime() -> Runtime {
    Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("the system gives a runtime")
}

async fn accompany<Seen>(
    scripts: Scripts,
    origin: &str,
    tour: impl AsyncFnOnce(&Visitor) -> Seen,
) -> Seen {
    let driver = Driver::start();
    let visitor = Visitor::new(driver.browser(scripts).await, origin);
    let seen = AssertUnwindSafe(tour(&visitor)).catch_unwind().await;
    visitor.leave().await;
    seen.unwrap_or_else(|panic| resume_unwind(panic))
}
