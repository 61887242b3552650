//! Components that list items: rows, cards, files, pagers.

pub(super) mod entries;
pub(super) mod documents;
pub(super) mod bulletin_shelf;
pub(super) mod event_list;
pub(super) mod member_card;
pub(super) mod link_groups;
pub(super) mod files;
pub(super) mod pager;
pub(super) mod search_within;
