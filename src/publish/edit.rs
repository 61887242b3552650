//! Editor of a site: the server's side of `portal edit`.
//!
//! [`Editor`] keeps the site in memory, from which lists are answered, and reads and writes single
//! files on request. Unfinished work, earlier versions and deleted files are in `.portal/` of the
//! site folder, so that `content/` only ever holds what somebody saved.

mod words;
mod refused;
mod guard;
mod disk;
mod moment;
mod kinds;
mod index;
mod told;
mod reading;
mod state;
mod form;
mod drafts;
mod versions;
mod store;
mod examine;
mod publishing;
mod lists;
mod media;
mod router;
mod begin;

pub use begin::{Beginning, SiteRequest};
pub(super) use router::{file_of_preview, restrict, router};
pub use state::EditorFiles;
pub(super) use state::{Editor, closed};
