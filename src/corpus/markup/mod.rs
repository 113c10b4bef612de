//! Texts whose markup goes by lines: reStructuredText, `AsciiDoc` and Org.
//!
//! Each syntax has a module that takes [`lines`] one after the other and says of
//! each what it begins: a heading, an item, a term with its meaning, code, a
//! table. It hands the lines of each to [`blocks::Blocks`], which reads the
//! markup within them by the syntax's own marks ([`inline`]) and makes a
//! [`ReadBlock`](super::read_block::ReadBlock) of them. From there on all texts go
//! the same way. No syntax recurses with the depth of its input, and none looks at a
//! line more often than a fixed number of times.

mod asciidoc;
mod blocks;
mod inline;
mod lines;
mod org;
mod reader;
mod rows;
mod rst;
mod text;

use super::document::Block;
use super::front_matter::FrontMatter;
use super::read_block;
use crate::language::Language;

/// A syntax of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Syntax {
    Rst,
    AsciiDoc,
    Org,
}

/// Reads a source of a syntax: its language, its blocks, and what it says of itself.
pub(super) fn read(source: &str, syntax: Syntax) -> (Option<Language>, Vec<Block>, FrontMatter) {
    let lines = lines::of(source);
    let (blocks, front_matter) = match syntax {
        Syntax::Rst => rst::read(&lines),
        Syntax::AsciiDoc => asciidoc::read(&lines),
        Syntax::Org => org::read(&lines),
    };
    let (language, blocks) = read_block::split(source, &blocks);
    (language, blocks, front_matter)
}

#[cfg(test)]
mod tests;
