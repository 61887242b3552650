//! Runs of `*` and `~`: emphasis, or literal characters.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Scanner;
use crate::content::{BodyFault, UnsureMark};
use crate::publish::markdown::dialect::flanking::{BEGINNING, ENDING, lacks_guard};
use crate::publish::markdown::dialect::{GUARD, Order};
use crate::publish::markdown::script::{is_digit, is_han};

/// A run of `*` or `~`.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    pub(crate) range: Range<usize>,
    pub(crate) sign: char,
    pub(crate) is_text: bool,
}

impl Scanner<'_, '_> {
    /// Escapes the runs that are literal text, and guards those that are delimiters.
    pub(crate) fn judge_runs(&mut self) {
        let mut runs = std::mem::take(&mut self.runs);
        for run in &mut runs {
            run.is_text = self.is_sign(run);
            if run.sign == '*' && run.range.len() > 3 && !self.is_mask(&run.range) {
                let fault = BodyFault::StrayAsterisks { is_spaced: false };
                self.findings.doubt(run.range.clone(), fault);
            }
        }
        self.judge_single_stars(&mut runs);
        for run in runs {
            if run.is_text {
                for place in run.range {
                    self.findings.escape(place);
                }
                continue;
            }
            let (before, after) = self.around(&run.range);
            if lacks_guard(after, before, BEGINNING) {
                self.guard(run.range.start);
            }
            if lacks_guard(before, after, ENDING) {
                self.guard(run.range.end);
            }
        }
    }

    fn guard(&mut self, at: usize) {
        self.findings.insert(at, Order::Mark, GUARD.to_string());
    }

    /// Returns the characters beside a run, as the parser gets them.
    fn around(&self, run: &Range<usize>) -> (Option<char>, Option<char>) {
        let addresses = &self.addresses;
        let follows_address = addresses.binary_search_by_key(&run.start, |address| address.end);
        let precedes_address = addresses.binary_search_by_key(&run.end, |address| address.start);
        (
            follows_address.map_or_else(|_| self.before(run.start), |_| Some('>')),
            precedes_address.map_or_else(|_| self.after(run.end), |_| Some('<')),
        )
    }

    /// Returns `true` if a run replaces omitted characters: `138****0000`, `张****`.
    fn is_mask(&self, run: &Range<usize>) -> bool {
        self.around(run).0.is_some_and(is_operand)
    }

    /// Returns `true` if a run cannot be a delimiter: `2*3`, `5~10`, `138****0000`.
    fn is_sign(&self, run: &Run) -> bool {
        let length = run.range.len();
        let (before, after) = self.around(&run.range);
        let both = |is: fn(char) -> bool| before.is_some_and(is) && after.is_some_and(is);
        let either_digit = [before, after].into_iter().flatten().any(is_digit);
        match run.sign {
            '~' => length != 2 || both(is_digit),
            _ if length > 3 => true,
            _ if length > 1 => both(is_digit),
            _ => both(is_operand) && (either_digit || both(|c| !is_han(c))),
        }
    }

    fn is_one_letter(&self, range: Range<usize>) -> bool {
        let text = self.source.get(range);
        text.is_some_and(|text| text.chars().nth(1).is_none())
    }

    /// Distinguishes products of words from emphasis inside words.
    fn judge_single_stars(&mut self, runs: &mut [Run]) {
        let is_inside_word = |range: &Range<usize>| {
            let (before, after) = self.around(range);
            before.is_some_and(is_operand) && after.is_some_and(is_operand)
        };
        let is_single = |run: &&mut Run| run.sign == '*' && run.range.len() == 1 && !run.is_text;
        let mut singles: Vec<(&mut Run, bool)> = runs
            .iter_mut()
            .filter(is_single)
            .map(|run| {
                let is_inside_word = is_inside_word(&run.range);
                (run, is_inside_word)
            })
            .collect();
        let mut products = BTreeSet::new();
        if let [(only, true)] = singles.as_slice() {
            products.insert(only.range.start);
        }
        for pair in singles.windows(2) {
            if let [(first, true), (second, true)] = pair
                && self.is_one_letter(first.range.end..second.range.start)
            {
                products.extend([first.range.start, second.range.start]);
            }
        }
        for (run, _) in &mut singles {
            run.is_text = products.contains(&run.range.start);
        }
        singles.retain(|(run, _)| !run.is_text);
        for pair in singles.chunks_exact(2) {
            if let [(opening, true), (_, true)] = pair {
                let fault = BodyFault::UnsureMark(UnsureMark::Asterisk);
                self.findings.doubt(opening.range.clone(), fault);
            }
        }
    }
}

/// Returns `true` if a character may be an operand of the operator beside it.
fn is_operand(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(
            c,
            '(' | ')' | '（' | '）' | '%' | '％' | '‰' | '°' | '℃' | '㎡' | '㎥' | '′' | '″'
        )
}
