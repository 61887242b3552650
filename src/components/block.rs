//! A view that is taken over at once and replaced as a whole.
//!
//! The framework compiles, for every view that is boxed, code that hydrates it piece by
//! piece while routes load lazily, and code that compares it with a later version of
//! itself. Here routes are not lazy, and a page's content is not edited in place but
//! exchanged. Leaving both out takes a third off the WebAssembly that every visitor loads.
//! What is reactive inside a block (signals, attributes, lists) stays so.

use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::ssr::StreamBuilder;
use leptos::tachys::view::{Mountable, Position, PositionState};

/// Boxes a view as a block.
pub trait IntoBlock {
    /// The view as a block. It must have at least one node.
    fn into_block(self) -> AnyView;
}

impl<View> IntoBlock for View
where
    View: RenderHtml + 'static,
    View::AsyncOutput: 'static,
{
    fn into_block(self) -> AnyView {
        Block(self).into_any()
    }
}

/// A view that is taken over at once and replaced as a whole.
struct Block<View>(View);

impl<View: RenderHtml + 'static> Render for Block<View> {
    type State = View::State;

    fn build(self) -> Self::State {
        self.0.build()
    }

    fn rebuild(self, state: &mut Self::State) {
        let mut new = self.0.build();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

impl<View: RenderHtml + 'static> AddAnyAttr for Block<View> {
    type Output<NewAttr: Attribute> = Self;

    /// Attributes belong on the elements inside; none is ever spread over a block.
    fn add_any_attr<NewAttr: Attribute>(self, _attribute: NewAttr) -> Self::Output<NewAttr> {
        self
    }
}

impl<View> RenderHtml for Block<View>
where
    View: RenderHtml + 'static,
    View::AsyncOutput: 'static,
{
    type AsyncOutput = View::AsyncOutput;
    type Owned = Self;

    const MIN_LENGTH: usize = View::MIN_LENGTH;
    const EXISTS: bool = View::EXISTS;

    fn dry_resolve(&mut self) {
        self.0.dry_resolve();
    }

    async fn resolve(self) -> Self::AsyncOutput {
        self.0.resolve().await
    }

    fn html_len(&self) -> usize {
        self.0.html_len()
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        extra_attrs: Vec<AnyAttribute>,
    ) {
        self.0
            .to_html_with_buf(buf, position, escape, mark_branches, extra_attrs);
    }

    fn to_html_async_with_buf<const OUT_OF_ORDER: bool>(
        self,
        buf: &mut StreamBuilder,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        extra_attrs: Vec<AnyAttribute>,
    ) {
        self.0.to_html_async_with_buf::<OUT_OF_ORDER>(
            buf,
            position,
            escape,
            mark_branches,
            extra_attrs,
        );
    }

    fn hydrate<const FROM_SERVER: bool>(
        self,
        cursor: &Cursor,
        position: &PositionState,
    ) -> Self::State {
        self.0.hydrate::<FROM_SERVER>(cursor, position)
    }

    fn into_owned(self) -> Self::Owned {
        self
    }
}
