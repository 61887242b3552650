//! Dialog for a table: cells to type into, a row or a column more or less.

use super::ends::ends;
use super::{Area, words};
use crate::editor::form;
use leptos::prelude::*;

type Cells = Vec<Vec<RwSignal<String>>>;

/// Shows the dialog.
pub(super) fn dialog(area: Area, is_open: RwSignal<bool>) -> AnyView {
    form::dialog(is_open, words::TABLE, move || {
        let cells = RwSignal::new(grid(3, 3));
        let size = move |rows: isize, columns: isize| {
            cells.update(|cells| resize(cells, rows, columns));
        };
        let insert = move || {
            let text = cells.with_untracked(written);
            move || area.change(|here| here.insert_block(&text))
        };
        let button = move |label: &'static str, rows: isize, columns: isize| {
            view! { <button type="button" class="button button--quiet" on:click=move |_| size(rows, columns)>{label}</button> }
        };
        view! {
            <p class="buttons">
                {button(words::ROW_MORE, 1, 0)}
                {button(words::ROW_LESS, -1, 0)}
                {button(words::COLUMN_MORE, 0, 1)}
                {button(words::COLUMN_LESS, 0, -1)}
            </p>
            <div class="grid" tabindex="0" role="group" aria-label=words::TABLE>
                <table>{move || rows(cells.get())}</table>
            </div>
            <p class="quiet">{words::TABLE_HOW}</p>
            {ends(is_open, || true, insert)}
        }
        .into_any()
    })
}

fn grid(rows: usize, columns: usize) -> Cells {
    (0..rows)
        .map(|_| (0..columns).map(|_| RwSignal::default()).collect())
        .collect()
}

fn resize(cells: &mut Cells, rows: isize, columns: isize) {
    let width = cells.first().map_or(1, Vec::len);
    let height = cells.len().saturating_add_signed(rows).max(2);
    let width = width.saturating_add_signed(columns).max(1);
    cells.resize_with(height, Vec::new);
    for row in cells {
        row.resize_with(width, RwSignal::default);
    }
}

fn rows(cells: Cells) -> impl IntoView {
    let mut rows = cells.into_iter().enumerate().map(|(y, row)| {
        let cells = row
            .into_iter()
            .enumerate()
            .map(|(x, cell)| {
                let input = view! {
                    <input type="text" aria-label=words::cell(y + 1, x + 1) prop:value=cell
                        on:input=move |event| cell.set(event_target_value(&event))/>
                };
                match y {
                    0 => view! { <th>{input}</th> }.into_any(),
                    _ => view! { <td>{input}</td> }.into_any(),
                }
            })
            .collect::<Vec<_>>();
        view! { <tr>{cells}</tr> }
    });
    let head = rows.next();
    let body = rows.collect::<Vec<_>>();
    view! { <thead>{head}</thead><tbody>{body}</tbody> }
}

/// Returns the table as Markdown, without the rows and columns at its end that are empty.
fn written(cells: &Cells) -> String {
    let texts: Vec<Vec<String>> = cells
        .iter()
        .map(|row| {
            let text = |cell: &RwSignal<String>| cell.get_untracked().trim().replace('|', "\\|");
            row.iter().map(text).collect()
        })
        .collect();
    let is_filled = |cell: &String| !cell.is_empty();
    let height = texts
        .iter()
        .rposition(|row| row.iter().any(is_filled))
        .map_or(2, |last| (last + 1).max(2));
    let width = texts
        .iter()
        .filter_map(|row| row.iter().rposition(is_filled))
        .max()
        .map_or(1, |last| last + 1);
    let line = |row: &Vec<String>| format!("| {} |", row[..width.min(row.len())].join(" | "));
    let mut lines: Vec<String> = texts.iter().take(height).map(line).collect();
    lines.insert(1, format!("|{}", "---|".repeat(width)));
    lines.join("\n")
}
