//! Texts of the overlay that `portal serve` shows over a page.

/// Hint below the title.
pub(in crate::publish) const HINT: &str = "改好并保存以后，这里会自动更新。终端里也有下面的说明。";
/// Label of the text.
pub(in crate::publish) const LABEL: &str = "问题";
/// Label of the button.
pub(in crate::publish) const CLOSE: &str = "关闭";

/// Returns the title, which depends on who can correct the fault and on what is served
/// meanwhile.
pub(in crate::publish) const fn title(is_of_content: bool, is_served: bool) -> &'static str {
    match (is_of_content, is_served) {
        (true, true) => "内容有错误，网页还是改动以前的样子",
        (true, false) => "内容有错误，还没有网页可以看",
        (false, true) => "没能更新，网页还是改动以前的样子",
        (false, false) => "没能读取站点，还没有网页可以看",
    }
}
