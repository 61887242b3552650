//! Overview of members, along the industrial chain and by province.
//!
//! It is static, so its HTML is rendered here, and no visitor loads the code that draws it. All
//! of its links are plain ones.

mod chain;
mod regions;
mod tiles;

use crate::content::items::member::Member;
use crate::content::values::id::ItemId;
use crate::ids;
use crate::publish::view::SiteView;
use crate::publish::view::localized_names::Namer;
use crate::route::{BasePath, MEMBER_LIST, Output};
use crate::text::{OverviewText, Text};

/// Anchor of the part along the chain.
const CHAIN: &str = ids::CHAIN;
/// Anchor of the part by province.
const REGIONS: &str = ids::REGIONS;

/// Data of the overview.
#[derive(Debug)]
pub(crate) struct Overview<'a> {
    members: &'a [(&'a ItemId, &'a Member)],
    base: &'a BasePath,
    names: Namer<'a>,
    text: &'static Text,
    words: &'static OverviewText,
}

impl<'a> Overview<'a> {
    /// Creates the overview of the members of a site.
    pub(crate) fn new(view: &SiteView<'a>) -> Self {
        let lang = view.content.site.lang.as_str();
        Self {
            members: &view.catalog.members,
            base: view.base,
            names: Namer(&view.content.site),
            text: Text::of(lang),
            words: OverviewText::of(lang),
        }
    }

    /// Returns links to the parts of the page, the list first. A part without data is left out.
    /// The browser itself follows the links, not the router.
    pub(crate) fn parts(&self) -> String {
        let part = |id: &str, name: &str| {
            format!("<li><a href=\"#{id}\" rel=\"external\">{name}</a></li>")
        };
        let chain = self.knows_chain().then(|| part(CHAIN, self.words.chain));
        let regions = self
            .knows_regions()
            .then(|| part(REGIONS, self.words.regions));
        if chain.is_none() && regions.is_none() {
            return String::new();
        }
        format!(
            "<nav aria-label=\"{}\"><ul>{}{}{}</ul></nav>",
            self.text.on_this_page,
            part(MEMBER_LIST, self.words.list),
            chain.unwrap_or_default(),
            regions.unwrap_or_default(),
        )
    }

    /// Returns the parts below the list.
    pub(crate) fn html(&self) -> String {
        let mut html = String::new();
        if self.knows_chain() {
            html.push_str(&section(CHAIN, self.words.chain, &self.chain()));
        }
        if self.knows_regions() {
            html.push_str(&section(REGIONS, self.words.regions, &self.regions()));
        }
        if !self.members.is_empty() {
            html.push_str(&self.download());
        }
        html
    }

    /// Returns a link to the same data as a table, for spreadsheets.
    fn download(&self) -> String {
        format!(
            "<p class=\"overview__table\"><a href=\"{}\" rel=\"external\" download>{}</a></p>",
            self.base.output(&Output::MembersTable),
            self.words.download
        )
    }

    fn knows_chain(&self) -> bool {
        self.members
            .iter()
            .any(|(_, member)| !member.chain_stage.is_empty())
    }

    fn knows_regions(&self) -> bool {
        self.members
            .iter()
            .any(|(_, member)| member.province.is_some())
    }
}

fn section(id: &str, heading: &str, content: &str) -> String {
    format!(
        "<section class=\"overview__part\" aria-labelledby=\"{id}\"><h2 id=\"{id}\">{heading}</h2>{content}</section>"
    )
}
