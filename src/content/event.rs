//! `content/events/<id>.json`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::body::Body;
use super::date::Moment;
use super::id::ItemId;
use super::shared::Cover;
use super::text::{Line, Paragraph, Title};
use super::url::WebUrl;

/// 一次活动
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// 本文件的 JSON Schema，供编辑软件补全和检查
    #[serde(rename = "$schema")]
    pub schema: Option<String>,
    /// 名称
    pub name: Title,
    /// 英文名称
    pub name_en: Option<Line>,
    /// 活动类型
    pub kind: Option<EventKind>,
    /// 开始的日期，或日期和时间
    pub start: Moment,
    /// 结束的日期（含当天），或日期和时间
    pub end: Option<Moment>,
    /// 是否全天；不写就看开始时有没有写时间
    pub all_day: Option<bool>,
    /// 现状，默认 scheduled
    #[serde(default)]
    pub status: EventStatus,
    /// 线下还是线上
    pub mode: Option<EventMode>,
    /// 地点
    pub venue: Option<Venue>,
    /// 展位号
    pub booth: Option<Line>,
    /// 主办单位，按顺序
    #[serde(default)]
    pub hosts: Vec<Line>,
    /// 承办单位，按顺序
    #[serde(default)]
    pub organizers: Vec<Line>,
    /// 支持单位，按顺序
    #[serde(default)]
    pub supporters: Vec<Line>,
    /// 官方网站
    pub official_url: Option<WebUrl>,
    /// 报名
    pub registration: Option<EventRegistration>,
    /// 摘要
    pub summary: Option<Paragraph>,
    /// 介绍，Markdown；可以写成一个字符串，也可以一段一个字符串
    pub body: Option<Body>,
    /// 封面图片
    pub cover: Option<Cover>,
    /// 会后报道的文章编号（文件名）
    pub report: Option<ItemId>,
}

impl Event {
    /// Whether the event is a matter of whole days.
    pub fn is_all_day(&self) -> bool {
        self.all_day.unwrap_or(self.start.time().is_none())
    }
}

/// 活动类型
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EventKind {
    /// 展览
    Exhibition,
    /// 会议
    Conference,
    /// 论坛
    Forum,
    /// 培训
    Training,
    /// 评审
    Review,
}

/// Whether an event takes place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EventStatus {
    /// 如期举行
    #[default]
    Scheduled,
    /// 延期
    Postponed,
    /// 取消
    Cancelled,
}

/// 线下还是线上
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EventMode {
    /// 线下
    Offline,
    /// 线上
    Online,
    /// 线上线下同时
    Mixed,
}

/// 地点
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Venue {
    /// 场馆
    pub name: Option<Line>,
    /// 展馆或会议室
    pub hall: Option<Line>,
    /// 地址
    pub address: Option<Line>,
    /// 城市
    pub city: Option<Line<30>>,
}

/// 报名
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EventRegistration {
    /// 报名网址
    pub url: Option<WebUrl>,
    /// 报名截止的日期，或日期和时间
    pub deadline: Option<Moment>,
    /// 费用
    pub fee: Option<Line>,
}
