//! What the gallery shows: each component, each of its states, with made-up data.

mod frame;
mod lists;
mod loading;
mod words;

use leptos::prelude::*;
use portal::components::*;
use portal::load::LoadError;
use portal::route::{Asked, NewsList, PageNumber, Route};
use portal::wire::{self, FromJson};
use serde_json::{Value, json};

/// A component in one of its states.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Specimen {
    /// The component's name.
    pub(crate) component: &'static str,
    /// What it is for.
    pub(crate) about: &'static str,
    /// What the data is like.
    pub(crate) state: &'static str,
    /// How much room it takes on a wide screen.
    pub(crate) height: u32,
    /// Makes it.
    pub(crate) view: fn() -> AnyView,
}

/// A state's name, its height on a wide screen, and what makes it.
type State = (&'static str, u32, fn() -> AnyView);

impl Specimen {
    /// The file of its page.
    pub(crate) fn file(&self) -> String {
        let state = self
            .state
            .replace(|letter: char| !letter.is_ascii_alphanumeric(), "-");
        format!("{}-{state}.html", self.component).to_ascii_lowercase()
    }
}

/// Takes a component, what it is for, and its states.
type Of<'a> = dyn FnMut(&'static str, &'static str, &[State]) + 'a;

/// Every specimen; those of a component stand together.
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

/// A value that a component takes, from its JSON.
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
