//! Structured data of pages, as JSON-LD in the vocabulary of schema.org.

use crate::content::items::article::{Article, Origin};
use crate::content::items::bulletin::Bulletin;
use crate::content::items::event::{Event, EventMode, EventStatus};
use crate::content::items::member::Member;
use crate::content::values::date::Moment;
use crate::content::values::media::MediaPath;
use crate::publish::html::meta_tags::Image;
use crate::publish::html::prerender::PageSummary;
use crate::publish::view::SiteView;
use crate::publish::view::convert::{text, texts};
use crate::publish::view::pages::events::day_or_time;
use crate::route::{IssueId, IssueSeries, PageNumber, PublicUrl, Route};
use serde_json::{Value, json};

/// Baidu's own vocabulary, in which it accepts the dates of a page.
const BAIDU: &str = "https://ziyuan.baidu.com/contexts/cambrian.jsonld";

impl SiteView<'_> {
    /// Returns the blocks of a page: its subject, and its breadcrumbs.
    pub(crate) fn structured(
        &self,
        route: &Route,
        page: &PageSummary,
        description: &str,
        image: Option<&Image>,
        url: &PublicUrl,
    ) -> Vec<Value> {
        let mut graph = self.subjects(route, page, description, image, url);
        graph.extend(breadcrumbs(page, url));
        let mut blocks = vec![json!({ "@context": "https://schema.org", "@graph": graph })];
        if let Route::Article(id) = route
            && let Some((_, article)) = self.catalog.articles.get(id.as_str())
        {
            blocks.push(time_factor(article, &url.canonical(route)));
        }
        blocks
    }

    fn subjects(
        &self,
        route: &Route,
        page: &PageSummary,
        description: &str,
        image: Option<&Image>,
        url: &PublicUrl,
    ) -> Vec<Value> {
        let about = About {
            heading: &page.heading,
            description,
            image: image.map(|image| image.address.as_str()),
            address: url.canonical(route),
            lang: self.lang(),
        };
        let subject = match route {
            Route::Home => return vec![self.web_site(&about, url), self.organization(url)],
            Route::Article(id) => self
                .catalog
                .articles
                .get(id.as_str())
                .filter(|(_, article)| self.catalog.visibility(article).shows_text())
                .map(|(_, article)| self.news_article(&about, article, url)),
            Route::Bulletins(_) => Some(self.periodical(url)),
            Route::Bulletin(id) => {
                let bulletin = self.content.bulletins.get(id);
                bulletin.map(|bulletin| self.issue(&about, *id, bulletin, url))
            }
            Route::Event(id) => self
                .find_event(id)
                .map(|event| self.happening(&about, event, url)),
            Route::Member(id) => self
                .find_member(id)
                .map(|member| self.company(&about, member, url)),
            Route::News(_) | Route::Members | Route::Events(_) | Route::Links | Route::Year(_) => {
                Some(about.page("CollectionPage"))
            }
            Route::Search => Some(about.page("SearchResultsPage")),
            Route::Page(id) => Some(about.page(match id.as_str() {
                "about" => "AboutPage",
                "contact" => "ContactPage",
                _ => "WebPage",
            })),
        };
        subject.into_iter().collect()
    }

    fn web_site(&self, about: &About<'_>, url: &PublicUrl) -> Value {
        let site = &self.content.site;
        json!({
            "@type": "WebSite",
            "name": self.names().of_site().first,
            "alternateName": site.short_name.as_str(),
            "url": url.canonical(&Route::Home),
            "description": about.description,
            "inLanguage": about.lang,
            "publisher": self.publisher(url),
            "potentialAction": {
                "@type": "SearchAction",
                "target": {
                    "@type": "EntryPoint",
                    "urlTemplate": format!("{}?q={{search_term_string}}", url.canonical(&Route::Search)),
                },
                "query-input": "required name=search_term_string",
            },
        })
    }

    /// Returns the alliance with all known properties.
    fn organization(&self, url: &PublicUrl) -> Value {
        let site = &self.content.site;
        let known = site.organization.as_ref();
        let contact = site.contact.as_ref();
        let telephone =
            contact.and_then(|contact| contact.phones.first()?.numbers().first().cloned());
        let address = contact.and_then(|contact| {
            let postal = json!({
                "streetAddress": contact.address.as_ref()?.as_str(),
                "postalCode": text(contact.postcode.as_ref()),
            });
            Some(with(postal_address(), postal))
        });
        let more = json!({
            "alternateName": self.names().of_site().other,
            "legalName": known.and_then(|known| text(known.legal_name.as_ref())),
            "foundingDate": known.and_then(|known| text(known.founded.as_ref())),
            "email": contact.and_then(|contact| text(contact.email.as_ref())),
            "telephone": telephone.map(|number| number.dialled()),
            "address": address,
        });
        with(self.publisher(url), more)
    }

    /// Returns the alliance with the properties that matter on a single page.
    fn publisher(&self, url: &PublicUrl) -> Value {
        let logo = self.content.site.logo.as_ref();
        let publisher = json!({
            "@type": "Organization",
            "name": self.names().of_site().first,
            "url": url.canonical(&Route::Home),
        });
        with(
            publisher,
            json!({ "logo": logo.map(|logo| picture(logo, url)) }),
        )
    }

    fn news_article(&self, about: &About<'_>, article: &Article, url: &PublicUrl) -> Value {
        let source = article.source.as_ref();
        let author = match (&article.author, source) {
            (Some(author), _) => json!({ "@type": "Person", "name": author.as_str() }),
            (None, Some(source)) => {
                json!({ "@type": "Organization", "name": source.name.as_str() })
            }
            (None, None) => self.publisher(url),
        };
        let original = source.and_then(|source| source.url.as_ref());
        let is_based = !matches!(article.origin, None | Some(Origin::Original));
        let tags = Some(texts(&article.tags)).filter(|tags| !tags.is_empty());
        let more = json!({
            "headline": article.title.as_str(),
            "datePublished": article.published.to_string(),
            "dateModified": article.updated.unwrap_or(article.published).to_string(),
            "articleSection": self.section_name(&article.section),
            "keywords": tags,
            "author": author,
            "publisher": self.publisher(url),
            "isBasedOn": original.filter(|_| is_based).map(|original| original.normalized()),
        });
        with(about.page("NewsArticle"), more)
    }

    fn periodical(&self, url: &PublicUrl) -> Value {
        let name = (self.offered().periodical)(&self.names().short());
        json!({
            "@type": "Periodical",
            "name": name,
            "url": url.canonical(&Route::Bulletins(PageNumber::FRONT)),
            "publisher": self.publisher(url),
        })
    }

    fn issue(&self, about: &About<'_>, id: IssueId, bulletin: &Bulletin, url: &PublicUrl) -> Value {
        let number: Value = match (bulletin.last_number(), id.series()) {
            (Some(last), _) => format!("{}-{last}", id.number()).into(),
            (None, IssueSeries::SupplementTo(issue)) => format!("{issue} S{}", id.number()).into(),
            (None, IssueSeries::SupplementOf(_)) => format!("S{}", id.number()).into(),
            (None, _) => id.number().into(),
        };
        let mut part_of = self.periodical(url);
        if let Some(year) = id.year() {
            part_of = json!({
                "@type": "PublicationVolume",
                "volumeNumber": year,
                "isPartOf": part_of,
            });
        }
        let more = json!({
            "issueNumber": number,
            "datePublished": text(bulletin.published.as_ref()),
            "isPartOf": part_of,
        });
        with(about.page("PublicationIssue"), more)
    }

    fn happening(&self, about: &About<'_>, event: &Event, url: &PublicUrl) -> Value {
        let machine = |moment| day_or_time(event, moment).iso().to_owned();
        let first_start = event.first_start();
        let hosts = event.hosts.iter();
        let hosts: Vec<Value> = hosts
            .map(|host| json!({ "@type": "Organization", "name": host.as_str() }))
            .collect();
        let more = json!({
            "description": about.description,
            "startDate": machine(event.start),
            "endDate": machine(event.end.unwrap_or(event.start)),
            "previousStartDate": first_start.map(machine),
            "eventStatus": schema(match event.status {
                EventStatus::Scheduled if first_start.is_some() => "EventRescheduled",
                EventStatus::Scheduled => "EventScheduled",
                EventStatus::Postponed => "EventPostponed",
                EventStatus::Cancelled => "EventCancelled",
            }),
            "eventAttendanceMode": event.mode.map(|mode| schema(match mode {
                EventMode::Offline => "OfflineEventAttendanceMode",
                EventMode::Online => "OnlineEventAttendanceMode",
                EventMode::Mixed => "MixedEventAttendanceMode",
            })),
            "location": self.location(event, &about.address),
            "organizer": if hosts.is_empty() { self.publisher(url) } else { hosts.into() },
        });
        with(about.page("Event"), more)
    }

    /// Returns the location of an event. A location that is not yet known has the name of the
    /// country.
    fn location(&self, event: &Event, address: &str) -> Value {
        let online = || {
            let official = event.official_url.as_ref();
            json!({
                "@type": "VirtualLocation",
                "url": official.map_or(address, |official| official.normalized()),
            })
        };
        if event.mode == Some(EventMode::Online) {
            return online();
        }
        let venue = event.venue.as_ref();
        let city = venue.and_then(|venue| text(venue.city.as_ref()));
        let name = venue.and_then(|venue| text(venue.name.as_ref()));
        let postal = json!({
            "addressLocality": city,
            "streetAddress": venue.and_then(|venue| text(venue.address.as_ref())),
        });
        let place = json!({ "@type": "Place", "address": with(postal_address(), postal) });
        let place = with(place, json!({ "name": name.or(city) }));
        if event.mode == Some(EventMode::Mixed) {
            return json!([place, online()]);
        }
        place
    }

    fn company(&self, about: &About<'_>, member: &Member, url: &PublicUrl) -> Value {
        let names = self.names().of_member(member);
        let short = text(member.short_name.as_ref());
        let others: Vec<String> = short.into_iter().chain(names.other).collect();
        let address = member.province.map(|province| {
            let postal = json!({
                "addressRegion": self.names().province(province),
                "addressLocality": text(member.city.as_ref()),
            });
            with(postal_address(), postal)
        });
        let company = json!({
            "@type": "Organization",
            "name": names.first,
            "description": about.description,
            "mainEntityOfPage": about.address,
            "memberOf": self.publisher(url),
        });
        let more = json!({
            "url": member.website.as_ref().map(|website| website.normalized()),
            "logo": member.logo.as_ref().map(|logo| picture(logo, url)),
            "alternateName": Some(others).filter(|others| !others.is_empty()),
            "address": address,
        });
        with(company, more)
    }
}

/// Properties common to all pages.
struct About<'a> {
    heading: &'a str,
    description: &'a str,
    image: Option<&'a str>,
    address: String,
    lang: &'a str,
}

impl About<'_> {
    fn page(&self, kind: &str) -> Value {
        let page = json!({
            "@type": kind,
            "name": self.heading,
            "url": self.address,
            "inLanguage": self.lang,
        });
        with(page, json!({ "image": self.image }))
    }
}

/// Returns the breadcrumbs that the page shows, with the page itself as the last.
fn breadcrumbs(page: &PageSummary, url: &PublicUrl) -> Option<Value> {
    if page.trail.is_empty() {
        return None;
    }
    let steps = (1..).zip(&page.trail).map(|(position, step)| {
        json!({
            "@type": "ListItem",
            "position": position,
            "name": step.name,
            "item": url.canonical(&step.to),
        })
    });
    let here = json!({
        "@type": "ListItem",
        "position": page.trail.len() + 1,
        "name": page.heading,
    });
    let steps: Vec<Value> = steps.chain([here]).collect();
    Some(json!({ "@type": "BreadcrumbList", "itemListElement": steps }))
}

/// Returns the times of publication and change of an article in Baidu's form: without the offset,
/// as Baidu always assumes Chinese time.
fn time_factor(article: &Article, address: &str) -> Value {
    let time = |moment: Moment| moment.rfc3339().replace("+08:00", "");
    json!({
        "@context": BAIDU,
        "@id": address,
        "title": article.title.as_str(),
        "pubDate": time(article.published),
        "upDate": time(article.updated.unwrap_or(article.published)),
    })
}

fn schema(word: &str) -> Value {
    format!("https://schema.org/{word}").into()
}

fn picture(path: &MediaPath, url: &PublicUrl) -> String {
    url.absolute(&url.base().media(path.as_str()))
}

fn postal_address() -> Value {
    json!({ "@type": "PostalAddress", "addressCountry": "CN" })
}

/// Returns an object with further properties; those without a value are left out.
fn with(mut object: Value, more: Value) -> Value {
    if let (Value::Object(fields), Value::Object(more)) = (&mut object, more) {
        fields.extend(more.into_iter().filter(|(_, value)| !value.is_null()));
    }
    object
}
