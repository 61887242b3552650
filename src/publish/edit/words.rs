//! Sentences of the editor, which tell what went wrong and what to do.

pub(super) const NO_COOKIE: &str =
    "这个网址需要口令才能打开。请回到运行 portal edit 的窗口，打开那里显示的网址。";
pub(super) const FOREIGN_HOST: &str =
    "这个网址不是本机的编辑地址。请用 http://127.0.0.1 或 http://localhost 加端口打开。";
pub(super) const FOREIGN_WRITE: &str =
    "这个请求不是从编辑页面发出的，所以没有执行。请在编辑页面里操作。";
pub(super) const NO_SCRIPT: &str =
    "编辑页面需要浏览器运行脚本。请在浏览器的设置里允许脚本，再刷新。";
pub(super) const NO_FILE: &str =
    "没有找到编辑页面的文件。请先运行 make editor，或用 --editor 指定它所在的文件夹。";
pub(super) const UNKNOWN_ADDRESS: &str = "没有这个地址。请刷新页面再试。";
pub(super) const BAD_REQUEST: &str = "请求的内容不完整，没有执行。请刷新页面再试。";
pub(super) const TOO_LARGE: &str = "文件太大，没有收下。文字最多 8 MB，图片和附件最多 50 MB。";
pub(super) const NO_ITEM: &str = "没有找到这一条，可能已被删除或改名。请返回列表再试。";
pub(super) const NO_IF_MATCH: &str = "不知道是在哪个版本上改的，没有保存。请刷新页面再试。";
pub(super) const CONFLICT: &str =
    "这个文件在您打开以后被别人改过，没有保存。请比较两个版本，再决定保留哪一个。";
pub(super) const HAS_ERRORS: &str = "内容还有错误，没有保存。请按提示改好，再保存。";
pub(super) const HAS_ERRORS_ELSEWHERE: &str =
    "站点里还有错误，没有发布。请打开“检查”，按提示改好，再发布。";
pub(super) const NOT_JSON: &str = "这个文件的格式有错误，不能用表单修改。请在文本里改好，再保存。";
pub(super) const NOT_PATCHED: &str =
    "没有把握只改动您改的地方，所以没有保存。请在文本里直接修改这个文件。";
pub(super) const ID_TAKEN: &str = "已有一条用了这个编号。请换一个编号。";
pub(super) const BAD_ID: &str =
    "编号的写法不对：只用小写字母、数字和连字符，以字母或数字开头，例如 2023-03-03-council。";
pub(super) const BAD_BULLETIN_ID: &str =
    "期号的写法不对：写成 143、2024-3 或 2024-s1，前面不加零。";
pub(super) const IS_SINGLE: &str = "这个文件只有一个，不能新建，也不能删除。";
pub(super) const BAD_NAME: &str = "这个名字不能用作文件名。请换一个名字。";
pub(super) const LEADS_OUT: &str =
    "这个文件是一个指向站点文件夹以外的链接，不能在这里修改。请换成普通的文件。";
pub(super) const NO_DRAFT: &str = "没有这份草稿，可能已经保存或放弃。";
pub(super) const NO_VERSION: &str = "没有找到这个版本。请刷新页面再试。";
pub(super) const NO_PREVIEW: &str = "现在不能预览：请先改好表单里标出的错误。";
pub(super) const NO_PAGE: &str = "这种文件没有自己的页面，不能预览。";
pub(super) const NO_MEDIA: &str = "没有找到这个文件，可能已被删除。";
pub(super) const NOT_TAKEN: &str = "不能用这种文件。图片请用 jpg、png、webp、gif、avif、svg，附件请用 pdf、docx、xlsx、pptx、zip。";
pub(super) const ACTIVE_SVG: &str =
    "这个 SVG 里有脚本或外部内容，没有收下。请让制图的人另存为普通的 SVG，或者改用 png。";
pub(super) const TOO_MANY_PIXELS: &str = "图片超过一亿像素，没有收下。请先缩小它。";
pub(super) const DAMAGED: &str = "图片读不出来，可能已损坏。请重新导出，再上传。";
pub(super) const NO_FOLDER: &str = "还没有选择发布到哪个文件夹。请先选择一个。";
pub(super) const RELATIVE_FOLDER: &str =
    "请写出文件夹的完整路径，例如 /home/me/portal 或 D:\\portal。";
pub(super) const IS_PUBLISHING: &str = "正在发布，请等它结束。";
pub(super) const NOT_PUBLISHED: &str = "还没有发布过，没有可以打包的文件。请先发布。";
pub(super) const FAILED: &str = "程序出了错，没有执行。请重新运行 portal edit；您写的草稿都在。";

pub(super) const BEGIN_TITLE: &str = "建立新网站";
pub(super) const BEGIN_ABOUT: &str =
    "这个文件夹里还没有网站。填好下面几项就可以开始，以后都能改；空着的先用例子代替。";
pub(super) const BEGIN_START: &str = "建立网站，开始编辑";
/// Name, question and example of each field of the page that begins a site.
pub(super) const BEGIN_FIELDS: [(&str, &str, &str); 3] = [
    ("name", "联盟的全称", "示例产业技术创新战略联盟"),
    ("short_name", "简称", "示例联盟"),
    ("base_url", "将来的网址", "https://www.example.org/"),
];

/// Returns the sentence for media that items use.
pub(super) fn used(titles: &[String]) -> String {
    let names: Vec<_> = titles
        .iter()
        .take(3)
        .map(|title| format!("《{title}》"))
        .collect();
    let names = names.join("、");
    let count = titles.len();
    format!("{names}等 {count} 处用到这个文件，没有删除。请先从那里去掉它。")
}

/// Returns the sentence for a failure of the disk.
pub(super) fn disk(error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    let cause = match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "磁盘满了。请删除不用的文件，再试一次",
        ErrorKind::ReadOnlyFilesystem => "磁盘是只读的。请把站点文件夹放到可以写的地方",
        ErrorKind::PermissionDenied => "没有权限。请修改站点文件夹的权限，再试一次",
        ErrorKind::NotFound => "文件或文件夹不见了。请刷新页面再试",
        ErrorKind::FileTooLarge => "文件太大，不能打包。请直接使用发布的文件夹",
        _ => "磁盘读写失败。请再试一次",
    };
    format!("没有写进磁盘：{cause}（{error}）。已有的文件没有改动。")
}

pub(super) const REMOVED_METADATA: &str = "已去掉照片里的拍摄时间、地点等信息";
pub(super) const TURNED: &str = "已把照片转正";
pub(super) const CONVERTED: &str = "已把颜色换算成网页通用的颜色";

pub(super) fn shrunk(from: (u32, u32), to: (u32, u32)) -> String {
    format!("已从 {}×{} 缩小到 {}×{}", from.0, from.1, to.0, to.1)
}

pub(super) fn renamed(path: &str) -> String {
    format!("文件名是 {path}")
}

pub(super) fn lighter(from: usize, to: usize) -> String {
    format!(
        "文件从 {} KB 减到 {} KB",
        from.div_ceil(1024),
        to.div_ceil(1024)
    )
}
