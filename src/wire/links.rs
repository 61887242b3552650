//! Data of the directory of links.

use super::Picture;
use super::fields::read_fields;
use serde::Serialize;

/// All links.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Links {
    /// Groups in their order.
    pub groups: Vec<LinkGroup>,
}

read_fields!(Links { groups; });

/// A group of links.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LinkGroup {
    /// Name of the group.
    pub name: String,
    /// Links.
    pub links: Vec<Link>,
}

read_fields!(LinkGroup { name, links; });

/// A link to another site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    /// Name of the site.
    pub name: String,
    /// Address.
    pub url: String,
    /// Logo.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<Picture>,
    /// Short description.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

read_fields!(Link { name, url, logo, note; });
