//! Codec of the messages, from publishing to the browser.
//!
//! Publishing writes the messages of the site's language as one list of strings, in the order
//! of the fields of [`Text`](super::Text). Field names are not sent: both sides are compiled
//! from the same struct, and a list of another length is rejected.

use super::{Counted, Sentence};

/// A message, encoded as one or several strings of the list.
pub(super) trait Travels {
    #[cfg(not(feature = "hydrate"))]
    fn send(&self, words: &mut Vec<&'static str>);
    fn arrive(words: &mut Arriving) -> Self
    where
        Self: Sized;
}

/// The list while it is decoded.
#[derive(Debug)]
pub(super) struct Arriving {
    words: std::vec::IntoIter<String>,
    /// `true` if the list was too short.
    ended: bool,
}

impl Arriving {
    pub(super) fn new(words: Vec<String>) -> Self {
        Self {
            words: words.into_iter(),
            ended: false,
        }
    }

    /// Returns `true` if the list had as many strings as the fields require.
    pub(super) fn is_complete(&self) -> bool {
        !self.ended && self.words.len() == 0
    }

    /// Returns the next string. It is leaked, because the messages are decoded once and used
    /// until the app ends.
    #[inline(never)]
    fn next(&mut self) -> &'static str {
        match self.words.next() {
            Some(word) => word.leak(),
            None => {
                self.ended = true;
                ""
            }
        }
    }
}

impl Travels for &'static str {
    #[cfg(not(feature = "hydrate"))]
    fn send(&self, words: &mut Vec<&'static str>) {
        words.push(self);
    }

    fn arrive(words: &mut Arriving) -> Self {
        words.next()
    }
}

impl Travels for Sentence {
    #[cfg(not(feature = "hydrate"))]
    fn send(&self, words: &mut Vec<&'static str>) {
        words.push(self.0);
    }

    fn arrive(words: &mut Arriving) -> Self {
        Self(words.next())
    }
}

impl Travels for Counted {
    #[cfg(not(feature = "hydrate"))]
    fn send(&self, words: &mut Vec<&'static str>) {
        self.one.send(words);
        self.other.send(words);
    }

    fn arrive(words: &mut Arriving) -> Self {
        Self {
            one: Sentence::arrive(words),
            other: Sentence::arrive(words),
        }
    }
}

/// Declares messages that can be encoded, as a table for [`texts`](super::table::texts).
macro_rules! travels {
    (
        $(#[$attribute:meta])*
        pub struct $name:ident $columns:tt
        $($field:ident $(: $type:ty)? = $in_chinese:expr, $in_english:expr;)*
    ) => {
        $crate::text::table::texts! {
            $(#[$attribute])*
            pub struct $name $columns
            $($field $(: $type)? = $in_chinese, $in_english;)*
        }

        impl $name {
            /// Encodes the messages as a list of strings.
            #[cfg(not(feature = "hydrate"))]
            #[must_use]
            pub fn words(&self) -> Vec<&'static str> {
                let mut words = Vec::new();
                $($crate::text::codec::Travels::send(&self.$field, &mut words);)*
                words
            }

            /// Decodes the messages; `None` if the list is from another version of the app.
            /// The strings are leaked.
            #[must_use]
            pub fn read(words: Vec<String>) -> Option<Self> {
                let mut words = $crate::text::codec::Arriving::new(words);
                let text = Self {
                    $($field: $crate::text::codec::Travels::arrive(&mut words),)*
                };
                words.is_complete().then_some(text)
            }

            /// Returns the name of each field and its strings, for comparing languages.
            #[cfg(all(test, not(feature = "hydrate")))]
            pub(super) fn named(&self) -> Vec<(&'static str, Vec<&'static str>)> {
                let strings = |phrase: &dyn $crate::text::codec::Travels| {
                    let mut words = Vec::new();
                    phrase.send(&mut words);
                    words
                };
                vec![$((stringify!($field), strings(&self.$field)),)*]
            }
        }
    };
}

pub(super) use travels;
