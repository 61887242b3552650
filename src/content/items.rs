//! Types of the content files; one module for each kind of file.

pub mod site;
pub mod article;
pub mod bulletin;
pub mod event;
pub mod member;
pub mod page;
pub mod links;
pub mod synonyms;
pub mod common;
pub mod reference;
pub mod numbering;
