//! Numbers of the bulletin, and in it.

use super::super::bulletin::Bulletin;
use super::super::item::Collection;
use super::super::kind::ProblemKind;
use super::super::pointer::pointer;
use super::super::sink::Sink;
use super::Context;

pub(super) fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (file_number, bulletin) in &context.folder.bulletins {
        if bulletin.number != *file_number {
            let file = context.file(Collection::Bulletins, file_number);
            let kind = ProblemKind::NumberMismatch {
                number: bulletin.number,
                file_number: *file_number,
            };
            sink.value(file, pointer!["number"], kind);
        }
        check_ranges(context, *file_number, bulletin, sink);
    }
    gaps(context, sink);
}

/// Limits that the JSON Schema states and no type of Rust holds.
fn check_ranges(context: &Context<'_>, number: u32, bulletin: &Bulletin, sink: &mut Sink<'_>) {
    let file = context.file(Collection::Bulletins, &number);
    let this_year = context.today.year();
    if bulletin
        .year
        .is_some_and(|year| !(1900..=this_year).contains(&i32::from(year)))
    {
        let least = Some("1900".to_owned());
        let kind = ProblemKind::OutOfRange {
            least,
            most: Some(this_year.to_string()),
        };
        sink.value(file, pointer!["year"], kind);
    }
    for (index, entry) in bulletin.contents.iter().enumerate() {
        if entry.page == Some(0) {
            let kind = ProblemKind::OutOfRange {
                least: Some("1".to_owned()),
                most: None,
            };
            sink.value(file, pointer!["contents", index, "page"], kind);
        }
    }
}

/// Numbers missing between the first and the last issue; an issue that cannot be read is there.
fn gaps(context: &Context<'_>, sink: &mut Sink<'_>) {
    let ids = context.folder.ids(Collection::Bulletins);
    let mut numbers: Vec<u32> = ids.iter().filter_map(|id| id.parse().ok()).collect();
    numbers.sort_unstable();
    for pair in numbers.windows(2) {
        if let &[before, after] = pair
            && before + 1 < after
        {
            let file = context.file(Collection::Bulletins, &after);
            let kind = ProblemKind::BulletinGap {
                first: before + 1,
                last: after - 1,
            };
            sink.value(file, pointer!["number"], kind);
        }
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
                "bulletins/3.json bulletin-gap 1:3 前面缺第 2 期简报 / 找到的话补上；找不到就不用管",
                "bulletins/7.json bulletin-gap 1:7 前面缺第 4 到第 6 期简报 / 找到的话补上；找不到就不用管",
                "bulletins/7.json out-of-range 1:23 数字超出范围 / 写 1900 到 2024 之间的数",
                "bulletins/7.json out-of-range 1:0 数字超出范围 / 至少是 1",
            ]);
    }
}
