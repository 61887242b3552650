//! HTML as a view in the browser.

use super::browser::Show;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::{Mountable, PositionState};
use wasm_bindgen::JsCast as _;

/// HTML that is the only content of its parent element.
pub(super) struct Markup(pub(super) String);

impl Show for Markup {
    fn build(self: Box<Self>) -> Box<dyn Mountable> {
        // The elements of a template are not loaded before they are in the document.
        let template = Rndr::create_element("template", None);
        template.set_inner_html(&self.0);
        let template: web_sys::HtmlTemplateElement = template.unchecked_into();
        Box::new(Nodes(siblings(template.content().first_child())))
    }

    fn hydrate(self: Box<Self>, cursor: &Cursor, position: &PositionState) -> Box<dyn Mountable> {
        _ = super::browser::pass_over(cursor, position);
        Box::new(Nodes(siblings(Some(cursor.current()))))
    }
}

/// Returns a node and those after it.
fn siblings(first: Option<Node>) -> Vec<Node> {
    std::iter::successors(first, Node::next_sibling).collect()
}

/// Nodes that are in the page.
struct Nodes(Vec<Node>);

impl Mountable for Nodes {
    fn unmount(&mut self) {
        for node in &self.0 {
            if let Some(parent) = node.parent_element() {
                Rndr::remove_node(&parent, node);
            }
        }
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        for node in &self.0 {
            Rndr::insert_node(parent, node, marker);
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let Some(first) = self.0.first() else {
            return false;
        };
        let parent = first.parent_element();
        if let Some(parent) = &parent {
            child.mount(parent, Some(first));
        }
        parent.is_some()
    }

    fn elements(&self) -> Vec<Element> {
        let elements = self.0.iter().filter_map(|node| node.dyn_ref());
        elements.cloned().collect()
    }
}
