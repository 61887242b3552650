//! The data of the archive and of each bulletin.

use super::convert::{corrections, date, moment, text};
use super::numbered::{SHELF_SIZE, page, page_of};
use super::{Derivation, Text};
use crate::content::bulletin::{Bulletin, BulletinFile, BulletinKind, Distribution, FileRole};
use crate::content::item::Collection;
use crate::route::PageNumber;
use crate::wire;

/// So many years want an index.
const MANY_YEARS: usize = 4;

impl Derivation<'_> {
    pub(super) fn bulletins(&self, here: PageNumber) -> Option<wire::BulletinList> {
        let (rows, pager) = page(&self.catalog.bulletins, SHELF_SIZE, here)?;
        Some(wire::BulletinList {
            rows: rows
                .into_iter()
                .map(|(number, bulletin)| self.bulletin_row(number, bulletin))
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
        for (place, (_, bulletin)) in bulletins.iter().enumerate().rev() {
            let Some(year) = year(bulletin) else {
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

    pub(super) fn bulletin(&self, number: u32) -> Option<wire::Bulletin> {
        let bulletin = self.content.bulletins.get(&number)?;
        let id = number.to_string();
        let (previous, next) = self.catalog.bulletin_neighbours(number);
        Some(wire::Bulletin {
            row: self.bulletin_row(number, bulletin),
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
            body: self.prose(Collection::Bulletins, &id),
            headings: self
                .text_of(Collection::Bulletins, &id)
                .map(Text::headings)
                .unwrap_or_default(),
            files: bulletin
                .files
                .iter()
                .map(|file| self.bulletin_file(number, bulletin, file))
                .collect(),
            members_only: bulletin.distribution == Distribution::Members,
            corrections: corrections(&bulletin.corrections),
            previous,
            next,
        })
    }

    pub(super) fn bulletin_row(&self, number: u32, bulletin: &Bulletin) -> wire::BulletinRow {
        let (older, _) = self.catalog.bulletin_neighbours(number);
        wire::BulletinRow {
            number,
            title: self.names().title_of_bulletin(number, bulletin),
            published: moment(bulletin.published),
            year: year(bulletin),
            covers: bulletin
                .covers
                .as_ref()
                .map(|covers| (date(covers.from), date(covers.to))),
            kind: match bulletin.kind {
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
            missing_before: older.map_or(0, |older| number - older - 1),
        }
    }

    fn bulletin_file(
        &self,
        number: u32,
        bulletin: &Bulletin,
        file: &BulletinFile,
    ) -> wire::BulletinFile {
        wire::BulletinFile {
            file: self.file(&file.file, self.names().title_of_bulletin(number, bulletin)),
            page_images: file.role == Some(FileRole::PageImages),
        }
    }
}

/// The year under which the archive files a bulletin, where one is known.
pub(super) fn year(bulletin: &Bulletin) -> Option<String> {
    let published = bulletin.published.map(|published| published.date().year());
    let written = bulletin.year.map(i32::from);
    published.or(written).map(|year| year.to_string())
}
