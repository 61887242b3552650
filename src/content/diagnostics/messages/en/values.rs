//! Texts of faults of values and of JSON syntax in English.

use crate::content::diagnostics::messages::{Text, brief, text};
use crate::content::json::syntax::SyntaxFault;
use crate::content::values::picture::PictureFault;
use crate::content::values::text_value::{Fault, Format};

pub(crate) fn fault(fault: &Fault) -> Text {
    match fault {
        Fault::Shape { form, mended } => {
            let (message, help) = form_words(*form);
            let help = match mended {
                Some(mended) => format!("did you mean `{mended}`?"),
                None => help.to_owned(),
            };
            text(message, help)
        }
        Fault::Empty => text(
            "the text is empty",
            "write it; an optional field can be removed",
        ),
        Fault::LineBreak => text(
            "only one line can be written here",
            "remove the line break (\\n)",
        ),
        Fault::Unshown(character) => text(
            format!(
                "it has the character U+{:04X}, which is not shown and disturbs the text around it",
                u32::from(*character)
            ),
            "remove it; it mostly comes along when text is copied, so type the words around it anew",
        ),
        Fault::EdgeBlank { mended } => text(
            "blanks at the beginning or end",
            format!("write \"{}\"", brief(mended)),
        ),
        Fault::TooLong { limit, count } => text(
            format!("{count} characters, at most {limit} are allowed"),
            "write less",
        ),
        Fault::NoSuchDay => text("the calendar has no such day", "check month and day"),
        Fault::WrongOffset => text(
            "the time is not marked as Chinese time",
            "write +08:00 after the time, such as 2023-03-03T09:00:00+08:00",
        ),
        Fault::Protocol => text(
            "an address begins with https:// or http://",
            "use the address of a web page",
        ),
        Fault::NoHost => text(
            "the address has no host",
            "write it in full, such as https://www.example.org/",
        ),
        Fault::NotHttps => text(
            "the address must begin with https://",
            "change http:// to https://",
        ),
        Fault::NoFinalSlash => text("the site's address must end in /", "add / at the end"),
        Fault::Fragment => text(
            "an old address cannot have a #",
            "remove it and what follows; browsers do not send that to a site",
        ),
        Fault::LeavesFolder => text(
            "a path cannot contain . or ..",
            "write it from inside the folder, such as 2023/council.jpg",
        ),
        Fault::Backslash { mended } => text(
            "\\ in a path must be /",
            format!("did you mean `{}`?", brief(mended)),
        ),
        Fault::Checksum => text(
            "the check digit of the unified social credit code is wrong",
            "compare every sign with the certificate",
        ),
        Fault::UnknownScheme { nearest } => text(
            "what stands before the colon is no kind of item",
            match nearest {
                Some(nearest) => format!("did you mean `{nearest}:`?"),
                None => "use article:, member:, bulletin:, event:, page:, or an https address"
                    .to_owned(),
            },
        ),
    }
}

/// Returns the message of a text that does not have a format, and a description of the format.
fn form_words(form: Format) -> (&'static str, &'static str) {
    match form {
        Format::ItemId => (
            "this is not an id",
            "an id has lower-case letters, digits and hyphens and begins with a letter or digit, \
             such as 2023-03-03-council",
        ),
        Format::Date => (
            "this is not a date",
            "write year-month-day, such as 2023-03-03",
        ),
        Format::Moment => (
            "this is not a date",
            "write year-month-day, such as 2023-03-03, or with a time 2023-03-03T09:00:00+08:00",
        ),
        Format::PartialDate => (
            "this is not a date",
            "write a year, month or date, such as 2010, 2010-05, 2010-05-01",
        ),
        Format::WebUrl => (
            "this is not a web address",
            "write it in full, such as https://www.example.org/",
        ),
        Format::BaseUrl => (
            "this is not the address of a site",
            "begin with https:// and end in /, such as https://www.example.org/; a path after the host has only letters, digits and - . _ ~",
        ),
        Format::LegacyPath => (
            "this is not an address of the old site",
            "write what follows the host, beginning with /, such as /lmdt/2023-03-03.asp or /shownews.asp?id=123",
        ),
        Format::MediaPath => (
            "this is not a path of the media folder",
            "write the path inside media, such as 2023/council.jpg, without : ? * # % and the like",
        ),
        Format::Color => (
            "this is not a colour",
            "write # and six hexadecimal digits, such as #0b4f8a",
        ),
        Format::Line => ("this text is wrong", "write one line of text"),
        Format::Paragraph => ("this text is wrong", "write a text"),
        Format::NavigationTarget => (
            "this is not a destination",
            "write a path (/news/), an item (page:about) or an https address",
        ),
        Format::LanguageTag => (
            "this is not a language tag",
            "write zh-CN for Chinese, en for English",
        ),
        Format::Phone => (
            "this is not a telephone number",
            "write area code-number (then -extension), a mobile or a 400 number, or + and the code of a country; put / between several, such as 010-65000000-801/13800138000",
        ),
        Format::Postcode => ("this is not a postcode", "write six digits, such as 100025"),
        Format::Email => (
            "this is not a mail address",
            "write name@host, such as info@example.org",
        ),
        Format::Province => (
            "there is no such province",
            "write its name or its GB/T 2260 code, such as 江苏, 江苏省, 320000",
        ),
        Format::IcpNumber => (
            "this is not an ICP filing number",
            "write it as filed, such as 京ICP备00000000号-1",
        ),
        Format::PoliceNumber => (
            "this is not a public security filing number",
            "write it as filed, with 14 digits, such as 京公网安备 11010500000000号",
        ),
        Format::CreditCode => (
            "this is not a unified social credit code",
            "write 18 digits and capital letters (never I, O, S, V, Z)",
        ),
        Format::DocumentNumber => (
            "this is not the number of an official document",
            "write it as the document does: 示例部发〔2022〕43号 (with hexagonal brackets), 示例部公告2025年第38号, 示例部令第12号",
        ),
    }
}

pub(crate) fn picture(fault: PictureFault) -> Text {
    const AGAIN: &str = "export or download it anew and replace it";
    match fault {
        PictureFault::Empty => text("this picture file is empty", AGAIN),
        PictureFault::Damaged(format) => text(
            format!("this {} picture is incomplete or damaged", format.name()),
            AGAIN,
        ),
        PictureFault::SvgWithoutNamespace => text(
            "the root of this SVG has no xmlns, so browsers do not show it",
            "add xmlns=\"http://www.w3.org/2000/svg\" after <svg, or export it anew",
        ),
        PictureFault::NotShown(Some(name)) => text(
            format!("this file is {name}, which browsers do not show"),
            "save it as JPEG or PNG and replace it",
        ),
        PictureFault::NotShown(None) => text(
            "this file is not a picture",
            "use a picture: JPEG, PNG, WebP or SVG",
        ),
        PictureFault::Extension { format, is_shown } => text(
            format!(
                "this file is {}, which its name does not say{}",
                format.name(),
                if is_shown {
                    ""
                } else {
                    ", so browsers do not show it"
                }
            ),
            format!("let its name end in .{}, here too", format.extensions()[0]),
        ),
    }
}

pub(crate) fn syntax(fault: &SyntaxFault) -> Text {
    match fault {
        SyntaxFault::Unclosed { bracket, line } => text(
            format!("the file ends too early: the {bracket} of line {line} is not closed"),
            format!("add {} at the end", if *bracket == '{' { '}' } else { ']' }),
        ),
        SyntaxFault::UnclosedString => text(
            "the text that begins here has no closing quote",
            "add \" at its end",
        ),
        SyntaxFault::Truncated => text(
            "the file ends too early",
            "check whether only a part of it was saved",
        ),
        SyntaxFault::FullWidth {
            found: '\u{3000}' | '\u{a0}' | '\u{feff}',
            ..
        } => text(
            "there is a special blank here",
            "use an ordinary blank, or remove it",
        ),
        SyntaxFault::FullWidth { found, meant } => text(
            format!("{found} is a sign of Chinese typing"),
            format!("write {meant} instead"),
        ),
        SyntaxFault::TrailingComma => text(
            "there is a comma after the last element",
            "remove the comma before this bracket",
        ),
        SyntaxFault::MissingComma => text(
            "there is no comma before this element",
            "add , after the element before",
        ),
        SyntaxFault::MissingColon => text(
            "there is no colon after the field's name",
            "write : between the name and the value",
        ),
        SyntaxFault::UnescapedQuote => text(
            "a quote inside the text ends it too early",
            "write \\\" inside of texts, or use the quotes “ ”",
        ),
        SyntaxFault::LineBreakInString => text(
            "a text in quotes cannot contain a line break",
            "write \\n, or write the body as a list with one string a paragraph",
        ),
        SyntaxFault::ControlCharacter(sign) => text(
            format!(
                "there is an invisible control character here (U+{:04X})",
                u32::from(*sign)
            ),
            "remove it; a tab is written \\t",
        ),
        SyntaxFault::BadEscape => text(
            "what follows the backslash \\ means nothing",
            "write \\\\ for a backslash, and / in paths",
        ),
        SyntaxFault::Comment => text("JSON has no comments", "remove the comment"),
        SyntaxFault::AfterEnd => text(
            "the document has ended, but something follows",
            "remove it, or check for a closing bracket too many",
        ),
        SyntaxFault::WrongBracket { found, meant } => text(
            format!("brackets do not match: {meant} is expected here, not {found}"),
            format!("write {meant}"),
        ),
        SyntaxFault::BadNumber => text(
            "this is not a number",
            "write 12 or 1.5, without leading 0 or +; ids and telephone numbers need quotes",
        ),
        SyntaxFault::Unquoted(word) => text(
            format!("`{}` has no quotes", brief(word)),
            "write texts and names of fields in double quotes; true and false without",
        ),
        SyntaxFault::MergeConflict => text(
            "a merge has left its conflict marks here",
            "choose one version; delete the lines <<<<<<<, =======, >>>>>>> and the other version",
        ),
        SyntaxFault::Markup => text(
            "the file is a web page or XML, not JSON",
            "check whether the right file was saved; a content file begins with {",
        ),
        SyntaxFault::Unexpected(sign) => text(
            format!("{sign} cannot stand here"),
            "check the quotes, commas and brackets around it",
        ),
    }
}
