//! Kinds of files that are edited.

use serde::{Deserialize, Serialize};

/// Kinds of files that are edited, in the order of the start screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemKind {
    /// `content/articles/`.
    Article,
    /// `content/members/`.
    Member,
    /// `content/bulletins/`.
    Bulletin,
    /// `content/events/`.
    Event,
    /// `content/links/`.
    Links,
    /// `content/pages/`.
    Page,
    /// `content/site.json`, whose id is `site`.
    Site,
    /// `content/synonyms.json`, whose id is `synonyms`.
    Synonyms,
}

impl ItemKind {
    /// All kinds in their order.
    pub const ALL: [Self; 8] = [
        Self::Article,
        Self::Member,
        Self::Bulletin,
        Self::Event,
        Self::Links,
        Self::Page,
        Self::Site,
        Self::Synonyms,
    ];

    /// Returns the name in addresses and in `data-kind`.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Member => "member",
            Self::Bulletin => "bulletin",
            Self::Event => "event",
            Self::Links => "links",
            Self::Page => "page",
            Self::Site => "site",
            Self::Synonyms => "synonyms",
        }
    }

    /// Returns the kind of this name.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }

    /// Returns the Chinese name.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Article => "文章",
            Self::Member => "成员",
            Self::Bulletin => "简报",
            Self::Event => "活动",
            Self::Links => "友情链接",
            Self::Page => "单页",
            Self::Site => "站点设置",
            Self::Synonyms => "同义词",
        }
    }

    /// Returns `true` for the kinds of which there is one file.
    #[must_use]
    pub const fn is_single(self) -> bool {
        matches!(self, Self::Site | Self::Synonyms)
    }
}
