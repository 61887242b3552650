//! Texts of the overview of members, which is rendered when the portal is built. They are
//! separate from the messages of the app, so that visitors do not load them twice.

/// Texts of the overview in one language.
#[expect(
    missing_docs,
    reason = "the text of each field describes it; see `CHINESE`"
)]
#[derive(Debug)]
pub struct OverviewText {
    pub list: &'static str,
    pub chain: &'static str,
    pub chain_about: &'static str,
    pub chain_supports: &'static str,
    pub regions: &'static str,
    pub map: &'static str,
    pub map_about: &'static str,
    pub map_caption: &'static str,
    pub table: &'static str,
    pub province: &'static str,
    pub count: &'static str,
    pub share: &'static str,
    pub no_province: &'static str,
    pub download: &'static str,

    pub members: fn(usize) -> String,
    pub more_members: fn(usize) -> String,
    pub province_with_count: fn(&str, usize) -> String,
}

impl OverviewText {
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

static CHINESE: OverviewText = OverviewText {
    list: "成员名录",
    chain: "产业链",
    chain_about: "成员单位在化纤产业链上的分布。一家单位可以同时处在几个环节。",
    chain_supports: "服务全链",
    regions: "地区分布",
    map: "成员单位地区分布示意图",
    map_about: "每个方格代表一个省级行政区，方格里写着它的名称和成员数。同样的数字见旁边的表格。",
    map_caption: "示意图：方格只表示大致方位，颜色越浓成员越多。选择有成员的方格，可在名录中查看。",
    table: "各地区成员数",
    province: "地区",
    count: "成员数",
    share: "占比",
    no_province: "未注明",
    download: "下载成员表（CSV）",

    members: |count| format!("{count} 家"),
    more_members: |count| format!("另有 {count} 家"),
    province_with_count: |name, count| format!("{name}：{count} 家成员"),
};

static ENGLISH: OverviewText = OverviewText {
    list: "Directory",
    chain: "Supply chain",
    chain_about: "Where members stand in the fibre supply chain. A member can stand in several places.",
    chain_supports: "Serving the whole chain",
    regions: "Regions",
    map: "Diagram of members by region",
    map_about: "Each square is a province-level region and holds its name and its number of members. The table beside it has the same numbers.",
    map_caption: "A diagram, not a map: squares only suggest where regions lie; the stronger the colour, the more members. Choose a square with members to see them in the directory.",
    table: "Members by region",
    province: "Region",
    count: "Members",
    share: "Share",
    no_province: "Not stated",
    download: "Download the members as a table (CSV)",

    members: |count| match count {
        1 => "1 member".to_owned(),
        _ => format!("{count} members"),
    },
    more_members: |count| format!("{count} more"),
    province_with_count: |name, count| match count {
        1 => format!("{name}: 1 member"),
        _ => format!("{name}: {count} members"),
    },
};
