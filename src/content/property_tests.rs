//! Tests with arbitrary bytes: no input panics, and each problem has a position inside its
//! file.

use proptest::prelude::*;

use super::collector::body_problem;
use super::diagnostics::kind::ProblemKind;
use super::diagnostics::problem::{Language, Problem};
use super::folder::SourceFile;
use super::json::formats::check;
use super::read::read;
use super::values::date::Date;
use super::values::media::MediaIndex;
use super::values::text_value::Format;

const SITE: &str = r##"{"$schema": "site.schema.json", "schema_version": 1, "name": "示例联盟", "short_name": "示例",
"base_url": "https://example.org/", "theme": {"primary": "#0b4f8a"}, "sections": [{"id": "news", "name": "动态😀"}],
"navigation": [{"label": "首页", "to": "/", "children": [{"label": "关于", "to": "page:about"}]}],
"contact": {"phones": ["010-65000000"], "postcode": "100025"}}"##;

const ARTICLE: &str = r#"{"title": "理事会\u5728线上\n召开", "section": "news", "published": "2023-03-03T09:00:00+08:00",
"body": ["第一段 😀 \ud83d\ude00", "第二段 \"引\""], "status": {"withdrawn": {"reason": "错"}}, "tags": ["会议"]}"#;

fn problems_of(path: &str, bytes: Vec<u8>) -> Vec<Problem> {
    let files = [SourceFile {
        path: path.to_owned(),
        bytes,
    }];
    let today = Date::new(2024, 6, 1).expect("the calendar has this day");
    let (_, problems) = read(&files, &[], &MediaIndex::new(), today);
    for problem in &problems {
        assert!(!crate::content::message(problem, Language::Chinese).is_empty());
        assert!(!crate::content::help(problem, Language::English).is_empty());
        let Some(location) = &problem.location else {
            continue;
        };
        let text = files
            .iter()
            .find(|file| file.path == problem.file)
            .map(|file| &file.bytes);
        let length = text.map_or(0, Vec::len);
        assert!(
            location.byte_span.start <= location.byte_span.end,
            "{problem:?}"
        );
        assert!(location.byte_span.end <= length, "{problem:?}");
    }
    problems
}

#[test]
fn every_truncation_of_a_file_is_told_once() {
    for (path, text) in [
        ("content/site.json", SITE),
        ("content/articles/a.json", ARTICLE),
    ] {
        for end in 1..text.len() {
            let bytes = text.as_bytes().get(..end).unwrap_or_default().to_vec();
            let told = problems_of(path, bytes).into_iter().filter(|problem| {
                matches!(
                    problem.kind,
                    ProblemKind::Syntax(_) | ProblemKind::NotUtf8(_)
                )
            });
            assert_eq!(told.count(), 1, "{path} {end}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn any_bytes_can_be_read(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        problems_of("content/articles/a.json", bytes.clone());
        problems_of("content/site.json", bytes);
    }

    #[test]
    fn any_signs_of_json_can_be_read(text in r#"[\[\]{}",:0-9a\\ tnu。😀/*\n-]{0,60}"#) {
        problems_of("content/members/m.json", text.into_bytes());
    }

    #[test]
    fn a_file_with_a_few_other_bytes_can_be_read(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        site in any::<bool>(),
    ) {
        let (path, text) =
            if site { ("content/site.json", SITE) } else { ("content/articles/a.json", ARTICLE) };
        let mut bytes = text.as_bytes().to_vec();
        for (index, byte) in changes {
            let at = index.index(bytes.len());
            if let Some(slot) = bytes.get_mut(at) {
                *slot = byte;
            }
        }
        problems_of(path, bytes);
    }

    #[test]
    fn any_text_can_be_checked_against_any_form(text in "\\PC{0,20}|[0-9+:T. /-]{0,26}|[a-z:/.?#\\\\ ]{0,20}") {
        for format in Format::ALL {
            // The test is that it returns; the types have tests of their formats.
            _ = check(format, &text);
        }
    }

    #[test]
    fn any_place_of_a_body_has_a_place_in_its_file(start in 0usize..60, length in 0usize..60) {
        let article: super::items::article::Article = serde_json::from_str(&ARTICLE.replace("\\n", ""))
            .expect("the article is in order");
        let range = start..start + length;
        let problem = body_problem("a.json", ARTICLE, &article.body, range, ProblemKind::EmptyFile);
        let span = problem.location.expect("the file is JSON").byte_span;
        prop_assert!(ARTICLE.get(span).is_some());
    }
}
