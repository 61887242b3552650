//! Problems of content files: kind, code, severity, location and messages.

pub mod problem;
pub mod severity;
pub(crate) mod kind;
pub(crate) mod code;
pub(crate) mod body_fault;
pub mod location;
pub(crate) mod pointer;
pub(crate) mod messages;
