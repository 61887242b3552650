//! Suggestions for references to missing items.

use crate::content::items::reference::ItemLink;
use crate::content::values::media::MediaIndex;
use crate::content::{BodyFault, Content, closest};

/// Adds a suggestion from the content to a fault that the renderer found.
pub(crate) fn with_suggestion(
    found: BodyFault,
    content: &Content,
    media: &MediaIndex,
) -> BodyFault {
    match found {
        BodyFault::DeadItemLink { link, .. } => match ItemLink::parse(name_in(&link)) {
            Some(Err(fault)) => BodyFault::BadItemLink { link, fault },
            Some(Ok(_)) | None => BodyFault::DeadItemLink {
                nearest: nearest_item(&link, content, media),
                link,
            },
        },
        BodyFault::MissingImage { path, .. } => BodyFault::MissingImage {
            nearest: closest(&path, media.keys().map(String::as_str)).map(str::to_owned),
            path,
        },
        other => other,
    }
}

/// Returns a link without its query and its anchor.
pub(super) fn name_in(link: &str) -> &str {
    link.split(['?', '#']).next().unwrap_or(link)
}

fn nearest_item(link: &str, content: &Content, media: &MediaIndex) -> Option<String> {
    let (kind, id) = name_in(link).split_once(':')?;
    let numbers: Vec<String>;
    let known: Vec<&str> = match kind {
        "article" => content.articles.keys().map(AsRef::as_ref).collect(),
        "member" => content.members.keys().map(AsRef::as_ref).collect(),
        "event" => content.events.keys().map(AsRef::as_ref).collect(),
        "page" => content.pages.keys().map(AsRef::as_ref).collect(),
        "media" => media.keys().map(String::as_str).collect(),
        "bulletin" => {
            numbers = content.bulletins.keys().map(ToString::to_string).collect();
            numbers.iter().map(String::as_str).collect()
        }
        _ => return None,
    };
    closest(id, known).map(|id| format!("{kind}:{id}"))
}
