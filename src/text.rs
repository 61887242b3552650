//! Every word that the app says to visitors.
//!
//! [`Text`] has a field for each phrase and a function for each sentence with a part that
//! varies, so that a language is one value and the compiler finds a missing phrase. The
//! words of publishing are in [`crate::content`], those of a site in its folder.

use crate::load::LoadError;
use crate::wire::{
    BulletinKind, ChainStage, Date, DocumentStatus, EventKind, EventMode, EventStatus, MemberKind,
    MemberStatus, Origin, Role,
};

mod chinese;
#[cfg(feature = "ssr")]
mod overview;

pub use chinese::CHINESE;
#[cfg(feature = "ssr")]
pub use overview::OverviewText;

/// The interface in one language.
#[expect(
    missing_docs,
    reason = "each field's text says what it is; see `CHINESE`"
)]
#[derive(Debug)]
pub struct Text {
    pub skip_to_content: &'static str,
    pub notice: &'static str,
    pub menu: &'static str,
    pub close: &'static str,
    pub main_navigation: &'static str,
    pub footer_navigation: &'static str,
    pub breadcrumbs: &'static str,
    pub home: &'static str,
    pub more: &'static str,
    pub opens_other_site: &'static str,

    pub news: &'static str,
    pub all_news: &'static str,
    pub latest_news: &'static str,
    pub nothing_here: &'static str,
    pub pinned: &'static str,
    pub pages_of_list: &'static str,
    pub older: &'static str,
    pub newer: &'static str,
    pub newest: &'static str,
    pub oldest: &'static str,

    pub published: &'static str,
    pub updated: &'static str,
    pub source: &'static str,
    pub author: &'static str,
    pub editor: &'static str,
    pub photographer: &'static str,
    pub original: &'static str,
    pub on_this_page: &'static str,
    pub attachments: &'static str,
    pub corrections: &'static str,
    pub tags: &'static str,
    pub related_members: &'static str,
    pub related_event: &'static str,
    pub related_bulletin: &'static str,
    pub related_policy: &'static str,
    pub related_articles: &'static str,
    pub previous_article: &'static str,
    pub next_article: &'static str,
    pub article_neighbours: &'static str,
    pub bulletin_neighbours: &'static str,
    pub withdrawn: &'static str,
    pub made_with_ai_text: &'static str,
    pub made_with_ai_image: &'static str,
    pub made_with_ai_both: &'static str,
    pub document_number: &'static str,
    pub document_issuer: &'static str,
    pub document_written: &'static str,
    pub document_effective: &'static str,
    pub document_status: &'static str,
    pub document_replaces: &'static str,
    pub document_official: &'static str,

    pub members: &'static str,
    pub member_filter: &'static str,
    pub filter_text: &'static str,
    pub filter_text_hint: &'static str,
    pub filter_kind: &'static str,
    pub filter_province: &'static str,
    pub filter_role: &'static str,
    pub filter_stage: &'static str,
    pub filter_all: &'static str,
    pub filter_reset: &'static str,
    pub no_member_matches: &'static str,
    pub members_view: &'static str,
    pub members_as_cards: &'static str,
    pub members_as_list: &'static str,
    pub member_kind: &'static str,
    pub member_role: &'static str,
    pub member_place: &'static str,
    pub member_chain: &'static str,
    pub member_products: &'static str,
    pub member_website: &'static str,
    pub member_joined: &'static str,
    pub member_left: &'static str,
    pub member_former_names: &'static str,
    pub member_name_en: &'static str,
    pub member_successor: &'static str,
    pub member_contact: &'static str,
    pub member_mentions: &'static str,
    pub no_mentions: &'static str,

    pub bulletins: &'static str,
    pub year_unknown: &'static str,
    pub bulletin_contents: &'static str,
    pub bulletin_files: &'static str,
    pub bulletin_nothing_known: &'static str,
    pub bulletin_members_only: &'static str,
    pub bulletin_previous: &'static str,
    pub bulletin_next: &'static str,
    pub bulletin_readable: &'static str,
    pub bulletin_page_images: &'static str,

    pub events: &'static str,
    pub event_upcoming: &'static str,
    pub event_running: &'static str,
    pub event_over: &'static str,
    pub event_when: &'static str,
    pub event_where: &'static str,
    pub event_how: &'static str,
    pub event_booth: &'static str,
    pub event_hosts: &'static str,
    pub event_organizers: &'static str,
    pub event_supporters: &'static str,
    pub event_site: &'static str,
    pub event_registration: &'static str,
    pub event_deadline: &'static str,
    pub event_fee: &'static str,
    pub event_report: &'static str,
    pub event_mentions: &'static str,
    pub event_articles: &'static str,
    pub no_events: &'static str,

    pub links: &'static str,

    pub address: &'static str,
    pub postcode: &'static str,
    pub phone: &'static str,
    pub fax: &'static str,
    pub email: &'static str,
    pub hours: &'static str,
    pub map: &'static str,

    pub loading: &'static str,
    pub stopped: &'static str,
    pub retry: &'static str,
    pub not_found: &'static str,
    pub not_found_help: &'static str,
    pub cannot_show: &'static str,
    pub ways_on: &'static str,

    pub date: fn(&Date) -> String,
    pub time_of_day: fn(&str) -> String,
    pub reading_minutes: fn(u32) -> String,
    pub articles_in_all: fn(u32) -> String,
    pub page_of_list: fn(u32) -> String,
    pub members_in_all: fn(u32) -> String,
    pub members_shown: fn(usize, usize) -> String,
    pub choice_with_count: fn(&str, usize) -> String,
    pub bulletins_in_all: fn(u32) -> String,
    pub bulletins_missing: fn(u32) -> String,
    pub bulletin_number: fn(u32) -> String,
    pub covers_years: fn(&Date, &Date) -> String,
    pub file_size: fn(u64) -> String,
    pub file_pages: fn(u32) -> String,
    pub more_of: fn(&str) -> String,
    pub articles_of: fn(&str) -> String,

    pub origin: fn(Origin) -> &'static str,
    pub kind_of_member: fn(MemberKind) -> &'static str,
    pub role: fn(Role) -> &'static str,
    pub status_of_member: fn(MemberStatus) -> &'static str,
    pub fate_of_member: fn(MemberStatus) -> &'static str,
    pub chain_stage: fn(ChainStage) -> &'static str,
    pub status_of_document: fn(DocumentStatus) -> &'static str,
    pub kind_of_bulletin: fn(BulletinKind) -> &'static str,
    pub kind_of_event: fn(EventKind) -> &'static str,
    pub mode_of_event: fn(EventMode) -> &'static str,
    pub status_of_event: fn(EventStatus) -> &'static str,
    pub load_error: fn(&LoadError) -> &'static str,
}

impl Text {
    /// The interface in the language of a site.
    #[must_use]
    pub const fn of(_lang: &str) -> &'static Self {
        &CHINESE
    }
}
