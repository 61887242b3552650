use super::*;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::json;

fn order() -> FieldOrder {
    let plain = |name: &str| (name.to_owned(), FieldOrder::default());
    FieldOrder(vec![
        plain("$schema"),
        plain("title"),
        plain("section"),
        (
            "source".to_owned(),
            FieldOrder(vec![plain("name"), plain("url")]),
        ),
        plain("body"),
        plain("tags"),
    ])
}

#[track_caller]
fn check(text: &str, meant: Value, expected: &str) {
    let patched = patch(text, &meant, &order()).expect("the text is JSON");
    assert_eq!(patched, expected);
}

#[test]
fn a_field_changes_its_line_only() {
    let text = "{\n  \"title\" : \"一\",\n\n  \"extra\": [1,2 ,3],\n  \"body\": \"\\u4e00\"\n}\n";
    check(
        text,
        json!({"title": "二", "extra": [1, 2, 3], "body": "一"}),
        &text.replace("\"一\"", "\"二\""),
    );
}

#[test]
fn a_new_field_stands_where_the_form_puts_it() {
    check(
        "{\n\t\"title\": \"a\",\n\t\"tags\": []\n}",
        json!({"title": "a", "tags": [], "source": {"url": "u", "name": "n"}, "zz": 1}),
        "{\n\t\"title\": \"a\",\n\t\"source\": {\n\t\t\"name\": \"n\",\n\t\t\"url\": \"u\"\n\t},\n\t\"tags\": [],\n\t\"zz\": 1\n}",
    );
    check(
        "{ \"title\": \"a\", \"body\": \"b\" }",
        json!({"title": "a", "body": "b", "section": "s"}),
        "{ \"title\": \"a\", \"section\": \"s\", \"body\": \"b\" }",
    );
    check(
        "{}\n",
        json!({"body": "b", "title": "a"}),
        "{\n  \"title\": \"a\",\n  \"body\": \"b\"\n}\n",
    );
}

#[test]
fn a_field_is_removed_with_its_comma() {
    let text = "{\r\n  \"title\": \"a\",\r\n  \"section\": \"s\",\r\n  \"body\": \"b\"\r\n}\r\n";
    for (meant, expected) in [
        (
            json!({"section": "s", "body": "b"}),
            "{\r\n  \"section\": \"s\",\r\n  \"body\": \"b\"\r\n}\r\n",
        ),
        (
            json!({"title": "a", "body": "b"}),
            "{\r\n  \"title\": \"a\",\r\n  \"body\": \"b\"\r\n}\r\n",
        ),
        (
            json!({"title": "a", "section": "s"}),
            "{\r\n  \"title\": \"a\",\r\n  \"section\": \"s\"\r\n}\r\n",
        ),
        (json!({}), "{}\r\n"),
    ] {
        check(text, meant, expected);
    }
}

#[test]
fn a_body_keeps_its_form() {
    let list = "{\n  \"body\": [\n    \"\\u4e00\",\n    \"x\\n\\ny\",\n    \"三\"\n  ]\n}";
    check(list, json!({"body": "一\n\nx\n\ny\n\n三"}), list);
    check(
        list,
        json!({"body": "零\n\n一\n\nx\n\ny\n\n三\n\n四"}),
        "{\n  \"body\": [\n    \"零\",\n    \"\\u4e00\",\n    \"x\\n\\ny\",\n    \"三\",\n    \"四\"\n  ]\n}",
    );
    check(
        list,
        json!({"body": "一\n\nx\n\ny\n\n3"}),
        &list.replace('三', "3"),
    );
    let text = "{ \"body\": \"a\\n\\nb\" }";
    check(text, json!({"body": ["a", "b"]}), text);
}

#[test]
fn elements_of_a_list_stay_when_others_come_and_go() {
    let text = "{\n  \"links\": [\n    { \"a\":1 },\n    { \"a\": 2 },\n    {\"a\" : 3}\n  ]\n}";
    check(
        text,
        json!({"links": [{"a": 1}, {"a": 3}, {"a": 4}]}),
        "{\n  \"links\": [\n    { \"a\":1 },\n    {\"a\" : 3},\n    { \"a\": 4 }\n  ]\n}",
    );
}

#[test]
fn lists_on_one_line_stay_on_one_line() {
    let text = "{\n  \"groups\": [\n    [\"a\", \"b\"],\n    [\"c\"]\n  ]\n}";
    check(
        text,
        json!({"groups": [["a", "b", "z"], ["c"], ["d", "e"]]}),
        "{\n  \"groups\": [\n    [\"a\", \"b\", \"z\"],\n    [\"c\"],\n    [\"d\", \"e\"]\n  ]\n}",
    );
}

#[test]
fn a_byte_order_mark_stays() {
    check(
        "\u{feff}{\"title\": 1}",
        json!({"title": 2}),
        "\u{feff}{\"title\": 2}",
    );
}

#[test]
fn what_is_not_json_is_not_changed() {
    for text in ["", "{", "{\"a\": 1,}", "// a\n{}", &"[".repeat(100)] {
        let patched = patch(text, &json!({}), &order());
        assert_eq!(patched, Err(PatchError::NotJson), "{text}");
    }
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        "[a-c\"\\\\\n一二😀]{0,4}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            fields(inner).prop_map(Value::Object),
        ]
    })
}

fn fields(inner: impl Strategy<Value = Value>) -> impl Strategy<Value = Map<String, Value>> {
    let name = prop_oneof![
        Just("title".to_owned()),
        Just("body".to_owned()),
        Just("source".to_owned()),
        "[a-c]{1,2}"
    ];
    btree_map(name, inner, 0..5).prop_map(|fields| fields.into_iter().collect())
}

/// Writes a value in one of several styles.
fn written(value: &Value, style: usize) -> String {
    match style {
        0 => value.to_string(),
        1 => serde_json::to_string_pretty(value).expect("a value"),
        2 => {
            let text = serde_json::to_string_pretty(value).expect("a value");
            text.replace("\n", "\r\n")
        }
        _ => new_text(value, &order()),
    }
}

proptest! {
    #[test]
    fn the_patched_text_says_what_was_meant(
        old in fields(value()),
        new in fields(value()),
        style in 0_usize..4,
    ) {
        let (old, new) = (Value::Object(old), Value::Object(new));
        let text = written(&old, style);
        let patched = patch(&text, &new, &order()).expect("the text is JSON");
        let said: Value = serde_json::from_str(&patched).expect("the result is JSON");
        prop_assert!(same(&said, &in_form_of(&old, &new)), "{patched}");
        // Saving it again changes nothing.
        prop_assert_eq!(patch(&patched, &new, &order()), Ok(patched.clone()));
    }

    #[test]
    fn what_says_the_same_stays(old in fields(value()), style in 0_usize..4) {
        let old = Value::Object(old);
        let text = written(&old, style);
        prop_assert_eq!(patch(&text, &old, &order()), Ok(text.clone()));
    }

    #[test]
    fn what_is_added_and_removed_again_leaves_no_trace(
        old in fields(value()),
        name in "[x-z]{1,2}",
        new in value(),
        style in 1_usize..4,
    ) {
        let before = Value::Object(old.clone());
        let mut more = old;
        more.insert(name, new);
        let text = written(&before, style);
        let patched = patch(&text, &Value::Object(more), &order()).expect("the text is JSON");
        if before != json!({}) {
            prop_assert_eq!(patch(&patched, &before, &order()), Ok(text.clone()));
        }
    }
}
