//! JSON pointers of positions in a text (RFC 6901).

use super::spans::STRICT;
use super::syntax::too_deep;
use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged as _;
use jsonc_parser::{CollectOptions, parse_to_ast};

const BYTE_ORDER_MARK: char = '\u{feff}';

/// Returns the pointer of the innermost value with a byte offset; empty for the whole text, and if
/// the text is not JSON.
pub(crate) fn pointer_at(text: &str, offset: usize) -> String {
    let json = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let offset = offset.saturating_sub(text.len() - json.len());
    if too_deep(json).is_some() {
        return String::new();
    }
    let parsed = parse_to_ast(json, &CollectOptions::default(), &STRICT);
    let Some(root) = parsed.ok().and_then(|parsed| parsed.value) else {
        return String::new();
    };
    let mut pointer = String::new();
    let mut value = &root;
    loop {
        let inner = match value {
            Value::Object(object) => {
                let mut properties = object.properties.iter();
                let found = properties.find(|one| one.start() <= offset && offset < one.end());
                found.map(|found| (escaped(found.name.as_str()), &found.value))
            }
            Value::Array(array) => {
                let mut elements = array.elements.iter().enumerate();
                let found = elements.find(|(_, one)| one.start() <= offset && offset < one.end());
                found.map(|(index, found)| (index.to_string(), found))
            }
            _ => None,
        };
        let Some((step, next)) = inner else {
            return pointer;
        };
        pointer.push('/');
        pointer.push_str(&step);
        value = next;
    }
}

/// Returns a name as a step of a pointer.
pub(crate) fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_have_pointers() {
        let text = "\u{feff}{\"标题\": \"x\", \"links\": [{\"a/b\": 1}, 2]}";
        for (found, expected) in [
            ("标题", "/标题"),
            ("x", "/标题"),
            ("a/b", "/links/0/a~1b"),
            ("1}", "/links/0/a~1b"),
            ("2]", "/links/1"),
            ("[{", "/links"),
            ("{\"标", ""),
        ] {
            let at = text.find(found).unwrap_or_default();
            assert_eq!(pointer_at(text, at), expected, "{found}");
        }
        assert_eq!(pointer_at("{", 0), "");
    }
}
