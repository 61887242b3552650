//! `content/members/<id>.json`.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::content::values::body::Body;
use crate::content::values::contact::Email;
use crate::content::values::date::PartialDate;
use crate::content::values::id::ItemId;
use crate::content::values::media::MediaPath;
use crate::content::values::phone::Phone;
use crate::content::values::province::Province;
use crate::content::values::registration::CreditCode;
use crate::content::values::text::{Line, Paragraph};
use crate::content::values::url::WebUrl;

/// 一个成员单位
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// 本文件的 JSON Schema，供编辑软件补全和检查
    #[serde(rename = "$schema")]
    pub schema: Option<String>,
    /// 单位全称
    pub name: Line<100>,
    /// 简称
    pub short_name: Option<Line<30>>,
    /// 曾用名
    #[serde(default)]
    pub former_names: Vec<Line<100>>,
    /// 英文名称
    pub name_en: Option<Line>,
    /// 单位性质
    pub kind: MemberKind,
    /// 在联盟里的身份
    pub role: Option<MemberRole>,
    /// 加入时间，可以只写年份
    pub joined: Option<PartialDate>,
    /// 退出时间，可以只写年份
    pub left: Option<PartialDate>,
    /// 单位现状，默认 active
    #[serde(default)]
    pub status: MemberStatus,
    /// 更名或合并后的成员编号（文件名）
    pub successor: Option<ItemId>,
    /// 所在省份，写名称或 GB/T 2260 代码
    pub province: Option<Province>,
    /// 所在城市
    pub city: Option<Line<30>>,
    /// 官方网站，最好是 https
    pub website: Option<WebUrl>,
    /// 标志图片，写 media 文件夹里的路径
    pub logo: Option<MediaPath>,
    /// 在产业链上的环节
    #[serde(default)]
    pub chain_stage: Vec<ChainStage>,
    /// 主要产品
    #[serde(default)]
    pub products: Vec<Line<60>>,
    /// 简介，最多 300 个字；写了 body 就不写它
    pub intro: Option<Paragraph<300>>,
    /// 详细介绍，Markdown；写了 intro 就不写它
    pub body: Option<Body>,
    /// 联系方式
    pub contact: Option<MemberContact>,
    /// 统一社会信用代码，18 位
    pub uscc: Option<CreditCode>,
    /// 排序用的拼音；自动生成，遇到多音字时可以自己写
    pub sort_key: Option<Line>,
    /// 是否列在成员名录里，默认 true
    #[serde(default = "listed_by_default")]
    pub listed: bool,
}

impl Member {
    /// Returns the city, unless it is the province itself, as 上海 is.
    pub fn city_in_province(&self) -> Option<&Line<30>> {
        let is_province = |city: &Line<30>| {
            self.province
                .is_some_and(|province| province.is_called(city.as_str()))
        };
        self.city.as_ref().filter(|city| !is_province(city))
    }
}

/// 单位性质
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MemberKind {
    /// 企业
    Enterprise,
    /// 高等学校
    University,
    /// 科研院所
    Institute,
    /// 协会、学会
    Association,
    /// 其他
    Other,
}

/// 在联盟里的身份
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MemberRole {
    /// 理事长单位
    Chair,
    /// 副理事长单位
    ViceChair,
    /// 常务理事单位
    ExecutiveDirector,
    /// 理事单位
    Director,
    /// 监事单位
    Supervisor,
    /// 普通成员
    Member,
}

/// What became of a member.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MemberStatus {
    /// 正常
    #[default]
    Active,
    /// 已更名
    Renamed,
    /// 已合并
    Merged,
    /// 已注销
    Dissolved,
}

/// A stage of the chemical fibre industry's chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
pub enum ChainStage {
    /// 化纤原料
    #[serde(rename = "原料")]
    RawMaterials,
    /// 聚合
    #[serde(rename = "聚合")]
    Polymerization,
    /// 纺丝
    #[serde(rename = "纺丝")]
    Spinning,
    /// 加弹
    #[serde(rename = "加弹")]
    Texturing,
    /// 织造
    #[serde(rename = "织造")]
    Weaving,
    /// 染整
    #[serde(rename = "染整")]
    DyeingAndFinishing,
    /// 装备
    #[serde(rename = "装备")]
    Machinery,
    /// 检测
    #[serde(rename = "检测")]
    Testing,
    /// 研究
    #[serde(rename = "研究")]
    Research,
}

/// 成员的联系方式
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MemberContact {
    /// 部门
    pub dept: Option<Line>,
    /// 电话
    pub phone: Option<Phone>,
    /// 电子邮箱
    pub email: Option<Email>,
}

fn listed_by_default() -> bool {
    true
}
