//! Texts of the overview of members, which is rendered when the portal is built. They are
//! separate from the messages of the app, so that visitors do not load them twice.

use super::table::texts;

texts! {
    /// Texts of the overview in one language.
    pub struct OverviewText { CHINESE, ENGLISH }

    list = "成员名录", "Directory";
    chain = "产业链", "Supply chain";
    chain_about =
        "成员单位在化纤产业链上的分布。一家单位可以同时处在几个环节。",
        "Where members stand in the fibre supply chain. A member can stand in several places.";
    chain_supports = "服务全链", "Serving the whole chain";
    regions = "地区分布", "Regions";
    map = "成员单位地区分布示意图", "Diagram of members by region";
    map_about =
        "每个方格代表一个省级行政区，方格里写着它的名称和成员数。同样的数字见旁边的表格。",
        "Each square is a province-level region and holds its name and its number of members. The table beside it has the same numbers.";
    map_caption =
        "示意图：方格只表示大致方位，颜色越浓成员越多。选择有成员的方格，可在名录中查看。",
        "A diagram, not a map: squares only suggest where regions lie; the stronger the colour, the more members. Choose a square with members to see them in the directory.";
    table = "各地区成员数", "Members by region";
    province = "地区", "Region";
    count = "成员数", "Members";
    share = "占比", "Share";
    no_province = "未注明", "Not stated";
    download = "下载成员表（CSV）", "Download the members as a table (CSV)";

    members: fn(usize) -> String =
        |count| format!("{count} 家"),
        |count| match count {
            1 => "1 member".to_owned(),
            _ => format!("{count} members"),
        };
    more_members: fn(usize) -> String =
        |count| format!("另有 {count} 家"),
        |count| format!("{count} more");
    province_with_count: fn(&str, usize) -> String =
        |name, count| format!("{name}：{count} 家成员"),
        |name, count| match count {
            1 => format!("{name}: 1 member"),
            _ => format!("{name}: {count} members"),
        };
}
