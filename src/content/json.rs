//! Deserialisation of files, and explanation of their errors.

pub(crate) mod decode;
pub(crate) mod syntax;
pub(crate) mod spans;
pub mod schema;
pub(crate) mod validator;
pub(crate) mod formats;
pub(crate) mod schema_errors;
pub(crate) mod patch;
pub(crate) mod places;
#[cfg(test)]
pub(crate) mod decode_tests;
