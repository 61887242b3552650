//! The site folder on disk.

pub(super) mod walk;
pub(super) mod media;
pub(super) mod read;
pub(super) mod root;
