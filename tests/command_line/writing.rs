//! Whatever happens while a portal is written, the old one stays whole, and the program says
//! what happened.

use crate::fixtures::{Tree, outcome, sound_site, temporary, tree, write};
use crate::{build, check_refusal, shortened};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// What others have put into the portal's folder: two files and three folders.
const FOREIGN: [(&str, &str); 6] = [
    ("CNAME", "www.example.org\n"),
    ("MP_verify_abc.txt", "abc"),
    (".git/HEAD", "ref: refs/heads/main\n"),
    (".git/objects/ab/cd", "blob"),
    (
        ".well-known/security.txt",
        "Contact: mailto:a@example.org\n",
    ),
    ("pages/mine/a.txt", "mine"),
];

/// A place with a site folder, and the portal that was published from it, in which others have
/// put something.
struct Scene {
    place: TempDir,
    site: TempDir,
    before: Tree,
}

impl Scene {
    fn new() -> Self {
        let (place, site) = (temporary(), sound_site());
        let (code, _, told) = outcome(&mut build(site.path(), &place.path().join("site")));
        assert_eq!(code, Some(0), "{told}");
        for (path, text) in FOREIGN {
            write(&place.path().join("site"), path, text);
        }
        let before = tree(&place.path().join("site"));
        Self {
            place,
            site,
            before,
        }
    }

    fn out(&self) -> PathBuf {
        self.place.path().join("site")
    }

    /// Puts a text on a page: files that none names are not published.
    fn name_media(&self, body: &str) {
        let page = format!("{{ \"title\": \"关于我们\", \"body\": \"{body}\" }}\n");
        write(self.site.path(), "content/pages/about.json", page);
    }

    fn build(&self) -> Command {
        build(self.site.path(), &self.out())
    }

    /// Adds so many pages that a build takes a while, and an interruption finds it at work.
    fn enlarge(&self) {
        for number in 0..400 {
            let page = format!("{{ \"title\": \"第 {number} 页\", \"body\": \"示例。\" }}\n");
            write(
                self.site.path(),
                &format!("content/pages/p{number}.json"),
                page,
            );
        }
    }

    /// What lies beside and in place of the portal.
    fn beside(&self) -> Vec<String> {
        names(self.place.path())
    }

    /// What lies there when nobody is at work.
    const AT_REST: [&str; 1] = ["site"];

    /// What others have put there is as it was.
    #[track_caller]
    fn check_foreign(&self) {
        let now = tree(&self.out());
        for (path, text) in FOREIGN {
            let there = now.get(path).map(Vec::as_slice);
            assert_eq!(there, Some(text.as_bytes()), "{path}");
        }
    }

    #[track_caller]
    fn check_whole(&self) {
        assert!(tree(&self.out()) == self.before, "the old portal changed");
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let mut names: Vec<_> = entries
        .map(|entry| entry.expect("the folder can be listed").file_name())
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[cfg(unix)]
mod signals {
    use super::Scene;
    use crate::fixtures::outcome;
    use std::os::unix::process::ExitStatusExt as _;
    use std::process::{Child, Command, Output, Stdio};
    use std::time::{Duration, Instant};

    /// How long a build may take to begin writing.
    const PATIENCE: Duration = Duration::from_secs(60);

    /// Begins a build, and sends it a signal as soon as it writes.
    fn interrupt(scene: &Scene, signal: &str) -> Output {
        let mut command = scene.build();
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        let writes = scene.place.path().join(".site.portal-new/pages");
        let deadline = Instant::now() + PATIENCE;
        while !writes.exists() {
            let ended = child.try_wait().expect("the program is ours");
            assert!(ended.is_none(), "the program has ended: {ended:?}");
            assert!(Instant::now() < deadline, "the program does not write");
            std::thread::yield_now();
        }
        send(&child, signal);
        child.wait_with_output().expect("the program ends")
    }

    fn send(child: &Child, signal: &str) {
        let status = Command::new("kill")
            .args([signal, &child.id().to_string()])
            .status();
        assert!(status.expect("the system has `kill`").success());
    }

    #[test]
    fn a_killed_build_leaves_the_old_portal_and_the_next_one_clears_up() {
        let scene = Scene::new();
        scene.enlarge();
        let output = interrupt(&scene, "-KILL");
        assert_eq!(output.status.signal(), Some(9));
        scene.check_whole();
        assert!(scene.beside().contains(&".site.portal-new".to_owned()));

        let (code, _, told) = outcome(&mut scene.build());
        assert_eq!(code, Some(0), "{told}");
        assert!(scene.out().join("pages/p1/index.html").is_file());
        scene.check_foreign();
        assert_eq!(scene.beside(), Scene::AT_REST);
    }

    #[test]
    fn an_interrupted_build_leaves_no_trace() {
        for signal in ["-INT", "-TERM", "-HUP"] {
            let scene = Scene::new();
            scene.enlarge();
            let output = interrupt(&scene, signal);
            let told = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(130), "{signal}: {told}");
            assert_eq!(told, "portal: 已中断，没有发布。以前发布的站点没有改动\n");
            assert_eq!(String::from_utf8_lossy(&output.stdout), "");
            scene.check_whole();
            assert_eq!(scene.beside(), Scene::AT_REST);
        }
    }
}

#[test]
fn of_two_builds_into_one_folder_the_second_one_does_not_begin() {
    let scene = Scene::new();
    let lock = scene.place.path().join(".site.portal-lock");
    let file = fs::File::create(&lock).expect("the folder is ours");
    file.lock().expect("nobody else has the lock");
    check_refusal(
        &mut scene.build(),
        scene.place.path(),
        "portal: 另一个 portal 正在发布到 …/site，所以没有开始。请等它结束后重试",
    );
    scene.check_whole();

    drop(file);
    let (code, _, told) = outcome(&mut scene.build());
    assert_eq!(code, Some(0), "{told}");
    assert_eq!(scene.beside(), Scene::AT_REST);
}

/// A limit on the size of files stands for a full disk, which only an administrator can make.
#[cfg(unix)]
#[test]
fn a_disk_that_takes_no_more_leaves_the_old_portal() {
    let scene = Scene::new();
    scene.name_media("[大文件](media:large.txt)");
    write(scene.site.path(), "media/large.txt", vec![b'x'; 1 << 20]);
    let program = scene.build();
    let mut command = Command::new("sh");
    // A block has 512 or 1,024 bytes.
    command.args(["-c", "trap '' XFSZ; ulimit -f 800; exec \"$0\" \"$@\""]);
    command.arg(program.get_program()).args(program.get_args());
    command.env("PORTAL_TODAY", "2026-01-15");
    let (code, printed, told) = shortened(&mut command, scene.place.path());
    assert_eq!((code, printed.as_str()), (Some(2), ""), "{told}");
    assert_eq!(
        told,
        "portal: 写不进 …/.site.portal-new/media/large.txt：文件超过了系统允许的大小（File too large (os error 27)）。请换一个磁盘，或者放宽限制（ulimit -f）后重试。以前发布的站点没有改动\n"
    );
    scene.check_whole();
    assert_eq!(scene.beside(), Scene::AT_REST);
}

#[test]
fn what_others_have_put_beside_the_portal_stays_and_is_counted() {
    let scene = Scene::new();
    write(scene.site.path(), "media/a.txt", "a");
    scene.name_media("[文件](media:a.txt)");
    for _ in 0..2 {
        let (code, printed, told) = shortened(&mut scene.build(), scene.place.path());
        assert_eq!((code, told.as_str()), (Some(0), ""));
        assert!(
            printed.contains("；另有 2 个文件、3 个文件夹不是本程序写的，保持原样，用时 "),
            "{printed}"
        );
        scene.check_foreign();
    }
    // Also where the portal's own files go.
    write(&scene.out(), "media/mine.txt", "mine");
    fs::remove_file(scene.site.path().join("media/a.txt")).expect("it is ours");
    scene.name_media("示例。");
    assert_eq!(outcome(&mut scene.build()).0, Some(0));
    scene.check_foreign();
    assert_eq!(names(&scene.out().join("media")), ["mine.txt"]);
    assert_eq!(scene.beside(), Scene::AT_REST);
}

#[test]
fn a_file_of_others_in_the_way_is_named_and_the_old_portal_stays() {
    let mut scene = Scene::new();
    write(scene.site.path(), "root/CNAME", "other.example.org\n");
    write(scene.site.path(), "media/a.txt", "ours");
    scene.name_media("[文件](media:a.txt)");
    write(&scene.out(), "media/a.txt", "theirs");
    scene.before = tree(&scene.out());
    check_refusal(
        &mut scene.build(),
        scene.place.path(),
        "portal: …/site/CNAME、…/site/media/a.txt 不是本程序写的，而新站点也要写在这里，所以没有发布。请移走或者删除它，再发布一次。以前发布的站点没有改动",
    );
    scene.check_whole();
    assert_eq!(scene.beside(), Scene::AT_REST);
}

/// Whatever the files in it are called.
#[test]
fn a_folder_that_looks_like_a_portal_is_refused_and_left_alone() {
    let site = sound_site();
    let sound = temporary();
    let target = sound.path().join("site");
    assert_eq!(outcome(&mut build(site.path(), &target)).0, Some(0));
    for (list, folder) in [
        (None, ".git"),
        (Some(""), "empty"),
        (Some("{\"portal\":1,\"files\":[\"404.html\""), "half"),
    ] {
        let out = temporary();
        for (path, bytes) in tree(&target) {
            write(out.path(), &path, bytes);
        }
        std::fs::remove_file(out.path().join(".portal-files")).expect("every portal has one");
        write(out.path(), &format!("{folder}/HEAD"), "main");
        if let Some(list) = list {
            write(out.path(), ".portal-files", list);
        }
        let before = tree(out.path());
        let (code, _, told) = shortened(&mut build(site.path(), out.path()), out.path());
        assert_eq!(code, Some(2), "{told}");
        assert!(told.starts_with("portal: … 里已有别的文件，"), "{told}");
        assert_eq!(tree(out.path()), before);
    }
}

#[test]
fn the_list_names_every_file_of_the_portal_and_no_other() {
    let scene = Scene::new();
    write(scene.site.path(), "root/.well-known/a b.txt", "a");
    let (code, _, told) = outcome(scene.build().arg("--compress"));
    assert_eq!(code, Some(0), "{told}");
    let mut files = tree(&scene.out());
    let list = files.remove(".portal-files").expect("every portal has one");
    let list: serde_json::Value = serde_json::from_slice(&list).expect("it is JSON");
    for (path, _) in FOREIGN {
        files.remove(path);
    }
    let expected: Vec<_> = files.into_keys().collect();
    assert_eq!(list, serde_json::json!({ "portal": 1, "files": expected }));
}

#[test]
fn the_site_folder_is_no_place_for_its_portal() {
    let scene = Scene::new();
    let site = scene.site.path();
    check_refusal(
        &mut build(site, site),
        site,
        "portal: 不能发布到 …：站点文件夹的内容就在那里，会被覆盖。请换一个文件夹",
    );
    check_refusal(
        &mut build(site, &site.join("media/dist")),
        site,
        "portal: 不能发布到 …/media/dist：它在站点文件夹的 content、media 或 root 里。请换一个文件夹",
    );
    assert!(!site.join("media").exists());
}

#[test]
fn a_path_that_is_too_long_is_told() {
    let scene = Scene::new();
    let name = "名".repeat(200);
    let out = scene.place.path().join(&name);
    let (code, _, told) = shortened(
        &mut build(scene.site.path(), &out.join("site")),
        scene.place.path(),
    );
    assert_eq!(code, Some(2));
    let beginning = format!("portal: 写不进 …/{name}：路径太长，或者含有不允许的字符（");
    assert!(told.starts_with(&beginning), "{told}");
    assert!(
        told.ends_with("。请换一个名字更短的文件夹。以前发布的站点没有改动\n"),
        "{told}"
    );
    assert_eq!(scene.beside(), Scene::AT_REST);
}

#[test]
fn silence_leaves_the_problems() {
    let scene = Scene::new();
    let run = |quiet: &str| outcome(scene.build().arg(quiet));
    for quiet in ["--quiet", "-q"] {
        assert_eq!(run(quiet), (Some(0), String::new(), String::new()));
    }
    fs::remove_file(scene.site.path().join("content/pages/about.json")).expect("it is there");
    let (code, printed, told) = run("--quiet");
    assert_eq!((code, printed.as_str()), (Some(0), ""));
    assert!(told.starts_with("警告[expected-page]"), "{told}");
}

#[test]
fn a_silent_check_says_nothing_of_a_sound_site() {
    let site = sound_site();
    let mut command = crate::fixtures::portal();
    command.arg("check").arg(site.path()).arg("--quiet");
    assert_eq!(
        outcome(&mut command),
        (Some(0), String::new(), String::new())
    );
}
