//! Machine-readable data of pages: titles, descriptions, JSON-LD, citations.

pub(super) mod titles;
pub(super) mod description;
pub(super) mod json_ld;
pub(super) mod citation;
