//! Editorial rules.

use super::{Context, File};
use crate::content::diagnostics::kind::ProblemKind;
use crate::content::diagnostics::pointer::pointer;
use crate::content::items::article::{Article, ArticleStatus, Origin};
use crate::content::items::reference::Collection;
use crate::content::items::site::{Section, SectionKind};
use crate::content::values::date::Date;
use crate::content::values::text::unshown_in_paragraph;
use crate::content::values::text_value::Fault;

/// Pages that readers expect.
const EXPECTED_PAGES: [&str; 2] = ["about", "contact"];

pub(super) fn check(context: &Context<'_>) {
    for (file, _, article) in context.articles() {
        check_article(file, article);
    }
    for (file, _, member) in context.members() {
        if member.intro.is_some() && member.body.is_some() {
            file.report(pointer!["intro"], ProblemKind::IntroAndBody);
        }
    }
    let pages = context.folder.ids(Collection::Pages);
    for id in EXPECTED_PAGES.into_iter().filter(|id| !pages.contains(id)) {
        let file = format!("content/{}/{id}.json", Collection::Pages.folder());
        let kind = ProblemKind::ExpectedPage(id.to_owned());
        context.collector.file(&file, kind);
    }
    stale_sections(context);
}

fn check_article(file: File<'_>, article: &Article) {
    match article.summary.text() {
        Some(text) => {
            if let Some(character) = unshown_in_paragraph(text) {
                let kind = ProblemKind::BadText {
                    text: text.to_owned(),
                    fault: Fault::Unshown(character),
                };
                file.report(pointer!["summary"], kind);
            }
            let count = text.chars().count();
            if !(30..=140).contains(&count) {
                file.report(pointer!["summary"], ProblemKind::SummaryLength { count });
            }
        }
        None if article.summary.is_written() => {
            file.report(pointer!["summary"], ProblemKind::EmptySummary);
        }
        None => {}
    }
    if let ArticleStatus::Withdrawn { reason: None } = article.status {
        file.report(pointer!["status"], ProblemKind::WithdrawnWithoutReason);
    }
    let source = article.source.as_ref();
    let has_url = source.is_some_and(|source| source.url.is_some());
    if article.origin == Some(Origin::Repost) && !has_url {
        file.report(pointer!["origin"], ProblemKind::RepostWithoutUrl);
    }
}

fn stale_sections(context: &Context<'_>) {
    for (file, site) in context.site() {
        for (index, section) in site.sections.iter().enumerate() {
            // A section without entries is new or shows that it is empty; neither is stale.
            let (Some(limit), Some(newest)) =
                (section.stale_after_days, newest_in(context, section))
            else {
                continue;
            };
            let days = context.today.days_since(newest);
            if i64::from(limit) < days && !may_have_newer(context, section) {
                let name = section.name.to_string();
                let place = pointer!["sections", index, "stale_after_days"];
                file.report(place, ProblemKind::StaleSection { name, days, limit });
            }
        }
    }
}

/// Returns `true` if an entry of the section may be in a file that could not be read.
fn may_have_newer(context: &Context<'_>, section: &Section) -> bool {
    let lost = &context.folder.lost;
    lost.any_of(Collection::Articles)
        || (section.kind == SectionKind::Events && lost.any_of(Collection::Events))
}

fn newest_in(context: &Context<'_>, section: &Section) -> Option<Date> {
    let is_shown = |article: &Article| {
        let listed = article.section == section.id || article.also_in.contains(&section.id);
        listed && article.status != ArticleStatus::Draft
    };
    let folder = context.folder;
    let articles = folder.articles.values().filter(|article| is_shown(article));
    let events = folder.events.values();
    let events = events.filter(|_| section.kind == SectionKind::Events);
    articles
        .map(|article| article.published.date())
        .chain(events.map(|event| event.start.date()))
        .max()
}

#[cfg(test)]
mod tests {
    use super::super::testing::Fixture;

    #[test]
    fn an_attentive_editor_asks() {
        Fixture::new()
            .without("content/pages/about.json")
            .without("content/pages/contact.json")
            .article("a", r#""section": "news", "summary": "太短", "origin": "repost", "status": "withdrawn""#)
            .article("b", r#""section": "news", "summary": " ", "origin": "repost", "source": {"name": "某报"}"#)
            .member("m", r#""intro": "简介", "body": "介绍""#)
            .check(&[
                "articles/a.json summary-length 1:\"太短\" 摘要有 2 个字，适合列表和搜索结果的是 30 到 140 个字 / 补充或者精简；也可以删除这个字段（自动取正文开头）",
                "articles/a.json repost-without-url 1:\"repost\" 转载的文章没有写原文网址 / 补上 \"source\": { \"name\": \"……\", \"url\": \"https://……\" }",
                "articles/a.json withdrawn-without-reason 1:\"withdrawn\" 文章撤回了，但没有写原因 / 写成 \"status\": { \"withdrawn\": { \"reason\": \"……\" } }",
                "articles/b.json empty-summary 1:\" \" 摘要是空的 / 写 30 到 140 个字，或者删除这个字段（自动取正文开头）",
                "articles/b.json repost-without-url 1:\"repost\" 转载的文章没有写原文网址 / 补上 \"source\": { \"name\": \"……\", \"url\": \"https://……\" }",
                "members/m.json intro-and-body 1:\"简介\" intro 和 body 只能写一个 / 短的用 intro，需要分段和图片的用 body",
                "pages/about.json expected-page 没有 content/pages/about.json / 读者会找“关于我们”，请加上这个页面",
                "pages/contact.json expected-page 没有 content/pages/contact.json / 读者会找“联系我们”，请加上这个页面",
            ]);
    }

    #[test]
    fn stale_sections_are_noted() {
        Fixture::new()
            .article("a", r#""section": "news""#)
            .site(r#""sections": [{"id": "news", "name": "动态", "stale_after_days": 90},
{"id": "policy", "name": "政策", "stale_after_days": 9}]"#)
            .check(&[
                "site.json stale-section 1:90 栏目“动态”已经 517 天没有新内容（提醒线是 90 天） / 发布新内容，或者调整 stale_after_days",
            ]);
    }

    #[test]
    fn a_summary_has_no_character_that_is_not_shown() {
        Fixture::new()
            .article("a", r#""section": "news", "summary": "这是一个足够长的摘要，里面混进了一个看不见的字符，它会打乱文字的方向\u202d，所以要删除。""#)
            .check(&[
                "articles/a.json control-character 1:\"这是一个足够长的摘要，里面混进了一个看不见的字符，它会打乱文字的方向\\u202d，所以要删除。\" 里面有看不见的字符 U+202D，会打乱或截断前后的文字：`这是一个足够长的摘要，里面混进了一个看不见的字符，它会打乱文字的方向<U+202D>，所以要删…` / 删除它；多半是从别处复制时带来的，把前后的文字重新打一遍最可靠",
            ]);
    }
}
