//! The directory of links.

use super::Picture;
use serde::{Deserialize, Serialize};

/// All links.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Links {
    /// The groups in their order.
    pub groups: Vec<LinkGroup>,
}

/// Links that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkGroup {
    /// What they have in common.
    pub name: String,
    /// The links.
    pub links: Vec<Link>,
}

/// A link to another site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// What the site is called.
    pub name: String,
    /// Its address.
    pub url: String,
    /// Its mark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo: Option<Picture>,
    /// A word about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
