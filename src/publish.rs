//! Publishing: from a site folder to a portal that any static host can serve.
//!
//! [`build`] is the whole way, one step a line: read the folder, check it, put it in order,
//! render every page, verify the links between them, write everything, swap it in. Nothing
//! else in the crate touches the disk.

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
mod read;
pub mod report;
mod root;
mod schemas;
mod serve;
mod shell;
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
pub use serve::{Audience, Failure, Round, ServeError, ServeOptions, serve};
pub use shell::{Shell, ShellError, ShellSource};
pub use theme::custom_properties;
pub use verify::OutputFault;
pub use write::{Changes, ForeignCount, PlaceError, WriteError};

use crate::components::Portal;
use crate::content::date::Date;
use crate::content::picture::PhotoLocation;
use crate::content::url::BaseUrl;
use crate::content::value::{Fault, TextValue as _};
use crate::content::{Problem, Severity};
use crate::route::{BasePath, Output, PublicUrl};
use check::Examined;
use derive::{Catalog, Derivation, Titles};
use document::Frame;
use index::write_search_index;
use outputs::{IconSource, Offer};
use pages::PageWriter;
use prerender::Renderer;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;
use thiserror::Error;
use words::Words;
use write::{Place, Staging, unreadable};

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
    let mut sources = read(options.site)?;
    let place = Place::take(options.out, options.site)?;
    observer.begin(Step::Check, 0);
    let question = check::Asked {
        drafts: options.drafts,
        today: options.today,
        url: asked.as_ref(),
    };
    let Examined {
        problems,
        public,
        routes,
        texts,
        media,
    } = check::examine(&sources, question);
    let Some(public) = public.filter(|_| !has_errors(&problems)) else {
        let sources = Box::new(sources);
        return Err(BuildError::Content { problems, sources });
    };
    sources.forget_all_but(&problems);
    // From here on there is nothing left of what is not published.
    let content = public.content();
    let url = asked.unwrap_or_else(|| PublicUrl::from(&content.site.base_url));
    let catalog = Catalog::new(content, options.drafts, options.today);
    let titles = Titles::of(content, &routes);
    let derivation = Derivation::new(
        &public,
        &sources.media,
        url.base(),
        &catalog,
        &texts,
        &titles,
    );
    let staging = Staging::new(place, observer)?;

    for (path, bytes) in &shell.files {
        staging.write(path, bytes)?;
    }
    copy_media(&staging, &sources, &media, observer)?;
    copy_root(&staging, &sources)?;
    let words = Words::of(derivation.words())?;
    staging.write(&words.path, words.json.as_bytes())?;
    let portal = Portal::new(
        derivation.site(&url),
        url.base().clone(),
        derivation.words(),
    );
    let icon = icon(&derivation, &sources)?;
    let primary = derivation.primary();
    let frame = Frame::new(shell, &words, url.base(), &portal.site, primary, &icon)?;
    let offer = Offer {
        derivation: &derivation,
        routes: &routes,
        url: &url,
        icon: &icon,
        policy: &frame.policy_of_host(),
    };
    // Before the pages, so that what the index takes most memory for is gone by then.
    observer.begin(Step::Index, 0);
    write_search_index(&staging, &derivation, &url)?;
    let writer = PageWriter {
        staging: &staging,
        offer: &offer,
        frame: &frame,
        portal: &portal,
    };
    let pages = writer.write(observer)?;
    observer.begin(Step::Offer, 0);
    write_offer(&staging, &offer)?;
    observer.begin(Step::Verify, 0);
    let patterns = Renderer::new(portal)?.patterns();
    let faults = verify::verify(&pages, &staging.files(), &patterns, url.base());
    if !faults.is_empty() {
        return Err(BuildError::Output(faults));
    }
    if options.compress {
        compress::compress(&staging, &sources.root, observer)?;
    }
    observer.begin(Step::Swap, 0);
    let (changes, leftover) = staging.publish()?.clear_up();
    Ok(Built {
        pages: pages.len(),
        changes,
        leftover,
        problems,
        sources,
    })
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

fn copy_media(
    staging: &Staging<'_>,
    sources: &SiteFiles,
    media: &BTreeSet<String>,
    observer: &dyn Observer,
) -> Result<(), WriteError> {
    observer.begin(Step::Media, media.len());
    media
        .par_iter()
        .filter_map(|name| sources.media.get(name).map(|info| (name, info)))
        .try_for_each(|(name, info)| {
            let path = format!("{}/{name}", read::MEDIA);
            let file = sources.folder.join(&path);
            match info.location {
                PhotoLocation::Removable => {
                    let bytes = std::fs::read(&file).map_err(unreadable(&file))?;
                    let clean = media::without_metadata(&bytes);
                    staging.write(&path, clean.as_deref().unwrap_or(&bytes))?;
                }
                PhotoLocation::Absent | PhotoLocation::Fixed => staging.copy(&file, &path)?,
            }
            observer.advance();
            Ok(())
        })
}

/// Copies what belongs to the root of the host, as it is.
fn copy_root(staging: &Staging<'_>, sources: &SiteFiles) -> Result<(), WriteError> {
    let folder = sources.folder.join(read::ROOT);
    let mut files = sources.root.iter();
    files.try_for_each(|path| staging.copy(&folder.join(path), path))
}

/// The site's small mark, from the disk; one that is drawn where the site has none.
fn icon(derivation: &Derivation<'_>, sources: &SiteFiles) -> Result<IconSource, WriteError> {
    let color = derivation.primary().unwrap_or(theme::PRIMARY);
    let Some((path, info)) = derivation.favicon().and_then(|path| {
        let info = sources.media.get(path.as_str())?;
        Some((path.as_str(), info))
    }) else {
        return Ok(IconSource::drawn(&derivation.short_name(), color));
    };
    let file = sources.folder.join(read::MEDIA).join(path);
    let bytes = std::fs::read(&file).map_err(unreadable(&file))?;
    Ok(IconSource::new(path, &bytes, info, color))
}

/// Writes what is offered besides pages, the redirects last: they give way to all other files.
fn write_offer(staging: &Staging<'_>, offer: &Offer<'_>) -> Result<(), BuildError> {
    write_outputs(staging, offer.of_site()?)?;
    let redirects = outputs::redirects(offer.derivation, offer.routes, &staging.files())
        .map_err(BuildError::Output)?;
    write_outputs(staging, offer.of_the_old_site(&redirects))?;
    Ok(())
}

fn write_outputs(staging: &Staging<'_>, outputs: Vec<(Output, Vec<u8>)>) -> Result<(), WriteError> {
    let mut outputs = outputs.into_iter();
    outputs.try_for_each(|(output, bytes)| staging.write(&output.to_string(), &bytes))
}

fn list(faults: &[OutputFault]) -> String {
    let lines: Vec<String> = faults.iter().map(|fault| format!("  {fault}")).collect();
    lines.join("\n")
}
