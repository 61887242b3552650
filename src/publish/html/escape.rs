//! Escaping of text as HTML.

use crate::publish::markdown::script::is_forbidden_in_html;

/// Escapes text for both content and quoted attribute values.
pub(crate) use html_escape::encode_double_quoted_attribute as escape;

/// Appends ` name="value"`.
pub(crate) fn push_attribute(html: &mut String, name: &str, value: &str) {
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    push_escaped(html, value);
    html.push('"');
}

/// Appends text, escaped and without the characters that HTML forbids.
pub(crate) fn push_escaped(html: &mut String, text: &str) {
    html.extend(escape(text).chars().filter(|c| !is_forbidden_in_html(*c)));
}
