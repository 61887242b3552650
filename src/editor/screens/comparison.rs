//! Two texts side by side, with the lines marked that differ.

use super::words;
use crate::wire::edit::Comparison;
use leptos::prelude::*;

/// Shows the text of a version beside the current one.
pub(super) fn view(comparison: &Comparison) -> AnyView {
    let now = comparison.now.clone().unwrap_or_default();
    let then: Vec<&str> = comparison.then.lines().collect();
    let lines: Vec<&str> = now.lines().collect();
    let (old, new) = different(&then, &lines);
    let now = match comparison.now {
        Some(_) => text(&lines, &new),
        None => view! { <p class="quiet">{words::NO_FILE}</p> }.into_any(),
    };
    view! {
        <div class="comparison">
            <section>
                <h3>{words::until(&comparison.version.until)}</h3>
                <pre class="comparison__text" tabindex="0">{text(&then, &old)}</pre>
            </section>
            <section>
                <h3>{words::NOW}</h3>
                <pre class="comparison__text" tabindex="0">{now}</pre>
            </section>
        </div>
    }
    .into_any()
}

fn text(lines: &[&str], is_new: &[bool]) -> AnyView {
    lines
        .iter()
        .zip(is_new)
        .map(|(line, is_new)| {
            let line = (*line).to_owned();
            match is_new {
                true => view! { <mark>{line}</mark> }.into_any(),
                false => view! { <span>{line}</span> }.into_any(),
            }
        })
        .collect::<Vec<_>>()
        .into_any()
}

/// Returns for each line of both texts whether the other one lacks it, by the longest common
/// subsequence.
fn different(old: &[&str], new: &[&str]) -> (Vec<bool>, Vec<bool>) {
    let head = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (mut old_marks, mut new_marks) = (vec![false; old.len()], vec![false; new.len()]);
    let tail = old[head..]
        .iter()
        .rev()
        .zip(new[head..].iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let (a, b) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
    // Two files that have nothing in common would take too long.
    if a.len().saturating_mul(b.len()) > 4_000_000 {
        old_marks[head..old.len() - tail].fill(true);
        new_marks[head..new.len() - tail].fill(true);
        return (old_marks, new_marks);
    }
    let mut length = vec![vec![0_u32; b.len() + 1]; a.len() + 1];
    for (i, left) in a.iter().enumerate().rev() {
        for (j, right) in b.iter().enumerate().rev() {
            length[i][j] = match left == right {
                true => length[i + 1][j + 1] + 1,
                false => length[i + 1][j].max(length[i][j + 1]),
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            (i, j) = (i + 1, j + 1);
        } else if j >= b.len() || (i < a.len() && length[i + 1][j] >= length[i][j + 1]) {
            old_marks[head + i] = true;
            i += 1;
        } else {
            new_marks[head + j] = true;
            j += 1;
        }
    }
    (old_marks, new_marks)
}
