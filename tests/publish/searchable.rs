//! Tests that the search finds every text of a page.

use super::harness::dom::{Piece, parse, pieces};
use super::harness::sites::{publish, publish_on};
use crate::fixtures::{Tree, fixture, temporary, write};
use portal::search::{ENTRY, Entry, Normalizer, Query, Search, card};
use portal::text::Text;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Index of a published site.
struct Index<'a> {
    tree: &'a Tree,
    entry: Entry,
    all: BTreeSet<String>,
    /// Addresses of documents by search words.
    known: BTreeMap<String, BTreeSet<String>>,
}

impl<'a> Index<'a> {
    #[track_caller]
    fn of(tree: &'a Tree) -> Self {
        let entry = Entry::read(file(tree, ENTRY).expect("an index")).expect("a sound index");
        Self {
            tree,
            entry,
            all: BTreeSet::new(),
            known: BTreeMap::new(),
        }
    }

    /// Returns the addresses of the documents that contain all words.
    fn find(&mut self, words: &str) -> &BTreeSet<String> {
        if !self.known.contains_key(words) {
            let found = self.addresses(words);
            self.known.insert(words.to_owned(), found);
        }
        &self.known[words]
    }

    /// Returns the addresses of all documents.
    fn all(&mut self) -> &BTreeSet<String> {
        if self.all.is_empty() {
            let all = (0..self.entry.documents()).map(|document| self.address(document));
            self.all = all.collect();
        }
        &self.all
    }

    fn addresses(&self, words: &str) -> BTreeSet<String> {
        let query = Query::parse(Normalizer::shared(), words).expect("a query");
        let hits = self.outcome(&self.entry, &query);
        hits.into_iter().map(|hit| self.address(hit)).collect()
    }

    /// Returns the addresses of the documents that are found by pinyin.
    fn find_spelled(&self, letters: &str) -> BTreeSet<String> {
        let query = Query::parse(Normalizer::shared(), letters).expect("a query");
        let path = self.entry.spelled_file();
        let spelled = Entry::read(file(self.tree, &path).expect("an index of pinyin"));
        let spelled = spelled.expect("a sound index");
        let ways = portal::search::spelled(&query);
        let hits = ways.iter().flat_map(|way| self.outcome(&spelled, way));
        hits.map(|hit| self.address(hit)).collect()
    }

    fn outcome(&self, entry: &Entry, query: &Query) -> Vec<u32> {
        let mut search = Search::new(entry, query);
        loop {
            let needed = search.needed();
            if needed.is_empty() {
                let outcome = search.outcome();
                assert!(!outcome.incomplete);
                return outcome.hits.iter().map(|hit| hit.document).collect();
            }
            let given: Vec<_> = needed
                .into_iter()
                .map(|needed| {
                    let bytes = file(self.tree, needed.path());
                    (needed, bytes)
                })
                .collect();
            search.give(&given);
        }
    }

    fn address(&self, document: u32) -> String {
        let path = self.entry.card_file(document).expect("a file of cards");
        let cards = std::str::from_utf8(file(self.tree, &path).expect("cards")).expect("text");
        card(document, cards).expect("a card")[0].to_owned()
    }
}

fn file<'a>(tree: &'a Tree, path: &str) -> Option<&'a [u8]> {
    tree.get(&format!("data/search/{path}")).map(Vec::as_slice)
}

/// Texts of the interface: its messages, and patterns of sentences.
struct Interface(Vec<String>);

impl Interface {
    fn of(lang: &str) -> Self {
        let words = format!("{:?}", Text::of(lang));
        let words = words.split('"').skip(1).step_by(2);
        // The default title of a bulletin is content.
        let words = words.filter(|words| *words != "{0}简报（第{1}期）" && !words.is_empty());
        Self(words.map(str::to_owned).collect())
    }

    fn says(&self, text: &str) -> bool {
        // A notice may be followed by another one.
        let last = |form: &String| text.strip_suffix(form.trim()).map(str::trim);
        !text.chars().any(char::is_alphabetic)
            || self.0.iter().any(|form| fits(form, text))
            || self.0.iter().any(|form| {
                let before = last(form).filter(|before| before.len() < text.len());
                before.is_some_and(|before| self.says(before))
            })
    }
}

/// Returns `true` if a text is a sentence with this pattern. If the pattern has almost no
/// words of its own, its values must be numbers.
fn fits(form: &str, text: &str) -> bool {
    let mut parts = form.split(['{', '}']).step_by(2);
    let own = parts.clone().flat_map(str::chars);
    let is_wide = own.filter(|letter| letter.is_alphabetic()).count() > 1;
    let Some(rest) = text.strip_prefix(parts.next().unwrap_or_default()) else {
        return false;
    };
    let mut rest = rest;
    for part in parts {
        let at = if part.is_empty() {
            Some(rest.len())
        } else {
            rest.rfind(part)
        };
        let Some(at) = at else {
            return false;
        };
        if !is_wide && rest[..at].chars().any(char::is_alphabetic) {
            return false;
        }
        rest = &rest[at + part.len()..];
    }
    rest.is_empty()
}

/// Searches for every piece of text that the pages of a site show. A text of an item on the
/// page of that item must lead to this page.
#[track_caller]
fn check(site: &Path, lang: &str) {
    // The demo has content for several years.
    let tree = publish_on(site, (2028, 1, 1));
    let mut index = Index::of(&tree);
    let interface = Interface::of(lang);
    let mut missed = BTreeSet::new();
    let mut searched = 0;
    for (path, bytes) in &tree {
        let Some(address) = path.strip_suffix("index.html") else {
            continue;
        };
        let address = format!("/{address}");
        let page = String::from_utf8_lossy(bytes);
        let own = is_of_item(&address);
        if own && !index.all().contains(&address) {
            assert!(
                page.contains("class=\"withdrawn\""),
                "{address} is not found"
            );
            continue;
        }
        for Piece { text, of_others } in pieces(&parse(&page)) {
            let text = text.trim();
            if interface.says(text) {
                continue;
            }
            for part in parts(text) {
                searched += 1;
                let found = index.find(&part);
                if found.is_empty() || own && !of_others && !found.contains(&address) {
                    missed.insert(format!("{address} {part}"));
                }
            }
        }
    }
    assert!(searched > 50, "only {searched} pieces");
    let missed: Vec<String> = missed.into_iter().collect();
    assert!(missed.is_empty(), "{}\n{}", missed.len(), missed.join("\n"));
}

/// Returns `true` if a page is that of one item, and not a list.
fn is_of_item(address: &str) -> bool {
    let mut steps = address.split('/').skip(1);
    let collections = ["articles", "members", "bulletins", "events", "pages"];
    let is_collection = steps.next().is_some_and(|step| collections.contains(&step));
    is_collection && steps.next().is_some_and(|id| !matches!(id, "" | "page"))
}

/// Splits a text: a summary that is generated from a text joins its paragraphs, and a query
/// that is too long is not searched for.
fn parts(text: &str) -> Vec<String> {
    let sentences = text.split_inclusive(['。', '：', '；', '？', '！']);
    let letters = sentences.map(|sentence| sentence.chars().collect::<Vec<char>>());
    let parts = letters.flat_map(|letters| {
        let parts = letters.chunks(150).map(String::from_iter);
        parts.collect::<Vec<String>>()
    });
    parts
        .filter(|part| part.chars().any(char::is_alphanumeric))
        .collect()
}

#[test]
fn every_text_of_the_demo_is_found() {
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/demo");
    check(&demo, "zh-CN");
}

#[test]
fn every_text_of_a_site_with_every_field_is_found() {
    check(&fixture("everything/site"), "zh-CN");
    check(&fixture("english/site"), "en");
}

/// Publishes a site with these items, given by their paths in the folder of content.
fn site(items: &[(&str, Value)]) -> Tree {
    let folder = temporary();
    let settings = json!({
        "schema_version": 1,
        "name": "示例联盟",
        "short_name": "示例",
        "base_url": "https://example.org/",
        "sections": [{ "id": "policy", "name": "政策", "description": "栏目说明甲" }],
        "navigation": [{ "label": "首页", "to": "/" }],
        "contact": { "phones": ["010-65010837"], "address": "示例路一号" },
    });
    write(folder.path(), "content/site.json", settings.to_string());
    for (path, item) in items {
        write(
            folder.path(),
            &format!("content/{path}.json"),
            item.to_string(),
        );
    }
    write(folder.path(), "media/plan.pdf", "%PDF-1.4\n");
    publish(folder.path(), None)
}

#[test]
fn what_is_no_body_is_found_as_well() {
    let article = json!({
        "title": "关于印发示例行动方案的通知", "section": "policy", "published": "2025-03-03",
        "body": "这里只写要点。",
        "author": "作者甲乙丙", "editor": "责编丁戊己", "photographer": "摄影庚辛壬",
        "source": { "name": "来源子丑" }, "tags": ["标签寅卯"],
        "document": { "number": "示例协联发〔2025〕77号", "issuer": "示例纺织协会联合会" },
        "attachments": [{ "file": "plan.pdf", "title": "示例行动方案全文" }],
        "corrections": [{ "date": "2025-03-20", "note": "更正说明卯辰巳。" }],
        "members": ["m"],
    });
    let member = json!({
        "name": "示例丙公司", "kind": "enterprise", "role": "vice-chair", "province": "福建",
        "city": "泉州", "chain_stage": ["纺丝"],
        "contact": { "dept": "市场部示例", "phone": "0595-22000000", "email": "m@example.org" },
    });
    let event = json!({
        "name": "示例展览会", "start": "2025-10-15",
        "venue": { "name": "示例会展中心", "hall": "5.2馆", "address": "示例大道", "city": "上海" },
        "booth": "B08展位", "hosts": ["主办甲"], "organizers": ["承办乙"], "supporters": ["支持丙"],
        "registration": { "fee": "八百元示例", "deadline": "2025-09-30" },
    });
    let bulletin = json!({
        "number": 7, "published": "2025-01-01", "abstract": "摘要申酉",
        "contents": [{ "title": "目录戌亥", "page": 3 }],
    });
    let links = json!({
        "name": "链接组名",
        "links": [{ "name": "链接名称", "url": "https://example.com/", "note": "链接说明" }],
    });
    let tree = site(&[
        ("articles/a", article),
        ("members/m", member),
        ("events/e", event),
        ("bulletins/7", bulletin),
        ("links/l", links),
    ]);
    let mut index = Index::of(&tree);
    for (words, address) in [
        ("示例协联发〔2025〕77号", "/articles/a/"),
        ("示例协联发[2025]77号", "/articles/a/"),
        ("示例纺织协会联合会", "/articles/a/"),
        ("示例行动方案全文", "/articles/a/"),
        ("作者甲乙丙", "/articles/a/"),
        ("责编丁戊己", "/articles/a/"),
        ("摄影庚辛壬", "/articles/a/"),
        ("来源子丑", "/articles/a/"),
        ("标签寅卯", "/articles/a/"),
        ("更正说明卯辰巳", "/articles/a/"),
        ("2025年3月20日", "/articles/a/"),
        ("示例丙公司", "/articles/a/"),
        ("福建", "/members/m/"),
        ("泉州", "/members/m/"),
        ("市场部示例", "/members/m/"),
        ("0595-22000000", "/members/m/"),
        ("0595－22000000", "/members/m/"),
        ("m@example.org", "/members/m/"),
        ("副理事长单位", "/members/m/"),
        ("纺丝", "/members/m/"),
        ("示例会展中心", "/events/e/"),
        ("5.2馆", "/events/e/"),
        ("示例大道", "/events/e/"),
        ("B08展位", "/events/e/"),
        ("主办甲", "/events/e/"),
        ("承办乙", "/events/e/"),
        ("支持丙", "/events/e/"),
        ("八百元示例", "/events/e/"),
        ("2025年10月15日", "/events/e/"),
        ("摘要申酉", "/bulletins/7/"),
        ("目录戌亥", "/bulletins/7/"),
        ("链接组名", "/links/"),
        ("链接说明", "/links/"),
        ("栏目说明甲", "/news/policy/"),
        ("010-65010837", "/"),
        ("示例路一号", "/"),
    ] {
        assert!(
            index.find(words).contains(address),
            "{words} is not at {address}"
        );
    }
}

#[test]
fn texts_that_look_alike_are_found_by_what_a_keyboard_writes() {
    let body = [
        "连字符：聚酯‑55、PA–66、负−20度。",
        "引号：“十四五”规划、「双碳」目标。",
        "间隔号：阿克苏·诺贝尔、杜邦•中国、东丽・示例、帝人‧示例。",
        "部首：涤纶⻓丝、⻋间、⻩麻、⻢海毛；康熙部首：⾼分子。",
        "异体选择符：葛\u{e0104}布。",
    ];
    let article = json!({
        "title": "异写试验", "section": "policy", "published": "2025-03-03", "body": body,
    });
    let tree = site(&[("articles/a", article)]);
    let mut index = Index::of(&tree);
    for words in [
        "聚酯-55",
        "聚酯－55",
        "PA-66",
        "-20度",
        "−20度",
        "\"十四五\"",
        "'十四五'",
        "＂十四五＂",
        "「十四五」规划",
        "\"规划\"",
        "“双碳”",
        "『双碳』",
        "\"双碳\"目标",
        "杜邦·中国",
        "杜邦・中国",
        "东丽·示例",
        "帝人·示例",
        "阿克苏•诺贝尔",
        "涤纶长丝",
        "滌綸長絲",
        "车间",
        "車間",
        "黄麻",
        "马海毛",
        "高分子",
        "葛布",
    ] {
        assert!(index.find(words).contains("/articles/a/"), "{words}");
    }
    for words in ["聚酯55", "\"目标\"规划", "PA66"] {
        assert!(index.find(words).is_empty(), "{words}");
    }
}

#[test]
fn names_are_found_by_each_usual_reading_and_filed_by_the_right_one() {
    let names = [
        "重庆示例公司",
        "厦门示例公司",
        "长乐锦纶示例公司",
        "长丝示例公司",
        "示例行业协会",
        "长沙示例公司",
        "西藏示例公司",
        "示例加弹公司",
    ];
    let members: Vec<(String, Value)> = (0..)
        .zip(names)
        .map(|(number, name)| {
            let member = json!({ "name": name, "kind": "enterprise" });
            (format!("members/m{number}"), member)
        })
        .collect();
    let members: Vec<(&str, Value)> = members
        .iter()
        .map(|(path, member)| (path.as_str(), member.clone()))
        .collect();
    let tree = site(&members);
    let index = Index::of(&tree);
    for (letters, number) in [
        ("chongqing", 0),
        ("zhongqing", 0),
        ("cq", 0),
        ("xiamen", 1),
        ("shamen", 1),
        ("xm", 1),
        ("changle", 2),
        ("changsi", 3),
        ("zhangsi", 3),
        ("hangyexiehui", 4),
        ("xingyexiehui", 4),
        ("hyxh", 4),
        ("changsha", 5),
        ("xizang", 6),
        ("xicang", 6),
        ("jiatan", 7),
        ("jiadan", 7),
    ] {
        let found = index.find_spelled(letters);
        assert!(found.contains(&format!("/members/m{number}/")), "{letters}");
    }
    let directory = String::from_utf8_lossy(&tree["members/index.html"]).into_owned();
    let place = |name: &str| directory.find(&format!(">{name}<")).expect("a row");
    let mut sorted = names;
    sorted.sort_by_key(|name| place(name));
    assert_eq!(
        sorted,
        [
            "长乐锦纶示例公司",
            "长沙示例公司",
            "长丝示例公司",
            "重庆示例公司",
            "示例行业协会",
            "示例加弹公司",
            "厦门示例公司",
            "西藏示例公司",
        ]
    );
}
