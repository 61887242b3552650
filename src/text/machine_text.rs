//! Texts of what publishing writes besides pages: feeds, tables, descriptions.
//!
//! They are separate from [`super::Text`], because the app does not use them and visitors
//! should not load them.

/// The texts in one language.
#[expect(
    missing_docs,
    reason = "the text of each field describes it; see `CHINESE`"
)]
#[derive(Debug)]
pub struct OfferedText {
    pub moved: &'static str,
    pub moved_to: &'static str,
    pub data: &'static str,
    pub read_on: &'static str,
    pub sitemap: &'static str,
    pub markdown: &'static str,
    pub address: &'static str,
    pub withdrawn_because: &'static str,

    pub a_member: &'static str,
    pub a_page: &'static str,
    pub a_section: &'static str,

    pub member_id: &'static str,
    pub member_name: &'static str,
    pub member_short_name: &'static str,
    pub member_province: &'static str,
    pub member_city: &'static str,
    pub member_status: &'static str,
    pub member_page: &'static str,

    pub feed_of: fn(&str, &str) -> String,
    pub periodical: fn(&str) -> String,
    pub label: fn(&str, &str) -> String,
    pub about_news: fn(&str) -> String,
    pub about_section: fn(&str, &str) -> String,
    pub about_members: fn(&str) -> String,
    pub about_member: fn(&str, &str) -> String,
    pub about_bulletins: fn(&str) -> String,
    pub about_bulletin: fn(&str, &str) -> String,
    pub about_events: fn(&str) -> String,
    pub about_event: fn(&str, &str) -> String,
    pub about_links: fn(&str) -> String,
    pub about_search: fn(&str) -> String,
    pub about_year: fn(&str, &str) -> String,
    pub part: fn(&str, &str) -> String,
    pub about_this_portal: fn(&str) -> String,
}

impl OfferedText {
    /// Returns the texts in the language of a site.
    #[must_use]
    pub fn of(lang: &str) -> &'static Self {
        if super::is_english(lang) {
            &ENGLISH
        } else {
            &CHINESE
        }
    }
}

static CHINESE: OfferedText = OfferedText {
    moved: "页面已移到新地址",
    moved_to: "新地址：",
    data: "数据",
    read_on: "全部内容",
    sitemap: "站点地图",
    markdown: "Markdown 文本",
    address: "网址",
    withdrawn_because: "本文已撤下。",

    a_member: "成员",
    a_page: "页面",
    a_section: "栏目",

    member_id: "编号",
    member_name: "名称",
    member_short_name: "简称",
    member_province: "省份",
    member_city: "城市",
    member_status: "状态",
    member_page: "页面",

    feed_of: |name, site| format!("{name} - {site}"),
    periodical: |site| format!("{site}简报"),
    label: |label, value| format!("{label}：{value}"),
    about_news: |site| format!("{site}发布的全部资讯，按时间排列。"),
    about_section: |section, site| format!("{site}“{section}”栏目的文章，按时间排列。"),
    about_members: |site| format!("{site}的成员名录，可按名称、类别和地区查找。"),
    about_member: |member, site| format!("{member}：{site}成员单位。"),
    about_bulletins: |site| format!("{site}历期简报，按年份排列。"),
    about_bulletin: |title, site| format!("{title}，{site}编印。"),
    about_events: |site| format!("{site}的展览、会议、论坛与培训安排。"),
    about_event: |event, details| {
        if details.is_empty() {
            format!("{event}。")
        } else {
            format!("{event}：{details}。")
        }
    },
    about_links: |site| format!("{site}推荐的相关机构与网站。"),
    about_year: |year, site| format!("{site} {year} 年的文章、简报和活动。"),
    about_search: |site| format!("在{site}的文章、简报、成员和活动里查找。"),
    part: |words, page| format!("{words}（{page}）"),
    about_this_portal: |site| {
        format!("这是{site}的官方网站。每篇文章另有一份 Markdown 文本，网址是文章网址加 index.md。")
    },
};

static ENGLISH: OfferedText = OfferedText {
    moved: "This page has moved",
    moved_to: "New address: ",
    data: "Data",
    read_on: "Everything",
    sitemap: "Sitemap",
    markdown: "Markdown",
    address: "Address",
    withdrawn_because: "This article has been withdrawn.",

    a_member: "member",
    a_page: "page",
    a_section: "section",

    member_id: "Id",
    member_name: "Name",
    member_short_name: "Short name",
    member_province: "Province",
    member_city: "City",
    member_status: "Status",
    member_page: "Page",

    feed_of: |name, site| format!("{name} - {site}"),
    periodical: |site| format!("{site} Bulletin"),
    label: |label, value| format!("{label}: {value}"),
    about_news: |site| format!("All news of {site}, by date."),
    about_section: |section, site| format!("{section}: articles of {site}, by date."),
    about_members: |site| format!("The members of {site}, by name, kind and place."),
    about_member: |member, site| format!("{member}, a member of {site}."),
    about_bulletins: |site| format!("The bulletins of {site}, by year."),
    about_bulletin: |title, site| format!("{title}, published by {site}."),
    about_events: |site| format!("Exhibitions, conferences, forums and trainings of {site}."),
    about_event: |event, details| {
        if details.is_empty() {
            format!("{event}.")
        } else {
            format!("{event}: {details}.")
        }
    },
    about_links: |site| format!("Organisations and sites that {site} recommends."),
    about_year: |year, site| format!("Articles, bulletins and events of {site} in {year}."),
    about_search: |site| format!("Search the articles, bulletins, members and events of {site}."),
    part: |words, page| format!("{words} ({page})"),
    about_this_portal: |site| {
        format!(
            "This is the official site of {site}. Each article is also there as Markdown: \
             add index.md to its address."
        )
    },
};
