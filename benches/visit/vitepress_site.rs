//! Site folder of VitePress with the corpus.

use crate::corpus::Article;
use crate::portal_site::{SECTIONS, date, section, write};
use std::fmt::Write as _;
use std::path::Path;

/// Number of articles on a page of a list, as in the other sites.
const ON_A_PAGE: usize = 20;
/// Number of characters of an article that a list shows, as in the site of Hugo.
const SUMMARY: usize = 70;

/// Writes the articles in the format of VitePress: its default theme, short addresses, and lists
/// as pages of their own, because the theme has none.
pub(crate) fn of_vitepress(folder: &Path, articles: &[Article], newest_first: &[usize]) {
    write(&folder.join(".vitepress/config.mjs"), &settings());
    for (number, article) in articles.iter().enumerate() {
        let text = format!(
            "---\ntitle: \"{0}\"\n---\n\n# {0}\n\n{1}\n\n{2}\n",
            article.title,
            date(number, article),
            article.paragraphs.join("\n\n")
        );
        write(&folder.join(format!("{}.md", path(number))), &text);
    }
    write_list(folder, "", "示例联盟", articles, newest_first);
    for name in SECTIONS {
        let of_section: Vec<usize> = newest_first
            .iter()
            .copied()
            .filter(|number| section(*number) == name)
            .collect();
        let heading = format!("{name}栏目");
        write_list(folder, &format!("{name}/"), &heading, articles, &of_section);
    }
}

fn settings() -> String {
    let links = SECTIONS.map(|name| format!("{{ text: \"{name}栏目\", link: \"/{name}/\" }}"));
    format!(
        "export default {{\n  lang: \"zh-CN\",\n  title: \"示例联盟\",\n  cleanUrls: true,\n  \
         themeConfig: {{ nav: [{}] }},\n}};\n",
        links.join(", ")
    )
}

/// Writes a list of articles, twenty a page. `folder_path` is empty or ends with a slash.
fn write_list(
    folder: &Path,
    folder_path: &str,
    heading: &str,
    articles: &[Article],
    numbers: &[usize],
) {
    let pages = numbers.chunks(ON_A_PAGE);
    let last = pages.len();
    for (page, numbers) in (1..).zip(pages) {
        let mut text = format!("# {heading}\n\n");
        for &number in numbers {
            let article = &articles[number];
            let summary: String = article.paragraphs[0].chars().take(SUMMARY).collect();
            _ = write!(
                text,
                "- [{}](/{})\n\n  {summary}\n\n",
                article.title,
                path(number)
            );
        }
        if page < last {
            _ = writeln!(text, "[下一页](/{folder_path}page/{})", page + 1);
        }
        let name = match page {
            1 => "index".to_owned(),
            _ => format!("page/{page}"),
        };
        write(&folder.join(format!("{folder_path}{name}.md")), &text);
    }
}

/// Returns the path of the article with this number, without a slash before it.
pub(crate) fn path(number: usize) -> String {
    format!("{}/article-{number:05}", section(number))
}
