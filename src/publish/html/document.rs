//! The HTML document around a rendered page.

use super::escape::escape;
use super::meta_tags::{MetaTags, link, meta, script_safe};
use super::nodes::outline;
use super::prerender::PrerenderedPage;
use super::shell::{Asset, Shell, content_hash};
use super::theme;
use super::theme::custom_properties;
use super::ui_text_file::UiTextFile;
use crate::content::values::color::Color;
use crate::ids;
use crate::publish::outputs::{APPLE, IconSource};
use crate::route::{BasePath, Output, Route};
use crate::wire::Site;
use std::fmt::Write as _;

/// Parts that all documents of a portal have in common.
#[derive(Debug)]
pub(crate) struct Frame<'a> {
    shell: &'a Shell,
    words: &'a UiTextFile,
    base: &'a BasePath,
    site_facts: &'a Site,
    locale: String,
    /// The site as JSON, safe inside a script element.
    site: String,
    style: String,
    policy: String,
    /// Links and metadata common to all documents.
    common: String,
}

impl<'a> Frame<'a> {
    /// Creates the frame of a portal's documents.
    ///
    /// # Errors
    /// Returns an error if the site cannot be serialised as JSON, which its type cannot cause.
    pub(crate) fn new(
        shell: &'a Shell,
        words: &'a UiTextFile,
        base: &'a BasePath,
        site: &'a Site,
        primary: Option<Color>,
        icon: &IconSource,
    ) -> Result<Self, serde_json::Error> {
        let style = format!("{}{}", custom_properties(primary), shell.critical);
        Ok(Self {
            shell,
            words,
            base,
            site_facts: site,
            // OpenGraph requires a locale with an underscore instead of a hyphen.
            locale: site.lang.replace('-', "_"),
            site: script_safe(&serde_json::to_string(site)?),
            policy: policy(&shell.before_paint, &style),
            style,
            common: common(base, site, primary, icon),
        })
    }

    /// Returns the content security policy for the host: that of the pages, and the directives
    /// that only a header can contain.
    #[must_use]
    pub(crate) fn policy_of_host(&self) -> String {
        format!("{}; frame-ancestors 'self'", self.policy)
    }

    /// Returns a page that the app hydrates, from its embedded data and its metadata.
    ///
    /// There must be no nodes between the body's tag and the app, nor inside the app that it did
    /// not render: hydration walks the nodes one by one.
    #[must_use]
    pub(crate) fn page(
        &self,
        route: &Route,
        page: &PrerenderedPage,
        carried: &str,
        head: &MetaTags,
    ) -> String {
        let mut html = self.open(&page.title);
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
            &format!(" data-prerendered=\"{outline}\"{searches}"),
        );
        html.push_str(&page.html);
        // The app uses each as the result of loading it.
        let resources = page.resources.iter();
        let resources = resources.map(|id| format!("[{id},{{\"Ok\":{carried}}}]"));
        let resources = resources.collect::<Vec<_>>().join(",");
        data(
            &mut html,
            ids::DATA,
            &script_safe(&format!("[{resources}]")),
        );
        self.close(&mut html);
        html
    }

    /// Returns the page for addresses without a page. It is empty until the app fills it; without
    /// scripts it shows an explanation and links.
    #[must_use]
    pub(crate) fn not_found(&self, page: &PrerenderedPage) -> String {
        let mut html = self.open(&page.title);
        meta(&mut html, "name", "robots", "noindex");
        self.open_body(&mut html, "");
        write(
            &mut html,
            format_args!("<noscript>{}</noscript>", page.html),
        );
        self.close(&mut html);
        html
    }

    fn open(&self, title: &str) -> String {
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
                escape(&self.policy),
                escape(title),
            ),
        );
        html
    }

    fn open_body(&self, html: &mut String, attributes: &str) {
        html.push_str(&self.common);
        let shell = self.shell;
        write(
            html,
            format_args!(
                "<script>{}</script><style>{}</style><script defer src=\"{}\"{}></script>\
                 <script defer src=\"{}\"{} data-app=\"{}\" data-wasm=\"{}\" data-words=\"{}\"></script>\
                 </head><body{attributes}>",
                shell.before_paint,
                self.style,
                self.base.file(&shell.reader.path),
                integrity(&shell.reader),
                self.base.file(&shell.boot.path),
                integrity(&shell.boot),
                self.base.file(&shell.app.path),
                self.base.file(&shell.wasm.path),
                self.base.file(&self.words.path),
            ),
        );
    }

    fn close(&self, html: &mut String) {
        data(html, ids::SITE, &self.site);
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

/// Returns the content security policy of a page. `frame-ancestors` is left to the host's header,
/// as browsers ignore it in a `meta`.
fn policy(script: &str, style: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' '{}'; style-src 'self' '{}'; \
         img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
         worker-src 'self'; base-uri 'self'; form-action 'self'",
        content_hash(script),
        content_hash(style)
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

/// Writes JSON for a script. It is data, which a content security policy allows.
fn data(html: &mut String, id: &str, json: &str) {
    write(
        html,
        format_args!("<script type=\"application/json\" id=\"{id}\">{json}</script>"),
    );
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
