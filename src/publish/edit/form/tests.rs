use super::*;

fn today() -> Date {
    Date::new(2026, 1, 31).expect("a day")
}

/// Compares the properties of a schema with the rows of a table, and those of the objects in it.
fn check(place: &str, schema: &Value, rows: &[Row]) {
    let properties = schema.get("properties").and_then(Value::as_object);
    let mut expected: Vec<&str> = properties
        .into_iter()
        .flat_map(|properties| properties.keys())
        .map(String::as_str)
        .collect();
    let mut found: Vec<&str> = rows.iter().map(|row| row.name).collect();
    expected.sort_unstable();
    found.sort_unstable();
    assert_eq!(found, expected, "{place}");
    for row in rows {
        let property = property(schema, row.name);
        let items = property.get("items").unwrap_or(property);
        // A state has a control of its own.
        if !matches!(row.hint, Hint::Status) {
            check(&format!("{place}/{}", row.name), items, row.inside);
        }
    }
}

#[test]
fn every_property_stands_in_its_table_once() {
    for kind in ItemKind::ALL {
        let schema = SCHEMAS.get(kinds::schema(kind)).expect("a schema");
        check(kind.slug(), schema, layout(kind));
    }
}

#[test]
fn shown_fields_have_titles_and_explanations() {
    fn each(fields: &[Field]) {
        for field in fields {
            assert!(!field.label.is_empty(), "{}", field.name);
            let has_help = !field.help.is_empty();
            assert_eq!(has_help, !is_picked(&field.widget), "{}", field.name);
            match &field.widget {
                Widget::Section { fields } | Widget::List { fields, .. } => each(fields),
                Widget::Choice { options } => assert!(!options.is_empty(), "{}", field.name),
                _ => {}
            }
        }
    }
    for kind in ItemKind::ALL {
        each(&form(kind, None, today()).fields);
    }
}

#[test]
fn what_must_be_written_is_in_the_first_group() {
    for kind in ItemKind::ALL {
        for field in form(kind, None, today()).fields {
            let is_first = field.group == Group::Required;
            assert_eq!(
                field.is_required,
                is_first,
                "{} {}",
                kind.slug(),
                field.name
            );
        }
    }
}
