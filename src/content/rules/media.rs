//! Rules for files below `media/`: items may name only files that exist and suit their use.

use super::{Context, File};
use crate::content::diagnostics::kind::ProblemKind;
use crate::content::diagnostics::pointer::{Pointer, pointer};
use crate::content::diagnostics::unknown::Unknown;
use crate::content::items::common::Cover;
use crate::content::values::media::MediaPath;
use crate::content::values::picture::{PhotoLocation, PictureFormat};

/// File types that can be attached to an article.
const ATTACHMENTS: [&str; 8] = ["pdf", "docx", "xlsx", "pptx", "zip", "jpg", "jpeg", "png"];

/// Minimum width of a cover in pixels.
const LEAST_COVER_WIDTH: u32 = 600;

pub(super) fn check(context: &Context<'_>) {
    for (path, info) in context.media {
        if info.location == PhotoLocation::Fixed {
            let (file, kind) = (format!("media/{path}"), ProblemKind::PhotoLocation);
            context.collector.file(&file, kind);
        }
    }
    for (file, site) in context.site() {
        check_picture(file, pointer!["logo"], site.logo.as_ref());
        check_picture(file, pointer!["favicon"], site.favicon.as_ref());
        check_picture(file, pointer!["share_image"], site.share_image.as_ref());
    }
    for (file, _, article) in context.articles() {
        check_cover(file, article.cover.as_ref());
        for (index, attachment) in article.attachments.iter().enumerate() {
            let place = pointer!["attachments", index, "file"];
            check_attachment(file, place, &attachment.file);
        }
    }
    for (file, _, member) in context.members() {
        check_picture(file, pointer!["logo"], member.logo.as_ref());
    }
    for (file, _, bulletin) in context.bulletins() {
        let cover = bulletin.cover.as_ref().map(|cover| &cover.src);
        check_picture(file, pointer!["cover", "src"], cover);
        for (index, entry) in bulletin.files.iter().enumerate() {
            check_exists(file, pointer!["files", index, "file"], &entry.file);
        }
    }
    for (file, _, event) in context.events() {
        check_cover(file, event.cover.as_ref());
    }
    for (file, _, group) in context.links() {
        for (index, link) in group.links.iter().enumerate() {
            check_picture(file, pointer!["links", index, "logo"], link.logo.as_ref());
        }
    }
}

fn check_cover(file: File<'_>, cover: Option<&Cover>) {
    let Some(Cover { src, .. }) = cover else {
        return;
    };
    let place = pointer!["cover", "src"];
    check_picture(file, place.clone(), Some(src));
    let Some(info) = file.context.media.get(src.as_str()) else {
        return;
    };
    // A vector image is sharp at any width.
    let is_vector = info.content.format() == Some(PictureFormat::Svg)
        || src.extension().as_deref() == Some("svg");
    let is_small = |width: &u32| *width < LEAST_COVER_WIDTH && !is_vector;
    if let Some(width) = info.width.filter(is_small) {
        file.report(place, ProblemKind::SmallCover { width });
    }
}

fn check_attachment(file: File<'_>, place: Pointer, path: &MediaPath) {
    let extension = path.extension();
    let is_picture = matches!(extension.as_deref(), Some("jpg" | "jpeg" | "png"));
    if !ATTACHMENTS.contains(&extension.as_deref().unwrap_or_default()) {
        file.report(place.clone(), ProblemKind::AttachmentType { extension });
    }
    if is_picture {
        check_picture(file, place, Some(path));
    } else {
        check_exists(file, place, path);
    }
}

/// Checks that a picture, if one is named, exists and that browsers show it.
fn check_picture(file: File<'_>, place: Pointer, path: Option<&MediaPath>) {
    let Some(path) = path else {
        return;
    };
    check_exists(file, place.clone(), path);
    let info = file.context.media.get(path.as_str());
    let fault = info.and_then(|info| info.picture_fault(path.extension().as_deref()));
    if let Some(fault) = fault {
        file.report(place, ProblemKind::Picture(fault));
    }
}

fn check_exists(file: File<'_>, place: Pointer, path: &MediaPath) {
    let media = file.context.media;
    if !media.contains_key(path.as_str()) {
        let unknown = Unknown::among(path.as_str(), media.keys());
        file.report(place, ProblemKind::MissingMedia(unknown));
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Fixture;
    use crate::content::values::picture::{FileContent, PhotoLocation, PictureFormat};

    #[test]
    fn named_files_exist_and_are_fit_for_their_use() {
        Fixture::new()
            .media("logo.svg", None)
            .media("2023/a.jpg", Some(599))
            .media("2023/drawing.svg", Some(24))
            .media("x.exe", None)
            .site(r#""logo": "Logo.svg", "favicon": "logo.svg""#)
            .article("a", r#""section": "news", "cover": {"src": "2023/a.jpg", "alt": "会场"},
                "attachments": [{"file": "x.exe", "title": "程序"}, {"file": "b.pdf", "title": "文件"}]"#)
            .article("b", r#""section": "news", "cover": {"src": "2023/drawing.svg", "alt": "图"}"#)
            .member("m", r#""logo": "m.png""#)
            .check(&[
                "articles/a.json small-cover 1:\"2023/a.jpg\" 封面图片宽 599 像素，会模糊 / 换成至少 600 像素宽的图片",
                "articles/a.json attachment-type 2:\"x.exe\" 不能用 .exe 文件作附件 / 附件可以是 pdf、docx、xlsx、pptx、zip、jpg、png；其他格式先转换",
                "articles/a.json missing-media 2:\"b.pdf\" media 文件夹里没有 `b.pdf` / 把文件放进 media 文件夹，或者改正路径（大小写也要一致）",
                "members/m.json missing-media 1:\"m.png\" media 文件夹里没有 `m.png` / 把文件放进 media 文件夹，或者改正路径（大小写也要一致）",
                "site.json missing-media 1:\"Logo.svg\" media 文件夹里没有 `Logo.svg` / 是不是想写 `logo.svg`？",
            ]);
    }

    #[test]
    fn pictures_are_what_browsers_show() {
        use FileContent::{Damaged, Empty, Other, Picture};
        let contents = [
            ("a.png", Empty),
            ("b.jpg", Other(Some("HEIC"))),
            ("c.png", Other(None)),
            ("d.jpg", Damaged(PictureFormat::Jpeg)),
            ("e.png", Picture(PictureFormat::Jpeg)),
            ("f.png", Picture(PictureFormat::Svg)),
            ("g.svg", FileContent::SvgWithoutNamespace),
            ("h.JPEG", Picture(PictureFormat::Jpeg)),
        ];
        let mut fixture = Fixture::new();
        for (path, content) in contents {
            fixture = fixture.file_of_media(path, content, PhotoLocation::Absent);
        }
        fixture
            .file_of_media("x.heic", Other(Some("HEIC")), PhotoLocation::Fixed)
            .site(r#""logo": "a.png", "share_image": "f.png", "favicon": "h.JPEG""#)
            .article("a", r#""section": "news", "cover": {"src": "b.jpg", "alt": "图"},
                "attachments": [{"file": "c.png", "title": "图"}]"#)
            .member("m", r#""logo": "d.jpg""#)
            .file("content/bulletins/1.json", r#"{"number": 1, "cover": {"src": "g.svg"}}"#)
            .file("content/links/l.json", r#"{"name": "组", "links": [{"name": "某", "url": "https://example.com/", "logo": "e.png"}]}"#)
            .check(&[
                "articles/a.json broken-picture 1:\"b.jpg\" 这个文件其实是 HEIC，浏览器显示不了 / 用看图软件另存为 JPG 或 PNG，再替换",
                "articles/a.json broken-picture 2:\"c.png\" 这个文件不是图片 / 换成真正的图片：JPG、PNG、WebP 或 SVG",
                "bulletins/1.json broken-picture 1:\"g.svg\" 这个 SVG 的根元素没有 xmlns，浏览器显示不了 / 在 <svg 后面加上 xmlns=\"http://www.w3.org/2000/svg\"，或者重新导出",
                "links/l.json picture-extension 1:\"e.png\" 这个文件其实是 JPEG，和文件名的结尾不一致 / 把文件名的结尾改成 .jpg，这里也跟着改",
                "members/m.json broken-picture 1:\"d.jpg\" 这张 JPEG 图片不完整，或者坏了 / 重新导出或重新下载后替换",
                "site.json broken-picture 1:\"a.png\" 这个图片文件是空的 / 重新导出或重新下载后替换",
                "site.json picture-extension 1:\"f.png\" 这个文件其实是 SVG，和文件名的结尾不一致，浏览器显示不了 / 把文件名的结尾改成 .svg，这里也跟着改",
                "media/x.heic photo-location 文件里记着拍摄地点，发布时去不掉 / 另存为 JPG（发布时会自动去掉拍摄地点），或者从 media 文件夹里拿走",
            ]);
    }
}
