//! How a word is spelt, as a vector: where nothing is known of what words mean, words of one root
//! still point one way, whatever prefix, ending or compound they stand in.
//!
//! Runs of three and four letters, the ends of the word among them, or of one and two signs where
//! each sign is a word or a root itself, each add a direction of their own: the bits of their hash,
//! which for two different runs agree by chance alone (subwords as in fastText, Bojanowski et al.
//! 2017, with random vectors in place of learned ones).

use super::{DIMENSIONS, unit};

/// Letters of a run.
const RUNS: [usize; 2] = [3, 4];
/// Signs of a run where each is a word or a root itself.
const SIGNS: [usize; 2] = [1, 2];
/// What stands before and after a word.
const END: char = ' ';

/// The direction of a word, of length 1; `None` for one with a digit, which would make one number
/// like another.
pub(super) fn of(word: &str) -> Option<[f32; DIMENSIONS]> {
    if word.is_empty() || word.contains(char::is_numeric) {
        return None;
    }
    let is_ideographic = |c: char| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}');
    let (letters, runs): (Vec<char>, _) = if word.chars().all(is_ideographic) {
        (word.chars().collect(), SIGNS)
    } else {
        (
            [END].into_iter().chain(word.chars()).chain([END]).collect(),
            RUNS,
        )
    };
    let mut sum = [0.0; DIMENSIONS];
    for length in runs {
        for run in letters.windows(length.min(letters.len())) {
            let run: String = run.iter().collect();
            let bits = xxhash_rust::xxh3::xxh3_128(run.as_bytes());
            for (place, sum) in sum.iter_mut().enumerate() {
                *sum += if bits >> place & 1 == 1 { 1.0 } else { -1.0 };
            }
        }
    }
    unit(&sum)
}

#[cfg(test)]
mod tests {
    use super::super::dot;
    use super::*;

    #[test]
    fn words_of_one_root_are_near_and_others_are_not() {
        let near = |a: &str, b: &str| match (of(a), of(b)) {
            (Some(a), Some(b)) => dot(&a, &b),
            _ => 0.0,
        };
        for (a, b) in [
            ("brücke", "brückenpfeiler"),
            ("мост", "мостовая"),
            ("köprü", "köprüler"),
            ("国王", "王国"),
            ("中国人", "中国"),
        ] {
            assert!(near(a, b) > 0.35, "{a} {b} {}", near(a, b));
        }
        for (a, b) in [("brücke", "hafen"), ("мост", "трамвай"), ("国王", "汽车")] {
            assert!(near(a, b) < 0.3, "{a} {b} {}", near(a, b));
        }
        assert_eq!(of("e-410"), None);
        assert_eq!(of(""), None);
    }
}
