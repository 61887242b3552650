//! Publishing: from a site folder to a portal that any static host can serve.
//!
//! [`build()`] is the whole way, one step a line: read the folder, check it, put it in order,
//! render every page, verify the links between them, write everything, swap it in. [`serve()`]
//! shows a site while it is edited. Nothing else in the crate touches the disk.

mod source;
mod check;
mod snapshot;
mod markdown;
mod view;
mod html;
mod publication;
mod outputs;
mod output_dir;
mod build;
mod serve;
mod scaffold;
pub mod report;
mod messages;
mod progress;

pub use crate::content::Drafts;
pub use build::verify::OutputFault;
pub use build::{BuildError, BuildOptions, Built, build, today};
pub use check::{Checked, check, has_errors};
pub use html::prerender::PrerenderError;
pub use html::shell::{Shell, ShellError, ShellSource};
pub use html::theme::custom_properties;
pub use output_dir::{Changes, ForeignCount, TargetError, WriteError};
pub use outputs::OfferError;
pub use progress::{Observer, Step, Unobserved};
pub use scaffold::schemas::{WrittenSchemas, write_schemas};
pub use scaffold::{NewError, NewSite, create};
pub use serve::{Audience, Failure, Round, ServeError, ServeOptions, Served, serve};
pub use source::read::{ReadError, SiteFiles, read};
