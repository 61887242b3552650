//! Data of pages, with one file per kind of page.

pub(super) mod home;
pub(super) mod news;
pub(super) mod article;
pub(super) mod bulletins;
pub(super) mod events;
pub(super) mod members;
pub(super) mod overview;
pub(super) mod links;
pub(super) mod year;
pub(super) mod page;
