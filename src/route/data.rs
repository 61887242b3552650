//! JSON files that the app fetches, one for each page.

use super::Route;
use std::fmt;

/// JSON file of the published portal, identified by its path.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DataFile(String);

impl DataFile {
    /// Returns the file with the data of a page, at the path of the page.
    #[must_use]
    pub fn of(route: &Route) -> Self {
        let path = match route {
            Route::Home => "/home".to_owned(),
            _ => route.to_string(),
        };
        Self(["data", path.trim_end_matches('/'), ".json"].concat())
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
