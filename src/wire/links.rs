//! The directory of links.

use super::Picture;
use super::fields::read_fields;
use serde::Serialize;

/// All links.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Links {
    /// The groups in their order.
    pub groups: Vec<LinkGroup>,
}

read_fields!(Links { groups; });

/// Links that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LinkGroup {
    /// What they have in common.
    pub name: String,
    /// The links.
    pub links: Vec<Link>,
}

read_fields!(LinkGroup { name, links; });

/// A link to another site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    /// What the site is called.
    pub name: String,
    /// Its address.
    pub url: String,
    /// Its mark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<Picture>,
    /// A word about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

read_fields!(Link { name, url, logo, note; });
