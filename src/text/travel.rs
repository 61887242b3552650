//! How a language gets from publishing to the browser.
//!
//! Publishing writes the phrases of the site's language, in the order of the fields of
//! [`Text`](super::Text), as one list of strings. The names of the fields stay at home: both
//! sides are compiled from the same struct, and a list of another length is refused.

use super::{Counted, Sentence};

/// A phrase, as one or several strings of the list.
pub(super) trait Travels {
    #[cfg(not(feature = "hydrate"))]
    fn send(&self, words: &mut Vec<&'static str>);
    fn arrive(words: &mut Arriving) -> Self
    where
        Self: Sized;
}

/// The list on its way in.
#[derive(Debug)]
pub(super) struct Arriving {
    words: std::vec::IntoIter<String>,
    /// Whether the list was too short.
    ended: bool,
}

impl Arriving {
    pub(super) fn new(words: Vec<String>) -> Self {
        Self {
            words: words.into_iter(),
            ended: false,
        }
    }

    /// Whether as many phrases came as there are fields.
    pub(super) fn is_complete(&self) -> bool {
        !self.ended && self.words.len() == 0
    }

    /// The next phrase. It stays as long as the app: the words are read once.
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

/// Lets a struct of phrases travel as a list.
macro_rules! travels {
    (
        $(#[$attribute:meta])*
        pub struct $name:ident {
            $(pub $field:ident: $phrase:ty,)*
        }
    ) => {
        $(#[$attribute])*
        pub struct $name {
            $(pub $field: $phrase,)*
        }

        impl $name {
            /// The phrases as the list that travels.
            #[cfg(not(feature = "hydrate"))]
            #[must_use]
            pub fn words(&self) -> Vec<&'static str> {
                let mut words = Vec::new();
                $($crate::text::travel::Travels::send(&self.$field, &mut words);)*
                words
            }

            /// The phrases from the list that has travelled; `None` when it is that of
            /// another version of the app. What is read stays in memory for good.
            #[must_use]
            pub fn read(words: Vec<String>) -> Option<Self> {
                let mut words = $crate::text::travel::Arriving::new(words);
                let text = Self {
                    $($field: <$phrase as $crate::text::travel::Travels>::arrive(&mut words),)*
                };
                words.is_complete().then_some(text)
            }

            /// Each field's name and its strings, for comparing languages.
            #[cfg(all(test, not(feature = "hydrate")))]
            pub(super) fn named(&self) -> Vec<(&'static str, Vec<&'static str>)> {
                let strings = |phrase: &dyn $crate::text::travel::Travels| {
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
