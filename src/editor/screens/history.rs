//! Screen.

use super::main;
use leptos::prelude::*;

/// Shows the screen.
pub(super) fn screen(_kind: crate::wire::edit::ItemKind, _id: String) -> AnyView {
    main("history", "", ())
}
