//! Sizes and colours that all style sheets share, read from `style/tokens/tokens.css`.

use portal::content::values::color::Color;
use portal::content::values::text_value::TextValue as _;
use std::collections::BTreeMap;

/// Colours of text and lines: their property, their purpose, and the minimum contrast of WCAG
/// 2.2 (1.4.3 for text, 1.4.11 for other parts).
const ROLES: [(&str, &str, f64); 5] = [
    ("ink", "text", 4.5),
    ("muted", "text beside the matter", 4.5),
    ("accent", "links, the current entry, the ring of focus", 4.5),
    ("alert", "what is wrong or withdrawn", 4.5),
    ("edge-line", "edges of fields", 3.0),
];

const SIZES: [(&str, &str); 6] = [
    ("title-1", "heading of a page"),
    ("title-2", "heading of a part"),
    ("title-3", "heading below that"),
    ("title-4", "title in a list"),
    ("text", "text to read"),
    ("small", "dates, sources, labels"),
];

const SPACES: [(&str, &str); 5] = [
    ("target", "least height of what can be operated"),
    ("gutter", "from the edge of the window"),
    ("gap", "between columns"),
    ("block", "between blocks of a page"),
    ("measure", "longest line of a text, 38 Han characters"),
];

/// Returns fonts, spacing and colours as sections of a page.
pub(crate) fn shown(tokens: &str, colours: &str) -> String {
    let (light, dark) = schemes(tokens, colours);
    let sizes: String = SIZES
        .iter()
        .map(|(name, about)| {
            format!(
                "<li class=\"type type--{name}\"><span lang=\"zh-CN\">纤维强国，协同创新</span>\
                 <span class=\"token\"><code>--{name}</code> {about}</span></li>"
            )
        })
        .collect();
    let spaces: String = SPACES
        .iter()
        .map(|(name, about)| {
            format!(
                "<li><span class=\"space space--{name}\"></span>\
                 <span class=\"token\"><code>--{name}</code> {about}</span></li>"
            )
        })
        .collect();
    let rows: String = ROLES
        .iter()
        .map(|(name, about, least)| {
            format!(
                "<tr><th scope=\"row\"><span class=\"swatch swatch--{name}\"></span>\
                 <code>--{name}</code></th><td>{about}</td>{}{}<td>{least}</td></tr>",
                contrasts(&light, name),
                contrasts(&dark, name),
            )
        })
        .collect();
    format!(
        "<h2>Type</h2><ul class=\"tokens\">{sizes}</ul>\
         <h2>Spaces</h2><ul class=\"tokens\">{spaces}</ul>\
         <h2>Colours</h2><div class=\"table-scroll\" tabindex=\"0\" role=\"region\" \
         aria-label=\"Colours\"><table><thead><tr><th scope=\"col\">Role</th>\
         <th scope=\"col\">For</th><th scope=\"col\">Light: ground, shade</th>\
         <th scope=\"col\">Dark: ground, shade</th><th scope=\"col\">At least</th></tr></thead>\
         <tbody>{rows}</tbody></table></div>"
    )
}

/// Returns the contrasts of a colour with the two backgrounds of its scheme.
fn contrasts(scheme: &BTreeMap<String, Color>, name: &str) -> String {
    let Some(color) = scheme.get(name) else {
        return "<td>?</td>".to_owned();
    };
    let on = |ground: &str| {
        scheme.get(ground).map_or_else(
            || "?".to_owned(),
            |ground| format!("{:.1}", color.contrast(*ground)),
        )
    };
    format!(
        "<td><code>{color}</code> {}, {}</td>",
        on("ground"),
        on("shade")
    )
}

/// Returns the colours of the light and of the dark scheme, by their properties.
fn schemes(tokens: &str, colours: &str) -> (BTreeMap<String, Color>, BTreeMap<String, Color>) {
    let (light, dark) = tokens
        .split_once("html[data-scheme=\"dark\"]")
        .unwrap_or((tokens, ""));
    let light = light.split("@media").next().unwrap_or_default();
    // Later declarations override earlier ones: the theme colours those of the style sheet.
    let own = declarations(light).into_iter().chain(declarations(colours));
    let properties: BTreeMap<&str, &str> = own.collect();
    let dark = properties.clone().into_iter().chain(declarations(dark));
    let dark: BTreeMap<&str, &str> = dark.collect();
    (resolved(&properties), resolved(&dark))
}

fn declarations(css: &str) -> Vec<(&str, &str)> {
    css.split(['{', '}', ';'])
        .filter_map(|line| line.trim().strip_prefix("--")?.split_once(':'))
        .map(|(name, value)| (name.trim(), value.trim()))
        .collect()
}

/// Returns the properties that are colours or refer to one.
fn resolved(properties: &BTreeMap<&str, &str>) -> BTreeMap<String, Color> {
    properties
        .iter()
        .filter_map(|(name, value)| {
            let value = value
                .strip_prefix("var(--")
                .and_then(|name| properties.get(name.trim_end_matches(')')))
                .unwrap_or(value);
            let long = match value.len() {
                4 => value
                    .chars()
                    .flat_map(|digit| {
                        if digit == '#' {
                            vec![digit]
                        } else {
                            vec![digit; 2]
                        }
                    })
                    .collect(),
                _ => (*value).to_owned(),
            };
            Some(((*name).to_owned(), Color::parse(&long).ok()?))
        })
        .collect()
}
