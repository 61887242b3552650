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

    /// Returns `true` if a field with this value is always left out.
    fn is_none(&self) -> bool {
        false
    }

    /// Returns `true` if a field with this value is left out where it may be.
    fn is_empty(&self) -> bool {
        false
    }
}

impl FromJson for String {
    #[inline(never)]
    fn from_json(json: &str) -> Result<Self, Error> {
        serde_json::from_str(json)
    }

    fn is_empty(&self) -> bool {
        self.is_empty()
    }
}

/// Implements [`FromJson`] for types whose JSON has the form that `str::parse` accepts.
macro_rules! read_as_text {
    ($($type:ty),*) => {
        $(impl FromJson for $type {
            fn from_json(json: &str) -> Result<Self, Error> {
                json.parse().map_err(|_| Error::custom(json))
            }

            fn is_empty(&self) -> bool {
                *self == Self::default()
            }
        })*
    };
}

read_as_text!(bool, u8, u32, u64, usize);

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

    fn is_none(&self) -> bool {
        self.is_none()
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: &str) -> Result<Self, Error> {
        items(json)?
            .iter()
            .map(|item| T::from_json(item.get()))
            .collect()
    }

    fn is_empty(&self) -> bool {
        self.is_empty()
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

/// Declares types that pass between publishing and the app as JSON.
///
/// A field of a struct that is an `Option` is left out when it is `None`. One with `= default`
/// may be missing, and is left out when it is an empty text or list, zero, `false`, or the first
/// value of an enum. An enum is written as the word that stands beside each value. The code that
/// `derive` generates for reading an enum is larger: it also reads numbers and bytes, and lists
/// the expected words in its errors.
macro_rules! wire {
    () => {};
    (@left_out $value:expr) => { $crate::wire::FromJson::is_none($value) };
    (@left_out $value:expr, default) => { $crate::wire::FromJson::is_empty($value) };
    (@read $fields:ident $name:expr) => { $fields.get($name) };
    (@read $fields:ident $name:expr, default) => { $fields.get_or_default($name) };
    (
        $(#[$attribute:meta])*
        pub struct $name:ident {
            $($(#[$about:meta])* pub $field:ident: $type:ty $(= $default:ident)?,)*
        }
        $($others:tt)*
    ) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name {
            $($(#[$about])* pub $field: $type,)*
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut object = serializer.serialize_map(None)?;
                $(if !wire!(@left_out &self.$field $(, $default)?) {
                    serde::ser::SerializeMap::serialize_entry(
                        &mut object,
                        stringify!($field),
                        &self.$field,
                    )?;
                })*
                serde::ser::SerializeMap::end(object)
            }
        }

        impl $crate::wire::FromJson for $name {
            fn from_json(json: &str) -> Result<Self, serde_json::Error> {
                let fields = $crate::wire::fields::Fields::read(json)?;
                Ok(Self {
                    $($field: wire!(@read fields stringify!($field) $(, $default)?)?,)*
                })
            }
        }

        wire! { $($others)* }
    };
    (
        $(#[$attribute:meta])*
        pub enum $name:ident {
            $($(#[$about:meta])* $value:ident = $word:literal,)*
        }
        $($others:tt)*
    ) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$about])* $value,)*
        }

        impl $name {
            /// All values in their order.
            pub const ALL: [Self; [$($word),*].len()] = [$(Self::$value),*];

            /// Returns the word for the value in JSON and in addresses.
            #[must_use]
            pub const fn slug(self) -> &'static str {
                match self {
                    $(Self::$value => $word,)*
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.slug())
            }
        }

        impl $crate::wire::FromJson for $name {
            fn from_json(json: &str) -> Result<Self, serde_json::Error> {
                let word = String::from_json(json)?;
                let value = Self::ALL.into_iter().find(|value| value.slug() == word);
                value.ok_or_else(|| serde::de::Error::custom(word))
            }

            fn is_empty(&self) -> bool {
                Some(self) == Self::ALL.first()
            }
        }

        wire! { $($others)* }
    };
}

pub(super) use wire;

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
