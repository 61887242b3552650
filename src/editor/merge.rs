//! Merging of two changes of one value, field by field.

use super::pointer::join;
use serde_json::{Map, Value};

/// A field that was changed on both sides.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Clash {
    /// Pointer of the field.
    pub(super) pointer: String,
    /// Value here; `None` if it was removed.
    pub(super) mine: Option<Value>,
    /// Value there; `None` if it was removed.
    pub(super) theirs: Option<Value>,
}

/// Merges two values that began from the same one. What was changed on both sides keeps the
/// value from here and is told. Without the common value, every difference is told.
pub(super) fn merge(base: Option<&Value>, mine: &Value, theirs: &Value) -> (Value, Vec<Clash>) {
    let mut clashes = Vec::new();
    let merged = merge_at("", base, Some(mine), Some(theirs), &mut clashes);
    (merged.unwrap_or(Value::Null), clashes)
}

fn merge_at(
    pointer: &str,
    base: Option<&Value>,
    mine: Option<&Value>,
    theirs: Option<&Value>,
    clashes: &mut Vec<Clash>,
) -> Option<Value> {
    if mine == theirs || theirs == base {
        return mine.cloned();
    }
    if mine == base && base.is_some() {
        return theirs.cloned();
    }
    if let (Some(Value::Object(mine)), Some(Value::Object(theirs))) = (mine, theirs) {
        let base = base.and_then(Value::as_object);
        let mut merged = Map::new();
        let mut names: Vec<&String> = mine.keys().collect();
        names.extend(theirs.keys().filter(|name| !mine.contains_key(*name)));
        for name in names {
            let before = base.and_then(|base| base.get(name));
            let pointer = join(pointer, name);
            let value = match (base, mine.get(name), theirs.get(name)) {
                // Added on one side only.
                (Some(_), None, Some(theirs)) if before.is_none() => Some(theirs.clone()),
                (_, mine, theirs) => merge_at(&pointer, before, mine, theirs, clashes),
            };
            if let Some(value) = value {
                merged.insert(name.clone(), value);
            }
        }
        return Some(Value::Object(merged));
    }
    clashes.push(Clash {
        pointer: pointer.to_owned(),
        mine: mine.cloned(),
        theirs: theirs.cloned(),
    });
    mine.cloned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_one_side_changed_is_taken_from_it() {
        let base = json!({"a": 1, "b": 1, "gone": 1, "s": {"x": 1, "y": 1}});
        let mine = json!({"a": 2, "b": 1, "s": {"x": 2, "y": 1}, "new": [1]});
        let theirs = json!({"a": 1, "b": 3, "gone": 1, "s": {"x": 1, "y": 3}, "other": 4});
        let (merged, clashes) = merge(Some(&base), &mine, &theirs);
        let both = json!({"a": 2, "b": 3, "s": {"x": 2, "y": 3}, "new": [1], "other": 4});
        assert_eq!(merged, both);
        assert!(clashes.is_empty(), "{clashes:?}");
    }

    #[test]
    fn what_both_sides_changed_is_asked() {
        let base = json!({"a": 1, "s": {"x": 1}});
        let mine = json!({"a": 2, "s": {}});
        let theirs = json!({"a": 3, "s": {"x": 2}});
        let (merged, clashes) = merge(Some(&base), &mine, &theirs);
        assert_eq!(merged, mine);
        let pointers: Vec<&str> = clashes.iter().map(|clash| clash.pointer.as_str()).collect();
        assert_eq!(pointers, ["/a", "/s/x"]);
    }

    #[test]
    fn without_the_common_value_every_difference_is_asked() {
        let mine = json!({"a": 2, "b": 1});
        let theirs = json!({"a": 3, "b": 1, "c": 1});
        let (_, clashes) = merge(None, &mine, &theirs);
        assert_eq!(clashes.len(), 2, "{clashes:?}");
    }
}
