//! Documents for measuring, as many as wanted, and what is asked about them.
//!
//! The text is made up: words are drawn from two million by Zipf's law in its two
//! regimes, r^-1 for the 8,000 commonest and r^-1.9 for the others (Ferrer i Cancho
//! and Solé, "Two regimes in the frequency of words", 2001), so that the vocabulary
//! grows with the text as in real ones: 16,000 words of 100,000, 56,000 of a million.
//! The commonest are English, the others syllables; every eighth of these is a name
//! with a capital. A sentence has 8 to 19 words, a passage 7 sentences (about 630
//! bytes), a document 20 passages. A question is four to six neighbouring words
//! of a sentence, small ones left out.

#![allow(dead_code, reason = "each bench needs a part of it")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Passages of a document, sentences of a passage.
const PASSAGES: usize = 20;
const SENTENCES: usize = 7;
const QUESTIONS: usize = 200;
/// Words of the first regime, and the exponent of the second.
const KERNEL: f64 = 8e3;
const EXPONENT: f64 = 1.9;
const VOCABULARY: f64 = 2e6;

const COMMON: &str = "the of and in to a is that for it was on with as by at from this which be are were has had not \
    but they an or his her their its one all there when more who will been two if new time year people first also \
    after about other into some could them than only may most over such between many made where work part during \
    under city water house state world school company war family number land day";
const SYLLABLES: &[&str] = &[
    "ba", "co", "den", "fi", "gar", "hel", "in", "jo", "ker", "lu", "mar", "no", "or", "pel",
    "qui", "ran", "sol", "ter", "un", "ver", "win", "ya", "zen", "tra", "sto", "pli", "mon", "lan",
    "gri", "fen", "dro", "cla",
];

/// The words after the name of a bench, without the one that cargo adds.
pub fn words() -> Vec<String> {
    let words = std::env::args().skip(1);
    words.filter(|word| word != "--bench").collect()
}

/// Numbers that look random, the same in every run (the constants are Knuth's MMIX generator).
struct Random(u64);

impl Random {
    fn next(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn below(&mut self, most: usize) -> usize {
        (self.next() * most as f64) as usize
    }

    /// The rank of a word by Zipf's law, from 0: the inverse of its distribution.
    fn rank(&mut self) -> usize {
        let power = 1.0 - EXPONENT;
        let kernel = KERNEL.ln();
        let others = ((VOCABULARY / KERNEL).powf(power) - 1.0) / power;
        let among = self.next() * (kernel + others);
        let rank = match among - kernel {
            ..0.0 => among.exp(),
            beyond => KERNEL * (beyond * power + 1.0).powf(1.0 / power),
        };
        rank as usize - 1
    }
}

fn word(rank: usize) -> String {
    if let Some(word) = COMMON.split_whitespace().nth(rank) {
        return word.to_owned();
    }
    let (mut rest, mut word) = (rank, String::new());
    while rest > 0 || word.len() < 4 {
        word.push_str(SYLLABLES[rest % SYLLABLES.len()]);
        rest /= SYLLABLES.len();
    }
    if rank.is_multiple_of(8) {
        word[..1].make_ascii_uppercase();
    }
    word
}

/// Writes so many passages; returns how many bytes these are.
pub fn make_up(folder: &Path, passages: usize) -> anyhow::Result<usize> {
    let (mut random, mut bytes) = (Random(7), 0);
    for number in 0..passages.div_ceil(PASSAGES) {
        let mut text = format!("# Report {number} on {}\n", word(random.rank()));
        for _ in 0..PASSAGES.min(passages - number * PASSAGES) {
            text.push('\n');
            for _ in 0..SENTENCES {
                let words: Vec<String> = (0..8 + random.below(12))
                    .map(|_| word(random.rank()))
                    .collect();
                let mut sentence = words.join(" ");
                sentence[..1].make_ascii_uppercase();
                write!(text, "{sentence}. ")?;
            }
            text.push('\n');
        }
        let folder = folder.join((number / 1000).to_string());
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(format!("{number}.md")), &text)?;
        bytes += text.len();
    }
    Ok(bytes)
}

/// Questions about sentences of the corpus, the same for both.
pub fn questions(folder: &Path) -> anyhow::Result<Vec<String>> {
    let (files, mut random) = (files(folder)?, Random(11));
    let common: Vec<&str> = COMMON.split_whitespace().collect();
    let mut questions = Vec::new();
    while questions.len() < QUESTIONS {
        let text = fs::read_to_string(&files[random.below(files.len())])?;
        let sentences: Vec<&str> = text.split(". ").collect();
        let sentence = sentences[random.below(sentences.len())];
        let content = sentence
            .split_whitespace()
            .filter(|word| !common.contains(word));
        let words: Vec<&str> = content.take(4 + random.below(3)).collect();
        if words.len() >= 4 {
            questions.push(format!("What {}?", words.join(" ")));
        }
    }
    Ok(questions)
}

pub fn files(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(self::files(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Bytes in the files below a folder.
pub fn size(folder: &Path) -> anyhow::Result<u64> {
    let sizes = files(folder)?
        .into_iter()
        .map(|file| Ok(fs::metadata(file)?.len()));
    sizes.sum()
}

/// Bytes of this process' memory that are no pages of files, as Linux tells it; 0 elsewhere.
pub fn anonymous_memory() -> u64 {
    memory("RssAnon:").unwrap_or_default() * 1024
}

/// What Linux tells under a name of the memory of this process, in kB.
pub fn memory(name: &str) -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    line?.trim().trim_end_matches(" kB").parse().ok()
}

/// In milliseconds.
pub fn quantile(times: &mut [Duration], share: f64) -> f64 {
    times.sort_unstable();
    let place = ((times.len() - 1) as f64 * share).round() as usize;
    times[place].as_secs_f64() * 1000.0
}
