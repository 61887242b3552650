//! The interface in Chinese.

use super::Text;
use crate::load::LoadError;
use crate::wire::{
    BulletinKind, Date, DocumentStatus, EventKind, EventMode, EventStatus, MemberKind,
    MemberStatus, Origin, Role,
};

/// The interface in Chinese.
pub static CHINESE: Text = Text {
    skip_to_content: "跳到正文",
    notice: "全站通知",
    menu: "菜单",
    close: "关闭",
    main_navigation: "主导航",
    footer_navigation: "页脚导航",
    breadcrumbs: "当前位置",
    home: "首页",
    more: "更多",
    opens_other_site: "（外部网站）",

    news: "资讯",
    all_news: "全部资讯",
    latest_news: "最新资讯",
    nothing_here: "本栏目暂无内容。",
    pinned: "置顶",
    pages_of_list: "翻页",
    older: "较早的",
    newer: "较新的",
    newest: "最新",
    oldest: "最早",

    published: "发布",
    updated: "更新",
    source: "来源",
    author: "作者",
    editor: "编辑",
    photographer: "摄影",
    original: "查看原文",
    on_this_page: "本页目录",
    attachments: "附件",
    corrections: "更正",
    tags: "标签",
    related_members: "相关成员",
    related_event: "相关活动",
    related_bulletin: "刊于",
    related_policy: "相关政策",
    related_articles: "相关阅读",
    previous_article: "上一篇",
    next_article: "下一篇",
    article_neighbours: "前后篇",
    bulletin_neighbours: "前后期",
    withdrawn: "本文已撤下",
    made_with_ai_text: "本文文字由人工智能辅助生成。",
    made_with_ai_image: "本文图片由人工智能生成。",
    made_with_ai_both: "本文文字由人工智能辅助生成，图片由人工智能生成。",
    document_number: "文号",
    document_issuer: "发文机关",
    document_written: "成文日期",
    document_effective: "施行日期",
    document_status: "效力",
    document_replaces: "废止文件",
    document_official: "官方发布",

    members: "联盟成员",
    member_filter: "筛选成员",
    filter_text: "名称",
    filter_text_hint: "名称、曾用名或拼音",
    filter_kind: "类别",
    filter_province: "地区",
    filter_all: "全部",
    filter_reset: "清除筛选",
    no_member_matches: "没有符合条件的成员。",
    member_kind: "类别",
    member_role: "联盟职务",
    member_place: "所在地",
    member_chain: "产业链环节",
    member_products: "产品与业务",
    member_website: "网站",
    member_joined: "加入时间",
    member_left: "退出时间",
    member_former_names: "曾用名",
    member_name_en: "英文名称",
    member_status: "状态",
    member_successor: "承继单位",
    member_contact: "联系方式",
    member_mentions: "相关资讯",
    no_mentions: "暂无相关资讯。",

    bulletins: "联盟简报",
    year_unknown: "未注明年份",
    bulletin_contents: "本期目录",
    bulletin_files: "本期文件",
    bulletin_nothing_known: "本期目前只有目录信息：站内没有可阅读的正文，也没有可下载的文件。如需查阅，请与秘书处联系。",
    bulletin_members_only: "本期供成员单位内部参阅。",
    bulletin_previous: "上一期",
    bulletin_next: "下一期",
    bulletin_readable: "可在线阅读",
    bulletin_page_images: "扫描版",

    events: "展览会议",
    event_upcoming: "即将举行",
    event_running: "进行中",
    event_over: "已结束",
    event_when: "时间",
    event_where: "地点",
    event_how: "形式",
    event_booth: "展位",
    event_hosts: "主办单位",
    event_organizers: "承办单位",
    event_supporters: "支持单位",
    event_site: "官方网站",
    event_registration: "报名",
    event_deadline: "截止",
    event_fee: "费用",
    event_report: "会后报道",
    event_mentions: "相关资讯",
    event_articles: "展会资讯",
    no_events: "暂无展览与会议安排。",

    links: "友情链接",

    address: "地址",
    postcode: "邮编",
    phone: "电话",
    fax: "传真",
    email: "邮箱",
    hours: "办公时间",
    map: "地图",

    loading: "正在打开……",
    stopped: "本页的交互功能出了故障。内容仍可阅读，链接仍可使用；刷新页面可恢复。",
    retry: "重试",
    not_found: "没有找到这个页面",
    not_found_help: "地址可能输错了，或者内容已经移走。可以从下面的入口继续。",
    cannot_show: "内容暂时打不开",
    ways_on: "继续浏览",

    reading_tools: "阅读工具",
    elder_edition: "长辈版",
    standard_edition: "返回标准版",
    reading_settings: "阅读设置",
    scheme: "配色",
    scheme_system: "跟随系统",
    scheme_light: "浅色",
    scheme_dark: "深色",
    text_size: "字号",
    text_size_standard: "标准",
    text_size_larger: "较大",
    text_size_large: "大",
    text_size_largest: "特大",
    high_contrast: "高对比度",
    pace: "朗读语速",
    pace_slow: "慢",
    pace_standard: "标准",
    pace_fast: "快",
    article_tools: "文章工具",
    print: "打印",
    read_aloud: "朗读",
    pause: "暂停",
    resume: "继续",
    stop: "停止",
    pictures: "图片",
    previous_picture: "上一张",
    next_picture: "下一张",

    date,
    time_of_day: |time| time.to_owned(),
    reading_minutes: |minutes| format!("约 {minutes} 分钟读完"),
    articles_in_all: |count| format!("共 {count} 篇"),
    page_of_list: |number| format!("第 {number} 页"),
    members_in_all: |count| format!("共 {count} 家"),
    members_shown: |shown, all| {
        if shown == all {
            format!("共 {all} 家成员")
        } else {
            format!("{all} 家成员中有 {shown} 家符合条件")
        }
    },
    bulletins_in_all: |count| format!("共 {count} 期"),
    bulletins_missing: |count| format!("此处缺 {count} 期"),
    bulletin_number: |number| format!("第 {number} 期"),
    covers_years: |from, to| format!("{}—{} 年度", from.year(), to.year()),
    file_size,
    file_pages: |pages| format!("{pages} 页"),
    more_of: |name| format!("更多{name}"),
    articles_of: |name| format!("{name}资讯"),

    origin: |origin| match origin {
        Origin::Original => "原创",
        Origin::Repost => "转载",
        Origin::Translation => "编译",
        Origin::OfficialDocument => "公文",
    },
    kind_of_member: |kind| match kind {
        MemberKind::Enterprise => "企业",
        MemberKind::University => "高校",
        MemberKind::Institute => "科研院所",
        MemberKind::Association => "协会",
        MemberKind::Other => "其他",
    },
    role: |role| match role {
        Role::Chair => "理事长单位",
        Role::ViceChair => "副理事长单位",
        Role::ExecutiveDirector => "常务理事单位",
        Role::Director => "理事单位",
        Role::Supervisor => "监事单位",
        Role::Member => "成员单位",
    },
    status_of_member: |status| match status {
        MemberStatus::Active => "存续",
        MemberStatus::Renamed => "已更名",
        MemberStatus::Merged => "已合并",
        MemberStatus::Dissolved => "已注销",
    },
    status_of_document: |status| match status {
        DocumentStatus::InForce => "现行",
        DocumentStatus::Amended => "修订",
        DocumentStatus::Repealed => "废止",
    },
    kind_of_bulletin: |kind| match kind {
        BulletinKind::Issue => "期刊",
        BulletinKind::Special => "专刊",
        BulletinKind::Collection => "合订本",
    },
    kind_of_event: |kind| match kind {
        EventKind::Exhibition => "展览",
        EventKind::Conference => "会议",
        EventKind::Forum => "论坛",
        EventKind::Training => "培训",
        EventKind::Review => "评审",
    },
    mode_of_event: |mode| match mode {
        EventMode::Offline => "线下",
        EventMode::Online => "线上",
        EventMode::Mixed => "线上线下结合",
    },
    status_of_event: |status| match status {
        EventStatus::Scheduled => "如期举行",
        EventStatus::Postponed => "已延期",
        EventStatus::Cancelled => "已取消",
    },
    load_error: |error| match error {
        LoadError::NotFound => "站内没有这项内容，可能已经移走或尚未发布。",
        LoadError::Network => "网络没有连通。请检查网络后重试。",
        LoadError::TimedOut => "等了很久仍没有回应。请稍后重试。",
        LoadError::Status(_) => "服务器暂时无法提供这项内容。请稍后重试。",
        LoadError::NotJson => "服务器给出的不是这项内容。请稍后重试。",
        LoadError::Damaged(_) => "收到的内容不完整。请重试；仍不行时请刷新页面。",
    },
};

/// `2023年3月3日`; a year alone is `2023年`.
fn date(date: &Date) -> String {
    let mut text = String::new();
    for (part, unit) in date.parts().zip(["年", "月", "日"]) {
        text.push_str(part);
        text.push_str(unit);
    }
    text
}

/// A size as people say it: whole kilobytes, megabytes with one decimal.
fn file_size(bytes: u64) -> String {
    const KILO: u64 = 1024;
    const MEGA: u64 = 1024 * KILO;
    if bytes < KILO {
        return format!("{bytes} 字节");
    }
    if bytes < MEGA {
        return format!("{} KB", bytes.div_ceil(KILO));
    }
    let tenths = (bytes * 10).div_ceil(MEGA);
    format!("{}.{} MB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_as_people_write_them() {
        for (iso, text) in [
            ("2023-03-03", "2023年3月3日"),
            ("2023-12-30T09:30:00+08:00", "2023年12月30日"),
            ("2010", "2010年"),
        ] {
            assert_eq!(date(&Date::new(iso.to_owned())), text);
        }
    }

    #[test]
    fn sizes_read_as_people_say_them() {
        for (bytes, text) in [
            (0, "0 字节"),
            (1023, "1023 字节"),
            (1024, "1 KB"),
            (1025, "2 KB"),
            (1024 * 1024, "1.0 MB"),
            (2_500_000, "2.4 MB"),
        ] {
            assert_eq!(file_size(bytes), text);
        }
    }
}
