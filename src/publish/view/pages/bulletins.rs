//! Data of the archive and of each bulletin.

use crate::content::Visibility;
use crate::content::items::bulletin::{Bulletin, BulletinFile, BulletinKind, FileRole};
use crate::content::items::reference::Collection;
use crate::publish::view::bulletin_order::{number_of, year};
use crate::publish::view::convert::{corrections, date, moment, text};
use crate::publish::view::pagination::{SHELF_SIZE, page, page_of};
use crate::publish::view::{SiteView, Text};
use crate::route::{IssueId, PageNumber, Route};
use crate::wire;

/// Minimum number of years that get an index.
const MANY_YEARS: usize = 4;

impl SiteView<'_> {
    pub(crate) fn bulletins(&self, here: PageNumber) -> Option<wire::BulletinList> {
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

    /// Returns the page of the archive on which each year begins; empty if there are too few
    /// years to need it.
    fn years(&self) -> Vec<(String, PageNumber)> {
        let bulletins = &self.catalog.bulletins;
        let mut years: Vec<(String, PageNumber)> = Vec::new();
        for (place, (id, bulletin)) in bulletins.iter().enumerate().rev() {
            let Some(year) = year(*id, bulletin).map(|year| year.to_string()) else {
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

    pub(crate) fn bulletin(&self, id: IssueId) -> Option<wire::Bulletin> {
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

    pub(crate) fn bulletin_row(&self, id: IssueId, bulletin: &Bulletin) -> wire::BulletinRow {
        wire::BulletinRow {
            number: number_of(id, bulletin),
            title: self.names().title_of_bulletin(id, bulletin),
            published: moment(bulletin.published),
            year: year(id, bulletin).map(|year| year.to_string()),
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
