//! `content/links/<group>.json`.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::content::values::media::MediaPath;
use crate::content::values::text::Line;
use crate::content::values::url::WebUrl;

/// 一组友情链接
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkGroup {
    /// 本文件的 JSON Schema，供编辑软件补全和检查
    #[serde(rename = "$schema")]
    pub schema: Option<String>,
    /// 这组链接的名称
    pub name: Line<30>,
    /// 排在第几，小的在前；不写的排在最后
    pub order: Option<i32>,
    /// 链接，按显示顺序排列
    #[serde(default)]
    pub links: Vec<Link>,
}

/// 一个链接
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// 网站名称
    pub name: Line<60>,
    /// 网址
    pub url: WebUrl,
    /// 标志图片，写 media 文件夹里的路径
    pub logo: Option<MediaPath>,
    /// 说明
    pub note: Option<Line>,
}
