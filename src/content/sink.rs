//! Where rules put what they find; positions are looked up at the end, and only of these.

use std::collections::BTreeMap;

use super::body::Body;
use super::kind::ProblemKind;
use super::pointer::{Part, Pointer};
use super::position::Location;
use super::problem::{MOST_OF_A_FILE, Problem};
use super::read::SourceFile;
use super::salvage::Doubts;
use super::tree::Tree;

/// Collects the problems that rules find.
pub(super) struct Sink<'a> {
    doubts: &'a Doubts,
    found: Vec<Found>,
}

struct Found {
    file: String,
    /// `None` if the file as a whole is meant.
    place: Option<(Pointer, Part)>,
    kind: ProblemKind,
}

impl<'a> Sink<'a> {
    /// A sink for what is found in files of which some places are in doubt.
    pub(super) fn new(doubts: &'a Doubts) -> Sink<'a> {
        let found = Vec::new();
        Sink { doubts, found }
    }

    /// A problem of a value; passed over where the value is not what was written.
    pub(super) fn value(&mut self, file: &str, pointer: Pointer, kind: ProblemKind) {
        if self.doubts.touch(file, &pointer) {
            return;
        }
        self.push(file, Some((pointer, Part::Value)), kind);
    }

    /// A problem of a file as a whole.
    pub(super) fn file(&mut self, file: &str, kind: ProblemKind) {
        self.push(file, None, kind);
    }

    /// The problems with their positions in the files' texts.
    pub(super) fn into_problems(self, files: &[SourceFile]) -> Vec<Problem> {
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
            let document = Document::parse(text);
            let more = all.len().saturating_sub(MOST_OF_A_FILE);
            if 0 < more {
                problems.push(Problem::of_file(&file, ProblemKind::TooMany { more }));
            }
            let told = all.into_iter().take(MOST_OF_A_FILE);
            problems.extend(told.map(|found| {
                let place = found.place;
                Problem {
                    file: file.clone(),
                    location: place.and_then(|(pointer, part)| document.locate(&pointer, part)),
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

/// The problem at a byte range of a body's Markdown ([`Body::text`]).
///
/// `source` is the text of the whole file; the body is its field `body`.
pub fn body_problem(
    file: &str,
    source: &str,
    body: &Body,
    range: std::ops::Range<usize>,
    kind: ProblemKind,
) -> Problem {
    let document = Document::parse(source);
    let location = document.tree.as_ref().map(|tree| {
        let span = tree.body_span(body, range);
        document.location(span)
    });
    Problem {
        file: file.to_owned(),
        location,
        kind,
    }
}

struct Document<'a> {
    text: &'a str,
    /// Bytes before the JSON begins: those of a byte order mark.
    shift: usize,
    tree: Option<Tree<'a>>,
}

impl<'a> Document<'a> {
    fn parse(text: &'a str) -> Document<'a> {
        let json = text.strip_prefix('\u{feff}').unwrap_or(text);
        Document {
            text,
            shift: text.len() - json.len(),
            tree: Tree::parse(json),
        }
    }

    fn locate(&self, pointer: &Pointer, part: Part) -> Option<Location> {
        self.tree
            .as_ref()
            .map(|tree| self.location(tree.span(pointer, part)))
    }

    fn location(&self, span: std::ops::Range<usize>) -> Location {
        Location::of(self.text, span.start + self.shift..span.end + self.shift)
    }
}
