//! Descriptions of pages for machines, as text and links.

use crate::content::Visibility;
use crate::content::items::event::Event;
use crate::content::items::member::Member;
use crate::content::items::reference::Collection;
use crate::content::values::color::Color;
use crate::content::values::date::Moment;
use crate::content::values::media::MediaPath;
use crate::content::values::picture::PictureFormat;
use crate::publish::html::meta_tags::{Alternate, ArticleFacts, Image, MetaTags};
use crate::publish::html::prerender::PageSummary;
use crate::publish::view::SiteView;
use crate::publish::view::convert::{text, texts};
use crate::publish::view::pages::events::day_or_time;
use crate::route::{FeedId, NewsList, Output, PageNumber, PublicUrl, Route};

impl SiteView<'_> {
    /// Returns the primary colour of the site.
    pub(crate) fn primary(&self) -> Option<Color> {
        self.content.site.theme.primary
    }

    /// Returns the name of the site for narrow spaces.
    pub(crate) fn short_name(&self) -> String {
        self.names().short()
    }

    /// Returns the favicon of the site, by its path in the media folder.
    pub(crate) fn favicon(&self) -> Option<&MediaPath> {
        self.content.site.favicon.as_ref()
    }

    /// Returns all metadata of a page.
    pub(crate) fn head(&self, route: &Route, page: &PageSummary, url: &PublicUrl) -> MetaTags {
        let article = self.article_facts(route);
        let description = self.description(route);
        let image = self.image(route, url);
        MetaTags {
            hidden: !self.is_listed(route),
            alternates: self.alternates(route, url),
            structured: self.structured(route, page, &description, image.as_ref(), url),
            canonical: url.canonical(route),
            description,
            image,
            article,
        }
    }

    /// Returns the description of a page in one or two sentences. No two pages have the same one.
    pub(crate) fn description(&self, route: &Route) -> String {
        let name = self.names().of_site().first;
        let name = name.as_str();
        let words = self.offered();
        let own = self.written_description(route);
        let own = own.filter(|words| !words.trim().is_empty());
        let about = own.unwrap_or_else(|| match route {
            Route::News(NewsList { section: None, .. }) => (words.about_news)(name),
            Route::News(NewsList {
                section: Some(id), ..
            }) => {
                let section = self.find_section(id);
                let section = section.map_or(id.as_str(), |section| section.name.as_str());
                (words.about_section)(section, name)
            }
            Route::Members => (words.about_members)(name),
            Route::Member(id) => {
                let member = self.find_member(id);
                let member = member.map(|member| self.names().of_member(member).first);
                (words.about_member)(member.as_deref().unwrap_or(id), name)
            }
            Route::Bulletins(_) => (words.about_bulletins)(name),
            Route::Bulletin(id) => {
                let bulletin = self.content.bulletins.get(id);
                let title = bulletin.map(|bulletin| self.bulletin_title(*id, bulletin));
                (words.about_bulletin)(&title.unwrap_or_default(), name)
            }
            Route::Events(_) => (words.about_events)(name),
            Route::Event(id) => match self.find_event(id) {
                Some(event) => {
                    let called = self.names().of_event(event).first;
                    (words.about_event)(&called, &self.details(event))
                }
                None => name.to_owned(),
            },
            Route::Links => (words.about_links)(name),
            Route::Search => (words.about_search)(name),
            Route::Year(year) => (words.about_year)(&year.to_string(), name),
            Route::Home | Route::Article(_) | Route::Page(_) => match &self.content.site.tagline {
                Some(tagline) => (words.label)(name, tagline.as_str()),
                None => name.to_owned(),
            },
        });
        match number(route) {
            Some(number) => (words.part)(&about, &self.words().page_of_list.number(number)),
            None => about,
        }
    }

    /// Returns the description that editors wrote, or the beginning of the text of the page.
    fn written_description(&self, route: &Route) -> Option<String> {
        match route {
            Route::News(list) => {
                let section = self.find_section(list.section.as_ref()?)?;
                text(section.description.as_ref())
            }
            Route::Article(id) => {
                let (id, article) = self.catalog.articles.get(id.as_str())?;
                let summary = self.summary(id.as_str(), article);
                Some(if summary.trim().is_empty() {
                    article.title.to_string()
                } else {
                    summary
                })
            }
            Route::Member(id) => text(self.find_member(id)?.intro.as_ref()),
            Route::Bulletin(id) => {
                let bulletin = self.content.bulletins.get(id)?;
                text(bulletin.abstract_text.as_ref())
            }
            Route::Event(id) => text(self.find_event(id)?.summary.as_ref()),
            Route::Page(id) => {
                let body = self.text_of(Collection::Pages, id)?;
                Some(body.summary().to_owned())
            }
            Route::Home
            | Route::Members
            | Route::Bulletins(_)
            | Route::Events(_)
            | Route::Links
            | Route::Search
            | Route::Year(_) => None,
        }
    }

    /// Returns the time and place of an event.
    fn details(&self, event: &Event) -> String {
        let venue = event.venue.as_ref();
        let start = day_or_time(event, event.start);
        let end = event.end.map(|end| day_or_time(event, end));
        let parts = [
            Some(self.words().period_in_words(&start, end.as_ref())),
            venue.and_then(|venue| text(venue.city.as_ref())),
            venue.and_then(|venue| text(venue.name.as_ref())),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// Returns `true` if lists, the search and the sitemap include a page.
    pub(crate) fn is_listed(&self, route: &Route) -> bool {
        let visibility = match route {
            Route::Article(id) => {
                let article = self.catalog.articles.get(id.as_str());
                article.map(|(_, article)| self.catalog.visibility(article))
            }
            Route::Member(id) => self.find_member(id).map(Member::visibility),
            _ => None,
        };
        visibility.is_none_or(Visibility::is_listed)
    }

    fn article_facts(&self, route: &Route) -> Option<ArticleFacts> {
        let Route::Article(id) = route else {
            return None;
        };
        let (_, article) = self.catalog.articles.get(id.as_str())?;
        Some(ArticleFacts {
            published: article.published.rfc3339(),
            updated: article.updated.map(Moment::rfc3339),
            section: self.section_name(&article.section),
            tags: texts(&article.tags),
        })
    }

    /// Returns `true` if programs that show link previews accept a picture. None of them accepts
    /// SVG.
    fn is_shareable(&self, path: &MediaPath) -> bool {
        let info = self.media.get(path.as_str());
        let format = info.and_then(|info| info.content.format());
        format.is_some_and(PictureFormat::is_shareable)
    }

    /// Returns the picture of the page's subject, else the site's picture for sharing, if one of
    /// them can be shared.
    fn image(&self, route: &Route, url: &PublicUrl) -> Option<Image> {
        let shared = self.content.site.share_image.as_ref();
        let shared = shared.map(|path| (path, self.names().of_site().first));
        let (path, alt) = self
            .own_image(route)
            .into_iter()
            .chain(shared)
            .find(|(path, _)| self.is_shareable(path))?;
        let info = self.media.get(path.as_str());
        Some(Image {
            address: url.absolute(&url.base().media(path.as_str())),
            size: info.and_then(|info| Some((info.width?, info.height?))),
            alt,
        })
    }

    /// Returns the picture of the page's subject, and its text alternative.
    fn own_image(&self, route: &Route) -> Option<(&MediaPath, String)> {
        let cover = match route {
            Route::Article(id) => self.catalog.articles.get(id.as_str())?.1.cover.as_ref()?,
            Route::Event(id) => self.find_event(id)?.cover.as_ref()?,
            Route::Bulletin(id) => {
                let bulletin = self.content.bulletins.get(id)?;
                let cover = bulletin.cover.as_ref()?;
                let alt = text(cover.alt.as_ref());
                let alt = alt.unwrap_or_else(|| self.bulletin_title(*id, bulletin));
                return Some((&cover.src, alt));
            }
            _ => return None,
        };
        Some((&cover.src, cover.alt.to_string()))
    }

    /// Returns the other forms of a page, and the feeds: of everything, and of the items that the
    /// page lists.
    fn alternates(&self, route: &Route, url: &PublicUrl) -> Vec<Alternate> {
        let words = self.words();
        let short = self.names().short();
        let feed = |channel: FeedId, title: &str| Alternate {
            media_type: "application/atom+xml",
            href: url.base().output(&Output::Atom(channel)),
            title: Some((self.offered().feed_of)(title, &short)),
        };
        let mut alternates = vec![feed(FeedId::All, words.all_news)];
        match route {
            Route::News(NewsList {
                section: Some(id), ..
            }) => {
                let section = self.find_section(id);
                let name = section.map_or(id.as_str(), |section| section.name.as_str());
                alternates.push(feed(FeedId::Section(id.clone()), name));
            }
            Route::Bulletins(_) | Route::Bulletin(_) => {
                alternates.push(feed(FeedId::Bulletins, words.bulletins));
            }
            Route::Article(id) => alternates.push(Alternate {
                media_type: "text/markdown",
                href: url.base().output(&Output::Markdown(id.clone())),
                title: None,
            }),
            _ => {}
        }
        alternates
    }
}

/// Returns the number of a numbered page of a list.
const fn number(route: &Route) -> Option<u32> {
    match route {
        Route::News(NewsList { page, .. }) | Route::Bulletins(page) | Route::Events(page) => {
            PageNumber::number(*page)
        }
        _ => None,
    }
}
