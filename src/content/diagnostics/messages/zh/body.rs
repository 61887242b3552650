//! Texts of Markdown problems in Chinese.

use super::names::suggestion;
use super::values::{fault, picture};
use crate::content::diagnostics::body_fault::{BodyFault, StrayMark, UnsureMark};
use crate::content::diagnostics::messages::{Text, brief, text, unseen_difference};
use crate::content::values::unpublished::Unpublished;

pub(crate) fn body(found: &BodyFault) -> Text {
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
            near_name(link, nearest.as_deref(), "改正编号，或者去掉链接"),
        ),
        BodyFault::UnpublishedLink { link, why } => unpublished(link, *why),
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
        BodyFault::DeadAnchorElsewhere {
            page,
            anchor,
            nearest,
        } => dead_anchor(page, anchor, nearest.as_deref()),
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
            near_name(
                path,
                nearest.as_deref(),
                "把图片放进 media 文件夹，或者改正路径（大小写也要一致）",
            ),
        ),
        BodyFault::UnfitImage { path, fault } => {
            let told = picture(*fault);
            text(
                format!("图片 `{}`：{}", brief(path), told.message),
                told.help,
            )
        }
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
        BodyFault::StrayAsterisks { is_spaced: true } => text(
            "这里的 * 没有变成强调，会照样显示",
            "去掉 * 和文字之间的空格，写成 **重点**",
        ),
        BodyFault::StrayAsterisks { is_spaced: false } => text(
            "这里的 * 没有变成强调，会照样显示",
            "强调的前后要各有同样多的 *，例如 **重点**；要显示 * 号，在 JSON 里写成 \\\\*",
        ),
        BodyFault::StrayMark(mark) => stray(*mark),
        BodyFault::UnsureMark(UnsureMark::GreaterThan) => text(
            "分不清这里的 > 是引用还是大于号，会照样显示",
            "引用请让第一行以文字开头；大于号写成 >500，或者在 JSON 里写成 \\\\>",
        ),
        BodyFault::UnsureMark(UnsureMark::Asterisk) => text(
            "分不清这里的 * 是强调还是乘号，当作强调，不会显示",
            "强调写成 **重点**；乘号写成 ×，或者在 JSON 里写成 \\\\*",
        ),
        BodyFault::OpenFence => text(
            "代码块只有开头，没有结尾，会照样显示",
            "在代码后面另起一行，写上和开头一样的记号；不是代码就去掉它",
        ),
        BodyFault::ExtraTableCells(cells) => text(
            format!("表格这一行的格子比表头多，`{}` 没有地方显示", brief(cells)),
            "给表头和它下面一行各补一格；格子里的 | 号，在 JSON 里写成 \\\\|",
        ),
        BodyFault::LostText(lost) => text(
            format!("`{}` 被当成了记号，不会显示", brief(lost)),
            "换一种写法；要照样显示，在 JSON 里给前面的记号加上 \\\\",
        ),
        BodyFault::NestedTooDeep => text("列表、引用或强调嵌套太深", "减少层数"),
    }
}

fn stray(mark: StrayMark) -> Text {
    match mark {
        StrayMark::Tildes => text(
            "这里的 ~~ 没有变成删除线，会照样显示",
            "前后要各有一个 ~~，紧挨着文字；要显示 ~ 号，在 JSON 里写成 \\\\~",
        ),
        StrayMark::Underscores => text(
            "这里的 __ 没有变成强调，会照样显示",
            "强调写成 **重点**；要显示 _ 号，在 JSON 里写成 \\\\_",
        ),
        StrayMark::Backticks => text(
            "这里的 ` 没有变成代码，会照样显示",
            "前后要各有同样多的 `；要显示 ` 号，在 JSON 里写成 \\\\`",
        ),
        StrayMark::Heading => text(
            "这一行开头的 # 没有变成标题，会照样显示",
            "标题写成 ## 标题，用两个到六个半角的 #；要显示 # 号，在 JSON 里写成 \\\\#",
        ),
        StrayMark::Bullet => text(
            "这一行开头的 - 没有变成列表，会照样显示",
            "列表在 - 后面空一格；要显示 - 号，在 JSON 里写成 \\\\-",
        ),
        StrayMark::Underline => text(
            "这一行记号没有用处，会照样显示",
            "标题写成 ## 标题；分隔线用三个 -，单独成一段",
        ),
        StrayMark::Link => text(
            "这里的括号没有变成链接，会照样显示",
            "写成 [文字](网址)，用半角的括号，中间不空格；要显示方括号，在 JSON 里写成 \\\\[",
        ),
        StrayMark::Address => text(
            "这里的站内地址没有变成链接，会照样显示",
            "写成 [文字](article:编号) 的形式",
        ),
        StrayMark::TableRow => text(
            "这一行竖线没有变成表格，会照样显示",
            "表格的第二行写 |---|---|，格数和第一行一样；竖线用半角的 |",
        ),
    }
}
/// Returns the texts of a link to an item that has no page yet.
pub(crate) fn unpublished(link: &str, why: Unpublished) -> Text {
    let link = brief(link);
    match why {
        Unpublished::Draft => text(
            format!("`{link}` 指向的文章是草稿，网站上没有它的页面"),
            "先发布那篇文章（删除 \"status\": \"draft\"），或者去掉链接",
        ),
        Unpublished::Scheduled(day) => text(
            format!("`{link}` 指向的文章定在 {day} 发布，在那以前没有页面"),
            format!("到 {day} 再加这个链接；链接所在的文章也可以定在那天或以后发布"),
        ),
    }
}

/// Returns the texts of a link to an anchor that its page does not have.
pub(crate) fn dead_anchor(page: &str, anchor: &str, nearest: Option<&str>) -> Text {
    text(
        format!(
            "页面 `{}` 里没有 `#{}` 这个位置",
            brief(page),
            brief(anchor)
        ),
        suggestion(
            nearest.map(|nearest| format!("#{nearest}")).as_deref(),
            "打开那个页面，从它的目录里复制标题的地址；或者去掉 # 和后面的部分",
        ),
    )
}

/// Returns the suggestion of a name; for a name that looks the same, it describes the first
/// character that differs.
fn near_name(written: &str, nearest: Option<&str>, otherwise: &str) -> String {
    let difference = nearest.and_then(|nearest| unseen_difference(written, nearest));
    match difference {
        Some((index, is, should)) => format!(
            "名字看起来一样，但第 {index} 个字符不同：写的是 U+{:04X}，应当是 U+{:04X}；从文件名复制过来",
            u32::from(is),
            u32::from(should)
        ),
        None => suggestion(nearest, otherwise),
    }
}

#[cfg(test)]
mod tests {
    use super::near_name;

    #[test]
    fn a_name_that_looks_the_same_is_told_by_its_characters() {
        let same =
            "名字看起来一样，但第 3 个字符不同：写的是 U+00A0，应当是 U+0020；从文件名复制过来";
        for (written, nearest, help) in [
            ("年度\u{A0}报告.png", Some("年度 报告.png"), same),
            ("年报1.png", Some("年报2.png"), "是不是想写 `年报2.png`？"),
            ("年报1.png", None, "放进来"),
        ] {
            assert_eq!(near_name(written, nearest, "放进来"), help);
        }
    }
}
