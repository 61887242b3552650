//! Structured data of pages, as JSON-LD in the vocabulary of schema.org.

use crate::content::items::article::{Article, Origin};
use crate::content::items::bulletin::Bulletin;
use crate::content::items::event::{Event, EventMode, EventStatus};
use crate::content::items::member::Member;
use crate::content::values::date::Moment;
use crate::publish::html::meta_tags::Image;
use crate::publish::html::prerender::PageSummary;
use crate::publish::view::SiteView;
use crate::publish::view::pages::events::day_or_time;
use crate::route::{IssueId, IssueSeries, PageNumber, PublicUrl, Route};
use serde_json::{Map, Value, json};

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
        let mut fields = object(self.publisher(url));
        let mut put = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                fields.insert(name.to_owned(), value.into());
            }
        };
        let organization = site.organization.as_ref();
        put("alternateName", self.names().of_site().other);
        put(
            "legalName",
            organization.and_then(|known| known.legal_name.as_ref().map(ToString::to_string)),
        );
        put(
            "foundingDate",
            organization.and_then(|known| known.founded.map(|date| date.to_string())),
        );
        if let Some(contact) = &site.contact {
            put("email", contact.email.as_ref().map(ToString::to_string));
            put(
                "telephone",
                contact
                    .phones
                    .first()
                    .and_then(|phone| Some(phone.numbers().first()?.dialled())),
            );
            let address = contact.address.as_ref().map(|address| {
                let mut address = json!({
                    "@type": "PostalAddress",
                    "streetAddress": address.as_str(),
                    "addressCountry": "CN",
                });
                if let Some(postcode) = &contact.postcode {
                    address["postalCode"] = postcode.as_str().into();
                }
                address
            });
            fields.extend(address.map(|address| ("address".to_owned(), address)));
        }
        Value::Object(fields)
    }

    /// Returns the alliance with the properties that matter on a single page.
    fn publisher(&self, url: &PublicUrl) -> Value {
        let site = &self.content.site;
        let mut publisher = json!({
            "@type": "Organization",
            "name": self.names().of_site().first,
            "url": url.canonical(&Route::Home),
        });
        if let Some(logo) = &site.logo {
            publisher["logo"] = url.absolute(&url.base().media(logo.as_str())).into();
        }
        publisher
    }

    fn news_article(&self, about: &About<'_>, article: &Article, url: &PublicUrl) -> Value {
        let mut fields = about.fields("NewsArticle");
        let mut put = |name: &str, value: Value| fields.insert(name.to_owned(), value);
        put("headline", article.title.as_str().into());
        put("datePublished", article.published.to_string().into());
        let updated = article.updated.unwrap_or(article.published);
        put("dateModified", updated.to_string().into());
        put("articleSection", self.section_name(&article.section).into());
        if !article.tags.is_empty() {
            let tags: Vec<Value> = article.tags.iter().map(|tag| tag.as_str().into()).collect();
            put("keywords", tags.into());
        }
        let source = article.source.as_ref();
        let author = match (&article.author, source) {
            (Some(author), _) => json!({ "@type": "Person", "name": author.as_str() }),
            (None, Some(source)) => {
                json!({ "@type": "Organization", "name": source.name.as_str() })
            }
            (None, None) => self.publisher(url),
        };
        put("author", author);
        put("publisher", self.publisher(url));
        let is_based = !matches!(article.origin, None | Some(Origin::Original));
        if let Some(original) = source.and_then(|source| source.url.as_ref())
            && is_based
        {
            put("isBasedOn", original.normalized().into());
        }
        Value::Object(fields)
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
        let mut fields = about.fields("PublicationIssue");
        let number: Value = match (bulletin.last_number(), id.series()) {
            (Some(last), _) => format!("{}-{last}", id.number()).into(),
            (None, IssueSeries::SupplementTo(issue)) => format!("{issue} S{}", id.number()).into(),
            (None, IssueSeries::SupplementOf(_)) => format!("S{}", id.number()).into(),
            (None, _) => id.number().into(),
        };
        fields.insert("issueNumber".to_owned(), number);
        if let Some(published) = bulletin.published {
            fields.insert("datePublished".to_owned(), published.to_string().into());
        }
        let mut part_of = self.periodical(url);
        if let Some(year) = id.year() {
            part_of = json!({
                "@type": "PublicationVolume",
                "volumeNumber": year,
                "isPartOf": part_of,
            });
        }
        fields.insert("isPartOf".to_owned(), part_of);
        Value::Object(fields)
    }

    fn happening(&self, about: &About<'_>, event: &Event, url: &PublicUrl) -> Value {
        let mut fields = about.fields("Event");
        let mut put = |name: &str, value: Value| fields.insert(name.to_owned(), value);
        put("description", about.description.into());
        let machine = |moment| day_or_time(event, moment).iso().to_owned();
        put("startDate", machine(event.start).into());
        put("endDate", machine(event.end.unwrap_or(event.start)).into());
        let first_start = event.first_start();
        if let Some(start) = first_start {
            put("previousStartDate", machine(start).into());
        }
        put(
            "eventStatus",
            schema(match event.status {
                EventStatus::Scheduled if first_start.is_some() => "EventRescheduled",
                EventStatus::Scheduled => "EventScheduled",
                EventStatus::Postponed => "EventPostponed",
                EventStatus::Cancelled => "EventCancelled",
            }),
        );
        if let Some(mode) = event.mode {
            put(
                "eventAttendanceMode",
                schema(match mode {
                    EventMode::Offline => "OfflineEventAttendanceMode",
                    EventMode::Online => "OnlineEventAttendanceMode",
                    EventMode::Mixed => "MixedEventAttendanceMode",
                }),
            );
        }
        put("location", self.location(event, &about.address));
        let hosts: Vec<Value> = event
            .hosts
            .iter()
            .map(|host| json!({ "@type": "Organization", "name": host.as_str() }))
            .collect();
        put(
            "organizer",
            if hosts.is_empty() {
                self.publisher(url)
            } else {
                hosts.into()
            },
        );
        Value::Object(fields)
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
        let name = venue.and_then(|venue| venue.name.as_ref());
        let city = venue.and_then(|venue| venue.city.as_ref());
        let mut postal = json!({ "@type": "PostalAddress", "addressCountry": "CN" });
        if let Some(city) = city {
            postal["addressLocality"] = city.as_str().into();
        }
        if let Some(street) = venue.and_then(|venue| venue.address.as_ref()) {
            postal["streetAddress"] = street.as_str().into();
        }
        let mut place = json!({ "@type": "Place", "address": postal });
        if let Some(name) = name
            .map(|name| name.as_str())
            .or(city.map(|city| city.as_str()))
        {
            place["name"] = name.into();
        }
        if event.mode == Some(EventMode::Mixed) {
            return json!([place, online()]);
        }
        place
    }

    fn company(&self, about: &About<'_>, member: &Member, url: &PublicUrl) -> Value {
        let names = self.names().of_member(member);
        let mut company = json!({
            "@type": "Organization",
            "name": names.first,
            "description": about.description,
            "mainEntityOfPage": about.address,
            "memberOf": self.publisher(url),
        });
        if let Some(website) = &member.website {
            company["url"] = website.normalized().into();
        }
        if let Some(logo) = &member.logo {
            company["logo"] = url.absolute(&url.base().media(logo.as_str())).into();
        }
        let short = member.short_name.as_ref().map(ToString::to_string);
        let others: Vec<String> = short.into_iter().chain(names.other).collect();
        if !others.is_empty() {
            company["alternateName"] = others.into();
        }
        if let Some(province) = member.province {
            let mut address = json!({
                "@type": "PostalAddress",
                "addressCountry": "CN",
                "addressRegion": self.names().province(province),
            });
            if let Some(city) = &member.city {
                address["addressLocality"] = city.as_str().into();
            }
            company["address"] = address;
        }
        company
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
    fn fields(&self, kind: &str) -> Map<String, Value> {
        let mut value = json!({
            "@type": kind,
            "name": self.heading,
            "url": self.address,
            "inLanguage": self.lang,
        });
        if let Some(image) = self.image {
            value["image"] = image.into();
        }
        object(value)
    }

    fn page(&self, kind: &str) -> Value {
        Value::Object(self.fields(kind))
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

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}
