//! Tests of the layout from the narrowest phone to the widest screen, with every size and
//! spacing of text that a visitor may set: nothing scrolls horizontally, no text is clipped or
//! overlaps another.

use crate::browser::harness::setting::Edition;
use crate::browser::harness::site::Site;
use crate::browser::harness::visit::visit;
use crate::browser::harness::visitor::Visitor;
use serde_json::json;

const LOOK: &str = include_str!("layout.js");

/// Widths from the narrowest phone of WCAG 2.2 (1.4.10) to the widest screens.
const WIDTHS: [u32; 10] = [320, 360, 390, 600, 768, 1024, 1280, 1440, 1920, 2560];

/// Widths at which the layout of pages changes.
const REPRESENTATIVE_WIDTHS: [u32; 5] = [320, 600, 768, 1024, 1440];

/// Style sheets of the visitor, which override those of the page.
const NO_STYLE: &str = "document.adoptedStyleSheets = [];";

/// Text that is larger by half, as in the largest setting of WeChat; the width of the window
/// remains.
const LARGE_TEXT: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('html { font-size: 150% !important }');
    document.adoptedStyleSheets = [sheet];
";

/// Text spacing of WCAG 2.2, 1.4.12.
const TEXT_SPACING: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
        * {
            line-height: 1.5 !important;
            letter-spacing: 0.12em !important;
            word-spacing: 0.16em !important;
        }
        p { margin-block-end: 2em !important }
    `);
    document.adoptedStyleSheets = [sheet];
";

#[test]
fn the_alliances_pages_keep_their_shape() {
    check(&Site::public());
}

#[test]
fn pages_that_show_everything_keep_their_shape() {
    check(&Site::demo());
}

#[track_caller]
fn check(site: &Site) {
    let found = visit(site, async |visitor, _| {
        let mut found = Vec::new();
        for page in site.representative_pages() {
            visitor.enter(&page).await;
            let ways = [
                ("", NO_STYLE, WIDTHS.as_slice()),
                (" with text at 150 %", LARGE_TEXT, WIDTHS.as_slice()),
                (" with wide spacing", TEXT_SPACING, &[320, 1280]),
                (
                    " for older readers",
                    Edition::Elder.choice(),
                    &REPRESENTATIVE_WIDTHS,
                ),
            ];
            for (way, script, widths) in ways {
                visitor.run(script).await;
                for width in widths {
                    found.extend(
                        faults(visitor, *width)
                            .await
                            .iter()
                            .map(|fault| format!("{page} at {width}{way}: {fault}")),
                    );
                }
                visitor.run(NO_STYLE).await;
            }
        }
        found
    });
    assert!(
        found.is_empty(),
        "{} faults\n{}",
        found.len(),
        found.join("\n")
    );
}

#[test]
fn pages_keep_their_shape_when_the_browsers_own_text_is_large() {
    // Unlike in the tests above, this enlarges all lengths of the style sheets that depend on
    // the window, as if the window were narrower.
    let sites = [Site::public(), Site::demo()];
    let found = sites.iter().flat_map(|site| {
        visit(site, async |visitor, _| {
            let sizes = json!({ "fontSizes": { "standard": 24, "fixed": 20 } });
            visitor.command("Page.setFontSizes", sizes).await;
            let mut found = Vec::new();
            for page in site.page_of_each_kind() {
                visitor.enter(&page).await;
                for width in REPRESENTATIVE_WIDTHS {
                    let faults = faults(visitor, width).await;
                    found.extend(
                        faults
                            .iter()
                            .map(|fault| format!("{page} at {width}: {fault}")),
                    );
                }
            }
            found
        })
    });
    let found: Vec<String> = found.collect();
    assert!(
        found.is_empty(),
        "{} faults\n{}",
        found.len(),
        found.join("\n")
    );
}

/// Returns the faults in the layout of the current page in a window of this width.
pub(crate) async fn faults(visitor: &Visitor, width: u32) -> Vec<String> {
    visitor.resize(width).await;
    let settled = format!("matchMedia('(width: {width}px)').matches");
    visitor.until("the window has its width", &settled).await;
    serde_json::from_value(visitor.run(LOOK).await).expect("the script gives a list of faults")
}
