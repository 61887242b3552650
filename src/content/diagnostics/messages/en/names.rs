//! Suggestions, and names of types of values and of collections, in English.

use crate::content::diagnostics::kind::JsonType;
use crate::content::items::reference::Collection;

pub(crate) fn suggestion(nearest: Option<&str>, otherwise: &str) -> String {
    match nearest {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None => otherwise.to_owned(),
    }
}

pub(crate) fn type_name(json_type: JsonType) -> &'static str {
    match json_type {
        JsonType::Object => "an object",
        JsonType::Array => "a list",
        JsonType::String => "a text",
        JsonType::Integer => "an integer",
        JsonType::Number => "a fraction",
        JsonType::Boolean => "true or false",
        JsonType::Null => "null",
    }
}

pub(crate) fn type_form(json_type: JsonType) -> &'static str {
    match json_type {
        JsonType::Object => "{ \"…\": … }",
        JsonType::Array => "[ … ]",
        JsonType::String => "\"…\"",
        JsonType::Integer => "123",
        JsonType::Number => "1.5",
        JsonType::Boolean => "true or false",
        JsonType::Null => "null",
    }
}

pub(crate) fn collection_name(collection: Collection) -> &'static str {
    match collection {
        Collection::Articles => "article",
        Collection::Members => "member",
        Collection::Bulletins => "bulletin",
        Collection::Events => "event",
        Collection::Links => "group of links",
        Collection::Pages => "page",
    }
}
