//! Sentences with a number or a name in them, and names of values.

use crate::editor::doc::State;
use crate::wire::edit::{Counts, ItemKind, ItemState, Level};
use leptos::prelude::*;

/// States of an article with their names.
pub(in crate::editor) const STATUS: [(&str, &str); 4] = [
    ("published", "已发布"),
    ("draft", "草稿"),
    ("scheduled", "到发布日期才显示"),
    ("withdrawn", "已撤回"),
];

/// Returns what the state of a form is called.
pub(in crate::editor) const fn form_state(state: State) -> &'static str {
    match state {
        State::Clean => "没有改动",
        State::Unsaved => "有改动",
        State::Draft => "草稿已存，还没有保存到文件",
        State::Saving => "正在保存……",
        State::Saved => "已保存",
        State::Conflict => "两边都改过，请选",
        State::Refused => "没有保存，有要改的地方",
    }
}

/// Returns what the state of an item is called.
pub(in crate::editor) const fn state(state: ItemState) -> &'static str {
    match state {
        ItemState::Published => "已发布",
        ItemState::Draft => "草稿",
        ItemState::Scheduled => "定时发布",
        ItemState::Withdrawn => "已撤回",
        ItemState::Unreadable => "读不出来",
    }
}

/// Returns the word of a severity in attributes.
pub(in crate::editor) const fn level_word(level: Level) -> &'static str {
    match level {
        Level::Note => "note",
        Level::Warning => "warning",
        Level::Error => "error",
    }
}

/// Returns what a severity is called.
pub(in crate::editor) const fn level(level: Level) -> &'static str {
    match level {
        Level::Note => "提示",
        Level::Warning => "提醒",
        Level::Error => "错误",
    }
}

/// Returns the label of what makes a new item.
pub(in crate::editor) fn new(kind: ItemKind) -> String {
    format!("新建{}", kind.label())
}

/// Returns the least and the greatest number.
pub(in crate::editor) fn range(least: i64, most: i64) -> String {
    format!("{least} 到 {most}")
}

/// Returns the number of characters and its limit.
pub(in crate::editor) fn length(length: usize, most: usize) -> String {
    format!("{length} / {most} 字")
}

/// Returns how well a colour is read on white.
pub(in crate::editor) fn contrast(ratio: f64) -> String {
    let ratio = (ratio * 10.0).floor() / 10.0;
    match ratio >= 4.5 {
        true => format!("在白底上 {ratio:.1}∶1，看得清"),
        false => format!("在白底上 {ratio:.1}∶1，太浅，要到 4.5∶1"),
    }
}

/// Returns the label of what adds to a list.
pub(in crate::editor) fn add(label: &str) -> String {
    format!("加一个{label}")
}

/// Returns the label of what moves a row up.
pub(in crate::editor) fn up(name: &str) -> String {
    format!("上移：{name}")
}

/// Returns the label of what moves a row down.
pub(in crate::editor) fn down(name: &str) -> String {
    format!("下移：{name}")
}

/// Returns the label of what removes a row.
pub(in crate::editor) fn remove(name: &str) -> String {
    format!("去掉：{name}")
}

/// Returns what is said while a file is on its way.
pub(in crate::editor) fn uploading(name: &str) -> String {
    format!("正在上传 {name}……")
}

/// Returns what is said about a file that is there.
pub(in crate::editor) fn uploaded(path: &str) -> String {
    format!("已放进媒体库：{path}")
}

/// Returns the number of problems.
pub(in crate::editor) fn problems(count: usize) -> String {
    format!("有 {count} 处要看一看")
}

/// Returns the number of things in a list.
pub(in crate::editor) fn count(count: usize) -> String {
    format!("共 {count} 个")
}

/// Returns the number of files.
pub(in crate::editor) fn files(count: usize) -> String {
    format!("{count} 个文件")
}

/// Returns where the site is.
pub(in crate::editor) fn folder(folder: &str) -> String {
    format!("文件夹：{folder}")
}

/// Returns the numbers of problems.
pub(in crate::editor) fn counts(counts: Counts) -> String {
    match (counts.errors, counts.warnings, counts.notes) {
        (0, 0, 0) => "没有发现问题。".to_owned(),
        (errors, warnings, notes) => {
            format!("{errors} 个错误，{warnings} 个提醒，{notes} 个提示")
        }
    }
}

/// Returns the number of a page.
pub(in crate::editor) fn page(page: usize, pages: usize) -> String {
    format!("第 {page} 页，共 {pages} 页")
}

/// Returns what is said about a deleted item.
pub(in crate::editor) fn deleted(title: &str) -> String {
    format!("已删除“{title}”。")
}

/// Returns what is said about unfinished work.
pub(in crate::editor) fn unfinished(saved: &str) -> String {
    match saved.is_empty() {
        true => "这是没写完的草稿，还没有保存到文件。".to_owned(),
        false => format!("这是 {saved} 存下的草稿，还没有保存到文件。"),
    }
}

/// Returns the number of a line.
pub(in crate::editor) fn line(line: usize) -> String {
    format!("第 {line} 行：")
}

/// Returns the name of a cell.
pub(in crate::editor) fn cell(row: usize, column: usize) -> String {
    format!("第 {row} 行第 {column} 列")
}

/// Returns the moment until which a version was current.
pub(in crate::editor) fn until(moment: &str) -> String {
    format!("{moment} 以前")
}

/// Returns the number of uses.
pub(in crate::editor) fn used(count: usize) -> String {
    format!("用在 {count} 处")
}

/// Returns a size.
pub(in crate::editor) fn bytes(bytes: u64) -> String {
    match bytes {
        0..=1023 => format!("{bytes} 字节"),
        1024..=1_048_575 => format!("{} KB", bytes.div_ceil(1024)),
        _ => {
            let tenths = bytes / 104_858;
            format!("{}.{} MB", tenths / 10, tenths % 10)
        }
    }
}

/// Returns what publishing does with files: new, changed, unchanged and removed ones.
pub(in crate::editor) fn plan([new, changed, same, removed]: [usize; 4], is_plan: bool) -> String {
    let word = if is_plan { "将" } else { "" };
    format!("{word}新增 {new} 个文件，更新 {changed} 个，删除 {removed} 个，{same} 个不变")
}

/// Returns the number of pages.
pub(in crate::editor) fn pages(pages: usize) -> String {
    format!("网站共有 {pages} 个网页。")
}

/// Returns where the portal is.
pub(in crate::editor) fn lies_in(folder: &str) -> String {
    format!("网站在：{folder}")
}

/// Shows a sentence, in which what stands between backticks is code.
pub(in crate::editor) fn with_code(sentence: &str) -> AnyView {
    sentence
        .split('`')
        .enumerate()
        .map(|(index, part)| {
            let part = part.to_owned();
            match index % 2 {
                0 => part.into_any(),
                _ => view! { <code>{part}</code> }.into_any(),
            }
        })
        .collect::<Vec<_>>()
        .into_any()
}

/// Returns what is said about a required field that is empty.
pub(in crate::editor) fn fill_in(label: &str) -> String {
    format!("请填写“{label}”")
}

/// Returns a date of a list: the day and, if there is one, the time of day.
pub(in crate::editor) fn date(written: String) -> String {
    match (written.get(..10), written.get(11..16)) {
        (Some(day), Some(time)) => format!("{day} {time}"),
        _ => written,
    }
}
