//! Reports of problems for people and programs.

use std::collections::BTreeMap;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use serde::Serialize;

use crate::content;
use crate::content::diagnostics::location::Location;
use crate::content::{Language, Problem, Severity, SourceFile};

/// Number of characters of a line that are passed to the renderer on each side of the problem.
/// The renderer cuts lines to the width of a terminal itself, but in time proportional to their
/// length.
const SHOWN_AROUND: usize = 2000;

/// Formats problems as rustc does: file, line and column, the line, the underline, the cause, the
/// remedy; at the end a line with their counts. `color` adds the escape codes of terminals.
pub fn human(
    problems: &[Problem],
    sources: &[SourceFile],
    language: Language,
    color: bool,
) -> String {
    let texts: BTreeMap<&str, &[u8]> = sources
        .iter()
        .map(|source| (source.path.as_str(), &source.bytes[..]))
        .collect();
    let renderer = if color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let mut output = String::new();
    for problem in problems {
        let bytes = texts.get(problem.file.as_str()).copied();
        let bytes = bytes.unwrap_or_default();
        output.push_str(&render(problem, bytes, language, &renderer));
        output.push_str("\n\n");
    }
    output.push_str(&summary(problems, language));
    output.push('\n');
    output
}

/// Formats problems as lines of JSON, one object per problem.
pub fn json(problems: &[Problem], language: Language) -> String {
    let mut output = String::new();
    for problem in problems {
        let line = JsonLine {
            file: &problem.file,
            line: problem.location.as_ref().map(|location| location.line),
            column: problem.location.as_ref().map(|location| location.column),
            code: problem.code(),
            severity: problem.severity().as_str(),
            message: content::message(problem, language),
            help: content::help(problem, language),
        };
        // Strings and numbers can always be serialised.
        output.push_str(&serde_json::to_string(&line).unwrap_or_default());
        output.push('\n');
    }
    output
}

/// Returns the numbers of errors, warnings and notes in one line.
pub fn summary(problems: &[Problem], language: Language) -> String {
    let count = |severity| {
        let alike = problems
            .iter()
            .filter(|problem| problem.severity() == severity);
        alike.count()
    };
    let [errors, warnings, notes] = [Severity::Error, Severity::Warning, Severity::Note].map(count);
    match language {
        Language::Chinese if problems.is_empty() => "检查通过，没有发现问题".to_owned(),
        Language::Chinese => format!("共 {errors} 个错误，{warnings} 个警告，{notes} 个提示"),
        Language::English if problems.is_empty() => "no problems found".to_owned(),
        Language::English => {
            let [errors, warnings, notes] =
                [(errors, "error"), (warnings, "warning"), (notes, "note")].map(plural);
            format!("{errors}, {warnings}, {notes}")
        }
    }
}

#[derive(Serialize)]
struct JsonLine<'a> {
    file: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    code: &'static str,
    severity: &'static str,
    message: String,
    help: String,
}

fn render(problem: &Problem, bytes: &[u8], language: Language, renderer: &Renderer) -> String {
    let message = content::message(problem, language);
    let help = named(Level::HELP, "怎么改", language);
    let help = help.message(content::help(problem, language));
    let title = level(problem.severity(), language)
        .primary_title(message)
        .id(problem.code());
    let origin = Origin::path(problem.file.as_str());
    let Some(location) = &problem.location else {
        return renderer.render(&[title.element(origin).element(help)]);
    };
    let origin = origin.line(location.line).char_column(location.column);
    let Some(excerpt) = excerpt(bytes, location) else {
        return renderer.render(&[title.element(origin).element(help)]);
    };
    let annotation = AnnotationKind::Primary.span(excerpt.span);
    let snippet = Snippet::source(excerpt.text)
        .line_start(location.line)
        .annotation(annotation);
    let group = if excerpt.is_cut {
        title.element(origin).element(snippet)
    } else {
        // The renderer counts columns itself if the line is complete from its beginning.
        title.element(snippet.path(problem.file.as_str()))
    };
    renderer.render(&[group.element(help)])
}

/// The part of a file that is shown.
struct Excerpt<'a> {
    text: &'a str,
    /// Byte range of the problem in `text`.
    span: Range<usize>,
    /// `true` if the line begins before `text`.
    is_cut: bool,
}

/// Returns the line of a location, or the surroundings of the location in a very long line;
/// `None` for a file that is not UTF-8.
fn excerpt<'a>(bytes: &'a [u8], location: &Location) -> Option<Excerpt<'a>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let Range { start, end } = location.byte_span;
    let before = text.get(..start)?;
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let rest = text.get(start..)?.split('\n').next().unwrap_or_default();
    let line_end = start + rest.trim_end_matches('\r').len();
    let end = end.clamp(start, line_end);
    let from = line_start + back(text.get(line_start..start)?, SHOWN_AROUND);
    let is_cut = line_start < from;
    let to = end + forth(text.get(end..line_end)?, SHOWN_AROUND);
    // A byte order mark has no width: if shown, it would shift the underline.
    let shown = text.get(from..to)?;
    let shown = shown.strip_prefix('\u{feff}').unwrap_or(shown);
    let from = to - shown.len();
    let start = start.max(from);
    Some(Excerpt {
        text: shown,
        span: start - from..end.max(start) - from,
        is_cut,
    })
}

/// Returns the byte offset of the last `count` characters.
fn back(text: &str, count: usize) -> usize {
    let last = text.char_indices().rev().take(count).last();
    last.map_or(text.len(), |(at, _)| at)
}

/// Returns the byte length of the first `count` characters.
fn forth(text: &str, count: usize) -> usize {
    let next = text.char_indices().nth(count);
    next.map_or(text.len(), |(at, _)| at)
}

fn level(severity: Severity, language: Language) -> Level<'static> {
    let (level, name) = match severity {
        Severity::Error => (Level::ERROR, "错误"),
        Severity::Warning => (Level::WARNING, "警告"),
        Severity::Note => (Level::NOTE, "提示"),
    };
    named(level, name, language)
}

fn named(level: Level<'static>, chinese: &'static str, language: Language) -> Level<'static> {
    match language {
        Language::Chinese => level.with_name(chinese),
        Language::English => level,
    }
}

fn plural((count, word): (usize, &str)) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::read;
    use crate::content::values::date::Date;
    use crate::content::values::media::MediaIndex;

    fn sources(path: &str, text: &str) -> Vec<SourceFile> {
        let site = r#"{"schema_version": 1, "name": "n", "short_name": "s", "navigation": [],
"sections": [{"id": "news", "name": "n"}], "base_url": "https://example.org/"}"#;
        let files = [
            ("content/site.json", site),
            ("content/pages/about.json", r#"{"title": "a", "body": "b"}"#),
            (
                "content/pages/contact.json",
                r#"{"title": "c", "body": "b"}"#,
            ),
            (path, text),
        ];
        files
            .map(|(path, text)| SourceFile {
                path: path.into(),
                bytes: text.to_owned().into(),
            })
            .into()
    }

    fn problems(sources: &[SourceFile]) -> Vec<Problem> {
        let today = Date::new(2024, 6, 1).expect("the calendar has this day");
        read(sources, &[], &MediaIndex::new(), today).1
    }

    #[track_caller]
    fn check(text: &str, language: Language, expected: &str) {
        let sources = sources("content/members/m.json", text);
        let found = human(&problems(&sources), &sources, language, false);
        assert_eq!(format!("\n{found}"), expected, "\n{found}");
    }

    #[test]
    fn underlines_stand_below_wide_characters() {
        let text = "{\n  \"name\": \"😀联盟\", \"knd\": \"enterprise\",\n  \"website\": \"www.example.org\"\n}";
        let expected = r#"
错误[unknown-field]: 没有 `knd` 这个字段
 --> content/members/m.json:2:18
  |
2 |   "name": "😀联盟", "knd": "enterprise",
  |                     ^^^^^
  |
  = 怎么改: 是不是想写 `kind`？

错误[bad-url]: 网址的写法不对：`www.example.org`
 --> content/members/m.json:3:14
  |
3 |   "website": "www.example.org"
  |              ^^^^^^^^^^^^^^^^^
  |
  = 怎么改: 是不是想写 `https://www.example.org`？

共 2 个错误，0 个警告，0 个提示
"#;
        check(text, Language::Chinese, expected);
    }

    #[test]
    fn english_is_as_complete() {
        let text = "{\"name\": \"联盟\", \"kind\": \"enterprize\"}";
        let expected = r#"
error[value-not-allowed]: `enterprize` is not one of the possible values
 --> content/members/m.json:1:24
  |
1 | {"name": "联盟", "kind": "enterprize"}
  |                          ^^^^^^^^^^^^
  |
  = help: did you mean `enterprise`? Possible values: enterprise, university, institute, association, other

1 error, 0 warnings, 0 notes
"#;
        check(text, Language::English, expected);
    }

    #[test]
    fn very_long_lines_are_cut_around_what_is_wrong() {
        let products = "\"涤纶长丝\", ".repeat(1000);
        let text = format!(
            "{{\"products\": [{products}\"\"], \"name\": \"联盟\", \"kind\": \"enterprise\"}}"
        );
        let expected = r#"
错误[empty-text]: 内容是空的
 --> content/members/m.json:1:8015
  |
 ::: 
1 | ... ", "涤纶长丝", "涤纶长丝", "涤纶长丝", "涤纶长丝", "涤纶长丝", ""], "name": "联盟", "kind": "enterprise"}
  |                                                                    ^^
  |
  = 怎么改: 写上内容；没有内容的选填字段可以整个删除

共 1 个错误，0 个警告，0 个提示
"#;
        check(&text, Language::Chinese, expected);
    }

    #[test]
    fn odd_files_are_rendered() {
        for text in [
            "",
            "\u{feff}",
            "\u{feff}{\"a\":\u{1}}",
            "{\r\n\"a\": \"b\r\n}",
            "\u{feff}[",
            "{\"a\": \"\t\u{202e}x",
        ] {
            let sources = sources("content/members/m.json", text);
            let problems = problems(&sources);
            assert!(!problems.is_empty(), "{text:?}");
            for color in [true, false] {
                let found = human(&problems, &sources, Language::Chinese, color);
                assert!(found.contains("content/members/m.json"), "{text:?} {found}");
            }
        }
    }

    #[test]
    fn programs_get_one_object_a_line() {
        let sources = sources(
            "content/members/m.json",
            "{\"name\": \"😀联盟\", \"kind\": 1}",
        );
        let expected = concat!(
            r#"{"file":"content/members/m.json","line":1,"column":25,"code":"wrong-type","#,
            r#""severity":"error","message":"这里应该是文字，现在是整数","help":"写成 \"……\""}"#,
            "\n",
        );
        assert_eq!(json(&problems(&sources), Language::Chinese), expected);
    }

    #[test]
    fn counts_are_summed_up() {
        assert_eq!(summary(&[], Language::Chinese), "检查通过，没有发现问题");
        assert_eq!(summary(&[], Language::English), "no problems found");
        let sources = sources("content/members/m.json", "\u{feff}{\"name\": 1}");
        let problems = problems(&sources);
        assert_eq!(
            summary(&problems, Language::Chinese),
            "共 2 个错误，1 个警告，0 个提示"
        );
        assert_eq!(
            summary(&problems, Language::English),
            "2 errors, 1 warning, 0 notes"
        );
    }
}
