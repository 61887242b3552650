//! The directory of members and one member.

use super::fields::{read_fields, words};
use super::{Date, Entry, Phone, Picture, Prose, Reference};
use serde::Serialize;

/// The directory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Members {
    /// The members, sorted by the pinyin of their names.
    pub rows: Vec<MemberRow>,
    /// The provinces that occur among them, in the order of their codes.
    pub provinces: Vec<String>,
    /// Traditional characters whose simplified ones are in the rows' keys, each with that one
    /// behind it: what the filter has to know of them.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub variants: String,
    /// The ways to the parts of the page; empty when the list is all there is.
    pub parts: Prose,
    /// The members along the industry's chain and by province, finished when the portal was
    /// built, for nothing of it changes while it is shown.
    pub overview: Prose,
}

read_fields!(Members { rows, provinces, parts, overview; variants });

/// A member as a row of the directory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MemberRow {
    /// Its id.
    pub id: String,
    /// Its name, in the language of the interface where it has one.
    pub name: String,
    /// Its name in the other language, where the interface sets it beside the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_other: Option<String>,
    /// What kind of organisation it is.
    pub kind: MemberKind,
    /// Its place in the alliance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Its province.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub province: Option<String>,
    /// Its city.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// Its place in the chain from raw material to finished goods.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub chain_stage: Vec<ChainStage>,
    /// Its mark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<Picture>,
    /// The letter that stands in for the mark.
    pub monogram: String,
    /// Whether it still exists under this name.
    #[serde(skip_serializing_if = "MemberStatus::is_active")]
    pub status: MemberStatus,
    /// What the filter searches: names, their pinyin, the place, as the search normalises them.
    pub keys: String,
}

read_fields!(MemberRow {
    id, name, name_other, kind, role, province, city, logo, monogram, keys;
    chain_stage, status
});

/// What kind of organisation a member is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MemberKind {
    /// A company.
    Enterprise,
    /// A university.
    University,
    /// A research institute.
    Institute,
    /// An association.
    Association,
    /// Anything else.
    Other,
}

words!(MemberKind);

impl MemberKind {
    /// All kinds, in the order in which filters offer them.
    pub const ALL: [Self; 5] = [
        Self::Enterprise,
        Self::University,
        Self::Institute,
        Self::Association,
        Self::Other,
    ];

    /// The word that stands for the kind in an address.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Enterprise => "enterprise",
            Self::University => "university",
            Self::Institute => "institute",
            Self::Association => "association",
            Self::Other => "other",
        }
    }
}

/// A member's place in the alliance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// It chairs the alliance.
    Chair,
    /// It is a vice-chair.
    ViceChair,
    /// It sits on the standing council.
    ExecutiveDirector,
    /// It sits on the council.
    Director,
    /// It supervises the council.
    Supervisor,
    /// It is a member.
    Member,
}

words!(Role);

impl Role {
    /// All places, from the highest.
    pub const ALL: [Self; 6] = [
        Self::Chair,
        Self::ViceChair,
        Self::ExecutiveDirector,
        Self::Director,
        Self::Supervisor,
        Self::Member,
    ];

    /// The word that stands for the place in an address.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Chair => "chair",
            Self::ViceChair => "vice-chair",
            Self::ExecutiveDirector => "executive-director",
            Self::Director => "director",
            Self::Supervisor => "supervisor",
            Self::Member => "member",
        }
    }
}

/// A stage of the chain from raw material to finished goods, or what serves all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChainStage {
    /// What polymers are made of.
    RawMaterials,
    /// Making polymers.
    Polymerization,
    /// Making fibres of them.
    Spinning,
    /// Giving filaments bulk.
    Texturing,
    /// Making cloth.
    Weaving,
    /// Dyeing and finishing cloth.
    Dyeing,
    /// Making the machines.
    Machinery,
    /// Testing what is made.
    Testing,
    /// Research.
    Research,
}

words!(ChainStage);

impl ChainStage {
    /// All stages, in the order of the chain; what serves all of them comes last.
    pub const ALL: [Self; 9] = [
        Self::RawMaterials,
        Self::Polymerization,
        Self::Spinning,
        Self::Texturing,
        Self::Weaving,
        Self::Dyeing,
        Self::Machinery,
        Self::Testing,
        Self::Research,
    ];

    /// The word that stands for the stage in an address.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::RawMaterials => "raw-materials",
            Self::Polymerization => "polymerization",
            Self::Spinning => "spinning",
            Self::Texturing => "texturing",
            Self::Weaving => "weaving",
            Self::Dyeing => "dyeing",
            Self::Machinery => "machinery",
            Self::Testing => "testing",
            Self::Research => "research",
        }
    }

    /// Whether it serves the whole chain instead of being a link of it.
    #[must_use]
    pub const fn is_support(self) -> bool {
        matches!(self, Self::Machinery | Self::Testing | Self::Research)
    }
}

/// Whether a member still exists under its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MemberStatus {
    /// It does.
    #[default]
    Active,
    /// It changed its name.
    Renamed,
    /// It became part of another.
    Merged,
    /// It was dissolved.
    Dissolved,
}

words!(MemberStatus {
    Active = "active",
    Renamed = "renamed",
    Merged = "merged",
    Dissolved = "dissolved",
});

impl MemberStatus {
    /// Whether the member exists under its name.
    #[must_use]
    pub const fn is_active(&self) -> bool {
        matches!(self, Self::Active)
    }
}

/// A member with all that its page shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Member {
    /// What the directory shows of it.
    pub row: MemberRow,
    /// The title of the document, where its heading alone does not tell it from others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document_title: Option<String>,
    /// Its short name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short_name: Option<String>,
    /// Its English name, where that is not its first one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// Its names of earlier days.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub former_names: Vec<String>,
    /// When it joined.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub joined: Option<Date>,
    /// When it left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<Date>,
    /// The member that it became.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub successor: Option<Reference>,
    /// Its web site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// What it makes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub products: Vec<String>,
    /// A few sentences about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub intro: Option<String>,
    /// A longer text about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Prose>,
    /// The department that answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub department: Option<String>,
    /// Its telephone numbers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<Phone>,
    /// Its e-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The newest articles that are about it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<Entry>,
}

read_fields!(Member {
    row, document_title, short_name, name_en, joined, left, successor, website, intro, body, department, email;
    former_names, products, phones, mentions
});
