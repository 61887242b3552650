//! `content/events/<id>.json`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::common::Cover;
use crate::content::values::body::Body;
use crate::content::values::date::{Date, Moment};
use crate::content::values::id::ItemId;
use crate::content::values::text::{Line, Paragraph, Title};
use crate::content::values::url::WebUrl;

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
    /// 改期、取消等变动的记录，显示在活动页上；加进日历的人靠它知道变动
    #[serde(default)]
    pub changes: Vec<EventChange>,
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
    /// Returns `true` if the event takes whole days.
    pub fn is_all_day(&self) -> bool {
        self.all_day.unwrap_or(self.start.time().is_none())
    }

    /// Returns the revision of the event for calendars (`SEQUENCE` in RFC 5545, 3.8.7.4).
    ///
    /// It increases with each recorded change, and also if an event is postponed and then
    /// cancelled without a record. So a record counts as much as the number of states.
    pub fn revision(&self) -> u32 {
        let recorded = u32::try_from(self.changes.len()).unwrap_or(u32::MAX / 3);
        let state = match self.status {
            EventStatus::Scheduled => 0,
            EventStatus::Postponed => 1,
            EventStatus::Cancelled => 2,
        };
        recorded.saturating_mul(3).saturating_add(state)
    }

    /// Returns the start that was first announced, if a change of it is recorded.
    pub fn first_start(&self) -> Option<Moment> {
        let mut starts = self.changes.iter().filter_map(|change| change.start);
        starts.next().filter(|start| *start != self.start)
    }
}

/// 一次变动
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EventChange {
    /// 变动的日期
    pub date: Date,
    /// 变动了什么
    pub note: Paragraph,
    /// 改期时写原定的开始时间
    pub start: Option<Moment>,
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

impl Venue {
    /// Returns the city, unless it is the name of the venue or the address begins with it.
    pub fn city_beside_address(&self) -> Option<&Line<30>> {
        let bare = |text: &str| text.trim_end_matches('市').to_owned();
        let is_told = |city: &Line<30>| {
            let city = bare(city.as_str());
            let begins = |address: &Line| address.as_str().starts_with(&city);
            self.address.as_ref().is_some_and(begins)
                || self
                    .name
                    .as_ref()
                    .is_some_and(|name| bare(name.as_str()) == city)
        };
        self.city.as_ref().filter(|city| !is_told(city))
    }
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
