//! The site folder, as it is read from the disk.

pub(super) mod walk;
pub(super) mod media;
pub(super) mod read;
pub(super) mod root;
