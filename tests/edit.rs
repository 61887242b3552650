//! The editor of `portal edit`, driven through its interface.

#[path = "fixtures/fixtures.rs"]
mod fixtures;
#[path = "fixtures/http.rs"]
mod http;

mod edit {
    mod access;
    mod beginning;
    mod desk;
    mod drafts;
    mod examined;
    mod items;
    mod lists;
    mod media;
    mod publishing;
    mod versions;
    mod writing;
}
