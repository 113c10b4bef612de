//! Makes the static word vectors that Quoth carries, out of a sentence encoder.
//!
//! A vector for every word piece of all-MiniLM-L6-v2, such that the mean of a
//! text's vectors comes as near as it can to what the whole network makes of
//! the text:
//!
//! 1. every text goes through the network; its vector, centred and reduced by a
//!    principal component analysis, is the target of the text;
//! 2. every piece goes through the network alone, into the same space: a start
//!    for the many pieces that few texts contain;
//! 3. the vectors are fitted by least squares, with a ridge that holds them near
//!    their starts, and rounded to bytes.
//!
//! The same model and texts give the same file. `PROVENANCE.md` beside it says
//! where both come from; `texts.py` gathers the texts. The texts are shared out
//! among all cores, so the network's library had better not share out the work
//! on one text again:
//!
//! ```sh
//! CANDLE_NUM_THREADS=1 cargo run --release --manifest-path examples/distil/Cargo.toml -- model texts.txt src/language/vectors/pieces.bin
//! ```

mod file;
mod fit;
mod network;
mod reduction;
mod tokeniser;

use std::collections::HashMap;
use std::env;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use fit::{best_factor, explained, fit};
use network::Network;
use reduction::Components;

/// Dimensions of a vector: as many as a file of four million bytes has room for, and a multiple of what a processor adds at once.
const DIMENSIONS: usize = 128;

/// How strongly vectors are held at their starts. It explains texts kept aside
/// best: R² 0.710, against 0.705 with 0.03 and with 0.15 (fitted on
/// 38,000 texts, a quarter of the dimensions).
const RIDGE: f64 = 0.07;

/// A piece starts `COMMON / (COMMON + its share of all pieces)` long: common
/// words tell little (smooth inverse frequency, Arora et al. 2017, with their
/// constant). So the starts alone explain texts kept aside with R² 0.45 instead of 0.33.
const COMMON: f64 = 1e-3;

/// One text of so many is kept aside to measure the fit.
const ASIDE: usize = 20;

fn main() -> Result<()> {
    let arguments: Vec<_> = env::args_os().skip(1).collect();
    let [folder, texts, target] = arguments.as_slice() else {
        bail!("usage: distil MODEL_FOLDER TEXTS_FILE OUTPUT_FILE");
    };
    let (network, tokeniser) = Network::read(Path::new(folder))?;
    let (names, numbers): (Vec<&str>, Vec<u32>) = tokeniser
        .pieces()
        .iter()
        .map(|(piece, &number)| (piece.as_str(), number))
        .filter(|(piece, _)| is_met(piece))
        .unzip();
    let rows: HashMap<u32, usize> = numbers.iter().copied().zip(0..).collect();

    let texts = fs::read_to_string(texts)
        .with_context(|| format!("cannot read {}", Path::new(texts).display()))?;
    // A text of numbers and signs has nothing to fit.
    let (tokens, bags): (Vec<Vec<u32>>, Vec<Vec<usize>>) = texts
        .lines()
        .map(|text| {
            let pieces = tokeniser.bag(text, |piece| rows.contains_key(&piece));
            let bag: Vec<usize> = pieces.iter().map(|piece| rows[piece]).collect();
            (tokeniser.tokens(text), bag)
        })
        .filter(|(_, bag)| !bag.is_empty())
        .unzip();
    let alone: Vec<Vec<u32>> = numbers
        .iter()
        .map(|&piece| tokeniser.framed([piece]))
        .collect();
    eprintln!("{} texts, {} pieces", bags.len(), names.len());

    let encoded = network.encode(&tokens)?;
    let components = Components::of(&encoded)?;
    eprintln!(
        "{DIMENSIONS} dimensions keep {:.1} % of the texts' variance",
        100.0 * components.kept(DIMENSIONS)
    );
    let targets = components.reduce(&encoded, DIMENSIONS)?;
    let mut starts = components.reduce(&network.encode(&alone)?, DIMENSIONS)?;
    scale(&mut starts, &importances(&bags, names.len()));
    let factor = best_factor(&bags, &starts, &targets);
    scale(&mut starts, &vec![factor; names.len()]);

    measure(&bags, &targets, &starts)?;
    let fitted = fit(&bags, &targets, &starts, RIDGE)?;
    let bytes = file::write(&names, &fitted)?;
    fs::write(target, &bytes)
        .with_context(|| format!("cannot write {}", Path::new(target).display()))?;
    eprintln!("{} bytes", bytes.len());
    Ok(())
}

/// Fits on most of the texts and tells how well the others are explained.
fn measure(bags: &fit::Bags, targets: &[Vec<f64>], starts: &[Vec<f64>]) -> Result<()> {
    let part = |aside: bool| {
        let texts = bags.iter().zip(targets).enumerate();
        let chosen = texts.filter(move |(place, _)| (place % ASIDE == 0) == aside);
        chosen
            .map(|(_, (bag, target))| (bag.clone(), target.clone()))
            .unzip::<_, _, Vec<_>, Vec<_>>()
    };
    let ((bags, targets), (unseen_bags, unseen)) = (part(false), part(true));
    let fitted = fit(&bags, &targets, starts, RIDGE)?;
    for (name, vectors) in [("starts", starts), ("fitted", &fitted)] {
        eprintln!(
            "{name}: R² {:.4} of the texts of the fit, {:.4} of {} others",
            explained(&bags, vectors, &targets),
            explained(&unseen_bags, vectors, &unseen),
            unseen.len()
        );
    }
    Ok(())
}

/// The weight of each piece, 0 to 1, by how rare it is in the texts.
#[expect(clippy::cast_precision_loss, reason = "nobody has that many texts")]
fn importances(bags: &fit::Bags, pieces: usize) -> Vec<f64> {
    let mut counts = vec![0.0; pieces];
    for &piece in bags.iter().flatten() {
        counts[piece] += 1.0;
    }
    let all = bags.iter().map(Vec::len).sum::<usize>() as f64;
    counts
        .iter()
        .map(|count| COMMON / (COMMON + count / all))
        .collect()
}

/// Multiplies each vector by its factor.
fn scale(vectors: &mut [Vec<f64>], factors: &[f64]) {
    for (vector, factor) in vectors.iter_mut().zip(factors) {
        for number in vector {
            *number *= factor;
        }
    }
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

    #[test]
    fn a_piece_is_the_less_important_the_more_common() {
        let weights = importances(&[vec![0, 0, 1], vec![0]], 3);
        for (weight, wanted) in weights.iter().zip([0.001 / 0.751, 0.001 / 0.251, 1.0]) {
            assert!((weight - wanted).abs() < 1e-9, "{weights:?}");
        }
    }
}
