//! The file of pieces and their vectors.
//!
//! Numbers are little-endian:
//!
//! | bytes | what |
//! |---|---|
//! | 4 | number of pieces |
//! | 4 | dimensions of a vector |
//! | 1 a piece | bytes of its text |
//! | | the texts, in the order of their bytes, one after another |
//! | 4 a piece | its scale, a float: what its vector's bytes are times, above 0 |
//! | dimensions a piece | its vector, one signed byte a dimension |
//!
//! Each vector has a scale of its own, so that all use the whole range of a
//! byte: a word of little weight is not rounded more than one of much.

use anyhow::{Context, Result, ensure};

/// The largest number of a vector's byte; its opposite also fits.
const LARGEST: f64 = 127.0;

/// The file's bytes. The texts must be sorted, and each has its vector.
///
/// # Errors
///
/// Where there are too many pieces, or a text is too long, or a vector has no direction.
pub fn write(texts: &[&str], vectors: &[Vec<f64>]) -> Result<Vec<u8>> {
    ensure!(
        texts.len() == vectors.len() && texts.is_sorted(),
        "each piece needs a vector, in the order of the texts"
    );
    let dimensions = vectors.first().map_or(0, Vec::len);
    let mut bytes = Vec::new();
    bytes.extend(u32::try_from(texts.len())?.to_le_bytes());
    bytes.extend(u32::try_from(dimensions)?.to_le_bytes());
    for text in texts {
        bytes.push(
            u8::try_from(text.len()).with_context(|| format!("the piece {text} is too long"))?,
        );
    }
    bytes.extend(texts.iter().flat_map(|text| text.bytes()));
    let mut rows = Vec::with_capacity(vectors.len() * dimensions);
    for vector in vectors {
        let largest = vector
            .iter()
            .fold(0.0_f64, |largest, number| largest.max(number.abs()));
        let scale = single(largest / LARGEST);
        ensure!(
            scale > 0.0 && scale.is_finite() && vector.len() == dimensions,
            "a vector has no direction, or another length"
        );
        bytes.extend(scale.to_le_bytes());
        rows.extend(
            vector
                .iter()
                .flat_map(|number| rounded(number / f64::from(scale)).to_le_bytes()),
        );
    }
    bytes.extend(rows);
    Ok(bytes)
}

/// The number in the precision of the file.
#[expect(
    clippy::cast_possible_truncation,
    reason = "what is lost is far below a byte's step"
)]
fn single(number: f64) -> f32 {
    number as f32
}

/// The nearest byte; the largest numbers are 127 but for the scale's rounding.
#[expect(
    clippy::cast_possible_truncation,
    reason = "it is at most 127 either way"
)]
fn rounded(steps: f64) -> i8 {
    steps.round() as i8
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed test may end so")]
mod tests {
    use super::*;

    #[test]
    fn the_layout_is_as_described() {
        let vectors = [vec![0.5, -1.0], vec![254.0, 2.0]];
        let bytes = write(&["##ed", "sail"], &vectors).unwrap();
        assert_eq!(bytes[..8], [2, 0, 0, 0, 2, 0, 0, 0]);
        assert_eq!(&bytes[8..18], b"\x04\x04##edsail");
        assert_eq!(bytes[18..22], (1.0_f32 / 127.0).to_le_bytes());
        assert_eq!(bytes[22..26], 2.0_f32.to_le_bytes());
        assert_eq!(bytes[26..], [64, 129, 127, 1]);
    }

    #[test]
    fn texts_out_of_order_and_vectors_without_direction_are_errors() {
        assert!(write(&["sail", "##ed"], &[vec![1.0], vec![1.0]]).is_err());
        assert!(write(&["sail"], &[vec![0.0]]).is_err());
    }
}
