//! Texts of faults of files: reading from the disk, and JSON syntax.

use super::{Text, brief};
use crate::content::diagnostics::problem::Language;
use crate::content::folder::ReadFault;
use crate::content::json::syntax::SyntaxFault;

messages! {
    ReadFault, language;

    ReadFault::Permission =>
        zh "没有权限读取这个文件", "修改文件权限，让当前用户可以读取";
        en "no permission to read this file",
           "change its permissions so that this user may read it";
    ReadFault::BrokenLink =>
        zh "符号链接绕成了圈，或者指向不存在的文件", "删除这个链接，或者换成文件本身";
        en "symbolic links lead in a circle or nowhere",
           "delete the link, or put the file itself in its place";
    ReadFault::Other(cause) =>
        zh format!("读不出这个文件：{cause}"), "检查磁盘和文件后再试";
        en format!("cannot read this file: {cause}"), "check the disk and the file, then try again";
    ReadFault::LinkLeadsOut(folder) =>
        zh format!("符号链接指向 {folder} 文件夹之外"), "把文件本身复制进来，代替这个链接";
        en format!("the symbolic link leads out of the {folder} folder"),
           "copy the file itself to its place";
    ReadFault::NameNotUnicode =>
        zh "文件名不是 UTF-8 编码", "改用英文字母、数字和连字符命名";
        en "the file name is not UTF-8", "name it with letters, digits and hyphens";
    ReadFault::NotAFile =>
        zh "这既不是文件也不是文件夹", "删除它";
        en "this is neither a file nor a folder", "delete it";
}

messages! {
    SyntaxFault, language;

    SyntaxFault::Unclosed { bracket, line } =>
        zh format!("文件没有写完：第 {line} 行的 {bracket} 没有配对的右括号"),
           format!("在末尾补上 {}", if *bracket == '{' { '}' } else { ']' });
        en format!("the file ends too early: the {bracket} of line {line} is not closed"),
           format!("add {} at the end", if *bracket == '{' { '}' } else { ']' });
    SyntaxFault::UnclosedString =>
        zh "这里开始的文字没有写完，缺少右边的引号", "在文字末尾加上英文引号 \"";
        en "the text that begins here has no closing quote", "add \" at its end";
    SyntaxFault::Truncated =>
        zh "文件没有写完", "检查文件是不是只保存了一部分";
        en "the file ends too early", "check whether only a part of it was saved";
    SyntaxFault::FullWidth { found: '\u{3000}' | '\u{a0}' | '\u{feff}', .. } =>
        zh "这里有一个特殊的空白字符", "换成普通空格，或者删除";
        en "there is a special blank here", "use an ordinary blank, or remove it";
    SyntaxFault::FullWidth { found, meant } =>
        zh format!("这里用了中文符号 {found}"), format!("换成英文符号 {meant}");
        en format!("{found} is a sign of Chinese typing"), format!("write {meant} instead");
    SyntaxFault::TrailingComma =>
        zh "最后一项后面多了一个逗号", "删除这个括号前面的逗号";
        en "there is a comma after the last element", "remove the comma before this bracket";
    SyntaxFault::MissingComma =>
        zh "这一项前面缺少逗号", "在上一项的末尾加上英文逗号 ,";
        en "there is no comma before this element", "add , after the element before";
    SyntaxFault::MissingColon =>
        zh "字段名后面缺少冒号", "在字段名和值之间加上英文冒号 :";
        en "there is no colon after the field's name", "write : between the name and the value";
    SyntaxFault::UnescapedQuote =>
        zh "文字里的英文引号让文字提前结束了", "把文字里面的引号换成中文引号 “ ”，或者写成 \\\"";
        en "a quote inside the text ends it too early",
           "write \\\" inside of texts, or use the quotes “ ”";
    SyntaxFault::LineBreakInString =>
        zh "引号里的文字不能直接换行", "写成 \\n，或者把正文写成列表，一段一个字符串";
        en "a text in quotes cannot contain a line break",
           "write \\n, or write the body as a list with one string a paragraph";
    SyntaxFault::ControlCharacter(sign) =>
        zh format!("这里有一个看不见的控制字符（U+{:04X}）", u32::from(*sign)),
           "删除它；制表符写成 \\t";
        en format!("there is an invisible control character here (U+{:04X})", u32::from(*sign)),
           "remove it; a tab is written \\t";
    SyntaxFault::BadEscape =>
        zh "反斜杠 \\ 后面的写法不对", "要写反斜杠本身就写两个 \\\\，路径里用 /";
        en "what follows the backslash \\ means nothing",
           "write \\\\ for a backslash, and / in paths";
    SyntaxFault::Comment =>
        zh "JSON 文件里不能写注释", "删除注释";
        en "JSON has no comments", "remove the comment";
    SyntaxFault::AfterEnd =>
        zh "文件已经结束，后面还有多余的内容", "删除多余的内容，或者检查前面是不是多了一个右括号";
        en "the document has ended, but something follows",
           "remove it, or check for a closing bracket too many";
    SyntaxFault::WrongBracket { found, meant } =>
        zh format!("括号不配对：这里应该是 {meant}，现在是 {found}"), format!("改成 {meant}");
        en format!("brackets do not match: {meant} is expected here, not {found}"),
           format!("write {meant}");
    SyntaxFault::BadNumber =>
        zh "数字的写法不对", "写成 12 或 1.5 的形式，前面不加 0 和 +；编号和电话要加引号";
        en "this is not a number",
           "write 12 or 1.5, without leading 0 or +; ids and telephone numbers need quotes";
    SyntaxFault::Unquoted(word) =>
        zh format!("`{}` 没有加英文双引号", brief(word)),
           "文字和字段名都要放在英文双引号 \" 里；真假值写 true 或 false";
        en format!("`{}` has no quotes", brief(word)),
           "write texts and names of fields in double quotes; true and false without";
    SyntaxFault::MergeConflict =>
        zh "这里有合并时留下的冲突标记",
           "选定一个版本，删除 <<<<<<<、=======、>>>>>>> 这几行和另一个版本";
        en "a merge has left its conflict marks here",
           "choose one version; delete the lines <<<<<<<, =======, >>>>>>> and the other version";
    SyntaxFault::Markup =>
        zh "文件是网页或 XML，不是 JSON", "检查是不是存错了文件；内容文件以 { 开头";
        en "the file is a web page or XML, not JSON",
           "check whether the right file was saved; a content file begins with {";
    SyntaxFault::Unexpected(sign) =>
        zh format!("这里不能出现 {sign}"), "检查前后的引号、逗号和括号";
        en format!("{sign} cannot stand here"), "check the quotes, commas and brackets around it";
}
