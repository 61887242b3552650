//! Data of the directory of links.

use crate::publish::view::SiteView;
use crate::publish::view::convert::text;
use crate::wire;

impl SiteView<'_> {
    pub(crate) fn links(&self) -> wire::Links {
        let groups = self
            .content
            .links
            .iter()
            .map(|(_, group)| wire::LinkGroup {
                name: group.name.to_string(),
                links: group
                    .links
                    .iter()
                    .map(|link| wire::Link {
                        name: link.name.to_string(),
                        url: link.url.to_string(),
                        logo: link
                            .logo
                            .as_ref()
                            .map(|logo| self.picture(logo, String::new())),
                        note: text(link.note.as_ref()),
                    })
                    .collect(),
            })
            .collect();
        wire::Links { groups }
    }
}
