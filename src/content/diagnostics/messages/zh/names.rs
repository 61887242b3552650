//! Suggestions, and names of types of values and of collections, in Chinese.

use crate::content::diagnostics::kind::JsonType;
use crate::content::items::reference::Collection;

pub(crate) fn suggestion(nearest: Option<&str>, otherwise: &str) -> String {
    match nearest {
        Some(nearest) => format!("是不是想写 `{nearest}`？"),
        None => otherwise.to_owned(),
    }
}

pub(crate) fn type_name(json_type: JsonType) -> &'static str {
    match json_type {
        JsonType::Object => "对象",
        JsonType::Array => "列表",
        JsonType::String => "文字",
        JsonType::Integer => "整数",
        JsonType::Number => "小数",
        JsonType::Boolean => "真假值",
        JsonType::Null => "空值 null",
    }
}

pub(crate) fn type_form(json_type: JsonType) -> &'static str {
    match json_type {
        JsonType::Object => "{ \"…\": … }",
        JsonType::Array => "[ … ]",
        JsonType::String => "\"……\"",
        JsonType::Integer => "123",
        JsonType::Number => "1.5",
        JsonType::Boolean => "true 或 false",
        JsonType::Null => "null",
    }
}

pub(crate) fn collection_name(collection: Collection) -> &'static str {
    match collection {
        Collection::Articles => "文章",
        Collection::Members => "成员",
        Collection::Bulletins => "简报",
        Collection::Events => "活动",
        Collection::Links => "友情链接",
        Collection::Pages => "页面",
    }
}
