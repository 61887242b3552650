//! Data that the browser fetches: compact types that publishing writes and the app reads.
//!
//! They are converted from [`content`](crate::content) explicitly, so that the editors' format
//! and the browser's can change independently. Every visitor loads each byte: dates are
//! formatted strings, bodies are rendered HTML, and no page grows with the number of articles.

mod article;
mod bulletins;
#[cfg(any(feature = "ssr", feature = "editor"))]
pub mod edit;
mod events;
mod fields;
mod home;
mod links;
mod members;
mod news;
mod page;
mod search;
mod shared;
mod site;
mod static_page;

pub use article::{Article, Document, DocumentStatus, Origin, Source};
pub use bulletins::{
    Bulletin, BulletinFile, BulletinKind, BulletinList, BulletinRow, ContentsEntry, IssueNumber,
};
pub use events::{
    Event, EventKind, EventList, EventMode, EventRow, EventStatus, Registration, Venue,
    order_of_events,
};
pub use fields::FromJson;
pub use home::{Block, Home, HomeSection};
pub use links::{Link, LinkGroup, Links};
pub use members::{ChainStage, Member, MemberKind, MemberRow, MemberStatus, Members, Role};
pub use news::NewsList;
pub use page::Page;
pub use search::{SearchAnswer, SearchChoice, SearchGroup, SearchHit, SearchPage, Year};
pub use shared::{Attachment, Correction, Date, Entry, Heading, Pager, Picture, Prose, Reference};
pub use site::{
    Banner, Contact, Mourning, NavigationEntry, Organization, Phone, Section, SectionKind, Site,
};
pub use static_page::{PageContent, StaticPage, Timeline};
