//! The pipeline of a build, one step a line.

mod error;
pub(super) mod pages;
mod search_index;
pub(super) mod verify;
mod compress;

pub use error::BuildError;

use super::check::CheckOptions;
use super::html::prerender::Renderer;
use super::html::shell::Shell;
use super::output_dir::{Changes, Staging, Target, WriteError};
use super::progress::{Observer, Step};
use super::publication::{Publication, Source, publish, read_photo};
use super::snapshot::Snapshot;
use super::source::read::{SiteFiles, read};
use crate::content::values::date::Date;
use crate::content::values::text_value::TextValue as _;
use crate::content::values::url::BaseUrl;
use crate::content::{Drafts, Problem};
use crate::route::PublicUrl;
use pages::write_pages;
use rayon::prelude::*;
use search_index::write_search_index;
use std::path::Path;

/// What a build is asked for.
#[derive(Debug)]
pub struct BuildOptions<'a> {
    /// The site folder.
    pub site: &'a Path,
    /// Where the portal goes.
    pub out: &'a Path,
    /// An address that takes the place of the site's own `base_url`.
    pub base_url: Option<&'a str>,
    /// Whether drafts are built too.
    pub drafts: Drafts,
    /// Whether compressed copies of texts are put beside them.
    pub compress: bool,
    /// The day in Asia/Shanghai.
    pub today: Date,
    /// Who watches.
    pub observer: &'a dyn Observer,
}

/// What a build has done.
#[derive(Debug)]
pub struct Built {
    /// How many pages there are.
    pub pages: usize,
    /// How the files differ from those of the portal before.
    pub changes: Changes,
    /// Why the portal before is still on the disk beside the new one, if it is.
    pub leftover: Option<WriteError>,
    /// What the check had to say without stopping the build.
    pub problems: Vec<Problem>,
    /// Those of the site's files in which the problems are, for showing them.
    pub sources: SiteFiles,
}

/// Publishes a site into a shell.
///
/// # Errors
/// See [`BuildError`].
pub fn build(options: &BuildOptions<'_>, shell: &Shell) -> Result<Built, BuildError> {
    let observer = options.observer;
    let asked = options.base_url.map(public_url).transpose()?;
    observer.begin(Step::Read, 0);
    let sources = read(options.site)?;
    let place = Target::take(options.out, options.site)?;
    observer.begin(Step::Check, 0);
    let question = CheckOptions {
        drafts: options.drafts,
        today: options.today,
        url: asked.as_ref(),
    };
    let snapshot = Snapshot::check(sources, question)?;
    let (changes, leftover) = publish(&snapshot, shell, |publication| {
        let staging = Staging::new(place, observer)?;
        write_all(publication, &staging, options)?;
        observer.begin(Step::Swap, 0);
        Ok(staging.publish()?.clear_up())
    })?;
    Ok(Built {
        pages: snapshot.routes.len(),
        changes,
        leftover,
        problems: snapshot.problems,
        sources: snapshot.sources,
    })
}

/// Writes every file of the portal, and verifies the links between its pages.
fn write_all(
    publication: &Publication<'_>,
    staging: &Staging<'_>,
    options: &BuildOptions<'_>,
) -> Result<(), BuildError> {
    let observer = options.observer;
    let fixed = publication.fixed();
    observer.begin(Step::Media, fixed.len());
    fixed.par_iter().try_for_each(|(path, source)| {
        match source {
            Source::Bytes(bytes) => staging.write(path, bytes)?,
            Source::Disk(file) => staging.copy(file, path)?,
            Source::Photo(file) => staging.write(path, &read_photo(file)?)?,
        }
        observer.advance();
        Ok::<_, WriteError>(())
    })?;
    // Before the pages, so that what the index takes most memory for is gone by then.
    observer.begin(Step::Index, 0);
    write_search_index(publication, staging)?;
    let pages = write_pages(publication, staging, observer)?;
    observer.begin(Step::Offer, 0);
    for (path, bytes) in publication.offered()? {
        staging.write(&path, &bytes)?;
    }
    observer.begin(Step::Verify, 0);
    let patterns = Renderer::new(publication.portal.clone())?.patterns();
    let snapshot = publication.snapshot;
    let faults = verify::verify(&pages, &staging.files(), &patterns, snapshot.url.base());
    if !faults.is_empty() {
        return Err(BuildError::Output(faults));
    }
    if options.compress {
        compress::compress(staging, &snapshot.sources.root, observer)?;
    }
    Ok(())
}

/// The day in Asia/Shanghai, by this machine's clock.
#[must_use]
pub fn today() -> Date {
    // China has kept UTC+8 without daylight saving since 1992.
    let ahead = time::Duration::hours(8);
    Date::from(time::OffsetDateTime::now_utc().saturating_add(ahead).date())
}

/// The address that a command names, in the form that the settings of a site ask for.
pub(super) fn public_url(text: &str) -> Result<PublicUrl, BuildError> {
    let url = BaseUrl::parse(text).map_err(|fault| BuildError::BaseUrl {
        url: text.to_owned(),
        fault,
    })?;
    Ok(PublicUrl::from(&url))
}
