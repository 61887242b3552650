//! Components of the pages, one in each file.
#![allow(
    unreachable_pub,
    reason = "the component macro generates further items beside each component"
)]

mod article_tools;
mod banner;
mod block;
mod breadcrumbs;
mod bulletin_shelf;
mod citation;
mod class;
mod contents;
mod corrections;
mod date;
mod documents;
mod entries;
mod event_list;
mod facts;
mod files;
mod footer;
mod header;
mod heading;
mod link;
mod link_groups;
mod loaded;
mod lost;
mod member_card;
mod navigation;
mod page_address;
mod page_report;
mod pager;
mod period;
mod picture;
mod picture_link;
mod portal;
mod problem;
mod prose;
mod reading_tools;
mod search_within;
mod site_search;

pub use article_tools::ArticleTools;
pub use banner::SiteBanner;
pub use block::IntoBlock;
pub use breadcrumbs::Breadcrumbs;
pub use bulletin_shelf::{BulletinShelf, anchor_of_year};
pub use citation::Citation;
pub use contents::TableOfContents;
pub use corrections::Corrections;
pub use date::DateText;
pub use documents::{Documents, document_date, document_kind};
pub use entries::{Entries, EntryStyle};
pub use event_list::EventRows;
pub use facts::{Facts, FactsProps, fact, fact_of};
pub use files::FileList;
pub use footer::SiteFooter;
pub use header::SiteHeader;
pub use heading::Heading;
pub use link::{FileLink, Link, OutsideLink, SiteLink};
pub use link_groups::LinkGroups;
pub use loaded::Loaded;
pub use lost::Lost;
pub use member_card::{MemberCard, Monogram};
pub use navigation::Navigation;
pub use page_address::PageAddress;
pub use page_report::{Crumb, PageReport};
pub use pager::ListPager;
pub use period::PeriodText;
pub use picture::PictureView;
pub use picture_link::PictureLink;
pub use portal::{Hydrated, Portal, portal, provide_portal, text};
pub use problem::{LoadProblem, WaysOn};
pub use prose::{ProseView, keep_texts};
pub use reading_tools::ReadingTools;
pub use search_within::SearchWithin;
pub use site_search::{SiteSearch, is_composing};
