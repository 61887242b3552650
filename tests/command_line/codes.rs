//! Tests of the codes of problems: each is documented, and each has a test of its exact
//! message.

use crate::fixtures::{outcome, portal, repository, sound_site, tree, write};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

/// Codes for problems that no other code describes; no known text leads to them.
const LAST_RESORTS: [&str; 2] = ["bad-text", "schema-mismatch"];

fn read(path: &str) -> String {
    let path = repository(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path:?}: {error}"))
}

/// Returns the codes that the arms of a source file's matches and tables give.
fn codes(path: &str) -> BTreeSet<String> {
    let is_code = |word: &&str| {
        let mut letters = word.chars();
        !word.is_empty() && letters.all(|letter| matches!(letter, 'a'..='z' | '0'..='9' | '-'))
    };
    let text = read(path);
    let words = text.lines().filter_map(|line| {
        let (_, rest) = line.split_once(" => \"")?;
        rest.split_once("\",").map(|(word, _)| word)
    });
    words.filter(is_code).map(str::to_owned).collect()
}

fn all_codes() -> BTreeSet<String> {
    let mut all = codes("src/content/values/picture.rs");
    for table in ["problem", "body", "values"] {
        let path = format!("src/content/diagnostics/messages/{table}.rs");
        all.extend(codes(&path));
    }
    assert!(all.len() > 100, "{all:?}");
    all
}

#[test]
fn every_code_is_documented() {
    let text = read("docs/check.md");
    let documented: BTreeSet<String> = text
        .lines()
        .filter_map(|line| {
            let (code, rest) = line.strip_prefix("| `")?.split_once("` | ")?;
            let severity = rest.split(' ').next()?;
            let is_problem = ["错误", "警告", "提示"].contains(&severity);
            is_problem.then(|| code.to_owned())
        })
        .collect();
    assert_eq!(documented, all_codes());
}

#[test]
fn every_code_is_tested_with_its_words() {
    let mut tests = String::new();
    for folder in ["src/content", "tests"] {
        for (path, bytes) in tree(&repository(folder)) {
            let text = String::from_utf8_lossy(&bytes);
            let is_expected = path.starts_with("fixtures/malformed/") && path.ends_with(".txt");
            if is_expected || path.ends_with("_tests.rs") {
                tests.push_str(&text);
            } else if path.ends_with(".rs") {
                let in_tests = folder == "tests";
                let unit = text.split_once("#[cfg(test)]").map(|(_, tests)| tests);
                tests.push_str(if in_tests {
                    &text
                } else {
                    unit.unwrap_or_default()
                });
            }
        }
    }
    let is_told = |code: &String| {
        let mut forms = [
            format!("[{code}]"),
            format!(" {code} "),
            format!("\"{code} "),
        ]
        .into_iter();
        forms.any(|form| tests.contains(&form))
    };
    let untold: Vec<String> = all_codes()
        .into_iter()
        .filter(|code| !is_told(code) && !LAST_RESORTS.contains(&code.as_str()))
        .collect();
    assert!(untold.is_empty(), "{untold:?}");
}

/// Checks a site with one more file; compares one line for each problem: severity, code,
/// location, message, help.
#[track_caller]
fn check(site: &Path, path: &str, text: &str, expected: &[&str]) {
    write(site, path, text);
    let mut command = portal();
    let (_, printed, told) = outcome(command.arg("check").arg(site).args(["--format", "json"]));
    assert_eq!(told, "");
    let found: Vec<String> = printed.lines().map(line).collect();
    assert_eq!(found, expected, "\n{}", found.join("\n"));
}

fn line(json: &str) -> String {
    let problem: Value = serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}"));
    let word = |field: &str| problem[field].as_str().unwrap_or_default().to_owned();
    let (severity, code) = (word("severity"), word("code"));
    let (message, help) = (word("message"), word("help"));
    let place = format!("{}:{}", problem["line"], problem["column"]);
    format!("{severity} {code} {place} {message} / {help}")
}

#[test]
fn addresses_and_paths() {
    check(
        sound_site().path(),
        "content/articles/a.json",
        r#"{
"title": "甲\n乙", "subtitle": "文", "section": "alliance", "body": "文",
"published": "2025-03-03T09:00:00Z",
"source": { "name": "某报", "url": "ftp://example.org/" },
"cover": { "src": "2025\\a.png", "alt": "图" },
"legacy_urls": ["a.asp", "/a.asp#b"],
"document": { "number": "示例部发[2025]43号", "official_url": "https:///a" }
}"#,
        &[
            "error line-break 2:10 这里只能写一行，不能换行：`甲 乙` / 删除换行（\\n）",
            "error wrong-time-zone 3:14 时间没有写明是北京时间：`2025-03-03T09:00:00Z` / 时间后面写 +08:00，例如 2023-03-03T09:00:00+08:00",
            "error bad-protocol 4:34 网址只能以 https:// 或 http:// 开头：`ftp://example.org/` / 换成网页的网址",
            "error backslash 5:19 路径里的 \\ 应该写成 /：`2025\\a.png` / 是不是想写 `2025/a.png`？",
            "error bad-legacy-path 6:17 旧路径的写法不对：`a.asp` / 是不是想写 `/a.asp`？",
            "error fragment-in-path 6:26 旧路径里不能有 #：`/a.asp#b` / 删除 # 和它后面的部分，浏览器不会把它发给网站",
            "error bad-document-number 7:25 文号的写法不对：`示例部发[2025]43号` / 是不是想写 `示例部发〔2025〕43号`？",
            "error no-host 7:58 网址缺少域名：`https:///a` / 写完整的网址，例如 https://www.example.org/",
        ],
    );
}

#[test]
fn characters_that_nobody_sees() {
    check(
        sound_site().path(),
        "content/articles/a.json",
        r#"{
"title": "理事会\u202e召开", "section": "alliance", "published": "2025-03-03", "body": "文",
"author": "张\u2067三", "editor": "李\ufffe四", "photographer": "王\u0085五", "tags": ["会\u200f议"],
"source": { "name": "某\u0007报" }
}"#,
        &[
            "error control-character 2:10 里面有看不见的字符 U+202E，会打乱或截断前后的文字：`理事会<U+202E>召开` / 删除它；多半是从别处复制时带来的，把前后的文字重新打一遍最可靠",
            "error control-character 3:11 里面有看不见的字符 U+2067，会打乱或截断前后的文字：`张<U+2067>三` / 删除它；多半是从别处复制时带来的，把前后的文字重新打一遍最可靠",
            "error control-character 3:33 里面有看不见的字符 U+FFFE，会打乱或截断前后的文字：`李<U+FFFE>四` / 删除它；多半是从别处复制时带来的，把前后的文字重新打一遍最可靠",
            "error line-break 3:61 这里只能写一行，不能换行：`王 五` / 删除换行（\\n）",
            "error control-character 3:82 里面有看不见的字符 U+200F，会打乱或截断前后的文字：`会<U+200F>议` / 删除它；多半是从别处复制时带来的，把前后的文字重新打一遍最可靠",
            "error control-character 4:21 里面有看不见的字符 U+0007，会打乱或截断前后的文字：`某 报` / 删除它；多半是从别处复制时带来的，把前后的文字重新打一遍最可靠",
        ],
    );
}

#[test]
fn settings() {
    check(
        sound_site().path(),
        "content/site.json",
        r#"{ "schema_version": 1, "name": "示例联盟", "short_name": "示例", "sections": [{ "id": "alliance", "name": "动态" }],
"base_url": "https://www.example.org",
"navigation": [{ "label": "关于", "to": "about" }],
"organization": { "uscc": "1234" } }"#,
        &[
            "error no-final-slash 2:13 站点网址应该以 / 结尾：`https://www.example.org` / 在末尾加上 /",
            "error bad-navigation-target 3:39 链接的写法不对：`about` / 是不是想写 `/about/`？",
            "error bad-credit-code 4:27 统一社会信用代码的写法不对：`1234` / 写 18 位数字和大写字母（没有 I、O、S、V、Z）",
        ],
    );
}

#[test]
fn synonyms() {
    check(
        sound_site().path(),
        "content/synonyms.json",
        r#"{ "groups": [["涤纶", "聚酯纤维", "PET"],
["锦纶"],
["尼龙", "ｐｅｔ"]] }"#,
        &[
            "warning lone-synonym 2:1 这一组同义词不到两个 / 补上意思相同的词，或者删除这一组",
            "warning duplicate-synonym 3:8 同义词 `ｐｅｔ` 前面已经写过 / 意思相同的词都写在同一组里，每个词只写一次",
        ],
    );
}

#[test]
fn one_id_for_two_files() {
    check(
        sound_site().path(),
        "content/pages/more/about.json",
        r#"{ "title": "也是关于", "body": "文" }"#,
        &[
            "error duplicate-id null:null 编号 `about` 已经被 content/pages/about.json 用了 / 两个文件里改一个文件名；放在不同的子文件夹里也不能同名",
        ],
    );
}

#[test]
fn more_problems_than_anybody_reads() {
    let tags = "1,".repeat(250);
    let text = format!(
        "{{ \"title\": \"文\", \"section\": \"alliance\", \"published\": \"2025-03-03\", \"body\": \"文\", \"tags\": [{tags}1] }}"
    );
    let site = sound_site();
    write(site.path(), "content/articles/a.json", text);
    let mut command = portal();
    let (_, printed, _) = outcome(
        command
            .arg("check")
            .arg(site.path())
            .args(["--format", "json"]),
    );
    assert_eq!(printed.lines().count(), 201);
    assert_eq!(
        printed.lines().next().map(line).as_deref(),
        Some(
            "error too-many-problems null:null 这个文件还有 51 个问题没有列出 / 先改好列出的问题，再检查一次"
        )
    );
}

#[test]
fn texts() {
    let site = sound_site();
    write(site.path(), "media/broken.png", "no picture");
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    write(site.path(), "media/drawing.svg", drawing);
    check(
        site.path(),
        "content/pages/page.json",
        r######"{ "title": "页", "body": [
"<b>粗</b>",
"# 一级",
"#### 四级",
"## ",
"[一](page:About)、[二](/nowhere/)、[三](#nowhere)、[四](../a.html)、[五](javascript:x)、[六]()",
"![](media:broken.png)、![图](media:drawing.svg)",
"![图](https://example.org/a.png)",
"脚注[^1]和[^2]。",
"[^2]: 一",
"[^2]: 二",
"[^3]: 三",
"这是 ** 强调 ** 的文字",
"`代码",
"> 500 吨",
"| 甲 |\n|---|\n| 一 | 二 |",
"``` 注释\n代码\n```",
"```",
">>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> 深"
] }"######,
        &[
            "error raw-html 2:2 正文里不能写 HTML / 改用 Markdown；要显示 < 这个符号，在 JSON 里写成 \\\\<",
            "error raw-html 2:6 正文里不能写 HTML / 改用 Markdown；要显示 < 这个符号，在 JSON 里写成 \\\\<",
            "error heading-level-one 3:2 正文里的标题不能用一级（#） / 页面标题已经是一级，正文从二级（##）开始",
            "warning skipped-heading-level 4:2 标题从第 2 级跳到了第 4 级 / 逐级使用标题",
            "error empty-heading 5:2 标题没有文字 / 补上文字，或者删除 # 号",
            "error bad-item-link 6:2 链接 `page:About` 写错了：编号的写法不对 / 是不是想写 `about`？",
            "error dead-path 6:18 站内没有 `/nowhere/` 这个路径 / 改正路径，或者写成 article:编号 的形式",
            "error dead-anchor 6:33 正文里没有 `#nowhere` 这个位置 / 对照标题改正，或者去掉链接",
            "error relative-url 6:47 `../a.html` 是相对网址，换个页面就打不开 / 写成 article:编号、media:文件 的形式，或者完整的 https 网址",
            "error forbidden-url 6:62 不能使用这个网址：`javascript:x` / 链接只能是 https、http、mailto、tel，或者 article:编号 这样的站内条目",
            "error empty-link 6:80 链接没有写全 / 写成 [文字](网址) 的形式",
            "error broken-picture 7:2 图片 `broken.png`：这个文件不是图片 / 换成真正的图片：JPG、PNG、WebP 或 SVG",
            "warning missing-alt 7:2 图片没有替代文字 / 写成 ![图上是什么](media:……)，看不到图片的人由它知道内容",
            "warning image-without-size 7:24 读不出图片 `drawing.svg` 的尺寸 / 文件可能坏了，重新导出后替换",
            "error foreign-image 8:2 图片 `https://example.org/a.png` 在别的网站上 / 把图片放进 media 文件夹，写成 ![图上是什么](media:……)",
            "error undefined-footnote 9:4 脚注 `[^1]` 没有内容 / 另起一段写上脚注的内容，例如 [^1]: 内容",
            "error duplicate-footnote 11:2 脚注 `[^2]` 写了两次，只显示第一次 / 换一个名字，或者删除一个",
            "error unused-footnote 12:2 脚注 `[^3]` 没有被引用，不会显示 / 在正文里标上这个脚注，或者删除它",
            "warning stray-asterisks 13:5 这里的 * 没有变成强调，会照样显示 / 去掉 * 和文字之间的空格，写成 **重点**",
            "warning stray-mark 14:2 这里的 ` 没有变成代码，会照样显示 / 前后要各有同样多的 `；要显示 ` 号，在 JSON 里写成 \\\\`",
            "warning unsure-mark 15:2 分不清这里的 > 是引用还是大于号，会照样显示 / 引用请让第一行以文字开头；大于号写成 >500，或者在 JSON 里写成 \\\\>",
            "error extra-table-cells 16:22 表格这一行的格子比表头多，`二` 没有地方显示 / 给表头和它下面一行各补一格；格子里的 | 号，在 JSON 里写成 \\\\|",
            "error lost-text 17:6 `注释` 被当成了记号，不会显示 / 换一种写法；要照样显示，在 JSON 里给前面的记号加上 \\\\",
            "warning open-fence 18:2 代码块只有开头，没有结尾，会照样显示 / 在代码后面另起一行，写上和开头一样的记号；不是代码就去掉它",
            "error nested-too-deep 19:50 列表、引用或强调嵌套太深 / 减少层数",
        ],
    );
}
