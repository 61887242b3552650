//! Texts of Markdown problems in English.

use super::names::suggestion;
use super::values::{fault, picture};
use crate::content::diagnostics::body_fault::{BodyFault, StrayMark, UnsureMark};
use crate::content::diagnostics::messages::{Text, brief, text, unseen_difference};
use crate::content::values::unpublished::Unpublished;

pub(crate) fn body(found: &BodyFault) -> Text {
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
            near_name(
                link,
                nearest.as_deref(),
                "correct the id, or remove the link",
            ),
        ),
        BodyFault::UnpublishedLink { link, why } => unpublished(link, *why),
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
        BodyFault::DeadAnchorElsewhere {
            page,
            anchor,
            nearest,
        } => dead_anchor(page, anchor, nearest.as_deref()),
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
            near_name(
                path,
                nearest.as_deref(),
                "put the image into the media folder, or correct the path (upper and lower case count)",
            ),
        ),
        BodyFault::UnfitImage { path, fault } => {
            let told = picture(*fault);
            text(
                format!("image `{}`: {}", brief(path), told.message),
                told.help,
            )
        }
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
        BodyFault::StrayAsterisks { is_spaced: true } => text(
            "these * are no emphasis and are shown as they are",
            "remove the blanks between the * and the text: **important**",
        ),
        BodyFault::StrayAsterisks { is_spaced: false } => text(
            "these * are no emphasis and are shown as they are",
            "write as many * before as after: **important**; to show the sign *, write \\\\* in JSON",
        ),
        BodyFault::StrayMark(mark) => stray(*mark),
        BodyFault::UnsureMark(UnsureMark::GreaterThan) => text(
            "this > may be a quotation or “greater than”; it is shown as it is",
            "begin a quotation with a word; write “greater than” as >500, or as \\\\> in JSON",
        ),
        BodyFault::UnsureMark(UnsureMark::Asterisk) => text(
            "this * may be emphasis or a product; it is taken as emphasis and not shown",
            "write emphasis as **important**, and a product as × or as \\\\* in JSON",
        ),
        BodyFault::OpenFence => text(
            "the code block is never closed; it is shown as text",
            "write the same mark on a line of its own after the code, or remove it if there is no code",
        ),
        BodyFault::ExtraTableCells(cells) => text(
            format!(
                "the row has more cells than the head of its table; `{}` has no place",
                brief(cells)
            ),
            "add a cell to the head and to the line below it; a | inside of a cell is \\\\| in JSON",
        ),
        BodyFault::LostText(lost) => text(
            format!("`{}` is taken for a mark and not shown", brief(lost)),
            "write it differently; to show it as it is, write \\\\ in JSON before the mark",
        ),
        BodyFault::NestedTooDeep => text(
            "lists, quotations or emphasis are nested too deep",
            "use fewer levels",
        ),
    }
}

fn stray(mark: StrayMark) -> Text {
    match mark {
        StrayMark::Tildes => text(
            "these ~~ strike nothing out and are shown as they are",
            "write ~~ right before and right after the text; to show the sign ~, write \\\\~ in JSON",
        ),
        StrayMark::Underscores => text(
            "these __ are no emphasis and are shown as they are",
            "write **important**; to show the sign _, write \\\\_ in JSON",
        ),
        StrayMark::Backticks => text(
            "this ` marks no code and is shown as it is",
            "write as many ` before as after; to show the sign `, write \\\\` in JSON",
        ),
        StrayMark::Heading => text(
            "this # begins no heading and is shown as it is",
            "write ## Heading, with two to six #; to show the sign #, write \\\\# in JSON",
        ),
        StrayMark::Bullet => text(
            "this - begins no list and is shown as it is",
            "write a blank after the -; to show the sign -, write \\\\- in JSON",
        ),
        StrayMark::Underline => text(
            "this line of marks does nothing and is shown as it is",
            "write ## Heading for a heading, or --- as a paragraph of its own for a line",
        ),
        StrayMark::Link => text(
            "these brackets are no link and are shown as they are",
            "write [text](address) without a blank between; to show the bracket, write \\\\[ in JSON",
        ),
        StrayMark::Address => text(
            "this address of the site is no link and is shown as it is",
            "write [text](article:id)",
        ),
        StrayMark::TableRow => text(
            "this row belongs to no table and is shown as it is",
            "write |---|---| as the second line, with as many cells as the first",
        ),
    }
}
/// Returns the texts of a link to an item that has no page yet.
pub(crate) fn unpublished(link: &str, why: Unpublished) -> Text {
    let link = brief(link);
    match why {
        Unpublished::Draft => text(
            format!("`{link}` leads to a draft, which has no page on the site"),
            "publish that article first (remove \"status\": \"draft\"), or remove the link",
        ),
        Unpublished::Scheduled(day) => text(
            format!(
                "`{link}` leads to an article that is scheduled for {day} and has no page before"
            ),
            format!("add the link on {day}, or schedule what links to it for that day or later"),
        ),
    }
}

/// Returns the texts of a link to an anchor that its page does not have.
pub(crate) fn dead_anchor(page: &str, anchor: &str, nearest: Option<&str>) -> Text {
    text(
        format!(
            "the page `{}` has no place `#{}`",
            brief(page),
            brief(anchor)
        ),
        suggestion(
            nearest.map(|nearest| format!("#{nearest}")).as_deref(),
            "open that page and copy the heading's address from its contents, or remove # and what follows",
        ),
    )
}

/// Returns the suggestion of a name; for a name that looks the same, it describes the first
/// character that differs.
fn near_name(written: &str, nearest: Option<&str>, otherwise: &str) -> String {
    let difference = nearest.and_then(|nearest| unseen_difference(written, nearest));
    match difference {
        Some((index, is, should)) => format!(
            "the names look the same, but character {index} is U+{:04X} and should be U+{:04X}; copy the file's name",
            u32::from(is),
            u32::from(should)
        ),
        None => suggestion(nearest, otherwise),
    }
}
