//! Members by province: a tile map, and a table with the same data.

use super::Overview;
use super::tiles::{SIZE, tiles};
use crate::content::values::province::Province;
use crate::ids::MAP_ABOUT;
use crate::publish::html::escape::escape;
use crate::route::Facet;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Distance from the edge of a tile to that of the next one, in units of the drawing.
const PITCH: usize = 60;
/// Gap between two tiles, in units of the drawing.
const GAP: usize = 4;
/// Number of shades, the darkest last.
const SHADES: usize = 4;

impl Overview<'_> {
    /// Returns the map and the table beside it.
    pub(crate) fn regions(&self) -> String {
        let mut counts = BTreeMap::new();
        for province in self
            .members
            .iter()
            .filter_map(|(_, member)| member.province)
        {
            *counts.entry(province).or_insert(0_usize) += 1;
        }
        format!(
            "<div class=\"regions\">{}{}</div>",
            self.map(&counts),
            self.table(&counts)
        )
    }

    fn map(&self, counts: &BTreeMap<Province, usize>) -> String {
        let words = self.words;
        let most = counts.values().copied().max().unwrap_or(1);
        let mut drawn = String::new();
        for (province, column, row) in tiles() {
            let count = counts.get(&province).copied().unwrap_or(0);
            drawn.push_str(&self.tile(province, count, most, (column * PITCH, row * PITCH)));
        }
        format!(
            "<figure class=\"map\">\
             <svg viewBox=\"0 0 {width} {height}\" role=\"group\" aria-label=\"{title}\" aria-describedby=\"{MAP_ABOUT}\">\
             <desc id=\"{MAP_ABOUT}\">{about}</desc>{drawn}</svg>\
             <figcaption>{caption}</figcaption></figure>",
            width = SIZE.0 * PITCH - GAP,
            height = SIZE.1 * PITCH - GAP,
            title = words.map,
            about = words.map_about,
            caption = words.map_caption,
        )
    }

    /// Returns a tile: a link if the province has members, else hidden from screen readers, as
    /// the table leaves out such provinces, too.
    fn tile(
        &self,
        province: Province,
        count: usize,
        most: usize,
        (left, top): (usize, usize),
    ) -> String {
        let name = self.names.province(province);
        // The English names are too long for a tile.
        let written = if name.is_ascii() {
            province.letters()
        } else {
            &name
        };
        let side = PITCH - GAP;
        let middle = left + side / 2;
        let mut drawing = format!(
            "<rect x=\"{left}\" y=\"{top}\" width=\"{side}\" height=\"{side}\"/>\
             <text x=\"{middle}\" y=\"{}\">{written}</text>",
            top + if count == 0 { 34 } else { 24 },
        );
        if count == 0 {
            return format!("<g class=\"tile\" aria-hidden=\"true\">{drawing}</g>");
        }
        // Writing to a string cannot fail.
        _ = write!(
            drawing,
            "<text class=\"tile__count\" x=\"{middle}\" y=\"{}\">{count}</text>",
            top + 45
        );
        format!(
            "<a class=\"tile tile--{shade}\" href=\"{href}\" aria-label=\"{title}\">{drawing}</a>",
            shade = (count * SHADES).div_ceil(most),
            href = self.base.members_by(Facet::Province, &name),
            title = (self.words.province_with_count)(&name, count),
        )
    }

    fn table(&self, counts: &BTreeMap<Province, usize>) -> String {
        let words = self.words;
        let all = self.members.len();
        let known: usize = counts.values().sum();
        let mut sorted: Vec<_> = counts.iter().collect();
        sorted.sort_by_key(|(province, count)| (Reverse(**count), **province));
        let mut rows = String::new();
        for (province, count) in sorted {
            let name = self.names.province(*province);
            let href = self.base.members_by(Facet::Province, &name);
            rows.push_str(&row(
                &format!("<a href=\"{href}\">{}</a>", escape(&name)),
                *count,
                all,
            ));
        }
        if known < all {
            rows.push_str(&row(words.no_province, all - known, all));
        }
        format!(
            "<table class=\"region-table\"><caption>{}</caption>\
             <thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\
             <tbody>{rows}</tbody></table>",
            words.table, words.province, words.count, words.share,
        )
    }
}

fn row(name: &str, count: usize, all: usize) -> String {
    let share = share(count, all);
    format!("<tr><th scope=\"row\">{name}</th><td>{count}</td><td>{share}</td></tr>")
}

/// Formats a share in per cent with one decimal, rounded to the nearest.
fn share(count: usize, all: usize) -> String {
    let tenths = (count * 2000 + all) / (all * 2).max(1);
    format!("{}.{}%", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_to_a_tenth() {
        for (count, all, expected) in [
            (1, 1, "100.0%"),
            (1, 3, "33.3%"),
            (2, 3, "66.7%"),
            (1, 60, "1.7%"),
            (0, 5, "0.0%"),
        ] {
            assert_eq!(share(count, all), expected);
        }
    }
}
