//! Collector of the problems found by rules. Positions are looked up at the end, and only for
//! these problems.

use std::collections::BTreeMap;

use super::diagnostics::kind::ProblemKind;
use super::diagnostics::location::Location;
use super::diagnostics::pointer::{Part, Pointer};
use super::diagnostics::problem::{MOST_OF_A_FILE, Problem};
use super::folder::SourceFile;
use super::json::spans::SpanTree;
use super::values::body::Body;

/// Collector of problems.
#[derive(Default)]
pub(crate) struct Collector {
    found: Vec<Found>,
}

struct Found {
    file: String,
    /// Place of the value; `None` if the problem concerns the whole file.
    place: Option<(Pointer, Part)>,
    kind: ProblemKind,
}

impl Collector {
    /// Adds a problem of a value.
    pub(crate) fn value(&mut self, file: &str, pointer: Pointer, kind: ProblemKind) {
        self.push(file, Some((pointer, Part::Value)), kind);
    }

    /// Adds a problem of a whole file.
    pub(crate) fn file(&mut self, file: &str, kind: ProblemKind) {
        self.push(file, None, kind);
    }

    /// Returns the problems with their positions in the texts of the files.
    pub(crate) fn into_problems(self, files: &[SourceFile]) -> Vec<Problem> {
        let mut by_file: BTreeMap<String, Vec<Found>> = BTreeMap::new();
        for found in self.found {
            by_file.entry(found.file.clone()).or_default().push(found);
        }
        let texts: BTreeMap<&str, &str> = files
            .iter()
            .filter(|file| by_file.contains_key(&file.path))
            .filter_map(|file| Some((file.path.as_str(), std::str::from_utf8(&file.bytes).ok()?)))
            .collect();
        let mut problems = Vec::new();
        for (file, all) in by_file {
            let text = texts.get(file.as_str()).copied().unwrap_or_default();
            let document = Document::new(text);
            let more = all.len().saturating_sub(MOST_OF_A_FILE);
            if 0 < more {
                problems.push(Problem::of_file(&file, ProblemKind::TooMany { more }));
            }
            let told = all.into_iter().take(MOST_OF_A_FILE);
            problems.extend(told.map(|found| {
                let place = found.place;
                Problem {
                    file: file.clone(),
                    location: place.and_then(|(pointer, part)| {
                        let tree = document.tree.as_ref()?;
                        Some(document.location(tree.span(&pointer, part)))
                    }),
                    kind: found.kind,
                }
            }));
        }
        problems
    }

    fn push(&mut self, file: &str, place: Option<(Pointer, Part)>, kind: ProblemKind) {
        self.found.push(Found {
            file: file.to_owned(),
            place,
            kind,
        });
    }
}

/// Returns a problem at a byte range of a body's Markdown ([`Body::text`]).
///
/// `source` is the text of the whole file; the body is its field `body`.
pub fn body_problem(
    file: &str,
    source: &str,
    body: &Body,
    range: std::ops::Range<usize>,
    kind: ProblemKind,
) -> Problem {
    let document = Document::new(source);
    let location = document
        .tree
        .as_ref()
        .map(|tree| document.location(tree.body_span(body, range)));
    Problem {
        file: file.to_owned(),
        location,
        kind,
    }
}

/// Text of a file with the positions in it.
struct Document<'a> {
    text: &'a str,
    /// Number of bytes before the JSON: the length of the byte order mark.
    shift: usize,
    /// Positions; `None` if the text is not JSON.
    tree: Option<SpanTree<'a>>,
}

impl<'a> Document<'a> {
    fn new(text: &'a str) -> Document<'a> {
        let json = text.strip_prefix('\u{feff}').unwrap_or(text);
        Document {
            text,
            shift: text.len() - json.len(),
            tree: SpanTree::parse(json),
        }
    }

    fn location(&self, span: std::ops::Range<usize>) -> Location {
        Location::of(self.text, span.start + self.shift..span.end + self.shift)
    }
}
