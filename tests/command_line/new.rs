//! Tests of `portal new`: the new site, and everything that its README describes.

use super::schema::check_content;
use super::typed::{check_serves, commands, shell};
use crate::fixtures::{fixture, outcome, portal, temporary, tree, write};
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

fn new(folder: &Path) -> Command {
    let mut command = portal();
    command.arg("new").arg(folder);
    command
}

fn new_site() -> (TempDir, std::path::PathBuf) {
    let place = temporary();
    let site = place.path().join("mysite");
    let (code, _, told) = outcome(&mut new(&site));
    assert_eq!((code, told.as_str()), (Some(0), ""));
    (place, site)
}

#[test]
fn a_new_site_says_what_to_do_next() {
    let place = temporary();
    let site = place.path().join("a/mysite");
    let (code, printed, told) = outcome(&mut new(&site));
    assert_eq!((code, told.as_str()), (Some(0), ""));
    let files = tree(&site).len();
    let expected = format!(
        "已在 … 建立站点，共 {files} 个文件。先读 …/README.md\n检查：portal check …\n预览：portal serve …\n"
    );
    assert_eq!(printed.replace(&site.display().to_string(), "…"), expected);
    let beside = std::fs::read_dir(place.path().join("a")).expect("the folder is there");
    assert_eq!(beside.count(), 1);
}

#[test]
fn a_new_site_passes_the_check() {
    let (_place, site) = new_site();
    let (code, _, told) = outcome(portal().arg("check").arg(&site));
    assert_eq!((code, told.as_str()), (Some(0), "检查通过，没有发现问题\n"));
}

#[test]
fn a_new_site_has_one_of_everything_and_names_its_schemas() {
    let (_place, site) = new_site();
    check_content(&site);
    let files = tree(&site);
    for folder in [
        "articles",
        "members",
        "bulletins",
        "events",
        "links",
        "pages",
    ] {
        let folder = format!("content/{folder}/");
        assert!(
            files.keys().any(|path| path.starts_with(&folder)),
            "{folder}"
        );
    }
    let settings = &files[".vscode/settings.json"];
    let settings: serde_json::Value =
        serde_json::from_slice(settings).expect("the settings are JSON");
    for entry in settings["json.schemas"].as_array().into_iter().flatten() {
        let url = entry["url"].as_str().unwrap_or_default();
        assert!(site.join(url).is_file(), "{url}");
    }
}

#[cfg(unix)]
#[test]
fn a_new_site_can_be_read_by_others() {
    use std::os::unix::fs::PermissionsExt as _;
    let (_place, site) = new_site();
    let mode = std::fs::metadata(&site)
        .expect("the site is there")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o755);
}

#[test]
fn names_and_address_are_those_asked_for() {
    let place = temporary();
    let site = place.path().join("mysite");
    let mut command = new(&site);
    command.args(["--name", "“甲”\"乙\"示例联盟", "--short-name", "甲乙联盟"]);
    let (code, _, told) = outcome(command.args(["--base-url", "https://alliance.example/a/"]));
    assert_eq!((code, told.as_str()), (Some(0), ""));
    let settings = std::fs::read(site.join("content/site.json")).expect("there are settings");
    let settings: serde_json::Value =
        serde_json::from_slice(&settings).expect("the settings are JSON");
    assert_eq!(settings["name"], "“甲”\"乙\"示例联盟");
    assert_eq!(settings["short_name"], "甲乙联盟");
    assert_eq!(settings["base_url"], "https://alliance.example/a/");
    for (path, bytes) in tree(&site) {
        let text = String::from_utf8_lossy(&bytes).replace("“甲”\"乙\"示例联盟", "");
        let text = text.replace(r#"“甲”\"乙\"示例联盟"#, "");
        assert!(!text.contains("示例联盟"), "{path}");
        assert!(!text.contains("示例产业技术创新战略联盟"), "{path}");
    }
    let (code, _, told) = outcome(portal().arg("check").arg(&site));
    assert_eq!((code, told.as_str()), (Some(0), "检查通过，没有发现问题\n"));
}

#[test]
fn names_that_cannot_be_used_are_told_and_leave_nothing() {
    for (arguments, expected) in [
        (["--name", ""], "portal: --name 不能是“”：内容是空的\n"),
        (
            ["--short-name", " 甲"],
            "portal: --short-name 不能是“ 甲”：开头或结尾有多余的空白\n",
        ),
        (
            ["--base-url", "http://a.example/"],
            "portal: --base-url 不能是“http://a.example/”：网址应该以 https:// 开头\n",
        ),
    ] {
        let place = temporary();
        let found = outcome(new(&place.path().join("mysite")).args(arguments));
        assert_eq!(found, (Some(2), String::new(), expected.to_owned()));
        assert!(tree(place.path()).is_empty());
    }
}

#[test]
fn an_empty_folder_is_filled_and_any_other_is_left_alone() {
    let place = temporary();
    let site = place.path().join("mysite");
    std::fs::create_dir(&site).expect("the folder is new");
    let mut command = new(Path::new("."));
    assert_eq!(outcome(command.current_dir(&site)).0, Some(0));
    assert!(site.join("content/site.json").is_file());
    write(&site, "content/pages/about.json", "ours");
    let before = tree(place.path());
    let (code, printed, told) = outcome(&mut new(&site));
    let expected = format!(
        "portal: {} 已经存在，而且不是空文件夹，所以没有改动。请换一个文件夹\n",
        site.display()
    );
    assert_eq!((code, printed.as_str(), told), (Some(2), "", expected));
    assert_eq!(tree(place.path()), before);

    let file = place.path().join("mysite/README.md");
    let (code, _, told) = outcome(&mut new(&file));
    assert_eq!(code, Some(2), "{told}");
    assert_eq!(tree(place.path()), before);
}

/// Runs the commands of the README in their order in the new site, with the edits that it
/// describes in between.
#[test]
fn every_command_of_the_readme_works() {
    let (_place, site) = new_site();
    for (path, bytes) in tree(&fixture("shell")) {
        write(&site.join("target/shell"), &path, bytes);
    }
    let readme = std::fs::read_to_string(site.join("README.md")).expect("there is a README");
    let commands = commands(&readme);
    assert_eq!(commands.len(), 8, "{commands:?}");
    for command in commands {
        if command.contains(" serve ") {
            check_serves(&command, &site);
        } else {
            let (code, _, told) = outcome(&mut shell(&command, &site));
            assert_eq!(code, Some(0), "{command}: {told}");
        }
        let edits = [
            (
                "content/articles/2025-03-03-council.json",
                "第一篇文章：",
                "第二篇文章：",
            ),
            ("content/members/new-member.json", "示例大学", "示例研究院"),
            ("content/bulletins/2.json", "\"number\": 1", "\"number\": 2"),
        ];
        for (path, from, to) in edits {
            if command.ends_with(path) {
                let text = std::fs::read_to_string(site.join(path)).expect("the file was copied");
                assert!(text.contains(from), "{path}");
                write(&site, path, text.replace(from, to));
            }
        }
    }
    assert!(
        site.join("dist/articles/2025-03-03-council/index.html")
            .is_file()
    );
    let (_, _, told) = outcome(portal().arg("check").arg(&site));
    assert_eq!(told, "检查通过，没有发现问题\n");
}
