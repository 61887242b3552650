//! Texts of problems in Chinese.

pub(crate) mod body;
pub(crate) mod names;
pub(crate) mod values;
use super::{Text, brief, list_of, may_be_double, text};
use crate::content::diagnostics::kind::{Encoding, ProblemKind};
use crate::content::folder::ReadFault;
use crate::content::items::reference::Collection;
use crate::route::{IssueId, IssueSeries};
use body::{body, dead_anchor, unpublished};
use names::{collection_name, suggestion, type_form, type_name};
use values::{fault, picture, syntax};

pub(crate) fn problem(kind: &ProblemKind) -> Text {
    match kind {
        ProblemKind::MissingSite => text(
            "缺少站点设置文件 content/site.json",
            "新建 content/site.json，或者检查站点文件夹是否选对",
        ),
        ProblemKind::Unreadable(ReadFault::Permission) => {
            text("没有权限读取这个文件", "修改文件权限，让当前用户可以读取")
        }
        ProblemKind::Unreadable(ReadFault::BrokenLink) => text(
            "符号链接绕成了圈，或者指向不存在的文件",
            "删除这个链接，或者换成文件本身",
        ),
        ProblemKind::Unreadable(ReadFault::Other(cause)) => {
            text(format!("读不出这个文件：{cause}"), "检查磁盘和文件后再试")
        }
        ProblemKind::Unreadable(ReadFault::LinkLeadsOut(folder)) => text(
            format!("符号链接指向 {folder} 文件夹之外"),
            "把文件本身复制进来，代替这个链接",
        ),
        ProblemKind::Unreadable(ReadFault::NameNotUnicode) => {
            text("文件名不是 UTF-8 编码", "改用英文字母、数字和连字符命名")
        }
        ProblemKind::Unreadable(ReadFault::NotAFile) => text("这既不是文件也不是文件夹", "删除它"),
        ProblemKind::FileTooLarge => text(
            "文件太大，最多 8 MiB",
            "图片和附件放进 media 文件夹，内容文件里只写文字",
        ),
        ProblemKind::NotUtf8(Encoding::Utf16) => text(
            "文件是 UTF-16 编码，请另存为 UTF-8",
            "在记事本里选“文件 → 另存为”，编码选 UTF-8，不要选“Unicode”或“UTF-16”",
        ),
        ProblemKind::NotUtf8(Encoding::Other) => text(
            "文件不是 UTF-8 编码，请另存为 UTF-8",
            "在记事本里选“文件 → 另存为”，编码选 UTF-8（旧文件多半是 GBK）",
        ),
        ProblemKind::ByteOrderMark => text(
            "文件开头有 BOM 标记",
            "不影响发布；另存为“UTF-8”而不是“带有 BOM 的 UTF-8”就没有了",
        ),
        ProblemKind::EmptyFile => text("文件是空的", "写上内容，或者删除这个文件"),
        ProblemKind::TooDeep => text("括号嵌套太深，超过 64 层", "检查这里是不是多复制了左括号"),
        ProblemKind::Syntax(fault) => syntax(fault),
        ProblemKind::RootNotObject(found) => text(
            format!(
                "文件最外层应该是 {{ }} 括起来的对象，这里是{}",
                type_name(*found)
            ),
            "一个文件写一个条目，以 { 开头、以 } 结尾",
        ),
        ProblemKind::DuplicateField(name) => {
            text(format!("字段 `{}` 写了两次", brief(name)), "只保留一个")
        }
        ProblemKind::UnknownField { name, nearest } => text(
            format!("没有 `{}` 这个字段", brief(name)),
            suggestion(nearest.as_deref(), "删除这个字段，或者对照说明检查拼写"),
        ),
        ProblemKind::MissingField(name) => text(
            format!("缺少必填字段 `{name}`"),
            format!("在这一对括号里补上 \"{name}\""),
        ),
        ProblemKind::WrongType { found, expected } => {
            let names: Vec<&str> = expected
                .iter()
                .map(|expected| type_name(*expected))
                .collect();
            let forms: Vec<&str> = expected
                .iter()
                .map(|expected| type_form(*expected))
                .collect();
            text(
                format!(
                    "这里应该是{}，现在是{}",
                    names.join("或"),
                    type_name(*found)
                ),
                format!("写成 {}", forms.join(" 或 ")),
            )
        }
        ProblemKind::NotAllowed {
            value,
            allowed,
            nearest,
        } => text(
            format!("`{}` 不是可以选的值", brief(value)),
            match nearest {
                Some(nearest) => format!("是不是想写 `{nearest}`？可以选：{}", allowed.join("、")),
                None => format!("可以选：{}", allowed.join("、")),
            },
        ),
        ProblemKind::UnsupportedVersion => text(
            "这个程序不认识这个内容格式版本",
            "schema_version 目前只能是 1",
        ),
        ProblemKind::OutOfRange { least, most } => text(
            "数字超出范围",
            match (least, most) {
                (Some(least), Some(most)) => format!("写 {least} 到 {most} 之间的数"),
                (Some(least), None) => format!("至少是 {least}"),
                (None, Some(most)) => format!("最多是 {most}"),
                (None, None) => "换一个合理的数".to_owned(),
            },
        ),
        ProblemKind::BadText {
            text: written,
            fault: found,
        } => {
            let told = fault(found);
            if written.is_empty() {
                return told;
            }
            text(format!("{}：`{}`", told.message, brief(written)), told.help)
        }
        ProblemKind::TooMany { more } => text(
            format!("这个文件还有 {more} 个问题没有列出"),
            "先改好列出的问题，再检查一次",
        ),
        ProblemKind::Unexplained(cause) => text(
            format!("内容不符合格式：{cause}"),
            "对照说明检查这一处的写法",
        ),
        ProblemKind::BadFileName { name, mended } => text(
            format!("文件名 `{}` 不能用作编号", brief(name)),
            match mended {
                Some(mended) => format!("改名为 {mended}.json：只用小写字母、数字和连字符"),
                None => "文件名只用小写字母、数字和连字符，例如 2023-03-03-council.json".to_owned(),
            },
        ),
        ProblemKind::BadBulletinFileName { name, mended } => text(
            format!("简报的文件名 `{}` 不是期号", brief(name)),
            suggestion(
                mended.as_deref(),
                "用期号作文件名，例如 143.json；合刊用第一个期号；每年重新编号的写 2024-3.json；增刊写 143-s1.json 或 2024-s1.json",
            ),
        ),
        ProblemKind::DuplicateId {
            collection,
            id,
            other,
        } => text(
            format!("编号 `{id}` 已经被 {other} 用了"),
            match collection {
                Collection::Bulletins => {
                    "两个文件里改一个文件名；期号每年重新开始的，文件名写年份和期号，例如 2024-3.json"
                }
                _ => "两个文件里改一个文件名；放在不同的子文件夹里也不能同名",
            },
        ),
        ProblemKind::NumberMismatch { number, file } => text(
            format!("期号 {number} 和文件名 {file}.json 不一致"),
            format!(
                "改成 {}，或者把文件改名为 {}.json",
                file.number(),
                file.with_number(*number)
            ),
        ),
        ProblemKind::YearMismatch { year, file } => text(
            format!("年份 {year} 和文件名 {file}.json 不一致"),
            "改正年份，或者改文件名",
        ),
        ProblemKind::BulletinOverlap { issue, other } => text(
            format!("合刊里的{}另有文件 {other}", issue_name(*issue)),
            "改正 last_number 或标题里的期号；如果真是合刊，删除那个文件",
        ),
        ProblemKind::RootNameTaken(name) => text(
            format!("`{}` 是程序自己要写的路径，不能放在 root 里", brief(name)),
            "删除它，或者换一个名字；图片和附件放进 media，网页、robots.txt、网站地图等由程序生成",
        ),
        ProblemKind::RootOverLegacy { name, legacy } => text(
            format!(
                "`{}` 的位置上是旧网址 `{}` 的跳转网页",
                brief(name),
                brief(legacy)
            ),
            "删除这个文件，或者删除内容里写的这个旧网址",
        ),
        ProblemKind::UnknownFile { name, nearest } => text(
            format!("没有用到文件 `{}`", brief(name)),
            suggestion(nearest.as_deref(), "移到它该在的文件夹，或者移出 content"),
        ),
        ProblemKind::UnknownFolder { name, nearest } => text(
            format!("没有用到文件夹 `{}`", brief(name)),
            suggestion(
                nearest.as_deref(),
                "content 里只有 articles、members、bulletins、events、links、pages 这几个文件夹",
            ),
        ),
        ProblemKind::UnknownSection { id, nearest } => text(
            format!("没有编号为 `{id}` 的栏目"),
            suggestion(
                nearest.as_deref(),
                "栏目编号见 content/site.json 的 sections",
            ),
        ),
        ProblemKind::UnknownItem {
            collection,
            id,
            nearest,
        } => text(
            format!(
                "没有编号为 `{}` 的{}",
                brief(id),
                collection_name(*collection)
            ),
            suggestion(
                nearest.as_deref(),
                &format!(
                    "编号就是 content/{} 里的文件名（不带 .json）",
                    collection.folder()
                ),
            ),
        ),
        ProblemKind::UnknownRoute { path, nearest } => text(
            format!("站内没有 `{}` 这个路径", brief(path)),
            suggestion(
                nearest.as_deref(),
                "路径以 / 开头、以 / 结尾，例如 /news/；某个条目写成 page:about 的形式",
            ),
        ),
        ProblemKind::UnpublishedTarget { target, why } => unpublished(target, *why),
        ProblemKind::UnknownAnchor {
            page,
            anchor,
            nearest,
        } => dead_anchor(page, anchor, nearest.as_deref()),
        ProblemKind::SelfReference => text("这里指向了它自己", "换成另一个编号，或者删除"),
        ProblemKind::FuturePublication {
            date,
            can_be_scheduled,
        } => text(
            format!("发布日期 {date} 还没有到"),
            if *can_be_scheduled {
                "改正日期；如果要定时发布，加上 \"status\": \"scheduled\""
            } else {
                "改正日期，或者到时再加这一期"
            },
        ),
        ProblemKind::FutureUpdate(date) => {
            text(format!("日期 {date} 还没有到"), "这里写已经发生的日期")
        }
        ProblemKind::UpdatedBeforePublished { published } => text(
            format!("早于发布日期 {published}"),
            "这里的日期不能早于 published；没有修改过就删除",
        ),
        ProblemKind::EndBeforeStart { start, end } => text(
            format!("结束的日期 {end} 早于开始的日期 {start}"),
            "检查两个日期是不是写反了",
        ),
        ProblemKind::BulletinOrder {
            earlier,
            earlier_date,
        } => text(
            format!("发布日期早于{}（{earlier_date}）", issue_name(*earlier)),
            "期号大的简报日期不能更早；检查这两期的日期和期号",
        ),
        ProblemKind::MissingMedia { path, nearest } => text(
            format!("media 文件夹里没有 `{}`", brief(path)),
            suggestion(
                nearest.as_deref(),
                "把文件放进 media 文件夹，或者改正路径（大小写也要一致）",
            ),
        ),
        ProblemKind::AttachmentType { extension } => text(
            match extension {
                Some(extension) => format!("不能用 .{} 文件作附件", brief(extension)),
                None => "附件的文件名没有扩展名".to_owned(),
            },
            "附件可以是 pdf、docx、xlsx、pptx、zip、jpg、png；其他格式先转换",
        ),
        ProblemKind::Picture(fault) => picture(*fault),
        ProblemKind::PhotoLocation => text(
            "文件里记着拍摄地点，发布时去不掉",
            "另存为 JPG（发布时会自动去掉拍摄地点），或者从 media 文件夹里拿走",
        ),
        ProblemKind::SmallCover { width } => text(
            format!("封面图片宽 {width} 像素，会模糊"),
            "换成至少 600 像素宽的图片",
        ),
        ProblemKind::UnpublishedMedia {
            paths,
            count,
            are_named,
        } => {
            let named = list_of(paths, "、");
            let named = if paths.len() < *count {
                named + "……"
            } else {
                named
            };
            if *are_named {
                text(
                    format!("{count} 个文件只有不公开的内容用到，不会发布：{named}"),
                    "草稿、定时发布、撤下的文章和只发给成员的简报，所用的文件不在网站上；内容公开以后，文件随之发布",
                )
            } else {
                text(
                    format!("{count} 个文件没有任何内容用到，不会发布：{named}"),
                    "要发布，就在正文、附件、封面等处写上它；不要了，就从 media 文件夹删除",
                )
            }
        }
        ProblemKind::DuplicateSection(id) => {
            text(format!("栏目编号 `{id}` 重复"), "每个栏目用不同的编号")
        }
        ProblemKind::DuplicateMember { name, other } => text(
            format!("成员名称 `{}` 和 {other} 重复", brief(name)),
            "同一个单位只留一个文件；不同的单位把名称写全",
        ),
        ProblemKind::DuplicateTitle { title, other } => text(
            format!("标题 `{}` 和 {other} 相同", brief(title)),
            "可以照这样发布：网页标题会自动加上日期、期号或种类来区分；不是同一个栏目的连续文章，最好改动其中一个",
        ),
        ProblemKind::LongTitle { limit, count } => text(
            format!("标题有 {count} 个字，列表和搜索结果显示不下（最好不超过 {limit} 个字）"),
            "可以照这样发布；能精简就精简，次要的内容写进 subtitle",
        ),
        ProblemKind::DuplicateLink { other_name, other } => text(
            format!("这个网址和 {other} 里的“{}”重复", brief(other_name)),
            "只保留一个链接",
        ),
        ProblemKind::DuplicateSynonym(word) => text(
            format!("同义词 `{}` 前面已经写过", brief(word)),
            "意思相同的词都写在同一组里，每个词只写一次",
        ),
        ProblemKind::LoneSynonym => {
            text("这一组同义词不到两个", "补上意思相同的词，或者删除这一组")
        }
        ProblemKind::DuplicateLegacyUrl { path, other } => text(
            format!("旧路径 `{}` 已经写在 {other} 里", brief(path)),
            "一个旧路径只能转到一篇文章",
        ),
        ProblemKind::LegacyPathTaken(path) => text(
            format!("旧路径 `{}` 上有本站自己的页面，不能转走", brief(path)),
            "删除这个旧路径：读者打开它会看到本站的页面",
        ),
        ProblemKind::LowContrast { hundredths } => text(
            format!(
                "主色和白色的对比度是 {}.{:02}:1，不到 4.5:1，文字看不清",
                hundredths / 100,
                hundredths % 100
            ),
            "换一个更深的颜色",
        ),
        ProblemKind::BulletinGap { year, first, last } => {
            let year = year.map_or_else(String::new, |year| format!(" {year} 年"));
            text(
                if first == last {
                    format!("前面缺{year}第 {first} 期简报")
                } else {
                    format!("前面缺{year}第 {first} 到第 {last} 期简报")
                },
                if may_be_double(*first, *last) {
                    format!(
                        "找到的话补上；找不到就不用管；上一期如果是合刊，在它的文件里写 \"last_number\": {last}"
                    )
                } else {
                    "找到的话补上；找不到就不用管".to_owned()
                },
            )
        }
        ProblemKind::StaleSection { name, days, limit } => text(
            format!("栏目“{name}”已经 {days} 天没有新内容（提醒线是 {limit} 天）"),
            "发布新内容，或者调整 stale_after_days",
        ),
        ProblemKind::InsecureUrl => text("网址是 http，没有加密", "对方网站支持的话，改成 https"),
        ProblemKind::IpHost(host) => text(format!("链接指向 IP 地址 {host}"), "换成有域名的网址"),
        ProblemKind::ShortLinkHost(host) => text(
            format!("{host} 是短链接，看不出通向哪里"),
            "点开后复制真正的网址",
        ),
        ProblemKind::WithdrawnWithoutReason => text(
            "文章撤回了，但没有写原因",
            "写成 \"status\": { \"withdrawn\": { \"reason\": \"……\" } }",
        ),
        ProblemKind::RepostWithoutUrl => text(
            "转载的文章没有写原文网址",
            "补上 \"source\": { \"name\": \"……\", \"url\": \"https://……\" }",
        ),
        ProblemKind::EmptySummary => text(
            "摘要是空的",
            "写 30 到 140 个字，或者删除这个字段（自动取正文开头）",
        ),
        ProblemKind::SummaryLength { count } => text(
            format!("摘要有 {count} 个字，适合列表和搜索结果的是 30 到 140 个字"),
            "补充或者精简；也可以删除这个字段（自动取正文开头）",
        ),
        ProblemKind::IntroAndBody => text(
            "intro 和 body 只能写一个",
            "短的用 intro，需要分段和图片的用 body",
        ),
        ProblemKind::ExpectedPage(id) => text(
            format!("没有 content/pages/{id}.json"),
            match id.as_str() {
                "about" => "读者会找“关于我们”，请加上这个页面",
                "contact" => "读者会找“联系我们”，请加上这个页面",
                _ => "请加上这个页面",
            },
        ),
        ProblemKind::Body(fault) => body(fault),
    }
}

/// Returns the name of an issue.
fn issue_name(issue: IssueId) -> String {
    let number = issue.number();
    match issue.series() {
        IssueSeries::Running => format!("第 {number} 期"),
        IssueSeries::Year(year) => format!(" {year} 年第 {number} 期"),
        IssueSeries::SupplementTo(of) => format!("第 {of} 期增刊 {number}"),
        IssueSeries::SupplementOf(year) => format!(" {year} 年增刊 {number}"),
    }
}
