//! Tests of the published portal: a real build, served like by any static host, in a real
//! Chromium.
//!
//! The shell is the one that `make shell` has built; `PORTAL_SHELL` names another folder.
//! Chromium is controlled by chromedriver; `CHROMEDRIVER` names another program.

#[path = "../examples/gallery/gallery.rs"]
mod gallery;
#[path = "../examples/gallery/page.rs"]
mod page;
#[path = "../examples/gallery/render.rs"]
mod render;
#[path = "../examples/gallery/specimens/all.rs"]
mod specimens;
#[path = "../examples/gallery/tokens.rs"]
mod tokens;

mod browser {
    mod accessibility {
        mod accessibility_states;
        mod keyboard;
        mod keyboard_tour;
        mod lighthouse;
        mod pages;
        mod targets;
    }
    mod ahead;
    mod base_path;
    mod citation;
    mod directory;
    mod editor {
        mod screens;
        mod writing;
    }
    mod elder_edition;
    #[cfg(feature = "engines")]
    mod engines;
    mod english;
    mod every_page;
    mod first_view;
    mod gallery;
    mod layout {
        pub(super) mod every_width;
        mod printing;
        mod stability;
        mod widths;
    }
    mod lightbox;
    mod members;
    mod preferences;
    mod read_aloud;
    mod resilience {
        mod arrival;
        mod chunks;
        mod faults;
        mod foreign_hands;
        mod live_reload;
        mod not_found;
        mod without_app;
        mod without_script;
    }
    mod search {
        mod search_field;
        mod search_page;
        mod shards;
    }
    mod tour;
    mod weight;

    mod harness {
        pub(super) mod axe;
        pub(super) mod desk;
        pub(super) mod driver;
        pub(super) mod server;
        pub(super) mod setting;
        pub(super) mod site;
        pub(super) mod visit;
        pub(super) mod visitor;
    }
}
