//! Frame around every page, and its search field.

use super::*;

/// Adds the specimens, in order.
pub(super) fn specimens(of: &mut Of<'_>) {
    of(
        "SiteHeader",
        "The head of every page: skip link, notice, name, menu.",
        &[("ordinary", 260, || view! { <SiteHeader/> }.into_block())],
    );
    of(
        "SiteBanner",
        "A notice above the name, until a day.",
        &[("with a link", 120, || view! { <SiteBanner/> }.into_block())],
    );
    of(
        "ReadingTools",
        "The switch to the edition for older readers, and the panel of choices.",
        &[("closed", 110, || view! { <ReadingTools/> }.into_block())],
    );
    of(
        "Navigation",
        "The main menu: a row with drop-downs, or a sheet on phones.",
        &[("ordinary", 200, || {
            view! { <header class="site-header"><Navigation/></header> }.into_block()
        })],
    );
    of(
        "SiteSearch",
        "The search in the head of every page, a button on phones.",
        &[("closed", 80, || {
            view! { <header class="site-header"><SiteSearch/></header> }.into_block()
        })],
    );
    of(
        "SearchWithin",
        "The way from a list to the search in it.",
        &[("ordinary", 80, || {
            let (place, value) = (SearchQuery::TYPE, "bulletin".to_owned());
            view! { <SearchWithin place=place value=value name="联盟简报".to_owned()/> }
                .into_block()
        })],
    );
    of(
        "SiteFooter",
        "How to reach the alliance, rooms, filing numbers.",
        &[("ordinary", 420, || view! { <SiteFooter/> }.into_block())],
    );
    of(
        "Heading",
        "The one first heading of a page, from which its title follows.",
        &[
            ("short", 140, || {
                view! { <Heading title="联盟成员"/> }.into_block()
            }),
            ("long", 240, || view! { <Heading title=LONG/> }.into_block()),
        ],
    );
    of(
        "Breadcrumbs",
        "The way from the home page.",
        &[("two steps", 110, || {
            let steps = vec![
                Crumb::new("联盟动态", Route::section("alliance")),
                Crumb::new("第3页", Route::section("alliance")),
            ];
            view! { <Breadcrumbs steps=steps/> }.into_block()
        })],
    );
    of(
        "WaysOn",
        "The rooms of the portal, for those who have lost the way.",
        &[("ordinary", 320, || view! { <WaysOn/> }.into_block())],
    );
}
