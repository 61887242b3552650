//! Rules for the beginning and end of emphasis beside Chinese punctuation.
//!
//! `CommonMark` requires whitespace or punctuation outside a delimiter that has punctuation
//! inside it, and Chinese has no spaces: `**“重点”**的` is not emphasis there. As in the proposal
//! for CJK (<https://github.com/tats-u/markdown-cjk-friendly>), wide punctuation counts here as
//! an alphanumeric character, and a wide character counts as whitespace beside other punctuation.

use super::super::script::{is_quote_or_dash, is_wide};

/// Capabilities of a delimiter run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Flanks {
    pub(super) opens: bool,
    pub(super) closes: bool,
}

/// Returns the capabilities that the parser gives to a run between two characters.
pub(super) fn parsed(before: Option<char>, after: Option<char>) -> Flanks {
    Flanks {
        opens: !is_blank(after) && (!is_mark(after) || is_blank(before) || is_mark(before)),
        closes: !is_blank(before) && (!is_mark(before) || is_blank(after) || is_mark(after)),
    }
}

/// Returns the capabilities that the author intended for a run between two characters.
pub(super) fn meant(before: Option<char>, after: Option<char>) -> Flanks {
    let is_side = |c| is_blank(c) || is_mark(c) || is_cjk(c);
    let is_narrow_mark = |c| is_mark(c) && !is_cjk(c);
    let ends = |c: Option<char>| c.is_some_and(|c| "，。、；：！？）》】」』”’…".contains(c));
    let begins = |c: Option<char>| c.is_some_and(|c| "（《【「『“‘".contains(c));
    Flanks {
        opens: !is_blank(after) && !ends(after) && (!is_narrow_mark(after) || is_side(before)),
        closes: !is_blank(before) && !begins(before) && (!is_narrow_mark(before) || is_side(after)),
    }
}

fn is_blank(c: Option<char>) -> bool {
    c.is_none_or(char::is_whitespace)
}

fn is_cjk(c: Option<char>) -> bool {
    c.is_some_and(|c| is_wide(c) || is_quote_or_dash(c))
}

/// Returns `true` if the parser may treat a character as punctuation.
///
/// False positives are harmless: each only gets a guard.
fn is_mark(c: Option<char>) -> bool {
    c.is_some_and(|c| !c.is_alphanumeric() && !c.is_whitespace())
}
