//! Reading JSON objects with little code.
//!
//! What `derive(Deserialize)` writes for a struct is fast and large, and the browser reads
//! one small object at a time. Here an object is first split into its fields, undecoded, by
//! code that exists once; each type then only names its fields. Over all types of
//! [`wire`](super) that is a tenth of the WebAssembly that every visitor loads.

use serde::de::{DeserializeOwned, Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// The fields of an object, not decoded yet.
pub(super) struct Fields(Vec<(String, Box<RawValue>)>);

impl Fields {
    pub(super) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Split)
    }

    /// A field's value. One that is missing is read as `null`, which suits an `Option`.
    #[inline(never)]
    pub(super) fn get<T: DeserializeOwned>(&self, name: &str) -> Result<T, serde_json::Error> {
        serde_json::from_str(self.find(name).unwrap_or("null"))
    }

    /// A field's value, or the type's default when it is missing.
    #[inline(never)]
    pub(super) fn get_or_default<T: DeserializeOwned + Default>(
        &self,
        name: &str,
    ) -> Result<T, serde_json::Error> {
        match self.find(name) {
            Some(json) => serde_json::from_str(json),
            None => Ok(T::default()),
        }
    }

    fn find(&self, name: &str) -> Option<&str> {
        let (_, value) = self.0.iter().find(|(key, _)| key == name)?;
        Some(value.get())
    }
}

/// An error inside a field as the error of the whole.
pub(super) fn failed<E: Error>(error: serde_json::Error) -> E {
    E::custom(error)
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

/// Implements `Deserialize` for a struct from the names of its fields: first those that are
/// always there or optional, after the semicolon those that are left out when empty.
macro_rules! read_fields {
    ($type:ident { $($field:ident),* $(,)? ; $($default:ident),* $(,)? }) => {
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let read = |fields: &$crate::wire::fields::Fields| -> Result<Self, serde_json::Error> {
                    Ok(Self {
                        $($field: fields.get(stringify!($field))?,)*
                        $($default: fields.get_or_default(stringify!($default))?,)*
                    })
                };
                read(&$crate::wire::fields::Fields::read(deserializer)?)
                    .map_err($crate::wire::fields::failed)
            }
        }
    };
}

/// Writes and reads the values of a type as words: those that its `slug` gives for `ALL` of
/// them, or those that are named here. What `derive` writes for them reads numbers and bytes,
/// too, and says what it expected.
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

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let word = String::deserialize(deserializer)?;
                ($read)(&word).ok_or_else(|| serde::de::Error::custom(word))
            }
        }
    };
}

pub(super) use {read_fields, words};

#[cfg(test)]
mod tests {
    use crate::wire::{Contact, DocumentStatus, Entry, Pager, Reference, Role};

    #[test]
    fn fields_are_found_by_name_in_any_order() {
        let reference: Result<Reference, _> =
            serde_json::from_str(r#"{"name":"甲","unknown":[1,{"id":2}],"id":"a"}"#);
        let expected = Reference {
            id: "a".to_owned(),
            name: "甲".to_owned(),
        };
        assert_eq!(reference.ok(), Some(expected));
    }

    #[test]
    fn what_is_left_out_is_empty() {
        let contact: Result<Contact, _> = serde_json::from_str("{}");
        assert_eq!(contact.ok(), Some(Contact::default()));
        let pager: Result<Pager, _> = serde_json::from_str(r#"{"here":0}"#);
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
            assert!(serde_json::from_str::<Reference>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let json =
            r#"{"id":"a","title":"甲 <b>","published":"2023-03-03","section":"x","summary":"乙"}"#;
        let entry: Entry = serde_json::from_str(json).expect("an entry");
        assert_eq!(serde_json::to_string(&entry).ok().as_deref(), Some(json));
    }

    #[test]
    fn a_word_is_read_as_it_is_written() {
        for json in ["\"director\"", "\"vice-chair\""] {
            let role: Role = serde_json::from_str(json).expect("a role");
            assert_eq!(serde_json::to_string(&role).ok().as_deref(), Some(json));
        }
        for json in ["\"in-force\"", "\"repealed\""] {
            let status: DocumentStatus = serde_json::from_str(json).expect("a status");
            assert_eq!(serde_json::to_string(&status).ok().as_deref(), Some(json));
        }
    }

    #[test]
    fn an_unknown_word_is_an_error() {
        for json in ["\"president\"", "\"\"", "1", "null"] {
            assert!(serde_json::from_str::<Role>(json).is_err(), "{json}");
            assert!(
                serde_json::from_str::<DocumentStatus>(json).is_err(),
                "{json}"
            );
        }
    }
}
