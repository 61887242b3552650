//! Arguments of the command line.

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

const OPTIONS: &str = "选项";
const TEMPLATE: &str = "{about}\n\n用法：{usage}\n\n{all-args}{after-help}";
const EXAMPLES: &str = "\
例子：
  portal new mysite             建立一个可以马上修改的站点
  portal check mysite           检查 mysite 里的全部内容
  portal build mysite --out dist
  portal serve mysite           在本机预览
  portal edit mysite            在浏览器里写文章、改设置、发布
  portal                        打开当前文件夹里的站点来编辑，没有就建立一个

退出代码：0 通过，1 内容有错误，2 命令写错或磁盘读写失败，130 被 Ctrl-C 中断
";

const SERVING: &str = "\
网页在打开的时候现做，不写到磁盘上；只在本机可以访问，按 Ctrl-C 结束。
内容有错误时不会结束：终端和网页上都显示错误，网页还是改动以前的样子；改好并保存就恢复。

退出代码：0 按 Ctrl-C 结束，2 命令写错、没有站点或端口不能用
";

const EDITING: &str = "\
编辑页面只在本机可以访问，网址里有口令；按 Ctrl-C 结束，写到一半的内容都会保留。
草稿、以前的版本和删除的文件放在站点文件夹的 .portal 里。

退出代码：0 按 Ctrl-C 结束，2 命令写错、没有站点或端口不能用
";

/// 检查站点文件夹，并把它发布成网站
#[derive(Debug, Parser)]
#[command(
    name = "portal",
    version,
    arg_required_else_help = true,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    subcommand_help_heading = "命令",
    subcommand_value_name = "命令",
    override_usage = "portal <命令>",
    help_template = TEMPLATE,
    after_help = EXAMPLES,
    next_help_heading = OPTIONS
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// 显示这份说明；写在命令后面，显示那个命令的说明
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    /// 显示版本
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// 建立一个新的站点文件夹
    #[command(
        override_usage = "portal new <文件夹> [选项]",
        help_template = TEMPLATE,
        next_help_heading = OPTIONS
    )]
    New {
        /// 新站点的文件夹；必须不存在，或者是空的
        #[arg(value_name = "文件夹", help_heading = "参数")]
        folder: PathBuf,
        /// 站点全称，最多 60 个字
        #[arg(long, value_name = "全称")]
        name: Option<String>,
        /// 站点简称，最多 30 个字
        #[arg(long, value_name = "简称")]
        short_name: Option<String>,
        /// 站点将来的网址，以 / 结尾，例如 https://www.example.org/
        #[arg(long, value_name = "网址")]
        base_url: Option<String>,
    },
    /// 检查站点文件夹，列出全部问题
    #[command(
        override_usage = "portal check <站点文件夹> [选项]",
        help_template = TEMPLATE,
        next_help_heading = OPTIONS
    )]
    Check {
        /// 站点文件夹
        #[arg(value_name = "站点文件夹", help_heading = "参数")]
        site: PathBuf,
        /// human 给人看，json 给程序读（每行一个对象）；默认 human
        #[arg(
            long,
            value_enum,
            value_name = "格式",
            default_value_t = Format::Human,
            hide_default_value = true,
            hide_possible_values = true
        )]
        format: Format,
        /// 按草稿和未到日期的文章也一并发布来检查，与 build --drafts 相同
        #[arg(long)]
        drafts: bool,
        /// 没有问题时什么也不显示
        #[arg(short, long)]
        quiet: bool,
    },
    /// 检查站点文件夹，并发布成网站
    #[command(
        override_usage = "portal build <站点文件夹> --out <文件夹> [选项]",
        help_template = TEMPLATE,
        next_help_heading = OPTIONS
    )]
    Build(BuildArguments),
    /// 在本机预览，改动保存后网页自动更新
    #[command(
        override_usage = "portal serve <站点文件夹> [选项]",
        help_template = TEMPLATE,
        after_help = SERVING,
        next_help_heading = OPTIONS
    )]
    Serve {
        /// 站点文件夹
        #[arg(value_name = "站点文件夹", help_heading = "参数")]
        site: PathBuf,
        /// 端口，默认 8080；0 表示任选一个空闲的端口
        #[arg(
            long,
            value_name = "端口",
            default_value_t = 8080,
            hide_default_value = true
        )]
        port: u16,
        /// 应用外壳所在的文件夹
        #[arg(long, value_name = "文件夹")]
        shell: Option<PathBuf>,
        /// 草稿和未到日期的文章也一并显示
        #[arg(long)]
        drafts: bool,
        /// 同时打开浏览器
        #[arg(long)]
        open: bool,
    },
    /// 在浏览器里编辑站点的内容
    #[command(
        override_usage = "portal edit [站点文件夹] [选项]",
        help_template = TEMPLATE,
        after_help = EDITING,
        next_help_heading = OPTIONS
    )]
    Edit(EditArguments),
    /// 写出 JSON Schema，供编辑软件补全和检查
    #[command(
        override_usage = "portal schema <文件夹> [选项]",
        help_template = TEMPLATE,
        next_help_heading = OPTIONS
    )]
    Schema {
        /// 站点文件夹（写进它的 schema 文件夹），或者任何一个别的文件夹
        #[arg(value_name = "文件夹", help_heading = "参数")]
        folder: PathBuf,
    },
}

#[derive(Debug, Args)]
pub(crate) struct BuildArguments {
    /// 站点文件夹
    #[arg(value_name = "站点文件夹", help_heading = "参数")]
    pub(crate) site: PathBuf,
    /// 发布到哪个文件夹
    #[arg(long, value_name = "文件夹")]
    pub(crate) out: PathBuf,
    /// 代替 site.json 里的 base_url，例如 https://host/path/
    #[arg(long, value_name = "网址")]
    pub(crate) base_url: Option<String>,
    /// 应用外壳所在的文件夹
    #[arg(long, value_name = "文件夹")]
    pub(crate) shell: Option<PathBuf>,
    /// 草稿和未到日期的文章也一并发布，用于预览
    #[arg(long)]
    pub(crate) drafts: bool,
    /// 在文本文件旁边放压缩好的 .br 和 .gz，供服务器直接发送
    #[arg(long)]
    pub(crate) compress: bool,
    /// 只显示问题，不显示进度和结果
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

#[derive(Debug, Args)]
pub(crate) struct EditArguments {
    /// 站点文件夹，默认是当前文件夹
    #[arg(
        value_name = "站点文件夹",
        help_heading = "参数",
        default_value = ".",
        hide_default_value = true
    )]
    pub(crate) site: PathBuf,
    /// 端口；默认任选一个空闲的端口
    #[arg(
        long,
        value_name = "端口",
        default_value_t = 0,
        hide_default_value = true
    )]
    pub(crate) port: u16,
    /// 不打开浏览器，只显示网址
    #[arg(long)]
    pub(crate) no_open: bool,
    /// 应用外壳所在的文件夹
    #[arg(long, value_name = "文件夹")]
    pub(crate) shell: Option<PathBuf>,
    /// 编辑页面的文件所在的文件夹
    #[arg(long, value_name = "文件夹")]
    pub(crate) editor: Option<PathBuf>,
    /// 关掉编辑页面以后自动结束
    #[arg(long)]
    pub(crate) until_closed: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Human,
    Json,
}
