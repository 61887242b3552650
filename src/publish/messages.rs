//! Texts in which publishing tells a person what went wrong while rendering and verifying, in
//! Chinese. Those of other errors are beside their types, and those about content in
//! `crate::content`, because they exist in two languages.

use super::build::BuildError;
use super::build::verify::OutputFault;
use super::html::prerender::{PrerenderError, TIME_OUT};
use super::html::shell::ShellError;
use std::fmt::{self, Display, Formatter};

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
            Self::TimedOut(route) => {
                write!(f, "页面 {route} 在 {} 秒内没有渲染完", TIME_OUT.as_secs())
            }
            Self::Runtime(error) => write!(f, "无法启动渲染：{error}"),
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
            Self::UnseenRoute(route) => write!(f, "路由 {route} 没有任何页面"),
        }
    }
}

fn list_of_faults(faults: &[OutputFault]) -> String {
    let lines: Vec<String> = faults.iter().map(|fault| format!("  {fault}")).collect();
    lines.join("\n")
}
