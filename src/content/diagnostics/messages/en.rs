//! Texts of problems in English.

pub(crate) mod body;
pub(crate) mod names;
pub(crate) mod values;
use super::{Text, brief, list_of, may_be_double, text};
use crate::content::diagnostics::kind::{Encoding, ProblemKind};
use crate::content::{folder::ReadFault, items::reference::Collection};
use body::{body, dead_anchor, unpublished};
use names::{collection_name, suggestion, type_form, type_name};
use values::{fault, picture, syntax};

pub(crate) fn problem(kind: &ProblemKind) -> Text {
    match kind {
        ProblemKind::MissingSite => text(
            "the site settings content/site.json are missing",
            "create content/site.json, or check that this is the right site folder",
        ),
        ProblemKind::Unreadable(ReadFault::Permission) => text(
            "no permission to read this file",
            "change its permissions so that this user may read it",
        ),
        ProblemKind::Unreadable(ReadFault::BrokenLink) => text(
            "symbolic links lead in a circle or nowhere",
            "delete the link, or put the file itself in its place",
        ),
        ProblemKind::Unreadable(ReadFault::Other(cause)) => text(
            format!("cannot read this file: {cause}"),
            "check the disk and the file, then try again",
        ),
        ProblemKind::Unreadable(ReadFault::LinkLeadsOut(folder)) => text(
            format!("the symbolic link leads out of the {folder} folder"),
            "copy the file itself to its place",
        ),
        ProblemKind::Unreadable(ReadFault::NameNotUnicode) => text(
            "the file name is not UTF-8",
            "name it with letters, digits and hyphens",
        ),
        ProblemKind::Unreadable(ReadFault::NotAFile) => {
            text("this is neither a file nor a folder", "delete it")
        }
        ProblemKind::FileTooLarge => text(
            "the file is too large; at most 8 MiB are read",
            "put images and attachments into the media folder; content files hold only text",
        ),
        ProblemKind::NotUtf8(Encoding::Utf16) => {
            text("the file is UTF-16, not UTF-8", "save it as UTF-8")
        }
        ProblemKind::NotUtf8(Encoding::Other) => text(
            "the file is not UTF-8",
            "save it as UTF-8 (an old file is probably GBK)",
        ),
        ProblemKind::ByteOrderMark => text(
            "the file begins with a byte order mark",
            "harmless; save it as plain UTF-8 and the mark is gone",
        ),
        ProblemKind::EmptyFile => text("the file is empty", "write its content, or delete it"),
        ProblemKind::TooDeep => text(
            "brackets are nested more than 64 levels deep",
            "check whether opening brackets were pasted too often",
        ),
        ProblemKind::Syntax(fault) => syntax(fault),
        ProblemKind::RootNotObject(found) => text(
            format!(
                "the file must be one object in {{ }}, here is {}",
                type_name(*found)
            ),
            "write one item a file; begin with { and end with }",
        ),
        ProblemKind::DuplicateField(name) => text(
            format!("the field `{}` is written twice", brief(name)),
            "keep one of the two",
        ),
        ProblemKind::UnknownField { name, nearest } => text(
            format!("there is no field `{}`", brief(name)),
            suggestion(nearest.as_deref(), "remove it, or check its spelling"),
        ),
        ProblemKind::MissingField(name) => text(
            format!("the required field `{name}` is missing"),
            format!("add \"{name}\" between these brackets"),
        ),
        ProblemKind::WrongType { found, expected } => {
            let names: Vec<&str> = expected
                .iter()
                .map(|expected| type_name(*expected))
                .collect();
            let forms: Vec<&str> = expected
                .iter()
                .map(|expected| type_form(*expected))
                .collect();
            text(
                format!(
                    "{} is expected here, not {}",
                    names.join(" or "),
                    type_name(*found)
                ),
                format!("write {}", forms.join(" or ")),
            )
        }
        ProblemKind::NotAllowed {
            value,
            allowed,
            nearest,
        } => text(
            format!("`{}` is not one of the possible values", brief(value)),
            match nearest {
                Some(nearest) => {
                    format!(
                        "did you mean `{nearest}`? Possible values: {}",
                        allowed.join(", ")
                    )
                }
                None => format!("possible values: {}", allowed.join(", ")),
            },
        ),
        ProblemKind::UnsupportedVersion => text(
            "this program does not know this version of the content format",
            "schema_version can only be 1",
        ),
        ProblemKind::OutOfRange { least, most } => text(
            "the number is out of range",
            match (least, most) {
                (Some(least), Some(most)) => format!("write a number from {least} to {most}"),
                (Some(least), None) => format!("write at least {least}"),
                (None, Some(most)) => format!("write at most {most}"),
                (None, None) => "write a sensible number".to_owned(),
            },
        ),
        ProblemKind::BadText {
            text: written,
            fault: found,
        } => {
            let told = fault(found);
            if written.is_empty() {
                return told;
            }
            text(format!("{}: `{}`", told.message, brief(written)), told.help)
        }
        ProblemKind::TooMany { more } => text(
            format!("{more} more problems of this file are not listed"),
            "mend those that are listed, then check again",
        ),
        ProblemKind::Unexplained(cause) => text(
            format!("this does not fit the format: {cause}"),
            "compare it with the description of the format",
        ),
        ProblemKind::BadFileName { name, mended } => text(
            format!("the file name `{}` cannot be an id", brief(name)),
            match mended {
                Some(mended) => {
                    format!(
                        "rename it to {mended}.json: only lower-case letters, digits and hyphens"
                    )
                }
                None => "use only lower-case letters, digits and hyphens, such as \
                         2023-03-03-council.json"
                    .to_owned(),
            },
        ),
        ProblemKind::BadBulletinFileName { name, mended } => text(
            format!(
                "the file name `{}` is not the number of an issue",
                brief(name)
            ),
            suggestion(
                mended.as_deref(),
                "name the file after the issue's number, such as 143.json; a double issue after its first; where numbers begin anew each year 2024-3.json; supplements 143-s1.json or 2024-s1.json",
            ),
        ),
        ProblemKind::DuplicateId {
            collection: Collection::Bulletins,
            id,
            other,
        } => text(
            format!("the id `{id}` is already used by {other}"),
            "rename one of the two files; where numbers begin anew each year, name files after year and number, such as 2024-3.json",
        ),
        ProblemKind::DuplicateId { id, other, .. } => text(
            format!("the id `{id}` is already used by {other}"),
            "rename one of the two files; sub-folders do not make ids different",
        ),
        ProblemKind::NumberMismatch { number, file } => text(
            format!("the number {number} differs from the file name {file}.json"),
            format!(
                "write {}, or rename the file to {}.json",
                file.number(),
                file.with_number(*number)
            ),
        ),
        ProblemKind::YearMismatch { year, file } => text(
            format!("the year {year} differs from the file name {file}.json"),
            "correct the year, or rename the file",
        ),
        ProblemKind::BulletinOverlap { issue, other } => text(
            format!("issue {issue} of this double issue has a file of its own, {other}"),
            "correct `last_number` or the numbers in the title; if it is a double issue, remove that file",
        ),
        ProblemKind::RootNameTaken(name) => text(
            format!(
                "`{}` is a path that the program writes itself; it cannot stand in root",
                brief(name)
            ),
            "delete it or rename it; images and attachments belong into media, and pages, \
             robots.txt, sitemaps and the like are made by the program",
        ),
        ProblemKind::RootOverLegacy { name, legacy } => text(
            format!(
                "at `{}` stands the page that leads on from the old address `{}`",
                brief(name),
                brief(legacy)
            ),
            "delete this file, or the old address in the content",
        ),
        ProblemKind::UnknownFile { name, nearest } => text(
            format!("nothing uses the file `{}`", brief(name)),
            suggestion(
                nearest.as_deref(),
                "move it to its folder, or out of content",
            ),
        ),
        ProblemKind::UnknownFolder { name, nearest } => text(
            format!("nothing uses the folder `{}`", brief(name)),
            suggestion(
                nearest.as_deref(),
                "content has only the folders articles, members, bulletins, events, links and pages",
            ),
        ),
        ProblemKind::UnknownSection { id, nearest } => text(
            format!("there is no section `{id}`"),
            suggestion(
                nearest.as_deref(),
                "the ids are in `sections` of content/site.json",
            ),
        ),
        ProblemKind::UnknownItem {
            collection,
            id,
            nearest,
        } => text(
            format!(
                "there is no {} `{}`",
                collection_name(*collection),
                brief(id)
            ),
            suggestion(
                nearest.as_deref(),
                &format!(
                    "the id is the file's name in content/{} without .json",
                    collection.folder()
                ),
            ),
        ),
        ProblemKind::UnknownRoute { path, nearest } => text(
            format!("the site has no path `{}`", brief(path)),
            suggestion(
                nearest.as_deref(),
                "a path begins and ends with /, such as /news/; an item is written as page:about",
            ),
        ),
        ProblemKind::UnpublishedTarget { target, why } => unpublished(target, *why),
        ProblemKind::UnknownAnchor {
            page,
            anchor,
            nearest,
        } => dead_anchor(page, anchor, nearest.as_deref()),
        ProblemKind::SelfReference => {
            text("this refers to itself", "name another id, or remove it")
        }
        ProblemKind::FuturePublication {
            date,
            can_be_scheduled,
        } => text(
            format!("the date of publication {date} is in the future"),
            if *can_be_scheduled {
                "correct the date; to publish later, add \"status\": \"scheduled\""
            } else {
                "correct the date, or add this issue when it is out"
            },
        ),
        ProblemKind::FutureUpdate(date) => text(
            format!("the date {date} is in the future"),
            "write a date that has passed",
        ),
        ProblemKind::UpdatedBeforePublished { published } => text(
            format!("earlier than the date of publication {published}"),
            "this date cannot be before `published`; remove it if nothing was changed",
        ),
        ProblemKind::EndBeforeStart { start, end } => text(
            format!("the end {end} is before the beginning {start}"),
            "check whether the two dates are swapped",
        ),
        ProblemKind::BulletinOrder {
            earlier,
            earlier_date,
        } => text(
            format!("published before issue {earlier} ({earlier_date})"),
            "an issue with a larger number cannot be older; check the dates and numbers of both",
        ),
        ProblemKind::MissingMedia { path, nearest } => text(
            format!("the media folder has no `{}`", brief(path)),
            suggestion(
                nearest.as_deref(),
                "put the file into the media folder, or correct the path (upper and lower case count)",
            ),
        ),
        ProblemKind::AttachmentType { extension } => text(
            match extension {
                Some(extension) => format!("a .{} file cannot be attached", brief(extension)),
                None => "the attached file has no extension".to_owned(),
            },
            "attach pdf, docx, xlsx, pptx, zip, jpg or png; convert other formats first",
        ),
        ProblemKind::Picture(fault) => picture(*fault),
        ProblemKind::PhotoLocation => text(
            "the file says where it was taken, and publishing cannot remove that",
            "save it as JPEG, of which publishing removes it, or take it out of the media folder",
        ),
        ProblemKind::SmallCover { width } => text(
            format!("the cover is {width} pixels wide and will look blurred"),
            "use an image at least 600 pixels wide",
        ),
        ProblemKind::UnpublishedMedia {
            paths,
            count,
            are_named,
        } => {
            let named = list_of(paths, ", ");
            let named = if paths.len() < *count {
                named + " …"
            } else {
                named
            };
            if *are_named {
                text(
                    format!(
                        "files that only unpublished content names ({count}) are not published: {named}"
                    ),
                    "drafts, scheduled and withdrawn articles and bulletins for members keep their files off the site; they are published together with what names them",
                )
            } else {
                text(
                    format!("files that nothing names ({count}) are not published: {named}"),
                    "name them in a body, an attachment or a cover, or delete them from the media folder",
                )
            }
        }
        ProblemKind::DuplicateSection(id) => text(
            format!("the section id `{id}` is used twice"),
            "give each section its own id",
        ),
        ProblemKind::DuplicateMember { name, other } => text(
            format!("the member name `{}` is also that of {other}", brief(name)),
            "keep one file for one organisation; write different organisations' names in full",
        ),
        ProblemKind::DuplicateTitle { title, other } => text(
            format!("the title `{}` is that of {other}", brief(title)),
            "it can be published so: document titles get a date, number or kind; unless the two belong to a series, better change one",
        ),
        ProblemKind::LongTitle { limit, count } => text(
            format!("the title has {count} characters; lists and search results show {limit}"),
            "it can be published so; shorten it if you can, and move the rest to subtitle",
        ),
        ProblemKind::DuplicateLink { other_name, other } => text(
            format!("the same address as \"{}\" in {other}", brief(other_name)),
            "keep one of the two links",
        ),
        ProblemKind::DuplicateSynonym(word) => text(
            format!("the synonym `{}` was given before", brief(word)),
            "put all words of one meaning into one group, each of them once",
        ),
        ProblemKind::LoneSynonym => text(
            "this group of synonyms has fewer than two words",
            "add a word of the same meaning, or remove the group",
        ),
        ProblemKind::DuplicateLegacyUrl { path, other } => text(
            format!("the old path `{}` is already in {other}", brief(path)),
            "an old path can lead to one article only",
        ),
        ProblemKind::LegacyPathTaken(path) => text(
            format!("the old path `{}` is a page of this site", brief(path)),
            "remove it: readers who open it will see that page",
        ),
        ProblemKind::LowContrast { hundredths } => text(
            format!(
                "the primary colour has a contrast of {}.{:02}:1 to white, less than 4.5:1",
                hundredths / 100,
                hundredths % 100
            ),
            "choose a darker colour",
        ),
        ProblemKind::BulletinGap { year, first, last } => {
            let year = year.map_or_else(String::new, |year| format!(" of {year}"));
            text(
                if first == last {
                    format!("issue {first}{year} is missing before this one")
                } else {
                    format!("issues {first} to {last}{year} are missing before this one")
                },
                if may_be_double(*first, *last) {
                    format!(
                        "add them if they can be found; else nothing is to be done; if the issue before is a double one, write \"last_number\": {last} in its file"
                    )
                } else {
                    "add them if they can be found; else nothing is to be done".to_owned()
                },
            )
        }
        ProblemKind::StaleSection { name, days, limit } => text(
            format!("the section \"{name}\" has had nothing new for {days} days (limit: {limit})"),
            "publish something new, or change stale_after_days",
        ),
        ProblemKind::InsecureUrl => text(
            "the address is http and not encrypted",
            "write https if that site supports it",
        ),
        ProblemKind::IpHost(host) => text(
            format!("the link leads to the IP address {host}"),
            "use an address with a domain name",
        ),
        ProblemKind::ShortLinkHost(host) => text(
            format!("{host} is a link shortener, which hides where the link leads"),
            "open the link and copy the real address",
        ),
        ProblemKind::WithdrawnWithoutReason => text(
            "the article is withdrawn without a reason",
            "write \"status\": { \"withdrawn\": { \"reason\": \"…\" } }",
        ),
        ProblemKind::RepostWithoutUrl => text(
            "a repost must say where the original is",
            "add \"source\": { \"name\": \"…\", \"url\": \"https://…\" }",
        ),
        ProblemKind::EmptySummary => text(
            "the summary is empty",
            "write 30 to 140 characters, or remove the field (the body's beginning is taken)",
        ),
        ProblemKind::SummaryLength { count } => text(
            format!("the summary has {count} characters; 30 to 140 suit lists and search results"),
            "write more or less, or remove the field (the body's beginning is taken)",
        ),
        ProblemKind::IntroAndBody => text(
            "only one of intro and body can be written",
            "use intro for a short text, body for paragraphs and images",
        ),
        ProblemKind::ExpectedPage(id) => text(
            format!("there is no content/pages/{id}.json"),
            "readers look for this page; please add it",
        ),
        ProblemKind::Body(fault) => body(fault),
    }
}
