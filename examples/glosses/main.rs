//! Puts a file of `examples/train_reader/written/` in English, word for word, as the reader gets it.
//!
//! ```text
//! cargo run --release --example glosses -- de < examples/train_reader/written/de/01.txt
//! ```
//!
//! Each line is a mark, a space and a text: "?" and ">" mark questions, "=" numbers, which stay.

use std::io::{BufRead as _, BufWriter, Write as _};

use anyhow::Context as _;
use quoth::language;

fn main() -> anyhow::Result<()> {
    let code = std::env::args().nth(1).context("name a language: de, zh")?;
    let mut out = BufWriter::new(std::io::stdout());
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let line = line.trim();
        let (mark, text) = line.split_once(' ').unwrap_or((line, ""));
        let glossed = match mark {
            "=" => Some(text.to_owned()),
            "?" | ">" => language::glossed_question(text, &code),
            _ => language::glossed(text, &code),
        };
        let glossed = glossed.with_context(|| format!("no glosses of the language {code}"))?;
        writeln!(out, "{mark} {glossed}")?;
    }
    Ok(out.flush()?)
}
