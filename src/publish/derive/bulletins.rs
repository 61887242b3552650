//! The data of the archive and of each bulletin.

use super::convert::{corrections, date, moment, text};
use super::numbered::{SHELF_SIZE, page, page_of};
use super::{Derivation, Text};
use crate::content::Visibility;
use crate::content::bulletin::{Bulletin, BulletinFile, BulletinKind, FileRole};
use crate::content::item::Collection;
use crate::route::{IssueId, IssueSeries, PageNumber, Route};
use crate::wire;
use crate::wire::IssueNumber;
use std::collections::BTreeMap;

/// So many years want an index.
const MANY_YEARS: usize = 4;

impl Derivation<'_> {
    pub(super) fn bulletins(&self, here: PageNumber) -> Option<wire::BulletinList> {
        let (rows, pager) = page(&self.catalog.bulletins, SHELF_SIZE, here)?;
        Some(wire::BulletinList {
            rows: rows
                .into_iter()
                .map(|(id, bulletin)| self.bulletin_row(id, bulletin))
                .collect(),
            pager,
            years: if here == PageNumber::FRONT {
                self.years()
            } else {
                Vec::new()
            },
        })
    }

    /// Where each year begins in the archive; nothing while there are too few to need it.
    fn years(&self) -> Vec<(String, PageNumber)> {
        let bulletins = &self.catalog.bulletins;
        let mut years: Vec<(String, PageNumber)> = Vec::new();
        for (place, (id, bulletin)) in bulletins.iter().enumerate().rev() {
            let Some(year) = year(*id, bulletin) else {
                continue;
            };
            if years.iter().all(|(known, _)| *known != year) {
                years.push((year, page_of(bulletins.len(), SHELF_SIZE, place)));
            }
        }
        if years.len() < MANY_YEARS {
            years.clear();
        }
        years
    }

    pub(super) fn bulletin(&self, id: IssueId) -> Option<wire::Bulletin> {
        let bulletin = self.content.bulletins.get(&id)?;
        let name = id.to_string();
        let (previous, next) = self.catalog.bulletin_neighbours(id);
        Some(wire::Bulletin {
            row: self.bulletin_row(id, bulletin),
            document_title: self.document_title(&Route::Bulletin(id)),
            summary: text(bulletin.abstract_text.as_ref()),
            contents: bulletin
                .contents
                .iter()
                .map(|entry| wire::ContentsEntry {
                    title: entry.title.to_string(),
                    article: entry
                        .article
                        .as_ref()
                        .filter(|id| self.catalog.articles.contains_key(id.as_str()))
                        .map(ToString::to_string),
                    page: entry.page,
                })
                .collect(),
            body: self.prose(Collection::Bulletins, &name),
            headings: self
                .text_of(Collection::Bulletins, &name)
                .map(Text::headings)
                .unwrap_or_default(),
            files: bulletin
                .files
                .iter()
                .map(|file| self.bulletin_file(id, bulletin, file))
                .collect(),
            members_only: bulletin.visibility() == Visibility::Restricted,
            corrections: corrections(&bulletin.corrections),
            previous,
            next,
        })
    }

    pub(super) fn bulletin_row(&self, id: IssueId, bulletin: &Bulletin) -> wire::BulletinRow {
        wire::BulletinRow {
            number: number_of(id, bulletin),
            title: self.names().title_of_bulletin(id, bulletin),
            published: moment(bulletin.published),
            year: year(id, bulletin),
            covers: bulletin
                .covers
                .as_ref()
                .map(|covers| (date(covers.from), date(covers.to))),
            kind: match bulletin.kind {
                BulletinKind::Issue | BulletinKind::Special if id.is_supplement() => {
                    wire::BulletinKind::Supplement
                }
                BulletinKind::Issue => wire::BulletinKind::Issue,
                BulletinKind::Special => wire::BulletinKind::Special,
                BulletinKind::Collection => wire::BulletinKind::Collection,
            },
            cover: bulletin.cover.as_ref().map(|cover| {
                let alt = text(cover.alt.as_ref()).unwrap_or_default();
                self.picture(&cover.src, alt)
            }),
            readable: bulletin.body.is_some(),
            files: u32::try_from(bulletin.files.len()).unwrap_or(u32::MAX),
            missing_before: self.catalog.missing_before(id),
        }
    }

    fn bulletin_file(
        &self,
        id: IssueId,
        bulletin: &Bulletin,
        file: &BulletinFile,
    ) -> wire::BulletinFile {
        wire::BulletinFile {
            file: self.file(&file.file, self.names().title_of_bulletin(id, bulletin)),
            page_images: file.role == Some(FileRole::PageImages),
        }
    }
}

/// The year under which the archive files a bulletin, where one is known: that of its number,
/// if numbers begin anew each year, else that of its date.
pub(super) fn year(id: IssueId, bulletin: &Bulletin) -> Option<String> {
    let named = id.year().map(i32::from);
    let published = bulletin.published.map(|published| published.date().year());
    let written = bulletin.year.map(i32::from);
    let year = named.or(published).or(written);
    year.map(|year| year.to_string())
}

/// The number or numbers of a bulletin.
pub(in crate::publish) fn number_of(id: IssueId, bulletin: &Bulletin) -> IssueNumber {
    IssueNumber {
        id,
        last: bulletin.last_number(),
    }
}

/// The bulletins of all series in the order of time, from the oldest.
///
/// A series is in the order of its numbers, and one of unknown date stands with the one before
/// it. A supplement stands where its date says, but not before the issue that it belongs to; a
/// supplement of a year without a date stands at the end of that year.
pub(super) fn bulletins_in_order(
    bulletins: &BTreeMap<IssueId, Bulletin>,
) -> Vec<(IssueId, &Bulletin)> {
    let mut times: BTreeMap<IssueId, String> = BTreeMap::new();
    // Where the running series and that of the years have come to.
    let [mut of_all, mut of_years] = [String::new(), String::new()];
    for (id, bulletin) in bulletins {
        let written = bulletin
            .published
            .map(|published| published.date().to_string());
        let written = written.or_else(|| year(*id, bulletin)).unwrap_or_default();
        let time = match id.series() {
            IssueSeries::Running => latest(&mut of_all, written),
            IssueSeries::Year(_) => latest(&mut of_years, written),
            IssueSeries::SupplementTo(issue) => {
                let issues = ..=IssueId::running(issue);
                let issue = times.range(issues).next_back().map(|(_, time)| time);
                issue.cloned().unwrap_or_default().max(written)
            }
            IssueSeries::SupplementOf(year) if bulletin.published.is_none() => format!("{year}~"),
            IssueSeries::SupplementOf(_) => written,
        };
        times.insert(*id, time);
    }
    let mut order: Vec<_> = bulletins
        .iter()
        .map(|(id, bulletin)| (*id, bulletin))
        .collect();
    order.sort_by_cached_key(|(id, _)| {
        let number = id.number();
        let beside = match id.series() {
            IssueSeries::Running => (0, number, 0),
            IssueSeries::SupplementTo(issue) => (0, issue, number),
            IssueSeries::Year(year) => (year, number, 0),
            IssueSeries::SupplementOf(year) => (year, u32::MAX, number),
        };
        (times.get(id).cloned(), beside)
    });
    order
}

/// Raises a time to a later one, and gives it.
fn latest(time: &mut String, other: String) -> String {
    if *time < other {
        *time = other;
    }
    time.clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bulletins_of_all_series_stand_in_the_order_of_time() {
        let bulletins: BTreeMap<IssueId, Bulletin> = [
            ("2024-1", r#""published": "2024-01-31""#),
            ("2023-12", r#""published": "2024-01-10""#),
            ("2023-2", ""),
            ("2023-10", r#""year": 2023"#),
            ("9", ""),
            ("10", r#""published": "2022-10-31""#),
            ("11", ""),
            ("9-s1", r#""published": "2022-11-30""#),
            ("10-s2", ""),
            ("11-s1", r#""published": "2022-01-01""#),
            ("2023-s1", ""),
            ("2024-s1", r#""published": "2024-01-20""#),
        ]
        .into_iter()
        .map(|(id, fields)| {
            let id = IssueId::parse(id).expect("an id");
            let comma = if fields.is_empty() { "" } else { ", " };
            let json = format!(r#"{{"number": {}{comma}{fields}}}"#, id.number());
            (id, serde_json::from_str(&json).expect("a bulletin"))
        })
        .collect();
        let order = bulletins_in_order(&bulletins);
        let order: Vec<_> = order.iter().map(|(id, _)| id.to_string()).collect();
        let expected = [
            "9", "10", "10-s2", "11", "11-s1", "9-s1", "2023-2", "2023-10", "2023-s1", "2023-12",
            "2024-s1", "2024-1",
        ];
        assert_eq!(order, expected);
    }
}
