//! Documents of the gallery.

use super::specimens::Specimen;
use super::tokens;
use std::fmt::Write as _;

/// Returns a page with one specimen only.
pub(crate) fn specimen_page(specimen: &Specimen, html: &str) -> String {
    // Landmarks of a page must not be nested in another element.
    let body = match specimen.component {
        "SiteHeader" | "SiteFooter" | "SiteBanner" | "Navigation" => {
            format!(
                "{html}<main id=\"main\" tabindex=\"-1\"><h1 class=\"visually-hidden\">{}</h1></main>",
                specimen.component
            )
        }
        _ if html.contains("<h1") => format!("<main id=\"main\" tabindex=\"-1\">{html}</main>"),
        _ => format!(
            "<main id=\"main\" tabindex=\"-1\"><h1 class=\"visually-hidden\">{}</h1>\
             <h2 class=\"visually-hidden\">{}</h2>{html}</main>",
            specimen.component, specimen.state
        ),
    };
    format!(
        "<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>{}: {}</title><link rel=\"stylesheet\" href=\"portal.css\">\
         <link rel=\"stylesheet\" href=\"gallery.css\"></head>\
         <body class=\"alone\">{body}</body></html>",
        specimen.component, specimen.state
    )
}

/// Returns the index: sizes and colours, then all components.
pub(crate) fn index(specimens: &[Specimen], tokens_css: &str, colours: &str) -> String {
    let mut components: Vec<&str> = specimens
        .iter()
        .map(|specimen| specimen.component)
        .collect();
    components.dedup();
    let mut contents = String::new();
    let mut parts = String::new();
    for component in components {
        let states: Vec<&Specimen> = specimens
            .iter()
            .filter(|specimen| specimen.component == component)
            .collect();
        let about = states.first().map_or("", |specimen| specimen.about);
        write(
            &mut contents,
            &format!("<li><a href=\"#{component}\">{component}</a></li>"),
        );
        write(
            &mut parts,
            &format!(
                "<section class=\"specimens\" aria-labelledby=\"{component}\">\
                 <h3 id=\"{component}\">{component}</h3><p class=\"specimens__about\">{about}</p>"
            ),
        );
        for specimen in states {
            let Specimen { state, height, .. } = specimen;
            let file = specimen.file();
            write(
                &mut parts,
                &format!(
                    "<figure class=\"specimen\"><figcaption><a href=\"{file}\">{state}</a></figcaption>\
                     <iframe src=\"{file}\" title=\"{component}: {state}\" height=\"{height}\" \
                     loading=\"lazy\"></iframe></figure>"
                ),
            );
        }
        parts.push_str("</section>");
    }
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>Gallery of components</title><link rel=\"stylesheet\" href=\"portal.css\">\
         <link rel=\"stylesheet\" href=\"gallery.css\"></head><body class=\"gallery\">\
         <main id=\"main\" tabindex=\"-1\"><h1>Gallery of components</h1>\
         <p class=\"gallery__about\">What pages are built from, rendered by the \
         components themselves with made-up data. The frame follows the window and the scheme \
         of the system.</p>{}<h2>Components</h2>\
         <nav aria-label=\"Components\"><ul class=\"gallery__contents\">{contents}</ul></nav>{parts}\
         </main></body></html>",
        tokens::shown(tokens_css, colours)
    )
}

fn write(html: &mut String, text: &str) {
    // Writing to a string cannot fail.
    _ = html.write_str(text);
}
