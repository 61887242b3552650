//! Changes of a JSON value by pointers (RFC 6901).

use serde_json::{Map, Value};

/// Returns the pointer of a member of an object, or of an element of a list.
pub(super) fn join(pointer: &str, name: &str) -> String {
    format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"))
}

/// Returns the value at a pointer; `null` counts as missing.
pub(super) fn get<'a>(value: &'a Value, pointer: &str) -> Option<&'a Value> {
    value.pointer(pointer).filter(|value| !value.is_null())
}

/// Sets or removes the value at a pointer. Objects on the way are made when they are missing,
/// and removed when nothing is left in them.
pub(super) fn set(value: &mut Value, pointer: &str, new: Option<Value>) {
    let path: Vec<String> = pointer
        .split('/')
        .skip(1)
        .map(|part| part.replace("~1", "/").replace("~0", "~"))
        .collect();
    set_path(value, &path, new);
}

fn set_path(value: &mut Value, path: &[String], new: Option<Value>) {
    let Some((name, rest)) = path.split_first() else {
        *value = new.unwrap_or(Value::Null);
        return;
    };
    if let Value::Array(list) = value {
        let Ok(index) = name.parse::<usize>() else {
            return;
        };
        match (list.get_mut(index), rest.is_empty(), new) {
            (Some(_), true, None) => drop(list.remove(index)),
            (Some(element), _, new) => set_path(element, rest, new),
            (None, true, Some(new)) => list.push(new),
            (None, _, _) => {}
        }
        return;
    }
    if !value.is_object() {
        if new.is_none() {
            return;
        }
        *value = Value::Object(Map::new());
    }
    let Value::Object(object) = value else {
        return;
    };
    if rest.is_empty() {
        match new {
            Some(new) => drop(object.insert(name.clone(), new)),
            None => drop(object.remove(name)),
        }
        return;
    }
    if new.is_none() && !object.contains_key(name) {
        return;
    }
    let inner = object.entry(name.clone()).or_insert(Value::Null);
    set_path(inner, rest, new);
    if is_empty(inner) {
        object.remove(name);
    }
}

/// Returns `true` for what an optional field is removed for.
pub(super) fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(object) => object.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// Returns the text of a value as a control shows it.
pub(super) fn text(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(value @ (Value::Number(_) | Value::Bool(_))) => value.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn objects_on_the_way_are_made_and_removed() {
        let mut value = json!({"other": 1});
        set(&mut value, "/cover/src", Some(json!("a.jpg")));
        assert_eq!(value, json!({"other": 1, "cover": {"src": "a.jpg"}}));
        set(&mut value, "/cover/src", None);
        assert_eq!(value, json!({"other": 1}));
        set(&mut value, "/none/at/all", None);
        assert_eq!(value, json!({"other": 1}));
    }

    #[test]
    fn elements_of_a_list_stay_when_they_are_empty() {
        let mut value = json!({"links": [{"url": "a"}, {"url": "b"}]});
        set(&mut value, "/links/0/url", None);
        assert_eq!(value, json!({"links": [{}, {"url": "b"}]}));
        set(&mut value, "/links/1/url", Some(json!("c")));
        assert_eq!(value, json!({"links": [{}, {"url": "c"}]}));
    }

    #[test]
    fn names_are_escaped() {
        let mut value = json!({});
        set(&mut value, &join("", "a/b~c"), Some(json!(1)));
        assert_eq!(value, json!({"a/b~c": 1}));
        assert_eq!(get(&value, &join("", "a/b~c")), Some(&json!(1)));
    }
}
