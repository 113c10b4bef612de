//! Plain text to blocks: the headings, paragraphs and list items of a text without mark-up.
//!
//! Blank lines part a text into runs of lines. A run is cut before every list item, and then
//! either at each line (files that keep a paragraph on one line) or only where a line stops well
//! short of the width at which the others are wrapped. All of it is one pass over the lines.

mod cutting;
mod hanging;
mod headings;
mod lines;
mod lists;
mod messages;
mod named;
mod reading;
mod tables;
mod versions;

pub(super) use cutting::blocks;
pub(super) use lists::{BULLETS, opens_item};
pub(super) use reading::{read, read_lines};

#[cfg(test)]
mod tests;
