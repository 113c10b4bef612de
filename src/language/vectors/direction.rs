//! Where a text points, small enough that those of all passages are looked through for one question.

use std::array;

use super::{DIMENSIONS, unit};

/// A direction in 64 bytes: each of its numbers in four bits.
pub type Packed = [u64; DIMENSIONS / IN_WORD];

/// Numbers in 64 bits.
const IN_WORD: usize = 16;
/// What a direction of length 1 is multiplied by.
const LONG: f32 = 4096.0;
/// One step of a packed number: half of the root mean square of all, so that 7 steps to either side
/// hold nearly every one.
const STEP: f32 = LONG * 0.044_194_174;
/// The packed number that stands for 0.
const ZERO: u8 = 8;
/// Steps to either side of it.
const MOST: f32 = 7.0;

/// The direction of a text, the sum of the vectors of its words.
#[derive(Clone, Debug)]
pub struct Direction([i16; DIMENSIONS]);

impl Direction {
    /// The direction of a vector; `None` where it has none.
    pub fn of(vector: &[f32; DIMENSIONS]) -> Option<Self> {
        // None is beyond 4096.
        let whole = |number: f32| (number * LONG).round() as i16;
        Some(Self(unit(vector)?.map(whole)))
    }

    /// Its numbers, those of a direction of length 4096.
    pub fn numbers(&self) -> &[i16; DIMENSIONS] {
        &self.0
    }

    /// What is kept of it.
    pub fn packed(&self) -> Packed {
        // 1 to 15.
        let nibble = |number: i16| {
            let steps = (f32::from(number) / STEP).round().clamp(-MOST, MOST);
            (steps + f32::from(ZERO)) as u8
        };
        let (low, high) = self.0.split_at(DIMENSIONS / 2);
        let byte = |at: usize| nibble(low[at]) | nibble(high[at]) << 4;
        let bytes: [u8; DIMENSIONS / 2] = array::from_fn(byte);
        let (words, _) = bytes.as_chunks::<8>();
        array::from_fn(|at| u64::from_le_bytes(words[at]))
    }

    /// How near a packed direction is: the more, the nearer. Comparable for one direction alone.
    pub fn nearness(&self, packed: &Packed) -> i32 {
        let (low, high) = self.0.split_at(DIMENSIONS / 2);
        let words = low.as_chunks::<8>().0.iter().zip(high.as_chunks::<8>().0);
        let mut sum = 0;
        for ((low, high), word) in words.zip(packed) {
            let numbers = low.iter().zip(high);
            for ((low, high), byte) in numbers.zip(word.to_le_bytes()) {
                sum += i32::from(*low) * i32::from(byte & 15);
                sum += i32::from(*high) * i32::from(byte >> 4);
            }
        }
        sum
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed test may end so")]
mod tests {
    use super::*;
    use crate::language::vectors::cosine;
    use crate::language::vectors::tests::text;

    #[test]
    fn packed_directions_stand_in_the_order_of_their_cosines() {
        let asked = text("may i bring my dog");
        let others = [
            "pets are not admitted",
            "the entrance is open from nine",
            "animals wait outside the building",
            "the president signed the treaty",
            "a guide dog may enter",
        ];
        let direction = Direction::of(&asked).unwrap();
        let mut near: Vec<(f32, i32)> = others
            .iter()
            .map(|other| {
                let vector = text(other);
                let packed = Direction::of(&vector).unwrap().packed();
                (cosine(&asked, &vector), direction.nearness(&packed))
            })
            .collect();
        near.sort_by(|a, b| a.0.total_cmp(&b.0));
        assert!(near.is_sorted_by_key(|(_, packed)| *packed), "{near:?}");
    }

    #[test]
    fn what_points_nowhere_has_no_direction() {
        assert!(Direction::of(&[0.0; DIMENSIONS]).is_none());
    }
}
