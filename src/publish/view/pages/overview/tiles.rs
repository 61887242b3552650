//! Positions of the provinces on the tile map.

use crate::content::values::province::Province;

/// Tile map, row by row from the north, each row from the west.
///
/// A tile is approximately at the position of the province among its neighbours. The map has no
/// borders, so none can be wrong.
const TILES: [&str; 8] = [
    "·　·　·　·　·　·　黑龙江",
    "·　·　·　内蒙古　·　·　吉林",
    "新疆　甘肃　宁夏　山西　北京　天津　辽宁",
    "西藏　青海　陕西　河南　河北　山东　·",
    "·　四川　重庆　湖北　安徽　江苏　上海",
    "·　云南　贵州　湖南　江西　浙江　·",
    "·　·　广西　广东　福建　·　台湾",
    "·　·　海南　澳门　香港　·　·",
];

/// Numbers of columns and rows.
pub(crate) const SIZE: (usize, usize) = (7, TILES.len());

/// Returns the column and the row of each province, row by row.
pub(crate) fn tiles() -> Vec<(Province, usize, usize)> {
    let mut tiles = Vec::with_capacity(Province::ALL.len());
    for (row, names) in TILES.into_iter().enumerate() {
        for (column, name) in names.split('　').enumerate() {
            let named = |province: &Province| province.short_name() == name;
            if let Some(province) = Province::ALL.into_iter().find(named) {
                tiles.push((province, column, row));
            }
        }
    }
    tiles
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_province_has_a_tile_of_its_own() {
        let provinces: BTreeSet<Province> =
            tiles().into_iter().map(|(province, ..)| province).collect();
        assert_eq!(provinces, BTreeSet::from(Province::ALL));
        assert_eq!(tiles().len(), Province::ALL.len());
    }

    #[test]
    fn every_row_has_all_columns() {
        for row in TILES {
            assert_eq!(row.split('　').count(), SIZE.0, "{row}");
        }
    }
}
