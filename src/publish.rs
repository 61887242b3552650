//! Publishing of a site folder as a portal that any static host can serve.
//!
//! [`build()`] reads the folder, checks it, renders and writes every file, verifies the links
//! between the pages, and puts the portal in place. [`serve()`] shows a site while it is edited. No
//! other part of the crate accesses the file system.

mod source;
mod check;
mod snapshot;
mod markdown;
mod view;
mod html;
mod publication;
mod outputs;
mod pictures;
mod output_dir;
mod build;
mod edit;
mod serve;
mod scaffold;
pub mod report;
mod messages;
mod progress;

pub use crate::content::Drafts;
pub use build::verify::OutputFault;
pub use build::{BuildError, BuildOptions, Built, build, today};
pub use check::{check, has_errors};
pub use edit::{Beginning, EditorFiles, SiteRequest};
pub use html::page_style::PageStyle;
pub use html::prerender::PrerenderError;
pub use html::shell::{Shell, ShellError, ShellSource};
pub use html::theme::custom_properties;
pub use output_dir::{Changes, ForeignCount, TargetError, WriteError};
pub use outputs::OfferError;
pub use progress::{Observer, Step, Unobserved};
pub use scaffold::{NewError, NewSite, WrittenSchemas, create, write_schemas};
pub use serve::{Audience, Failure, Round, ServeError, ServeOptions, Served, serve};
pub use source::read::{ReadError, SiteFiles, read};
