//! Footer of every page.

use crate::components::{FileLink, IntoBlock as _, Link, OutsideLink, SiteLink, portal};
use crate::route::{FeedId, Route};
use crate::text::Text;
use crate::wire::{Contact, NavigationEntry};
use leptos::prelude::*;
use std::sync::Arc;

/// Site of the Ministry of Industry and Information Technology, to which every ICP filing
/// number has to link.
const ICP_FILING: &str = "https://beian.miit.gov.cn/";
/// Site of the public security organs; the digits of the filing number are appended.
const POLICE_FILING: &str = "https://beian.mps.gov.cn/#/query/webSearch?code=";

/// Contact data, links to the main pages, copyright and filing numbers.
#[component]
pub fn SiteFooter() -> AnyView {
    let portal = portal();
    let site = Arc::clone(&portal.site);
    let text = portal.text;
    let contact = contact(&site.contact, text);
    let mut rooms: Vec<&NavigationEntry> = Vec::new();
    for entry in &site.navigation {
        for room in std::iter::once(entry).chain(&entry.children) {
            // A submenu often repeats the page of its parent.
            if rooms.iter().all(|known| known.to != room.to) {
                rooms.push(room);
            }
        }
    }
    let entries = rooms
        .into_iter()
        .map(|room| {
            let label = room.label.clone();
            view! { <li><SiteLink to=room.to.clone() label=label/></li> }
        })
        .collect_view();
    let copyright = site.copyright.clone().map(|line| view! { <p>{line}</p> });
    let repost = site
        .repost_notice
        .clone()
        .map(|line| view! { <p>{line}</p> });
    let icp = site.icp.clone().map(|number| {
        view! { <p><OutsideLink href=ICP_FILING.to_owned() label=number/></p> }
    });
    let police = site.police.clone().map(|number| {
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        view! { <p><OutsideLink href=format!("{POLICE_FILING}{digits}") label=number/></p> }
    });
    view! {
        <footer class="site-footer">
            <div class="site-footer__inner">
                <div class="site-footer__contact">
                    <p class="site-footer__name">
                        <Link to=Route::Home label=site.name.clone()/>
                    </p>
                    {contact}
                </div>
                <nav class="site-footer__rooms" aria-label=text.footer_navigation>
                    <ul>
                        {entries}
                        <li><FileLink path=FeedId::All.atom() label=text.feed/></li>
                    </ul>
                </nav>
                <div class="site-footer__legal">{copyright}{repost}{icp}{police}</div>
            </div>
        </footer>
    }
    .into_static()
}

fn contact(contact: &Contact, text: &'static Text) -> impl IntoView + use<> {
    let row = |label: &'static str, value: AnyView| {
        view! { <div><dt>{label}</dt><dd>{value}</dd></div> }
    };
    let plain =
        |label, value: &Option<String>| value.clone().map(|value| row(label, value.into_block()));
    let phones = contact
        .phones
        .iter()
        .map(|phone| {
            let (uri, number) = (phone.uri.clone(), phone.number.clone());
            row(text.phone, view! { <a href=uri>{number}</a> }.into_block())
        })
        .collect_view();
    let fax = contact
        .fax
        .iter()
        .map(|fax| row(text.fax, fax.clone().into_block()))
        .collect_view();
    let email = contact.email.clone().map(|email| {
        let href = format!("mailto:{email}");
        row(text.email, view! { <a href=href>{email}</a> }.into_block())
    });
    let map = contact.map_url.clone().map(|href| {
        row(
            text.map,
            view! { <OutsideLink href=href label=text.map/> }.into_block(),
        )
    });
    view! {
        <dl class="contact-list">
            {plain(text.address, &contact.address)}
            {plain(text.postcode, &contact.postcode)}
            {phones}
            {fax}
            {email}
            {plain(text.hours, &contact.hours)}
            {map}
        </dl>
    }
}
