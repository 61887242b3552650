//! Tests of the exact messages for files that do not match their types.

use crate::content::diagnostics::problem::{Language, Problem};
use crate::content::folder::SourceFile;
use crate::content::read::read;
use crate::content::values::date::Date;
use crate::content::values::media::MediaIndex;

fn problems(path: &str, bytes: &[u8]) -> Vec<Problem> {
    let site = br#"{"schema_version": 1, "name": "n", "short_name": "s", "sections": [{"id": "news", "name": "n"}],
        "base_url": "https://example.org/", "navigation": []}"#;
    let mut files = vec![
        SourceFile {
            path: "content/site.json".into(),
            bytes: site.to_vec(),
        },
        SourceFile {
            path: "content/pages/about.json".into(),
            bytes: br#"{"title": "about", "body": "b"}"#.to_vec(),
        },
        SourceFile {
            path: "content/pages/contact.json".into(),
            bytes: br#"{"title": "contact", "body": "b"}"#.to_vec(),
        },
    ];
    files.retain(|file| file.path != path);
    files.push(SourceFile {
        path: path.into(),
        bytes: bytes.to_vec(),
    });
    let today = Date::new(2024, 6, 1).expect("the calendar has this day");
    read(&files, &[], &MediaIndex::new(), today).1
}

/// Compares line, column, underlined text, code, message and help.
#[track_caller]
fn check(path: &str, bytes: impl AsRef<[u8]>, expected: &[&str]) {
    let bytes = bytes.as_ref();
    let found: Vec<String> = problems(path, bytes)
        .iter()
        .map(|problem| {
            let position = match &problem.location {
                Some(location) => {
                    let underlined = bytes.get(location.byte_span.clone()).unwrap_or_default();
                    let underlined = String::from_utf8_lossy(underlined);
                    format!("{}:{} {underlined} ", location.line, location.column)
                }
                None => String::new(),
            };
            let code = problem.code();
            let message = crate::content::message(problem, Language::Chinese);
            format!(
                "{position}{code} {message} / {}",
                crate::content::help(problem, Language::Chinese)
            )
        })
        .collect();
    assert_eq!(found, expected, "\n{}", found.join("\n"));
}

#[track_caller]
fn check_member(fields: &str, expected: &[&str]) {
    let text = format!("{{\"name\": \"😀联盟\", \"kind\": \"enterprise\",\n{fields}}}");
    check("content/members/m.json", text, expected);
}

#[test]
fn a_file_that_departs_everywhere_is_told_everything() {
    check(
        "content/articles/a.json",
        r#"{
  "titel": "理事会",
  "section": ["news"],
  "published": "2023年3月3日",
  "updated": "2023-02-30",
  "source": { "url": "www.example.org", "nam": "某报" },
  "origin": "Repost",
  "cover": { "src": "..\\a.jpg", "alt": "" },
  "body": ["😀", 3],
  "headline": "yes",
  "bulletin": -1,
  "corrections": {}
}"#,
        &[
            "2:3 \"titel\" unknown-field 没有 `titel` 这个字段 / 是不是想写 `title`？",
            "3:14 [ wrong-type 这里应该是文字，现在是列表 / 写成 \"……\"",
            "4:16 \"2023年3月3日\" bad-date 日期的写法不对：`2023年3月3日` / 是不是想写 `2023-03-03`？",
            "5:14 \"2023-02-30\" no-such-day 日历上没有这一天：`2023-02-30` / 检查月份和日期",
            "6:22 \"www.example.org\" bad-url 网址的写法不对：`www.example.org` / 是不是想写 `https://www.example.org`？",
            "6:41 \"nam\" unknown-field 没有 `nam` 这个字段 / 是不是想写 `name`？",
            "7:13 \"Repost\" value-not-allowed `Repost` 不是可以选的值 / 是不是想写 `repost`？可以选：original、repost、translation、official-document",
            "8:21 \"..\\\\a.jpg\" leaves-folder 路径里不能有 . 或 ..：`..\\a.jpg` / 从文件夹里面写起，例如 2023/council.jpg",
            "8:41 \"\" empty-text 内容是空的 / 写上内容；没有内容的选填字段可以整个删除",
            "9:17 3 wrong-type 这里应该是文字，现在是整数 / 写成 \"……\"",
            "10:15 \"yes\" wrong-type 这里应该是真假值，现在是文字 / 写成 true 或 false",
            "11:15 -1 out-of-range 数字超出范围 / 写 0 到 4294967295 之间的数",
            "12:18 { wrong-type 这里应该是列表，现在是对象 / 写成 [ … ]",
        ],
    );
}

#[test]
fn texts_depart_from_their_forms() {
    check_member(
        r#""website": "www.example.org""#,
        &[
            "2:12 \"www.example.org\" bad-url 网址的写法不对：`www.example.org` / 是不是想写 `https://www.example.org`？",
        ],
    );
    check_member(
        r#""contact": {"phone": "010-010-65010837"}"#,
        &[
            "2:22 \"010-010-65010837\" bad-phone 电话号码的写法不对：`010-010-65010837` / 是不是想写 `010-65010837`？",
        ],
    );
    check_member(
        r#""uscc": "91350100M000100Y34""#,
        &[
            "2:9 \"91350100M000100Y34\" bad-check-digit 统一社会信用代码的校验位不对：`91350100M000100Y34` / 对照登记证书检查每一位，常见的是抄错一位或换了位置",
        ],
    );
    check_member(
        r#""province": "江苏苏州""#,
        &["2:13 \"江苏苏州\" bad-province 没有这个省份：`江苏苏州` / 是不是想写 `江苏`？"],
    );
    check_member(
        r#""city": " 苏州 ""#,
        &["2:9 \" 苏州 \" edge-blank 开头或结尾有多余的空白：` 苏州 ` / 写成 \"苏州\""],
    );
    check_member(
        r#""city": """#,
        &["2:9 \"\" empty-text 内容是空的 / 写上内容；没有内容的选填字段可以整个删除"],
    );
    check_member(
        r#""joined": "去年""#,
        &[
            "2:11 \"去年\" bad-date 日期的写法不对：`去年` / 写年份、年月或日期，例如 2010、2010-05、2010-05-01",
        ],
    );
    check_member(
        r#""role": "chairs""#,
        &[
            "2:9 \"chairs\" value-not-allowed `chairs` 不是可以选的值 / 是不是想写 `chair`？可以选：chair、vice-chair、executive-director、director、supervisor、member",
        ],
    );
    check_member(
        r#""chain_stage": ["纺纱", "纺丝"]"#,
        &[
            "2:17 \"纺纱\" value-not-allowed `纺纱` 不是可以选的值 / 是不是想写 `纺丝`？可以选：原料、聚合、纺丝、加弹、织造、染整、装备、检测、研究",
        ],
    );
    check_member(
        r#""logo": "a?.png""#,
        &[
            "2:9 \"a?.png\" bad-media-path 媒体文件的路径不对：`a?.png` / 写 media 文件夹里面的路径，例如 2023/council.jpg；不能有 : ? * # % 等符号，也不能是网址",
        ],
    );
    let long = "长".repeat(31);
    check_member(
        &format!("\"city\": \"{long}\""),
        &[
            "2:9 \"长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长\" text-too-long 有 31 个字，最多 30 个字：`长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长` / 精简一些",
        ],
    );
    check_member(
        r#""successor": "江苏""#,
        &[
            "2:14 \"江苏\" bad-id 编号的写法不对：`江苏` / 编号只用小写字母、数字和连字符，以字母或数字开头，例如 2023-03-03-council",
        ],
    );
}

#[test]
fn the_doubled_area_code_of_the_old_page_is_mended() {
    check(
        "content/site.json",
        "{\"schema_version\": 1, \"name\": \"联盟\", \"short_name\": \"联\", \"sections\": [], \"navigation\": [],\n\
         \"base_url\": \"https://example.org/\", \"contact\": {\"fax\": [\"010-010-65010837\"]}}",
        &[
            "2:57 \"010-010-65010837\" bad-phone 电话号码的写法不对：`010-010-65010837` / 是不是想写 `010-65010837`？",
        ],
    );
}

#[test]
fn site_settings_have_their_own_forms() {
    check(
        "content/site.json",
        r##"{
"schema_version": 2,
"name": "联盟",
"short_name": "联",
"base_url": "http://example.org/",
"lang": "zh_CN",
"theme": {"primary": "blue"},
"sections": [{"id": "News", "name": "动态", "kind": "event"}],
"navigation": [{"label": "关于", "to": "pages:about", "children": [{"label": "一", "to": "/", "children": []}]}],
"home": {"lead": "new", "blocks": ["leads"]},
"icp": "京ICP备 11034544号-2",
"police": "11010502000000",
"contact": {"postcode": "10002", "email": "a at b"}
}"##,
        &[
            "2:19 2 unsupported-version 这个程序不认识这个内容格式版本 / schema_version 目前只能是 1",
            "5:13 \"http://example.org/\" not-https 网址应该以 https:// 开头：`http://example.org/` / 把 http:// 改成 https://",
            "6:9 \"zh_CN\" bad-language-tag 语言标记的写法不对：`zh_CN` / 是不是想写 `zh-CN`？",
            "7:22 \"blue\" bad-color 颜色的写法不对：`blue` / 写成 # 加六位十六进制数，例如 #0b4f8a",
            "8:21 \"News\" bad-id 编号的写法不对：`News` / 是不是想写 `news`？",
            "8:51 \"event\" value-not-allowed `event` 不是可以选的值 / 是不是想写 `events`？可以选：news、events",
            "9:38 \"pages:about\" unknown-scheme 冒号前面不是站内条目的种类：`pages:about` / 是不是想写 `page:`？",
            "9:92 \"children\" unknown-field 没有 `children` 这个字段 / 删除这个字段，或者对照说明检查拼写",
            "10:18 \"new\" value-not-allowed `new` 不是可以选的值 / 可以选：newest、headline",
            "10:36 \"leads\" value-not-allowed `leads` 不是可以选的值 / 是不是想写 `lead`？可以选：lead、sections、events、members、bulletins、links",
            "11:8 \"京ICP备 11034544号-2\" bad-icp-number ICP 备案号的写法不对：`京ICP备 11034544号-2` / 是不是想写 `京ICP备11034544号-2`？",
            "12:11 \"11010502000000\" bad-police-number 公安备案号的写法不对：`11010502000000` / 照备案信息写，数字有 14 位，例如 京公网安备 11010500000000号",
            "13:25 \"10002\" bad-postcode 邮政编码的写法不对：`10002` / 写 6 位数字，例如 100025",
            "13:43 \"a at b\" bad-email 电子邮箱的写法不对：`a at b` / 写成 名字@域名，例如 info@example.org",
        ],
    );
}

#[test]
fn values_that_stand_in_two_ways_are_told_by_the_way_that_was_meant() {
    let article = |status: &str| {
        format!(
            r#"{{"title": "文", "section": "news", "published": "2023-01-01", "body": "文", "status": {status}}}"#
        )
    };
    check(
        "content/articles/a.json",
        article(r#""withdrawed""#),
        &[
            "1:85 \"withdrawed\" value-not-allowed `withdrawed` 不是可以选的值 / 是不是想写 `withdrawn`？可以选：published、draft、scheduled、withdrawn",
        ],
    );
    check(
        "content/articles/a.json",
        article(r#"{"withdrawn": {"raeson": "错"}}"#),
        &["1:100 \"raeson\" unknown-field 没有 `raeson` 这个字段 / 是不是想写 `reason`？"],
    );
    check(
        "content/articles/a.json",
        article("3"),
        &["1:85 3 wrong-type 这里应该是文字或对象，现在是整数 / 写成 \"……\" 或 { \"…\": … }"],
    );
    check(
        "content/pages/p.json",
        r#"{"title": "页", "body": 3}"#,
        &["1:24 3 wrong-type 这里应该是文字或列表，现在是整数 / 写成 \"……\" 或 [ … ]"],
    );
    check(
        "content/pages/p.json",
        r#"{"title": "页", "body": ["", " "]}"#,
        &["1:24 [ empty-text 内容是空的 / 写上内容；没有内容的选填字段可以整个删除"],
    );
    check(
        "content/pages/p.json",
        r#"{"title": "页", "body": ""}"#,
        &["1:24 \"\" empty-text 内容是空的 / 写上内容；没有内容的选填字段可以整个删除"],
    );
}

#[test]
fn numbers_have_ranges() {
    check(
        "content/bulletins/1.json",
        r#"{"number": 1, "year": 23}"#,
        &["1:23 23 out-of-range 数字超出范围 / 写 1900 到 2024 之间的数"],
    );
    check(
        "content/bulletins/1.json",
        r#"{"number": 99999999999}"#,
        &["1:12 99999999999 out-of-range 数字超出范围 / 写 1 到 4294967295 之间的数"],
    );
    check(
        "content/bulletins/1.json",
        r#"{"number": "1"}"#,
        &["1:12 \"1\" wrong-type 这里应该是整数，现在是文字 / 写成 123"],
    );
    check(
        "content/bulletins/1.json",
        r#"{"number": 1.5}"#,
        &["1:12 1.5 wrong-type 这里应该是整数，现在是小数 / 写成 123"],
    );
    check(
        "content/links/a.json",
        r#"{"name": "组", "order": 3000000000}"#,
        &["1:24 3000000000 out-of-range 数字超出范围 / 写 -2147483648 到 2147483647 之间的数"],
    );
}

#[test]
fn files_that_are_no_json_objects() {
    let path = "content/pages/p.json";
    check(
        path,
        "",
        &["empty-file 文件是空的 / 写上内容，或者删除这个文件"],
    );
    check(
        path,
        " \n\t",
        &["empty-file 文件是空的 / 写上内容，或者删除这个文件"],
    );
    check(
        path,
        "[]",
        &[
            "1:1 [ root-not-object 文件最外层应该是 { } 括起来的对象，这里是列表 / 一个文件写一个条目，以 { 开头、以 } 结尾",
        ],
    );
    check(
        path,
        "\u{feff}\n 3",
        &[
            "1:1 \u{feff} byte-order-mark 文件开头有 BOM 标记 / 不影响发布；另存为“UTF-8”而不是“带有 BOM 的 UTF-8”就没有了",
            "2:2 3 root-not-object 文件最外层应该是 { } 括起来的对象，这里是整数 / 一个文件写一个条目，以 { 开头、以 } 结尾",
        ],
    );
    check(
        path,
        "null",
        &[
            "1:1 n root-not-object 文件最外层应该是 { } 括起来的对象，这里是空值 null / 一个文件写一个条目，以 { 开头、以 } 结尾",
        ],
    );
    check(
        path,
        b"{\"title\": \"\xb9\xd8\xd3\xda\"}",
        &[
            "1:12 � not-utf8 文件不是 UTF-8 编码，请另存为 UTF-8 / 在记事本里选“文件 → 另存为”，编码选 UTF-8（旧文件多半是 GBK）",
        ],
    );
    check(
        path,
        b"\xff\xfe{\0}\0",
        &[
            "1:1 � not-utf8 文件是 UTF-16 编码，请另存为 UTF-8 / 在记事本里选“文件 → 另存为”，编码选 UTF-8，不要选“Unicode”或“UTF-16”",
        ],
    );
    check(
        path,
        "{\"title\": \"\0\"}",
        &["1:12 \0 json-syntax 这里有一个看不见的控制字符（U+0000） / 删除它；制表符写成 \\t"],
    );
    check(
        path,
        "[".repeat(100_000),
        &["1:65 [ too-deep 括号嵌套太深，超过 64 层 / 检查这里是不是多复制了左括号"],
    );
    check(
        path,
        vec![b' '; (8 << 20) + 1],
        &["file-too-large 文件太大，最多 8 MiB / 图片和附件放进 media 文件夹，内容文件里只写文字"],
    );
    check(
        path,
        "{\"title\": \"😀联盟\", \"body\": \"b\" \"toc\": true}",
        &["1:30 \" json-syntax 这一项前面缺少逗号 / 在上一项的末尾加上英文逗号 ,"],
    );
    check(
        path,
        "{\"title\": \"一\", \"body\": \"b\", \"title\": \"二\"}",
        &["1:29 \"title\" duplicate-field 字段 `title` 写了两次 / 只保留一个"],
    );
    check(
        path,
        "{\"title\": \"😀联盟\",\n \"body\": \"b\", // 说明\n}",
        &["2:15 / json-syntax JSON 文件里不能写注释 / 删除注释"],
    );
}

#[test]
fn a_byte_order_mark_is_only_a_warning() {
    check(
        "content/pages/p.json",
        "\u{feff}{\"title\": \"t\", \"body\": \"b\"}",
        &[
            "1:1 \u{feff} byte-order-mark 文件开头有 BOM 标记 / 不影响发布；另存为“UTF-8”而不是“带有 BOM 的 UTF-8”就没有了",
        ],
    );
    check(
        "content/pages/p.json",
        "\u{feff}{\"titel\": \"t\", \"title\": \"t\", \"body\": \"b\"}",
        &[
            "1:1 \u{feff} byte-order-mark 文件开头有 BOM 标记 / 不影响发布；另存为“UTF-8”而不是“带有 BOM 的 UTF-8”就没有了",
            "1:2 \"titel\" unknown-field 没有 `titel` 这个字段 / 删除这个字段，或者对照说明检查拼写",
        ],
    );
}

#[test]
fn files_have_names_and_places() {
    let page = r#"{"title": "t", "body": "b"}"#;
    check(
        "content/pages/关于.json",
        page,
        &[
            "bad-file-name 文件名 `关于.json` 不能用作编号 / 文件名只用小写字母、数字和连字符，例如 2023-03-03-council.json",
        ],
    );
    check(
        "content/pages/About Us.json",
        page,
        &[
            "bad-file-name 文件名 `About Us.json` 不能用作编号 / 改名为 about-us.json：只用小写字母、数字和连字符",
        ],
    );
    check(
        "content/pages/2024/about.json",
        page,
        &[
            "duplicate-id 编号 `about` 已经被 content/pages/about.json 用了 / 两个文件里改一个文件名；放在不同的子文件夹里也不能同名",
        ],
    );
    check(
        "content/page/x.json",
        page,
        &["unknown-folder 没有用到文件夹 `page` / 是不是想写 `pages`？"],
    );
    check(
        "content/pages/x.jsn",
        page,
        &["unknown-file 没有用到文件 `x.jsn` / 是不是想写 `x.json`？"],
    );
    check(
        "content/bulletins/0143.json",
        r#"{"number": 143}"#,
        &["bad-file-name 简报的文件名 `0143.json` 不是期号 / 是不是想写 `143.json`？"],
    );
}

#[test]
fn a_file_full_of_mistakes_is_told_in_part() {
    let tags = "1,".repeat(2_000);
    let text = format!(
        "{{\"title\": \"t\", \"body\": \"b\", \"section\": \"news\",\n\"tags\": [{tags}1]}}"
    );
    let found = problems("content/articles/a.json", text.as_bytes());
    let codes: Vec<&str> = found.iter().map(Problem::code).collect();
    assert_eq!(codes.len(), 201);
    assert_eq!(codes.first(), Some(&"too-many-problems"));
    assert_eq!(codes.last(), Some(&"wrong-type"));
}
