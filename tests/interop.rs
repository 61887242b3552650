//! Tests of the portal with other programs: web servers with the configurations of the
//! project, readers of feeds and of calendars, and the schema of sitemaps. The program's own
//! server has to respond in the same way as those servers.
//!
//! `scripts/tools.sh test` installs the programs; none of them connects to another machine.

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
