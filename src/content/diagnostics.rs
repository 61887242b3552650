//! Problems of content files: kind, severity, location, code and messages.

pub mod problem;
pub mod severity;
pub(crate) mod unknown;
pub(crate) mod link_fault;
pub(crate) mod kind;
pub(crate) mod body_fault;
pub mod location;
pub(crate) mod pointer;
pub(crate) mod messages;
