//! Rules for the beginning and end of emphasis beside Chinese punctuation.
//!
//! `CommonMark` requires whitespace or punctuation outside a delimiter that has punctuation
//! inside it, and Chinese has no spaces: `**“重点”**的` is not emphasis there. As in the proposal
//! for CJK (<https://github.com/tats-u/markdown-cjk-friendly>), wide punctuation counts here as
//! an alphanumeric character, and a wide character counts as whitespace beside other punctuation.

use super::super::script::{is_quote_or_dash, is_wide};

/// Characters that do not begin a text, so that no emphasis opens before them.
pub(super) const ENDING: &str = "，。、；：！？）》】」』”’…";
/// Characters that do not end a text, so that no emphasis closes after them.
pub(super) const BEGINNING: &str = "（《【「『“‘";

/// Returns `true` if an author means a delimiter between two characters, of which one is inside
/// the emphasis, and the parser does not. `unfit` are characters that cannot be there.
pub(super) fn lacks_guard(outside: Option<char>, inside: Option<char>, unfit: &str) -> bool {
    let (Some(outside), Some(inside)) = (outside, inside) else {
        return false;
    };
    is_mark(inside)
        && !unfit.contains(inside)
        && outside.is_alphanumeric()
        && (is_cjk(inside) || is_cjk(outside))
}

fn is_cjk(c: char) -> bool {
    is_wide(c) || is_quote_or_dash(c)
}

/// Returns `true` if the parser may treat a character as punctuation.
///
/// False positives are harmless: each only gets a guard.
fn is_mark(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace()
}
