//! HTML documents: prerendered pages, the documents around them, and their parts.

pub(super) mod prerender;
pub(super) mod document;
pub(super) mod meta_tags;
pub(super) mod shell;
pub(super) mod page_style;
pub(super) mod theme;
pub(super) mod common_file;
pub(super) mod nodes;
pub(super) mod escape;
