//! Paths of the files of an index, below its folder.

/// Folder of all other files, which browsers may cache forever.
pub(super) const NAMED: &str = "files/";

/// Returns the path of a shard.
pub(super) fn shard_path(generation: u32, shard: u32) -> String {
    let mut path = NAMED.to_owned();
    push_hex(&mut path, generation);
    path.push('/');
    push_number(&mut path, shard);
    path.push_str(".bin");
    path
}

/// Appends eight hexadecimal digits; `format!` would cost a kilobyte of code.
pub(super) fn push_hex(text: &mut String, number: u32) {
    for shift in (0..8).rev() {
        text.extend(char::from_digit(number >> (shift * 4) & 15, 16));
    }
}

/// Appends a number in decimal digits.
pub(super) fn push_number(text: &mut String, number: u32) {
    if number >= 10 {
        push_number(text, number / 10);
    }
    text.extend(char::from_digit(number % 10, 10));
}

/// Returns the path of the entry of the pinyin index.
pub(super) fn spelled_path(name: u32) -> String {
    let mut path = [NAMED, "pinyin-"].concat();
    push_hex(&mut path, name);
    path.push_str(".bin");
    path
}

/// Returns the path of the file with synonyms and known terms.
pub(super) fn words_path(name: u32) -> String {
    let mut path = [NAMED, "words-"].concat();
    push_hex(&mut path, name);
    path.push_str(".txt");
    path
}

/// Returns the path of the file with the cards of some documents.
pub(super) fn card_path(folder: u32, first: u32) -> String {
    let mut path = [NAMED, "text/"].concat();
    push_hex(&mut path, folder);
    path.push('/');
    push_number(&mut path, first);
    path.push_str(".txt");
    path
}

/// Returns the path of the file with a part of a document's text.
pub(super) fn text_path(folder: u32, document: u32, part: u32) -> String {
    let mut path = [NAMED, "text/"].concat();
    push_hex(&mut path, folder);
    path.push('/');
    push_number(&mut path, document);
    path.push('.');
    push_number(&mut path, part);
    path.push_str(".txt");
    path
}
