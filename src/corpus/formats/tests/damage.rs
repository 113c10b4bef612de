//! Files that are damaged in all sorts of ways, the same ones at each run.

use super::*;

/// So many damaged copies of each sample are read.
const COPIES: u64 = 300;

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
pub(super) fn damaged(bytes: &[u8], seed: u64) -> Vec<u8> {
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

/// Reads damaged copies: each is a document whose spans are slices of its text, or is refused.
fn survive(name: &str, sample: impl Fn(u64) -> Vec<u8>) {
    for seed in 0..COPIES {
        if let Ok(document) = document(name, &sample(seed)) {
            for passage in &document.passages {
                for sentence in &passage.sentences {
                    let _ = document.locator(sentence.span.start);
                }
            }
        }
    }
}

/// Damages the file, and each of the parts that it is an archive of.
fn survive_in_parts(name: &str, parts: &[(&str, &str)]) {
    let whole = archive(parts);
    assert!(document(name, &whole).is_ok(), "{name} is no sample");
    survive(name, |seed| damaged(&whole, seed));
    survive(name, |seed| {
        let hit = Chance::of(seed).below(parts.len());
        let parts = parts.iter().enumerate().map(|(at, (part, text))| {
            let bytes = text.as_bytes();
            let content = if at == hit {
                damaged(bytes, seed)
            } else {
                bytes.to_vec()
            };
            (*part, content)
        });
        archive(&parts.collect::<Vec<_>>())
    });
}

#[test]
fn damaged_texts_are_read_or_refused() {
    let page = "<!doctype html><title>Ferries</title><h1>Boats</h1><table><tr><th>Boat<th>Fare<tr><td rowspan=2>Heron<td>2</table><ul><li>Gull</ul><p>It &amp; sails.";
    let table = "Boat;Fare\nHeron;2\n\"The \"\"Gull\"\"\";3\n";
    let subtitles = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>It sails.\n\n00:01:03.000 --> 00:01:04.000\nAt &#116;en.\n";
    for (name, sample) in [
        ("a.html", page),
        ("a.csv", table),
        ("a.vtt", subtitles),
        ("a.eml", mail::MESSAGE),
        ("a.rtf", rich_text::TEXT),
    ] {
        assert!(
            document(name, sample.as_bytes()).is_ok(),
            "{name} is no sample"
        );
        survive(name, |seed| damaged(sample.as_bytes(), seed));
    }
}

#[test]
fn damaged_archives_are_read_or_refused() {
    let styles =
        "<w:styles><w:style w:styleId='K'><w:name w:val='heading 1'/></w:style></w:styles>";
    let word = "<w:document><w:p><w:pPr><w:pStyle w:val='K'/></w:pPr><w:r><w:t>Boats</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p><w:r><w:t>The Heron &#38; Gull.</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:document>";
    let open = "<c><style:style style:name='P' style:parent-style-name='Title'/><text:p text:style-name='P'>Boats</text:p><text:list><text:p>Heron<text:note-body><text:p>Old.</text:p></text:note-body></text:p></text:list><table:table><table:table-row><table:table-cell table:number-columns-repeated='99999999'/></table:table-row></table:table></c>";
    survive_in_parts(
        "a.docx",
        &[("word/document.xml", word), ("word/styles.xml", styles)],
    );
    survive_in_parts(
        "a.odt",
        &[("content.xml", open), ("META-INF/manifest.xml", "<m/>")],
    );
    survive_in_parts("a.epub", &books::PARTS);
}

#[test]
fn damaged_pages_are_read_or_refused() {
    let page = |text| {
        vec![
            (72, 760, 18, "Boats"),
            (72, 700, 11, text),
            (290, 40, 9, "1"),
        ]
    };
    let pages = [
        page("The Heron sails at"),
        page("ten, and the Gull at eleven."),
    ];
    let sample = pdf::pdf(&pages, "", "/Title (Ferries of Lorne)");
    assert!(document("a.pdf", &sample).is_ok());
    survive("a.pdf", |seed| damaged(&sample, seed));
}
