//! Objects in the value.

use super::{Control, fields_at};
use crate::wire::edit::Field;
use leptos::prelude::*;

/// Shows the fields of an object, which is removed from the value when all of them are empty.
pub(super) fn section(control: Control, mut fields: Vec<Field>) -> AnyView {
    let control = control.of_itself();
    if !control.field.is_required {
        // What the object must have is asked for once there is an object.
        for field in &mut fields {
            field.is_required = false;
        }
    }
    let inner = fields_at(control.doc, &control.pointer, fields);
    control.group("section", view! { <div class="section">{inner}</div> })
}
