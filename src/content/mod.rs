//! The source format of a site: what editors write, and everything that can be wrong with it.
//!
//! [`read()`] takes the files of a site folder as bytes and gives the content and all problems,
//! each with its file, line and column. The steps:
//!
//! 1. `place` tells by its path what a file is.
//! 2. `decode` reads it straight into its type. Only where that fails, `syntax` or the JSON
//!    Schema of the type (`schema`, `explain`) says what is wrong; of such a file only the id is
//!    kept, so that references to it are in order.
//! 3. `rules` compare the items with each other and put what they find into a `sink`, which
//!    looks up positions in a `tree` of the file.
//! 4. `messages` says each problem in Chinese or English.
//!
//! Nothing here touches the disk, and nothing panics, whatever the bytes are.

mod decode;
mod explain;
mod lost;
mod place;
mod read;
mod rules;
pub mod schema;
mod sink;
mod syntax;
mod tree;
mod visibility;

pub mod article;
pub mod bulletin;
pub mod event;
pub mod links;
pub mod member;
pub mod page;
pub mod shared;
pub mod site;
pub mod synonyms;

pub mod body;
pub mod color;
pub mod contact;
pub mod date;
pub mod document_number;
pub mod id;
pub mod item;
pub mod language;
pub mod legacy_path;
pub mod media;
pub mod numbering;
pub mod phone;
pub mod picture;
pub mod province;
pub mod registration;
pub mod text;
pub mod url;
pub mod value;

mod body_fault;
mod kind;
mod kind_code;
mod messages;
pub(crate) mod pointer;
pub mod position;
pub mod problem;
mod suggest;

pub use body_fault::{BodyFault, StrayMark, UnsureMark};
pub use decode::LARGEST_FILE;
pub use kind::{Encoding, JsonType, ProblemKind, ReadFault};
pub use problem::{Language, Problem, Severity};
pub use read::{Content, SITE_FILE, SourceFile, UnreadFile, read};
pub(crate) use sink::Sink;
pub use sink::body_problem;
pub use suggest::closest;
pub use syntax::SyntaxFault;
pub use visibility::{Drafts, Public, Unpublished, Visibility};

#[cfg(test)]
mod decode_tests;
#[cfg(test)]
mod property_tests;
