//! Codes and texts of faults of values.

use super::{Text, brief};
use crate::content::diagnostics::problem::Language;
use crate::content::values::picture::PictureFault;
use crate::content::values::text_value::{Fault, Format};

messages! {
    coded Fault, language;

    Fault::Shape { form, mended } => form.code(),
        { form.text(language).or_nearest(mended, language) };
    Fault::Empty => "empty-text",
        zh "内容是空的", "写上内容；没有内容的选填字段可以整个删除";
        en "the text is empty", "write it; an optional field can be removed";
    Fault::LineBreak => "line-break",
        zh "这里只能写一行，不能换行", "删除换行（\\n）";
        en "only one line can be written here", "remove the line break (\\n)";
    Fault::Unshown(character) => "control-character",
        zh format!("里面有看不见的字符 U+{:04X}，会打乱或截断前后的文字", u32::from(*character)),
           "删除它；多半是从别处复制时带来的，把前后的文字重新打一遍最可靠";
        en format!(
               "it has the character U+{:04X}, which is not shown and disturbs the text around it",
               u32::from(*character)
           ),
           "remove it; it mostly comes along when text is copied, so type the words around it anew";
    Fault::EdgeBlank { mended } => "edge-blank",
        zh "开头或结尾有多余的空白", format!("写成 \"{}\"", brief(mended));
        en "blanks at the beginning or end", format!("write \"{}\"", brief(mended));
    Fault::TooLong { limit, count } => "text-too-long",
        zh format!("有 {count} 个字，最多 {limit} 个字"), "精简一些";
        en format!("{count} characters, at most {limit} are allowed"), "write less";
    Fault::NoSuchDay => "no-such-day",
        zh "日历上没有这一天", "检查月份和日期";
        en "the calendar has no such day", "check month and day";
    Fault::WrongOffset => "wrong-time-zone",
        zh "时间没有写明是北京时间", "时间后面写 +08:00，例如 2023-03-03T09:00:00+08:00";
        en "the time is not marked as Chinese time",
           "write +08:00 after the time, such as 2023-03-03T09:00:00+08:00";
    Fault::Protocol => "bad-protocol",
        zh "网址只能以 https:// 或 http:// 开头", "换成网页的网址";
        en "an address begins with https:// or http://", "use the address of a web page";
    Fault::NoHost => "no-host",
        zh "网址缺少域名", "写完整的网址，例如 https://www.example.org/";
        en "the address has no host", "write it in full, such as https://www.example.org/";
    Fault::NotHttps => "not-https",
        zh "网址应该以 https:// 开头", "把 http:// 改成 https://";
        en "the address must begin with https://", "change http:// to https://";
    Fault::NoFinalSlash => "no-final-slash",
        zh "站点网址应该以 / 结尾", "在末尾加上 /";
        en "the site's address must end in /", "add / at the end";
    Fault::Fragment => "fragment-in-path",
        zh "旧路径里不能有 #", "删除 # 和它后面的部分，浏览器不会把它发给网站";
        en "an old address cannot have a #",
           "remove it and what follows; browsers do not send that to a site";
    Fault::LeavesFolder => "leaves-folder",
        zh "路径里不能有 . 或 ..", "从文件夹里面写起，例如 2023/council.jpg";
        en "a path cannot contain . or ..",
           "write it from inside the folder, such as 2023/council.jpg";
    Fault::Backslash { mended } => "backslash",
        zh "路径里的 \\ 应该写成 /", format!("是不是想写 `{}`？", brief(mended));
        en "\\ in a path must be /", format!("did you mean `{}`?", brief(mended));
    Fault::Checksum => "bad-check-digit",
        zh "统一社会信用代码的校验位不对", "对照登记证书检查每一位，常见的是抄错一位或换了位置";
        en "the check digit of the unified social credit code is wrong",
           "compare every sign with the certificate";
    Fault::UnknownScheme { nearest } => "unknown-scheme",
        zh "冒号前面不是站内条目的种类",
           match nearest {
               Some(nearest) => format!("是不是想写 `{nearest}:`？"),
               None => "可以用 article:、member:、bulletin:、event:、page:，或 https 网址".to_owned(),
           };
        en "what stands before the colon is no kind of item",
           match nearest {
               Some(nearest) => format!("did you mean `{nearest}:`?"),
               None => "use article:, member:, bulletin:, event:, page:, or an https address"
                   .to_owned(),
           };
}

messages! {
    coded Format, language;

    Format::ItemId => "bad-id",
        zh "编号的写法不对",
           "编号只用小写字母、数字和连字符，以字母或数字开头，例如 2023-03-03-council";
        en "this is not an id",
           "an id has lower-case letters, digits and hyphens and begins with a letter or digit, \
            such as 2023-03-03-council";
    Format::Date => "bad-date",
        zh "日期的写法不对", "写成 年-月-日，例如 2023-03-03";
        en "this is not a date", "write year-month-day, such as 2023-03-03";
    Format::Moment => "bad-date",
        zh "日期的写法不对",
           "写成 年-月-日，例如 2023-03-03；要写时间就写 2023-03-03T09:00:00+08:00";
        en "this is not a date",
           "write year-month-day, such as 2023-03-03, or with a time 2023-03-03T09:00:00+08:00";
    Format::PartialDate => "bad-date",
        zh "日期的写法不对", "写年份、年月或日期，例如 2010、2010-05、2010-05-01";
        en "this is not a date", "write a year, month or date, such as 2010, 2010-05, 2010-05-01";
    Format::WebUrl => "bad-url",
        zh "网址的写法不对", "写完整的网址，例如 https://www.example.org/";
        en "this is not a web address", "write it in full, such as https://www.example.org/";
    Format::BaseUrl => "bad-url",
        zh "站点网址的写法不对",
           "以 https:// 开头、以 / 结尾，例如 https://www.example.org/；\
            域名后面的路径只用英文字母、数字和 - . _ ~";
        en "this is not the address of a site",
           "begin with https:// and end in /, such as https://www.example.org/; a path after the \
            host has only letters, digits and - . _ ~";
    Format::LegacyPath => "bad-legacy-path",
        zh "旧路径的写法不对",
           "写域名后面的部分，以 / 开头，例如 /lmdt/2023-03-03.asp 或 /shownews.asp?id=123";
        en "this is not an address of the old site",
           "write what follows the host, beginning with /, such as /lmdt/2023-03-03.asp or \
            /shownews.asp?id=123";
    Format::MediaPath => "bad-media-path",
        zh "媒体文件的路径不对",
           "写 media 文件夹里面的路径，例如 2023/council.jpg；不能有 : ? * # % 等符号，也不能是网址";
        en "this is not a path of the media folder",
           "write the path inside media, such as 2023/council.jpg, without : ? * # % and the like";
    Format::Color => "bad-color",
        zh "颜色的写法不对", "写成 # 加六位十六进制数，例如 #0b4f8a";
        en "this is not a colour", "write # and six hexadecimal digits, such as #0b4f8a";
    Format::Line => "bad-text",
        zh "文字不对", "写一行文字";
        en "this text is wrong", "write one line of text";
    Format::Paragraph => "bad-text",
        zh "文字不对", "写一段文字";
        en "this text is wrong", "write a text";
    Format::NavigationTarget => "bad-navigation-target",
        zh "链接的写法不对", "写站内路径（/news/）、站内条目（page:about）或 https 网址";
        en "this is not a destination",
           "write a path (/news/), an item (page:about) or an https address";
    Format::LanguageTag => "bad-language-tag",
        zh "语言标记的写法不对", "中文写 zh-CN，英文写 en";
        en "this is not a language tag", "write zh-CN for Chinese, en for English";
    Format::Phone => "bad-phone",
        zh "电话号码的写法不对",
           "写区号-号码（分机再加 -分机号）、手机号或 400 号码；境外的以 +国家或地区代码 开头；\
            几个号码用 / 隔开，例如 010-65000000-801/13800138000";
        en "this is not a telephone number",
           "write area code-number (then -extension), a mobile or a 400 number, or + and the \
            code of a country; put / between several, such as 010-65000000-801/13800138000";
    Format::Postcode => "bad-postcode",
        zh "邮政编码的写法不对", "写 6 位数字，例如 100025";
        en "this is not a postcode", "write six digits, such as 100025";
    Format::Email => "bad-email",
        zh "电子邮箱的写法不对", "写成 名字@域名，例如 info@example.org";
        en "this is not a mail address", "write name@host, such as info@example.org";
    Format::Province => "bad-province",
        zh "没有这个省份", "写省份名称或 GB/T 2260 代码，例如 江苏、江苏省、320000";
        en "there is no such province",
           "write its name or its GB/T 2260 code, such as 江苏, 江苏省, 320000";
    Format::IcpNumber => "bad-icp-number",
        zh "ICP 备案号的写法不对", "照备案信息写，例如 京ICP备00000000号-1";
        en "this is not an ICP filing number", "write it as filed, such as 京ICP备00000000号-1";
    Format::PoliceNumber => "bad-police-number",
        zh "公安备案号的写法不对", "照备案信息写，数字有 14 位，例如 京公网安备 11010500000000号";
        en "this is not a public security filing number",
           "write it as filed, with 14 digits, such as 京公网安备 11010500000000号";
    Format::CreditCode => "bad-credit-code",
        zh "统一社会信用代码的写法不对", "写 18 位数字和大写字母（没有 I、O、S、V、Z）";
        en "this is not a unified social credit code",
           "write 18 digits and capital letters (never I, O, S, V, Z)";
    Format::DocumentNumber => "bad-document-number",
        zh "文号的写法不对",
           "照文件写：示例部发〔2022〕43号（年份用六角括号）、示例部公告2025年第38号、\
            示例部令第12号";
        en "this is not the number of an official document",
           "write it as the document does: 示例部发〔2022〕43号 (with hexagonal brackets), \
            示例部公告2025年第38号, 示例部令第12号";
}

messages! {
    PictureFault, language;

    PictureFault::Empty =>
        zh "这个图片文件是空的", "重新导出或重新下载后替换";
        en "this picture file is empty", "export or download it anew and replace it";
    PictureFault::Damaged(format) =>
        zh format!("这张 {} 图片不完整，或者坏了", format.name()), "重新导出或重新下载后替换";
        en format!("this {} picture is incomplete or damaged", format.name()),
           "export or download it anew and replace it";
    PictureFault::SvgWithoutNamespace =>
        zh "这个 SVG 的根元素没有 xmlns，浏览器显示不了",
           "在 <svg 后面加上 xmlns=\"http://www.w3.org/2000/svg\"，或者重新导出";
        en "the root of this SVG has no xmlns, so browsers do not show it",
           "add xmlns=\"http://www.w3.org/2000/svg\" after <svg, or export it anew";
    PictureFault::NotShown(Some(name)) =>
        zh format!("这个文件其实是 {name}，浏览器显示不了"), "用看图软件另存为 JPG 或 PNG，再替换";
        en format!("this file is {name}, which browsers do not show"),
           "save it as JPEG or PNG and replace it";
    PictureFault::NotShown(None) =>
        zh "这个文件不是图片", "换成真正的图片：JPG、PNG、WebP 或 SVG";
        en "this file is not a picture", "use a picture: JPEG, PNG, WebP or SVG";
    PictureFault::Extension { format, is_shown } =>
        zh format!(
               "这个文件其实是 {}，和文件名的结尾不一致{}",
               format.name(),
               if *is_shown { "" } else { "，浏览器显示不了" }
           ),
           format!("把文件名的结尾改成 .{}，这里也跟着改", format.extensions()[0]);
        en format!(
               "this file is {}, which its name does not say{}",
               format.name(),
               if *is_shown { "" } else { ", so browsers do not show it" }
           ),
           format!("let its name end in .{}, here too", format.extensions()[0]);
}
