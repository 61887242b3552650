//! Messages of the app.
//!
//! [`Text`] has a field for each message, so that a language is one value and the compiler
//! finds a missing message. Sentences with variable parts are patterns ([`Sentence`],
//! [`Counted`]), so that a language is data only: the app contains none, and reads that of its
//! site from the file that publishing writes (see `src/text/codec.rs`). The messages of
//! publishing are in `crate::content`, the texts of a site in its folder.

#[cfg(not(feature = "hydrate"))]
mod chinese;
mod codec;
#[cfg(not(feature = "hydrate"))]
mod english;
mod enum_labels;
mod issues;
#[cfg(feature = "ssr")]
mod machine_text;
#[cfg(feature = "ssr")]
mod overview;
mod periods;
mod sentence;
#[cfg(all(test, not(feature = "hydrate")))]
mod tests;

#[cfg(not(feature = "hydrate"))]
pub use chinese::CHINESE;
#[cfg(not(feature = "hydrate"))]
pub use english::ENGLISH;
#[cfg(feature = "ssr")]
pub use machine_text::OfferedText;
#[cfg(feature = "ssr")]
pub use overview::OverviewText;
pub use periods::Period;
pub use sentence::{Counted, Sentence};

codec::travels! {
/// Messages in one language.
#[expect(
    missing_docs,
    reason = "the text of each field describes it; see `CHINESE`"
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
    pub bulletin_years: &'static str,

    pub events: &'static str,
    pub event_upcoming: &'static str,
    pub event_running: &'static str,
    pub event_over: &'static str,
    pub events_ahead: &'static str,
    pub event_when: &'static str,
    pub event_planned: &'static str,
    pub event_changes: &'static str,
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
    pub event_save: &'static str,
    pub events_subscribe: &'static str,
    pub events_subscribe_hint: &'static str,

    pub links: &'static str,

    pub feed: &'static str,
    pub citation: &'static str,
    pub citation_day: &'static str,
    pub citation_copy: &'static str,
    pub citation_copied: &'static str,
    pub share: &'static str,
    pub code: &'static str,
    pub code_alt: &'static str,
    pub search: &'static str,
    pub search_words: &'static str,
    pub search_hint: &'static str,
    pub search_searching: &'static str,
    pub search_nothing: &'static str,
    pub search_too_long: &'static str,
    pub search_incomplete: &'static str,
    pub search_more: &'static str,
    pub search_types: &'static str,
    pub search_section: &'static str,
    pub search_year: &'static str,
    pub search_order: &'static str,
    pub search_by_relevance: &'static str,
    pub search_by_date: &'static str,
    pub search_articles: &'static str,
    pub search_pages: &'static str,
    pub search_related: &'static str,
    pub search_so_far: &'static str,
    pub search_failed: &'static str,
    pub search_offline: &'static str,
    pub search_years: &'static str,
    pub search_without_script: &'static str,
    pub search_found: Counted,
    pub search_all: Counted,
    pub search_year_title: Sentence,
    pub search_within: Sentence,
    pub search_synonym: Sentence,
    pub search_meant: Sentence,
    pub search_spelled: Sentence,

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
    pub address_asked: &'static str,
    pub report_dead_link: &'static str,

    pub reading_tools: &'static str,
    pub elder_edition: &'static str,
    pub standard_edition: &'static str,
    pub reading_settings: &'static str,
    pub scheme: &'static str,
    pub scheme_system: &'static str,
    pub scheme_light: &'static str,
    pub scheme_dark: &'static str,
    pub text_size: &'static str,
    pub text_size_standard: &'static str,
    pub text_size_larger: &'static str,
    pub text_size_large: &'static str,
    pub text_size_largest: &'static str,
    pub high_contrast: &'static str,
    pub pace: &'static str,
    pub pace_slow: &'static str,
    pub pace_standard: &'static str,
    pub pace_fast: &'static str,
    pub article_tools: &'static str,
    pub print: &'static str,
    pub read_aloud: &'static str,
    pub pause: &'static str,
    pub resume: &'static str,
    pub stop: &'static str,
    pub pictures: &'static str,
    pub previous_picture: &'static str,
    pub next_picture: &'static str,

    pub date_day: Sentence,
    pub date_month: Sentence,
    pub date_year: Sentence,
    pub months: &'static str,
    pub range_dash: &'static str,
    pub list_separator: &'static str,
    pub reading_minutes: Counted,
    pub articles_in_all: Counted,
    pub page_of_list: Sentence,
    pub title_of_page: Sentence,
    pub members_in_all: Counted,
    pub all_members_shown: Counted,
    pub members_shown: Sentence,
    pub choice_with_count: Sentence,
    pub bulletins_in_all: Counted,
    pub bulletins_missing: Counted,
    pub bulletin_number: Sentence,
    pub bulletin_of_year: Sentence,
    pub supplement_to: Sentence,
    pub supplement_of: Sentence,
    pub covers_years: Sentence,
    pub file_bytes: Counted,
    pub file_pages: Counted,
    pub more_of: Sentence,
    pub articles_of: Sentence,
    pub look_in: Sentence,
    pub title_of_bulletin: Sentence,
    pub title_of_issue: Sentence,
    pub member_of: Sentence,
    pub full_sentence: Sentence,
    pub name_and_tagline: Sentence,
    pub fact_in_line: Sentence,

    pub origin_original: &'static str,
    pub origin_repost: &'static str,
    pub origin_translation: &'static str,
    pub origin_official_document: &'static str,
    pub kind_enterprise: &'static str,
    pub kind_university: &'static str,
    pub kind_institute: &'static str,
    pub kind_association: &'static str,
    pub kind_other: &'static str,
    pub role_chair: &'static str,
    pub role_vice_chair: &'static str,
    pub role_executive_director: &'static str,
    pub role_director: &'static str,
    pub role_supervisor: &'static str,
    pub role_member: &'static str,
    pub member_active: &'static str,
    pub member_renamed: &'static str,
    pub member_merged: &'static str,
    pub member_dissolved: &'static str,
    pub fate_renamed: &'static str,
    pub fate_merged: &'static str,
    pub fate_dissolved: &'static str,
    pub document_in_force: &'static str,
    pub document_amended: &'static str,
    pub document_repealed: &'static str,
    pub bulletin_issue: &'static str,
    pub bulletin_special: &'static str,
    pub bulletin_supplement: &'static str,
    pub bulletin_collection: &'static str,
    pub event_exhibition: &'static str,
    pub event_conference: &'static str,
    pub event_forum: &'static str,
    pub event_training: &'static str,
    pub event_review: &'static str,
    pub event_offline: &'static str,
    pub event_online: &'static str,
    pub event_mixed: &'static str,
    pub event_scheduled: &'static str,
    pub event_postponed: &'static str,
    pub event_cancelled: &'static str,
    pub chain_raw_materials: &'static str,
    pub chain_polymerization: &'static str,
    pub chain_spinning: &'static str,
    pub chain_texturing: &'static str,
    pub chain_weaving: &'static str,
    pub chain_finishing: &'static str,
    pub chain_machinery: &'static str,
    pub chain_testing: &'static str,
    pub chain_research: &'static str,
    pub error_not_found: &'static str,
    pub error_network: &'static str,
    pub error_timed_out: &'static str,
    pub error_status: &'static str,
    pub error_not_json: &'static str,
    pub error_damaged: &'static str,
}
}

#[cfg(not(feature = "hydrate"))]
impl Text {
    /// Returns the messages in the language of a site: English if its language tag is English,
    /// otherwise Chinese.
    #[must_use]
    pub fn of(lang: &str) -> &'static Self {
        if is_english(lang) { &ENGLISH } else { &CHINESE }
    }
}

/// Returns `true` if a language tag is English: `en`, `en-GB`.
#[must_use]
pub fn is_english(lang: &str) -> bool {
    let language = lang.split('-').next().unwrap_or_default();
    language.eq_ignore_ascii_case("en")
}
