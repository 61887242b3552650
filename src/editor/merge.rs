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
