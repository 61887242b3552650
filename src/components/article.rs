//! Components of an article and of other long texts.

pub(super) mod prose;
pub(super) mod table_of_contents;
pub(super) mod picture;
pub(super) mod picture_sizes;
pub(super) mod picture_link;
pub(super) mod corrections;
pub(super) mod citation;
pub(super) mod article_tools;
