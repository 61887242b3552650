//! Publishes small sites as a whole and looks at every file that comes out.
//!
//! The shell is a stub, `tests/fixtures/shell`, so nothing has to be built for the browser.
//! `UPDATE_EXPECTED=1 cargo test --features ssr --test publish` rewrites the expected trees.

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
    mod property;
    mod repeatable;
    mod root;
    mod searchable;
    mod takeover;
    mod values;
    mod withheld;

    mod compare;
    mod dom;
    mod sites;
}
