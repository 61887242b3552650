//! Data of the directory of members and of a member's page.

use super::fields::wire;
use super::{Date, Entry, Phone, Picture, Prose, Reference};

wire! {
    /// The directory.
    pub struct Members {
        /// Members, sorted by the pinyin of their names.
        pub rows: Vec<MemberRow>,
        /// Provinces that occur among them, in the order of their codes.
        pub provinces: Vec<String>,
        /// Traditional characters whose simplified forms occur in the keys of the rows, each
        /// followed by that form. The filter needs no others.
        pub variants: String = default,
        /// Links to the parts of the page; empty if it consists of the list only.
        pub parts: Prose,
        /// Members by stage of the industrial chain and by province, rendered when the portal is
        /// built, because it does not change while it is shown.
        pub overview: Prose,
    }

    /// A member as a row of the directory.
    pub struct MemberRow {
        /// Id.
        pub id: String,
        /// Name, in the language of the interface if there is one.
        pub name: String,
        /// Name in the other language, if the interface shows both.
        pub name_other: Option<String>,
        /// Kind of organisation.
        pub kind: MemberKind,
        /// Role in the alliance.
        pub role: Option<Role>,
        /// Province.
        pub province: Option<String>,
        /// City.
        pub city: Option<String>,
        /// Stages of the industrial chain.
        pub chain_stage: Vec<ChainStage> = default,
        /// Logo.
        pub logo: Option<Picture>,
        /// Character shown in place of a logo.
        pub monogram: String,
        /// Status.
        pub status: MemberStatus = default,
        /// Text that the filter searches: names, their pinyin and the location, normalised like
        /// the search.
        pub keys: String,
    }

    /// Kind of organisation.
    pub enum MemberKind {
        /// Company.
        Enterprise = "enterprise",
        /// University.
        University = "university",
        /// Research institute.
        Institute = "institute",
        /// Association.
        Association = "association",
        /// Any other organisation.
        Other = "other",
    }

    /// Role of a member in the alliance.
    pub enum Role {
        /// Chair.
        Chair = "chair",
        /// Vice-chair.
        ViceChair = "vice-chair",
        /// Member of the standing council.
        ExecutiveDirector = "executive-director",
        /// Member of the council.
        Director = "director",
        /// Supervisor of the council.
        Supervisor = "supervisor",
        /// Member without an office.
        Member = "member",
    }

    /// A stage of the industrial chain from raw material to finished goods, or a service to all
    /// stages.
    pub enum ChainStage {
        /// Raw materials of polymers.
        RawMaterials = "raw-materials",
        /// Production of polymers.
        Polymerization = "polymerization",
        /// Production of fibres.
        Spinning = "spinning",
        /// Texturing of filaments.
        Texturing = "texturing",
        /// Production of cloth.
        Weaving = "weaving",
        /// Dyeing and finishing of cloth.
        DyeingAndFinishing = "dyeing",
        /// Production of machines.
        Machinery = "machinery",
        /// Testing of products.
        Testing = "testing",
        /// Research.
        Research = "research",
    }

    /// Status of a member.
    #[derive(Default)]
    pub enum MemberStatus {
        /// Exists under its name.
        #[default]
        Active = "active",
        /// Changed its name.
        Renamed = "renamed",
        /// Merged into another member.
        Merged = "merged",
        /// Dissolved.
        Dissolved = "dissolved",
    }

    /// A member, with everything that its page shows.
    pub struct Member {
        /// Data shown in the directory.
        pub row: MemberRow,
        /// Title of the document, if its heading alone is ambiguous.
        pub document_title: Option<String>,
        /// Short name.
        pub short_name: Option<String>,
        /// English name, if it is not the main one.
        pub name_en: Option<String>,
        /// Former names.
        pub former_names: Vec<String> = default,
        /// Date of joining.
        pub joined: Option<Date>,
        /// Date of leaving.
        pub left: Option<Date>,
        /// Member that is its successor.
        pub successor: Option<Reference>,
        /// Web site.
        pub website: Option<String>,
        /// Products.
        pub products: Vec<String> = default,
        /// Introduction in a few sentences.
        pub intro: Option<String>,
        /// Longer description.
        pub body: Option<Prose>,
        /// Department to contact.
        pub department: Option<String>,
        /// Telephone numbers.
        pub phones: Vec<Phone> = default,
        /// E-mail address.
        pub email: Option<String>,
        /// Newest articles about the member.
        pub mentions: Vec<Entry> = default,
    }
}

impl ChainStage {
    /// Returns `true` if it serves the whole chain instead of being a stage of it.
    #[must_use]
    pub const fn is_support(self) -> bool {
        matches!(self, Self::Machinery | Self::Testing | Self::Research)
    }
}

impl MemberStatus {
    /// Returns `true` if the member exists under its name.
    #[must_use]
    pub const fn is_active(&self) -> bool {
        matches!(self, Self::Active)
    }
}
