//! Filter of the directory of members, with the number of members that each further choice
//! would leave.
//!
//! All functions are pure. Every change of a field requires one pass over all members, whose
//! traits are bits, so that hundreds of members take no noticeable time.

use crate::compose::compose;
use crate::route::Facet;
use crate::search::{NoQuery, Normalizer, Query};
use crate::wire::{ChainStage, MemberKind, MemberRow, Role};

/// Number of facets.
pub(super) const FACETS: usize = Facet::ALL.len();

/// Parameter of the address with the search words.
const WORDS: &str = "q";
/// Parameter of the address for the view, and its value for the list.
const VIEW: (&str, &str) = ("view", "list");

/// Filter and view of the directory.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Filter {
    /// Words that the names of a member must contain.
    pub(super) words: String,
    /// For each facet, the index of the selected choice.
    pub(super) chosen: [Option<usize>; FACETS],
    /// `true` if members are shown as a compact list instead of cards.
    pub(super) as_list: bool,
}

impl Filter {
    /// Returns `true` if words or a choice are set.
    pub(super) fn is_narrow(&self) -> bool {
        !self.words.is_empty() || self.chosen != [None; FACETS]
    }

    /// Returns the empty filter, with the same view.
    pub(super) fn cleared(&self) -> Self {
        Self {
            as_list: self.as_list,
            ..Self::default()
        }
    }
}

/// Traits of the members, and choices of the filter.
#[derive(Debug)]
pub(super) struct Directory {
    normalizer: Normalizer,
    choices: [Vec<String>; FACETS],
    rows: Vec<Traits>,
}

/// Traits of a member for the filter.
#[derive(Debug)]
struct Traits {
    keys: String,
    /// For each facet, one bit for each choice that applies to the member. Provinces are the
    /// most numerous, with 34.
    bits: [u64; FACETS],
}

/// A filter and its result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FilterResult {
    /// Filter.
    pub(super) filter: Filter,
    /// For each member, `true` if it is shown.
    pub(super) admitted: Vec<bool>,
    /// Number of members that are shown.
    pub(super) shown: usize,
    /// For each facet and choice, the number of members that would be shown if it were
    /// selected.
    pub(super) left: [Vec<usize>; FACETS],
}

impl Directory {
    /// Creates a directory of members in these provinces. `variants` are the variants of
    /// characters in their keys.
    pub(super) fn new(rows: &[MemberRow], provinces: Vec<String>, variants: &str) -> Self {
        let slugs = |slugs: &[&str]| slugs.iter().map(|slug| (*slug).to_owned()).collect();
        let traits = |row: &MemberRow| {
            let mut bits = [0; FACETS];
            let mut mark = |facet: Facet, choice: usize| bits[facet as usize] |= 1 << choice;
            mark(Facet::Kind, row.kind as usize);
            if let Some(at) = provinces
                .iter()
                .position(|name| Some(name) == row.province.as_ref())
            {
                mark(Facet::Province, at);
            }
            if let Some(role) = row.role {
                mark(Facet::Role, role as usize);
            }
            for stage in &row.chain_stage {
                mark(Facet::Stage, *stage as usize);
            }
            Traits {
                keys: row.keys.clone(),
                bits,
            }
        };
        Self {
            normalizer: Normalizer::with_variants(compose, variants),
            rows: rows.iter().map(traits).collect(),
            choices: [
                slugs(&MemberKind::ALL.map(MemberKind::slug)),
                provinces,
                slugs(&Role::ALL.map(Role::slug)),
                slugs(&ChainStage::ALL.map(ChainStage::slug)),
            ],
        }
    }

    /// Returns the choices of a facet, as in the address.
    pub(super) fn choices(&self, facet: Facet) -> &[String] {
        &self.choices[facet as usize]
    }

    /// Returns `true` if a choice applies to at least one member.
    pub(super) fn occurs(&self, facet: Facet, choice: usize) -> bool {
        self.rows
            .iter()
            .any(|row| row.bits[facet as usize] >> choice & 1 == 1)
    }

    /// Reads the filter from the parameters of an address. Unknown values are ignored.
    pub(super) fn read(&self, value: impl Fn(&str) -> Option<String>) -> Filter {
        let chosen = |facet: Facet| {
            let asked = value(facet.parameter())?;
            self.choices(facet)
                .iter()
                .position(|choice| *choice == asked)
        };
        Filter {
            words: value(WORDS).unwrap_or_default(),
            chosen: Facet::ALL.map(chosen),
            as_list: value(VIEW.0).as_deref() == Some(VIEW.1),
        }
    }

    /// Returns the parameters of an address for a filter.
    pub(super) fn parameters(&self, filter: &Filter) -> Vec<(&'static str, String)> {
        let mut parameters = Vec::new();
        if !filter.words.is_empty() {
            parameters.push((WORDS, filter.words.clone()));
        }
        for (facet, chosen) in Facet::ALL.into_iter().zip(filter.chosen) {
            if let Some(choice) = chosen.and_then(|at| self.choices(facet).get(at)) {
                parameters.push((facet.parameter(), choice.clone()));
            }
        }
        if filter.as_list {
            parameters.push((VIEW.0, VIEW.1.to_owned()));
        }
        parameters
    }

    /// Applies a filter to the directory.
    pub(super) fn outcome(&self, filter: Filter) -> FilterResult {
        // Without words, every member matches.
        let words = match Query::parse(&self.normalizer, &filter.words) {
            Ok(query) => Some(query.words().iter().map(String::from_iter).collect()),
            Err(NoQuery::Empty) => Some(Vec::<String>::new()),
            Err(NoQuery::TooLong) => None,
        };
        let mut outcome = FilterResult {
            filter: Filter::default(),
            admitted: Vec::with_capacity(self.rows.len()),
            shown: 0,
            left: self
                .choices
                .each_ref()
                .map(|choices| vec![0; choices.len()]),
        };
        for row in &self.rows {
            let has_all = |words: &Vec<String>| words.iter().all(|word| row.keys.contains(word));
            let named = words.as_ref().is_some_and(has_all);
            let misfits = filter
                .chosen
                .iter()
                .zip(row.bits)
                .map(|(chosen, bits)| chosen.is_some_and(|at| bits >> at & 1 == 0));
            let in_all = misfits.clone().filter(|misfit| *misfit).count();
            let admitted = named && in_all == 0;
            outcome.admitted.push(admitted);
            outcome.shown += usize::from(admitted);
            for ((misfit, bits), left) in misfits.zip(row.bits).zip(&mut outcome.left) {
                // A facet's selected choice does not reduce the numbers of its other choices.
                if named && in_all == usize::from(misfit) {
                    for (at, left) in left.iter_mut().enumerate() {
                        *left += usize::from(bits >> at & 1 == 1);
                    }
                }
            }
        }
        outcome.filter = filter;
        outcome
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::MemberStatus;
    use proptest::prelude::*;

    fn member(name: &str, kind: MemberKind, province: Option<&str>) -> MemberRow {
        MemberRow {
            id: "m".to_owned(),
            name: name.to_owned(),
            name_other: None,
            kind,
            role: None,
            province: province.map(str::to_owned),
            city: None,
            chain_stage: vec![],
            logo: None,
            monogram: "恒".to_owned(),
            status: MemberStatus::Active,
            keys: Normalizer::shared().normalize(name).into_iter().collect(),
        }
    }

    fn provinces() -> Vec<String> {
        ["江苏", "浙江", "福建"].map(str::to_owned).into()
    }

    fn directory() -> Directory {
        let hengli = member("江苏恒力HENGLI", MemberKind::Enterprise, Some("江苏"));
        Directory::new(&[hengli], provinces(), "")
    }

    fn asked<'a>(pairs: &'a [(&'a str, &'a str)]) -> impl Fn(&str) -> Option<String> + 'a {
        move |name| {
            let (_, value) = pairs.iter().find(|(key, _)| *key == name)?;
            Some((*value).to_owned())
        }
    }

    #[test]
    fn a_filter_admits_what_fits_all_its_parts() {
        for (words, kind, province, admitted) in [
            ("", "", "", true),
            ("恒力", "", "", true),
            ("Hengli", "", "", true),
            (" 恒力  江苏 ", "enterprise", "江苏", true),
            ("恒力 大学", "", "", false),
            ("恒力", "university", "", false),
            ("恒力", "", "浙江", false),
        ] {
            let pairs = [("q", words), ("kind", kind), ("province", province)];
            let filter = directory().read(asked(&pairs));
            let outcome = directory().outcome(filter);
            assert_eq!(outcome.admitted, [admitted], "{pairs:?}");
        }
    }

    #[test]
    fn what_is_typed_is_compared_as_the_search_compares_it() {
        let names = [
            "ＡＢＣ化纤示例公司",
            "恆力纖維示例公司",
            "Ölfaser 示例",
            "联\u{200b}盟纤维示例公司",
            "聚酯‑55 “双碳”示例公司",
        ];
        let rows = names.map(|name| member(name, MemberKind::Enterprise, None));
        let variants = Normalizer::shared().variants(rows.iter().map(|row| row.keys.as_str()));
        let directory = Directory::new(&rows, provinces(), &variants);
        for (words, expected) in [
            ("ABC", vec![0]),
            ("ＡＢＣ", vec![0]),
            ("abc", vec![0]),
            ("恒力", vec![1]),
            ("恆力", vec![1]),
            ("“恒力”", vec![1]),
            ("Ölfaser", vec![2]),
            ("ölfaser", vec![2]),
            ("O\u{308}LFASER", vec![2]),
            ("联盟纤维", vec![3]),
            ("聯盟纖維", vec![3]),
            ("聚酯-55", vec![4]),
            ("聚酯—55", vec![4]),
            ("\"双碳\"", vec![4]),
            ("纖維", vec![1, 3]),
            ("恒力 ABC", vec![]),
            (" \u{200b}", vec![0, 1, 2, 3, 4]),
            ("", vec![0, 1, 2, 3, 4]),
        ] {
            let outcome = directory.outcome(directory.read(asked(&[("q", words)])));
            let admitted = (0..rows.len()).filter(|at| outcome.admitted[*at]);
            assert_eq!(admitted.collect::<Vec<_>>(), expected, "{words}");
        }
    }

    #[test]
    fn a_filter_survives_the_address() {
        let pairs = [
            ("q", "恒力 a&b"),
            ("kind", "enterprise"),
            ("province", "浙江"),
            ("role", "vice-chair"),
            ("stage", "spinning"),
            ("view", "list"),
        ];
        let filter = directory().read(asked(&pairs));
        let expected = pairs.map(|(name, value)| (name, value.to_owned()));
        assert_eq!(directory().parameters(&filter), expected);
    }

    #[test]
    fn an_address_is_not_asked_for_what_nobody_offers() {
        let pairs = [("province", "月球"), ("stage", "魔法"), ("view", "map")];
        assert_eq!(directory().read(asked(&pairs)), Filter::default());
    }

    #[test]
    fn clearing_keeps_the_view() {
        let filter = directory().read(asked(&[("q", "甲"), ("view", "list")]));
        assert!(filter.is_narrow());
        let cleared = filter.cleared();
        assert!(cleared.as_list && !cleared.is_narrow());
    }

    fn any_member() -> impl Strategy<Value = MemberRow> {
        let names = prop::sample::select(vec!["甲", "乙", "甲乙", "丙"]);
        let kinds = prop::sample::select(MemberKind::ALL.to_vec());
        let places = prop::option::of(prop::sample::select(provinces()));
        let roles = prop::option::of(prop::sample::select(Role::ALL.to_vec()));
        let stages = prop::sample::subsequence(ChainStage::ALL.to_vec(), 0..4);
        (names, kinds, places, roles, stages).prop_map(|(name, kind, place, role, stages)| {
            let mut row = member(name, kind, place.as_deref());
            row.role = role;
            row.chain_stage = stages;
            row
        })
    }

    fn any_filter() -> impl Strategy<Value = Filter> {
        let words = prop::sample::select(vec!["", "甲", "乙 甲"]);
        let [kind, province, role, stage] =
            [5_usize, 3, 6, 9].map(|choices| prop::option::of(0..choices));
        (words, kind, province, role, stage).prop_map(|(words, kind, province, role, stage)| {
            Filter {
                words: words.to_owned(),
                chosen: [kind, province, role, stage],
                as_list: false,
            }
        })
    }

    /// Returns `true` if a filter admits a member: a reference implementation in plain code.
    fn admits(filter: &Filter, directory: &Directory, row: &MemberRow) -> bool {
        let chosen = |facet: Facet| {
            filter.chosen[facet as usize].map(|at| directory.choices(facet)[at].as_str())
        };
        let is =
            |facet, value: Option<&str>| chosen(facet).is_none_or(|asked| value == Some(asked));
        let mut words = filter.words.split_whitespace();
        words.all(|word| row.name.contains(word))
            && is(Facet::Kind, Some(row.kind.slug()))
            && is(Facet::Province, row.province.as_deref())
            && is(Facet::Role, row.role.map(Role::slug))
            && chosen(Facet::Stage)
                .is_none_or(|asked| row.chain_stage.iter().any(|stage| stage.slug() == asked))
    }

    proptest! {
        #[test]
        fn each_choice_is_counted_as_a_filter_with_it_would_count(
            rows in prop::collection::vec(any_member(), 0..12),
            filter in any_filter(),
        ) {
            let directory = Directory::new(&rows, provinces(), "");
            let count = |filter: &Filter| {
                rows.iter().filter(|row| admits(filter, &directory, row)).count()
            };
            let outcome = directory.outcome(filter.clone());
            prop_assert_eq!(outcome.shown, count(&filter));
            for facet in Facet::ALL {
                for at in 0..directory.choices(facet).len() {
                    let mut other = filter.clone();
                    other.chosen[facet as usize] = Some(at);
                    prop_assert_eq!(outcome.left[facet as usize][at], count(&other));
                }
            }
        }
    }
}
