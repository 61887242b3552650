//! What can be wrong in a Markdown text, said in an editor's words.

use thiserror::Error;

/// A problem and its place in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MarkdownProblem {
    /// Where it starts, in bytes of the source.
    pub offset: usize,
    /// How many bytes of the source it covers; always whole characters.
    pub length: usize,
    /// What is wrong and how to mend it.
    pub kind: MarkdownProblemKind,
}

/// The kinds of problems. The display text says what is wrong and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(crate) enum MarkdownProblemKind {
    /// An HTML tag or block; it is dropped.
    #[error("正文里不能写 HTML（{html}），已略去；请改用 Markdown 写法")]
    RawHtml {
        /// The beginning of what was dropped.
        html: String,
    },
    /// A heading of level one; it is shown at level two.
    #[error("一级标题（#）留给页面标题；正文标题请从 ## 开始")]
    LevelOneHeading,
    /// A heading more than one level below the one before it.
    #[error("标题从第 {from} 级跳到第 {to} 级；请逐级使用")]
    SkippedHeadingLevel {
        /// The level before; 1 is the page's title.
        from: u8,
        /// The level found.
        to: u8,
    },
    /// A heading without text; it is dropped.
    #[error("标题没有文字；请补上文字或删去 # 号")]
    EmptyHeading,
    /// A link to an item that does not exist; its text stays.
    #[error("链接指向的内容“{target}”不存在；请核对编号或删去链接")]
    DeadItemLink {
        /// The destination as written.
        target: String,
    },
    /// A link to a path that is no page of the site; its text stays.
    #[error("站内没有“{path}”这个地址；请核对，或改用 article:编号 这类写法")]
    DeadPath {
        /// The path as written.
        path: String,
    },
    /// A link to an anchor that the text does not have.
    #[error("本页没有锚点“#{anchor}”；可用的锚点：{known}")]
    DeadAnchor {
        /// The anchor as written, without `#`.
        anchor: String,
        /// The anchors of the headings, or 无.
        known: String,
    },
    /// A relative address; the link is dropped, its text stays.
    #[error(
        "“{url}”是相对地址，换个页面就会失效；请写 article:编号、media:文件 或完整的 https 网址"
    )]
    RelativeUrl {
        /// The address as written.
        url: String,
    },
    /// An address that is not allowed; the link is dropped, its text stays.
    #[error("不允许的地址“{url}”；只能用完整的 https、http、mailto 或 tel 地址")]
    ForbiddenUrl {
        /// The address as written.
        url: String,
    },
    /// A link without a destination or without text.
    #[error("链接没有写全；请写成 [文字](地址)")]
    EmptyLink,
    /// An image without a text for those who do not see it.
    #[error("图片没有替代文字；请在 ![ ] 的方括号里写明图中内容")]
    MissingAlt,
    /// An image that is not in the media folder; its alternative text stays.
    #[error("media 文件夹里没有图片“{path}”；请放入文件或核对文件名（区分大小写）")]
    MissingImage {
        /// The path below the media folder.
        path: String,
    },
    /// An image from elsewhere; its alternative text stays.
    #[error("图片“{url}”不在本站；请把文件放进 media 文件夹，写成 media:文件名")]
    ForeignImage {
        /// The address as written.
        url: String,
    },
    /// An image whose size is unknown, so that the page would jump as it loads.
    #[error("读不出图片“{path}”的尺寸，文件可能已损坏；请重新导出后替换")]
    ImageWithoutSize {
        /// The path below the media folder.
        path: String,
    },
    /// A reference to a footnote that is not defined.
    #[error("脚注“[^{label}]”没有内容；请另起一段写上“[^{label}]: 内容”")]
    UndefinedFootnote {
        /// The footnote's name.
        label: String,
    },
    /// A footnote that nothing refers to; it is dropped.
    #[error("脚注“[^{label}]”没有被引用，不会显示；请在正文里写上 [^{label}] 或删去它")]
    UnusedFootnote {
        /// The footnote's name.
        label: String,
    },
    /// A footnote that is defined again; the first definition holds.
    #[error("脚注“[^{label}]”写了两次，只显示第一次；请改名或删去一个")]
    DuplicateFootnote {
        /// The footnote's name.
        label: String,
    },
    /// Asterisks that were meant as emphasis and are shown as they are.
    ///
    /// `CommonMark` does not close `**…**` between a full-width punctuation mark
    /// and a Han character, which happens often in Chinese.
    #[error("“**”没有成为强调，会原样显示；请把标点移到 ** 之外")]
    StrayAsterisks,
    /// Lists, quotations or emphasis nested too deeply; the inner text stays.
    #[error("列表、引用或强调嵌套得太深；请减少层数")]
    TooDeep,
}
