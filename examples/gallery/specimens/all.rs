//! Specimens of the gallery: each component in each of its states, with fictitious data.

mod frame;
mod lists;
mod loading;
mod words;

use leptos::prelude::*;
use portal::components::*;
use portal::load::LoadError;
use portal::route::{NewsList, PageNumber, Route, SearchQuery};
use portal::wire::{self, FromJson};
use serde_json::{Value, json};

/// A component in one of its states.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Specimen {
    /// Name of the component.
    pub(crate) component: &'static str,
    /// Purpose of the component.
    pub(crate) about: &'static str,
    /// Description of the state.
    pub(crate) state: &'static str,
    /// Height on a wide screen, in pixels.
    pub(crate) height: u32,
    /// Creates the view.
    pub(crate) view: fn() -> AnyView,
}

/// Name of a state, its height on a wide screen, and its view.
type State = (&'static str, u32, fn() -> AnyView);

impl Specimen {
    /// Returns the file of its page.
    pub(crate) fn file(&self) -> String {
        let state = self
            .state
            .replace(|letter: char| !letter.is_ascii_alphanumeric(), "-");
        format!("{}-{state}.html", self.component).to_ascii_lowercase()
    }
}

/// Callback that adds a component, its purpose, and its states.
type Of<'a> = dyn FnMut(&'static str, &'static str, &[State]) + 'a;

/// Returns all specimens, grouped by component.
pub(crate) fn specimens() -> Vec<Specimen> {
    let mut all = Vec::new();
    let mut of = |component, about, states: &[State]| {
        all.extend(states.iter().map(|(state, height, view)| Specimen {
            component,
            about,
            state,
            height: *height,
            view: *view,
        }));
    };
    frame::specimens(&mut of);
    words::specimens(&mut of);
    lists::specimens(&mut of);
    loading::specimens(&mut of);
    all
}

const LONG: &str =
    "关于印发《示例云丝产业技术创新战略联盟关键装备与检测方法协同攻关管理办法（试行）》的通知";

/// Decodes an argument of a component from JSON.
fn made<T: FromJson>(json: Value) -> T {
    T::from_json(&json.to_string()).expect("a specimen's data fits its component")
}

fn date(iso: &str) -> wire::Date {
    wire::Date::new(iso.to_owned())
}

fn picture() -> Value {
    json!({ "src": "media/pictures/line.webp", "alt": "一条纺丝线", "width": 1200, "height": 800 })
}

fn logo() -> Value {
    json!({ "src": "media/logo.svg", "alt": "", "width": 64, "height": 64 })
}
