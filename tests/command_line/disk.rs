//! Tests of files that cannot be read, and of invalid file names: each is reported among the
//! other problems, and the rest of the site is checked.

use crate::fixtures::{outcome, portal, sound_site, write};
use std::path::Path;

#[track_caller]
fn check(site: &Path, expected: &str) {
    let (code, printed, told) = outcome(portal().arg("check").arg(site));
    assert_eq!(format!("\n{told}"), expected, "\n{told}");
    assert_eq!((code, printed.as_str()), (Some(1), ""));
}

#[cfg(unix)]
#[test]
fn links_that_lead_in_a_circle_or_nowhere_are_told() {
    use std::os::unix::fs::symlink;
    let site = sound_site();
    let root = site.path();
    let pages = root.join("content/pages");
    symlink("..", pages.join("up")).expect("the link is new");
    symlink("itself.json", pages.join("itself.json")).expect("the link is new");
    symlink("nowhere.json", pages.join("gone.json")).expect("the link is new");
    std::fs::create_dir(root.join("media")).expect("the folder is new");
    symlink("..", root.join("media/up")).expect("the link is new");
    symlink("/etc/hostname", root.join("media/name.txt")).expect("the link is new");
    symlink("none.png", root.join("media/none-either.png")).expect("the link is new");
    let body = "见[一](page:gone)、[二](/pages/itself/)和[三](page:other)。";
    let page = format!("{{ \"title\": \"页\", \"body\": \"{body}\" }}\n");
    write(root, "content/pages/links.json", page);
    check(
        root,
        r#"
错误[unreadable-file]: 符号链接绕成了圈，或者指向不存在的文件
--> content/pages/gone.json
 = 怎么改: 删除这个链接，或者换成文件本身

错误[unreadable-file]: 符号链接绕成了圈，或者指向不存在的文件
--> content/pages/itself.json
 = 怎么改: 删除这个链接，或者换成文件本身

错误[dead-item-link]: 链接 `page:other` 指向的条目不存在
 --> content/pages/links.json:1:62
  |
1 | { "title": "页", "body": "见[一](page:gone)、[二](/pages/itself/)和[三](page:other)。" }
  |                                                                    ^^^^^^^^^^^^^^^^
  |
  = 怎么改: 改正编号，或者去掉链接

错误[unreadable-file]: 符号链接绕成了圈，或者指向不存在的文件
--> content/pages/up
 = 怎么改: 删除这个链接，或者换成文件本身

错误[unreadable-file]: 符号链接指向 media 文件夹之外
--> media/name.txt
 = 怎么改: 把文件本身复制进来，代替这个链接

错误[unreadable-file]: 符号链接绕成了圈，或者指向不存在的文件
--> media/none-either.png
 = 怎么改: 删除这个链接，或者换成文件本身

错误[unreadable-file]: 符号链接指向 media 文件夹之外
--> media/up
 = 怎么改: 把文件本身复制进来，代替这个链接

共 7 个错误，0 个警告，0 个提示
"#,
    );
}

/// The superuser may read everything, so the program is run as nobody in that case.
#[cfg(unix)]
#[test]
fn files_without_permission_are_told() {
    use std::fs::Permissions;
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    use std::os::unix::process::CommandExt as _;
    const NOBODY: u32 = 65534;

    let site = sound_site();
    let root = site.path();
    let allow = |path: &str, mode| {
        let path = root.join(path);
        std::fs::set_permissions(path, Permissions::from_mode(mode)).expect("the file is ours");
    };
    write(root, "media/a.png", "x");
    write(root, "content/members/a/m.json", "{}");
    let program = root.join("portal");
    std::fs::copy(env!("CARGO_BIN_EXE_portal"), &program).expect("there is room for the program");
    allow("", 0o755);
    allow("content/pages/about.json", 0);
    allow("content/members/a", 0);
    allow("media/a.png", 0);
    let mut command = std::process::Command::new(&program);
    command.env_clear().env("PORTAL_TODAY", "2026-01-15");
    command.arg("check").arg(root);
    if std::fs::metadata(root).expect("the folder is ours").uid() == 0 {
        command.uid(NOBODY).gid(NOBODY);
    }
    let (code, _, told) = outcome(&mut command);
    allow("content/members/a", 0o755);
    let expected = r#"
错误[unreadable-file]: 没有权限读取这个文件
--> content/members/a
 = 怎么改: 修改文件权限，让当前用户可以读取

错误[unreadable-file]: 没有权限读取这个文件
--> content/pages/about.json
 = 怎么改: 修改文件权限，让当前用户可以读取

错误[unreadable-file]: 没有权限读取这个文件
--> media/a.png
 = 怎么改: 修改文件权限，让当前用户可以读取

共 3 个错误，0 个警告，0 个提示
"#;
    assert_eq!(format!("\n{told}"), expected, "\n{told}");
    assert_eq!(code, Some(1));
}

#[cfg(unix)]
#[test]
fn a_socket_is_told_and_not_waited_for() {
    let site = sound_site();
    let path = site.path().join("content/pages/socket.json");
    let _socket = std::os::unix::net::UnixListener::bind(&path).expect("the name is free");
    check(
        site.path(),
        r#"
错误[unreadable-file]: 这既不是文件也不是文件夹
--> content/pages/socket.json
 = 怎么改: 删除它

共 1 个错误，0 个警告，0 个提示
"#,
    );
}

#[test]
fn files_at_the_root_that_the_portal_writes_itself_are_told() {
    let site = sound_site();
    let root = site.path();
    for path in [
        ".well-known/security.txt",
        "CNAME",
        "MP_verify_abc.txt",
        "lmdt/a.txt",
        "lmdt/index.html",
        "news/list.html",
        "Robots.txt",
    ] {
        write(root, &format!("root/{path}"), "x");
    }
    let settings = std::fs::read_to_string(root.join("content/site.json"));
    let settings = settings.expect("every site has settings");
    let section = "\"legacy_prefix\": \"/lmdt/\", \"id\"";
    write(
        root,
        "content/site.json",
        settings.replacen("\"id\"", section, 1),
    );
    check(
        root,
        r#"
错误[root-name-taken]: `Robots.txt` 是程序自己要写的路径，不能放在 root 里
--> root/Robots.txt
 = 怎么改: 删除它，或者换一个名字；图片和附件放进 media，网页、robots.txt、网站地图等由程序生成

错误[root-name-taken]: `lmdt/index.html` 的位置上是旧网址 `/lmdt/` 的跳转网页
--> root/lmdt/index.html
 = 怎么改: 删除这个文件，或者删除内容里写的这个旧网址

错误[root-name-taken]: `news/list.html` 是程序自己要写的路径，不能放在 root 里
--> root/news/list.html
 = 怎么改: 删除它，或者换一个名字；图片和附件放进 media，网页、robots.txt、网站地图等由程序生成

共 3 个错误，0 个警告，0 个提示
"#,
    );
}

#[cfg(unix)]
#[test]
fn links_at_the_root_stay_inside() {
    let site = sound_site();
    let root = site.path();
    write(root, "root/a.txt", "a");
    std::os::unix::fs::symlink("a.txt", root.join("root/b.txt")).expect("the link is new");
    std::os::unix::fs::symlink("/etc/hostname", root.join("root/c.txt")).expect("it is new");
    std::os::unix::fs::symlink("none", root.join("root/d.txt")).expect("the link is new");
    check(
        root,
        r#"
错误[unreadable-file]: 符号链接指向 root 文件夹之外
--> root/c.txt
 = 怎么改: 把文件本身复制进来，代替这个链接

错误[unreadable-file]: 符号链接绕成了圈，或者指向不存在的文件
--> root/d.txt
 = 怎么改: 删除这个链接，或者换成文件本身

共 2 个错误，0 个警告，0 个提示
"#,
    );
}

#[test]
fn names_that_are_no_ids_are_told() {
    let site = sound_site();
    let page = "{ \"title\": \"页\", \"body\": \"文\" }\n";
    for name in [
        "加入我们.json",
        "Join Us.json",
        "join.JSON",
        "😀.json",
        "说明.txt",
    ] {
        write(site.path(), &format!("content/pages/{name}"), page);
    }
    write(site.path(), "content/文章/a.json", "{}");
    write(site.path(), "content/artciles/a.json", "{}");
    write(
        site.path(),
        "content/bulletins/第1期.json",
        "{ \"number\": 1 }",
    );
    check(
        site.path(),
        r#"
警告[unknown-folder]: 没有用到文件夹 `artciles`
--> content/artciles
 = 怎么改: 是不是想写 `articles`？

错误[bad-file-name]: 简报的文件名 `第1期.json` 不是期号
--> content/bulletins/第1期.json
 = 怎么改: 用期号作文件名，例如 143.json；合刊用第一个期号；每年重新编号的写 2024-3.json；增刊写 143-s1.json 或 2024-s1.json

错误[bad-file-name]: 文件名 `Join Us.json` 不能用作编号
--> content/pages/Join Us.json
 = 怎么改: 改名为 join-us.json：只用小写字母、数字和连字符

警告[unknown-file]: 没有用到文件 `join.JSON`
--> content/pages/join.JSON
 = 怎么改: 是不是想写 `join.json`？

错误[bad-file-name]: 文件名 `加入我们.json` 不能用作编号
--> content/pages/加入我们.json
 = 怎么改: 文件名只用小写字母、数字和连字符，例如 2023-03-03-council.json

警告[unknown-file]: 没有用到文件 `说明.txt`
--> content/pages/说明.txt
 = 怎么改: 移到它该在的文件夹，或者移出 content

错误[bad-file-name]: 文件名 `😀.json` 不能用作编号
--> content/pages/😀.json
 = 怎么改: 文件名只用小写字母、数字和连字符，例如 2023-03-03-council.json

警告[unknown-folder]: 没有用到文件夹 `文章`
--> content/文章
 = 怎么改: content 里只有 articles、members、bulletins、events、links、pages 这几个文件夹

共 4 个错误，4 个警告，0 个提示
"#,
    );
}
