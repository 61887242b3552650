//! Faults of Markdown in Chinese.

use super::chinese::suggestion;
use super::chinese_text::fault;
use super::{Text, brief, text};
use crate::content::body_fault::BodyFault;

pub(super) fn body(found: &BodyFault) -> Text {
    match found {
        BodyFault::RawHtml => text(
            "正文里不能写 HTML",
            "改用 Markdown；要显示 < 这个符号，在 JSON 里写成 \\\\<",
        ),
        BodyFault::HeadingLevelOne => text(
            "正文里的标题不能用一级（#）",
            "页面标题已经是一级，正文从二级（##）开始",
        ),
        BodyFault::SkippedHeadingLevel { from, to } => text(
            format!("标题从第 {from} 级跳到了第 {to} 级"),
            "逐级使用标题",
        ),
        BodyFault::EmptyHeading => text("标题没有文字", "补上文字，或者删除 # 号"),
        BodyFault::DeadItemLink { link, nearest } => text(
            format!("链接 `{}` 指向的条目不存在", brief(link)),
            suggestion(nearest.as_deref(), "改正编号，或者去掉链接"),
        ),
        BodyFault::BadItemLink { link, fault: found } => {
            let told = fault(found);
            text(
                format!("链接 `{}` 写错了：{}", brief(link), told.message),
                told.help,
            )
        }
        BodyFault::DeadPath(path) => text(
            format!("站内没有 `{}` 这个路径", brief(path)),
            "改正路径，或者写成 article:编号 的形式",
        ),
        BodyFault::DeadAnchor(anchor) => text(
            format!("正文里没有 `#{}` 这个位置", brief(anchor)),
            "对照标题改正，或者去掉链接",
        ),
        BodyFault::RelativeUrl(url) => text(
            format!("`{}` 是相对网址，换个页面就打不开", brief(url)),
            "写成 article:编号、media:文件 的形式，或者完整的 https 网址",
        ),
        BodyFault::ForbiddenUrl(url) => text(
            format!("不能使用这个网址：`{}`", brief(url)),
            "链接只能是 https、http、mailto、tel，或者 article:编号 这样的站内条目",
        ),
        BodyFault::EmptyLink => text("链接没有写全", "写成 [文字](网址) 的形式"),
        BodyFault::MissingAlt => text(
            "图片没有替代文字",
            "写成 ![图上是什么](media:……)，看不到图片的人由它知道内容",
        ),
        BodyFault::MissingImage { path, nearest } => text(
            format!("media 文件夹里没有图片 `{}`", brief(path)),
            suggestion(
                nearest.as_deref(),
                "把图片放进 media 文件夹，或者改正路径（大小写也要一致）",
            ),
        ),
        BodyFault::ForeignImage(url) => text(
            format!("图片 `{}` 在别的网站上", brief(url)),
            "把图片放进 media 文件夹，写成 ![图上是什么](media:……)",
        ),
        BodyFault::ImageWithoutSize(path) => text(
            format!("读不出图片 `{}` 的尺寸", brief(path)),
            "文件可能坏了，重新导出后替换",
        ),
        BodyFault::UndefinedFootnote(label) => text(
            format!("脚注 `[^{}]` 没有内容", brief(label)),
            "另起一段写上脚注的内容，例如 [^1]: 内容",
        ),
        BodyFault::UnusedFootnote(label) => text(
            format!("脚注 `[^{}]` 没有被引用，不会显示", brief(label)),
            "在正文里标上这个脚注，或者删除它",
        ),
        BodyFault::DuplicateFootnote(label) => text(
            format!("脚注 `[^{}]` 写了两次，只显示第一次", brief(label)),
            "换一个名字，或者删除一个",
        ),
        BodyFault::StrayAsterisks => {
            text("这里的 ** 没有变成强调，会照样显示", "把标点移到 ** 的外面")
        }
        BodyFault::NestedTooDeep => text("列表、引用或强调嵌套太深", "减少层数"),
    }
}
