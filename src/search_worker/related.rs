//! Related hits, shown beside the exact ones. Errors are ignored here, because the answer is
//! complete without related hits.

use super::session::Session;
use crate::route::SearchQuery;
use crate::search::{Alternative, Entry, Hit, Query, Words, spelled};
use crate::wire::SearchGroup;

/// Maximum number of documents shown in each group.
const SHOWN: usize = 5;

impl Session<'_> {
    pub(crate) async fn related(
        &self,
        entry: &Entry,
        query: &Query,
        asked: &SearchQuery,
        hits: &[Hit],
    ) -> Vec<SearchGroup> {
        let mut groups = Vec::new();
        let ways = spelled(query);
        if let Some(way) = ways.first()
            && let Some(names) = self.entry_at(&entry.spelled_file()).await
        {
            let mut found = Vec::new();
            for way in &ways {
                let mut more = self.outcome(&names, way).await.hits;
                leave_out(&mut more, hits);
                leave_out(&mut more, &found);
                found.append(&mut more);
            }
            let words = asked.words().to_owned();
            let group = self.group(SearchGroup::PINYIN, words, way, entry, found);
            groups.extend(group.await);
        }
        let Some(file) = self.text(&entry.words_file()).await else {
            return groups;
        };
        let words = Words::read(&file);
        let normalizer = &self.engine.normalizer;
        for Alternative { text, query } in words.synonyms(normalizer, query) {
            let mut found = self.outcome(entry, &query).await.hits;
            leave_out(&mut found, hits);
            let address = self.address(asked, &text);
            let group = self
                .group(SearchGroup::SYNONYM, text, &query, entry, found)
                .await;
            groups.extend(group.map(|group| SearchGroup {
                href: address,
                ..group
            }));
        }
        if hits.is_empty() {
            for words in words.meant(normalizer, query) {
                groups.push(SearchGroup {
                    way: SearchGroup::MEANT.to_owned(),
                    href: self.address(asked, &words),
                    words,
                    ..SearchGroup::default()
                });
            }
        }
        groups
    }

    async fn group(
        &self,
        way: &str,
        words: String,
        query: &Query,
        entry: &Entry,
        found: Vec<Hit>,
    ) -> Option<SearchGroup> {
        let total = found.len() as u32;
        let shown = found.get(..SHOWN).unwrap_or(&found);
        let hits = self.cards(entry, query, shown).await;
        (!hits.is_empty()).then(|| SearchGroup {
            way: way.to_owned(),
            words,
            total,
            hits,
            ..SearchGroup::default()
        })
    }

    fn address(&self, asked: &SearchQuery, words: &str) -> String {
        let asked = asked.with(SearchQuery::WORDS, words.to_owned());
        self.engine.base.search(&asked)
    }
}

/// Removes the documents that are among the exact hits.
fn leave_out(found: &mut Vec<Hit>, hits: &[Hit]) {
    let exact: Vec<u32> = hits.iter().map(|hit| hit.document).collect();
    found.retain(|hit| !exact.contains(&hit.document));
}
