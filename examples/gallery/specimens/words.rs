//! Links, dates, pictures, and elements beside a text.

use super::*;

/// Adds the specimens, in order.
pub(super) fn specimens(of: &mut Of<'_>) {
    of(
        "Link",
        "A link to a page of the portal.",
        &[("ordinary", 90, || {
            view! { <p><Link to=Route::Members label="联盟成员"/></p> }.into_block()
        })],
    );
    of(
        "FileLink",
        "A link to a file.",
        &[("ordinary", 90, || {
            view! { <p><FileLink path="media/logo.svg".to_owned() label="联盟标志"/></p> }
                .into_block()
        })],
    );
    of(
        "OutsideLink",
        "A link to another site, marked by an arrow.",
        &[("ordinary", 90, || {
            view! { <p><OutsideLink href="https://example.com/" label="示例网站"/></p> }
                .into_block()
        })],
    );
    of(
        "SiteLink",
        "A link whose target editors chose.",
        &[
            ("inside", 90, || {
                view! { <p><SiteLink to="/links/".to_owned() label="友情链接"/></p> }.into_block()
            }),
            ("outside", 90, || {
                view! { <p><SiteLink to="https://example.com/".to_owned() label="示例网站"/></p> }
                    .into_block()
            }),
        ],
    );
    of(
        "DateText",
        "A date for people and machines.",
        &[
            ("a day", 90, || {
                view! { <p><DateText date=date("2026-03-03")/></p> }.into_block()
            }),
            ("a year", 90, || {
                view! { <p><DateText date=date("2026")/></p> }.into_block()
            }),
        ],
    );
    of(
        "PeriodText",
        "From when to when.",
        &[
            ("hours of a day", 90, || {
                let end = date("2026-12-10T16:00:00+08:00");
                view! { <p><PeriodText start=date("2026-12-10T14:30:00+08:00") end=Some(end)/></p> }
                    .into_block()
            }),
            ("days", 90, || {
                let end = date("2026-12-12");
                view! { <p><PeriodText start=date("2026-12-10") end=Some(end)/></p> }.into_block()
            }),
        ],
    );
    of(
        "PictureView",
        "A picture that keeps its place while it loads.",
        &[("ordinary", 420, || {
            view! { <PictureView picture=made(picture())/> }.into_block()
        })],
    );
    of(
        "PictureLink",
        "A picture that can be looked at closely.",
        &[("with words", 420, || {
            view! { <PictureLink picture=made(picture())/> }.into_block()
        })],
    );
    of(
        "ProseView",
        "A text that was rendered when the portal was built.",
        &[("headings, list, quotation", 620, || {
            let prose = wire::Prose::new(PROSE.to_owned());
            view! { <ProseView prose=prose/> }.into_block()
        })],
    );
    of(
        "TableOfContents",
        "The headings of a long text.",
        &[("two levels", 300, || {
            let headings = json!([
                { "level": 2, "id": "one", "text": "问题的提法" },
                { "level": 3, "id": "two", "text": "风温比风速重要" },
                { "level": 2, "id": "three", "text": "没有解决的问题" },
            ]);
            view! {
                <TableOfContents headings=made(headings)/>
                <div class="prose"><h2 id="one">"问题的提法"</h2><h3 id="two">"风温比风速重要"</h3>
                <h2 id="three">"没有解决的问题"</h2></div>
            }
            .into_block()
        })],
    );
    of(
        "DefinitionList",
        "Terms and what they stand for.",
        &[("three facts", 240, || {
            let facts = vec![
                definition("文号", Some("云丝联发〔2026〕3号".to_owned())),
                definition(
                    "发文机关",
                    Some("示例云丝产业技术创新战略联盟（虚构）".to_owned()),
                ),
                definition(
                    "成文日期",
                    Some(view! { <DateText date=date("2026-03-03")/> }),
                ),
            ];
            view! { <DefinitionList facts=facts/> }.into_block()
        })],
    );
    of(
        "FileList",
        "Files to download, with kind, size and pages.",
        &[("one with pages, one without", 160, || {
            let files = json!([
                { "file": "media/logo.svg", "title": "联盟标志", "bytes": 2048 },
                { "file": "media/guide.pdf", "title": LONG, "bytes": 3_145_728, "pages": 24 },
            ]);
            view! { <FileList files=made(files)/> }.into_block()
        })],
    );
    of(
        "ArticleTools",
        "What can be done with a text beside reading it.",
        &[("ordinary", 110, || view! { <ArticleTools/> }.into_block())],
    );
    of(
        "Citation",
        "How to cite an article, and how to take it along.",
        &[("ordinary", 260, || {
            let cited = "示例联盟. 示例文章[EB/OL]. (2026-01-31)".to_owned();
            view! { <Citation cited=cited id="example".to_owned()/> }.into_block()
        })],
    );
    of(
        "Corrections",
        "What was corrected after publication.",
        &[("one", 180, || {
            let corrections =
                json!([{ "date": "2026-04-01", "note": "第二段的吨数原为3000，应为3600。" }]);
            view! { <Corrections corrections=made(corrections)/> }.into_block()
        })],
    );
    of(
        "PageAddress",
        "The address of the page, shown on paper only.",
        &[("ordinary", 60, || {
            view! { <PageAddress route=Route::Members/> }.into_block()
        })],
    );
}

const PROSE: &str = "<p>会议认为，<strong>云丝</strong>的均匀性取决于三件事：风温、风速与甬道的长度。\
    参会单位带来各自的记录，失败的也不例外。</p>\
    <h2 id=\"results\">结果</h2><p>三条线的<a href=\"#open\">数据</a>放在一处看，风温的影响大于风速。</p>\
    <ul><li>甲线：风温每升高一度，不匀率升高百分之二；</li><li>乙线：没有看出规律。</li></ul>\
    <blockquote><p>没有看出规律，也是结果。</p></blockquote>\
    <h3 id=\"open\">没有解决的问题</h3><p>测得的差别有多少来自仪器，还要比对。</p>";
