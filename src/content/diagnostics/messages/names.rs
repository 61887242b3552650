//! Names of types, collections and issues, and sentences made of them.

use super::Text;
use crate::content::diagnostics::kind::JsonType;
use crate::content::diagnostics::problem::Language;
use crate::content::items::reference::Collection;
use crate::route::{IssueId, IssueSeries};

impl JsonType {
    /// Returns the name of the type.
    pub(crate) fn name(self, language: Language) -> &'static str {
        let (zh, en) = match self {
            JsonType::Object => ("对象", "an object"),
            JsonType::Array => ("列表", "a list"),
            JsonType::String => ("文字", "a text"),
            JsonType::Integer => ("整数", "an integer"),
            JsonType::Number => ("小数", "a fraction"),
            JsonType::Boolean => ("真假值", "true or false"),
            JsonType::Null => ("空值 null", "null"),
        };
        language.pick(zh, en)
    }

    /// Returns how values of the type are written.
    pub(crate) fn form(self, language: Language) -> &'static str {
        match self {
            JsonType::Object => "{ \"…\": … }",
            JsonType::Array => "[ … ]",
            JsonType::String => language.pick("\"……\"", "\"…\""),
            JsonType::Integer => "123",
            JsonType::Number => "1.5",
            JsonType::Boolean => language.pick("true 或 false", "true or false"),
            JsonType::Null => "null",
        }
    }
}

/// Returns what is said of each of some types, separated by `or`.
pub(crate) fn any_of(
    types: &[JsonType],
    or: &str,
    told: fn(JsonType, Language) -> &'static str,
    language: Language,
) -> String {
    let told: Vec<&str> = types.iter().map(|&one| told(one, language)).collect();
    told.join(or)
}

impl Collection {
    /// Returns the name of one item of the collection.
    pub(crate) fn name(self, language: Language) -> &'static str {
        let (zh, en) = match self {
            Collection::Articles => ("文章", "article"),
            Collection::Members => ("成员", "member"),
            Collection::Bulletins => ("简报", "bulletin"),
            Collection::Events => ("活动", "event"),
            Collection::Links => ("友情链接", "group of links"),
            Collection::Pages => ("页面", "page"),
        };
        language.pick(zh, en)
    }
}

/// Returns the name of an issue in Chinese.
pub(crate) fn issue_name(issue: IssueId) -> String {
    let number = issue.number();
    match issue.series() {
        IssueSeries::Running => format!("第 {number} 期"),
        IssueSeries::Year(year) => format!(" {year} 年第 {number} 期"),
        IssueSeries::SupplementTo(of) => format!("第 {of} 期增刊 {number}"),
        IssueSeries::SupplementOf(year) => format!(" {year} 年增刊 {number}"),
    }
}

/// Returns the texts of missing issues of the bulletin.
pub(crate) fn gap(year: Option<u16>, first: u32, last: u32, language: Language) -> Text {
    let of_year = |year| language.pick(format!(" {year} 年"), format!(" of {year}"));
    let year = year.map_or_else(String::new, of_year);
    let message = match language {
        Language::Chinese if first == last => format!("前面缺{year}第 {first} 期简报"),
        Language::Chinese => format!("前面缺{year}第 {first} 到第 {last} 期简报"),
        Language::English if first == last => {
            format!("issue {first}{year} is missing before this one")
        }
        Language::English => format!("issues {first} to {last}{year} are missing before this one"),
    };
    let help = language.pick(
        "找到的话补上；找不到就不用管",
        "add them if they can be found; else nothing is to be done",
    );
    // They may belong to a double issue before them if there are three at most, and if there is
    // a number before them in the same series.
    if first <= 1 || 3 <= last - first {
        return Text::new(message, help);
    }
    let double = language.pick(
        format!("；上一期如果是合刊，在它的文件里写 \"last_number\": {last}"),
        format!("; if the issue before is a double one, write \"last_number\": {last} in its file"),
    );
    Text::new(message, format!("{help}{double}"))
}
