//! The portal as visitors get it: a real build, served like any static host would, in a
//! real Chromium.
//!
//! The shell is the one that `make shell` has built; `PORTAL_SHELL` names another folder.
//! Chromium is driven through chromedriver; `CHROMEDRIVER` names another program.

mod browser {
    mod arrival;
    mod base_path;
    mod directory;
    mod elder_edition;
    mod english;
    mod every_page;
    mod faults;
    mod keyboard;
    mod lightbox;
    mod members;
    mod not_found;
    mod preferences;
    mod printing;
    mod read_aloud;
    mod tour;
    mod widths;
    mod without_app;
    mod without_script;

    mod driver;
    mod server;
    mod site;
    mod visit;
    mod visitor;
}
