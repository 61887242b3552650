//! What the gallery shows: each component, each of its states, with made-up data.

use leptos::prelude::*;
use portal::components::*;
use portal::load::LoadError;
use portal::route::{Asked, NewsList, PageNumber, Route};
use portal::wire::{self, FromJson};
use serde_json::{Value, json};

/// A component in one of its states.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Specimen {
    /// The component's name.
    pub(crate) component: &'static str,
    /// What it is for.
    pub(crate) about: &'static str,
    /// What the data is like.
    pub(crate) state: &'static str,
    /// How much room it takes on a wide screen.
    pub(crate) height: u32,
    /// Makes it.
    pub(crate) view: fn() -> AnyView,
}

/// A state's name, its height on a wide screen, and what makes it.
type State = (&'static str, u32, fn() -> AnyView);

impl Specimen {
    /// The file of its page.
    pub(crate) fn file(&self) -> String {
        let state = self
            .state
            .replace(|letter: char| !letter.is_ascii_alphanumeric(), "-");
        format!("{}-{state}.html", self.component).to_ascii_lowercase()
    }
}

/// Every specimen; those of a component stand together.
pub(crate) fn specimens() -> Vec<Specimen> {
    let mut all = Vec::new();
    let mut of = |component, about, states: &[State]| {
        all.extend(states.iter().map(|(state, height, view)| Specimen {
            component,
            about,
            state,
            height: *height,
            view: *view,
        }));
    };
    of(
        "SiteHeader",
        "The head of every page: skip link, notice, name, menu.",
        &[("ordinary", 260, || view! { <SiteHeader/> }.into_block())],
    );
    of(
        "SiteBanner",
        "A notice above the name, until a day.",
        &[("with a link", 120, || view! { <SiteBanner/> }.into_block())],
    );
    of(
        "ReadingTools",
        "The switch to the edition for older readers, and the panel of choices.",
        &[("closed", 110, || view! { <ReadingTools/> }.into_block())],
    );
    of(
        "Navigation",
        "The main menu: a row with drop-downs, or a sheet on phones.",
        &[("ordinary", 200, || {
            view! { <header class="site-header"><Navigation/></header> }.into_block()
        })],
    );
    of(
        "SiteSearch",
        "The search in the head of every page, a button on phones.",
        &[("closed", 80, || {
            view! { <header class="site-header"><SiteSearch/></header> }.into_block()
        })],
    );
    of(
        "SearchWithin",
        "The way from a list to the search in it.",
        &[("ordinary", 80, || {
            let (place, value) = (Asked::TYPE, "bulletin".to_owned());
            view! { <SearchWithin place=place value=value name="联盟简报".to_owned()/> }
                .into_block()
        })],
    );
    of(
        "Documents",
        "Documents of all types, as a year or the search lists them.",
        &[("ordinary", 200, || {
            let document = |title: &str, kind: &str, section: &str, date: &str| wire::SearchHit {
                href: "#".to_owned(),
                title: title.to_owned(),
                kind: kind.to_owned(),
                section: section.to_owned(),
                date: date.to_owned(),
                ..wire::SearchHit::default()
            };
            let documents = vec![
                document("一条<mark>新闻</mark>", "article", "alliance", "2025-03-02"),
                document("示例简报", "bulletin", "", "2025-02-01"),
                document("一家成员单位", "member", "", ""),
            ];
            view! { <Documents documents=documents/> }.into_block()
        })],
    );
    of(
        "SiteFooter",
        "How to reach the alliance, rooms, filing numbers.",
        &[("ordinary", 420, || view! { <SiteFooter/> }.into_block())],
    );
    of(
        "Heading",
        "The one first heading of a page, from which its title follows.",
        &[
            ("short", 140, || {
                view! { <Heading title="联盟成员"/> }.into_block()
            }),
            ("long", 240, || view! { <Heading title=LONG/> }.into_block()),
        ],
    );
    of(
        "Breadcrumbs",
        "The way from the home page.",
        &[("two steps", 110, || {
            let steps = vec![
                Crumb::new("联盟动态", Route::section("alliance")),
                Crumb::new("第3页", Route::section("alliance")),
            ];
            view! { <Breadcrumbs steps=steps/> }.into_block()
        })],
    );
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
        "PictureView",
        "A picture that keeps its place while it loads.",
        &[("ordinary", 420, || {
            view! { <PictureView picture=made(picture())/> }.into_block()
        })],
    );
    of(
        "Entries",
        "A list of articles.",
        &[
            ("full", 520, || {
                view! { <Entries entries=entries() style=EntryStyle::Full/> }.into_block()
            }),
            ("with sections", 540, || {
                view! { <Entries entries=entries() style=EntryStyle::WithSection/> }.into_block()
            }),
            ("brief", 260, || {
                view! { <Entries entries=entries() style=EntryStyle::Brief/> }.into_block()
            }),
        ],
    );
    of(
        "ListPager",
        "The way to older and newer parts of a list.",
        &[
            ("in the middle", 120, || pager(3, Some(2), Some(4))),
            ("the oldest page", 120, || pager(1, None, Some(2))),
        ],
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
        "Facts",
        "Terms and what they stand for.",
        &[("three facts", 240, || {
            let facts = vec![
                fact("文号", Some("云丝联发〔2026〕3号".to_owned())),
                fact(
                    "发文机关",
                    Some("示例云丝产业技术创新战略联盟（虚构）".to_owned()),
                ),
                fact_of(
                    "成文日期",
                    Some(view! { <DateText date=date("2026-03-03")/> }),
                ),
            ];
            view! { <Facts facts=facts/> }.into_block()
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
        "PictureLink",
        "A picture that can be looked at closely.",
        &[("with words", 420, || {
            view! { <PictureLink picture=made(picture())/> }.into_block()
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
    of(
        "EventRows",
        "Events in the order of time.",
        &[("coming, postponed, cancelled", 340, || {
            let rows = json!([
                { "id": "a", "name": "云丝展（秋季）", "kind": "exhibition", "start": "2027-10-12",
                  "end": "2027-10-14", "status": "scheduled", "mode": "mixed", "place": "示例市会展中心" },
                { "id": "b", "name": "再生纤维论坛", "kind": "forum", "start": "2027-06-01",
                  "status": "postponed", "place": "示例市" },
                { "id": "c", "name": "图像检测训练班", "kind": "training", "start": "2027-04-20",
                  "status": "cancelled", "mode": "online" },
            ]);
            view! { <EventRows rows=made(rows)/> }.into_block()
        })],
    );
    of(
        "BulletinShelf",
        "Bulletins on their shelf, with the places of missing ones.",
        &[
            ("by year, with a gap", 760, || shelf(true)),
            ("in one row", 420, || shelf(false)),
        ],
    );
    of(
        "MemberCard",
        "A member in the directory.",
        &[
            ("with a mark", 130, || {
                member(json!({ "logo": logo(), "role": "chair" }))
            }),
            ("without one", 130, || member(json!({}))),
            ("with a long name", 150, || {
                member(json!({ "name": LONG, "status": "renamed" }))
            }),
        ],
    );
    of(
        "Monogram",
        "The mark of a member, or a letter in its place.",
        &[
            ("letter", 120, || {
                view! { <Monogram letter="云".to_owned() logo=None/> }.into_block()
            }),
            ("mark", 120, || {
                view! { <Monogram letter="云".to_owned() logo=Some(made(logo()))/> }.into_block()
            }),
        ],
    );
    of(
        "LinkGroups",
        "Links to other sites, by group.",
        &[("with a note", 320, || {
            let groups = json!([
                { "name": "伙伴", "links": [
                    { "name": "示例材料学会", "url": "https://example.com/", "note": "虚构" },
                    { "name": LONG, "url": "https://example.org/" },
                ] },
                { "name": "公共服务", "links": [{ "name": "示例标准网", "url": "https://example.net/" }] },
            ]);
            view! { <LinkGroups groups=made(groups)/> }.into_block()
        })],
    );
    of(
        "Loaded",
        "A block that waits for its data.",
        &[("data missing", 620, || {
            view! { <Loaded route=Signal::derive(|| Some(Route::Links)) view=|_| Err(LoadError::NotFound)/> }
                .into_block()
        })],
    );
    of(
        "LoadProblem",
        "What a block says when its data cannot be had.",
        &[
            ("no connection", 620, || problem(LoadError::Network)),
            ("a broken host", 620, || problem(LoadError::Status(500))),
        ],
    );
    of(
        "Lost",
        "Whom to tell of an address that leads nowhere.",
        &[("before anything was asked for", 120, || {
            view! { <Lost/> }.into_block()
        })],
    );
    of(
        "WaysOn",
        "The rooms of the portal, for those who have lost the way.",
        &[("ordinary", 320, || view! { <WaysOn/> }.into_block())],
    );
    all
}

const LONG: &str =
    "关于印发《示例云丝产业技术创新战略联盟关键装备与检测方法协同攻关管理办法（试行）》的通知";

const PROSE: &str = "<p>会议认为，<strong>云丝</strong>的均匀性取决于三件事：风温、风速与甬道的长度。\
    参会单位带来各自的记录，失败的也不例外。</p>\
    <h2 id=\"results\">结果</h2><p>三条线的数据放在一处看，风温的影响大于风速。</p>\
    <ul><li>甲线：风温每升高一度，不匀率升高百分之二；</li><li>乙线：没有看出规律。</li></ul>\
    <blockquote><p>没有看出规律，也是结果。</p></blockquote>\
    <h3 id=\"open\">没有解决的问题</h3><p>测得的差别有多少来自仪器，还要比对。</p>";

/// A value that a component takes, from its JSON.
fn made<T: FromJson>(json: Value) -> T {
    T::from_json(&json.to_string()).expect("a specimen's data fits its component")
}

fn date(iso: &str) -> wire::Date {
    wire::Date::new(iso.to_owned())
}

fn picture() -> Value {
    json!({ "src": "media/pictures/line.webp", "alt": "一条纺丝线", "width": 1200, "height": 800 })
}

fn logo() -> Value {
    json!({ "src": "media/logo.svg", "alt": "", "width": 64, "height": 64 })
}

fn entries() -> Vec<wire::Entry> {
    made(json!([
        { "id": "a", "title": "第三届理事会在示例市召开", "published": "2026-03-03T09:00:00+08:00",
          "section": "alliance", "summary": "会议审议了年度报告，通过了四个课题的立项。",
          "source": "《虚构晚报》", "cover": picture(), "pinned_until": "2026-12-31" },
        { "id": "b", "title": LONG, "published": "2026-02-11", "section": "policy", "summary": "" },
        { "id": "c", "title": "一次没有成功的试车", "published": "2026-01-05", "section": "alliance",
          "summary": "断头率没有降下来；记录都在这里，供后来的人少走弯路。" },
    ]))
}

fn pager(here: u32, older: Option<u32>, newer: Option<u32>) -> AnyView {
    let pager = wire::Pager {
        here: PageNumber::new(here),
        older: older.map(PageNumber::new),
        newer: newer.map(PageNumber::new),
        total: None,
    };
    let to = |page| {
        Route::News(NewsList {
            section: None,
            page,
        })
    };
    view! { <ListPager pager=pager to=Callback::new(to)/> }.into_block()
}

fn shelf(by_year: bool) -> AnyView {
    let cover =
        json!({ "src": "media/pictures/weave.webp", "alt": "", "width": 800, "height": 1120 });
    let rows = json!([
        { "number": 12, "title": "云丝联盟（示例）简报（第12期）", "published": "2026-03-01", "year": "2026",
          "kind": "issue", "cover": cover, "readable": true, "files": 1, "missing_before": 2 },
        { "number": 9, "title": "云丝联盟（示例）简报（第9期）", "published": "2025-09-01", "year": "2025",
          "kind": "special", "readable": false, "files": 1 },
        { "number": 8, "title": "2014—2018年云丝联盟（示例）简报合集（第8期）", "year": "2025",
          "covers": ["2014", "2018"], "kind": "collection", "readable": false, "files": 2 },
    ]);
    view! { <BulletinShelf rows=made(rows) by_year=by_year/> }.into_block()
}

fn member(more: Value) -> AnyView {
    let mut row = json!({
        "id": "a", "name": "云溪纤维有限公司", "kind": "enterprise", "province": "浙江", "city": "示例市",
        "monogram": "云", "keys": "",
    });
    if let (Some(row), Value::Object(more)) = (row.as_object_mut(), more) {
        row.extend(more);
    }
    view! { <MemberCard row=made(row)/> }.into_block()
}

fn problem(error: LoadError) -> AnyView {
    let mut errors = leptos::error::Errors::default();
    errors.insert(leptos::error::ErrorId::default(), error);
    let errors = ArcRwSignal::new(errors);
    view! { <LoadProblem errors=errors retry=Callback::new(|()| ())/> }.into_block()
}
