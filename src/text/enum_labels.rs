//! Enum labels, dates and sizes in the words of a language.

use super::{Sentence, Text};
use crate::load::LoadError;
use crate::wire::{
    BulletinKind, ChainStage, Date, DocumentStatus, EventKind, EventMode, EventStatus, MemberKind,
    MemberStatus, Origin, Role, SearchGroup,
};

impl Text {
    /// Returns a date in the form of the language: a day, a month or a year.
    #[must_use]
    pub fn date(&self, date: &Date) -> String {
        let mut parts = date.parts();
        let year = parts.next().unwrap_or_default();
        let month = self.month(date);
        let day = parts.nth(1).unwrap_or_default();
        let form = match (month, day) {
            ("", _) => self.date_year,
            (_, "") => self.date_month,
            _ => self.date_day,
        };
        form.with(&[year, month, day])
    }

    /// Returns the name of a date's month; empty when only the year is known.
    #[must_use]
    pub fn month(&self, date: &Date) -> &'static str {
        let number = date.parts().nth(1).unwrap_or_default().parse::<usize>();
        let place = number.ok().and_then(|number| number.checked_sub(1));
        let month = place.and_then(|place| self.months.split(' ').nth(place));
        month.unwrap_or_default()
    }

    /// Returns a size: whole kilobytes, or megabytes with one decimal.
    #[must_use]
    pub fn file_size(&self, bytes: u64) -> String {
        const KILO: u64 = 1024;
        const MEGA: u64 = 1024 * KILO;
        if bytes < KILO {
            return self.file_bytes.of(u32::try_from(bytes).unwrap_or_default());
        }
        if bytes < MEGA {
            return Sentence("{0} KB").with(&[&bytes.div_ceil(KILO).to_string()]);
        }
        let tenths = (bytes * 10).div_ceil(MEGA);
        let whole = (tenths / 10).to_string();
        Sentence("{0}.{1} MB").with(&[&whole, &(tenths % 10).to_string()])
    }

    /// Returns the name of a type of documents in the search.
    #[must_use]
    pub fn search_type(&self, kind: &str) -> &'static str {
        match kind {
            "article" => self.search_articles,
            "bulletin" => self.bulletins,
            "member" => self.members,
            "event" => self.events,
            _ => self.search_pages,
        }
    }

    /// Describes how a group of related hits was found.
    #[must_use]
    pub fn search_way(&self, group: &SearchGroup) -> String {
        let form = match group.way.as_str() {
            SearchGroup::SYNONYM => self.search_synonym,
            SearchGroup::PINYIN => self.search_spelled,
            _ => self.search_meant,
        };
        form.with(&[&group.words])
    }

    /// Returns the number of members that the directory shows, and the number of all.
    #[must_use]
    pub fn members_shown(&self, shown: u32, all: u32) -> String {
        if shown == all {
            return self.all_members_shown.of(all);
        }
        let (shown, all) = (shown.to_string(), all.to_string());
        self.members_shown.with(&[&shown, &all])
    }

    /// Joins several items; `None` when there are none.
    #[must_use]
    pub fn list(&self, items: &[String]) -> Option<String> {
        (!items.is_empty()).then(|| items.join(self.list_separator))
    }

    /// Returns the label of an origin of a text.
    #[must_use]
    pub const fn origin(&self, origin: Origin) -> &'static str {
        match origin {
            Origin::Original => self.origin_original,
            Origin::Repost => self.origin_repost,
            Origin::Translation => self.origin_translation,
            Origin::OfficialDocument => self.origin_official_document,
        }
    }

    /// Returns the label of a kind of members.
    #[must_use]
    pub const fn kind_of_member(&self, kind: MemberKind) -> &'static str {
        match kind {
            MemberKind::Enterprise => self.kind_enterprise,
            MemberKind::University => self.kind_university,
            MemberKind::Institute => self.kind_institute,
            MemberKind::Association => self.kind_association,
            MemberKind::Other => self.kind_other,
        }
    }

    /// Returns the label of a role in the alliance.
    #[must_use]
    pub const fn role(&self, role: Role) -> &'static str {
        match role {
            Role::Chair => self.role_chair,
            Role::ViceChair => self.role_vice_chair,
            Role::ExecutiveDirector => self.role_executive_director,
            Role::Director => self.role_director,
            Role::Supervisor => self.role_supervisor,
            Role::Member => self.role_member,
        }
    }

    /// Returns the label of a member's status.
    #[must_use]
    pub const fn status_of_member(&self, status: MemberStatus) -> &'static str {
        match status {
            MemberStatus::Active => self.member_active,
            MemberStatus::Renamed => self.member_renamed,
            MemberStatus::Merged => self.member_merged,
            MemberStatus::Dissolved => self.member_dissolved,
        }
    }

    /// Returns a sentence about the status of a member that no longer exists under its name.
    #[must_use]
    pub const fn fate_of_member(&self, status: MemberStatus) -> &'static str {
        match status {
            MemberStatus::Active => "",
            MemberStatus::Renamed => self.fate_renamed,
            MemberStatus::Merged => self.fate_merged,
            MemberStatus::Dissolved => self.fate_dissolved,
        }
    }

    /// Returns the label of a stage of the industrial chain.
    #[must_use]
    pub const fn chain_stage(&self, stage: ChainStage) -> &'static str {
        match stage {
            ChainStage::RawMaterials => self.chain_raw_materials,
            ChainStage::Polymerization => self.chain_polymerization,
            ChainStage::Spinning => self.chain_spinning,
            ChainStage::Texturing => self.chain_texturing,
            ChainStage::Weaving => self.chain_weaving,
            ChainStage::DyeingAndFinishing => self.chain_finishing,
            ChainStage::Machinery => self.chain_machinery,
            ChainStage::Testing => self.chain_testing,
            ChainStage::Research => self.chain_research,
        }
    }

    /// Returns the label of an official document's status.
    #[must_use]
    pub const fn status_of_document(&self, status: DocumentStatus) -> &'static str {
        match status {
            DocumentStatus::InForce => self.document_in_force,
            DocumentStatus::Revised => self.document_amended,
            DocumentStatus::Repealed => self.document_repealed,
        }
    }

    /// Returns the label of a kind of bulletins.
    #[must_use]
    pub const fn kind_of_bulletin(&self, kind: BulletinKind) -> &'static str {
        match kind {
            BulletinKind::Issue => self.bulletin_issue,
            BulletinKind::Special => self.bulletin_special,
            BulletinKind::Supplement => self.bulletin_supplement,
            BulletinKind::Collection => self.bulletin_collection,
        }
    }

    /// Returns the label of a kind of events.
    #[must_use]
    pub const fn kind_of_event(&self, kind: EventKind) -> &'static str {
        match kind {
            EventKind::Exhibition => self.event_exhibition,
            EventKind::Conference => self.event_conference,
            EventKind::Forum => self.event_forum,
            EventKind::Training => self.event_training,
            EventKind::Review => self.event_review,
        }
    }

    /// Returns the label of a mode of participation.
    #[must_use]
    pub const fn mode_of_event(&self, mode: EventMode) -> &'static str {
        match mode {
            EventMode::Offline => self.event_offline,
            EventMode::Online => self.event_online,
            EventMode::Mixed => self.event_mixed,
        }
    }

    /// Returns the label of an event's status.
    #[must_use]
    pub const fn status_of_event(&self, status: EventStatus) -> &'static str {
        match status {
            EventStatus::Scheduled => self.event_scheduled,
            EventStatus::Postponed => self.event_postponed,
            EventStatus::Cancelled => self.event_cancelled,
        }
    }

    /// Returns the message for a failed load: the reason, and what to do.
    #[must_use]
    pub const fn load_error(&self, error: &LoadError) -> &'static str {
        match error {
            LoadError::NotFound => self.error_not_found,
            LoadError::Network | LoadError::NoCode => self.error_network,
            LoadError::TimedOut => self.error_timed_out,
            LoadError::Status(_) => self.error_status,
            LoadError::NotJson => self.error_not_json,
            LoadError::Damaged(_) => self.error_damaged,
        }
    }
}
