//! JSON files that the app fetches, one for each page.

use super::{NewsList, PageNumber, Route};
use std::fmt;

/// JSON file of the published portal, identified by its path.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DataFile(String);

impl DataFile {
    /// Returns the file with the data of a page.
    #[must_use]
    pub fn of(route: &Route) -> Self {
        Self(match route {
            Route::Home => "data/home.json".to_owned(),
            Route::News(NewsList { section, page }) => {
                let folder = match section {
                    Some(section) => format!("data/news/{section}"),
                    None => "data/news".to_owned(),
                };
                paged(&folder, *page)
            }
            Route::Article(id) => format!("data/articles/{id}.json"),
            Route::Members => "data/members.json".to_owned(),
            Route::Member(id) => format!("data/members/{id}.json"),
            Route::Bulletins(page) => paged("data/bulletins", *page),
            Route::Bulletin(id) => format!("data/bulletins/{id}.json"),
            Route::Events(page) => paged("data/events", *page),
            Route::Event(id) => format!("data/events/{id}.json"),
            Route::Links => "data/links.json".to_owned(),
            Route::Search => "data/search.json".to_owned(),
            Route::Year(year) => format!("data/years/{year}.json"),
            Route::Page(id) => format!("data/pages/{id}.json"),
        })
    }

    /// Returns a file of the search index, given its path there.
    #[must_use]
    pub fn search(path: &str) -> Self {
        Self(["data/search/", path].concat())
    }

    /// Returns the path in the output, without a leading slash.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for DataFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn paged(folder: &str, page: PageNumber) -> String {
    match page.number() {
        Some(number) => format!("{folder}/page/{number}.json"),
        None => format!("{folder}.json"),
    }
}
