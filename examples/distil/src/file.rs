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
//! | dimensions a piece | its vector, one signed byte a dimension |
//!
//! Only the direction of a vector counts, so each is scaled to use the whole
//! range of a byte, and the scale is not kept.

use anyhow::{Context, Result, ensure};

/// Bytes before the lengths of the texts.
pub const HEADER: usize = 8;

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
    for vector in vectors {
        let longest = vector
            .iter()
            .fold(0.0_f64, |longest, number| longest.max(number.abs()));
        ensure!(
            longest > 0.0 && vector.len() == dimensions,
            "a vector has no direction, or another length"
        );
        bytes.extend(
            vector
                .iter()
                .flat_map(|number| rounded(number / longest).to_le_bytes()),
        );
    }
    Ok(bytes)
}

/// A number of -1 to 1 as a byte.
#[expect(
    clippy::cast_possible_truncation,
    reason = "it is at most 127 either way"
)]
fn rounded(share: f64) -> i8 {
    (share * LARGEST).round() as i8
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed test may end so")]
mod tests {
    use super::*;

    #[test]
    fn the_layout_is_as_described() {
        let bytes = write(&["##ed", "sail"], &[vec![0.5, -1.0], vec![4.0, 0.02]]).unwrap();
        assert_eq!(bytes[..HEADER], [2, 0, 0, 0, 2, 0, 0, 0]);
        assert_eq!(&bytes[HEADER..18], b"\x04\x04##edsail");
        assert_eq!(bytes[18..], [64, 129, 127, 1]);
    }

    #[test]
    fn texts_out_of_order_and_vectors_without_direction_are_errors() {
        assert!(write(&["sail", "##ed"], &[vec![1.0], vec![1.0]]).is_err());
        assert!(write(&["sail"], &[vec![0.0]]).is_err());
    }
}
