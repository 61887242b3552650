//! Tests of files for the root of the host: they are copied unchanged, and none replaces
//! another file of the portal.

use super::harness::sites::publish;
use crate::fixtures::{TODAY, fixture, temporary, tree, write};
use portal::content::values::date::Date;
use portal::publish::read;
use portal::publish::{Drafts, check};
use std::collections::BTreeSet;

#[test]
fn files_of_the_root_are_published_as_they_are() {
    let site = temporary();
    for (path, bytes) in tree(&fixture("everything/site")) {
        write(site.path(), &path, bytes);
    }
    let before = publish(site.path(), None);
    let files = [
        ("CNAME", &b"www.example.org\n"[..]),
        (
            ".well-known/security.txt",
            b"Contact: mailto:a@example.org\n",
        ),
        ("MP_verify_abc.txt", b"abc"),
        ("favicon/图.bin", &[0, 255, 1]),
    ];
    for (path, bytes) in files {
        write(site.path(), &format!("root/{path}"), bytes);
    }
    let mut published = publish(site.path(), None);
    for (path, bytes) in files {
        assert_eq!(published.remove(path).as_deref(), Some(bytes), "{path}");
    }
    published.remove(".portal-files");
    let mut before = before;
    before.remove(".portal-files");
    assert!(published == before, "something else differs");
}

/// A name that the check accepted would be written twice.
#[test]
fn no_file_of_the_root_may_have_a_name_that_the_portal_has() {
    let site = temporary();
    for (path, bytes) in tree(&fixture("everything/site")) {
        write(site.path(), &path, bytes);
    }
    let published = publish(site.path(), None);
    for path in published.keys() {
        write(site.path(), &format!("root/{path}"), "mine");
    }
    let (year, month, day) = TODAY;
    let today = Date::new(year, month, day).expect("the calendar has this day");
    let files = read(site.path()).expect("it is a site");
    let problems = check(&files, Drafts::Built, today);
    let told = problems.into_iter();
    let told = told.filter(|problem| problem.code() == "root-name-taken");
    let told: BTreeSet<String> = told.map(|problem| problem.file).collect();
    let expected = published.into_keys().map(|path| format!("root/{path}"));
    let expected: BTreeSet<String> = expected.collect();
    let passed: Vec<_> = expected.difference(&told).collect();
    assert!(passed.is_empty(), "{passed:?}");
}
