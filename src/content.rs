//! The source format of a site: what editors write, and everything that can be wrong with it.
//!
//! [`read()`] takes the files of a site folder as bytes and gives the content and all problems,
//! each with its file, line and column. The steps:
//!
//! 1. `place` tells by its path what a file is.
//! 2. `decode` reads it straight into its type. Only where that fails, `syntax` or the JSON
//!    Schema of the type (`schema`, `explain`) says what is wrong; of such a file only the id is
//!    kept, so that references to it are in order.
//! 3. `rules` compare the items with each other and put what they find into a `collector`, which
//!    looks up positions in a `tree` of the file.
//! 4. `messages` says each problem in Chinese or English.
//!
//! Nothing here touches the disk, and nothing panics, whatever the bytes are.

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
pub use diagnostics::messages::{fault_message, help, message};
pub use diagnostics::problem::{Language, Problem};
pub use diagnostics::severity::Severity;
pub use folder::{Content, ReadFault, SITE_FILE, SourceFile, UnreadFile};
pub use json::decode::LARGEST_FILE;
pub use json::syntax::SyntaxFault;
pub use read::read;
pub use values::did_you_mean::closest;
pub use values::unpublished::Unpublished;
pub use visibility::{Drafts, Public, Visibility};
