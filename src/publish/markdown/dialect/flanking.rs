//! Where emphasis may begin and end beside Chinese punctuation.
//!
//! `CommonMark` wants a blank or punctuation outside of a mark that has punctuation inside of
//! it, and Chinese has no blanks: `**“重点”**的` is no emphasis there. As the proposal for CJK
//! does (<https://github.com/tats-u/markdown-cjk-friendly>), wide punctuation counts as a
//! letter here, and a wide character as a blank for other punctuation.

use super::super::script::{is_quote_or_dash, is_wide};

/// What a run of marks can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Flanks {
    pub(super) opens: bool,
    pub(super) closes: bool,
}

/// What the parser lets a run between two characters do.
pub(super) fn parsed(before: Option<char>, after: Option<char>) -> Flanks {
    Flanks {
        opens: !is_blank(after) && (!is_mark(after) || is_blank(before) || is_mark(before)),
        closes: !is_blank(before) && (!is_mark(before) || is_blank(after) || is_mark(after)),
    }
}

/// What a run between two characters is meant to do.
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

/// Whether the parser may take a character for punctuation; too many do no harm, as each only
/// gets a guard.
fn is_mark(c: Option<char>) -> bool {
    c.is_some_and(|c| !c.is_alphanumeric() && !c.is_whitespace())
}
