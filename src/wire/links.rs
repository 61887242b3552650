//! Data of the directory of links.

use super::Picture;
use super::fields::wire;

wire! {
    /// All links.
    pub struct Links {
        /// Groups in their order.
        pub groups: Vec<LinkGroup>,
    }

    /// A group of links.
    pub struct LinkGroup {
        /// Name of the group.
        pub name: String,
        /// Links.
        pub links: Vec<Link>,
    }

    /// A link to another site.
    pub struct Link {
        /// Name of the site.
        pub name: String,
        /// Address.
        pub url: String,
        /// Logo.
        pub logo: Option<Picture>,
        /// Short description.
        pub note: Option<String>,
    }
}
