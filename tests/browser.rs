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
#[path = "../examples/gallery/specimens/mod.rs"]
mod specimens;
#[path = "../examples/gallery/tokens.rs"]
mod tokens;

mod browser {
    mod accessibility;
    mod accessibility_states;
    mod arrival;
    mod base_path;
    mod citation;
    mod directory;
    mod elder_edition;
    #[cfg(feature = "engines")]
    mod engines;
    mod english;
    mod every_page;
    mod faults;
    mod foreign_hands;
    mod gallery;
    mod keyboard;
    mod keyboard_tour;
    mod layout;
    mod lightbox;
    mod lighthouse;
    mod live_reload;
    mod members;
    mod not_found;
    mod preferences;
    mod printing;
    mod read_aloud;
    mod search;
    mod search_field;
    mod search_page;
    mod stability;
    mod targets;
    mod tour;
    mod widths;
    mod without_app;
    mod without_script;

    mod axe;
    mod driver;
    mod server;
    mod setting;
    mod site;
    mod visit;
    mod visitor;
}
