//! Components of the pages, one in each file.
#![allow(
    unreachable_pub,
    reason = "the component macro generates further items beside each component"
)]

mod frame;
mod lists;
mod article;
mod link;
mod date;
mod period;
mod definition_list;
mod optional_class;
mod not_found_help;
mod page_data;
mod page_report;
mod static_page;
mod problem;
mod portal;
mod block;

pub use article::article_tools::ArticleTools;
pub use article::citation::Citation;
pub use article::corrections::Corrections;
pub use article::picture::PictureView;
pub use article::picture_link::PictureLink;
pub use article::picture_sizes::Sizes;
pub use article::prose::ProseView;
pub use article::table_of_contents::TableOfContents;
pub use block::IntoBlock;
pub use date::DateText;
pub use definition_list::{DefinitionList, DefinitionListProps, definition};
pub use frame::banner::SiteBanner;
pub use frame::breadcrumbs::Breadcrumbs;
pub use frame::footer::SiteFooter;
pub use frame::header::SiteHeader;
pub use frame::heading::Heading;
pub use frame::navigation::Navigation;
#[cfg(feature = "ssr")]
pub use frame::navigation::marks;
pub use frame::page_address::PageAddress;
pub use frame::reading_tools::ReadingTools;
pub use frame::site_search::{SiteSearch, is_composing};
pub use link::{FileLink, Link, OutsideLink, SiteLink};
pub use lists::bulletin_shelf::{BulletinShelf, anchor_of_year};
pub use lists::documents::{Documents, document_date, document_kind};
pub use lists::entries::{Entries, EntryStyle};
pub use lists::event_list::EventRows;
pub use lists::files::FileList;
pub use lists::link_groups::LinkGroups;
pub use lists::member_card::{MemberCard, Monogram};
pub use lists::pager::ListPager;
pub use lists::search_within::SearchWithin;
pub use not_found_help::NotFoundHelp;
pub use page_data::{PageData, PageViews};
pub use page_report::{Crumb, PageReport};
pub use period::PeriodText;
pub use portal::{Hydrated, Portal, portal, provide_portal, text};
pub use problem::{LoadProblem, WaysOn};
pub(crate) use static_page::static_page;
