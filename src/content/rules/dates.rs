//! Rules for the order of dates, and for dates in the future.

use super::{Context, File};
use crate::content::diagnostics::kind::ProblemKind;
use crate::content::diagnostics::pointer::{Pointer, pointer};
use crate::content::items::article::{Article, ArticleStatus};
use crate::content::items::bulletin::Bulletin;
use crate::content::values::date::{Date, Moment, PartialDate};
use crate::route::IssueId;

pub(super) fn check(context: &Context<'_>) {
    for (file, site) in context.site() {
        for (index, mourning) in site.theme.mourning.iter().enumerate() {
            if mourning.to < mourning.from {
                let place = pointer!["theme", "mourning", index, "to"];
                file.report(place, end_before_start(mourning.from, mourning.to));
            }
        }
    }
    for (file, _, article) in context.articles() {
        check_article(file, article);
    }
    for (file, _, member) in context.members() {
        if let (Some(joined), Some(left)) = (member.joined, member.left) {
            check_span(file, pointer!["left"], joined, left);
        }
    }
    for (file, _, bulletin) in context.bulletins() {
        check_bulletin(file, bulletin);
    }
    bulletins_rise(context);
    for (file, _, event) in context.events() {
        if let Some(end) = event.end.filter(|end| end.is_before(event.start)) {
            file.report(pointer!["end"], end_before_start(event.start, end));
        }
        for (index, change) in event.changes.iter().enumerate() {
            check_past(file, pointer!["changes", index, "date"], change.date);
        }
    }
    for (file, _, page) in context.pages() {
        if let Some(updated) = page.updated {
            check_past(file, pointer!["updated"], updated.date());
        }
    }
}

fn check_article(file: File<'_>, article: &Article) {
    let published = article.published;
    let is_scheduled = article.status == ArticleStatus::Scheduled;
    if !is_scheduled {
        check_published(file, published.date(), true);
    }
    if let Some(updated) = article.updated {
        if !is_scheduled {
            check_past(file, pointer!["updated"], updated.date());
        }
        if updated.is_before(published) {
            let kind = ProblemKind::UpdatedBeforePublished { published };
            file.report(pointer!["updated"], kind);
        }
    }
    for (index, correction) in article.corrections.iter().enumerate() {
        let place = pointer!["corrections", index, "date"];
        if Moment::from(correction.date).is_before(published) {
            file.report(place, ProblemKind::UpdatedBeforePublished { published });
        } else if !is_scheduled {
            check_past(file, place, correction.date);
        }
    }
}

fn check_bulletin(file: File<'_>, bulletin: &Bulletin) {
    if let Some(covers) = &bulletin.covers {
        check_span(file, pointer!["covers", "to"], covers.from, covers.to);
    }
    if let Some(published) = bulletin.published {
        check_published(file, published.date(), false);
    }
    for (index, correction) in bulletin.corrections.iter().enumerate() {
        let place = pointer!["corrections", index, "date"];
        check_past(file, place, correction.date);
    }
}

/// Checks that dates of the bulletin, if known, increase with its numbers: those of the running
/// series, and those of the years. Supplements may have any date.
fn bulletins_rise(context: &Context<'_>) {
    let mut latest: Option<(IssueId, PartialDate)> = None;
    for (file, id, bulletin) in context.bulletins() {
        let Some((field, date)) = known_date(bulletin).filter(|_| !id.is_supplement()) else {
            continue;
        };
        match latest {
            Some((earlier, earlier_date))
                if earlier.year().is_some() == id.year().is_some()
                    && earlier_date.is_after(date) =>
            {
                let earlier_date = earlier_date.to_string();
                let kind = ProblemKind::BulletinOrder {
                    earlier,
                    earlier_date,
                };
                file.report(pointer![field], kind);
            }
            _ => latest = Some((*id, date)),
        }
    }
}

fn known_date(bulletin: &Bulletin) -> Option<(&'static str, PartialDate)> {
    match (bulletin.published, bulletin.year) {
        (Some(published), _) => Some(("published", PartialDate::Day(published.date()))),
        (None, Some(year)) => Some(("year", PartialDate::Year(year.into()))),
        (None, None) => None,
    }
}

fn check_span(file: File<'_>, place: Pointer, from: PartialDate, to: PartialDate) {
    if from.is_after(to) {
        file.report(place, end_before_start(from, to));
    }
}

fn check_published(file: File<'_>, date: Date, can_be_scheduled: bool) {
    if file.context.today < date {
        let kind = ProblemKind::FuturePublication {
            date,
            can_be_scheduled,
        };
        file.report(pointer!["published"], kind);
    }
}

/// Checks that a date of a change is not in the future.
fn check_past(file: File<'_>, place: Pointer, date: Date) {
    if file.context.today < date {
        file.report(place, ProblemKind::FutureUpdate(date));
    }
}

fn end_before_start(start: impl ToString, end: impl ToString) -> ProblemKind {
    ProblemKind::EndBeforeStart {
        start: start.to_string(),
        end: end.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Fixture;

    #[test]
    fn dates_follow_each_other() {
        Fixture::new()
            .site(r#""theme": {"mourning": [{"from": "2023-01-02", "to": "2023-01-01"}]}"#)
            .article("a", r#""section": "news", "updated": "2022-12-31", "corrections": [{"date": "2022-01-01", "note": "改"}]"#)
            .member("m", r#""joined": "2010", "left": "2009-12""#)
            .file("content/events/e.json", r#"{"name": "会", "start": "2023-05-02", "end": "2023-05-01"}"#)
            .file("content/events/f.json", r#"{"name": "坛", "start": "2023-05-02", "changes": [{"date": "2024-07-01", "note": "改期"}]}"#)
            .file("content/bulletins/140.json", r#"{"number": 140, "covers": {"from": "2023", "to": "2010"}}"#)
            .check(&[
                "articles/a.json updated-before-published 1:\"2022-12-31\" 早于发布日期 2023-01-01 / 这里的日期不能早于 published；没有修改过就删除",
                "articles/a.json updated-before-published 1:\"2022-01-01\" 早于发布日期 2023-01-01 / 这里的日期不能早于 published；没有修改过就删除",
                "bulletins/140.json end-before-start 1:\"2010\" 结束的日期 2010 早于开始的日期 2023 / 检查两个日期是不是写反了",
                "events/e.json end-before-start 1:\"2023-05-01\" 结束的日期 2023-05-01 早于开始的日期 2023-05-02 / 检查两个日期是不是写反了",
                "events/f.json future-update 1:\"2024-07-01\" 日期 2024-07-01 还没有到 / 这里写已经发生的日期",
                "members/m.json end-before-start 1:\"2009-12\" 结束的日期 2009-12 早于开始的日期 2010 / 检查两个日期是不是写反了",
                "site.json end-before-start 1:\"2023-01-01\" 结束的日期 2023-01-01 早于开始的日期 2023-01-02 / 检查两个日期是不是写反了",
            ]);
    }

    #[test]
    fn what_is_published_has_happened() {
        Fixture::new()
            .file("content/articles/a.json", r#"{"title": "甲", "section": "news", "published": "2024-06-02", "body": "文"}"#)
            .file("content/articles/b.json", r#"{"title": "乙", "section": "news", "published": "2024-06-02", "body": "文", "status": "scheduled"}"#)
            .file("content/articles/c.json", r#"{"title": "丙", "section": "news", "published": "2024-06-01", "updated": "2024-06-03", "body": "文"}"#)
            .file("content/bulletins/1.json", r#"{"number": 1, "published": "2025-01-01"}"#)
            .check(&[
                "articles/a.json future-publication 1:\"2024-06-02\" 发布日期 2024-06-02 还没有到 / 改正日期；如果要定时发布，加上 \"status\": \"scheduled\"",
                "articles/c.json future-update 1:\"2024-06-03\" 日期 2024-06-03 还没有到 / 这里写已经发生的日期",
                "bulletins/1.json future-publication 1:\"2025-01-01\" 发布日期 2025-01-01 还没有到 / 改正日期，或者到时再加这一期",
            ]);
    }

    #[test]
    fn numbers_and_dates_of_bulletins_rise_together() {
        Fixture::new()
            .file("content/bulletins/1.json", r#"{"number": 1, "published": "2022-05-01"}"#)
            .file("content/bulletins/2.json", r#"{"number": 2}"#)
            .file("content/bulletins/3.json", r#"{"number": 3, "year": 2021}"#)
            .file("content/bulletins/4.json", r#"{"number": 4, "year": 2022}"#)
            .check(&[
                "bulletins/3.json bulletin-order 1:2021 发布日期早于第 1 期（2022-05-01） / 期号大的简报日期不能更早；检查这两期的日期和期号",
            ]);
    }
}
