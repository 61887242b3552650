//! Lists of content.

use super::*;

/// Adds the specimens, in order.
pub(super) fn specimens(of: &mut Of<'_>) {
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
        "ListPager",
        "The way to older and newer parts of a list.",
        &[
            ("in the middle", 120, || pager(3, Some(2), Some(4))),
            ("the oldest page", 120, || pager(1, None, Some(2))),
        ],
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
