//! Every target takes its samples, and damaged copies of them, the same ones at each run.

use std::panic::catch_unwind;

use rayon::prelude::*;

use super::*;

/// So many damaged copies of each sample are taken, the same ones at each run.
const COPIES: u64 = 40;
/// And so many of formats of files that are read in no time.
const MANY_COPIES: u64 = 300;
const QUICK: [&str; 8] = [
    "xlsx", "ods", "pptx", "odp", "fb2", "mbox", "json", "notebook",
];

/// A source of numbers that look like chance (xorshift64*).
struct Chance(u64);

impl Chance {
    fn of(seed: u64) -> Self {
        Self(seed.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `end`; 0 where there is none.
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        number as usize % end.max(1)
    }
}

/// A copy of `bytes` with damage of one to four kinds, the same for the same `seed`: bits flipped,
/// bytes replaced, the end cut off, stretches swapped, repeated or left out.
fn damaged(bytes: &[u8], seed: u64) -> Vec<u8> {
    let mut chance = Chance::of(seed);
    let mut bytes = bytes.to_vec();
    for _ in 0..=chance.below(4) {
        let length = bytes.len();
        if length == 0 {
            break;
        }
        let start = chance.below(length);
        let end = start + chance.below((length - start).min(64)) + 1;
        match chance.below(7) {
            0 => bytes[start] ^= 1 << chance.below(8),
            1 => bytes[start] = [0, 0xff, b'<', b'{', b'\\', b'9', b'>', b'-'][chance.below(8)],
            2 => bytes.truncate(start),
            3 => {
                let stretch = bytes[start..end].to_vec();
                let times = 1 + chance.below(40);
                let repeated = stretch.repeat(times);
                bytes.splice(start..start, repeated);
            }
            4 => {
                bytes.drain(start..end);
            }
            5 => {
                let other = chance.below(length - (end - start) + 1);
                for at in 0..end - start {
                    bytes.swap(start + at, other + at);
                }
            }
            _ => {
                for _ in 0..8 {
                    let at = chance.below(length);
                    bytes[at] ^= 1 << chance.below(8);
                }
            }
        }
    }
    bytes
}

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz"))
}

fn samples(name: &str) -> Vec<PathBuf> {
    let samples = fs::read_dir(folder().join("seeds").join(name));
    let samples = samples.expect("every target has samples");
    samples
        .map(|sample| sample.expect("it can be read").path())
        .collect()
}

/// The damaged copies of a sample that are not taken as they must be.
fn findings(target: Target, sample: &Path, copies: u64) -> Vec<String> {
    let bytes = fs::read(sample).expect("a sample can be read");
    let is_finding = |copy: &u64| {
        let data = match copy {
            0 => bytes.clone(),
            seed => damaged(&bytes, *seed),
        };
        catch_unwind(|| target(&data)).is_err()
    };
    let found = (0..=copies).filter(is_finding);
    found
        .map(|copy| format!("copy {copy} of {}", sample.display()))
        .collect()
}

#[test]
fn samples_and_damaged_copies_of_them_find_nothing() {
    let all = TARGETS.par_iter().flat_map_iter(|(name, target)| {
        let is_quick = QUICK.contains(name);
        let copies = if is_quick { MANY_COPIES } else { COPIES };
        samples(name)
            .into_iter()
            .flat_map(move |sample| findings(*target, &sample, copies))
    });
    let all: Vec<String> = all.collect();
    assert!(all.is_empty(), "{all:#?}");
}

#[test]
fn every_target_is_a_program() {
    let manifest = fs::read_to_string(folder().join("Cargo.toml"));
    let manifest: toml::Table = manifest
        .expect("it can be read")
        .parse()
        .expect("it is TOML");
    let programs = manifest["bin"].as_array().expect("there are programs");
    let programs = programs.iter().filter_map(|it| it["name"].as_str());
    let targets = TARGETS.iter().map(|(name, _)| *name);
    assert_eq!(programs.collect::<Vec<_>>(), targets.collect::<Vec<_>>());
}
