//! A small valid site, which tests modify.

use std::collections::BTreeMap;

use crate::content::diagnostics::problem::{Language, Problem};
use crate::content::folder::SourceFile;
use crate::content::read::read;
use crate::content::values::date::Date;
use crate::content::values::media::{MediaIndex, MediaInfo};
use crate::content::values::picture::{FileContent, PhotoLocation};

pub(in crate::content) struct Fixture {
    files: BTreeMap<String, String>,
    media: MediaIndex,
}

impl Fixture {
    pub(in crate::content) fn new() -> Fixture {
        Fixture {
            files: BTreeMap::new(),
            media: MediaIndex::new(),
        }
        .site("\"lang\": \"zh-CN\"")
        .file(
            "content/pages/about.json",
            r#"{"title": "关于", "body": "文字"}"#,
        )
        .file(
            "content/pages/contact.json",
            r#"{"title": "联系", "body": "文字"}"#,
        )
    }

    /// Inserts fields at the beginning of the site's settings, replacing those of the same
    /// name.
    pub(in crate::content) fn site(self, fields: &str) -> Fixture {
        let defaults = [
            (
                "sections",
                r#"[{"id": "news", "name": "动态"}, {"id": "policy", "name": "政策"}]"#,
            ),
            ("navigation", "[]"),
            ("schema_version", "1"),
            ("name", "\"示例联盟\""),
            ("short_name", "\"示例\""),
            ("base_url", "\"https://example.org/\""),
        ];
        let mut text = format!("{{{fields}");
        for (name, value) in defaults {
            if !fields.contains(&format!("\"{name}\": ["))
                && !fields.starts_with(&format!("\"{name}\""))
            {
                text.push_str(&format!(",\n\"{name}\": {value}"));
            }
        }
        text.push('}');
        self.file("content/site.json", &text)
    }

    /// Adds an article with additional fields.
    pub(in crate::content) fn article(self, id: &str, fields: &str) -> Fixture {
        let text =
            format!(r#"{{"title": "文 {id}", "body": "文", {fields}, "published": "2023-01-01"}}"#);
        self.file(&format!("content/articles/{id}.json"), &text)
    }

    /// Adds a member with additional fields.
    pub(in crate::content) fn member(self, id: &str, fields: &str) -> Fixture {
        let text = format!(r#"{{"name": "某某公司 {id}", "kind": "enterprise", {fields}}}"#);
        self.file(&format!("content/members/{id}.json"), &text)
    }

    pub(in crate::content) fn file(mut self, path: &str, text: &str) -> Fixture {
        self.files.insert(path.to_owned(), text.to_owned());
        self
    }

    pub(in crate::content) fn without(mut self, path: &str) -> Fixture {
        self.files.remove(path);
        self
    }

    pub(in crate::content) fn media(mut self, path: &str, width: Option<u32>) -> Fixture {
        self.media.insert(
            path.to_owned(),
            MediaInfo {
                width,
                ..MediaInfo::default()
            },
        );
        self
    }

    pub(in crate::content) fn file_of_media(
        mut self,
        path: &str,
        content: FileContent,
        location: PhotoLocation,
    ) -> Fixture {
        let info = MediaInfo {
            content,
            location,
            ..MediaInfo::default()
        };
        self.media.insert(path.to_owned(), info);
        self
    }

    /// Reads the site on 1 June 2024 and compares its problems, one per line: file, code, line
    /// and underlined text, message, help.
    #[track_caller]
    pub(in crate::content) fn check(self, expected: &[&str]) {
        let found: Vec<String> = self
            .problems()
            .iter()
            .map(|problem| self.line(problem))
            .collect();
        assert_eq!(found, expected, "\n{}", found.join("\n"));
    }

    pub(in crate::content) fn problems(&self) -> Vec<Problem> {
        let files: Vec<SourceFile> = self
            .files
            .iter()
            .map(|(path, text)| SourceFile {
                path: path.clone(),
                bytes: text.clone().into(),
            })
            .collect();
        let today = Date::new(2024, 6, 1).expect("the calendar has this day");
        let (_, problems) = read(&files, &[], &self.media, today);
        problems
    }

    fn line(&self, problem: &Problem) -> String {
        let file = problem
            .file
            .strip_prefix("content/")
            .unwrap_or(&problem.file);
        let position = match &problem.location {
            Some(location) => {
                let text = self.files.get(&problem.file).map_or("", String::as_str);
                let underlined = text.get(location.byte_span.clone()).unwrap_or("?");
                format!(" {}:{underlined}", location.line)
            }
            None => String::new(),
        };
        let (message, help) = (
            crate::content::message(problem, Language::Chinese),
            crate::content::help(problem, Language::Chinese),
        );
        format!("{file} {}{position} {message} / {help}", problem.code())
    }
}
