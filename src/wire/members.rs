//! Data of the directory of members and of a member's page.

use super::fields::{read_fields, words};
use super::{Date, Entry, Phone, Picture, Prose, Reference};
use serde::Serialize;

/// The directory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Members {
    /// Members, sorted by the pinyin of their names.
    pub rows: Vec<MemberRow>,
    /// Provinces that occur among them, in the order of their codes.
    pub provinces: Vec<String>,
    /// Traditional characters whose simplified forms occur in the keys of the rows, each
    /// followed by that form. The filter needs no others.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub variants: String,
    /// Links to the parts of the page; empty if it consists of the list only.
    pub parts: Prose,
    /// Members by stage of the industrial chain and by province, rendered when the portal is
    /// built, because it does not change while it is shown.
    pub overview: Prose,
}

read_fields!(Members { rows, provinces, parts, overview; variants });

/// A member as a row of the directory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MemberRow {
    /// Id.
    pub id: String,
    /// Name, in the language of the interface if there is one.
    pub name: String,
    /// Name in the other language, if the interface shows both.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_other: Option<String>,
    /// Kind of organisation.
    pub kind: MemberKind,
    /// Role in the alliance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Province.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub province: Option<String>,
    /// City.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// Stages of the industrial chain.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub chain_stage: Vec<ChainStage>,
    /// Logo.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<Picture>,
    /// Character shown in place of a logo.
    pub monogram: String,
    /// Status.
    #[serde(skip_serializing_if = "MemberStatus::is_active")]
    pub status: MemberStatus,
    /// Text that the filter searches: names, their pinyin and the location, normalised like
    /// the search.
    pub keys: String,
}

read_fields!(MemberRow {
    id, name, name_other, kind, role, province, city, logo, monogram, keys;
    chain_stage, status
});

/// Kind of organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MemberKind {
    /// Company.
    Enterprise,
    /// University.
    University,
    /// Research institute.
    Institute,
    /// Association.
    Association,
    /// Any other organisation.
    Other,
}

words!(MemberKind);

impl MemberKind {
    /// All kinds, in the order of the filter.
    pub const ALL: [Self; 5] = [
        Self::Enterprise,
        Self::University,
        Self::Institute,
        Self::Association,
        Self::Other,
    ];

    /// Returns the word for the kind in an address.
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

/// Role of a member in the alliance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Chair.
    Chair,
    /// Vice-chair.
    ViceChair,
    /// Member of the standing council.
    ExecutiveDirector,
    /// Member of the council.
    Director,
    /// Supervisor of the council.
    Supervisor,
    /// Member without an office.
    Member,
}

words!(Role);

impl Role {
    /// All roles, from the highest.
    pub const ALL: [Self; 6] = [
        Self::Chair,
        Self::ViceChair,
        Self::ExecutiveDirector,
        Self::Director,
        Self::Supervisor,
        Self::Member,
    ];

    /// Returns the word for the role in an address.
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

/// A stage of the industrial chain from raw material to finished goods, or a service to all
/// stages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChainStage {
    /// Raw materials of polymers.
    RawMaterials,
    /// Production of polymers.
    Polymerization,
    /// Production of fibres.
    Spinning,
    /// Texturing of filaments.
    Texturing,
    /// Production of cloth.
    Weaving,
    /// Dyeing and finishing of cloth.
    Dyeing,
    /// Production of machines.
    Machinery,
    /// Testing of products.
    Testing,
    /// Research.
    Research,
}

words!(ChainStage);

impl ChainStage {
    /// All stages in the order of the chain, followed by the services.
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

    /// Returns the word for the stage in an address.
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

    /// Returns `true` if it serves the whole chain instead of being a stage of it.
    #[must_use]
    pub const fn is_support(self) -> bool {
        matches!(self, Self::Machinery | Self::Testing | Self::Research)
    }
}

/// Status of a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MemberStatus {
    /// Exists under its name.
    #[default]
    Active,
    /// Changed its name.
    Renamed,
    /// Merged into another member.
    Merged,
    /// Dissolved.
    Dissolved,
}

words!(MemberStatus {
    Active = "active",
    Renamed = "renamed",
    Merged = "merged",
    Dissolved = "dissolved",
});

impl MemberStatus {
    /// Returns `true` if the member exists under its name.
    #[must_use]
    pub const fn is_active(&self) -> bool {
        matches!(self, Self::Active)
    }
}

/// A member, with everything that its page shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Member {
    /// Data shown in the directory.
    pub row: MemberRow,
    /// Title of the document, if its heading alone is ambiguous.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document_title: Option<String>,
    /// Short name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short_name: Option<String>,
    /// English name, if it is not the main one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// Former names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub former_names: Vec<String>,
    /// Date of joining.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub joined: Option<Date>,
    /// Date of leaving.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<Date>,
    /// Member that is its successor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub successor: Option<Reference>,
    /// Web site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// Products.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub products: Vec<String>,
    /// Introduction in a few sentences.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub intro: Option<String>,
    /// Longer description.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Prose>,
    /// Department to contact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub department: Option<String>,
    /// Telephone numbers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<Phone>,
    /// E-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Newest articles about the member.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<Entry>,
}

read_fields!(Member {
    row, document_title, short_name, name_en, joined, left, successor, website, intro, body, department, email;
    former_names, products, phones, mentions
});
