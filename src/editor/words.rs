//! Words of the editor. Sentences with a number or a name in them have a module of their own.

mod sentences;

pub(super) use sentences::*;

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
