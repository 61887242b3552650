//! Bytes of the app, by crate and by family of functions.
//!
//! They are those of the module between `wasm-bindgen`, which removes what only describes
//! interfaces, and `wasm-opt`, which removes the names. What is sent is smaller; the shares tell
//! where its bytes come from.

use crate::figures::Figures;
use crate::module;
use crate::sites::Maker;
use rustc_demangle::demangle;
use std::collections::HashMap;
use std::fs;

/// The module as `wasm-bindgen` has written it.
const FILE: &str = "target/wasm-bindgen/release/app_bg.wasm";
/// Number of the largest families that are listed.
const FAMILIES: usize = 25;
/// Number of the largest crates that are listed.
const CRATES: usize = 20;

/// Measures the app, if it has been compiled here.
pub(crate) fn measure(figures: &mut Figures) {
    let Some(module) = fs::read(FILE).ok().and_then(|bytes| module::read(&bytes)) else {
        println!("the app was not taken apart: there is no module in {FILE}");
        return;
    };
    let (mut crates, mut families) = (HashMap::new(), HashMap::new());
    for (name, size) in &module.functions {
        // Without the hash that ends it.
        let name = format!("{:#}", demangle(name));
        add(&mut crates, owner(&name).to_owned(), *size);
        add(&mut families, family(&name), *size);
    }
    let mut record = |topic: &str, name: &str, size: usize| {
        figures.record(topic, Maker::Portal, name, "bytes", size as f64);
    };
    for (name, (_, size)) in largest(crates, CRATES) {
        record("app: crates", &name, size);
    }
    record("app: crates", "(data)", module.data);
    for (name, (count, size)) in largest(families, FAMILIES) {
        record("app: families", &format!("{name} × {count}"), size);
    }
}

/// Sizes by name, with the number of functions.
type Sizes = HashMap<String, (usize, usize)>;

fn add(sizes: &mut Sizes, name: String, size: usize) {
    let (count, sum) = sizes.entry(name).or_default();
    *count += 1;
    *sum += size;
}

fn largest(sizes: Sizes, limit: usize) -> Vec<(String, (usize, usize))> {
    let mut sizes: Vec<_> = sizes.into_iter().collect();
    sizes.sort_by(|(one, (_, a)), (other, (_, b))| b.cmp(a).then_with(|| one.cmp(other)));
    sizes.truncate(limit);
    sizes
}

/// Returns the crate of a function. A method of a trait belongs to the crate of its type, or to
/// that of the trait if the type is a primitive or a parameter.
fn owner(name: &str) -> &str {
    let Some(rest) = name.strip_prefix('<') else {
        return first_crate(name).unwrap_or("(without a name)");
    };
    let (of, by) = rest.split_once(" as ").unwrap_or((rest, rest));
    first_crate(of)
        .or_else(|| first_crate(by))
        .unwrap_or("core")
}

/// Returns the first crate that a path or a type names.
fn first_crate(text: &str) -> Option<&str> {
    let (before, _) = text.split_once("::")?;
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    let name = before.rsplit(|letter| !is_name(letter)).next()?;
    Some(name).filter(|name| !name.is_empty())
}

/// Returns the name that all instances of a generic function have in common, and its closures
/// too: without type arguments, and without the type that implements a trait.
fn family(name: &str) -> String {
    if name.is_empty() {
        return "(without a name)".to_owned();
    }
    let name = match implementation(name) {
        Some((by, method)) => format!("<_ as {}>{method}", without_arguments(by)),
        None => without_arguments(name),
    };
    name.replace("::{{closure}}", "")
}

/// Splits `<type as trait>::method` into the trait and the method.
fn implementation(name: &str) -> Option<(&str, &str)> {
    let rest = name.strip_prefix('<')?;
    let mut depth = 0;
    let mut from = None;
    for (at, letter) in rest.char_indices() {
        match letter {
            '<' => depth += 1,
            // The arrow of a function's type closes nothing.
            '>' if rest[..at].ends_with('-') => {}
            '>' if depth == 0 => return Some((rest.get(from?..at)?, &rest[at + 1..])),
            '>' => depth -= 1,
            ' ' if depth == 0 && rest[at..].starts_with(" as ") => from = Some(at + 4),
            _ => {}
        }
    }
    None
}

/// Replaces what is between angle brackets.
fn without_arguments(name: &str) -> String {
    let mut kept = String::new();
    let mut depth = 0;
    let mut before = ' ';
    for letter in name.chars() {
        match letter {
            '<' => depth += 1,
            '>' if before == '-' => {}
            '>' => {
                depth -= 1;
                if depth == 0 {
                    kept.push_str("<_>");
                }
            }
            _ if depth == 0 => kept.push(letter),
            _ => {}
        }
        before = letter;
    }
    kept
}
