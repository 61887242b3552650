//! Decoding of JSON with little code.
//!
//! The code that `derive(Deserialize)` generates for a struct is fast and large, and the
//! browser reads one small object at a time. Here an object is first split into its undecoded
//! fields by code that is compiled once; each type then only lists its fields. Numbers are
//! parsed with `str::parse`: the functions of `serde_json` would include the tables of its
//! floating-point parser, although the wire has no such numbers.

use crate::route::PageNumber;
use serde::Deserialize;
use serde::de::{Deserializer, Error as _, MapAccess, Visitor};
use serde_json::Error;
use serde_json::value::RawValue;
use std::fmt;

/// A value that can be decoded from JSON.
pub trait FromJson: Sized {
    /// Decodes the value.
    ///
    /// # Errors
    /// Returns an error if the JSON is damaged or of another type.
    fn from_json(json: &str) -> Result<Self, Error>;
}

impl FromJson for String {
    #[inline(never)]
    fn from_json(json: &str) -> Result<Self, Error> {
        serde_json::from_str(json)
    }
}

/// Implements [`FromJson`] for types whose JSON has the form that `str::parse` accepts.
macro_rules! read_as_text {
    ($($type:ty),*) => {
        $(impl FromJson for $type {
            fn from_json(json: &str) -> Result<Self, Error> {
                json.parse().map_err(|_| Error::custom(json))
            }
        })*
    };
}

read_as_text!(bool, u8, u32, u64);

impl FromJson for PageNumber {
    fn from_json(json: &str) -> Result<Self, Error> {
        u32::from_json(json).map(Self::new)
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(json: &str) -> Result<Self, Error> {
        if json == "null" {
            return Ok(None);
        }
        T::from_json(json).map(Some)
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: &str) -> Result<Self, Error> {
        items(json)?
            .iter()
            .map(|item| T::from_json(item.get()))
            .collect()
    }
}

impl<A: FromJson, B: FromJson> FromJson for (A, B) {
    fn from_json(json: &str) -> Result<Self, Error> {
        match items(json)?.as_slice() {
            [first, second] => Ok((A::from_json(first.get())?, B::from_json(second.get())?)),
            _ => Err(Error::custom("not a pair")),
        }
    }
}

#[inline(never)]
fn items(json: &str) -> Result<Vec<Box<RawValue>>, Error> {
    serde_json::from_str(json)
}

/// Fields of an object, not decoded yet.
pub(super) struct Fields(Vec<(String, Box<RawValue>)>);

impl Fields {
    #[inline(never)]
    pub(super) fn read(json: &str) -> Result<Self, Error> {
        serde_json::from_str(json)
    }

    /// Decodes a field. A missing one is decoded from `null`, which is correct for an
    /// `Option`.
    #[inline(never)]
    pub(super) fn get<T: FromJson>(&self, name: &str) -> Result<T, Error> {
        T::from_json(self.find(name).unwrap_or("null"))
    }

    /// Decodes a field, or returns the type's default when it is missing.
    #[inline(never)]
    pub(super) fn get_or_default<T: FromJson + Default>(&self, name: &str) -> Result<T, Error> {
        self.find(name)
            .map_or_else(|| Ok(T::default()), T::from_json)
    }

    fn find(&self, name: &str) -> Option<&str> {
        let (_, value) = self.0.iter().find(|(key, _)| key == name)?;
        Some(value.get())
    }
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Split)
    }
}

struct Split;

impl<'de> Visitor<'de> for Split {
    type Value = Fields;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Fields(fields))
    }
}

/// Implements [`FromJson`] for a struct from the names of its fields: before the semicolon
/// those that are mandatory or optional, after it those that are omitted when empty.
macro_rules! read_fields {
    ($type:ident { $($field:ident),* $(,)? ; $($default:ident),* $(,)? }) => {
        impl $crate::wire::FromJson for $type {
            fn from_json(json: &str) -> Result<Self, serde_json::Error> {
                let fields = $crate::wire::fields::Fields::read(json)?;
                Ok(Self {
                    $($field: fields.get(stringify!($field))?,)*
                    $($default: fields.get_or_default(stringify!($default))?,)*
                })
            }
        }
    };
}

/// Implements serialization of an enum as words: those that its `slug` returns for `ALL`
/// values, or those that are listed here. The code that `derive` generates is larger: it also
/// reads numbers and bytes, and lists the expected words in its errors.
macro_rules! words {
    ($type:ident) => {
        $crate::wire::fields::words!(
            $type,
            |value: $type| value.slug(),
            |word: &str| $type::ALL.into_iter().find(|value| value.slug() == word)
        );
    };
    ($type:ident { $($value:ident = $word:literal),* $(,)? }) => {
        $crate::wire::fields::words!(
            $type,
            |value: $type| match value {
                $($type::$value => $word,)*
            },
            |word: &str| {
                let mut words = [$(($word, $type::$value),)*].into_iter();
                Some(words.find(|(other, _)| *other == word)?.1)
            }
        );
    };
    ($type:ident, $write:expr, $read:expr) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(($write)(*self))
            }
        }

        impl $crate::wire::FromJson for $type {
            fn from_json(json: &str) -> Result<Self, serde_json::Error> {
                let word = String::from_json(json)?;
                ($read)(&word).ok_or_else(|| serde::de::Error::custom(word))
            }
        }
    };
}

pub(super) use {read_fields, words};

#[cfg(test)]
mod tests {
    use crate::wire::{Contact, DocumentStatus, Entry, FromJson, Pager, Reference, Role};

    #[test]
    fn fields_are_found_by_name_in_any_order() {
        let reference = Reference::from_json(r#"{"name":"甲","unknown":[1,{"id":2}],"id":"a"}"#);
        let expected = Reference {
            id: "a".to_owned(),
            name: "甲".to_owned(),
        };
        assert_eq!(reference.ok(), Some(expected));
    }

    #[test]
    fn what_is_left_out_is_empty() {
        let contact = Contact::from_json("{}");
        assert_eq!(contact.ok(), Some(Contact::default()));
        let pager = Pager::from_json(r#"{"here":0}"#);
        assert_eq!(
            pager.ok().map(|pager| (pager.older, pager.total)),
            Some((None, None))
        );
    }

    #[test]
    fn a_missing_or_wrong_field_is_an_error() {
        for json in [
            r#"{"id":"a"}"#,
            r#"{"id":1,"name":"甲"}"#,
            r#"{"id":"a","name":"甲""#,
            "[]",
        ] {
            assert!(Reference::from_json(json).is_err(), "{json}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let json =
            r#"{"id":"a","title":"甲 <b>","published":"2023-03-03","section":"x","summary":"乙"}"#;
        let entry = Entry::from_json(json).expect("an entry");
        assert_eq!(serde_json::to_string(&entry).ok().as_deref(), Some(json));
    }

    #[test]
    fn a_word_is_read_as_it_is_written() {
        for json in ["\"director\"", "\"vice-chair\""] {
            let role = Role::from_json(json).expect("a role");
            assert_eq!(serde_json::to_string(&role).ok().as_deref(), Some(json));
        }
        for json in ["\"in-force\"", "\"repealed\""] {
            let status = DocumentStatus::from_json(json).expect("a status");
            assert_eq!(serde_json::to_string(&status).ok().as_deref(), Some(json));
        }
    }

    #[test]
    fn an_unknown_word_is_an_error() {
        for json in ["\"president\"", "\"\"", "1", "null"] {
            assert!(Role::from_json(json).is_err(), "{json}");
            assert!(DocumentStatus::from_json(json).is_err(), "{json}");
        }
    }
}
