//! What programs that were not written here make of the portal: web servers with the
//! configurations that the project ships, and a feed reader.
//!
//! `scripts/tools.sh test` brings the programs; none of them talks to another machine.

mod outside {
    mod caddy;
    mod feed_reader;
    mod nginx;

    mod hosts;
    mod programs;
}
