//! Links to other sites.

use super::{Context, File};
use crate::content::diagnostics::kind::ProblemKind;
use crate::content::diagnostics::pointer::{Pointer, pointer};
use crate::content::values::url::WebUrl;

/// Hosts of URL shorteners.
const SHORT_LINK_HOSTS: [&str; 16] = [
    "bit.ly",
    "dwz.cn",
    "goo.gl",
    "is.gd",
    "j.mp",
    "ow.ly",
    "rebrand.ly",
    "suo.im",
    "suo.nz",
    "t.cn",
    "t.co",
    "tinyurl.com",
    "u.nu",
    "url.cn",
    "w.url.cn",
    "xurl.cn",
];

pub(super) fn check(context: &Context<'_>) {
    for (file, _, group) in context.links() {
        for (index, link) in group.links.iter().enumerate() {
            let place = pointer!["links", index, "url"];
            let host = link.url.host().to_owned();
            if link.url.has_ip_host() {
                file.report(place.clone(), ProblemKind::IpHost(host));
            } else if is_short_link(&link.url) {
                file.report(place.clone(), ProblemKind::ShortLinkHost(host));
            }
            check_encrypted(file, place, Some(&link.url));
        }
    }
    for (file, site) in context.site() {
        let contact = site.contact.as_ref();
        let map = contact.and_then(|contact| contact.map_url.as_ref());
        check_encrypted(file, pointer!["contact", "map_url"], map);
    }
    for (file, _, article) in context.articles() {
        let source = article.source.as_ref();
        let source = source.and_then(|source| source.url.as_ref());
        check_encrypted(file, pointer!["source", "url"], source);
        let document = article.document.as_ref();
        let official = document.and_then(|document| document.official_url.as_ref());
        check_encrypted(file, pointer!["document", "official_url"], official);
    }
    for (file, _, member) in context.members() {
        check_encrypted(file, pointer!["website"], member.website.as_ref());
    }
    for (file, _, event) in context.events() {
        check_encrypted(file, pointer!["official_url"], event.official_url.as_ref());
        let registration = event.registration.as_ref();
        let registration = registration.and_then(|registration| registration.url.as_ref());
        check_encrypted(file, pointer!["registration", "url"], registration);
    }
}

fn check_encrypted(file: File<'_>, place: Pointer, url: Option<&WebUrl>) {
    if url.is_some_and(|url| !url.is_https()) {
        file.report(place, ProblemKind::InsecureUrl);
    }
}

fn is_short_link(url: &WebUrl) -> bool {
    let host = url.host().strip_prefix("www.").unwrap_or(url.host());
    SHORT_LINK_HOSTS.contains(&host)
}

#[cfg(test)]
mod tests {
    use super::super::testing::Fixture;

    #[test]
    fn links_name_their_true_host() {
        Fixture::new()
            .file("content/links/a.json", r#"{"name": "甲", "links": [
{"name": "一", "url": "http://www.example.org/"},
{"name": "二", "url": "https://192.168.1.1/"},
{"name": "三", "url": "https://T.CN/abc"},
{"name": "四", "url": "https://[::1]/"}
]}"#)
            .member("m", r#""website": "http://m.example.org""#)
            .article("a", r#""section": "news", "source": {"name": "某报", "url": "http://a.example.org"},
"document": {"official_url": "http://b.example.org"}"#)
            .site(r#""contact": {"map_url": "http://c.example.org"}"#)
            .check(&[
                "articles/a.json insecure-url 1:\"http://a.example.org\" 网址是 http，没有加密 / 对方网站支持的话，改成 https",
                "articles/a.json insecure-url 2:\"http://b.example.org\" 网址是 http，没有加密 / 对方网站支持的话，改成 https",
                "links/a.json insecure-url 2:\"http://www.example.org/\" 网址是 http，没有加密 / 对方网站支持的话，改成 https",
                "links/a.json ip-host 3:\"https://192.168.1.1/\" 链接指向 IP 地址 192.168.1.1 / 换成有域名的网址",
                "links/a.json short-link-host 4:\"https://T.CN/abc\" t.cn 是短链接，看不出通向哪里 / 点开后复制真正的网址",
                "links/a.json ip-host 5:\"https://[::1]/\" 链接指向 IP 地址 [::1] / 换成有域名的网址",
                "members/m.json insecure-url 1:\"http://m.example.org\" 网址是 http，没有加密 / 对方网站支持的话，改成 https",
                "site.json insecure-url 1:\"http://c.example.org\" 网址是 http，没有加密 / 对方网站支持的话，改成 https",
            ]);
    }
}
