//! Screen.

use super::main;
use leptos::prelude::*;

/// Shows the screen.
pub(super) fn screen() -> AnyView {
    main("publish", "", ())
}
