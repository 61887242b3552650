//! Every text in which publishing tells a person what went wrong, in Chinese.
//!
//! The types of the errors are beside the code that returns them. The texts about content are
//! in `crate::content`, because they exist in two languages.

pub(super) mod overlay;

use super::build::BuildError;
use super::build::verify::OutputFault;
use super::html::prerender::PrerenderError;
use super::html::shell::ShellError;
use super::output_dir::{TargetError, WriteError};
use super::outputs::OfferError;
use super::progress::Step;
use super::scaffold::NewError;
use super::serve::ServeError;
use super::source::read::ReadError;
use crate::content::fault_message;
use std::fmt::{self, Display, Formatter};
use std::io::{self, ErrorKind};
use std::path::PathBuf;

impl Display for ReadError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFolder(path) => write!(f, "没有找到站点文件夹 {}：请核对路径", path.display()),
            Self::NoSite(path) => write!(
                f,
                "{} 不是站点文件夹：里面没有 content 文件夹。站点文件夹里应有 content/site.json",
                path.display()
            ),
        }
    }
}

impl Display for ShellError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(path) => write!(
                f,
                "没有找到应用外壳：{} 里没有 index.html。请先运行 make build，或用 --shell 指定外壳所在的文件夹",
                path.display()
            ),
            Self::Unreadable { path, error } => {
                write!(f, "读不出应用外壳的文件 {}：{error}", path.display())
            }
            Self::Incomplete(name) => {
                write!(f, "应用外壳不完整：没有 {name}。请重新运行 make build")
            }
        }
    }
}

impl Display for BuildError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(error) => error.fmt(f),
            Self::Content { .. } => f.write_str("内容有错误，没有发布"),
            Self::BaseUrl { url, .. } => write!(
                f,
                "网址“{url}”不能用作 base_url：应形如 https://host/ 或 https://host/path/，以斜杠结尾"
            ),
            Self::Prerender(error) => error.fmt(f),
            Self::Json(error) => write!(f, "数据不能写成 JSON：{error}"),
            Self::Offer(error) => error.fmt(f),
            Self::Output(faults) => write!(
                f,
                "发布结果有 {} 处错误，没有发布。内容通过了检查，所以这是程序的错误，请把下面的内容报告给开发者\n\
                 (the content passed the check, so this is a fault of the program: please report it)：\n{}",
                faults.len(),
                list_of_faults(faults)
            ),
            Self::Target(error) => error.fmt(f),
            Self::Write(error) => write!(f, "{error}。以前发布的站点没有改动"),
            Self::Interrupted => f.write_str("已中断，没有发布。以前发布的站点没有改动"),
        }
    }
}

impl Display for PrerenderError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed { route, error } => write!(f, "页面 {route} 没有取得数据：{error}"),
            Self::NoTitle(route) => write!(f, "页面 {route} 没有标题"),
            Self::Json(error) => write!(f, "页面的数据不能写成 JSON：{error}"),
            Self::Thread(error) => write!(f, "无法启动渲染：{error}"),
        }
    }
}

impl Display for OfferError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(error) => write!(f, "订阅源不能写成 JSON：{error}"),
            Self::Table(error) => write!(f, "成员表不能写成 CSV：{error}"),
        }
    }
}

impl Display for OutputFault {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::DeadLink { page, link } => {
                write!(f, "页面 {page} 里的链接 {link} 没有对应的页面或文件")
            }
            Self::DeadAnchor { page, link } => {
                write!(f, "页面 {page} 里的链接 {link} 指向的位置不存在")
            }
            Self::OutsideBase { page, link, base } => {
                write!(f, "页面 {page} 里的链接 {link} 不在站点路径 {base}/ 之内")
            }
            Self::EmptyTitle(page) => write!(f, "页面 {page} 的标题是空的"),
            Self::DuplicateTitle {
                first,
                second,
                title,
            } => write!(f, "页面 {first} 和 {second} 的标题相同：“{title}”"),
            Self::Headings { page, count } => {
                write!(f, "页面 {page} 有 {count} 个一级标题，应当恰有一个")
            }
            Self::RedirectClash { legacy, output } => {
                write!(f, "旧网址 {legacy} 与本站的 {output} 冲突，不能转到新页面")
            }
        }
    }
}

impl Display for TargetError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAPortal(path) => write!(
                f,
                "{} 里已有别的文件，又没有本程序的文件清单 .portal-files，所以没有覆盖。请换一个空文件夹；如果是旧版本程序发布的站点，请先清空它，再发布一次",
                path.display()
            ),
            Self::Leftover(path) => write!(
                f,
                "{} 里有别的文件，所以没有开始。请移走或者删除它，再重试",
                path.display()
            ),
            Self::HoldsSite(path) => write!(
                f,
                "不能发布到 {}：站点文件夹的内容就在那里，会被覆盖。请换一个文件夹",
                path.display()
            ),
            Self::InsideContent(path) => write!(
                f,
                "不能发布到 {}：它在站点文件夹的 content、media 或 root 里。请换一个文件夹",
                path.display()
            ),
            Self::Busy(path) => write!(
                f,
                "另一个 portal 正在发布到 {}，所以没有开始。请等它结束后重试",
                path.display()
            ),
            Self::Write(error) => error.fmt(f),
        }
    }
}

impl Display for WriteError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused { path, error } => {
                write!(f, "写不进 {}：{}", path.display(), with_remedy(error))
            }
            Self::Unreadable { path, error } => {
                write!(f, "读不出 {}：{}", path.display(), with_remedy(error))
            }
            Self::InTheWay(paths) => write!(
                f,
                "{} 不是本程序写的，而新站点也要写在这里，所以没有发布。请移走或者删除它，再发布一次",
                list_of_paths(paths)
            ),
            Self::Stranded(path) => write!(
                f,
                "{} 不是本程序写的，新站点里它的位置上已有别的文件，所以留在那里。请把它移走，再重试",
                path.display()
            ),
            Self::Interrupted => f.write_str("已中断"),
        }
    }
}

impl Display for NewError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotEmpty(path) => write!(
                f,
                "{} 已经存在，而且不是空文件夹，所以没有改动。请换一个文件夹",
                path.display()
            ),
            Self::Unusable {
                option,
                value,
                fault,
            } => write!(f, "{option} 不能是“{value}”：{}", fault_message(fault)),
            Self::Write(error) => error.fmt(f),
        }
    }
}

impl Display for Step {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Read => "读取站点文件夹",
            Self::Check => "检查内容",
            Self::Pictures => "缩小图片",
            Self::Media => "复制图片和附件",
            Self::Index => "生成搜索索引、订阅源和网站地图",
            Self::Pages => "生成页面",
            Self::Verify => "核对链接",
            Self::Compress => "压缩",
            Self::Swap => "换上新站点",
        })
    }
}

impl Display for ServeError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Port { port, error } => write!(
                f,
                "不能在端口 {port} 上提供服务：{error}。请用 --port 换一个端口"
            ),
            Self::Shell(error) => error.fmt(f),
            Self::Build(error) => error.fmt(f),
            Self::Stopped(error) => write!(f, "服务中断：{error}"),
        }
    }
}

fn list_of_faults(faults: &[OutputFault]) -> String {
    let lines: Vec<String> = faults.iter().map(|fault| format!("  {fault}")).collect();
    lines.join("\n")
}

fn list_of_paths(paths: &[PathBuf]) -> String {
    let paths: Vec<String> = paths
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    paths.join("、")
}

/// Describes the cause and the remedy of an error, with the system's own message, which can be
/// searched for.
fn with_remedy(error: &io::Error) -> String {
    match explain(error.kind()) {
        Some((cause, remedy)) => format!("{cause}（{error}）。{remedy}"),
        None => error.to_string(),
    }
}

/// Returns the cause of an error and its remedy.
const fn explain(kind: ErrorKind) -> Option<(&'static str, &'static str)> {
    Some(match kind {
        ErrorKind::StorageFull => ("磁盘已满", "请腾出空间后重试"),
        ErrorKind::QuotaExceeded => ("磁盘配额已用完", "请腾出空间，或者请管理员提高配额后重试"),
        ErrorKind::FileTooLarge => (
            "文件超过了系统允许的大小",
            "请换一个磁盘，或者放宽限制（ulimit -f）后重试",
        ),
        ErrorKind::PermissionDenied => ("没有权限", "请修改文件夹的权限，或者换一个文件夹"),
        ErrorKind::ReadOnlyFilesystem => ("这个磁盘是只读的", "请换一个文件夹"),
        ErrorKind::InvalidFilename => {
            ("路径太长，或者含有不允许的字符", "请换一个名字更短的文件夹")
        }
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => (
            "需要文件夹的位置有一个文件",
            "请移走那个文件，或者换一个文件夹",
        ),
        ErrorKind::ResourceBusy => (
            "这个文件夹正被占用，或者是挂载点",
            "请换成它里面的一个文件夹",
        ),
        ErrorKind::NotFound => ("文件在发布过程中不见了", "请重试"),
        _ => return None,
    })
}
