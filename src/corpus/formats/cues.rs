//! Subtitles (`SubRip`, `WebVTT`): cues, joined to paragraphs, as sentences go on over several.

use std::borrow::Cow;

use quick_xml::escape::unescape;

use super::FormatError;
use super::extracted::{Extracted, Kind, Writer};
use crate::corpus::invisible;
use crate::corpus::locator::Locator;

/// A silence of this many seconds after a finished sentence ends a paragraph.
const SILENCE: u32 = 3;
/// A paragraph of this many bytes ends with the next sentence.
const LONG: usize = 1200;
/// And one of this many ends in any case: captions made by machines have no full stops.
const LONGEST: usize = 6000;

/// In captions with less than one mark in this many bytes, marks end no sentences.
const MARKED: usize = 400;
/// Of such captions, at least this many bytes are quoted together, up to the end of a cue.
const ENOUGH: usize = 40;

/// A cue: when it is shown, in seconds, and its lines.
struct Cue<'t> {
    from: u32,
    to: u32,
    lines: Vec<&'t str>,
}

/// Reads subtitles; what stands outside of cues (notes, styles) is left out.
pub(super) fn read(text: &str) -> Result<Extracted, FormatError> {
    let text = invisible::without_mark(text).replace("\r\n", "\n");
    let cues = cues(&text);
    if cues.is_empty() {
        return Err(FormatError::NoCue);
    }
    let has_marks = has_marks(&cues);
    let mut writer = Writer::default();
    let mut end = 0;
    let mut shown: Option<String> = None;
    let mut speaks: Option<String> = None;
    writer.start(Kind::Paragraph);
    for cue in &cues {
        let pauses = cue.from >= end + SILENCE || writer.open_length() > LONG;
        // Without marks, nothing but the cues tells where one might stop.
        let is_full = !has_marks && writer.open_length() >= ENOUGH;
        if (pauses && writer.ends_sentence()) || is_full || writer.open_length() > LONGEST {
            writer.start(Kind::Paragraph);
        }
        end = cue.to.min(u32::MAX - SILENCE);
        writer.locate(Locator::Time(cue.from));
        for line in &cue.lines {
            let voice = speaker(line);
            if voice.is_some() && voice != speaks {
                writer.start(Kind::Paragraph);
                writer.push(&format!("{}: ", voice.as_deref().unwrap_or_default()))?;
                speaks = voice;
            }
            let said = said(line);
            // Captions that roll show each line again below the next cue's time.
            if said.is_empty() || shown.as_ref() == Some(&said) {
                continue;
            }
            writer.push(" ")?;
            writer.push(&said)?;
            shown = Some(said);
        }
    }
    Ok(writer.finish())
}

/// Whether sentences end in marks, as people write them and few machines do.
fn has_marks(cues: &[Cue<'_>]) -> bool {
    let lines = || cues.iter().flat_map(|cue| &cue.lines);
    let bytes: usize = lines().map(|line| line.len()).sum();
    let is_mark = |c: &char| matches!(c, '.' | '!' | '?' | '。' | '！' | '？' | '؟' | '।');
    let characters = lines().flat_map(|line| line.chars());
    characters.filter(is_mark).count() * MARKED >= bytes
}

/// Who speaks, in the words of the tag that `WebVTT` has for that: "<v Ada Reed>".
fn speaker(line: &str) -> Option<String> {
    let (tag, _) = line.trim().strip_prefix("<v")?.split_once('>')?;
    // Classes may stand before the name: "<v.first.loud Ada Reed>".
    let name = match tag.strip_prefix('.') {
        Some(classes) => classes.split_once(' ')?.1,
        None => tag.strip_prefix([' ', '\t'])?,
    };
    Some(name.trim().to_owned()).filter(|name| !name.is_empty())
}

/// The cues, in the order of the file.
fn cues(text: &str) -> Vec<Cue<'_>> {
    let is_vtt = text.starts_with("WEBVTT");
    let mut cues: Vec<Cue<'_>> = Vec::new();
    let mut is_open = false;
    for line in text.split(['\n', '\r']) {
        if let Some((from, to)) = timing(line) {
            // Above a time stands the number of its cue.
            if let Some(cue) = cues.last_mut().filter(|_| is_open)
                && cue.lines.last().is_some_and(|line| is_number(line))
            {
                cue.lines.pop();
            }
            let lines = Vec::new();
            cues.push(Cue { from, to, lines });
            is_open = true;
        } else if line.trim().is_empty() {
            // What follows an empty line is another cue's, or a note; SubRip's authors are less strict.
            let has_said = cues.last().is_some_and(|cue| !cue.lines.is_empty());
            is_open &= !is_vtt || !has_said;
        } else if let Some(cue) = cues.last_mut().filter(|_| is_open) {
            cue.lines.push(line);
        }
    }
    cues
}

/// The seconds in "00:01:05,000 --> 00:01:08,000", with or without hours and settings.
fn timing(line: &str) -> Option<(u32, u32)> {
    let (from, to) = line.split_once("-->")?;
    Some((seconds(from)?, seconds(to.split_whitespace().next()?)?))
}

fn seconds(time: &str) -> Option<u32> {
    let whole = time.trim().split([',', '.']).next()?;
    let parts = whole.split(':').map(|part| part.trim().parse().ok());
    let parts: Vec<u32> = parts.collect::<Option<_>>()?;
    if !matches!(parts.len(), 2 | 3) {
        return None;
    }
    let add = |sum: u32, part: &u32| sum.checked_mul(60)?.checked_add(*part);
    parts.iter().try_fold(0, add)
}

fn is_number(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && line.bytes().all(|b| b.is_ascii_digit())
}

/// What is said in a line: free of tags, of the dash before a speaker, and of character references.
fn said(line: &str) -> String {
    /// No tag has more bytes.
    const LONGEST: usize = 200;
    let mut text = String::with_capacity(line.len());
    let mut rest = line.trim();
    rest = rest.strip_prefix("- ").unwrap_or(rest);
    while let Some(at) = rest.find(['<', '{', '&']) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let up_to = |end: u8| {
            let place = rest.bytes().take(LONGEST).position(|b| b == end);
            place.map(|place| place + 1)
        };
        let length = match rest.as_bytes() {
            [b'<', next, ..] if next.is_ascii_alphanumeric() || *next == b'/' => up_to(b'>'),
            [b'{', b'\\', ..] => up_to(b'}'),
            [b'&', ..] => reference(rest).map(|(plain, length)| {
                text.push_str(&plain);
                length
            }),
            _ => None,
        };
        if length.is_none() {
            text.push_str(&rest[..1]);
        }
        rest = &rest[length.unwrap_or(1)..];
    }
    text.push_str(rest);
    text.trim().to_owned()
}

/// What the character reference at the start of `text` stands for, and how many bytes it takes.
fn reference(text: &str) -> Option<(Cow<'_, str>, usize)> {
    /// No name of a character is longer.
    const LONGEST: usize = 40;
    let end = text.bytes().take(LONGEST).position(|b| b == b';')? + 1;
    Some((unescape(&text[..end]).ok()?, end))
}
