//! Codes and texts of problems of Markdown and of links.

use super::{Text, brief, unseen_difference};
use crate::content::diagnostics::body_fault::{BodyFault, StrayMark, UnsureMark};
use crate::content::diagnostics::link_fault::LinkFault;
use crate::content::diagnostics::problem::Language;
use crate::content::values::unpublished::Unpublished;

messages! {
    coded BodyFault, language;

    BodyFault::RawHtml => "raw-html",
        zh "正文里不能写 HTML", "改用 Markdown；要显示 < 这个符号，在 JSON 里写成 \\\\<";
        en "the body cannot contain HTML", "use Markdown; to show the sign <, write \\\\< in JSON";
    BodyFault::HeadingLevelOne => "heading-level-one",
        zh "正文里的标题不能用一级（#）", "页面标题已经是一级，正文从二级（##）开始";
        en "headings in the body cannot be of level one (#)",
           "the page's title is the only one; begin with level two (##)";
    BodyFault::SkippedHeadingLevel { from, to } => "skipped-heading-level",
        zh format!("标题从第 {from} 级跳到了第 {to} 级"), "逐级使用标题";
        en format!("the heading goes from level {from} to level {to}"),
           "use one level after the other";
    BodyFault::EmptyHeading => "empty-heading",
        zh "标题没有文字", "补上文字，或者删除 # 号";
        en "the heading has no text", "write its text, or remove the #";
    BodyFault::DeadItemLink { link, nearest } => "dead-item-link",
        zh format!("链接 `{}` 指向的条目不存在", brief(link)),
           near_name(language, link, nearest, "改正编号，或者去掉链接");
        en format!("the link `{}` names an item that does not exist", brief(link)),
           near_name(language, link, nearest, "correct the id, or remove the link");
    BodyFault::Link(fault) => fault.code(), { fault.text(language) };
    BodyFault::BadItemLink { link, fault } => "bad-item-link",
        zh format!("链接 `{}` 写错了：{}", brief(link), fault.text(language).message),
           fault.text(language).help;
        en format!("the link `{}` is wrong: {}", brief(link), fault.text(language).message),
           fault.text(language).help;
    BodyFault::DeadPath(path) => "dead-path",
        zh format!("站内没有 `{}` 这个路径", brief(path)), "改正路径，或者写成 article:编号 的形式";
        en format!("the site has no path `{}`", brief(path)),
           "correct the path, or write the link as article:id";
    BodyFault::DeadAnchor(anchor) => "dead-anchor",
        zh format!("正文里没有 `#{}` 这个位置", brief(anchor)), "对照标题改正，或者去掉链接";
        en format!("the body has no place `#{}`", brief(anchor)),
           "compare it with the headings, or remove the link";
    BodyFault::RelativeUrl(url) => "relative-url",
        zh format!("`{}` 是相对网址，换个页面就打不开", brief(url)),
           "写成 article:编号、media:文件 的形式，或者完整的 https 网址";
        en format!("`{}` is a relative address, which breaks on other pages", brief(url)),
           "write article:id, media:file, or a complete https address";
    BodyFault::ForbiddenUrl(url) => "forbidden-url",
        zh format!("不能使用这个网址：`{}`", brief(url)),
           "链接只能是 https、http、mailto、tel，或者 article:编号 这样的站内条目";
        en format!("this address cannot be used: `{}`", brief(url)),
           "links can be https, http, mailto, tel, or items of the site such as article:id";
    BodyFault::EmptyLink => "empty-link",
        zh "链接没有写全", "写成 [文字](网址) 的形式";
        en "the link is not complete", "write [text](address)";
    BodyFault::MissingAlt => "missing-alt",
        zh "图片没有替代文字", "写成 ![图上是什么](media:……)，看不到图片的人由它知道内容";
        en "the image has no text alternative",
           "write ![what it shows](media:…) for those who cannot see it";
    BodyFault::MissingImage { path, nearest } => "missing-image",
        zh format!("media 文件夹里没有图片 `{}`", brief(path)),
           near_name(
               language, path, nearest,
               "把图片放进 media 文件夹，或者改正路径（大小写也要一致）"
           );
        en format!("the media folder has no image `{}`", brief(path)),
           near_name(
               language, path, nearest,
               "put the image into the media folder, or correct the path (upper and lower case \
                count)"
           );
    BodyFault::UnfitImage { path, fault } => fault.code(),
        zh format!("图片 `{}`：{}", brief(path), fault.text(language).message),
           fault.text(language).help;
        en format!("image `{}`: {}", brief(path), fault.text(language).message),
           fault.text(language).help;
    BodyFault::ForeignImage(url) => "foreign-image",
        zh format!("图片 `{}` 在别的网站上", brief(url)),
           "把图片放进 media 文件夹，写成 ![图上是什么](media:……)";
        en format!("the image `{}` is on another site", brief(url)),
           "put the image into the media folder and write ![what it shows](media:…)";
    BodyFault::ImageWithoutSize(path) => "image-without-size",
        zh format!("读不出图片 `{}` 的尺寸", brief(path)), "文件可能坏了，重新导出后替换";
        en format!("the size of the image `{}` cannot be read", brief(path)),
           "the file may be damaged; export it again";
    BodyFault::UndefinedFootnote(label) => "undefined-footnote",
        zh format!("脚注 `[^{}]` 没有内容", brief(label)),
           "另起一段写上脚注的内容，例如 [^1]: 内容";
        en format!("the footnote `[^{}]` has no text", brief(label)),
           "write it as a paragraph of its own, such as [^1]: text";
    BodyFault::UnusedFootnote(label) => "unused-footnote",
        zh format!("脚注 `[^{}]` 没有被引用，不会显示", brief(label)),
           "在正文里标上这个脚注，或者删除它";
        en format!("nothing refers to the footnote `[^{}]`; it is not shown", brief(label)),
           "refer to it in the body, or remove it";
    BodyFault::DuplicateFootnote(label) => "duplicate-footnote",
        zh format!("脚注 `[^{}]` 写了两次，只显示第一次", brief(label)), "换一个名字，或者删除一个";
        en format!("the footnote `[^{}]` is written twice; only the first is shown", brief(label)),
           "give it another name, or remove one of the two";
    BodyFault::StrayAsterisks { is_spaced: true } => "stray-asterisks",
        zh "这里的 * 没有变成强调，会照样显示", "去掉 * 和文字之间的空格，写成 **重点**";
        en "these * are no emphasis and are shown as they are",
           "remove the blanks between the * and the text: **important**";
    BodyFault::StrayAsterisks { is_spaced: false } => "stray-asterisks",
        zh "这里的 * 没有变成强调，会照样显示",
           "强调的前后要各有同样多的 *，例如 **重点**；要显示 * 号，在 JSON 里写成 \\\\*";
        en "these * are no emphasis and are shown as they are",
           "write as many * before as after: **important**; to show the sign *, write \\\\* in JSON";
    BodyFault::StrayMark(mark) => "stray-mark", { mark.text(language) };
    BodyFault::UnsureMark(UnsureMark::GreaterThan) => "unsure-mark",
        zh "分不清这里的 > 是引用还是大于号，会照样显示",
           "引用请让第一行以文字开头；大于号写成 >500，或者在 JSON 里写成 \\\\>";
        en "this > may be a quotation or “greater than”; it is shown as it is",
           "begin a quotation with a word; write “greater than” as >500, or as \\\\> in JSON";
    BodyFault::UnsureMark(UnsureMark::Asterisk) => "unsure-mark",
        zh "分不清这里的 * 是强调还是乘号，当作强调，不会显示",
           "强调写成 **重点**；乘号写成 ×，或者在 JSON 里写成 \\\\*";
        en "this * may be emphasis or a product; it is taken as emphasis and not shown",
           "write emphasis as **important**, and a product as × or as \\\\* in JSON";
    BodyFault::OpenFence => "open-fence",
        zh "代码块只有开头，没有结尾，会照样显示",
           "在代码后面另起一行，写上和开头一样的记号；不是代码就去掉它";
        en "the code block is never closed; it is shown as text",
           "write the same mark on a line of its own after the code, or remove it if there is no \
            code";
    BodyFault::ExtraTableCells(cells) => "extra-table-cells",
        zh format!("表格这一行的格子比表头多，`{}` 没有地方显示", brief(cells)),
           "给表头和它下面一行各补一格；格子里的 | 号，在 JSON 里写成 \\\\|";
        en format!(
               "the row has more cells than the head of its table; `{}` has no place",
               brief(cells)
           ),
           "add a cell to the head and to the line below it; a | inside of a cell is \\\\| in JSON";
    BodyFault::LostText(lost) => "lost-text",
        zh format!("`{}` 被当成了记号，不会显示", brief(lost)),
           "换一种写法；要照样显示，在 JSON 里给前面的记号加上 \\\\";
        en format!("`{}` is taken for a mark and not shown", brief(lost)),
           "write it differently; to show it as it is, write \\\\ in JSON before the mark";
    BodyFault::NestedTooDeep => "nested-too-deep",
        zh "列表、引用或强调嵌套太深", "减少层数";
        en "lists, quotations or emphasis are nested too deep", "use fewer levels";
}

messages! {
    StrayMark, language;

    StrayMark::Tildes =>
        zh "这里的 ~~ 没有变成删除线，会照样显示",
           "前后要各有一个 ~~，紧挨着文字；要显示 ~ 号，在 JSON 里写成 \\\\~";
        en "these ~~ strike nothing out and are shown as they are",
           "write ~~ right before and right after the text; to show the sign ~, write \\\\~ in JSON";
    StrayMark::Underscores =>
        zh "这里的 __ 没有变成强调，会照样显示",
           "强调写成 **重点**；要显示 _ 号，在 JSON 里写成 \\\\_";
        en "these __ are no emphasis and are shown as they are",
           "write **important**; to show the sign _, write \\\\_ in JSON";
    StrayMark::Backticks =>
        zh "这里的 ` 没有变成代码，会照样显示",
           "前后要各有同样多的 `；要显示 ` 号，在 JSON 里写成 \\\\`";
        en "this ` marks no code and is shown as it is",
           "write as many ` before as after; to show the sign `, write \\\\` in JSON";
    StrayMark::Heading =>
        zh "这一行开头的 # 没有变成标题，会照样显示",
           "标题写成 ## 标题，用两个到六个半角的 #；要显示 # 号，在 JSON 里写成 \\\\#";
        en "this # begins no heading and is shown as it is",
           "write ## Heading, with two to six #; to show the sign #, write \\\\# in JSON";
    StrayMark::Bullet =>
        zh "这一行开头的 - 没有变成列表，会照样显示",
           "列表在 - 后面空一格；要显示 - 号，在 JSON 里写成 \\\\-";
        en "this - begins no list and is shown as it is",
           "write a blank after the -; to show the sign -, write \\\\- in JSON";
    StrayMark::Underline =>
        zh "这一行记号没有用处，会照样显示", "标题写成 ## 标题；分隔线用三个 -，单独成一段";
        en "this line of marks does nothing and is shown as it is",
           "write ## Heading for a heading, or --- as a paragraph of its own for a line";
    StrayMark::Link =>
        zh "这里的括号没有变成链接，会照样显示",
           "写成 [文字](网址)，用半角的括号，中间不空格；要显示方括号，在 JSON 里写成 \\\\[";
        en "these brackets are no link and are shown as they are",
           "write [text](address) without a blank between; to show the bracket, write \\\\[ in JSON";
    StrayMark::Address =>
        zh "这里的站内地址没有变成链接，会照样显示", "写成 [文字](article:编号) 的形式";
        en "this address of the site is no link and is shown as it is", "write [text](article:id)";
    StrayMark::TableRow =>
        zh "这一行竖线没有变成表格，会照样显示",
           "表格的第二行写 |---|---|，格数和第一行一样；竖线用半角的 |";
        en "this row belongs to no table and is shown as it is",
           "write |---|---| as the second line, with as many cells as the first";
}

messages! {
    coded LinkFault, language;

    LinkFault::Unpublished { target, why: Unpublished::Draft } => "link-to-unpublished",
        zh format!("`{}` 指向的文章是草稿，网站上没有它的页面", brief(target)),
           "先发布那篇文章（删除 \"status\": \"draft\"），或者去掉链接";
        en format!("`{}` leads to a draft, which has no page on the site", brief(target)),
           "publish that article first (remove \"status\": \"draft\"), or remove the link";
    LinkFault::Unpublished { target, why: Unpublished::Scheduled(day) } => "link-to-unpublished",
        zh format!("`{}` 指向的文章定在 {day} 发布，在那以前没有页面", brief(target)),
           format!("到 {day} 再加这个链接；链接所在的文章也可以定在那天或以后发布");
        en format!(
               "`{}` leads to an article that is scheduled for {day} and has no page before",
               brief(target)
           ),
           format!("add the link on {day}, or schedule what links to it for that day or later");
    LinkFault::UnknownAnchor { page, anchor, nearest } => "dead-anchor",
        zh format!("页面 `{}` 里没有 `#{}` 这个位置", brief(page), brief(anchor)),
           language.suggest(
               &nearest.as_ref().map(|nearest| format!("#{nearest}")),
               "打开那个页面，从它的目录里复制标题的地址；或者去掉 # 和后面的部分",
           );
        en format!("the page `{}` has no place `#{}`", brief(page), brief(anchor)),
           language.suggest(
               &nearest.as_ref().map(|nearest| format!("#{nearest}")),
               "open that page and copy the heading's address from its contents, or remove # and \
                what follows",
           );
}

/// Returns the suggestion of a name; for a name that looks the same, it describes the first
/// character that differs.
fn near_name(
    language: Language,
    written: &str,
    nearest: &Option<String>,
    otherwise: &str,
) -> String {
    let known = nearest.as_deref().unwrap_or(written);
    let Some((index, is, should)) = unseen_difference(written, known) else {
        return language.suggest(nearest, otherwise);
    };
    let (is, should) = (u32::from(is), u32::from(should));
    language.pick(
        format!(
            "名字看起来一样，但第 {index} 个字符不同：写的是 U+{is:04X}，应当是 U+{should:04X}；从文件名复制过来"
        ),
        format!(
            "the names look the same, but character {index} is U+{is:04X} and should be \
             U+{should:04X}; copy the file's name"
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::{Language, near_name};

    #[test]
    fn a_name_that_looks_the_same_is_told_by_its_characters() {
        let same =
            "名字看起来一样，但第 3 个字符不同：写的是 U+00A0，应当是 U+0020；从文件名复制过来";
        for (written, nearest, help) in [
            ("年度\u{A0}报告.png", Some("年度 报告.png"), same),
            ("年报1.png", Some("年报2.png"), "是不是想写 `年报2.png`？"),
            ("年报1.png", None, "放进来"),
        ] {
            let nearest = nearest.map(str::to_owned);
            let told = near_name(Language::Chinese, written, &nearest, "放进来");
            assert_eq!(told, help);
        }
    }
}
