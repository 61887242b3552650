//! Data of the directory and of each member.

use super::overview::Overview;
use crate::content::items::member::Member;
use crate::content::items::reference::Collection;
use crate::content::values::province::Province;
use crate::publish::view::SiteView;
use crate::publish::view::catalog::Key;
use crate::publish::view::convert::{date, phones, text, texts};
use crate::route::Route;
use crate::search;
use crate::search::Normalizer;
use crate::wire;
use std::collections::BTreeSet;

/// Maximum number of articles about a member on its page.
const MENTIONS: usize = 20;

impl SiteView<'_> {
    pub(crate) fn members(&self) -> wire::Members {
        let provinces: BTreeSet<Province> = self
            .catalog
            .members
            .iter()
            .filter_map(|(_, member)| member.province)
            .collect();
        let overview = Overview::new(self);
        let rows: Vec<wire::MemberRow> = self
            .catalog
            .members
            .iter()
            .map(|(id, member)| self.member_row(id.as_str(), member))
            .collect();
        let keys = rows.iter().map(|row| row.keys.as_str());
        wire::Members {
            variants: Normalizer::shared().variants(keys),
            parts: wire::Prose::new(overview.parts()),
            overview: wire::Prose::new(overview.html()),
            provinces: provinces
                .into_iter()
                .map(|province| self.names().province(province))
                .collect(),
            rows,
        }
    }

    pub(crate) fn member(&self, id: &str) -> Option<wire::Member> {
        let member = self.find_member(id)?;
        let contact = member.contact.as_ref();
        Some(wire::Member {
            row: self.member_row(id, member),
            document_title: self.document_title(&Route::Member(id.to_owned())),
            short_name: text(member.short_name.as_ref()),
            name_en: text(member.name_en.as_ref()).filter(|_| !self.names().is_english()),
            former_names: texts(&member.former_names),
            joined: member.joined.map(date),
            left: member.left.map(date),
            successor: member
                .successor
                .as_ref()
                .and_then(|id| self.member_called(id)),
            website: text(member.website.as_ref()),
            products: texts(&member.products),
            intro: text(member.intro.as_ref()),
            body: self.prose(Collection::Members, id),
            department: contact.and_then(|contact| text(contact.dept.as_ref())),
            phones: phones(contact.and_then(|contact| contact.phone.as_ref())),
            email: contact.and_then(|contact| text(contact.email.as_ref())),
            mentions: self
                .catalog
                .mentions(Key::Member(id), MENTIONS)
                .into_iter()
                .map(|item| self.entry(item))
                .collect(),
        })
    }

    fn member_row(&self, id: &str, member: &Member) -> wire::MemberRow {
        let names = self.names().of_member(member);
        let monogram = match &names.other {
            Some(_) if self.names().is_english() => names.first.chars().take(1).collect(),
            _ => monogram(member),
        };
        let province = member
            .province
            .map(|province| self.names().province(province));
        wire::MemberRow {
            keys: search_keys(Normalizer::shared(), member, province.as_deref()),
            id: id.to_owned(),
            name: names.first,
            name_other: names.other.filter(|_| self.names().is_english()),
            kind: member.kind.into(),
            role: member.role.map(Into::into),
            province,
            city: text(member.city_in_province()),
            chain_stage: member
                .chain_stage
                .iter()
                .map(|stage| (*stage).into())
                .collect(),
            logo: member
                .logo
                .as_ref()
                .map(|logo| self.picture(logo, String::new())),
            monogram,
            status: member.status.into(),
        }
    }
}

/// Returns the normalised text that the directory's filter searches for a member: its names,
/// their pinyin, and the other contents of its card.
fn search_keys(normalizer: &Normalizer, member: &Member, province: Option<&str>) -> String {
    let name = member.name.to_string();
    let mut keys: Vec<String> = member.sort_key.iter().map(ToString::to_string).collect();
    keys.extend(search::spellings(&name));
    keys.push(name);
    keys.extend(text(member.short_name.as_ref()));
    keys.extend(texts(&member.former_names));
    keys.extend(text(member.name_en.as_ref()));
    keys.extend(province.map(str::to_owned));
    keys.extend(text(member.city.as_ref()));
    normalizer.normalize(&keys.join(" ")).into_iter().collect()
}

/// Returns the first character of a name that does not belong to a place name, as most names
/// begin with one: 恒 for `江苏恒力`.
fn monogram(member: &Member) -> String {
    let name = match &member.short_name {
        Some(short) => short.to_string(),
        None => member.name.to_string(),
    };
    let mut rest = name.as_str();
    let city = text(member.city.as_ref()).unwrap_or_default();
    let provinces = Province::ALL
        .iter()
        .flat_map(|province| [province.name(), province.short_name()]);
    for place in ["中国"].into_iter().chain(provinces).chain([city.as_str()]) {
        if let Some(after) = rest.strip_prefix(place)
            && !place.is_empty()
        {
            rest = after.trim_start_matches(['省', '市']);
        }
    }
    // A county or a city other than the member's own: 张家港市….
    if let Some(at) = rest.find(['市', '县'])
        && rest[..at].chars().count() <= 3
    {
        rest = rest[at..].trim_start_matches(['市', '县']);
    }
    let letter = rest.chars().next().or_else(|| name.chars().next());
    letter.map(String::from).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(json: &str) -> Member {
        serde_json::from_str(json).expect("a member")
    }

    #[test]
    fn a_monogram_passes_over_the_place() {
        for (name, expected) in [
            ("江苏恒力化纤有限公司", "恒"),
            ("张家港市龙杰特种化纤公司", "龙"),
            ("四川省纺织科学研究院", "纺"),
            ("中国石化扬子石油化工有限公司", "石"),
            ("东华大学", "东"),
            ("中国", "中"),
        ] {
            let member = member(&format!(r#"{{"name":"{name}","kind":"enterprise"}}"#));
            assert_eq!(monogram(&member), expected, "{name}");
        }
    }

    #[test]
    fn a_member_is_found_by_what_its_card_shows_and_by_pinyin() {
        let member = member(
            r#"{"name":"江苏恆力ABC","kind":"enterprise","former_names":["吴江化纤"],"city":"苏州"}"#,
        );
        assert_eq!(
            search_keys(Normalizer::shared(), &member, Some("江苏")),
            "jiangsuhengliabc jshlabc 江苏恒力abc 吴江化纤 江苏 苏州"
        );
    }
}
