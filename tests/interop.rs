//! What programs that were not written here make of the portal: web servers with the
//! configurations that the project ships, readers of feeds and of calendars, and the schema
//! of sitemaps. The program's own server has to answer as those servers do.
//!
//! `scripts/tools.sh test` brings the programs; none of them talks to another machine.

#[path = "fixtures/http.rs"]
mod http;

mod interop {
    mod caddy;
    mod calendar_reader;
    mod feed_reader;
    mod nginx;
    mod serve;
    mod sitemap_schema;

    mod hosts;
    mod programs;
}
