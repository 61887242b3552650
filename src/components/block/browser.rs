//! Blocks and static views in the browser. Any view is behind one small trait, so that the
//! code for boxing is compiled once and not once for each type of view.

use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::{Mountable, Position, PositionState};
use wasm_bindgen::JsCast as _;

/// A view of any type.
pub(super) struct Boxed(Box<dyn Show>);

impl Boxed {
    pub(super) fn block(view: impl RenderHtml + 'static) -> Self {
        Self::new(Block(view))
    }

    pub(super) fn still(view: impl RenderHtml + 'static) -> Self {
        Self::new(Still(view))
    }

    pub(super) fn new(view: impl Show + 'static) -> Self {
        Self(Box::new(view))
    }
}

/// Rendering and hydration of a boxed view.
pub(super) trait Show: Send {
    fn build(self: Box<Self>) -> Box<dyn Mountable>;
    fn hydrate(self: Box<Self>, cursor: &Cursor, position: &PositionState) -> Box<dyn Mountable>;
}

struct Block<View>(View);

impl<View: RenderHtml + 'static> Show for Block<View> {
    fn build(self: Box<Self>) -> Box<dyn Mountable> {
        Box::new(self.0.build())
    }

    fn hydrate(self: Box<Self>, cursor: &Cursor, position: &PositionState) -> Box<dyn Mountable> {
        Box::new(self.0.hydrate::<true>(cursor, position))
    }
}

struct Still<View>(View);

impl<View: RenderHtml + 'static> Show for Still<View> {
    fn build(self: Box<Self>) -> Box<dyn Mountable> {
        Box::new(self.0.build())
    }

    fn hydrate(self: Box<Self>, cursor: &Cursor, position: &PositionState) -> Box<dyn Mountable> {
        Box::new(pass_over(cursor, position))
    }
}

/// Returns the next element of the page, and moves the cursor past it.
pub(super) fn pass_over(cursor: &Cursor, position: &PositionState) -> Element {
    match position.get() {
        Position::FirstChild => cursor.child(),
        Position::Current => {}
        _ => cursor.sibling(),
    }
    position.set(Position::NextChild);
    cursor.current().unchecked_into()
}

/// A view that is in the page.
pub(super) struct Shown(Box<dyn Mountable>);

impl Mountable for Shown {
    fn unmount(&mut self) {
        self.0.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.0.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        self.0.elements()
    }
}

impl Render for Boxed {
    type State = Shown;

    fn build(self) -> Shown {
        Shown(self.0.build())
    }

    fn rebuild(self, state: &mut Shown) {
        let mut new = Render::build(self);
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

impl AddAnyAttr for Boxed {
    type Output<NewAttr: Attribute> = Self;

    /// Returns the view unchanged: attributes are set on the elements inside, and none is ever
    /// spread over a box.
    fn add_any_attr<NewAttr: Attribute>(self, _attribute: NewAttr) -> Self {
        self
    }
}

impl RenderHtml for Boxed {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    /// Does nothing: HTML is rendered natively only, where the framework boxes views.
    fn to_html_with_buf(
        self,
        _buf: &mut String,
        _position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> Shown {
        Shown(self.0.hydrate(cursor, position))
    }

    fn into_owned(self) -> Self {
        self
    }
}
