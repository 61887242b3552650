//! From the bytes of a file to its type, or to what is wrong with its JSON.

pub(crate) mod decode;
pub(crate) mod syntax;
pub(crate) mod spans;
pub mod schema;
pub(crate) mod validator;
pub(crate) mod formats;
pub(crate) mod schema_errors;
#[cfg(test)]
pub(crate) mod decode_tests;
