//! Whoever watches a build: is told how far it is, and may end it.

use std::fmt::Debug;

/// What a build is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Reading the site folder.
    Read,
    /// Checking the content and rendering its texts.
    Check,
    /// Copying the media.
    Media,
    /// Writing the search index.
    Index,
    /// Rendering the pages.
    Pages,
    /// Writing feeds, sitemap and the like.
    Offer,
    /// Comparing the pages with each other.
    Verify,
    /// Compressing texts.
    Compress,
    /// Putting the portal in place.
    Swap,
}

/// Watches a build. It is called from several threads.
pub trait Observer: Debug + Sync {
    /// A step begins, and has so many parts; none when they are not counted.
    fn begin(&self, step: Step, parts: usize);

    /// A part of the step is done.
    fn advance(&self);

    /// Whether the build is to stop as soon as it can, without a trace.
    fn is_interrupted(&self) -> bool;
}

/// Nobody watches.
#[derive(Debug)]
pub struct Unobserved;

impl Observer for Unobserved {
    fn begin(&self, _: Step, _: usize) {}

    fn advance(&self) {}

    fn is_interrupted(&self) -> bool {
        false
    }
}
