//! Names that nothing has.

use crate::content::values::did_you_mean::closest;

/// A name that nothing has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// Name as it is written.
    pub name: String,
    /// Name that was probably meant.
    pub nearest: Option<String>,
}

impl Unknown {
    /// Returns a name that is none of those known.
    pub fn among<T: AsRef<str>>(name: &str, known: impl IntoIterator<Item = T>) -> Unknown {
        Unknown {
            name: name.to_owned(),
            nearest: closest(name, known).map(|near| near.as_ref().to_owned()),
        }
    }
}
