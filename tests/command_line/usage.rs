//! Tests that messages about wrong usage and the help are in Chinese.

use crate::fixtures::{outcome, portal};

#[track_caller]
fn check(arguments: &[&str], expected: &str) {
    let (code, printed, told) = outcome(portal().args(arguments));
    assert_eq!((code, printed.as_str()), (Some(2), ""), "{told}");
    assert_eq!(format!("\n{told}"), expected, "\n{told}");
}

#[test]
fn a_missing_argument_is_told() {
    check(
        &["check"],
        "
portal: 缺少 <站点文件夹>
用法：portal check <站点文件夹> [选项]
详细说明：portal --help
",
    );
    check(
        &["build", "site"],
        "
portal: 缺少 --out <文件夹>
用法：portal build <站点文件夹> --out <文件夹> [选项]
详细说明：portal --help
",
    );
}

#[test]
fn an_unknown_argument_is_told() {
    check(
        &["check", "site", "--formt", "json"],
        "
portal: 没有 --formt 这个参数；是不是想写 --format？
用法：portal check <站点文件夹> [选项]
详细说明：portal --help
",
    );
    check(
        &["check", "site", "another"],
        "
portal: 没有 another 这个参数
用法：portal check <站点文件夹> [选项]
详细说明：portal --help
",
    );
}

#[test]
fn a_wrong_value_is_told() {
    check(
        &["check", "site", "--format", "xml"],
        "
portal: --format <格式> 不能是 xml，可以选 human、json
详细说明：portal --help
",
    );
    check(
        &["serve", "site", "--port", "99999"],
        "
portal: --port <端口> 不能是 99999
详细说明：portal --help
",
    );
    check(
        &["serve", "site", "--port"],
        "
portal: --port <端口> 后面缺少值
详细说明：portal --help
",
    );
}

#[test]
fn an_argument_that_stands_twice_is_told() {
    check(
        &["build", "site", "--out", "a", "--out", "b"],
        "
portal: --out <文件夹> 写了两次
用法：portal build <站点文件夹> --out <文件夹> [选项]
详细说明：portal --help
",
    );
}

#[test]
fn an_unknown_command_is_told() {
    check(
        &["chekc", "site"],
        "
portal: 没有 chekc 这个命令；是不是想写 check？
用法：portal <命令>
详细说明：portal --help
",
    );
}

const HELP: &str = "\
检查站点文件夹，并把它发布成网站

用法：portal <命令>

命令:
  new     建立一个新的站点文件夹
  check   检查站点文件夹，列出全部问题
  build   检查站点文件夹，并发布成网站
  serve   在本机预览，改动保存后网页自动更新
  edit    在浏览器里编辑站点的内容
  schema  写出 JSON Schema，供编辑软件补全和检查

选项:
  -h, --help     显示这份说明；写在命令后面，显示那个命令的说明
  -V, --version  显示版本

例子：
  portal new mysite             建立一个可以马上修改的站点
  portal check mysite           检查 mysite 里的全部内容
  portal build mysite --out dist
  portal serve mysite           在本机预览
  portal edit mysite            在浏览器里编辑

退出代码：0 通过，1 内容有错误，2 命令写错或磁盘读写失败，130 被 Ctrl-C 中断
";

#[test]
fn the_help_is_asked_for() {
    let found = outcome(portal().arg("--help"));
    assert_eq!(found, (Some(0), HELP.to_owned(), String::new()));
}

#[test]
fn no_argument_at_all_prints_the_help() {
    assert_eq!(
        outcome(&mut portal()),
        (Some(2), String::new(), HELP.to_owned())
    );
}

#[test]
fn each_command_explains_itself_in_chinese() {
    let (code, printed, told) = outcome(portal().args(["check", "--help"]));
    let expected = "\
检查站点文件夹，列出全部问题

用法：portal check <站点文件夹> [选项]

参数:
  <站点文件夹>  站点文件夹

选项:
      --format <格式>  human 给人看，json 给程序读（每行一个对象）；默认 human
      --drafts       按草稿和未到日期的文章也一并发布来检查，与 build --drafts 相同
  -q, --quiet        没有问题时什么也不显示
  -h, --help         显示这份说明；写在命令后面，显示那个命令的说明
";
    assert_eq!(
        (code, printed.as_str(), told.as_str()),
        (Some(0), expected, "")
    );
    for command in ["new", "check", "build", "serve", "edit", "schema"] {
        let (code, printed, _) = outcome(portal().args([command, "-h"]));
        assert_eq!(code, Some(0), "{command}");
        for english in [
            "Usage",
            "Options",
            "Arguments",
            "default:",
            "possible",
            "Print",
        ] {
            assert!(!printed.contains(english), "{command}: {printed}");
        }
    }
}

#[test]
fn the_version_is_asked_for() {
    let expected = format!("portal {}\n", env!("CARGO_PKG_VERSION"));
    let found = outcome(portal().arg("--version"));
    assert_eq!(found, (Some(0), expected, String::new()));
}
