//! The HTML document around a rendered page.

use super::common_file::CommonFile;
use super::escape::escape;
use super::meta_tags::{MetaTags, link, meta, script_safe};
use super::nodes::outline;
use super::page_style::PageStyle;
use super::prerender::PrerenderedPage;
use super::shell::{Asset, Shell, content_hash};
use super::theme;
use super::theme::custom_properties;
use crate::components::Sizes;
use crate::content::values::color::Color;
use crate::ids;
use crate::publish::outputs::{APPLE, IconSource};
use crate::route::{BasePath, DataFile, Output, Route};
use crate::wire::{Picture, Site};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Parts that all documents of a portal have in common.
#[derive(Debug)]
pub(crate) struct Frame<'a> {
    shell: &'a Shell,
    common_file: &'a CommonFile,
    base: &'a BasePath,
    site_facts: &'a Site,
    locale: String,
    /// Styles of the first view, with the site's colour, each with the policy that allows it.
    styles: BTreeMap<PageStyle, (String, String)>,
    /// Links and metadata common to all documents.
    common: String,
}

impl<'a> Frame<'a> {
    /// Creates the frame of a portal's documents.
    #[must_use]
    pub(crate) fn new(
        shell: &'a Shell,
        common_file: &'a CommonFile,
        base: &'a BasePath,
        site: &'a Site,
        primary: Option<Color>,
        icon: &IconSource,
    ) -> Self {
        let colors = custom_properties(primary);
        let styles = shell.critical.iter();
        let styles = styles.map(|(style, text)| {
            let text = format!("{colors}{text}");
            let policy = policy(&shell.before_paint, [&text]);
            (*style, (text, policy))
        });
        Self {
            shell,
            common_file,
            base,
            site_facts: site,
            // OpenGraph requires a locale with an underscore instead of a hyphen.
            locale: site.lang.replace('-', "_"),
            styles: styles.collect(),
            common: common(base, site, primary, icon),
        }
    }

    /// Returns the content security policy for the host: that of all pages, and the directives
    /// that only a header can contain.
    #[must_use]
    pub(crate) fn policy_of_host(&self) -> String {
        let styles = self.styles.values().map(|(style, _)| style);
        let policy = policy(&self.shell.before_paint, styles);
        format!("{policy}; frame-ancestors 'self'")
    }

    /// Returns a page that the app hydrates, from its embedded data and its metadata.
    ///
    /// There must be no nodes between the body's tag and the app, nor inside the app that it did
    /// not render: hydration walks the nodes one by one.
    #[must_use]
    pub(crate) fn page(&self, route: &Route, page: &PrerenderedPage, head: &MetaTags) -> String {
        let style = PageStyle::of(route, &page.html);
        let mut html = self.open(&page.title, style);
        if let Some((picture, sizes)) = &page.first_picture {
            self.preload_picture(&mut html, picture, *sizes);
        }
        // The app waits for them, and asks for them only after its own code has arrived.
        for chunk in self.shell.code_of(route) {
            let href = self.base.file(chunk);
            let attributes = [
                ("as", "fetch"),
                ("type", "application/wasm"),
                ("crossorigin", "anonymous"),
                ("fetchpriority", "low"),
                ("href", &href),
            ];
            link(&mut html, "preload", &attributes);
        }
        let heading = &page.summary.heading;
        head.write(&mut html, heading, &self.site_facts.name, &self.locale);
        let outline = outline(&page.html);
        // The style of the frame depends on it. The app sets it on the page that it shows.
        let searches = match route {
            Route::Search => " data-searches=\"\"",
            _ => "",
        };
        self.open_body(
            &mut html,
            style,
            &format!(" data-prerendered=\"{outline}\"{searches}"),
        );
        html.push_str(&page.html);
        // Such a script is data, which a policy allows.
        write(
            &mut html,
            format_args!(
                "<script type=\"application/json\" id=\"{}\" data-whole=\"{}\">{}</script>",
                ids::DATA,
                escape(&self.base.data(&DataFile::of(route))),
                script_safe(&page.data.carried),
            ),
        );
        self.close(&mut html);
        html
    }

    /// Writes the link by which a browser loads the picture at the top of a page before others.
    fn preload_picture(&self, html: &mut String, picture: &Picture, sizes: Sizes) {
        let file = self.base.file(&picture.src);
        let source = match &picture.srcset {
            // Without `href`, browsers that do not know `imagesrcset` load nothing twice.
            Some(srcset) => [
                ("imagesrcset", srcset.as_str()),
                ("imagesizes", sizes.of(true)),
            ],
            None => [("href", file.as_str()), ("type", "")],
        };
        let source = source.into_iter().filter(|(_, value)| !value.is_empty());
        let attributes = [("as", "image"), ("fetchpriority", "high")];
        let attributes: Vec<_> = attributes.into_iter().chain(source).collect();
        link(html, "preload", &attributes);
    }

    /// Returns the page for addresses without a page. It is empty until the app fills it; without
    /// scripts it shows an explanation and links.
    #[must_use]
    pub(crate) fn not_found(&self, title: &str, content: &str) -> String {
        let style = PageStyle::Search;
        let mut html = self.open(title, style);
        meta(&mut html, "name", "robots", "noindex");
        self.open_body(&mut html, style, "");
        write(&mut html, format_args!("<noscript>{}</noscript>", content));
        self.close(&mut html);
        html
    }

    /// Returns a style of the first view, and the policy of the pages that carry it.
    fn style(&self, style: PageStyle) -> (&str, &str) {
        // A shell has all styles.
        let found = self.styles.get(&style);
        found.map_or(("", ""), |(style, policy)| (style, policy))
    }

    fn open(&self, title: &str, style: PageStyle) -> String {
        let (_, policy) = self.style(style);
        let mut html = String::with_capacity(16 * 1024);
        write(
            &mut html,
            format_args!(
                "<!DOCTYPE html><html lang=\"{}\" data-base=\"{}\" data-engine=\"{}\"><head><meta charset=\"utf-8\">\
                 <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\
                 <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
                 <title>{}</title>",
                escape(&self.site_facts.lang),
                escape(self.base.as_str()),
                escape(&self.base.file(&self.shell.engine)),
                escape(policy),
                escape(title),
            ),
        );
        html
    }

    fn open_body(&self, html: &mut String, style: PageStyle, attributes: &str) {
        let (style, _) = self.style(style);
        html.push_str(&self.common);
        let shell = self.shell;
        write(
            html,
            format_args!(
                "<script data-style=\"{}\" data-app=\"{}\" data-wasm=\"{}\" data-common=\"{}\">{}</script>\
                 <style>{}</style><script defer src=\"{}\"{}></script>\
                 <script defer src=\"{}\"{}></script></head><body{attributes}>",
                self.base.file(&shell.style.path),
                self.base.file(&shell.app.path),
                self.base.file(&shell.wasm.path),
                self.base.file(&self.common_file.path),
                shell.before_paint,
                style,
                self.base.file(&shell.reader.path),
                integrity(&shell.reader),
                self.base.file(&shell.boot.path),
                integrity(&shell.boot),
            ),
        );
    }

    fn close(&self, html: &mut String) {
        // At the end, so that it does not delay the first paint, for which the page's own style
        // is enough.
        let style = &self.shell.style;
        write(
            html,
            format_args!(
                "<link rel=\"stylesheet\" href=\"{}\"{}></body></html>",
                self.base.file(&style.path),
                integrity(style),
            ),
        );
    }
}

/// Returns the content security policy of pages with these styles. `frame-ancestors` is left to the host's header,
/// as browsers ignore it in a `meta`.
fn policy(script: &str, styles: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let hashes = styles.into_iter().map(|style| content_hash(style.as_ref()));
    let hashes = hashes.map(|hash| format!(" '{hash}'")).collect::<String>();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' '{}'; style-src 'self'{hashes}; \
         img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
         worker-src 'self'; base-uri 'self'; form-action 'self'",
        content_hash(script)
    )
}

/// Returns the part of the head that is the same in every document.
fn common(base: &BasePath, site: &Site, primary: Option<Color>, icon: &IconSource) -> String {
    let mut html = String::new();
    meta(&mut html, "name", "format-detection", "telephone=no");
    if let Some(color) = primary {
        write(
            &mut html,
            format_args!(
                "<meta name=\"theme-color\" content=\"{color}\">\
                 <meta name=\"theme-color\" content=\"{}\" media=\"(prefers-color-scheme: dark)\">",
                theme::DARK_GROUND
            ),
        );
    }
    html.push_str(&icon.link(base));
    let apple = base.output(&Output::Icon(APPLE));
    if icon.is_drawn() {
        link(&mut html, "apple-touch-icon", &[("href", &apple)]);
    }
    let manifest = base.output(&Output::Manifest);
    link(&mut html, "manifest", &[("href", &manifest)]);
    let search = base.output(&Output::OpenSearch);
    let attributes = [
        ("type", "application/opensearchdescription+xml"),
        ("href", search.as_str()),
        ("title", site.short_name.as_str()),
    ];
    link(&mut html, "search", &attributes);
    html
}

fn integrity(asset: &Asset) -> String {
    asset
        .integrity
        .as_ref()
        .map(|hash| format!(" integrity=\"{}\"", escape(hash)))
        .unwrap_or_default()
}

/// Appends formatted text. Writing to a string cannot fail.
fn write(html: &mut String, arguments: std::fmt::Arguments<'_>) {
    _ = html.write_fmt(arguments);
}
