//! What programs that were not written here make of the portal: web servers with the
//! configurations that the project ships, and a feed reader. The program's own server has to
//! answer as those do.
//!
//! `scripts/tools.sh test` brings the programs; none of them talks to another machine.

#[path = "fixtures/http.rs"]
mod http;

mod outside {
    mod caddy;
    mod feed_reader;
    mod nginx;
    mod serve;

    mod hosts;
    mod programs;
}
