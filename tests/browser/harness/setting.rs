//! Settings in which a page is tested: width, colour scheme, edition.

use super::visitor::Visitor;
use serde_json::json;
use std::fmt;

/// Width of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Width {
    /// Phone in portrait orientation.
    Phone,
    /// Desktop screen.
    Wide,
}

/// Colour scheme that the system requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scheme {
    /// Dark text on a light background.
    Light,
    /// Light text on a dark background.
    Dark,
}

/// Edition that the visitor has selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edition {
    /// Default edition.
    Ordinary,
    /// Senior edition.
    Elder,
}

/// Combination of width, scheme and edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Setting {
    pub(crate) width: Width,
    pub(crate) scheme: Scheme,
    pub(crate) edition: Edition,
}

/// Each width, scheme and edition twice, where further combinations add nothing.
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

    /// Returns all settings of an edition.
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
    /// Returns the width in CSS pixels.
    pub(crate) fn pixels(self) -> u32 {
        match self {
            Self::Phone => 390,
            Self::Wide => 1440,
        }
    }
}

impl Edition {
    /// Returns a script that selects the edition in the current page.
    pub(crate) fn choice(self) -> &'static str {
        match self {
            Self::Ordinary => "document.documentElement.removeAttribute('data-edition');",
            Self::Elder => "document.documentElement.dataset.edition = 'elder';",
        }
    }
}

impl Visitor {
    /// Applies a setting to the current page and later ones. Animations are off, so that no
    /// intermediate colour is measured.
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

    /// Sets the colour scheme that the system requests, and reduced motion.
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
