//! Goals: figures of the portal as multiples of those of the other sites.

use crate::clicking::WAYS;
use crate::figures::Figures;
use crate::sites::Maker;

/// Highest multiple of the time until the first and the largest paint of plain HTML.
const PAINT: f64 = 1.10;
/// Highest multiple of the time until pages of VitePress are interactive.
const INTERACTIVE: f64 = 0.8;
/// Highest multiple of the time that a click takes on the faster of the other sites.
const CLICK: f64 = 0.5;

/// Prints each multiple beside its goal.
pub(crate) fn print(figures: &Figures) {
    println!("goals");
    for page in ["article", "list", "home"] {
        let topic = format!("loading: {page}");
        for name in ["first paint", "largest paint"] {
            line(figures, &topic, name, &[Maker::Hugo], PAINT);
        }
        line(
            figures,
            &topic,
            "interactive",
            &[Maker::VitePress],
            INTERACTIVE,
        );
    }
    let others = [Maker::Hugo, Maker::VitePress];
    for way in &WAYS {
        line(figures, way.topic, "heading painted", &others, CLICK);
    }
}

fn line(figures: &Figures, topic: &str, name: &str, others: &[Maker], goal: f64) {
    let others = others
        .iter()
        .filter_map(|maker| Some((figures.median(topic, *maker, name)?, maker)));
    let best = others.min_by(|(one, _), (other, _)| one.total_cmp(other));
    let ours = figures.median(topic, Maker::Portal, name);
    let (Some(ours), Some((best, maker))) = (ours, best) else {
        return;
    };
    let multiple = ours / best;
    let verdict = if multiple <= goal {
        "reached"
    } else {
        "missed"
    };
    let what = format!("{topic}, {name}");
    println!(
        "  {what:<54}{multiple:>6.2} of {:<10} at most {goal:.2}: {verdict}",
        maker.name()
    );
}
