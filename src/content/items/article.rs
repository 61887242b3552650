//! `content/articles/<id>.json`.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer};

use super::bulletin::BulletinRef;
use super::common::{Correction, Cover};
use crate::content::values::body::Body;
use crate::content::values::date::{Date, Moment};
use crate::content::values::document_number::DocumentNumber;
use crate::content::values::id::ItemId;
use crate::content::values::legacy_path::LegacyPath;
use crate::content::values::media::MediaPath;
use crate::content::values::text::{Line, Summary, Title};
use crate::content::values::text_value::schema_in_place;
use crate::content::values::url::WebUrl;

/// 一篇文章
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// 本文件的 JSON Schema，供编辑软件补全和检查
    #[serde(rename = "$schema")]
    pub schema: Option<String>,
    /// 标题，最好不超过 120 个字
    pub title: Title,
    /// 副标题
    pub subtitle: Option<Title>,
    /// 所属栏目的编号，见 site.json 的 sections
    pub section: ItemId,
    /// 同时列在哪些栏目
    #[serde(default)]
    pub also_in: Vec<ItemId>,
    /// 发布日期，例如 2023-03-03 或 2023-03-03T09:00:00+08:00
    pub published: Moment,
    /// 最近一次修改的日期
    pub updated: Option<Moment>,
    /// 来源
    pub source: Option<Source>,
    /// 作者
    pub author: Option<Line>,
    /// 责任编辑
    pub editor: Option<Line>,
    /// 摄影
    pub photographer: Option<Line>,
    /// 稿件性质
    pub origin: Option<Origin>,
    /// 摘要，30 到 140 个字；不写就取正文开头
    #[serde(default)]
    pub summary: Summary,
    /// 封面图片
    pub cover: Option<Cover>,
    /// 正文，Markdown；可以写成一个字符串，也可以一段一个字符串
    pub body: Body,
    /// 附件
    #[serde(default)]
    pub attachments: Vec<Attachment>,
    /// 标签，每个 1 到 20 个字
    #[serde(default)]
    pub tags: Vec<Line<20>>,
    /// 文中提到的成员，写成员的编号（文件名）
    #[serde(default)]
    pub members: Vec<ItemId>,
    /// 相关活动的编号（文件名）
    pub event: Option<ItemId>,
    /// 相关简报的期号
    pub bulletin: Option<BulletinRef>,
    /// 所解读政策文件的文章编号（文件名）
    pub policy: Option<ItemId>,
    /// 置顶到哪一天（含当天）
    pub pinned_until: Option<Date>,
    /// 是否头条
    #[serde(default)]
    pub headline: bool,
    /// 发布状态，默认 published
    #[serde(default)]
    pub status: ArticleStatus,
    /// 更正记录，显示在文章页上
    #[serde(default)]
    pub corrections: Vec<Correction>,
    /// 哪些内容由人工智能生成，显示在文章页上
    #[serde(default)]
    pub ai_generated: AiGenerated,
    /// 这篇文章在旧网站的地址，例如 /lmdt/2023-03-03.asp、/shownews.asp?id=123
    #[serde(default)]
    pub legacy_urls: Vec<LegacyPath>,
    /// 政策文件的文号等信息
    pub document: Option<Document>,
}

/// 来源
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// 来源单位或媒体
    pub name: Line,
    /// 原文网址，转载必须写
    pub url: Option<WebUrl>,
}

/// 稿件性质
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// 原创
    Original,
    /// 转载
    Repost,
    /// 翻译
    Translation,
    /// 政府文件
    OfficialDocument,
}

/// 一个附件
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Attachment {
    /// 文件，写 media 文件夹里的路径；pdf docx xlsx pptx zip jpg png
    pub file: MediaPath,
    /// 附件名称
    pub title: Line,
}

/// Publication status of an article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum ArticleStatus {
    /// Published.
    #[default]
    Published,
    /// Built only on request.
    Draft,
    /// Published from its date of publication.
    Scheduled,
    /// Withdrawn; its page says so.
    Withdrawn {
        /// Reason.
        reason: Option<Line>,
    },
}

/// Forms in which a file can write an [`ArticleStatus`].
#[derive(Deserialize)]
#[serde(untagged)]
enum WrittenStatus {
    Word(StatusWord),
    Withdrawn(WithdrawnStatus),
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum StatusWord {
    Published,
    Draft,
    Scheduled,
    Withdrawn,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct WithdrawnStatus {
    /// 撤回的文章
    withdrawn: Withdrawal,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Withdrawal {
    /// 撤回的原因，显示在文章页上
    reason: Option<Line>,
}

impl<'de> Deserialize<'de> for ArticleStatus {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<ArticleStatus, D::Error> {
        Ok(match WrittenStatus::deserialize(deserializer)? {
            WrittenStatus::Word(StatusWord::Published) => ArticleStatus::Published,
            WrittenStatus::Word(StatusWord::Draft) => ArticleStatus::Draft,
            WrittenStatus::Word(StatusWord::Scheduled) => ArticleStatus::Scheduled,
            WrittenStatus::Word(StatusWord::Withdrawn) => ArticleStatus::Withdrawn { reason: None },
            WrittenStatus::Withdrawn(status) => ArticleStatus::Withdrawn {
                reason: status.withdrawn.reason,
            },
        })
    }
}

schema_in_place!([] ArticleStatus, generator => {
    "anyOf": [
        {
            "type": "string",
            "enum": ["published", "draft", "scheduled", "withdrawn"],
            "enumDescriptions": ["已发布", "草稿", "到发布日期才显示", "已撤回"],
        },
        generator.subschema_for::<WithdrawnStatus>(),
    ],
});

/// What was made by artificial intelligence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AiGenerated {
    /// 没有
    #[default]
    None,
    /// 文字
    Text,
    /// 图片
    Image,
    /// 文字和图片
    Both,
}

/// 政策文件的文号等信息
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// 文号，例如 示例部发〔2022〕43号、示例部公告2025年第38号
    pub number: Option<DocumentNumber>,
    /// 发文机关
    pub issuer: Option<Line>,
    /// 成文日期
    pub written: Option<Date>,
    /// 施行日期
    pub effective: Option<Date>,
    /// 效力状态
    pub status: Option<DocumentStatus>,
    /// 所替代文件的文章编号（文件名）
    #[serde(default)]
    pub replaces: Vec<ItemId>,
    /// 官方网站上的原文
    pub official_url: Option<WebUrl>,
}

/// Whether an official document is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
pub enum DocumentStatus {
    /// 仍然有效
    #[serde(rename = "现行")]
    InForce,
    /// 已经修订
    #[serde(rename = "修订")]
    Revised,
    /// 已经废止
    #[serde(rename = "废止")]
    Repealed,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::values::text_value::TextValue;

    #[test]
    fn a_status_is_a_word_or_a_withdrawal_with_its_reason() {
        let reason = Line::parse("信息有误").ok();
        let table = [
            (r#""draft""#, ArticleStatus::Draft),
            (r#""withdrawn""#, ArticleStatus::Withdrawn { reason: None }),
            (
                r#"{"withdrawn":{"reason":"信息有误"}}"#,
                ArticleStatus::Withdrawn { reason },
            ),
        ];
        for (text, expected) in table {
            assert_eq!(
                serde_json::from_str::<ArticleStatus>(text).ok(),
                Some(expected),
                "{text}"
            );
        }
    }
}
