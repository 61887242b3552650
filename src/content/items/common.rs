//! Parts shared by several kinds of items.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::content::values::date::Date;
use crate::content::values::media::MediaPath;
use crate::content::values::text::{Line, Paragraph};

/// 封面图片
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cover {
    /// 图片，写 media 文件夹里的路径
    pub src: MediaPath,
    /// 替代文字：看不到图片的人由它知道图上是什么
    pub alt: Line,
    /// 图片说明
    pub caption: Option<Line>,
}

/// 一条更正
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// 更正日期
    pub date: Date,
    /// 更正了什么
    pub note: Paragraph,
}
