//! Texts of faults of values and of JSON syntax in Chinese.

use crate::content::diagnostics::messages::{Text, brief, text};
use crate::content::json::syntax::SyntaxFault;
use crate::content::values::picture::PictureFault;
use crate::content::values::text_value::{Fault, Format};

pub(crate) fn fault(fault: &Fault) -> Text {
    match fault {
        Fault::Shape { form, mended } => {
            let (message, help) = form_words(*form);
            let help = match mended {
                Some(mended) => format!("是不是想写 `{mended}`？"),
                None => help.to_owned(),
            };
            text(message, help)
        }
        Fault::Empty => text("内容是空的", "写上内容；没有内容的选填字段可以整个删除"),
        Fault::LineBreak => text("这里只能写一行，不能换行", "删除换行（\\n）"),
        Fault::Unshown(character) => text(
            format!(
                "里面有看不见的字符 U+{:04X}，会打乱或截断前后的文字",
                u32::from(*character)
            ),
            "删除它；多半是从别处复制时带来的，把前后的文字重新打一遍最可靠",
        ),
        Fault::EdgeBlank { mended } => text(
            "开头或结尾有多余的空白",
            format!("写成 \"{}\"", brief(mended)),
        ),
        Fault::TooLong { limit, count } => {
            text(format!("有 {count} 个字，最多 {limit} 个字"), "精简一些")
        }
        Fault::NoSuchDay => text("日历上没有这一天", "检查月份和日期"),
        Fault::WrongOffset => text(
            "时间没有写明是北京时间",
            "时间后面写 +08:00，例如 2023-03-03T09:00:00+08:00",
        ),
        Fault::Protocol => text("网址只能以 https:// 或 http:// 开头", "换成网页的网址"),
        Fault::NoHost => text(
            "网址缺少域名",
            "写完整的网址，例如 https://www.example.org/",
        ),
        Fault::NotHttps => text("网址应该以 https:// 开头", "把 http:// 改成 https://"),
        Fault::NoFinalSlash => text("站点网址应该以 / 结尾", "在末尾加上 /"),
        Fault::Fragment => text(
            "旧路径里不能有 #",
            "删除 # 和它后面的部分，浏览器不会把它发给网站",
        ),
        Fault::LeavesFolder => text(
            "路径里不能有 . 或 ..",
            "从文件夹里面写起，例如 2023/council.jpg",
        ),
        Fault::Backslash { mended } => text(
            "路径里的 \\ 应该写成 /",
            format!("是不是想写 `{}`？", brief(mended)),
        ),
        Fault::Checksum => text(
            "统一社会信用代码的校验位不对",
            "对照登记证书检查每一位，常见的是抄错一位或换了位置",
        ),
        Fault::UnknownScheme { nearest } => text(
            "冒号前面不是站内条目的种类",
            match nearest {
                Some(nearest) => format!("是不是想写 `{nearest}:`？"),
                None => {
                    "可以用 article:、member:、bulletin:、event:、page:，或 https 网址".to_owned()
                }
            },
        ),
    }
}

/// Returns the message of a text that does not have a format, and a description of the format.
fn form_words(form: Format) -> (&'static str, &'static str) {
    match form {
        Format::ItemId => (
            "编号的写法不对",
            "编号只用小写字母、数字和连字符，以字母或数字开头，例如 2023-03-03-council",
        ),
        Format::Date => ("日期的写法不对", "写成 年-月-日，例如 2023-03-03"),
        Format::Moment => (
            "日期的写法不对",
            "写成 年-月-日，例如 2023-03-03；要写时间就写 2023-03-03T09:00:00+08:00",
        ),
        Format::PartialDate => (
            "日期的写法不对",
            "写年份、年月或日期，例如 2010、2010-05、2010-05-01",
        ),
        Format::WebUrl => (
            "网址的写法不对",
            "写完整的网址，例如 https://www.example.org/",
        ),
        Format::BaseUrl => (
            "站点网址的写法不对",
            "以 https:// 开头、以 / 结尾，例如 https://www.example.org/；域名后面的路径只用英文字母、数字和 - . _ ~",
        ),
        Format::LegacyPath => (
            "旧路径的写法不对",
            "写域名后面的部分，以 / 开头，例如 /lmdt/2023-03-03.asp 或 /shownews.asp?id=123",
        ),
        Format::MediaPath => (
            "媒体文件的路径不对",
            "写 media 文件夹里面的路径，例如 2023/council.jpg；不能有 : ? * # % 等符号，也不能是网址",
        ),
        Format::Color => ("颜色的写法不对", "写成 # 加六位十六进制数，例如 #0b4f8a"),
        Format::Line => ("文字不对", "写一行文字"),
        Format::Paragraph => ("文字不对", "写一段文字"),
        Format::NavigationTarget => (
            "链接的写法不对",
            "写站内路径（/news/）、站内条目（page:about）或 https 网址",
        ),
        Format::LanguageTag => ("语言标记的写法不对", "中文写 zh-CN，英文写 en"),
        Format::Phone => (
            "电话号码的写法不对",
            "写区号-号码（分机再加 -分机号）、手机号或 400 号码；境外的以 +国家或地区代码 开头；几个号码用 / 隔开，例如 010-65000000-801/13800138000",
        ),
        Format::Postcode => ("邮政编码的写法不对", "写 6 位数字，例如 100025"),
        Format::Email => (
            "电子邮箱的写法不对",
            "写成 名字@域名，例如 info@example.org",
        ),
        Format::Province => (
            "没有这个省份",
            "写省份名称或 GB/T 2260 代码，例如 江苏、江苏省、320000",
        ),
        Format::IcpNumber => (
            "ICP 备案号的写法不对",
            "照备案信息写，例如 京ICP备00000000号-1",
        ),
        Format::PoliceNumber => (
            "公安备案号的写法不对",
            "照备案信息写，数字有 14 位，例如 京公网安备 11010500000000号",
        ),
        Format::CreditCode => (
            "统一社会信用代码的写法不对",
            "写 18 位数字和大写字母（没有 I、O、S、V、Z）",
        ),
        Format::DocumentNumber => (
            "文号的写法不对",
            "照文件写：示例部发〔2022〕43号（年份用六角括号）、示例部公告2025年第38号、示例部令第12号",
        ),
    }
}

pub(crate) fn picture(fault: PictureFault) -> Text {
    const AGAIN: &str = "重新导出或重新下载后替换";
    match fault {
        PictureFault::Empty => text("这个图片文件是空的", AGAIN),
        PictureFault::Damaged(format) => {
            let name = format.name();
            text(format!("这张 {name} 图片不完整，或者坏了"), AGAIN)
        }
        PictureFault::SvgWithoutNamespace => text(
            "这个 SVG 的根元素没有 xmlns，浏览器显示不了",
            "在 <svg 后面加上 xmlns=\"http://www.w3.org/2000/svg\"，或者重新导出",
        ),
        PictureFault::NotShown(Some(name)) => text(
            format!("这个文件其实是 {name}，浏览器显示不了"),
            "用看图软件另存为 JPG 或 PNG，再替换",
        ),
        PictureFault::NotShown(None) => {
            text("这个文件不是图片", "换成真正的图片：JPG、PNG、WebP 或 SVG")
        }
        PictureFault::Extension { format, is_shown } => text(
            format!(
                "这个文件其实是 {}，和文件名的结尾不一致{}",
                format.name(),
                if is_shown {
                    ""
                } else {
                    "，浏览器显示不了"
                }
            ),
            format!(
                "把文件名的结尾改成 .{}，这里也跟着改",
                format.extensions()[0]
            ),
        ),
    }
}

pub(crate) fn syntax(fault: &SyntaxFault) -> Text {
    match fault {
        SyntaxFault::Unclosed { bracket, line } => text(
            format!("文件没有写完：第 {line} 行的 {bracket} 没有配对的右括号"),
            format!("在末尾补上 {}", if *bracket == '{' { '}' } else { ']' }),
        ),
        SyntaxFault::UnclosedString => text(
            "这里开始的文字没有写完，缺少右边的引号",
            "在文字末尾加上英文引号 \"",
        ),
        SyntaxFault::Truncated => text("文件没有写完", "检查文件是不是只保存了一部分"),
        SyntaxFault::FullWidth {
            found: '\u{3000}' | '\u{a0}' | '\u{feff}',
            ..
        } => text("这里有一个特殊的空白字符", "换成普通空格，或者删除"),
        SyntaxFault::FullWidth { found, meant } => text(
            format!("这里用了中文符号 {found}"),
            format!("换成英文符号 {meant}"),
        ),
        SyntaxFault::TrailingComma => text("最后一项后面多了一个逗号", "删除这个括号前面的逗号"),
        SyntaxFault::MissingComma => text("这一项前面缺少逗号", "在上一项的末尾加上英文逗号 ,"),
        SyntaxFault::MissingColon => text("字段名后面缺少冒号", "在字段名和值之间加上英文冒号 :"),
        SyntaxFault::UnescapedQuote => text(
            "文字里的英文引号让文字提前结束了",
            "把文字里面的引号换成中文引号 “ ”，或者写成 \\\"",
        ),
        SyntaxFault::LineBreakInString => text(
            "引号里的文字不能直接换行",
            "写成 \\n，或者把正文写成列表，一段一个字符串",
        ),
        SyntaxFault::ControlCharacter(sign) => text(
            format!("这里有一个看不见的控制字符（U+{:04X}）", u32::from(*sign)),
            "删除它；制表符写成 \\t",
        ),
        SyntaxFault::BadEscape => text(
            "反斜杠 \\ 后面的写法不对",
            "要写反斜杠本身就写两个 \\\\，路径里用 /",
        ),
        SyntaxFault::Comment => text("JSON 文件里不能写注释", "删除注释"),
        SyntaxFault::AfterEnd => text(
            "文件已经结束，后面还有多余的内容",
            "删除多余的内容，或者检查前面是不是多了一个右括号",
        ),
        SyntaxFault::WrongBracket { found, meant } => text(
            format!("括号不配对：这里应该是 {meant}，现在是 {found}"),
            format!("改成 {meant}"),
        ),
        SyntaxFault::BadNumber => text(
            "数字的写法不对",
            "写成 12 或 1.5 的形式，前面不加 0 和 +；编号和电话要加引号",
        ),
        SyntaxFault::Unquoted(word) => text(
            format!("`{}` 没有加英文双引号", brief(word)),
            "文字和字段名都要放在英文双引号 \" 里；真假值写 true 或 false",
        ),
        SyntaxFault::MergeConflict => text(
            "这里有合并时留下的冲突标记",
            "选定一个版本，删除 <<<<<<<、=======、>>>>>>> 这几行和另一个版本",
        ),
        SyntaxFault::Markup => text(
            "文件是网页或 XML，不是 JSON",
            "检查是不是存错了文件；内容文件以 { 开头",
        ),
        SyntaxFault::Unexpected(sign) => {
            text(format!("这里不能出现 {sign}"), "检查前后的引号、逗号和括号")
        }
    }
}
