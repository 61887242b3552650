//! Header of every page.

use crate::components::{Navigation, PictureView, ReadingTools, SiteBanner, SiteSearch, portal};
use crate::ids;
use crate::route::Route;
use leptos::prelude::*;

/// Skip link, reading tools, the site's name, search field and main menu.
#[component]
pub fn SiteHeader() -> impl IntoView {
    let portal = portal();
    let site = &portal.site;
    let home = portal.base.href(&Route::Home);
    let logo = site.logo.clone().map(|logo| {
        view! { <PictureView picture=logo class="site-header__logo" eager=true/> }
    });
    let tagline = site
        .tagline
        .clone()
        .or_else(|| site.name_other.clone())
        .map(|line| view! { <span class="site-header__tagline">{line}</span> });
    view! {
        <a class="skip-link" href=["#", ids::MAIN].concat() rel="external">{portal.text.skip_to_content}</a>
        <SiteBanner/>
        <ReadingTools/>
        <header class="site-header">
            <div class="site-header__bar">
                <a href=home class="site-header__brand">
                    {logo}
                    <span class="site-header__names">
                        <span class="site-header__name">{site.name.clone()}</span>
                        {tagline}
                    </span>
                </a>
            </div>
            <SiteSearch/>
            <Navigation/>
        </header>
    }
}
