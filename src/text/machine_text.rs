//! Texts of what publishing writes besides pages: feeds, tables, descriptions.
//!
//! They are separate from [`super::Text`], because the app does not use them and visitors
//! should not load them.

use super::table::texts;

texts! {
    /// The texts in one language.
    pub struct OfferedText { CHINESE, ENGLISH }

    moved = "页面已移到新地址", "This page has moved";
    moved_to = "新地址：", "New address: ";
    data = "数据", "Data";
    read_on = "全部内容", "Everything";
    sitemap = "站点地图", "Sitemap";
    markdown = "Markdown 文本", "Markdown";
    address = "网址", "Address";
    withdrawn_because = "本文已撤下。", "This article has been withdrawn.";

    a_member = "成员", "member";
    a_page = "页面", "page";
    a_section = "栏目", "section";

    member_id = "编号", "Id";
    member_name = "名称", "Name";
    member_short_name = "简称", "Short name";
    member_province = "省份", "Province";
    member_city = "城市", "City";
    member_status = "状态", "Status";
    member_page = "页面", "Page";

    feed_of: fn(&str, &str) -> String =
        |name, site| format!("{name} - {site}"),
        |name, site| format!("{name} - {site}");
    periodical: fn(&str) -> String =
        |site| format!("{site}简报"),
        |site| format!("{site} Bulletin");
    label: fn(&str, &str) -> String =
        |label, value| format!("{label}：{value}"),
        |label, value| format!("{label}: {value}");
    about_news: fn(&str) -> String =
        |site| format!("{site}发布的全部资讯，按时间排列。"),
        |site| format!("All news of {site}, by date.");
    about_section: fn(&str, &str) -> String =
        |section, site| format!("{site}“{section}”栏目的文章，按时间排列。"),
        |section, site| format!("{section}: articles of {site}, by date.");
    about_members: fn(&str) -> String =
        |site| format!("{site}的成员名录，可按名称、类别和地区查找。"),
        |site| format!("The members of {site}, by name, kind and place.");
    about_member: fn(&str, &str) -> String =
        |member, site| format!("{member}：{site}成员单位。"),
        |member, site| format!("{member}, a member of {site}.");
    about_bulletins: fn(&str) -> String =
        |site| format!("{site}历期简报，按年份排列。"),
        |site| format!("The bulletins of {site}, by year.");
    about_bulletin: fn(&str, &str) -> String =
        |title, site| format!("{title}，{site}编印。"),
        |title, site| format!("{title}, published by {site}.");
    about_events: fn(&str) -> String =
        |site| format!("{site}的展览、会议、论坛与培训安排。"),
        |site| format!("Exhibitions, conferences, forums and trainings of {site}.");
    about_event: fn(&str, &str) -> String =
        |event, details| match details {
            "" => format!("{event}。"),
            _ => format!("{event}：{details}。"),
        },
        |event, details| match details {
            "" => format!("{event}."),
            _ => format!("{event}: {details}."),
        };
    about_links: fn(&str) -> String =
        |site| format!("{site}推荐的相关机构与网站。"),
        |site| format!("Organisations and sites that {site} recommends.");
    about_search: fn(&str) -> String =
        |site| format!("在{site}的文章、简报、成员和活动里查找。"),
        |site| format!("Search the articles, bulletins, members and events of {site}.");
    about_year: fn(&str, &str) -> String =
        |year, site| format!("{site} {year} 年的文章、简报和活动。"),
        |year, site| format!("Articles, bulletins and events of {site} in {year}.");
    part: fn(&str, &str) -> String =
        |words, page| format!("{words}（{page}）"),
        |words, page| format!("{words} ({page})");
    about_this_portal: fn(&str) -> String =
        |site| format!(
            "这是{site}的官方网站。每篇文章另有一份 Markdown 文本，网址是文章网址加 index.md。"
        ),
        |site| format!(
            "This is the official site of {site}. Each article is also there as Markdown: \
             add index.md to its address."
        );
}
