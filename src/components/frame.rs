//! Components of the frame around every page: header, menu, search field, footer.

pub(super) mod header;
pub(super) mod navigation;
pub(super) mod site_search;
pub(super) mod reading_tools;
pub(super) mod banner;
pub(super) mod breadcrumbs;
pub(super) mod heading;
pub(super) mod page_address;
pub(super) mod footer;
