//! Observation and interruption of a build.

use std::fmt::Debug;

/// A step of a build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Reading the site folder.
    Read,
    /// Checking the content and rendering its texts.
    Check,
    /// Making smaller variants of pictures.
    Pictures,
    /// Copying the media.
    Media,
    /// Writing the search index, feeds, sitemap and similar files.
    Index,
    /// Rendering the pages.
    Pages,
    /// Comparing the pages with each other.
    Verify,
    /// Compressing texts.
    Compress,
    /// Putting the portal in place.
    Swap,
}

/// An observer of a build. Its methods are called from several threads.
pub trait Observer: Debug + Sync {
    /// Reports the beginning of a step and the number of its parts; 0 if they are not counted.
    fn begin(&self, step: Step, parts: usize);

    /// Reports that a part of the step is done.
    fn advance(&self);

    /// Returns `true` if the build is to stop as soon as possible and leave no files.
    fn is_interrupted(&self) -> bool;
}

/// An observer that ignores everything.
#[derive(Debug)]
pub struct Unobserved;

impl Observer for Unobserved {
    fn begin(&self, _: Step, _: usize) {}

    fn advance(&self) {}

    fn is_interrupted(&self) -> bool {
        false
    }
}
