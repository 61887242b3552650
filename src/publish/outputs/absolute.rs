//! Rendered HTML for use outside its page.

use crate::route::PublicUrl;

/// Returns the HTML with absolute addresses: those of the portal are prefixed with the host,
/// those inside the text with the page's own address.
///
/// The HTML must be output of the sanitiser: attributes are in double quotes, and `<` is always
/// escaped outside tags.
pub(super) fn absolute(html: &str, page: &str, url: &PublicUrl) -> String {
    let mut result = String::with_capacity(html.len() + html.len() / 8);
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let (text, from_tag) = rest.split_at(start);
        result.push_str(text);
        let (tag, after) = from_tag.split_at(end_of_tag(from_tag));
        push_tag(&mut result, tag, page, url);
        rest = after;
    }
    result.push_str(rest);
    result
}

/// Returns the offset of the end of a tag. A `>` inside a quoted value does not end it.
fn end_of_tag(html: &str) -> usize {
    let mut quoted = false;
    for (at, letter) in html.char_indices() {
        match letter {
            '"' => quoted = !quoted,
            '>' if !quoted => return at + 1,
            _ => {}
        }
    }
    html.len()
}

fn push_tag(result: &mut String, tag: &str, page: &str, url: &PublicUrl) {
    let mut rest = tag;
    let value_in = |rest: &str| {
        let names = [" href=\"", " src=\""].into_iter();
        let starts = names.filter_map(|name| Some(rest.find(name)? + name.len()));
        starts.min()
    };
    while let Some(start) = value_in(rest) {
        let (before, value) = rest.split_at(start);
        result.push_str(before);
        if value.starts_with('#') {
            result.push_str(page);
        } else if value.starts_with('/') && !value.starts_with("//") {
            result.push_str(url.origin());
        }
        rest = value;
    }
    result.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::BasePath;

    #[test]
    fn addresses_become_absolute_and_text_stays() {
        let url = PublicUrl::new("https://example.org".to_owned(), BasePath::new("/a/"));
        let page = "https://example.org/a/articles/x/";
        for (html, expected) in [
            (
                r#"<a href="/a/members/">成员</a>"#,
                r#"<a href="https://example.org/a/members/">成员</a>"#,
            ),
            (
                r##"<a title="a>b" href="#fn1">1</a>"##,
                r##"<a title="a>b" href="https://example.org/a/articles/x/#fn1">1</a>"##,
            ),
            (
                r#"<img src="/a/media/x.png" alt="/a/">"#,
                r#"<img src="https://example.org/a/media/x.png" alt="/a/">"#,
            ),
            (
                r#"<a href="https://other.example/">x</a>"#,
                r#"<a href="https://other.example/">x</a>"#,
            ),
            (
                r#"<code> href="/a/" </code>"#,
                r#"<code> href="/a/" </code>"#,
            ),
        ] {
            assert_eq!(absolute(html, page, &url), expected);
        }
    }
}
