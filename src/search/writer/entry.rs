//! Writer of the entry; for the layout see [entry](super::super::entry).

use super::super::bits::{BitWriter, rice_parameter};
use super::super::entry::VERSION;
use super::super::tier::{FREQUENT_BITS, Tier};
use super::{Document, Folder};
use std::collections::BTreeMap;

pub(super) fn write_entry(
    documents: &[Document],
    tiers: &[Tier],
    folders: &[Folder],
    related: [u32; 2],
) -> Vec<u8> {
    let mut bytes = Vec::new();
    number(&mut bytes, VERSION);
    number(&mut bytes, tiers.len() as u32);
    for tier in tiers {
        number(&mut bytes, tier.measures.documents);
        number(&mut bytes, tier.measures.base);
        number(&mut bytes, tier.measures.class_bits);
        bytes.extend(tier.generation.to_be_bytes());
        number(&mut bytes, tier.shards);
        number(&mut bytes, tier.frequent.len() as u32);
        for marks in &tier.frequent {
            write_marks(&mut bytes, marks);
        }
    }
    let groups: BTreeMap<(&str, &str), u32> = documents
        .iter()
        .map(|document| ((document.kind.as_str(), document.section.as_str()), 0))
        .collect();
    let groups: BTreeMap<(&str, &str), u32> = groups.into_keys().zip(0..).collect();
    number(&mut bytes, groups.len() as u32);
    for (kind, section) in groups.keys() {
        string(&mut bytes, kind);
        string(&mut bytes, section);
    }
    number(&mut bytes, documents.len() as u32);
    let lengths = folders.iter().flat_map(|folder| &folder.lengths);
    for (document, length) in documents.iter().zip(lengths) {
        let group = groups[&(document.kind.as_str(), document.section.as_str())];
        number(&mut bytes, group << 2 | length);
    }
    let years: Vec<&[Document]> = documents
        .chunk_by(|one, other| one.year == other.year)
        .collect();
    number(&mut bytes, years.len() as u32);
    for run in years {
        number(&mut bytes, run[0].year);
        number(&mut bytes, run.len() as u32);
    }
    number(&mut bytes, folders.len() as u32);
    for folder in folders {
        bytes.extend(folder.name.to_be_bytes());
    }
    for name in related {
        bytes.extend(name.to_be_bytes());
    }
    bytes
}

fn write_marks(bytes: &mut Vec<u8>, marks: &[u32]) {
    let mut bits = BitWriter::default();
    let count = marks.len() as u32;
    let gap = rice_parameter((1 << FREQUENT_BITS) / count.max(1));
    let mut previous = 0;
    for mark in marks {
        bits.rice(mark - previous, gap);
        previous = *mark;
    }
    let written = bits.finish();
    number(bytes, count);
    number(bytes, written.len() as u32);
    bytes.extend(written);
}

fn number(bytes: &mut Vec<u8>, number: u32) {
    let mut left = number;
    while left >= 0x80 {
        bytes.push(left as u8 | 0x80);
        left >>= 7;
    }
    bytes.push(left as u8);
}

fn string(bytes: &mut Vec<u8>, text: &str) {
    number(bytes, text.len() as u32);
    bytes.extend(text.as_bytes());
}
