//! Pages that are HTML from the build, in the order of the main menu. Their code is part of
//! publishing alone.

pub(crate) mod home;
pub(crate) mod news;
pub(crate) mod article;
pub(crate) mod member;
pub(crate) mod bulletins;
pub(crate) mod bulletin;
pub(crate) mod events;
pub(crate) mod event;
pub(crate) mod links;
pub(crate) mod year;
pub(crate) mod page;
mod shared;
