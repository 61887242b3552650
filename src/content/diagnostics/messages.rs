//! Texts of problems: a message that states the problem, and help that states the solution.
//!
//! Each is written once, with both languages side by side.

use unicode_normalization::UnicodeNormalization as _;

use super::problem::{Language, Problem};
use crate::content::values::text::is_unshown;
use crate::content::values::text_value::Fault;

/// Implements `text` of a type from a table with one row a kind: message and help in Chinese,
/// message and help in English; or a block that gives both. The table of a `coded` type
/// also has the stable code of each kind, and implements `code`.
macro_rules! messages {
    (coded $type:ty, $language:ident; $($kind:pat => $code:expr,
        $($text:block)?
        $(zh $zh:expr, $zh_help:expr; en $en:expr, $en_help:expr)?;
    )*) => {
        impl $type {
            /// Returns the stable code for programs, such as `unknown-field`.
            // What a kind holds is for its texts.
            #[allow(unused_variables)]
            pub fn code(&self) -> &'static str {
                match self {
                    $($kind => $code,)*
                }
            }
        }

        messages! {
            $type, $language;
            $($kind => $($text)? $(zh $zh, $zh_help; en $en, $en_help)?;)*
        }
    };
    ($type:ty, $language:ident; $($kind:pat =>
        $($text:block)?
        $(zh $zh:expr, $zh_help:expr; en $en:expr, $en_help:expr)?;
    )*) => {
        impl $type {
            /// Returns the message and the help in a language.
            pub(crate) fn text(&self, $language: Language) -> Text {
                match self {
                    $($kind => {
                        $($text)?
                        $(match $language {
                            Language::Chinese => Text::new($zh, $zh_help),
                            Language::English => Text::new($en, $en_help),
                        })?
                    })*
                }
            }
        }
    };
}

mod body;
mod files;
mod names;
mod problem;
mod values;

/// Texts of a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Text {
    /// Message that states the problem.
    pub(crate) message: String,
    /// Help that states the solution.
    pub(crate) help: String,
}

impl Text {
    fn new(message: impl Into<String>, help: impl Into<String>) -> Text {
        Text {
            message: message.into(),
            help: help.into(),
        }
    }

    /// Returns the text with `nearest` suggested instead of its help, if there is one.
    fn or_nearest(self, nearest: &Option<String>, language: Language) -> Text {
        let help = language.suggest(nearest, &self.help);
        Text { help, ..self }
    }

    /// Returns the text with what it is about at the end of its message.
    fn about(self, written: &str, language: Language) -> Text {
        if written.is_empty() {
            return self;
        }
        let message = self.message + language.pick("：", ": ") + &format!("`{}`", brief(written));
        Text { message, ..self }
    }
}

impl Language {
    /// Returns the text in this language.
    fn pick<T>(self, chinese: T, english: T) -> T {
        match self {
            Language::Chinese => chinese,
            Language::English => english,
        }
    }

    /// Returns the suggestion of what was probably meant; `otherwise` if nothing is near.
    fn suggest(self, nearest: &Option<String>, otherwise: &str) -> String {
        match nearest {
            Some(nearest) => self.pick(
                format!("是不是想写 `{nearest}`？"),
                format!("did you mean `{nearest}`?"),
            ),
            None => otherwise.to_owned(),
        }
    }
}

/// Returns the message of a problem, one sentence.
#[must_use]
pub fn message(problem: &Problem, language: Language) -> String {
    problem.kind.text(language).message
}

/// Returns the help of a problem.
#[must_use]
pub fn help(problem: &Problem, language: Language) -> String {
    problem.kind.text(language).help
}

/// Returns the message of a value's fault in Chinese.
#[must_use]
pub fn fault_message(fault: &Fault) -> String {
    fault.text(Language::Chinese).message
}

/// Returns the first names of `count` in backticks.
fn some_of(names: &[String], count: usize, language: Language) -> String {
    let quoted: Vec<String> = names
        .iter()
        .map(|name| format!("`{}`", brief(name)))
        .collect();
    let rest = if names.len() < count {
        language.pick("……", " …")
    } else {
        ""
    };
    quoted.join(language.pick("、", ", ")) + rest
}

/// Returns the first difference of two names that look the same: the number of the character,
/// and the character in each.
fn unseen_difference(written: &str, known: &str) -> Option<(usize, char, char)> {
    let seen = |text: &str| -> String {
        text.nfkc()
            .filter(|c| {
                !is_unshown(*c)
                    && !matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{FE00}'..='\u{FE0F}')
            })
            .map(|c| match c {
                '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
                c if c.is_whitespace() => ' ',
                c => c,
            })
            .collect()
    };
    if written == known || seen(written) != seen(known) {
        return None;
    }
    let end = "\0";
    let pairs = written
        .chars()
        .chain(end.chars())
        .zip(known.chars().chain(end.chars()));
    let mut pairs = pairs.enumerate();
    let (index, (is, should)) = pairs.find(|(_, (is, should))| is != should)?;
    Some((index + 1, is, should))
}

/// Shortens a text from a file so that the message fits on one line.
fn brief(text: &str) -> String {
    const MOST: usize = 40;
    let mut signs = text.chars();
    let mut short = String::new();
    for sign in signs.by_ref().take(MOST) {
        // A direction mark would reverse the message itself.
        match sign {
            _ if sign.is_control() => short.push(' '),
            _ if is_unshown(sign) => short.push_str(&format!("<U+{:04X}>", u32::from(sign))),
            _ => short.push(sign),
        }
    }
    if signs.next().is_some() {
        short.push('…');
    }
    short
}
