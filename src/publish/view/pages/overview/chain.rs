//! Members along the industrial chain.

use super::Overview;
use crate::content::items::member::Member;
use crate::content::values::id::ItemId;
use crate::publish::html::escape::escape;
use crate::route::{Facet, Route};
use crate::wire::ChainStage;

/// Maximum number of members of a stage that are named; a link leads to the others.
const NAMED: usize = 10;

impl Overview<'_> {
    /// Returns the stages of the chain in order, and the supporting ones.
    pub(crate) fn chain(&self) -> String {
        let stages = |supports: bool, level: u8| -> String {
            ChainStage::ALL
                .into_iter()
                .filter(|stage| stage.is_support() == supports)
                .map(|stage| self.stage(stage, level))
                .collect()
        };
        let words = self.words;
        let links = stages(false, 3);
        let supports = stages(true, 4);
        let supports = if supports.is_empty() {
            supports
        } else {
            format!(
                "<h3 class=\"chain__supports\">{}</h3><ul class=\"chain\">{supports}</ul>",
                words.chain_supports
            )
        };
        format!(
            "<p class=\"overview__about\">{}</p><ol class=\"chain chain--flow\">{links}</ol>{supports}",
            words.chain_about
        )
    }

    /// Returns a stage with its members, those of the highest rank in the alliance first.
    ///
    /// A stage of the chain without members is kept; a supporting one is left out.
    fn stage(&self, stage: ChainStage, level: u8) -> String {
        let members = in_stage(self.members, stage);
        if members.is_empty() && stage.is_support() {
            return String::new();
        }
        let name = self.text.chain_stage(stage);
        let count = (self.words.members)(members.len());
        let href = self.base.members_by(Facet::Stage, stage.slug());
        let name = if members.is_empty() {
            name.to_owned()
        } else {
            format!("<a href=\"{href}\">{name}</a>")
        };
        let named = if members.len() > NAMED + 1 {
            NAMED
        } else {
            members.len()
        };
        let mut names: String = members
            .iter()
            .take(named)
            .map(|(id, member)| {
                let name = match &member.short_name {
                    Some(short) if !self.names.is_english() => short.to_string(),
                    _ => self.names.of_member(member).first,
                };
                let href = self.base.href(&Route::Member(id.to_string()));
                format!("<li><a href=\"{href}\">{}</a></li>", escape(&name))
            })
            .collect();
        if members.len() > named {
            let more = (self.words.more_members)(members.len() - named);
            names.push_str(&format!(
                "<li><a class=\"stage__more\" href=\"{href}\">{more}</a></li>"
            ));
        }
        if !names.is_empty() {
            names = format!("<ul class=\"stage__members\">{names}</ul>");
        }
        format!(
            "<li class=\"stage\"><h{level} class=\"stage__name\">{name} <span class=\"stage__count\">{count}</span></h{level}>{names}</li>"
        )
    }
}

fn in_stage<'a>(
    members: &'a [(&'a ItemId, &'a Member)],
    stage: ChainStage,
) -> Vec<&'a (&'a ItemId, &'a Member)> {
    let mut found: Vec<_> = members
        .iter()
        .filter(|(_, member)| {
            let mut stages = member.chain_stage.iter();
            stages.any(|of_member| stage == (*of_member).into())
        })
        .collect();
    found.sort_by_key(|(_, member)| (member.role.is_none(), member.role));
    found
}
