//! Messages of the app.
//!
//! [`Text`] has a field for each message. Sentences with variable parts are patterns
//! ([`Sentence`], [`Counted`]), so that a language is data only: the app contains none, and
//! reads that of its site from the file that publishing writes (see `src/text/codec.rs`). The
//! messages of publishing are in `crate::content`, the texts of a site in its folder.

mod messages;
mod table;
mod codec;
mod enum_labels;
mod issues;
#[cfg(feature = "ssr")]
mod machine_text;
#[cfg(feature = "ssr")]
mod overview;
mod periods;
mod sentence;
#[cfg(all(test, not(feature = "hydrate")))]
mod tests;

#[cfg(feature = "ssr")]
pub use machine_text::OfferedText;
pub use messages::Text;
#[cfg(not(feature = "hydrate"))]
pub use messages::{CHINESE, ENGLISH};
#[cfg(feature = "ssr")]
pub use overview::OverviewText;
pub use periods::Period;
pub use sentence::{Counted, Sentence};

/// Returns `true` if a language tag is English: `en`, `en-GB`.
#[must_use]
pub fn is_english(lang: &str) -> bool {
    let language = lang.split('-').next().unwrap_or_default();
    language.eq_ignore_ascii_case("en")
}
