//! Tests of malformed files of all kinds in `tests/fixtures/malformed`, which also contains
//! the expected output of a check for each.
//!
//! `UPDATE_EXPECTED=1 cargo test --features ssr --test command_line` rewrites the expected
//! output.

use crate::fixtures::{fixture, outcome, portal, sound_site, tree, write};
use proptest::prelude::*;
use std::time::{Duration, Instant};

/// Returns the output of a check of a site with one such file.
fn told(bytes: &[u8]) -> String {
    let site = sound_site();
    write(site.path(), "content/pages/page.json", bytes);
    let (code, printed, told) = outcome(portal().arg("check").arg(site.path()));
    assert_eq!(printed, "");
    assert!(matches!(code, Some(0 | 1)), "{code:?}: {told}");
    told
}

#[test]
fn malformed_files_are_explained_word_for_word() {
    let folder = fixture("malformed");
    let mut wrong = Vec::new();
    for (name, bytes) in tree(&folder) {
        let Some(name) = name.strip_suffix(".json") else {
            continue;
        };
        let told = told(&bytes);
        let expected = folder.join(format!("{name}.txt"));
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            std::fs::write(&expected, &told).unwrap_or_else(|error| panic!("{error}"));
        }
        let expected = std::fs::read_to_string(&expected).unwrap_or_default();
        if told != expected {
            wrong.push(format!("{name}: expected\n{expected}\nbut was\n{told}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn all_malformed_files_are_told_in_one_run() {
    let site = sound_site();
    let mut errors: usize = 0;
    for (name, bytes) in tree(&fixture("malformed")) {
        if let Some(name) = name.strip_suffix(".txt") {
            let text = String::from_utf8(bytes).expect("what is said is UTF-8");
            let last = text.lines().last().unwrap_or_default();
            let count = last
                .strip_prefix("共 ")
                .and_then(|rest| rest.split(' ').next())
                .map_or(0, |count| count.parse().expect("a number of errors"));
            errors += count;
            assert!(last.starts_with("共 "), "{name}: {last}");
        } else {
            write(site.path(), &format!("content/pages/{name}"), bytes);
        }
    }
    let (code, _, told) = outcome(portal().arg("check").arg(site.path()));
    let last = told.lines().last().unwrap_or_default();
    assert_eq!(code, Some(1));
    // Checked alone, none of these pages shares its title with another.
    errors += told.matches("错误[duplicate-title]").count();
    assert!(last.starts_with(&format!("共 {errors} 个错误，")), "{last}");
}

#[test]
fn programs_get_the_same_places() {
    let site = sound_site();
    for (name, bytes) in tree(&fixture("malformed")) {
        if name.ends_with(".json") {
            write(site.path(), &format!("content/pages/{name}"), bytes);
        }
    }
    let check = |format| {
        let mut command = portal();
        command.arg("check").arg(site.path());
        outcome(command.args(["--format", format]))
    };
    let (_, printed, _) = check("json");
    let (_, _, told) = check("human");
    for line in printed.lines() {
        let object: serde_json::Value =
            serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        let file = object["file"].as_str().unwrap_or_default();
        let code = object["code"].as_str().unwrap_or_default();
        let place = match (object["line"].as_u64(), object["column"].as_u64()) {
            (Some(line), Some(column)) => format!("--> {file}:{line}:{column}\n"),
            _ => format!("--> {file}\n"),
        };
        assert!(told.contains(&place), "{place}");
        assert!(told.contains(&format!("[{code}]")), "{code}");
    }
}

#[test]
fn a_hundred_megabytes_of_brackets_are_refused_at_once() {
    let site = sound_site();
    let brackets = vec![b'['; 100 << 20];
    write(site.path(), "content/pages/page.json", &brackets);
    let began = Instant::now();
    let mut command = portal();
    command.arg("check").arg(site.path());
    #[cfg(target_os = "linux")]
    let mut command = within_memory(&command);
    let (code, _, told) = outcome(&mut command);
    let took = began.elapsed();
    let expected = "\
错误[file-too-large]: 文件太大，最多 8 MiB
--> content/pages/page.json
 = 怎么改: 图片和附件放进 media 文件夹，内容文件里只写文字

共 1 个错误，0 个警告，0 个提示
";
    assert_eq!((code, told.as_str()), (Some(1), expected));
    // Ten times the duration on a slow machine.
    assert!(took < Duration::from_secs(20), "{took:?}");
}

/// Returns the command in a shell that limits its address space to less than such a file needs
/// in addition to the program itself.
#[cfg(target_os = "linux")]
fn within_memory(command: &std::process::Command) -> std::process::Command {
    let mut shell = std::process::Command::new("sh");
    shell
        .arg("-c")
        .arg("ulimit -v 2000000; exec \"$@\"")
        .arg("sh");
    shell.arg(command.get_program()).args(command.get_args());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => shell.env(name, value),
            None => shell.env_remove(name),
        };
    }
    shell
}

#[test]
fn the_largest_file_that_is_read_may_hold_nothing_but_brackets() {
    let brackets = vec![b'['; 8 << 20];
    let began = Instant::now();
    let told = told(&brackets);
    assert!(
        told.starts_with("错误[too-deep]: 括号嵌套太深，超过 64 层\n"),
        "{told}"
    );
    assert!(
        began.elapsed() < Duration::from_secs(20),
        "{:?}",
        began.elapsed()
    );
}

const VALID: [(&str, &str); 3] = [
    (
        "content/articles/a.json",
        "{\n  \"title\": \"理事会😀\",\n  \"section\": \"alliance\",\n  \"published\": \"2025-03-03\",\n  \"body\": [\"第一段\", \"## 标题\", \"[关于](page:about)\"],\n  \"tags\": [\"会议\"]\n}\n",
    ),
    (
        "content/members/m.json",
        "{ \"name\": \"示例公司\", \"kind\": \"enterprise\", \"website\": \"https://m.example/\", \"products\": [\"丝\"] }\n",
    ),
    (
        "content/events/e.json",
        "{ \"name\": \"会\", \"start\": \"2025-03-03T09:00:00+08:00\", \"hosts\": [\"甲\", \"乙\"], \"all_day\": false }\n",
    ),
];

/// Bytes that files are likely to contain by mistake.
const PIECES: [&[u8]; 14] = [
    b"",
    b"\"",
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"\\",
    b"\0",
    b"\xff",
    b"1",
    "\u{ff0c}".as_bytes(),
    "😀".as_bytes(),
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    /// A changed file is valid, or has a problem with a location inside it. The site is read,
    /// checked and reported within one process, in the same way as by the program.
    #[test]
    fn a_changed_file_passes_or_is_told_with_its_place(
        which in 0..VALID.len(),
        changes in prop::collection::vec(
            (any::<prop::sample::Index>(), 0usize..4, prop::sample::select(&PIECES[..])),
            1..4,
        ),
    ) {
        let (path, text) = VALID[which];
        let mut bytes = text.as_bytes().to_vec();
        for (index, removed, piece) in changes {
            let at = index.index(bytes.len().max(1)).min(bytes.len());
            let end = (at + removed).min(bytes.len());
            bytes.splice(at..end, piece.iter().copied());
        }
        check_told(path, &bytes);
    }
}

fn check_told(path: &str, bytes: &[u8]) {
    use portal::content::values::media::MediaIndex;
    use portal::content::{Language, Severity, SourceFile};
    use portal::publish::{Drafts, SiteFiles, check, report};

    let site = [
        (
            "content/site.json",
            &br#"{"schema_version": 1, "name": "n", "short_name": "s", "navigation": [],
"sections": [{"id": "alliance", "name": "n"}], "base_url": "https://example.org/"}"#[..],
        ),
        (
            "content/pages/about.json",
            br#"{"title": "t", "body": "b"}"#,
        ),
        (
            "content/pages/contact.json",
            br#"{"title": "c", "body": "b"}"#,
        ),
        (path, bytes),
    ];
    let files = SiteFiles {
        folder: std::path::PathBuf::new(),
        sources: site
            .iter()
            .map(|(path, bytes)| SourceFile {
                path: (*path).to_owned(),
                bytes: bytes.to_vec(),
            })
            .collect(),
        unread: Vec::new(),
        media: MediaIndex::new(),
        root: std::collections::BTreeSet::new(),
    };
    let (year, month, day) = crate::fixtures::TODAY;
    let today = portal::content::values::date::Date::new(year, month, day).expect("the day exists");
    let checked = check(&files, Drafts::Built, today);
    for problem in &checked {
        assert_eq!(problem.file, path, "{problem:?}");
        let is_whole_file = matches!(problem.code(), "empty-file" | "too-many-problems");
        match &problem.location {
            Some(location) => {
                assert!(location.byte_span.end <= bytes.len(), "{problem:?}");
                let lines = bytes.iter().filter(|&&byte| byte == b'\n').count() + 1;
                assert!((1..=lines).contains(&location.line), "{problem:?}");
            }
            None => assert!(is_whole_file, "{problem:?}"),
        }
    }
    let is_json = serde_json::from_slice::<serde_json::Value>(bytes).is_ok();
    let has_error = checked
        .iter()
        .any(|problem| problem.severity() == Severity::Error);
    assert!(is_json || has_error, "{:?}", String::from_utf8_lossy(bytes));
    for language in [Language::Chinese, Language::English] {
        report::human(&checked, &files.sources, language, true);
        report::json(&checked, language);
    }
}
