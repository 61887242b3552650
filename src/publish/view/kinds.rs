//! Kinds and states of items, which have the same names in the content and in what pages show.

use crate::content::items::article::{DocumentStatus, Origin};
use crate::content::items::event::{EventKind, EventMode, EventStatus};
use crate::content::items::member::{ChainStage, MemberKind, MemberRole, MemberStatus};
use crate::content::items::site::{HomeBlock, SectionKind};
use crate::wire;

/// Implements the conversion of each type of the content to one of [`wire`].
macro_rules! shown_as {
    ($($type:ident => $shown:ident { $($value:ident),* })*) => {
        $(impl From<$type> for wire::$shown {
            fn from(value: $type) -> Self {
                match value {
                    $($type::$value => Self::$value,)*
                }
            }
        })*
    };
}

shown_as! {
    ChainStage => ChainStage {
        RawMaterials, Polymerization, Spinning, Texturing, Weaving, DyeingAndFinishing, Machinery,
        Testing, Research
    }
    DocumentStatus => DocumentStatus { InForce, Revised, Repealed }
    EventKind => EventKind { Exhibition, Conference, Forum, Training, Review }
    EventMode => EventMode { Offline, Online, Mixed }
    EventStatus => EventStatus { Scheduled, Postponed, Cancelled }
    HomeBlock => Block { Lead, Sections, Events, Members, Bulletins, Links }
    MemberKind => MemberKind { Enterprise, University, Institute, Association, Other }
    MemberRole => Role { Chair, ViceChair, ExecutiveDirector, Director, Supervisor, Member }
    MemberStatus => MemberStatus { Active, Renamed, Merged, Dissolved }
    Origin => Origin { Original, Repost, Translation, OfficialDocument }
    SectionKind => SectionKind { News, Events }
}
