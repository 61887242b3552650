//! Pipeline of a build.

mod error;
pub(super) mod pages;
mod search_index;
pub(super) mod verify;
mod compress;

pub use error::BuildError;

use super::check::CheckOptions;
use super::html::shell::Shell;
use super::output_dir::{Changes, Staging, Target, WriteError};
use super::pictures::Pictures;
use super::progress::{Observer, Step};
use super::publication::{Publication, Source, publish, read_photo};
use super::snapshot::Snapshot;
use super::source::read::{SiteFiles, read};
use super::source::walk::MEDIA;
use super::view::PlainTexts;
use crate::content::values::date::Date;
use crate::content::values::text_value::TextValue as _;
use crate::content::values::url::BaseUrl;
use crate::content::{Drafts, Problem};
use crate::route::PublicUrl;
use pages::write_pages;
use rayon::prelude::*;
use search_index::write_search_index;
use std::path::Path;

/// Options of a build.
#[derive(Debug)]
pub struct BuildOptions<'a> {
    /// Site folder.
    pub site: &'a Path,
    /// Folder that the portal is written to.
    pub out: &'a Path,
    /// Address that replaces the site's own `base_url`.
    pub base_url: Option<&'a str>,
    /// Drafts that are built as well: none or all.
    pub drafts: Drafts,
    /// `true` if compressed copies of text files are written beside them.
    pub compress: bool,
    /// `true` if the portal is only compared with the one before, which stays.
    pub is_plan: bool,
    /// Current day in Asia/Shanghai.
    pub today: Date,
    /// Observer of the build.
    pub observer: &'a dyn Observer,
}

/// Result of a build.
#[derive(Debug)]
pub struct Built {
    /// Number of pages.
    pub pages: usize,
    /// Differences from the previous portal.
    pub changes: Changes,
    /// Error because of which the previous portal still exists beside the new one, if it does.
    pub leftover: Option<WriteError>,
    /// Warnings and notes of the check.
    pub problems: Vec<Problem>,
    /// Files of the site with problems, for displaying these.
    pub sources: SiteFiles,
}

/// Publishes a site with the app in a shell.
///
/// # Errors
/// See [`BuildError`].
pub fn build(options: &BuildOptions<'_>, shell: &Shell) -> Result<Built, BuildError> {
    // In a thread of the pool: one more thread would have an arena of memory of its own.
    rayon::scope(|_| build_in_pool(options, shell))
}

fn build_in_pool(options: &BuildOptions<'_>, shell: &Shell) -> Result<Built, BuildError> {
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
    let mut snapshot = Snapshot::check(sources, question)?;
    let plain = snapshot.texts.take_plain();
    let staging = Staging::new(place, observer)?;
    let media = snapshot.sources.folder.join(MEDIA);
    let pictures = snapshot.resizable_pictures();
    let pictures = Pictures::write(&media, pictures, &staging, observer)?;
    let (changes, leftover) = publish(&snapshot, shell, &pictures, |publication| {
        write_all(publication, plain, &staging, options)?;
        if options.is_plan {
            return Ok((staging.changes(), None));
        }
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
    plain: PlainTexts,
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
    // Before the pages, so that most of the memory for the index has been freed by then.
    observer.begin(Step::Index, 0);
    let (index, offered) = rayon::join(
        || write_search_index(publication, plain, staging),
        || write_offered(publication, staging),
    );
    index?;
    let files = fixed.into_keys().chain(offered?);
    let known = files.map(|path| format!("/{path}")).collect();
    let pages = write_pages(publication, staging, observer, known)?;
    observer.begin(Step::Verify, 0);
    let snapshot = publication.snapshot;
    let faults = verify::verify(&pages, &staging.files(), snapshot.url.base());
    if !faults.is_empty() {
        return Err(BuildError::Output(faults));
    }
    if options.compress {
        compress::compress(staging, &snapshot.sources.root, observer)?;
    }
    Ok(())
}

/// Writes the files of the site as a whole; returns their paths.
fn write_offered(
    publication: &Publication<'_>,
    staging: &Staging<'_>,
) -> Result<Vec<String>, BuildError> {
    let offered = publication.offered()?.into_iter();
    let written = offered.map(|(path, bytes)| staging.write(&path, &bytes).map(|()| path));
    Ok(written.collect::<Result<_, _>>()?)
}

/// Returns the current day in Asia/Shanghai, by the clock of this machine.
#[must_use]
pub fn today() -> Date {
    // China has kept UTC+8 without daylight saving since 1992.
    let ahead = time::Duration::hours(8);
    Date::from(time::OffsetDateTime::now_utc().saturating_add(ahead).date())
}

/// Parses an address from the command line, which must have the same form as one in the settings of
/// a site.
///
/// # Errors
/// Returns an error if it has another form.
pub(super) fn public_url(text: &str) -> Result<PublicUrl, BuildError> {
    let url = BaseUrl::parse(text).map_err(|fault| BuildError::BaseUrl {
        url: text.to_owned(),
        fault,
    })?;
    Ok(PublicUrl::from(&url))
}
