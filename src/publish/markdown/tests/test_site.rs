//! A small site for the tests.

use super::super::events::Events;
use super::super::labels::Labels;
use super::super::resolve::{ImageInfo, ResolvedLink, Resolver};
use super::super::{RenderOptions, Rendered, dialect, render, writer};

/// A site below `/base/` with one article, one PDF, two pages and two images.
pub(in crate::publish::markdown) struct TestSite;

impl Resolver for TestSite {
    fn item(&self, kind: &str, id: &str) -> Option<ResolvedLink> {
        let (href, is_file, title) = match (kind, id) {
            ("article", "council") => ("/base/articles/council/", false, "理事会会议"),
            ("media", "年报 2023.pdf") => ("/base/media/%E5%B9%B4%E6%8A%A5%202023.pdf", true, ""),
            _ => return None,
        };
        Some(ResolvedLink {
            href: href.to_owned(),
            is_file,
            title: Some(title.to_owned()).filter(|title| !title.is_empty()),
        })
    }

    fn path(&self, root_path: &str) -> Option<String> {
        matches!(root_path, "/members/" | "/feed.xml").then(|| format!("/base{root_path}"))
    }

    fn image(&self, media_path: &str) -> Option<ImageInfo> {
        let size = match media_path {
            "plant.jpg" => Some(600),
            "broken.png" => None,
            _ => return None,
        };
        Some(ImageInfo {
            src: format!("/base/media/{media_path}"),
            width: size,
            height: size.map(|width| width / 2),
            fault: None,
        })
    }
}

/// Renders against [`TestSite`] with Chinese labels and the reserved id `main`.
pub(in crate::publish::markdown) fn render_on_test_site(source: &str) -> Rendered {
    render(source, &TestSite, &OPTIONS)
}

/// Renders like [`render_on_test_site`], without sanitising.
pub(in crate::publish::markdown) fn write_on_test_site(source: &str) -> Rendered {
    let normalized = dialect::normalize(source);
    let events = Events::parse(&normalized.text);
    writer::write(&normalized.text, &events, &TestSite, &OPTIONS)
}

const OPTIONS: RenderOptions<'_> = RenderOptions {
    labels: Labels::CHINESE,
    reserved_ids: &["main"],
};
