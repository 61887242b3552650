//! Publishing from the editor, in a thread of its own.

mod record;
mod packed;

pub(super) use packed::packed;
pub(super) use record::changed;

use super::disk;
use super::refused::{Outcome, Refused};
use super::state::{Editor, locked};
use super::words;
use crate::content::Drafts;
use crate::publish::build::{BuildError, BuildOptions, build};
use crate::publish::check::has_errors;
use crate::publish::progress::{Observer, Step};
use crate::wire::edit::{News, PublishOutcome, PublishRequest, Publishing};
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::sync::Arc;

const SETTINGS: &str = "settings.json";
/// Number of times that progress within a step is told.
const TOLD: usize = 20;

/// What the editor keeps about a site.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Settings {
    /// Folder of the portal.
    folder: Option<String>,
}

fn settings(editor: &Editor) -> Outcome<Settings> {
    let bytes = disk::read(&editor.own(SETTINGS))?;
    let settings = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    Ok(settings.unwrap_or_default())
}

/// Returns the state of publishing.
pub(super) fn state(editor: &Editor) -> Outcome<Publishing> {
    let state = locked(&editor.publishing).clone();
    Ok(Publishing {
        folder: settings(editor)?.folder,
        ..state
    })
}

/// Begins to publish.
pub(super) fn begin(editor: &Arc<Editor>, request: PublishRequest) -> Outcome<Publishing> {
    let mut settings = settings(editor)?;
    if let Some(folder) = request.folder.filter(|folder| !folder.trim().is_empty()) {
        let folder = folder.trim().to_owned();
        if !Path::new(&folder).is_absolute() {
            return Err(Refused::unfit("relative-folder", words::RELATIVE_FOLDER));
        }
        settings.folder = Some(folder);
        disk::write(
            &editor.own(SETTINGS),
            &serde_json::to_vec_pretty(&settings)?,
        )?;
    }
    let folder = settings.folder;
    let folder = folder.ok_or_else(|| Refused::unfit("no-folder", words::NO_FOLDER))?;
    {
        let mut state = locked(&editor.publishing);
        if state.step.is_some() {
            return Err(Refused::conflict("is-publishing", words::IS_PUBLISHING));
        }
        state.step = Some((Step::Read.to_string(), 0, 0));
        state.outcome = None;
    }
    let publisher = Publisher(Arc::clone(editor));
    let is_plan = request.is_plan;
    let spawned = std::thread::Builder::new().spawn(move || {
        // Also after a fault of the program, so that it can be tried again.
        let _end = End(&publisher.0);
        let outcome = publisher.publish(Path::new(&folder), is_plan);
        let mut state = locked(&publisher.0.publishing);
        state.step = None;
        state.outcome = Some(outcome);
    });
    if let Err(error) = spawned {
        locked(&editor.publishing).step = None;
        return Err(error.into());
    }
    state(editor)
}

/// End of a build, of which open editors are told when it is dropped.
struct End<'a>(&'a Editor);

impl Drop for End<'_> {
    fn drop(&mut self) {
        let Self(editor) = self;
        locked(&editor.publishing).step = None;
        editor.tell(News::Publishing);
    }
}

/// A build, whose progress open editors are told.
#[derive(Debug)]
struct Publisher(Arc<Editor>);

impl Publisher {
    fn publish(&self, folder: &Path, is_plan: bool) -> PublishOutcome {
        let Self(editor) = self;
        let failed = |failure: String| PublishOutcome {
            is_plan,
            files: None,
            pages: 0,
            failure: Some(failure),
        };
        // Before the build: what changes meanwhile has not been published for certain.
        let record = match editor.reading() {
            Ok(reading) => record::of(editor, &reading),
            Err(refused) => return failed(refused.title),
        };
        let options = BuildOptions {
            site: &editor.folder,
            out: folder,
            base_url: None,
            drafts: Drafts::Left,
            is_plan,
            compress: false,
            today: editor.today(),
            observer: self,
        };
        match build(&options, &editor.shell()) {
            Ok(built) => {
                let changes = built.changes;
                let kept = if is_plan {
                    Ok(())
                } else {
                    record::keep(editor, &record)
                };
                PublishOutcome {
                    is_plan,
                    files: Some([
                        changes.added,
                        changes.changed,
                        changes.kept,
                        changes.removed,
                    ]),
                    pages: built.pages,
                    failure: kept.err().map(|refused| refused.title),
                }
            }
            Err(BuildError::Content { problems, .. }) => {
                debug_assert!(has_errors(&problems), "content is refused for its errors");
                failed(words::HAS_ERRORS_ELSEWHERE.to_owned())
            }
            Err(error) => failed(error.to_string()),
        }
    }
}

impl Observer for Publisher {
    fn begin(&self, step: Step, parts: usize) {
        let Self(editor) = self;
        locked(&editor.publishing).step = Some((step.to_string(), 0, parts));
        editor.tell(News::Publishing);
    }

    fn advance(&self) {
        let Self(editor) = self;
        let mut state = locked(&editor.publishing);
        let Some((_, done, parts)) = &mut state.step else {
            return;
        };
        *done += 1;
        let is_told = done.is_multiple_of((*parts / TOLD).max(1));
        drop(state);
        if is_told {
            editor.tell(News::Publishing);
        }
    }

    fn is_interrupted(&self) -> bool {
        false
    }
}
