//! Values of fields, each parsed once from its text: dates, ids, addresses, numbers, texts.

pub(crate) mod named_enum;
pub mod text_value;
pub mod id;
pub mod date;
pub(crate) mod unpublished;
pub mod text;
pub mod body;
pub mod url;
pub mod media;
pub mod picture;
pub mod color;
pub mod language;
pub mod contact;
pub mod phone;
pub mod province;
pub mod registration;
pub mod document_number;
pub mod legacy_path;
pub(crate) mod did_you_mean;
