//! The source format of a site: the files that editors write, and all problems they can have.
//!
//! [`read()`] takes the files of a site folder as bytes and returns the content and all
//! problems, each with its file, line and column. The steps:
//!
//! 1. `file_role` determines the role of a file from its path.
//! 2. `json::decode` deserialises the file into its type. If this fails, `json::syntax` or the
//!    JSON Schema of the type (`json::schema`, `json::schema_errors`) explains the problems;
//!    only the id of such a file is kept, so that references to it are valid.
//! 3. `rules` compare the items with each other and report problems to a `collector`, which
//!    looks up positions in the file with `json::spans`.
//! 4. `diagnostics::messages` returns the text of each problem in Chinese or English.
//!
//! The module does not access the disk and does not panic, whatever the bytes are.

mod read;
mod folder;
mod file_role;
pub mod json;
pub mod values;
pub mod items;
mod lost;
mod visibility;
mod rules;
mod collector;
pub mod diagnostics;
#[cfg(test)]
mod property_tests;

pub(crate) use collector::Collector;
pub use collector::body_problem;
pub use diagnostics::body_fault::{BodyFault, StrayMark, UnsureMark};
pub use diagnostics::kind::{Encoding, JsonType, ProblemKind};
pub use diagnostics::link_fault::LinkFault;
pub use diagnostics::messages::{fault_message, help, message};
pub use diagnostics::problem::{Language, Problem};
pub use diagnostics::severity::Severity;
pub use diagnostics::unknown::Unknown;
pub use folder::{Content, ReadFault, SITE_FILE, SourceFile, UnreadFile};
pub use json::decode::LARGEST_FILE;
pub use json::syntax::SyntaxFault;
pub use read::read;
pub use values::did_you_mean::closest;
pub use values::unpublished::Unpublished;
pub use visibility::{Drafts, Public, Visibility};
