//! Words of the editor.

use super::doc::State;
use crate::wire::edit::{Counts, ItemKind, ItemState, Level};
use leptos::prelude::*;

macro_rules! words {
    ($($name:ident = $text:literal;)+) => {
        $(pub(super) const $name: &str = $text;)+
    };
}

words! {
    EDITOR = "编辑";
    SKIP = "跳到正文";
    NAVIGATION = "主要栏目";
    START = "首页";
    MEDIA = "媒体";
    CHECK = "检查";
    BIN = "回收站";
    PUBLISH = "发布";
    LOADING = "正在读取……";
    LOST = "没有这个页面";
    NO_CONNECTION = "没有连上编辑程序。请看一看它是不是还开着；这里的内容都还在。";
    NOT_SAVED_NETWORK = "没有连上编辑程序，还没有保存。内容都还在这里，程序重新打开以后再按一次“保存”。";
    NOT_KEPT = "草稿没有存下来。";
    THEIRS_BROKEN = "文件已经在别处改过，现在读不出来。请先到“历史”里看一看。";
    CHANGED_OUTSIDE = "这个文件刚刚在别处改过。接着写不要紧：保存时会合并，两边都改的地方会请您选。";

    GROUP_REQUIRED = "必填";
    GROUP_USUAL = "常用";
    GROUP_MORE = "更多";
    REQUIRED = "必填";
    EXAMPLE = "例如";
    EXAMPLE_DATE = "例如 2026-11-28";
    EXAMPLE_PARTIAL_DATE = "例如 2026-11-28，也可以只写 2026-11 或 2026";
    EXAMPLE_MOMENT = "例如 2026-11-28 或 2026-11-28T09:30";
    CALENDAR = "日历";
    NOT_CHOSEN = "（没有选）";
    TAGS_HOW = "几个之间用顿号分开";
    WORDS_HOW = "一行一组，组里的词用顿号分开";
    PICK_COLOR = "选颜色";
    REASON = "撤回的原因";
    REASON_HELP = "显示在文章页上，可以不写。";
    COMBOBOX_HOW = "输入名称来查找";
    CANDIDATES = "可以选的";
    CLOSE = "关闭";
    CANCEL = "取消";
    SEARCH_MEDIA = "按文件名查找";
    BACK_PAGE = "上一页";
    NEXT_PAGE = "下一页";
    UPLOAD = "上传";
    FROM_MEDIA = "从媒体库选";
    OR_DROP = "也可以把文件拖到这里";
    PROBLEMS = "要改的地方";

    ONE_FILE = "一个文件";
    NEW = "新建";
    DRAFTS = "没写完的";
    NO_DRAFTS = "都写完了。";
    UNTITLED = "（还没有标题）";
    CHANGED = "上次发布以后改过的";
    NEVER_PUBLISHED = "还没有从这里发布过。";
    ALL_PUBLISHED = "没有改动，网站上都是新的。";
    GO_PUBLISH = "去发布";

    SEARCH = "查找标题、名称或编号";
    STATE = "状态";
    ALL_STATES = "全部";
    ALL_ITEMS = "全部内容";
    PAGES = "翻页";
    NOTHING_FOUND = "没有找到。";
    UNFINISHED = "有草稿";
    UNDO = "撤销";

    DISCARD = "放弃";
    SEE_PAGE = "看网页";
    HISTORY = "历史";
    DELETE = "删除";
    ASK_DELETE = "删除以后会放进回收站，随时可以恢复。";
    PREVIEW = "预览";
    SAVE = "保存";
    CLASHES = "两边都改过的地方";
    CLASHES_HOW = "这个文件同时在别处改过。只有一边改过的地方已经合在一起；下面这些两边都改了，请选用哪一边，然后再保存。";
    MINE = "这里写的";
    THEIRS = "别处写的";
    TAKE_MINE = "用这里的";
    TAKE_THEIRS = "用别处的";
    NOTHING = "（空）";
    ID = "编号";
    ID_HELP = "用在网址里，保存以后不再改。只用小写字母、数字和连字符；不写就用灰色的那个。";
    WHOLE_TEXT = "文件的文字";
    WHOLE_TEXT_HELP = "这个文件不合 JSON 的写法，所以按文字打开。改好下面说的地方再保存，就会变回表单。";
    NO_FILE = "现在没有这个文件。";
    NOW = "现在";
    NO_VERSIONS = "这里还没有东西。";
    COMPARE = "对照";
    RESTORE = "恢复";
    HISTORY_HOW = "每次保存以前的样子都留在这里。恢复不会丢掉现在的：它也会留在这里。";
    BACK_TO_ITEM = "回到编辑";
    BIN_HOW = "删除的内容都留在这里，可以恢复。";
    NO_PROBLEMS = "没有发现问题，可以发布。";
    UPLOAD_FILES = "上传文件";
    UNUSED = "没有用到";
    DELETE_FILE = "删除文件";
    ASK_DELETE_FILE = "真的删除？";
    FOLDER = "网站放在哪个文件夹";
    FOLDER_HOW = "写电脑上一个文件夹的完整路径。发布时里面的网页会换成新的。";
    PLAN = "先看看会改什么";
    ZIP = "下载压缩包";
    ZIP_HOW = "整个网站打成一个压缩包，可以交给负责服务器的人。";
    IS_PLAN = "这只是预演，还没有写任何文件。";
    IS_DONE = "发布好了。";
    FAILED = "没有发布成：";

    TOOLS = "正文的样式";
    HEADING = "标题";
    BOLD = "加粗";
    LIST = "列表";
    QUOTE = "引用";
    LINK = "链接";
    PICTURE = "图片";
    TABLE = "表格";
    FOOTNOTE = "脚注";
    INSERT = "放进正文";
    SAMPLE_BOLD = "重点";
    SAMPLE_HEADING = "小标题";
    LINK_LABEL = "显示的文字";
    LINK_ITEM = "站内的内容";
    LINK_KIND = "哪一类";
    LINK_ADDRESS = "或者别的网站的网址";
    ALT = "图上有什么（念给看不到图片的人听）";
    CAPTION = "图片下面的说明";
    FOOTNOTE_TEXT = "脚注的内容";
    ROW_MORE = "加一行";
    ROW_LESS = "减一行";
    COLUMN_MORE = "加一列";
    COLUMN_LESS = "减一列";
    TABLE_HOW = "第一行是表头。";
    PHONE = "手机";
    ELDER = "长辈版";
    NO_PREVIEW = "现在还不能预览：先把必填的写上，把错误改好。";
}

/// States of an article with their names.
pub(super) const STATUS: [(&str, &str); 4] = [
    ("published", "已发布"),
    ("draft", "草稿"),
    ("scheduled", "到发布日期才显示"),
    ("withdrawn", "已撤回"),
];

/// Returns what the state of a form is called.
pub(super) const fn form_state(state: State) -> &'static str {
    match state {
        State::Clean => "没有改动",
        State::Unsaved => "有改动",
        State::Draft => "草稿已存，还没有保存到文件",
        State::Saving => "正在保存……",
        State::Saved => "已保存",
        State::Conflict => "两边都改过，请选",
        State::Refused => "没有保存，有要改的地方",
    }
}

/// Returns what the state of an item is called.
pub(super) const fn state(state: ItemState) -> &'static str {
    match state {
        ItemState::Published => "已发布",
        ItemState::Draft => "草稿",
        ItemState::Scheduled => "定时发布",
        ItemState::Withdrawn => "已撤回",
        ItemState::Unreadable => "读不出来",
    }
}

/// Returns the word of a severity in attributes.
pub(super) const fn level_word(level: Level) -> &'static str {
    match level {
        Level::Note => "note",
        Level::Warning => "warning",
        Level::Error => "error",
    }
}

/// Returns what a severity is called.
pub(super) const fn level(level: Level) -> &'static str {
    match level {
        Level::Note => "提示",
        Level::Warning => "提醒",
        Level::Error => "错误",
    }
}

pub(super) fn new(kind: ItemKind) -> String {
    format!("新建{}", kind.label())
}

pub(super) fn range(least: i64, most: i64) -> String {
    format!("{least} 到 {most}")
}

pub(super) fn length(length: usize, most: usize) -> String {
    format!("{length} / {most} 字")
}

pub(super) fn contrast(ratio: f64) -> String {
    let ratio = (ratio * 10.0).floor() / 10.0;
    match ratio >= 4.5 {
        true => format!("在白底上 {ratio:.1}∶1，看得清"),
        false => format!("在白底上 {ratio:.1}∶1，太浅，要到 4.5∶1"),
    }
}

pub(super) fn add(label: &str) -> String {
    format!("加一个{label}")
}

pub(super) fn up(name: &str) -> String {
    format!("上移：{name}")
}

pub(super) fn down(name: &str) -> String {
    format!("下移：{name}")
}

pub(super) fn remove(name: &str) -> String {
    format!("去掉：{name}")
}

pub(super) fn uploading(name: &str) -> String {
    format!("正在上传 {name}……")
}

pub(super) fn uploaded(path: &str) -> String {
    format!("已放进媒体库：{path}")
}

pub(super) fn problems(count: usize) -> String {
    format!("有 {count} 处要看一看")
}

pub(super) fn count(count: usize) -> String {
    format!("共 {count} 个")
}

pub(super) fn files(count: usize) -> String {
    format!("{count} 个文件")
}

pub(super) fn folder(folder: &str) -> String {
    format!("文件夹：{folder}")
}

pub(super) fn counts(counts: Counts) -> String {
    match (counts.errors, counts.warnings, counts.notes) {
        (0, 0, 0) => "没有发现问题。".to_owned(),
        (errors, warnings, notes) => {
            format!("{errors} 个错误，{warnings} 个提醒，{notes} 个提示")
        }
    }
}

pub(super) fn page(page: usize, pages: usize) -> String {
    format!("第 {page} 页，共 {pages} 页")
}

pub(super) fn deleted(title: &str) -> String {
    format!("已删除“{title}”。")
}

pub(super) fn unfinished(saved: &str) -> String {
    match saved.is_empty() {
        true => "这是没写完的草稿，还没有保存到文件。".to_owned(),
        false => format!("这是 {saved} 存下的草稿，还没有保存到文件。"),
    }
}

pub(super) fn line(line: usize) -> String {
    format!("第 {line} 行：")
}

pub(super) fn cell(row: usize, column: usize) -> String {
    format!("第 {row} 行第 {column} 列")
}

pub(super) fn until(moment: &str) -> String {
    format!("{moment} 以前")
}

pub(super) fn used(count: usize) -> String {
    format!("用在 {count} 处")
}

pub(super) fn bytes(bytes: u64) -> String {
    match bytes {
        0..=1023 => format!("{bytes} 字节"),
        1024..=1_048_575 => format!("{} KB", bytes.div_ceil(1024)),
        _ => {
            let tenths = bytes / 104_858;
            format!("{}.{} MB", tenths / 10, tenths % 10)
        }
    }
}

/// Returns what publishing does with files: new, changed, unchanged and removed ones.
pub(super) fn plan([new, changed, same, removed]: [usize; 4], is_plan: bool) -> String {
    let word = if is_plan { "将" } else { "" };
    format!("{word}新增 {new} 个文件，更新 {changed} 个，删除 {removed} 个，{same} 个不变")
}

pub(super) fn pages(pages: usize) -> String {
    format!("网站共有 {pages} 个网页。")
}

pub(super) fn lies_in(folder: &str) -> String {
    format!("网站在：{folder}")
}

/// Shows a sentence, in which what stands between backticks is code.
pub(super) fn with_code(sentence: &str) -> AnyView {
    sentence
        .split('`')
        .enumerate()
        .map(|(index, part)| {
            let part = part.to_owned();
            match index % 2 {
                0 => part.into_any(),
                _ => view! { <code>{part}</code> }.into_any(),
            }
        })
        .collect::<Vec<_>>()
        .into_any()
}
