//! `content/site.json`: the settings of one portal.

use schemars::JsonSchema;
use serde::de::{Error, Unexpected};
use serde::{Deserialize, Deserializer};

use super::reference::NavigationTarget;
use crate::content::values::color::Color;
use crate::content::values::contact::{Email, Postcode};
use crate::content::values::date::{Date, PartialDate};
use crate::content::values::id::ItemId;
use crate::content::values::language::LanguageTag;
use crate::content::values::legacy_path::LegacyPath;
use crate::content::values::media::MediaPath;
use crate::content::values::phone::Phone;
use crate::content::values::registration::{CreditCode, IcpNumber, PoliceNumber};
use crate::content::values::text::{Line, Paragraph};
use crate::content::values::text_value::schema_in_place;
use crate::content::values::url::{BaseUrl, WebUrl};

/// 站点设置：名称、栏目、导航、联系方式、备案号
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// 本文件的 JSON Schema，供编辑软件补全和检查
    #[serde(rename = "$schema")]
    pub schema: Option<String>,
    /// 内容格式的版本，目前是 1
    pub schema_version: SchemaVersion,
    /// 站点全称，最多 60 个字
    pub name: Line<60>,
    /// 站点简称，用在标题栏和简报名称里
    pub short_name: Line<30>,
    /// 英文名称
    pub name_en: Option<Line>,
    /// 一句话介绍
    pub tagline: Option<Line>,
    /// 站点发布的网址，以 / 结尾，例如 `https://www.example.org/`
    pub base_url: BaseUrl,
    /// 站点语言，默认 zh-CN
    #[serde(default)]
    pub lang: LanguageTag,
    /// 标志图片，写 media 文件夹里的路径
    pub logo: Option<MediaPath>,
    /// 浏览器标签上的小图标，写 media 文件夹里的路径
    pub favicon: Option<MediaPath>,
    /// 分享链接时显示的图片，写 media 文件夹里的路径
    pub share_image: Option<MediaPath>,
    /// 颜色和哀悼日
    #[serde(default)]
    pub theme: Theme,
    /// 栏目，按显示顺序排列
    pub sections: Vec<Section>,
    /// 导航条目，按显示顺序排列
    pub navigation: Vec<NavigationEntry>,
    /// 首页的内容和顺序
    #[serde(default)]
    pub home: Home,
    /// 主办单位
    pub organization: Option<Organization>,
    /// 联系方式
    pub contact: Option<Contact>,
    /// ICP 备案号，例如 京ICP备00000000号-1
    pub icp: Option<IcpNumber>,
    /// 公安备案号，例如 京公网安备 11010500000000号
    pub police: Option<PoliceNumber>,
    /// 版权声明
    pub copyright: Option<Paragraph>,
    /// 转载声明
    pub repost_notice: Option<Paragraph>,
    /// 全站通知条，到期自动消失
    pub banner: Option<Banner>,
    /// 是否给照片另存较小的版本，手机打开更快，默认是；原图不变
    #[serde(default = "picture_sizes_by_default")]
    pub picture_sizes: bool,
}

fn picture_sizes_by_default() -> bool {
    true
}

impl Site {
    /// Returns the section of this id.
    pub fn section(&self, id: &ItemId) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == *id)
    }
}

/// Version of the content format; only version 1 exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SchemaVersion;

impl SchemaVersion {
    /// Supported version.
    pub const SUPPORTED: u64 = 1;
}

impl<'de> Deserialize<'de> for SchemaVersion {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<SchemaVersion, D::Error> {
        match u64::deserialize(deserializer)? {
            SchemaVersion::SUPPORTED => Ok(SchemaVersion),
            other => Err(D::Error::invalid_value(Unexpected::Unsigned(other), &"1")),
        }
    }
}

schema_in_place!([] SchemaVersion, _ => { "type": "integer", "const": SchemaVersion::SUPPORTED });

/// 颜色和哀悼日
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// 主色，写成 #rrggbb
    pub primary: Option<Color>,
    /// 全站变为灰色的日期
    #[serde(default)]
    pub mourning: Vec<Mourning>,
}

/// 全站变为灰色的一段日期
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mourning {
    /// 第一天
    pub from: Date,
    /// 最后一天
    pub to: Date,
    /// 说明，读者看不到
    pub note: Option<Line>,
}

/// 一个栏目
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// 栏目编号，用在网址里，小写字母、数字和连字符
    pub id: ItemId,
    /// 栏目名称
    pub name: Line<30>,
    /// 栏目类型
    #[serde(default)]
    pub kind: SectionKind,
    /// 栏目介绍
    pub description: Option<Paragraph>,
    /// 旧网站里这个栏目的路径，例如 /lmdt/
    pub legacy_prefix: Option<LegacyPath>,
    /// 多少天没有新内容就提醒编辑
    pub stale_after_days: Option<u32>,
}

/// What a section shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SectionKind {
    /// 文章列表
    #[default]
    News,
    /// 活动在前，文章在后
    Events,
}

/// 一个导航条目
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NavigationEntry {
    /// 显示的文字
    pub label: Line<20>,
    /// 通向哪里：站内路径（/news/policy/）、站内条目（page:about）或 https 网址
    pub to: NavigationTarget,
    /// 下一级条目
    #[serde(default)]
    pub children: Vec<NavigationLink>,
}

/// 一个下一级导航条目
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NavigationLink {
    /// 显示的文字
    pub label: Line<20>,
    /// 通向哪里：站内路径（/news/policy/）、站内条目（page:about）或 https 网址
    pub to: NavigationTarget,
}

/// 首页的内容和顺序
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Home {
    /// 头条怎样选
    pub lead: HomeLead,
    /// 首页有哪些版块，按显示顺序排列
    pub blocks: Vec<HomeBlock>,
}

impl Default for Home {
    fn default() -> Home {
        Home {
            lead: HomeLead::Newest,
            blocks: HomeBlock::ALL.to_vec(),
        }
    }
}

/// How the lead items of the home page are picked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum HomeLead {
    /// 最新的文章
    #[default]
    Newest,
    /// 标为头条（headline）的文章
    Headline,
}

/// A block of the home page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum HomeBlock {
    /// 头条
    Lead,
    /// 各栏目的最新文章
    Sections,
    /// 近期活动
    Events,
    /// 成员
    Members,
    /// 简报
    Bulletins,
    /// 友情链接
    Links,
}

impl HomeBlock {
    /// All blocks, in the default order of a home page.
    pub const ALL: [HomeBlock; 6] = [
        HomeBlock::Lead,
        HomeBlock::Sections,
        HomeBlock::Events,
        HomeBlock::Members,
        HomeBlock::Bulletins,
        HomeBlock::Links,
    ];
}

/// 主办单位
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Organization {
    /// 法定名称
    pub legal_name: Option<Line>,
    /// 成立时间，可以只写年份
    pub founded: Option<PartialDate>,
    /// 主管单位
    pub supervisor: Option<Line>,
    /// 统一社会信用代码，18 位
    pub uscc: Option<CreditCode>,
}

/// 联系方式
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// 地址
    pub address: Option<Line>,
    /// 邮政编码，6 位数字
    pub postcode: Option<Postcode>,
    /// 电话，例如 010-65000000
    #[serde(default)]
    pub phones: Vec<Phone>,
    /// 传真，例如 010-65000000
    #[serde(default)]
    pub fax: Vec<Phone>,
    /// 电子邮箱
    pub email: Option<Email>,
    /// 办公时间
    pub hours: Option<Line>,
    /// 地图网址
    pub map_url: Option<WebUrl>,
}

/// 全站通知条
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Banner {
    /// 通知的文字
    pub text: Line,
    /// 点开后通向哪里：站内路径、站内条目或 https 网址
    pub url: Option<NavigationTarget>,
    /// 显示到哪一天（含当天）
    pub until: Option<Date>,
}
