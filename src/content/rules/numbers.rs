//! Rules for the numbers of the bulletin, and for numbers in it.

use super::{Context, File};
use crate::content::diagnostics::kind::ProblemKind;
use crate::content::diagnostics::pointer::pointer;
use crate::content::items::bulletin::Bulletin;
use crate::content::items::numbering::{MOST_OF_AN_ISSUE, is_last_of, missing_numbers};
use crate::content::items::reference::Collection;
use crate::route::IssueId;

pub(super) fn check(context: &Context<'_>) {
    for (file, id, bulletin) in context.bulletins() {
        if bulletin.number != id.number() {
            let kind = ProblemKind::NumberMismatch {
                number: bulletin.number,
                file: *id,
            };
            file.report(pointer!["number"], kind);
        }
        if let (Some(year), Some(of_name)) = (bulletin.year, id.year())
            && year != of_name
        {
            file.report(
                pointer!["year"],
                ProblemKind::YearMismatch { year, file: *id },
            );
        }
        check_ranges(file, bulletin);
        check_double_issue(file, *id, bulletin);
    }
    gaps(context);
}

/// Checks limits that the JSON Schema states and the Rust types do not.
fn check_ranges(file: File<'_>, bulletin: &Bulletin) {
    let this_year = file.context.today.year();
    let year = bulletin.year.map(i32::from);
    if year.is_some_and(|year| !(1900..=this_year).contains(&year)) {
        file.report(pointer!["year"], out_of_range(1900, Some(this_year)));
    }
    for (index, entry) in bulletin.contents.iter().enumerate() {
        if entry.page == Some(0) {
            let place = pointer!["contents", index, "page"];
            file.report(place, out_of_range(1, None));
        }
    }
}

fn out_of_range<T: ToString>(least: T, most: Option<T>) -> ProblemKind {
    ProblemKind::OutOfRange {
        least: Some(least.to_string()),
        most: most.map(|most| most.to_string()),
    }
}

/// Checks that a double issue ends with a later number, and that none of its numbers has a file
/// of its own.
fn check_double_issue(file: File<'_>, id: IssueId, bulletin: &Bulletin) {
    let number = id.number();
    let next = number.saturating_add(1);
    let written = bulletin.last_number;
    if written.is_some_and(|last| !is_last_of(number, last)) {
        let most = number.saturating_add(MOST_OF_AN_ISSUE - 1);
        file.report(pointer!["last_number"], out_of_range(next, Some(most)));
    }
    let Some(last) = bulletin.last_number() else {
        return;
    };
    let field = match written {
        Some(_) => "last_number",
        None => "title",
    };
    for number in next..=last {
        let issue = id.with_number(number);
        let folder = file.context.folder;
        let other = folder.file(Collection::Bulletins, &issue.to_string());
        if !other.is_empty() {
            let other = other.to_owned();
            file.report(
                pointer![field],
                ProblemKind::BulletinOverlap { issue, other },
            );
        }
    }
}

/// Reports numbers missing between the first and the last issue. An issue that could not be
/// read may be a double one, so gaps next to it are not reported.
fn gaps(context: &Context<'_>) {
    if context.folder.lost.any_of(Collection::Bulletins) {
        return;
    }
    let issues = context.folder.bulletins.iter();
    let missing = missing_numbers(issues.map(|(id, bulletin)| (*id, bulletin.last_number())));
    for (file, id, (first, last)) in context.items(Collection::Bulletins, &missing) {
        let kind = ProblemKind::BulletinGap {
            year: id.year(),
            first: *first,
            last: *last,
        };
        file.report(pointer!["number"], kind);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Fixture;

    #[test]
    fn numbers_are_those_of_the_files_and_have_no_gaps() {
        Fixture::new()
            .file("content/bulletins/1.json", r#"{"number": 2}"#)
            .file("content/bulletins/3.json", r#"{"number": 3}"#)
            .file("content/bulletins/7.json", r#"{"number": 7, "year": 23, "contents": [{"title": "目", "page": 0}]}"#)
            .check(&[
                "bulletins/1.json number-mismatch 1:2 期号 2 和文件名 1.json 不一致 / 改成 1，或者把文件改名为 2.json",
                "bulletins/3.json bulletin-gap 1:3 前面缺第 2 期简报 / 找到的话补上；找不到就不用管；上一期如果是合刊，在它的文件里写 \"last_number\": 2",
                "bulletins/7.json bulletin-gap 1:7 前面缺第 4 到第 6 期简报 / 找到的话补上；找不到就不用管；上一期如果是合刊，在它的文件里写 \"last_number\": 6",
                "bulletins/7.json out-of-range 1:23 数字超出范围 / 写 1900 到 2024 之间的数",
                "bulletins/7.json out-of-range 1:0 数字超出范围 / 至少是 1",
            ]);
    }

    #[test]
    fn a_double_issue_leaves_no_gap() {
        Fixture::new()
            .file("content/bulletins/142.json", r#"{"number": 142}"#)
            .file("content/bulletins/143.json", r#"{"number": 143, "last_number": 144}"#)
            .file("content/bulletins/145.json", r#"{"number": 145, "title": "示例简报（第145—146期合刊）"}"#)
            .file("content/bulletins/147.json", r#"{"number": 147}"#)
            .article("a", r#""section": "news", "bulletin": 144"#)
            .article("b", r#""section": "news", "bulletin": "146""#)
            .site(r#""navigation": [{"label": "简报", "to": "bulletin:144"}, {"label": "简报", "to": "/bulletins/146/"}]"#)
            .check(&[]);
    }

    #[test]
    fn a_double_issue_has_its_numbers_to_itself() {
        Fixture::new()
            .file("content/bulletins/1.json", r#"{"number": 1, "last_number": 2}"#)
            .file("content/bulletins/2.json", r#"{"number": 2}"#)
            .file("content/bulletins/3.json", r#"{"number": 3, "last_number": 3}"#)
            .file("content/bulletins/4.json", r#"{"number": 4, "last_number": 44}"#)
            .check(&[
                "bulletins/1.json bulletin-overlap 1:2 合刊里的第 2 期另有文件 content/bulletins/2.json / 改正 last_number 或标题里的期号；如果真是合刊，删除那个文件",
                "bulletins/3.json out-of-range 1:3 数字超出范围 / 写 4 到 14 之间的数",
                "bulletins/4.json out-of-range 1:44 数字超出范围 / 写 5 到 15 之间的数",
            ]);
    }

    #[test]
    fn numbers_may_begin_anew_each_year() {
        Fixture::new()
            .file("content/bulletins/2022-11.json", r#"{"number": 11, "published": "2022-11-30"}"#)
            .file("content/bulletins/2022-12.json", r#"{"number": 12, "published": "2023-01-10"}"#)
            .file("content/bulletins/2023/2023-2.json", r#"{"number": 2, "year": 2023, "published": "2023-02-28"}"#)
            .file("content/bulletins/2023/2023-3.json", r#"{"number": 4, "year": 2022, "published": "2023-01-31"}"#)
            .article("a", r#""section": "news", "bulletin": "2023-2""#)
            .article("b", r#""section": "news", "bulletin": "2023-9""#)
            .check(&[
                "articles/b.json unknown-item 1:\"2023-9\" 没有编号为 `2023-9` 的简报 / 编号就是 content/bulletins 里的文件名（不带 .json）",
                "bulletins/2023/2023-2.json bulletin-gap 1:2 前面缺 2023 年第 1 期简报 / 找到的话补上；找不到就不用管",
                "bulletins/2023/2023-3.json number-mismatch 1:4 期号 4 和文件名 2023-3.json 不一致 / 改成 3，或者把文件改名为 2023-4.json",
                "bulletins/2023/2023-3.json number-mismatch 1:2022 年份 2022 和文件名 2023-3.json 不一致 / 改正年份，或者改文件名",
                "bulletins/2023/2023-3.json bulletin-order 1:\"2023-01-31\" 发布日期早于 2023 年第 2 期（2023-02-28） / 期号大的简报日期不能更早；检查这两期的日期和期号",
            ]);
    }

    #[test]
    fn supplements_are_not_counted() {
        Fixture::new()
            .file(
                "content/bulletins/1.json",
                r#"{"number": 1, "published": "2023-01-31"}"#,
            )
            .file(
                "content/bulletins/1-s1.json",
                r#"{"number": 1, "kind": "special", "published": "2023-03-31"}"#,
            )
            .file(
                "content/bulletins/2.json",
                r#"{"number": 2, "published": "2023-02-28"}"#,
            )
            .file("content/bulletins/2023-s2.json", r#"{"number": 2}"#)
            .check(&[]);
    }

    #[test]
    fn another_name_is_proposed_where_it_is_plain() {
        let help = "用期号作文件名，例如 143.json；合刊用第一个期号；每年重新编号的写 2024-3.json；增刊写 143-s1.json 或 2024-s1.json";
        Fixture::new()
            .file("content/bulletins/143-144.json", r#"{"number": 143}"#)
            .file("content/bulletins/2024-03.json", r#"{"number": 3}"#)
            .file("content/bulletins/2023/1.json", r#"{"number": 1}"#)
            .file("content/bulletins/2024/1.json", r#"{"number": 1}"#)
            .check(&[
                &format!("bulletins/143-144.json bad-file-name 简报的文件名 `143-144.json` 不是期号 / {help}"),
                "bulletins/2024-03.json bad-file-name 简报的文件名 `2024-03.json` 不是期号 / 是不是想写 `2024-3.json`？",
                "bulletins/2024/1.json duplicate-id 编号 `1` 已经被 content/bulletins/2023/1.json 用了 / 两个文件里改一个文件名；期号每年重新开始的，文件名写年份和期号，例如 2024-3.json",
            ]);
    }
}
