//! Page of an item as it would be published.

use super::{Candidate, candidate, proposed_id};
use crate::content::{Drafts, SITE_FILE, Severity};
use crate::publish::check::Examined;
use crate::publish::edit::kinds;
use crate::publish::edit::refused::{Outcome, Refused};
use crate::publish::edit::state::{Editor, locked};
use crate::publish::edit::words;
use crate::publish::html::prerender::Renderer;
use crate::publish::pictures::Pictures;
use crate::publish::publication::{RenderedPage, publish};
use crate::publish::snapshot::Snapshot;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Returns the page of the value that was examined last with a key.
pub(in crate::publish::edit) fn preview(editor: &Editor, key: &str) -> Outcome<String> {
    let asked = locked(&editor.previews).get(key).cloned();
    let asked = asked.ok_or_else(|| Refused::not_found(words::NO_DRAFT))?;
    let reading = editor.reading()?;
    let proposed = proposed_id(&reading, asked.kind, &asked.value, editor.today());
    let Candidate {
        id,
        path,
        mut files,
        ..
    } = candidate(&reading, &asked, Some(&proposed));
    let none = || Refused::unfit("no-preview", words::NO_PREVIEW);
    let route = kinds::route(asked.kind, &id);
    let route = route.ok_or_else(|| Refused::unfit("no-page", words::NO_PAGE))?;
    let mut examined = editor.examine(&files, Drafts::Built);
    // Errors in other files are no reason not to show this one.
    let is_in_the_way = |file: &str| file != path && file != SITE_FILE;
    let broken: Vec<String> = examined
        .problems
        .iter()
        .filter(|problem| problem.severity() == Severity::Error && is_in_the_way(&problem.file))
        .map(|problem| problem.file.clone())
        .collect();
    if examined.public.is_none() || (!broken.is_empty() && !examined.routes.contains(&route)) {
        files.sources.retain(|file| !broken.contains(&file.path));
        examined = editor.examine(&files, Drafts::Built);
    }
    let Examined {
        problems,
        public,
        routes,
        texts,
        media,
    } = examined;
    let public = public
        .filter(|_| routes.contains(&route))
        .ok_or_else(none)?;
    let snapshot = Snapshot {
        problems,
        sources: files,
        routes,
        media,
        url: editor.url.clone(),
        public,
        texts,
        drafts: Drafts::Built,
        today: editor.today(),
    };
    let shell = editor.shell();
    let pictures = Pictures::default();
    let html = publish(&snapshot, &shell, &pictures, |publication| {
        let renderer = Renderer::new(publication.portal.clone());
        let page = publication.page(&route, &renderer)?;
        Ok(without_scripts(&with_pictures(&page)))
    });
    html.map_err(|error| Refused::unfit("no-preview", &format!("{}（{error}）", words::NO_PREVIEW)))
}

/// Returns the document of a page with the pictures that are made beside it, which the served site
/// lacks until the item is saved.
fn with_pictures(page: &RenderedPage) -> String {
    let mut html = page.html.clone();
    for (output, bytes) in &page.beside {
        let path = output.to_string();
        if path.ends_with(".svg") {
            let data = format!("data:image/svg+xml;base64,{}\"", STANDARD.encode(bytes));
            html = html.replace(&format!("/{path}\""), &data);
        }
    }
    html
}

/// Removes the scripts of a document. A preview runs none, and browsers complain of each that they
/// are given. No text of a page contains `<script`, because `<` is escaped.
fn without_scripts(html: &str) -> String {
    const END: &str = "</script>";
    let mut parts = html.split("<script");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept.push_str(part.split_once(END).map_or("", |(_, after)| after));
    }
    kept
}
