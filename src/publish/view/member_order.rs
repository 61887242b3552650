//! Order of the directory.

use super::localized_names::Namer;
use crate::content::Content;
use crate::content::items::member::Member;
use crate::content::values::id::ItemId;
use crate::search;

/// Returns the members that the directory shows, by the pinyin of their names, or by their
/// English names on an English portal.
pub(crate) fn members_in_order(content: &Content) -> Vec<(&ItemId, &Member)> {
    let mut members: Vec<_> = content
        .members
        .iter()
        .filter(|(_, member)| member.visibility().is_listed())
        .collect();
    let english = Namer(&content.site).is_english();
    members.sort_by_cached_key(|(id, member)| {
        let key = match &member.name_en {
            Some(name) if english => name.to_string().to_lowercase(),
            _ => sort_key(member),
        };
        (key, id.as_str())
    });
    members
}

fn sort_key(member: &Member) -> String {
    match &member.sort_key {
        Some(key) => key.to_string(),
        None => search::sort_key(member.name.as_ref()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(json: &str) -> Member {
        serde_json::from_str(json).expect("a member")
    }

    #[test]
    fn names_are_in_the_order_of_their_right_readings() {
        for (name, expected) in [
            ("重庆示例公司", "chongqingshiligongsi"),
            ("长沙示例公司", "changshashiligongsi"),
            ("厦门示例公司", "xiamenshiligongsi"),
        ] {
            let member = member(&format!(r#"{{"name":"{name}","kind":"enterprise"}}"#));
            assert_eq!(sort_key(&member), expected, "{name}");
        }
        let json = r#"{"name":"单记公司","kind":"enterprise","sort_key":"shanjigongsi"}"#;
        assert_eq!(sort_key(&member(json)), "shanjigongsi");
    }
}
