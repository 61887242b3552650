//! Faults of Markdown in English.

use super::english::suggestion;
use super::english_text::fault;
use super::{Text, brief, text};
use crate::content::body_fault::BodyFault;

pub(super) fn body(found: &BodyFault) -> Text {
    match found {
        BodyFault::RawHtml => text(
            "the body cannot contain HTML",
            "use Markdown; to show the sign <, write \\\\< in JSON",
        ),
        BodyFault::HeadingLevelOne => text(
            "headings in the body cannot be of level one (#)",
            "the page's title is the only one; begin with level two (##)",
        ),
        BodyFault::SkippedHeadingLevel { from, to } => text(
            format!("the heading goes from level {from} to level {to}"),
            "use one level after the other",
        ),
        BodyFault::EmptyHeading => {
            text("the heading has no text", "write its text, or remove the #")
        }
        BodyFault::DeadItemLink { link, nearest } => text(
            format!(
                "the link `{}` names an item that does not exist",
                brief(link)
            ),
            suggestion(nearest.as_deref(), "correct the id, or remove the link"),
        ),
        BodyFault::BadItemLink { link, fault: found } => {
            let told = fault(found);
            text(
                format!("the link `{}` is wrong: {}", brief(link), told.message),
                told.help,
            )
        }
        BodyFault::DeadPath(path) => text(
            format!("the site has no path `{}`", brief(path)),
            "correct the path, or write the link as article:id",
        ),
        BodyFault::DeadAnchor(anchor) => text(
            format!("the body has no place `#{}`", brief(anchor)),
            "compare it with the headings, or remove the link",
        ),
        BodyFault::RelativeUrl(url) => text(
            format!(
                "`{}` is a relative address, which breaks on other pages",
                brief(url)
            ),
            "write article:id, media:file, or a complete https address",
        ),
        BodyFault::ForbiddenUrl(url) => text(
            format!("this address cannot be used: `{}`", brief(url)),
            "links can be https, http, mailto, tel, or items of the site such as article:id",
        ),
        BodyFault::EmptyLink => text("the link is not complete", "write [text](address)"),
        BodyFault::MissingAlt => text(
            "the image has no text alternative",
            "write ![what it shows](media:…) for those who cannot see it",
        ),
        BodyFault::MissingImage { path, nearest } => text(
            format!("the media folder has no image `{}`", brief(path)),
            suggestion(
                nearest.as_deref(),
                "put the image into the media folder, or correct the path (upper and lower case count)",
            ),
        ),
        BodyFault::ForeignImage(url) => text(
            format!("the image `{}` is on another site", brief(url)),
            "put the image into the media folder and write ![what it shows](media:…)",
        ),
        BodyFault::ImageWithoutSize(path) => text(
            format!("the size of the image `{}` cannot be read", brief(path)),
            "the file may be damaged; export it again",
        ),
        BodyFault::UndefinedFootnote(label) => text(
            format!("the footnote `[^{}]` has no text", brief(label)),
            "write it as a paragraph of its own, such as [^1]: text",
        ),
        BodyFault::UnusedFootnote(label) => text(
            format!(
                "nothing refers to the footnote `[^{}]`; it is not shown",
                brief(label)
            ),
            "refer to it in the body, or remove it",
        ),
        BodyFault::DuplicateFootnote(label) => text(
            format!(
                "the footnote `[^{}]` is written twice; only the first is shown",
                brief(label)
            ),
            "give it another name, or remove one of the two",
        ),
        BodyFault::StrayAsterisks => text(
            "these ** are no emphasis and are shown as they are",
            "move the punctuation mark outside of the **",
        ),
        BodyFault::NestedTooDeep => text(
            "lists, quotations or emphasis are nested too deep",
            "use fewer levels",
        ),
    }
}
