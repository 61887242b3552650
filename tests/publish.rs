//! Tests that publish small sites completely and check all files of the output.
//!
//! The shell is a stub, `tests/fixtures/shell`, so nothing has to be built for the browser.
//! `UPDATE_EXPECTED=1 cargo test --features ssr --test publish` rewrites the expected files.

#[path = "fixtures/fixtures.rs"]
mod fixtures;

mod publish {
    mod agreement;
    mod base_path;
    mod broken;
    mod calendars;
    mod escaping;
    mod events;
    mod golden;
    mod growth;
    mod hidden;
    mod kept;
    mod markup;
    mod numbering;
    mod offered;
    mod pictures;
    mod property;
    mod root;
    mod searchable;
    mod takeover;
    mod values;
    mod withheld;

    mod harness {
        pub(super) mod compare;
        pub(super) mod dom;
        pub(super) mod sites;
    }
}
