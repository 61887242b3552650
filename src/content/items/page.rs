//! `content/pages/<id>.json`.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::content::values::body::Body;
use crate::content::values::date::Moment;
use crate::content::values::text::Title;

/// 一个单独的页面，例如“关于我们”
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// 本文件的 JSON Schema，供编辑软件补全和检查
    #[serde(rename = "$schema")]
    pub schema: Option<String>,
    /// 标题，1 到 80 个字
    pub title: Title,
    /// 正文，Markdown；可以写成一个字符串，也可以一段一个字符串
    pub body: Body,
    /// 最近一次修改的日期
    pub updated: Option<Moment>,
    /// 是否在正文前显示目录
    #[serde(default)]
    pub toc: bool,
}
