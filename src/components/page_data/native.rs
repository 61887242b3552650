//! A page during prerender.

use super::{PageViews, problem};
use crate::load::load;
use crate::route::{DataFile, Route};
use leptos::prelude::*;

pub(super) fn view(route: Signal<Option<Route>>, views: PageViews) -> AnyView {
    match route.get_untracked() {
        None => (views.not_found)(),
        Some(route) => {
            let page = load(&DataFile::of(&route)).and_then(|json| (views.page)(&route, &json));
            let retry = Callback::new(|()| ());
            page.unwrap_or_else(|error| problem(ArcRwSignal::new(error), retry))
        }
    }
}
