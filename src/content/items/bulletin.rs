//! `content/bulletins/<number>.json`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer};

use super::common::Correction;
use super::numbering::{is_last_of, last_in_title};
use crate::content::values::body::Body;
use crate::content::values::date::{Moment, PartialDate};
use crate::content::values::id::ItemId;
use crate::content::values::media::MediaPath;
use crate::content::values::text::{Line, Paragraph, Title};
use crate::content::values::text_value::{TextValue, schema_in_place};
use crate::route::IssueId;

/// 一期简报
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bulletin {
    /// 本文件的 JSON Schema，供编辑软件补全和检查
    #[serde(rename = "$schema")]
    pub schema: Option<String>,
    /// 期号，与文件名相同；文件名是 2024-3 或 2024-s1 时写最后的数字
    #[schemars(range(min = 1))]
    pub number: u32,
    /// 合刊的最后一个期号，例如第 143—144 期写 144
    #[schemars(range(min = 2))]
    pub last_number: Option<u32>,
    /// 标题；不写就是“<简称>简报（第N期）”
    pub title: Option<Title>,
    /// 发布日期
    pub published: Option<Moment>,
    /// 年份，不知道发布日期时写；文件名里有年份的可以不写
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

impl Bulletin {
    /// Returns the last number of a double issue: the one that is written, or else the one in
    /// its title, such as 第143—144期.
    pub fn last_number(&self) -> Option<u32> {
        let in_title = || last_in_title(self.title.as_ref()?.as_str(), self.number);
        let last = self.last_number.or_else(in_title);
        last.filter(|last| is_last_of(self.number, *last))
    }
}

/// Returns the issue with a number: the one of this id, or a double issue that includes it.
pub(crate) fn issue_of(
    bulletins: &BTreeMap<IssueId, Bulletin>,
    id: IssueId,
) -> Option<(IssueId, &Bulletin)> {
    let (found, bulletin) = bulletins.range(id.with_number(0)..=id).next_back()?;
    let last = bulletin.last_number().unwrap_or(found.number());
    (id.number() <= last.max(found.number())).then_some((*found, bulletin))
}

/// Reference of an article to an issue, by its number or by the name of its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulletinRef(String);

impl BulletinRef {
    /// Returns the name of its file without `.json`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the id; `None` if no issue can have it.
    pub fn id(&self) -> Option<IssueId> {
        IssueId::parse(&self.0)
    }
}

impl<'de> Deserialize<'de> for BulletinRef {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<BulletinRef, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Number(u32),
            Name(ItemId),
        }
        Ok(BulletinRef(match Written::deserialize(deserializer)? {
            Written::Number(number) => number.to_string(),
            Written::Name(name) => name.to_string(),
        }))
    }
}

schema_in_place!([] BulletinRef, _ => {
    "type": ["integer", "string"],
    "minimum": 0,
    "maximum": u32::MAX,
    "format": ItemId::FORMAT.name(),
    "pattern": "^[a-z0-9][a-z0-9-]*$",
});

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
