//! What the renderer finds wrong in a text, as a problem of the content.

use super::markdown::MarkdownProblemKind;
use crate::content::item::ItemLink;
use crate::content::media::MediaIndex;
use crate::content::{BodyFault, Content, closest};

/// The problem of the content that a problem of the Markdown is, with what was probably
/// meant where something comes close.
pub(super) fn body_fault(
    found: MarkdownProblemKind,
    content: &Content,
    media: &MediaIndex,
) -> BodyFault {
    match found {
        MarkdownProblemKind::RawHtml { .. } => BodyFault::RawHtml,
        MarkdownProblemKind::LevelOneHeading => BodyFault::HeadingLevelOne,
        MarkdownProblemKind::SkippedHeadingLevel { from, to } => {
            BodyFault::SkippedHeadingLevel { from, to }
        }
        MarkdownProblemKind::EmptyHeading => BodyFault::EmptyHeading,
        MarkdownProblemKind::DeadItemLink { target } => match ItemLink::parse(&target) {
            Some(Err(fault)) => BodyFault::BadItemLink {
                link: target,
                fault,
            },
            Some(Ok(_)) | None => BodyFault::DeadItemLink {
                nearest: nearest_item(&target, content, media),
                link: target,
            },
        },
        MarkdownProblemKind::DeadPath { path } => BodyFault::DeadPath(path),
        MarkdownProblemKind::DeadAnchor { anchor, .. } => BodyFault::DeadAnchor(anchor),
        MarkdownProblemKind::RelativeUrl { url } => BodyFault::RelativeUrl(url),
        MarkdownProblemKind::ForbiddenUrl { url } => BodyFault::ForbiddenUrl(url),
        MarkdownProblemKind::EmptyLink => BodyFault::EmptyLink,
        MarkdownProblemKind::MissingAlt => BodyFault::MissingAlt,
        MarkdownProblemKind::MissingImage { path } => BodyFault::MissingImage {
            nearest: closest(&path, media.keys().map(String::as_str)).map(str::to_owned),
            path,
        },
        MarkdownProblemKind::ForeignImage { url } => BodyFault::ForeignImage(url),
        MarkdownProblemKind::ImageWithoutSize { path } => BodyFault::ImageWithoutSize(path),
        MarkdownProblemKind::UndefinedFootnote { label } => BodyFault::UndefinedFootnote(label),
        MarkdownProblemKind::UnusedFootnote { label } => BodyFault::UnusedFootnote(label),
        MarkdownProblemKind::DuplicateFootnote { label } => BodyFault::DuplicateFootnote(label),
        MarkdownProblemKind::StrayAsterisks => BodyFault::StrayAsterisks,
        MarkdownProblemKind::TooDeep => BodyFault::NestedTooDeep,
    }
}

fn nearest_item(link: &str, content: &Content, media: &MediaIndex) -> Option<String> {
    let (kind, id) = link.split_once(':')?;
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
