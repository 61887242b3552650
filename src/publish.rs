//! Publishing: from a site folder to a portal that any static host can serve.
//!
//! [`build`] is the whole way, one step a line: read the folder, check it, put it in order,
//! render every page, verify the links between them, write everything, swap it in. [`serve`]
//! shows a site while it is edited. Nothing else in the crate touches the disk.

mod body_fault;
mod calendar;
mod check;
mod compress;
mod derive;
mod document;
mod head;
mod html;
mod index;
mod markdown;
mod media;
mod new;
mod observe;
mod outline;
mod outputs;
mod pages;
mod prerender;
mod publication;
mod read;
pub mod report;
mod root;
mod schemas;
mod serve;
mod shell;
mod snapshot;
mod theme;
mod verify;
mod words;
mod write;

pub use crate::content::Drafts;
pub use check::{Checked, check};
pub use new::{NewError, NewSite, create};
pub use observe::{Observer, Step, Unobserved};
pub use outputs::OfferError;
pub use prerender::PrerenderError;
pub use read::{ReadError, SiteFiles, read};
pub use schemas::{WrittenSchemas, write_schemas};
pub use serve::{Audience, Failure, Round, ServeError, ServeOptions, Served, serve};
pub use shell::{Shell, ShellError, ShellSource};
pub use theme::custom_properties;
pub use verify::OutputFault;
pub use write::{Changes, ForeignCount, PlaceError, WriteError};

use crate::content::date::Date;
use crate::content::url::BaseUrl;
use crate::content::value::{Fault, TextValue as _};
use crate::content::{Problem, Severity};
use crate::route::{BasePath, PublicUrl};
use index::write_search_index;
use pages::write_pages;
use prerender::Renderer;
use publication::{Publication, Source, publish, read_photo};
use rayon::prelude::*;
use snapshot::Snapshot;
use std::path::Path;
use thiserror::Error;
use write::{Place, Staging};

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

/// Why a build stopped. The old output is whole in every case.
#[derive(Debug, Error)]
pub enum BuildError {
    /// The site folder cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The content has errors.
    #[error("内容有错误，没有发布")]
    Content {
        /// All that is wrong.
        problems: Vec<Problem>,
        /// The site's files, for showing it.
        sources: Box<SiteFiles>,
    },
    /// The address cannot be used.
    #[error("网址“{url}”不能用作 base_url：应形如 https://host/ 或 https://host/path/，以斜杠结尾")]
    BaseUrl {
        /// The address.
        url: String,
        /// How it departs from the form of one.
        fault: Fault,
    },
    /// A page cannot be rendered.
    #[error(transparent)]
    Prerender(#[from] PrerenderError),
    /// A page's data cannot be written as JSON.
    #[error("数据不能写成 JSON：{0}")]
    Json(#[from] serde_json::Error),
    /// A feed or table cannot be written.
    #[error(transparent)]
    Offer(#[from] OfferError),
    /// The output has faults that the check of the content did not find.
    #[error(
        "发布结果有 {} 处错误，没有发布。内容通过了检查，所以这是程序的错误，请把下面的内容报告给开发者\n\
         (the content passed the check, so this is a fault of the program: please report it)：\n{}",
        .0.len(),
        list(.0)
    )]
    Output(Vec<OutputFault>),
    /// There is no publishing to this place.
    #[error(transparent)]
    Place(PlaceError),
    /// The disk refused.
    #[error("{0}。以前发布的站点没有改动")]
    Write(WriteError),
    /// Whoever watches asked for an end.
    #[error("已中断，没有发布。以前发布的站点没有改动")]
    Interrupted,
}

impl From<PlaceError> for BuildError {
    fn from(error: PlaceError) -> Self {
        match error {
            PlaceError::Write(error) => error.into(),
            error => Self::Place(error),
        }
    }
}

impl From<WriteError> for BuildError {
    fn from(error: WriteError) -> Self {
        match error {
            WriteError::Interrupted => Self::Interrupted,
            error => Self::Write(error),
        }
    }
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
    let place = Place::take(options.out, options.site)?;
    observer.begin(Step::Check, 0);
    let question = check::Asked {
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

impl From<&BaseUrl> for PublicUrl {
    fn from(url: &BaseUrl) -> Self {
        Self::new(url.origin(), BasePath::new(url.path()))
    }
}

/// The address that a command names, in the form that the settings of a site ask for.
fn public_url(text: &str) -> Result<PublicUrl, BuildError> {
    let url = BaseUrl::parse(text).map_err(|fault| BuildError::BaseUrl {
        url: text.to_owned(),
        fault,
    })?;
    Ok(PublicUrl::from(&url))
}

/// Whether any of the problems stops a build.
#[must_use]
pub fn has_errors(problems: &[Problem]) -> bool {
    problems
        .iter()
        .any(|problem| problem.severity() == Severity::Error)
}

fn list(faults: &[OutputFault]) -> String {
    let lines: Vec<String> = faults.iter().map(|fault| format!("  {fault}")).collect();
    lines.join("\n")
}
