//! Codes and texts of problems.

use super::names::{any_of, gap, issue_name};
use super::{Text, brief, some_of};
use crate::content::diagnostics::kind::{Encoding, JsonType, ProblemKind};
use crate::content::diagnostics::problem::Language;
use crate::content::diagnostics::unknown::Unknown;
use crate::content::items::reference::Collection;

messages! {
    coded ProblemKind, language;

    ProblemKind::MissingSite => "missing-site",
        zh "缺少站点设置文件 content/site.json",
           "新建 content/site.json，或者检查站点文件夹是否选对";
        en "the site settings content/site.json are missing",
           "create content/site.json, or check that this is the right site folder";
    ProblemKind::Unreadable(fault) => "unreadable-file", { fault.text(language) };
    ProblemKind::FileTooLarge => "file-too-large",
        zh "文件太大，最多 8 MiB", "图片和附件放进 media 文件夹，内容文件里只写文字";
        en "the file is too large; at most 8 MiB are read",
           "put images and attachments into the media folder; content files hold only text";
    ProblemKind::NotUtf8(Encoding::Utf16) => "not-utf8",
        zh "文件是 UTF-16 编码，请另存为 UTF-8",
           "在记事本里选“文件 → 另存为”，编码选 UTF-8，不要选“Unicode”或“UTF-16”";
        en "the file is UTF-16, not UTF-8", "save it as UTF-8";
    ProblemKind::NotUtf8(Encoding::Other) => "not-utf8",
        zh "文件不是 UTF-8 编码，请另存为 UTF-8",
           "在记事本里选“文件 → 另存为”，编码选 UTF-8（旧文件多半是 GBK）";
        en "the file is not UTF-8", "save it as UTF-8 (an old file is probably GBK)";
    ProblemKind::ByteOrderMark => "byte-order-mark",
        zh "文件开头有 BOM 标记", "不影响发布；另存为“UTF-8”而不是“带有 BOM 的 UTF-8”就没有了";
        en "the file begins with a byte order mark",
           "harmless; save it as plain UTF-8 and the mark is gone";
    ProblemKind::EmptyFile => "empty-file",
        zh "文件是空的", "写上内容，或者删除这个文件";
        en "the file is empty", "write its content, or delete it";
    ProblemKind::TooDeep => "too-deep",
        zh "括号嵌套太深，超过 64 层", "检查这里是不是多复制了左括号";
        en "brackets are nested more than 64 levels deep",
           "check whether opening brackets were pasted too often";
    ProblemKind::Syntax(fault) => "json-syntax", { fault.text(language) };
    ProblemKind::RootNotObject(found) => "root-not-object",
        zh format!("文件最外层应该是 {{ }} 括起来的对象，这里是{}", found.name(language)),
           "一个文件写一个条目，以 { 开头、以 } 结尾";
        en format!("the file must be one object in {{ }}, here is {}", found.name(language)),
           "write one item a file; begin with { and end with }";
    ProblemKind::DuplicateField(name) => "duplicate-field",
        zh format!("字段 `{}` 写了两次", brief(name)), "只保留一个";
        en format!("the field `{}` is written twice", brief(name)), "keep one of the two";
    ProblemKind::UnknownField(Unknown { name, nearest }) => "unknown-field",
        zh format!("没有 `{}` 这个字段", brief(name)),
           language.suggest(nearest, "删除这个字段，或者对照说明检查拼写");
        en format!("there is no field `{}`", brief(name)),
           language.suggest(nearest, "remove it, or check its spelling");
    ProblemKind::MissingField(name) => "missing-field",
        zh format!("缺少必填字段 `{name}`"), format!("在这一对括号里补上 \"{name}\"");
        en format!("the required field `{name}` is missing"),
           format!("add \"{name}\" between these brackets");
    ProblemKind::WrongType { found, expected } => "wrong-type",
        zh format!(
               "这里应该是{}，现在是{}",
               any_of(expected, "或", JsonType::name, language),
               found.name(language)
           ),
           format!("写成 {}", any_of(expected, " 或 ", JsonType::form, language));
        en format!(
               "{} is expected here, not {}",
               any_of(expected, " or ", JsonType::name, language),
               found.name(language)
           ),
           format!("write {}", any_of(expected, " or ", JsonType::form, language));
    ProblemKind::NotAllowed { value, allowed, nearest } => "value-not-allowed",
        zh format!("`{}` 不是可以选的值", brief(value)),
           match nearest {
               Some(nearest) => format!("是不是想写 `{nearest}`？可以选：{}", allowed.join("、")),
               None => format!("可以选：{}", allowed.join("、")),
           };
        en format!("`{}` is not one of the possible values", brief(value)),
           match nearest {
               Some(nearest) => format!(
                   "did you mean `{nearest}`? Possible values: {}",
                   allowed.join(", ")
               ),
               None => format!("possible values: {}", allowed.join(", ")),
           };
    ProblemKind::UnsupportedVersion => "unsupported-version",
        zh "这个程序不认识这个内容格式版本", "schema_version 目前只能是 1";
        en "this program does not know this version of the content format",
           "schema_version can only be 1";
    ProblemKind::OutOfRange { least, most } => "out-of-range",
        zh "数字超出范围",
           match (least, most) {
               (Some(least), Some(most)) => format!("写 {least} 到 {most} 之间的数"),
               (Some(least), None) => format!("至少是 {least}"),
               (None, Some(most)) => format!("最多是 {most}"),
               (None, None) => "换一个合理的数".to_owned(),
           };
        en "the number is out of range",
           match (least, most) {
               (Some(least), Some(most)) => format!("write a number from {least} to {most}"),
               (Some(least), None) => format!("write at least {least}"),
               (None, Some(most)) => format!("write at most {most}"),
               (None, None) => "write a sensible number".to_owned(),
           };
    ProblemKind::BadText { text, fault } => fault.code(),
        { fault.text(language).about(text, language) };
    ProblemKind::TooMany { more } => "too-many-problems",
        zh format!("这个文件还有 {more} 个问题没有列出"), "先改好列出的问题，再检查一次";
        en format!("{more} more problems of this file are not listed"),
           "mend those that are listed, then check again";
    ProblemKind::Unexplained(cause) => "schema-mismatch",
        zh format!("内容不符合格式：{cause}"), "对照说明检查这一处的写法";
        en format!("this does not fit the format: {cause}"),
           "compare it with the description of the format";
    ProblemKind::BadFileName { name, mended } => "bad-file-name",
        zh format!("文件名 `{}` 不能用作编号", brief(name)),
           match mended {
               Some(mended) => format!("改名为 {mended}.json：只用小写字母、数字和连字符"),
               None => "文件名只用小写字母、数字和连字符，例如 2023-03-03-council.json".to_owned(),
           };
        en format!("the file name `{}` cannot be an id", brief(name)),
           match mended {
               Some(mended) => format!(
                   "rename it to {mended}.json: only lower-case letters, digits and hyphens"
               ),
               None => "use only lower-case letters, digits and hyphens, such as \
                        2023-03-03-council.json"
                   .to_owned(),
           };
    ProblemKind::BadBulletinFileName { name, mended } => "bad-file-name",
        zh format!("简报的文件名 `{}` 不是期号", brief(name)),
           language.suggest(
               mended,
               "用期号作文件名，例如 143.json；合刊用第一个期号；每年重新编号的写 2024-3.json；\
                增刊写 143-s1.json 或 2024-s1.json"
           );
        en format!("the file name `{}` is not the number of an issue", brief(name)),
           language.suggest(
               mended,
               "name the file after the issue's number, such as 143.json; a double issue after \
                its first; where numbers begin anew each year 2024-3.json; supplements \
                143-s1.json or 2024-s1.json"
           );
    ProblemKind::DuplicateId { collection: Collection::Bulletins, id, other } => "duplicate-id",
        zh format!("编号 `{id}` 已经被 {other} 用了"),
           "两个文件里改一个文件名；期号每年重新开始的，文件名写年份和期号，例如 2024-3.json";
        en format!("the id `{id}` is already used by {other}"),
           "rename one of the two files; where numbers begin anew each year, name files after year \
            and number, such as 2024-3.json";
    ProblemKind::DuplicateId { id, other, .. } => "duplicate-id",
        zh format!("编号 `{id}` 已经被 {other} 用了"),
           "两个文件里改一个文件名；放在不同的子文件夹里也不能同名";
        en format!("the id `{id}` is already used by {other}"),
           "rename one of the two files; sub-folders do not make ids different";
    ProblemKind::NumberMismatch { number, file } => "number-mismatch",
        zh format!("期号 {number} 和文件名 {file}.json 不一致"),
           format!("改成 {}，或者把文件改名为 {}.json", file.number(), file.with_number(*number));
        en format!("the number {number} differs from the file name {file}.json"),
           format!(
               "write {}, or rename the file to {}.json",
               file.number(),
               file.with_number(*number)
           );
    ProblemKind::YearMismatch { year, file } => "number-mismatch",
        zh format!("年份 {year} 和文件名 {file}.json 不一致"), "改正年份，或者改文件名";
        en format!("the year {year} differs from the file name {file}.json"),
           "correct the year, or rename the file";
    ProblemKind::BulletinOverlap { issue, other } => "bulletin-overlap",
        zh format!("合刊里的{}另有文件 {other}", issue_name(*issue)),
           "改正 last_number 或标题里的期号；如果真是合刊，删除那个文件";
        en format!("issue {issue} of this double issue has a file of its own, {other}"),
           "correct `last_number` or the numbers in the title; if it is a double issue, remove \
            that file";
    ProblemKind::RootNameTaken(name) => "root-name-taken",
        zh format!("`{}` 是程序自己要写的路径，不能放在 root 里", brief(name)),
           "删除它，或者换一个名字；图片和附件放进 media，网页、robots.txt、网站地图等由程序生成";
        en format!(
               "`{}` is a path that the program writes itself; it cannot stand in root",
               brief(name)
           ),
           "delete it or rename it; images and attachments belong into media, and pages, \
            robots.txt, sitemaps and the like are made by the program";
    ProblemKind::RootOverLegacy { name, legacy } => "root-name-taken",
        zh format!("`{}` 的位置上是旧网址 `{}` 的跳转网页", brief(name), brief(legacy)),
           "删除这个文件，或者删除内容里写的这个旧网址";
        en format!(
               "at `{}` stands the page that leads on from the old address `{}`",
               brief(name), brief(legacy)
           ),
           "delete this file, or the old address in the content";
    ProblemKind::UnknownFile(Unknown { name, nearest }) => "unknown-file",
        zh format!("没有用到文件 `{}`", brief(name)),
           language.suggest(nearest, "移到它该在的文件夹，或者移出 content");
        en format!("nothing uses the file `{}`", brief(name)),
           language.suggest(nearest, "move it to its folder, or out of content");
    ProblemKind::UnknownFolder(Unknown { name, nearest }) => "unknown-folder",
        zh format!("没有用到文件夹 `{}`", brief(name)),
           language.suggest(
               nearest,
               "content 里只有 articles、members、bulletins、events、links、pages 这几个文件夹"
           );
        en format!("nothing uses the folder `{}`", brief(name)),
           language.suggest(
               nearest,
               "content has only the folders articles, members, bulletins, events, links and pages"
           );
    ProblemKind::UnknownSection(Unknown { name, nearest }) => "unknown-section",
        zh format!("没有编号为 `{name}` 的栏目"),
           language.suggest(nearest, "栏目编号见 content/site.json 的 sections");
        en format!("there is no section `{name}`"),
           language.suggest(nearest, "the ids are in `sections` of content/site.json");
    ProblemKind::UnknownItem { collection, id, nearest } => "unknown-item",
        zh format!("没有编号为 `{}` 的{}", brief(id), collection.name(language)),
           language.suggest(
               nearest,
               &format!("编号就是 content/{} 里的文件名（不带 .json）", collection.folder())
           );
        en format!("there is no {} `{}`", collection.name(language), brief(id)),
           language.suggest(
               nearest,
               &format!("the id is the file's name in content/{} without .json", collection.folder())
           );
    ProblemKind::UnknownRoute(Unknown { name, nearest }) => "unknown-route",
        zh format!("站内没有 `{}` 这个路径", brief(name)),
           language.suggest(
               nearest,
               "路径以 / 开头、以 / 结尾，例如 /news/；某个条目写成 page:about 的形式"
           );
        en format!("the site has no path `{}`", brief(name)),
           language.suggest(
               nearest,
               "a path begins and ends with /, such as /news/; an item is written as page:about"
           );
    ProblemKind::Link(fault) => fault.code(), { fault.text(language) };
    ProblemKind::SelfReference => "self-reference",
        zh "这里指向了它自己", "换成另一个编号，或者删除";
        en "this refers to itself", "name another id, or remove it";
    ProblemKind::FuturePublication { date, can_be_scheduled } => "future-publication",
        zh format!("发布日期 {date} 还没有到"),
           if *can_be_scheduled {
               "改正日期；如果要定时发布，加上 \"status\": \"scheduled\""
           } else {
               "改正日期，或者到时再加这一期"
           };
        en format!("the date of publication {date} is in the future"),
           if *can_be_scheduled {
               "correct the date; to publish later, add \"status\": \"scheduled\""
           } else {
               "correct the date, or add this issue when it is out"
           };
    ProblemKind::FutureUpdate(date) => "future-update",
        zh format!("日期 {date} 还没有到"), "这里写已经发生的日期";
        en format!("the date {date} is in the future"), "write a date that has passed";
    ProblemKind::UpdatedBeforePublished { published } => "updated-before-published",
        zh format!("早于发布日期 {published}"), "这里的日期不能早于 published；没有修改过就删除";
        en format!("earlier than the date of publication {published}"),
           "this date cannot be before `published`; remove it if nothing was changed";
    ProblemKind::EndBeforeStart { start, end } => "end-before-start",
        zh format!("结束的日期 {end} 早于开始的日期 {start}"), "检查两个日期是不是写反了";
        en format!("the end {end} is before the beginning {start}"),
           "check whether the two dates are swapped";
    ProblemKind::BulletinOrder { earlier, earlier_date } => "bulletin-order",
        zh format!("发布日期早于{}（{earlier_date}）", issue_name(*earlier)),
           "期号大的简报日期不能更早；检查这两期的日期和期号";
        en format!("published before issue {earlier} ({earlier_date})"),
           "an issue with a larger number cannot be older; check the dates and numbers of both";
    ProblemKind::MissingMedia(Unknown { name, nearest }) => "missing-media",
        zh format!("media 文件夹里没有 `{}`", brief(name)),
           language.suggest(nearest, "把文件放进 media 文件夹，或者改正路径（大小写也要一致）");
        en format!("the media folder has no `{}`", brief(name)),
           language.suggest(
               nearest,
               "put the file into the media folder, or correct the path (upper and lower case \
                count)"
           );
    ProblemKind::AttachmentType { extension } => "attachment-type",
        zh match extension {
               Some(extension) => format!("不能用 .{} 文件作附件", brief(extension)),
               None => "附件的文件名没有扩展名".to_owned(),
           },
           "附件可以是 pdf、docx、xlsx、pptx、zip、jpg、png；其他格式先转换";
        en match extension {
               Some(extension) => format!("a .{} file cannot be attached", brief(extension)),
               None => "the attached file has no extension".to_owned(),
           },
           "attach pdf, docx, xlsx, pptx, zip, jpg or png; convert other formats first";
    ProblemKind::Picture(fault) => fault.code(), { fault.text(language) };
    ProblemKind::PhotoLocation => "photo-location",
        zh "文件里记着拍摄地点，发布时去不掉",
           "另存为 JPG（发布时会自动去掉拍摄地点），或者从 media 文件夹里拿走";
        en "the file says where it was taken, and publishing cannot remove that",
           "save it as JPEG, of which publishing removes it, or take it out of the media folder";
    ProblemKind::SmallCover { width } => "small-cover",
        zh format!("封面图片宽 {width} 像素，会模糊"), "换成至少 600 像素宽的图片";
        en format!("the cover is {width} pixels wide and will look blurred"),
           "use an image at least 600 pixels wide";
    ProblemKind::UnpublishedMedia { paths, count, are_named: true } => "unpublished-media",
        zh format!(
               "{count} 个文件只有不公开的内容用到，不会发布：{}",
               some_of(paths, *count, language)
           ),
           "草稿、定时发布、撤下的文章和只发给成员的简报，所用的文件不在网站上；内容公开以后，\
            文件随之发布";
        en format!(
               "files that only unpublished content names ({count}) are not published: {}",
               some_of(paths, *count, language)
           ),
           "drafts, scheduled and withdrawn articles and bulletins for members keep their files off \
            the site; they are published together with what names them";
    ProblemKind::UnpublishedMedia { paths, count, are_named: false } => "unpublished-media",
        zh format!(
               "{count} 个文件没有任何内容用到，不会发布：{}",
               some_of(paths, *count, language)
           ),
           "要发布，就在正文、附件、封面等处写上它；不要了，就从 media 文件夹删除";
        en format!(
               "files that nothing names ({count}) are not published: {}",
               some_of(paths, *count, language)
           ),
           "name them in a body, an attachment or a cover, or delete them from the media folder";
    ProblemKind::DuplicateSection(id) => "duplicate-section",
        zh format!("栏目编号 `{id}` 重复"), "每个栏目用不同的编号";
        en format!("the section id `{id}` is used twice"), "give each section its own id";
    ProblemKind::DuplicateMember { name, other } => "duplicate-member",
        zh format!("成员名称 `{}` 和 {other} 重复", brief(name)),
           "同一个单位只留一个文件；不同的单位把名称写全";
        en format!("the member name `{}` is also that of {other}", brief(name)),
           "keep one file for one organisation; write different organisations' names in full";
    ProblemKind::DuplicateTitle { title, other } => "duplicate-title",
        zh format!("标题 `{}` 和 {other} 相同", brief(title)),
           "可以照这样发布：网页标题会自动加上日期、期号或种类来区分；不是同一个栏目的连续文章，\
            最好改动其中一个";
        en format!("the title `{}` is that of {other}", brief(title)),
           "it can be published so: document titles get a date, number or kind; unless the two \
            belong to a series, better change one";
    ProblemKind::LongTitle { limit, count } => "long-title",
        zh format!("标题有 {count} 个字，列表和搜索结果显示不下（最好不超过 {limit} 个字）"),
           "可以照这样发布；能精简就精简，次要的内容写进 subtitle";
        en format!("the title has {count} characters; lists and search results show {limit}"),
           "it can be published so; shorten it if you can, and move the rest to subtitle";
    ProblemKind::DuplicateLink { other_name, other } => "duplicate-link",
        zh format!("这个网址和 {other} 里的“{}”重复", brief(other_name)), "只保留一个链接";
        en format!("the same address as \"{}\" in {other}", brief(other_name)),
           "keep one of the two links";
    ProblemKind::DuplicateSynonym(word) => "duplicate-synonym",
        zh format!("同义词 `{}` 前面已经写过", brief(word)),
           "意思相同的词都写在同一组里，每个词只写一次";
        en format!("the synonym `{}` was given before", brief(word)),
           "put all words of one meaning into one group, each of them once";
    ProblemKind::LoneSynonym => "lone-synonym",
        zh "这一组同义词不到两个", "补上意思相同的词，或者删除这一组";
        en "this group of synonyms has fewer than two words",
           "add a word of the same meaning, or remove the group";
    ProblemKind::DuplicateLegacyUrl { path, other } => "duplicate-legacy-url",
        zh format!("旧路径 `{}` 已经写在 {other} 里", brief(path)), "一个旧路径只能转到一篇文章";
        en format!("the old path `{}` is already in {other}", brief(path)),
           "an old path can lead to one article only";
    ProblemKind::LegacyPathTaken(path) => "legacy-path-taken",
        zh format!("旧路径 `{}` 上有本站自己的页面，不能转走", brief(path)),
           "删除这个旧路径：读者打开它会看到本站的页面";
        en format!("the old path `{}` is a page of this site", brief(path)),
           "remove it: readers who open it will see that page";
    ProblemKind::LowContrast { hundredths } => "low-contrast",
        zh format!(
               "主色和白色的对比度是 {}.{:02}:1，不到 4.5:1，文字看不清",
               hundredths / 100, hundredths % 100
           ),
           "换一个更深的颜色";
        en format!(
               "the primary colour has a contrast of {}.{:02}:1 to white, less than 4.5:1",
               hundredths / 100, hundredths % 100
           ),
           "choose a darker colour";
    ProblemKind::BulletinGap { year, first, last } => "bulletin-gap",
        { gap(*year, *first, *last, language) };
    ProblemKind::StaleSection { name, days, limit } => "stale-section",
        zh format!("栏目“{name}”已经 {days} 天没有新内容（提醒线是 {limit} 天）"),
           "发布新内容，或者调整 stale_after_days";
        en format!("the section \"{name}\" has had nothing new for {days} days (limit: {limit})"),
           "publish something new, or change stale_after_days";
    ProblemKind::InsecureUrl => "insecure-url",
        zh "网址是 http，没有加密", "对方网站支持的话，改成 https";
        en "the address is http and not encrypted", "write https if that site supports it";
    ProblemKind::IpHost(host) => "ip-host",
        zh format!("链接指向 IP 地址 {host}"), "换成有域名的网址";
        en format!("the link leads to the IP address {host}"), "use an address with a domain name";
    ProblemKind::ShortLinkHost(host) => "short-link-host",
        zh format!("{host} 是短链接，看不出通向哪里"), "点开后复制真正的网址";
        en format!("{host} is a link shortener, which hides where the link leads"),
           "open the link and copy the real address";
    ProblemKind::WithdrawnWithoutReason => "withdrawn-without-reason",
        zh "文章撤回了，但没有写原因", "写成 \"status\": { \"withdrawn\": { \"reason\": \"……\" } }";
        en "the article is withdrawn without a reason",
           "write \"status\": { \"withdrawn\": { \"reason\": \"…\" } }";
    ProblemKind::RepostWithoutUrl => "repost-without-url",
        zh "转载的文章没有写原文网址",
           "补上 \"source\": { \"name\": \"……\", \"url\": \"https://……\" }";
        en "a repost must say where the original is",
           "add \"source\": { \"name\": \"…\", \"url\": \"https://…\" }";
    ProblemKind::EmptySummary => "empty-summary",
        zh "摘要是空的", "写 30 到 140 个字，或者删除这个字段（自动取正文开头）";
        en "the summary is empty",
           "write 30 to 140 characters, or remove the field (the body's beginning is taken)";
    ProblemKind::SummaryLength { count } => "summary-length",
        zh format!("摘要有 {count} 个字，适合列表和搜索结果的是 30 到 140 个字"),
           "补充或者精简；也可以删除这个字段（自动取正文开头）";
        en format!("the summary has {count} characters; 30 to 140 suit lists and search results"),
           "write more or less, or remove the field (the body's beginning is taken)";
    ProblemKind::IntroAndBody => "intro-and-body",
        zh "intro 和 body 只能写一个", "短的用 intro，需要分段和图片的用 body";
        en "only one of intro and body can be written",
           "use intro for a short text, body for paragraphs and images";
    ProblemKind::ExpectedPage(id) => "expected-page",
        zh format!("没有 content/pages/{id}.json"),
           match id.as_str() {
               "about" => "读者会找“关于我们”，请加上这个页面",
               "contact" => "读者会找“联系我们”，请加上这个页面",
               _ => "请加上这个页面",
           };
        en format!("there is no content/pages/{id}.json"),
           "readers look for this page; please add it";
    ProblemKind::Body(fault) => fault.code(), { fault.text(language) };
}
