//! The pipeline of a build, one step a line.

mod error;
mod copy;
pub(super) mod pages;
pub(super) mod search_index;
pub(super) mod verify;
mod compress;

pub use error::BuildError;

use super::check::{self, Examined};
use super::html::document::Frame;
use super::html::prerender::Renderer;
use super::html::shell::Shell;
use super::html::ui_text_file::UiTextFile;
use super::output_dir::{Changes, Staging, Target, WriteError};
use super::outputs::{self, Offer};
use super::progress::{Observer, Step};
use super::source::read::{SiteFiles, read};
use super::view::{Catalog, SiteView, Titles};
use crate::components::Portal;
use crate::content::values::date::Date;
use crate::content::values::text_value::TextValue as _;
use crate::content::values::url::BaseUrl;
use crate::content::{Drafts, Problem};
use crate::route::{Output, PublicUrl};
use copy::{copy_media, copy_root, icon};
use pages::PageWriter;
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
    let mut sources = read(options.site)?;
    let place = Target::take(options.out, options.site)?;
    observer.begin(Step::Check, 0);
    let question = check::CheckOptions {
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
    let Some(public) = public.filter(|_| !check::has_errors(&problems)) else {
        let sources = Box::new(sources);
        return Err(BuildError::Content { problems, sources });
    };
    sources.forget_all_but(&problems);
    // From here on there is nothing left of what is not published.
    let content = public.content();
    let url = asked.unwrap_or_else(|| PublicUrl::from(&content.site.base_url));
    let catalog = Catalog::new(content, options.drafts, options.today);
    let titles = Titles::of(content, &routes);
    let view = SiteView::new(
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
    let words = UiTextFile::of(view.words())?;
    staging.write(&words.path, words.json.as_bytes())?;
    let portal = Portal::new(view.site(&url), url.base().clone(), view.words());
    let icon = icon(&view, &sources)?;
    let primary = view.primary();
    let frame = Frame::new(shell, &words, url.base(), &portal.site, primary, &icon)?;
    let offer = Offer {
        view: &view,
        routes: &routes,
        url: &url,
        icon: &icon,
        policy: &frame.policy_of_host(),
    };
    // Before the pages, so that what the index takes most memory for is gone by then.
    observer.begin(Step::Index, 0);
    write_search_index(&staging, &view, &url)?;
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

/// The address that a command names, in the form that the settings of a site ask for.
fn public_url(text: &str) -> Result<PublicUrl, BuildError> {
    let url = BaseUrl::parse(text).map_err(|fault| BuildError::BaseUrl {
        url: text.to_owned(),
        fault,
    })?;
    Ok(PublicUrl::from(&url))
}

/// Writes what is offered besides pages, the redirects last: they give way to all other files.
fn write_offer(staging: &Staging<'_>, offer: &Offer<'_>) -> Result<(), BuildError> {
    write_outputs(staging, offer.of_site()?)?;
    let redirects = outputs::redirects(offer.view, offer.routes, &staging.files())
        .map_err(BuildError::Output)?;
    write_outputs(staging, offer.of_the_old_site(&redirects))?;
    Ok(())
}

fn write_outputs(staging: &Staging<'_>, outputs: Vec<(Output, Vec<u8>)>) -> Result<(), WriteError> {
    let mut outputs = outputs.into_iter();
    outputs.try_for_each(|(output, bytes)| staging.write(&output.to_string(), &bytes))
}
