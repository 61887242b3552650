//! Collector of the problems found by rules. Positions are looked up at the end, and only for
//! these problems.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::diagnostics::kind::ProblemKind;
use super::diagnostics::location::Location;
use super::diagnostics::pointer::{Part, Pointer};
use super::diagnostics::problem::{MOST_OF_A_FILE, Problem};
use super::folder::SourceFile;
use super::json::spans::SpanTree;
use super::values::body::Body;

/// Place of a value, or `None` for the whole file, and what is wrong there.
type Found = (Option<Pointer>, ProblemKind);

/// Collector of problems, by file.
#[derive(Default)]
pub(crate) struct Collector(RefCell<BTreeMap<String, Vec<Found>>>);

impl Collector {
    /// Adds a problem of a value.
    pub(crate) fn value(&self, file: &str, place: Pointer, kind: ProblemKind) {
        self.add(file, Some(place), kind);
    }

    /// Adds a problem of a whole file.
    pub(crate) fn file(&self, file: &str, kind: ProblemKind) {
        self.add(file, None, kind);
    }

    fn add(&self, file: &str, place: Option<Pointer>, kind: ProblemKind) {
        let mut by_file = self.0.borrow_mut();
        let found = by_file.entry(file.to_owned()).or_default();
        found.push((place, kind));
    }

    /// Returns the problems with their positions in the texts of the files.
    pub(crate) fn into_problems(self, files: &[SourceFile]) -> Vec<Problem> {
        let by_file = self.0.into_inner();
        let texts: BTreeMap<&str, &str> = files
            .iter()
            .filter(|file| by_file.contains_key(&file.path))
            .filter_map(|file| Some((file.path.as_str(), std::str::from_utf8(&file.bytes).ok()?)))
            .collect();
        let mut problems = Vec::new();
        for (file, found) in &by_file {
            let text = texts.get(file.as_str()).copied().unwrap_or_default();
            let document = Document::new(text);
            let more = found.len().saturating_sub(MOST_OF_A_FILE);
            if 0 < more {
                problems.push(Problem::of_file(file, ProblemKind::TooMany { more }));
            }
            let told = found.iter().take(MOST_OF_A_FILE);
            problems.extend(told.map(|(place, kind)| {
                let span = |tree: &SpanTree<'_>| Some(tree.span(place.as_ref()?, Part::Value));
                let span = document.tree.as_ref().and_then(span);
                let location = span.map(|span| document.location(span));
                Problem::new(file, location, kind.clone())
            }));
        }
        problems
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
    Problem::new(file, location, kind)
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
