//! Tables of texts, with one row for each text and one column for each language.

/// Declares a struct with a field for each row, so that a language is one value and no text can
/// be missing. A row without a type is a plain string.
///
/// The columns are Chinese and English. The app contains neither (see `src/text/codec.rs`).
macro_rules! texts {
    (
        $(#[$attribute:meta])*
        pub struct $name:ident { $columns:vis $chinese:ident, $_columns:vis $english:ident }
        $($field:ident $(: $type:ty)? = $in_chinese:expr, $in_english:expr;)*
    ) => {
        $(#[$attribute])*
        #[expect(missing_docs, reason = "the row of each text describes it")]
        #[derive(Debug)]
        pub struct $name {
            $(pub $field: $crate::text::table::phrase!($($type)?),)*
        }

        /// The texts in Chinese.
        #[cfg(not(feature = "hydrate"))]
        $columns static $chinese: $name = $name { $($field: $in_chinese,)* };

        /// The texts in English.
        #[cfg(not(feature = "hydrate"))]
        $columns static $english: $name = $name { $($field: $in_english,)* };

        #[cfg(not(feature = "hydrate"))]
        impl $name {
            /// Returns the texts in the language of a site: English if its language tag is
            /// English, otherwise Chinese.
            #[must_use]
            pub fn of(lang: &str) -> &'static Self {
                if $crate::text::is_english(lang) { &$english } else { &$chinese }
            }
        }
    };
}

/// The type of a text.
macro_rules! phrase {
    () => { &'static str };
    ($type:ty) => { $type };
}

pub(super) use {phrase, texts};
