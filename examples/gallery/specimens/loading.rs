//! Placeholders while data are loading, and problems after failed loads.

use super::*;

/// Adds the specimens, in order.
pub(super) fn specimens(of: &mut Of<'_>) {
    of(
        "PageData",
        "A block that waits for its data.",
        &[("data missing", 620, || {
            view! { <PageData route=Signal::derive(|| Some(Route::Links)) views=VIEWS/> }
                .into_block()
        })],
    );
    of(
        "LoadProblem",
        "What a block says when its data cannot be had.",
        &[
            ("no connection", 620, || problem(LoadError::Network)),
            ("a broken host", 620, || problem(LoadError::Status(500))),
        ],
    );
    of(
        "NotFoundHelp",
        "Whom to tell of an address that leads nowhere.",
        &[("before anything was asked for", 120, || {
            view! { <NotFoundHelp/> }.into_block()
        })],
    );
}

fn problem(error: LoadError) -> AnyView {
    let error = ArcRwSignal::new(error);
    view! { <LoadProblem error=error retry=Callback::new(|()| ())/> }.into_block()
}

const VIEWS: PageViews = PageViews {
    page: |_, _| Err(LoadError::NotFound),
    not_found: || ().into_block(),
};
