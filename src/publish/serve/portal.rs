//! Portal of one state of the site, whose files are made on request.
//!
//! The publication borrows from the site, so a separate thread owns both. The thread ends when no
//! [`Portal`] refers to it any more, because another state is served.

use crate::publish::html::prerender::{PrerenderError, Renderer};
use crate::publish::outputs::HeaderRule;
use crate::publish::pictures::Pictures;
use crate::publish::publication::{Publication, Source, paths, publish, read_photo};
use crate::publish::snapshot::Snapshot;
use crate::publish::view::PlainTexts;
use crate::publish::{BuildError, Shell};
use crate::route::{DataFile, Output, Route};
use axum::body::Bytes;
use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use tokio::sync::oneshot;

/// A portal whose files can be requested.
#[derive(Debug, Clone)]
pub(super) struct Portal {
    pub(super) headers: Arc<[HeaderRule]>,
    questions: Sender<Question>,
}

/// A file of the portal.
#[derive(Debug)]
pub(super) enum File {
    Made(Bytes),
    OnDisk(PathBuf),
}

/// A file; `None` if the portal has none at the path; an error if it cannot be made.
type Answer = io::Result<Option<File>>;

#[derive(Debug)]
struct Question {
    path: String,
    answer: oneshot::Sender<Answer>,
}

impl Portal {
    /// Prepares a site, and waits until its files can be requested.
    pub(super) fn open(mut snapshot: Snapshot, shell: Arc<Shell>) -> Result<Self, BuildError> {
        let plain = snapshot.texts.take_plain();
        let (questions, asked) = channel();
        let (told, opened) = channel();
        thread::Builder::new()
            .spawn(move || {
                // Making variants of pictures would delay the first page by seconds.
                let pictures = Pictures::default();
                let outcome = publish(&snapshot, &shell, &pictures, |publication| {
                    // The receiver may have been dropped if serving has ended.
                    _ = told.send(Ok(publication.headers()));
                    answer_all(&asked, publication, &plain);
                    Ok(())
                });
                if let Err(error) = outcome {
                    _ = told.send(Err(error));
                }
            })
            .map_err(PrerenderError::from)?;
        let headers = opened
            .recv()
            .map_err(|error| PrerenderError::from(io::Error::other(error)))??;
        Ok(Self {
            headers: headers.into(),
            questions,
        })
    }

    pub(super) async fn file(&self, path: &str) -> Answer {
        let (answer, answered) = oneshot::channel();
        let path = path.to_owned();
        let question = Question { path, answer };
        self.questions.send(question).map_err(io::Error::other)?;
        answered.await.map_err(io::Error::other)?
    }
}

/// Answers each question in a thread of its own, so that none waits for another.
fn answer_all(questions: &Receiver<Question>, publication: &Publication<'_>, plain: &PlainTexts) {
    let routes = publication.snapshot.routes.iter();
    let files = Files {
        publication,
        plain,
        fixed: publication.fixed(),
        pages: routes
            .flat_map(|route| paths(route).map(move |path| (path, route)))
            .collect(),
        offered: Together::default(),
        index: Together::default(),
    };
    thread::scope(|scope| {
        for Question { path, answer } in questions {
            let files = &files;
            scope.spawn(move || {
                let found = files.find(&path).map_err(io::Error::other);
                // The request may have been cancelled meanwhile.
                _ = answer.send(found);
            });
        }
    });
}

#[derive(Debug)]
struct Files<'a> {
    publication: &'a Publication<'a>,
    plain: &'a PlainTexts,
    fixed: BTreeMap<String, Source<'a>>,
    /// Pages by the paths of their files.
    pages: BTreeMap<String, &'a Route>,
    offered: Together,
    index: Together,
}

impl Files<'_> {
    fn find(&self, path: &str) -> Result<Option<File>, BuildError> {
        match self.fixed.get(path) {
            Some(Source::Disk(file)) => {
                let file = file.is_file().then(|| File::OnDisk(file.clone()));
                return Ok(file);
            }
            Some(Source::Photo(file)) => return Ok(Some(made(&read_photo(file)?))),
            Some(Source::Bytes(bytes)) => return Ok(Some(made(bytes))),
            None => {}
        }
        let publication = self.publication;
        let renderer = || Renderer::new(publication.portal.clone());
        if let Some(route) = self.pages.get(path) {
            let page = publication.page(route, &renderer())?;
            let file = page.files(route).find(|(at, _)| at == path);
            return Ok(file.map(|(_, bytes)| made(bytes)));
        }
        if path == Output::NotFound.to_string() {
            let html = publication.not_found(&renderer())?;
            return Ok(Some(made(html.as_bytes())));
        }
        if path.starts_with(DataFile::search("").path()) {
            return self.index.find(path, || {
                let mut files = BTreeMap::new();
                publication.search_index(self.plain.clone(), |path, bytes| {
                    files.insert(path, bytes);
                    Ok(())
                })?;
                Ok(files)
            });
        }
        self.offered.find(path, || publication.offered())
    }
}

/// Files that are made together, when the first of them is requested.
#[derive(Debug, Default)]
struct Together(Mutex<Option<BTreeMap<String, Vec<u8>>>>);

impl Together {
    fn find(
        &self,
        path: &str,
        make: impl FnOnce() -> Result<BTreeMap<String, Vec<u8>>, BuildError>,
    ) -> Result<Option<File>, BuildError> {
        let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let files = match &mut *files {
            Some(files) => files,
            none => none.insert(make()?),
        };
        Ok(files.get(path).map(|bytes| made(bytes)))
    }
}

fn made(bytes: &[u8]) -> File {
    File::Made(Bytes::copy_from_slice(bytes))
}
