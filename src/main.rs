//! Entry point of the app in the browser, whose boot script calls the functions that
//! [`mount`](portal::browser::mount) exports.

use portal as _;

fn main() {}
