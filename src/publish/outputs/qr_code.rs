//! QR codes of page addresses, for reading on a phone.

use fast_qr::{ECL, QRBuilder};
use std::fmt::Write as _;

/// Width of the quiet zone around the code, required by the standard (ISO/IEC 18004), in modules.
const QUIET: usize = 4;

/// Returns the code as an SVG. It is dark on light in every colour scheme, as not every camera
/// reads the inverse.
///
/// Returns `None` if the address is too long for a code, which is the case above about 2,300
/// bytes.
pub(super) fn qr_code(address: &str) -> Option<Vec<u8>> {
    // A screen is read at a short distance and without damage, so medium error correction is
    // enough.
    let code = QRBuilder::new(address).ecl(ECL::M).build().ok()?;
    let size = code.size;
    let mut path = String::new();
    for y in 0..size {
        let row = &code[y];
        let mut x = 0;
        while x < size {
            let run = row[x..].iter().take_while(|module| module.value());
            let run = run.count();
            if run > 0 {
                _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    let side = size + 2 * QUIET;
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" \
         shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/>\
         <path d=\"{path}\"/></svg>"
    );
    Some(svg.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use resvg::tiny_skia::{Pixmap, Transform};
    use resvg::usvg::{Options, Tree};
    use rqrr::PreparedImage;

    #[test]
    fn a_camera_reads_the_address() {
        let address = "https://example.org/articles/2025-03-03-council/";
        let svg = qr_code(address).expect("a code");
        let tree = Tree::from_data(&svg, &Options::default()).expect("an SVG");
        let scale = 200.0 / tree.size().width();
        let mut pixels = Pixmap::new(200, 200).expect("room");
        resvg::render(
            &tree,
            Transform::from_scale(scale, scale),
            &mut pixels.as_mut(),
        );
        let mut image = PreparedImage::prepare_from_greyscale(200, 200, |x, y| {
            pixels.pixels()[y * 200 + x].red()
        });
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1);
        let (_, read) = grids[0].decode().expect("a readable code");
        assert_eq!(read, address);
    }

    #[test]
    fn an_address_beyond_all_measure_has_no_code() {
        assert_eq!(qr_code(&"a".repeat(3000)), None);
    }
}
