//! Runs of `*` and `~`: emphasis, or literal characters.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Scanner;
use crate::content::{BodyFault, UnsureMark};
use crate::publish::markdown::dialect::flanking::{meant, parsed};
use crate::publish::markdown::dialect::{GUARD, Order};
use crate::publish::markdown::script::is_han;

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
            let (parsed, meant) = (parsed(before, after), meant(before, after));
            if meant.closes && !parsed.closes {
                self.guard(run.range.start);
            }
            if meant.opens && !parsed.opens {
                self.guard(run.range.end);
            }
        }
    }

    fn guard(&mut self, at: usize) {
        self.findings.insert(at, Order::Mark, GUARD.to_string());
    }

    /// Returns the characters beside a run, as the parser gets them.
    fn around(&self, run: &Range<usize>) -> (Option<char>, Option<char>) {
        let ends = self
            .addresses
            .binary_search_by_key(&run.start, |address| address.end)
            .is_ok();
        let starts = self
            .addresses
            .binary_search_by_key(&run.end, |address| address.start)
            .is_ok();
        let before = if ends {
            Some('>')
        } else {
            self.before(run.start)
        };
        let after = if starts {
            Some('<')
        } else {
            self.after(run.end)
        };
        (before, after)
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

    fn is_one_letter(&self, runs: &[Run], first: usize, second: usize) -> bool {
        let (Some(first), Some(second)) = (runs.get(first), runs.get(second)) else {
            return false;
        };
        let between = self.source.get(first.range.end..second.range.start);
        between.is_some_and(|text| text.chars().nth(1).is_none())
    }

    /// Distinguishes products of words from emphasis inside words.
    fn judge_single_stars(&mut self, runs: &mut [Run]) {
        let is_single = |run: &Run| run.sign == '*' && run.range.len() == 1 && !run.is_text;
        let inside_word = |run: &Run| {
            let (before, after) = self.around(&run.range);
            before.is_some_and(is_operand) && after.is_some_and(is_operand)
        };
        let words: Vec<bool> = runs
            .iter()
            .map(|run| is_single(run) && inside_word(run))
            .collect();
        let singles: Vec<usize> = (0..runs.len())
            .filter(|&index| runs.get(index).is_some_and(is_single))
            .collect();
        let is_word = |index: usize| words.get(index).copied().unwrap_or_default();
        let mut products = BTreeSet::new();
        if let [only] = singles.as_slice()
            && is_word(*only)
        {
            products.insert(*only);
        }
        for pair in singles.windows(2) {
            let &[first, second] = pair else { continue };
            if is_word(first) && is_word(second) && self.is_one_letter(runs, first, second) {
                products.extend([first, second]);
            }
        }
        let marks: Vec<usize> = singles
            .into_iter()
            .filter(|index| !products.contains(index))
            .collect();
        for pair in marks.chunks_exact(2) {
            if pair.iter().all(|&index| is_word(index))
                && let Some(opening) = pair.first().and_then(|&first| runs.get(first))
            {
                let fault = BodyFault::UnsureMark(UnsureMark::Asterisk);
                self.findings.doubt(opening.range.clone(), fault);
            }
        }
        for index in products {
            if let Some(run) = runs.get_mut(index) {
                run.is_text = true;
            }
        }
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// Returns `true` if a character may be an operand of the operator beside it.
fn is_operand(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(
            c,
            '(' | ')' | '（' | '）' | '%' | '％' | '‰' | '°' | '℃' | '㎡' | '㎥' | '′' | '″'
        )
}
