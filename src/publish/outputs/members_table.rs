//! Members as a table for spreadsheets.

use crate::publish::view::SiteView;
use crate::route::{PublicUrl, Route};
use crate::wire;

/// Byte order mark, by which Excel recognises UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Returns the table as CSV (RFC 4180), in the order of the directory.
///
/// # Errors
/// Returns an error if the table cannot be written, which cannot happen in memory.
pub(super) fn members_table(view: &SiteView<'_>, url: &PublicUrl) -> Result<Vec<u8>, csv::Error> {
    let (text, words) = (view.words(), view.offered());
    let mut table = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    table.write_record([
        words.member_id,
        words.member_name,
        words.member_short_name,
        text.member_former_names,
        text.member_name_en,
        text.member_kind,
        text.member_role,
        words.member_province,
        words.member_city,
        text.member_chain,
        text.member_products,
        text.member_website,
        text.member_joined,
        text.member_left,
        words.member_status,
        words.member_page,
    ])?;
    for (id, written) in &view.catalog().members {
        let Some(member) = view.member(id.as_str()) else {
            continue;
        };
        let row = member.row;
        let date = |date: Option<wire::Date>| date.map(|date| date.iso().to_owned());
        let stages = row.chain_stage.iter();
        let stages: Vec<&str> = stages.map(|stage| text.chain_stage(*stage)).collect();
        let name_en = written.name_en.as_ref().map(ToString::to_string);
        let city = written.city.as_ref().map(ToString::to_string);
        let cells = [
            row.id,
            written.name.to_string(),
            member.short_name.unwrap_or_default(),
            member.former_names.join("；"),
            name_en.unwrap_or_default(),
            text.kind_of_member(row.kind).to_owned(),
            row.role.map_or("", |role| text.role(role)).to_owned(),
            row.province.unwrap_or_default(),
            city.unwrap_or_default(),
            stages.join("；"),
            member.products.join("；"),
            member.website.unwrap_or_default(),
            date(member.joined).unwrap_or_default(),
            date(member.left).unwrap_or_default(),
            text.status_of_member(row.status).to_owned(),
            url.canonical(&Route::Member(id.to_string())),
        ];
        table.write_record(cells.map(harmless))?;
    }
    let table = table.into_inner();
    table.map_err(|error| error.into_error().into())
}

/// Makes a cell safe for spreadsheets: a formula in a name would be executed on the user's
/// machine (OWASP, CSV injection).
fn harmless(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_becomes_text() {
        for (cell, expected) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-1", "'-1"),
            ("示例=公司", "示例=公司"),
            ("", ""),
        ] {
            assert_eq!(harmless(cell.to_owned()), expected);
        }
    }
}
