//! The program `portal`: what it prints, and how it ends.

#[path = "fixtures/fixtures.rs"]
mod fixtures;
#[path = "fixtures/http.rs"]
mod http;

mod command_line {
    mod codes;
    mod disk;
    mod malformed;
    mod manual;
    mod new;
    mod schema;
    mod serve;
    mod served_files;
    mod typed;
    mod usage;
    mod writing;
}

use fixtures::{fixture, outcome, portal, sound_site, temporary, tree, write};
use serde_json::Value;
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

/// Runs the program; gives its exit code and both outputs, the temporary folder's own path
/// written as `…`.
fn run<Argument: AsRef<OsStr>>(
    arguments: &[Argument],
    folder: &Path,
) -> (Option<i32>, String, String) {
    shortened(portal().args(arguments), folder)
}

fn shortened(command: &mut Command, folder: &Path) -> (Option<i32>, String, String) {
    let (code, printed, told) = outcome(command);
    let short = |text: String| text.replace(&folder.display().to_string(), "…");
    (code, short(printed), short(told))
}

/// A build of a sound site into a folder.
fn build(site: &Path, out: &Path) -> Command {
    let mut command = portal();
    command.arg("build").arg(site).arg("--out").arg(out);
    command.arg("--shell").arg(fixture("shell"));
    command
}

#[track_caller]
fn check_refusal(command: &mut Command, folder: &Path, expected: &str) {
    let found = shortened(command, folder);
    assert_eq!(found, (Some(2), String::new(), format!("{expected}\n")));
}

#[test]
fn a_sound_site_passes() {
    let site = sound_site();
    let (code, _, told) = outcome(portal().arg("check").arg(site.path()));
    assert_eq!((code, told.as_str()), (Some(0), "检查通过，没有发现问题\n"));
}

#[test]
fn warnings_do_not_stop_a_build() {
    let out = temporary();
    let target = out.path().join("site");
    let (code, _, told) = outcome(&mut build(&fixture("smallest/site"), &target));
    assert_eq!(code, Some(0), "{told}");
    assert!(
        told.ends_with("共 0 个错误，2 个警告，0 个提示\n"),
        "{told}"
    );
    assert!(target.join("index.html").is_file());
}

#[test]
fn a_build_ends_with_one_line() {
    let site = sound_site();
    let target = site.path().join("out");
    let (code, printed, told) = shortened(&mut build(site.path(), &target), site.path());
    assert_eq!((code, told.as_str()), (Some(0), ""));
    let files = tree(&target).len();
    let (fixed, time) = printed.split_once("，用时 ").unwrap_or((&printed, ""));
    assert_eq!(
        fixed,
        format!("已发布 12 个页面、{files} 个文件到 …/out：新增 {files}，改动 0，未变 0，删除 0")
    );
    assert!(time.ends_with(" 秒\n"), "{time:?}");
}

#[test]
fn an_address_on_the_command_line_takes_the_place_of_the_written_one() {
    let site = sound_site();
    let out = temporary();
    let target = out.path().join("site");
    let mut command = build(site.path(), &target);
    let (code, _, told) = outcome(command.args(["--base-url", "https://host.example/a/"]));
    assert_eq!(code, Some(0), "{told}");
    let tree = tree(&target);
    let home = tree
        .get("index.html")
        .map(|bytes| String::from_utf8_lossy(bytes));
    let home = home.expect("the home page is published");
    assert!(home.contains("href=\"https://host.example/a/\""), "{home}");
}

#[test]
fn a_wrong_site_folder_is_told_in_one_line() {
    let folder = temporary();
    let nowhere = folder.path().join("nowhere");
    check_refusal(
        portal().arg("check").arg(&nowhere),
        folder.path(),
        "portal: 没有找到站点文件夹 …/nowhere：请核对路径",
    );
    check_refusal(
        portal().arg("check").arg(folder.path()),
        folder.path(),
        "portal: … 不是站点文件夹：里面没有 content 文件夹。站点文件夹里应有 content/site.json",
    );
    write(folder.path(), "file", "");
    check_refusal(
        portal().arg("check").arg(folder.path().join("file")),
        folder.path(),
        "portal: 没有找到站点文件夹 …/file：请核对路径",
    );
}

#[test]
fn a_missing_shell_is_told_in_one_line() {
    let site = sound_site();
    let shell = site.path().join("shell");
    let mut command = portal();
    command
        .arg("build")
        .arg(site.path())
        .arg("--out")
        .arg(site.path().join("out"));
    check_refusal(
        command.arg("--shell").arg(&shell),
        site.path(),
        "portal: 没有找到应用外壳：…/shell 里没有 index.html。请先运行 make build，或用 --shell 指定外壳所在的文件夹",
    );
    assert!(!site.path().join("out").exists());
}

#[test]
fn an_incomplete_shell_is_told_in_one_line() {
    for (missing, part) in [
        ("critical/story.css", "critical/story.css"),
        ("before_paint.js", "before_paint.js"),
        ("reader-x.js", "reader.js"),
        ("boot-x.js", "boot.js"),
        ("app-x.js", "app.js"),
        ("app-x_bg.wasm", "app_bg.wasm"),
        ("portal-x.css", "portal.css"),
    ] {
        let site = sound_site();
        let shell = site.path().join("shell");
        for (path, bytes) in tree(&fixture("shell")) {
            if path != missing {
                write(&shell, &path, bytes);
            }
        }
        let mut command = portal();
        command
            .arg("build")
            .arg(site.path())
            .arg("--out")
            .arg(site.path().join("out"));
        check_refusal(
            command.arg("--shell").arg(&shell),
            site.path(),
            &format!("portal: 应用外壳不完整：没有 {part}。请重新运行 make build"),
        );
    }
}

#[test]
fn an_unusable_address_is_told_in_one_line() {
    let site = sound_site();
    let mut command = build(site.path(), &site.path().join("out"));
    check_refusal(
        command.args(["--base-url", "host.example"]),
        site.path(),
        "portal: 网址“host.example”不能用作 base_url：应形如 https://host/ 或 https://host/path/，以斜杠结尾",
    );
}

#[test]
fn a_folder_with_other_files_is_refused_and_left_alone() {
    let site = sound_site();
    let out = temporary();
    write(out.path(), "letters/mother.txt", "亲爱的妈妈");
    let before = tree(out.path());
    check_refusal(
        &mut build(site.path(), out.path()),
        out.path(),
        "portal: … 里已有别的文件，又没有本程序的文件清单 .portal-files，所以没有覆盖。请换一个空文件夹；如果是旧版本程序发布的站点，请先清空它，再发布一次",
    );
    assert_eq!(tree(out.path()), before);
}

#[test]
fn an_empty_folder_and_an_earlier_portal_are_replaced() {
    let site = sound_site();
    let out = temporary();
    let target = out.path().join("site");
    std::fs::create_dir(&target).expect("the folder is new");
    assert_eq!(outcome(&mut build(site.path(), &target)).0, Some(0));
    let page = "{ \"title\": \"旧页\", \"body\": \"示例。\" }\n";
    write(site.path(), "content/pages/old.json", page);
    assert_eq!(outcome(&mut build(site.path(), &target)).0, Some(0));
    assert!(target.join("pages/old/index.html").is_file());
    std::fs::remove_file(site.path().join("content/pages/old.json")).expect("it is ours");
    assert_eq!(outcome(&mut build(site.path(), &target)).0, Some(0));
    assert!(!target.join("pages/old").exists());
    // Nothing is left beside the portal.
    let beside: BTreeSet<_> = std::fs::read_dir(out.path())
        .expect("the folder is there")
        .filter_map(|entry| Some(entry.ok()?.file_name()))
        .collect();
    assert!(beside.iter().eq(["site"]), "{beside:?}");
}

#[test]
fn a_file_in_the_way_of_the_output_is_told_in_one_line() {
    let site = sound_site();
    let out = temporary();
    write(out.path(), "file", "");
    for path in ["file/site", "file"] {
        let (code, printed, told) =
            shortened(&mut build(site.path(), &out.path().join(path)), out.path());
        assert_eq!((code, printed.as_str()), (Some(2), ""), "{told}");
        assert!(
            told.starts_with("portal: 写不进 …/file：需要文件夹的位置有一个文件（"),
            "{told}"
        );
        assert!(told.ends_with("。以前发布的站点没有改动\n"), "{told}");
        assert_eq!(told.lines().count(), 1, "{told}");
    }
}

/// The administrator may write everywhere, so that the program is run as nobody there.
#[cfg(unix)]
#[test]
fn a_read_only_folder_is_told_in_one_line() {
    use std::fs::Permissions;
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    use std::os::unix::process::CommandExt as _;
    const NOBODY: u32 = 65534;

    let place = temporary();
    let folder = place.path();
    let allow = |path: &Path, mode| {
        std::fs::set_permissions(path, Permissions::from_mode(mode)).expect("the folder is ours");
    };
    for (path, bytes) in tree(sound_site().path()) {
        write(&folder.join("mysite"), &path, bytes);
    }
    for (path, bytes) in tree(&fixture("shell")) {
        write(&folder.join("shell"), &path, bytes);
    }
    let program = folder.join("portal");
    std::fs::copy(env!("CARGO_BIN_EXE_portal"), &program).expect("there is room for the program");
    let parent = folder.join("parent");
    std::fs::create_dir(&parent).expect("the folder is new");
    allow(folder, 0o755);
    allow(&parent, 0o555);

    let mut command = Command::new(&program);
    command.env_clear().current_dir(folder);
    command.args([
        "build",
        "mysite",
        "--shell",
        "shell",
        "--out",
        "parent/site",
    ]);
    if std::fs::metadata(folder).expect("the folder is ours").uid() == 0 {
        command.uid(NOBODY).gid(NOBODY);
    }
    let (code, printed, told) = shortened(&mut command, folder);
    allow(&parent, 0o755);
    assert_eq!((code, printed.as_str()), (Some(2), ""), "{told}");
    assert_eq!(
        told,
        "portal: 写不进 …/parent：没有权限（Permission denied (os error 13)）。请修改文件夹的权限，或者换一个文件夹。以前发布的站点没有改动\n"
    );
    assert!(tree(&parent).is_empty());
}

/// A site with an error, a warning and a note, two of them with a position.
fn troubled() -> tempfile::TempDir {
    let site = sound_site();
    let member = "{\n  \"name\": \"😀示例\", \"knd\": \"enterprise\", \"kind\": \"enterprise\"\n}";
    write(site.path(), "content/members/m.json", member);
    for number in [1, 3] {
        let path = format!("content/bulletins/{number}.json");
        write(site.path(), &path, format!("{{ \"number\": {number} }}"));
    }
    std::fs::remove_file(site.path().join("content/pages/about.json")).expect("the page is there");
    site
}

#[test]
fn programs_get_one_object_a_line() {
    let site = troubled();
    let arguments = [
        OsStr::new("check"),
        site.path().as_os_str(),
        OsStr::new("--format"),
        OsStr::new("json"),
    ];
    let (code, printed, told) = run(&arguments, site.path());
    assert_eq!((code, told.as_str()), (Some(1), ""));
    let expected = concat!(
        r#"{"file":"content/bulletins/3.json","line":1,"column":13,"code":"bulletin-gap","severity":"note","message":"前面缺第 2 期简报","help":"找到的话补上；找不到就不用管；上一期如果是合刊，在它的文件里写 \"last_number\": 2"}"#,
        "\n",
        r#"{"file":"content/members/m.json","line":2,"column":18,"code":"unknown-field","severity":"error","message":"没有 `knd` 这个字段","help":"删除这个字段，或者对照说明检查拼写"}"#,
        "\n",
        r#"{"file":"content/pages/about.json","line":null,"column":null,"code":"expected-page","severity":"warning","message":"没有 content/pages/about.json","help":"读者会找“关于我们”，请加上这个页面"}"#,
        "\n",
    );
    assert_eq!(printed, expected, "\n{printed}");
    for line in printed.lines() {
        let object: Value =
            serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        let fields: Vec<_> = object
            .as_object()
            .into_iter()
            .flat_map(|fields| fields.keys())
            .collect();
        assert_eq!(fields.len(), 7, "{line}");
    }
}

#[test]
fn programs_get_nothing_of_a_sound_site() {
    let site = sound_site();
    let arguments = [
        OsStr::new("check"),
        site.path().as_os_str(),
        OsStr::new("--format=json"),
    ];
    assert_eq!(
        run(&arguments, site.path()),
        (Some(0), String::new(), String::new())
    );
}

#[test]
fn the_terminals_language_chooses_the_language() {
    let site = troubled();
    let last_line = |variables: &[(&str, &str)]| {
        let mut command = portal();
        command
            .envs(variables.iter().copied())
            .arg("check")
            .arg(site.path());
        let (code, _, told) = outcome(&mut command);
        assert_eq!(code, Some(1), "{told}");
        told.lines().last().unwrap_or_default().to_owned()
    };
    let chinese = "共 1 个错误，1 个警告，1 个提示";
    let english = "1 error, 1 warning, 1 note";
    for (variables, expected) in [
        (&[][..], chinese),
        (&[("LANG", "zh_CN.UTF-8")][..], chinese),
        (&[("LANG", "C.UTF-8")][..], chinese),
        (&[("LANG", "en_US.UTF-8")][..], english),
        (&[("LANG", "en")][..], english),
        (
            &[("LANG", "en_US.UTF-8"), ("LC_ALL", "zh_CN.UTF-8")][..],
            chinese,
        ),
        (
            &[("LANG", "zh_CN.UTF-8"), ("LC_MESSAGES", "en_GB.UTF-8")][..],
            english,
        ),
    ] {
        assert_eq!(last_line(variables), expected, "{variables:?}");
    }
}

#[test]
fn english_is_complete() {
    let site = troubled();
    let (_, _, told) = outcome(
        portal()
            .env("LANG", "en_US.UTF-8")
            .arg("check")
            .arg(site.path()),
    );
    let is_ours = |letter: char| "😀示例".contains(letter);
    let other: String = told
        .chars()
        .filter(|letter| !letter.is_ascii() && !is_ours(*letter))
        .collect();
    assert_eq!(other, "", "{told}");
}

#[test]
fn a_pipe_gets_no_colour() {
    let site = troubled();
    for arguments in [&["check"][..], &["check", "--format", "json"][..]] {
        let mut command = portal();
        command
            .env("TERM", "xterm-256color")
            .args(arguments)
            .arg(site.path());
        let (_, printed, told) = outcome(&mut command);
        assert!(
            !printed.contains('\u{1b}') && !told.contains('\u{1b}'),
            "{printed:?} {told:?}"
        );
    }
}
