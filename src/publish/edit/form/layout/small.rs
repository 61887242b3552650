//! Tables of the other kinds.

use super::{CORRECTION, Hint, Row, SCHEMA, more, must, often};
use crate::wire::edit::ItemKind;

pub(super) const BULLETIN: &[Row] = &[
    SCHEMA,
    must("number", "期号", Hint::Schema),
    often("title", "标题", Hint::Schema),
    often("published", "发布日期", Hint::Moment),
    often("kind", "类型", Hint::Schema),
    often("cover", "封面图片", Hint::Schema).with(&[
        must("src", "图片", Hint::Picture),
        often("alt", "替代文字", Hint::Schema),
    ]),
    often("abstract", "内容提要", Hint::Paragraph),
    often("contents", "目录", Hint::Schema).with(&[
        must("title", "标题", Hint::Schema),
        often("article", "文章", Hint::One(ItemKind::Article)),
        often("page", "页码", Hint::Schema),
    ]),
    often("files", "下载文件", Hint::Schema).with(&[
        must("file", "文件", Hint::File),
        often("role", "形式", Hint::Schema),
    ]),
    often("body", "正文", Hint::Body),
    more("last_number", "合刊末期号", Hint::Schema),
    more("year", "年份", Hint::Schema),
    more("covers", "合集的时间", Hint::Schema).with(&[
        must("from", "从", Hint::PartialDay),
        must("to", "到", Hint::PartialDay),
    ]),
    more("distribution", "阅读范围", Hint::Schema),
    more("corrections", "更正记录", Hint::Schema).with(CORRECTION),
];

pub(super) const LINKS: &[Row] = &[
    SCHEMA,
    must("name", "分组名称", Hint::Schema),
    often("links", "链接", Hint::Schema).with(&[
        must("name", "名称", Hint::Schema),
        must("url", "网址", Hint::Schema),
        often("logo", "标志", Hint::Picture),
        often("note", "说明", Hint::Schema),
    ]),
    more("order", "次序", Hint::Schema),
];

pub(super) const PAGE: &[Row] = &[
    SCHEMA,
    must("title", "标题", Hint::Schema),
    must("body", "正文", Hint::Body),
    often("toc", "显示目录", Hint::Schema),
    often("updated", "修改日期", Hint::Moment),
];

pub(super) const SYNONYMS: &[Row] = &[SCHEMA, often("groups", "同义词组", Hint::Words)];

const TARGET: Row = must("to", "去向", Hint::Schema);
const LABEL: Row = must("label", "文字", Hint::Schema);

pub(super) const SITE: &[Row] = &[
    SCHEMA,
    must("schema_version", "", Hint::Hidden),
    must("name", "全称", Hint::Schema),
    must("short_name", "简称", Hint::Schema),
    must("base_url", "网址", Hint::Schema),
    often("name_en", "英文名称", Hint::Schema),
    often("tagline", "标语", Hint::Schema),
    often("logo", "标志", Hint::Picture),
    often("favicon", "图标", Hint::Picture),
    often("share_image", "分享图片", Hint::Picture),
    often("theme", "外观", Hint::Schema).with(&[
        often("primary", "主色", Hint::Color),
        more("mourning", "黑白显示", Hint::Schema).with(&[
            must("from", "从", Hint::Day),
            must("to", "到", Hint::Day),
            more("note", "说明", Hint::Schema),
        ]),
    ]),
    must("navigation", "导航", Hint::Schema).with(&[
        LABEL,
        TARGET,
        often("children", "下级", Hint::Schema).with(&[LABEL, TARGET]),
    ]),
    must("sections", "栏目", Hint::Schema).with(&[
        must("id", "编号", Hint::Schema),
        must("name", "名称", Hint::Schema),
        often("kind", "类型", Hint::Schema),
        often("description", "说明", Hint::Paragraph),
        more("stale_after_days", "多少天算旧", Hint::Schema),
        more("legacy_prefix", "旧地址前缀", Hint::Schema),
    ]),
    often("home", "首页", Hint::Schema).with(&[
        often("blocks", "版块", Hint::Schema),
        often("lead", "头条取法", Hint::Schema),
    ]),
    often("banner", "通栏通知", Hint::Schema).with(&[
        must("text", "文字", Hint::Schema),
        often("url", "网址", Hint::Schema),
        often("until", "显示到", Hint::Day),
    ]),
    often("contact", "联系方式", Hint::Schema).with(&[
        often("address", "地址", Hint::Schema),
        often("postcode", "邮编", Hint::Schema),
        often("phones", "电话", Hint::Schema),
        often("fax", "传真", Hint::Schema),
        often("email", "电子邮件", Hint::Schema),
        often("hours", "办公时间", Hint::Schema),
        often("map_url", "地图网址", Hint::Schema),
    ]),
    more("organization", "主办单位", Hint::Schema).with(&[
        often("legal_name", "法定名称", Hint::Schema),
        often("supervisor", "主管单位", Hint::Schema),
        often("founded", "成立日期", Hint::PartialDay),
        often("uscc", "信用代码", Hint::Schema),
    ]),
    more("icp", "ICP 备案号", Hint::Schema),
    more("police", "公安备案号", Hint::Schema),
    more("copyright", "版权说明", Hint::Paragraph),
    more("repost_notice", "转载说明", Hint::Paragraph),
    more("lang", "语言", Hint::Schema),
    more("picture_sizes", "小尺寸图片", Hint::Schema),
];
