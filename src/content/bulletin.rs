//! `content/bulletins/<number>.json`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::body::Body;
use super::date::{Moment, PartialDate};
use super::id::ItemId;
use super::media::MediaPath;
use super::shared::Correction;
use super::text::{Line, Paragraph, Title};

/// 一期简报
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bulletin {
    /// 本文件的 JSON Schema，供编辑软件补全和检查
    #[serde(rename = "$schema")]
    pub schema: Option<String>,
    /// 期号，与文件名相同
    #[schemars(range(min = 1))]
    pub number: u32,
    /// 标题；不写就是“<简称>简报（第N期）”
    pub title: Option<Title>,
    /// 发布日期
    pub published: Option<Moment>,
    /// 年份，不知道发布日期时写
    #[schemars(range(min = 1900))]
    pub year: Option<u16>,
    /// 合集所包含的时间
    pub covers: Option<Covers>,
    /// 类型，默认 issue
    #[serde(default)]
    pub kind: BulletinKind,
    /// 封面图片
    pub cover: Option<BulletinCover>,
    /// 内容提要
    #[serde(rename = "abstract")]
    pub abstract_text: Option<Paragraph>,
    /// 目录
    #[serde(default)]
    pub contents: Vec<ContentsEntry>,
    /// 正文，Markdown；可以在网页上读的简报才写
    pub body: Option<Body>,
    /// 可以下载的文件
    #[serde(default)]
    pub files: Vec<BulletinFile>,
    /// 谁可以看，默认 public
    #[serde(default)]
    pub distribution: Distribution,
    /// 更正记录，显示在简报页上
    #[serde(default)]
    pub corrections: Vec<Correction>,
}

/// 合集所包含的时间
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Covers {
    /// 从什么时候，可以只写年份
    pub from: PartialDate,
    /// 到什么时候，可以只写年份
    pub to: PartialDate,
}

/// What an issue is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum BulletinKind {
    /// 普通一期
    #[default]
    Issue,
    /// 专刊
    Special,
    /// 合集
    Collection,
}

/// 简报的封面图片
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BulletinCover {
    /// 图片，写 media 文件夹里的路径
    pub src: MediaPath,
    /// 替代文字；不写就用简报的标题
    pub alt: Option<Line>,
}

/// 目录里的一条
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ContentsEntry {
    /// 标题
    pub title: Line,
    /// 站内文章的编号（文件名）
    pub article: Option<ItemId>,
    /// 页码
    #[schemars(range(min = 1))]
    pub page: Option<u32>,
}

/// 可以下载的一个文件
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BulletinFile {
    /// 文件，写 media 文件夹里的路径
    pub file: MediaPath,
    /// 文件的形式
    pub role: Option<FileRole>,
}

/// In which form a file holds an issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FileRole {
    /// PDF
    Pdf,
    /// Word 文档
    Docx,
    /// OFD 版式文件
    Ofd,
    /// 每页一张图片
    PageImages,
}

/// Who may read an issue.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Distribution {
    /// 公开
    #[default]
    Public,
    /// 只发给成员
    Members,
}
