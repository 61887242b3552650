//! The ways in which a page is looked at: how wide, in which scheme, in which edition.

use super::visitor::Visitor;
use serde_json::json;
use std::fmt;

/// How wide the window is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Width {
    /// As a phone held upright.
    Phone,
    /// As a desk's screen.
    Wide,
}

/// Which scheme the system asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scheme {
    /// Dark words on a light ground.
    Light,
    /// Light words on a dark ground.
    Dark,
}

/// Which edition the visitor has chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edition {
    /// The one that everybody gets.
    Ordinary,
    /// The one for older readers.
    Elder,
}

/// One way of looking at a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Setting {
    pub(crate) width: Width,
    pub(crate) scheme: Scheme,
    pub(crate) edition: Edition,
}

/// Each width, scheme and edition twice, where that tells as much as all their combinations.
pub(crate) const MIXED: [Setting; 4] = [
    Setting::new(Width::Phone, Scheme::Light, Edition::Ordinary),
    Setting::new(Width::Wide, Scheme::Dark, Edition::Ordinary),
    Setting::new(Width::Phone, Scheme::Dark, Edition::Elder),
    Setting::new(Width::Wide, Scheme::Light, Edition::Elder),
];

impl Setting {
    const fn new(width: Width, scheme: Scheme, edition: Edition) -> Self {
        Self {
            width,
            scheme,
            edition,
        }
    }

    /// Every way of looking at an edition's pages.
    pub(crate) fn of_edition(edition: Edition) -> impl Iterator<Item = Self> {
        [Width::Wide, Width::Phone]
            .into_iter()
            .flat_map(move |width| {
                [Scheme::Light, Scheme::Dark].map(|scheme| Self::new(width, scheme, edition))
            })
    }
}

impl fmt::Display for Setting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = match self.width {
            Width::Phone => "phone",
            Width::Wide => "wide",
        };
        let scheme = match self.scheme {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        };
        let edition = match self.edition {
            Edition::Ordinary => "ordinary",
            Edition::Elder => "elder",
        };
        write!(f, "{width}, {scheme}, {edition}")
    }
}

impl Width {
    /// In CSS pixels.
    pub(crate) fn pixels(self) -> u32 {
        match self {
            Self::Phone => 390,
            Self::Wide => 1440,
        }
    }
}

impl Edition {
    /// A script that chooses the edition for the page as it stands.
    pub(crate) fn choice(self) -> &'static str {
        match self {
            Self::Ordinary => "document.documentElement.removeAttribute('data-edition');",
            Self::Elder => "document.documentElement.dataset.edition = 'elder';",
        }
    }
}

impl Visitor {
    /// From now on pages are looked at in this way, the present one too. Nothing moves by
    /// itself meanwhile, so that no colour is met half-way to another.
    pub(crate) async fn adopt(&self, setting: Setting) {
        self.resize(setting.width.pixels()).await;
        self.prefer(setting.scheme).await;
        self.run(setting.edition.choice()).await;
        let width = setting.width.pixels();
        self.until(
            "the window has its width",
            &format!("matchMedia('(width: {width}px)').matches"),
        )
        .await;
    }

    /// From now on the system asks for a scheme, and for no motion.
    pub(crate) async fn prefer(&self, scheme: Scheme) {
        let scheme = match scheme {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        };
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.command(
            "Emulation.setEmulatedMedia",
            json!({ "features": features }),
        )
        .await;
        self.until(
            "the scheme is known",
            &format!("matchMedia('(prefers-color-scheme: {scheme})').matches"),
        )
        .await;
    }
}
