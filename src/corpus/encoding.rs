//! Bytes of a file become text, whatever encoding they are in.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// What opens the shifts of ISO-2022-JP, which is otherwise valid UTF-8. Commands to terminals
/// begin with the same escape, and go on otherwise.
const SHIFTS: [&str; 2] = ["\u{1b}$", "\u{1b}("];
/// Above this share of NUL, it is no text: a stray one is.
const MOST_NULS: f64 = 0.1;
/// Above this share of control characters or replacement marks, it is no text.
const MOST_GARBAGE: f64 = 0.02;

/// The text of a file's `bytes`, or `None` where they are no text.
///
/// UTF-8 is taken as it is, byte order mark included, so that spans of the text
/// are spans of the file. Other encodings are known by their byte order mark,
/// by the zeros of UTF-16, or by statistics (`chardetng`, as in Firefox).
pub(super) fn decode(bytes: Vec<u8>) -> Option<String> {
    let text = if let Some((encoding, _)) =
        Encoding::for_bom(&bytes).filter(|(e, _)| *e == UTF_16LE || *e == UTF_16BE)
    {
        encoding.decode(&bytes).0.into_owned()
    } else if let Some(encoding) = utf_16_by_zeros(&bytes) {
        encoding.decode_without_bom_handling(&bytes).0.into_owned()
    } else {
        match String::from_utf8(bytes) {
            Ok(text) if !SHIFTS.iter().any(|shift| text.contains(shift)) => text,
            Ok(text) => guess(text.as_bytes()),
            Err(error) if is_damaged_utf_8(error.as_bytes()) => mended_utf_8(error.as_bytes()),
            Err(error) => guess(error.as_bytes()),
        }
    };
    is_text(&text).then_some(text)
}

/// UTF-8 with a few bytes broken: characters of several bytes are right more often than not, as
/// they hardly ever are in text of another encoding.
fn is_damaged_utf_8(bytes: &[u8]) -> bool {
    let (mut right, mut broken) = (0, 0);
    for part in bytes.utf8_chunks() {
        right += part.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!part.invalid().is_empty());
    }
    right > broken
}

/// UTF-8 whose stray bytes are read in the encoding that most such bytes come from.
fn mended_utf_8(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for part in bytes.utf8_chunks() {
        text.push_str(part.valid());
        text.push_str(&WINDOWS_1252.decode_without_bom_handling(part.invalid()).0);
    }
    text
}

fn guess(bytes: &[u8]) -> String {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Allow);
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// UTF-16 without a byte order mark: in most scripts every second byte of
/// spaces, digits and line ends is zero, on one side only.
fn utf_16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |side: usize| {
        let bytes = sample.iter().skip(side).step_by(2);
        bytes.filter(|byte| **byte == 0).count()
    };
    let (high, low) = (zeros(0), zeros(1));
    let many = sample.len() / 20;
    match (high > many, low > many) {
        (true, false) if low == 0 => Some(UTF_16BE),
        (false, true) if high == 0 => Some(UTF_16LE),
        _ => None,
    }
}

fn is_text(text: &str) -> bool {
    let (mut all, mut garbage, mut nuls) = (0.0_f64, 0.0_f64, 0.0_f64);
    for c in text.chars() {
        all += 1.0;
        match c {
            '\0' => nuls += 1.0,
            // It begins a command to a terminal, which nobody sees.
            '\u{1b}' => {}
            '\u{fffd}' => garbage += 1.0,
            c if c.is_control() && !c.is_whitespace() => garbage += 1.0,
            _ => {}
        }
    }
    garbage <= all * MOST_GARBAGE && nuls <= all * MOST_NULS
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRENCH: &str = "Le musée est fermé le lundi. L'entrée coûte dix euros à la caisse où l'été commence. Ça dépend des élèves.";

    #[test]
    fn utf_8_is_taken_as_it_is_with_its_byte_order_mark() {
        let bytes = "\u{feff}Le musée".as_bytes().to_vec();
        assert_eq!(decode(bytes).as_deref(), Some("\u{feff}Le musée"));
    }

    #[test]
    fn utf_16_is_known_with_and_without_its_mark() {
        let little: Vec<u8> = FRENCH.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = FRENCH.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked: Vec<u8> = [0xff, 0xfe]
            .into_iter()
            .chain(little.iter().copied())
            .collect();
        for bytes in [little, big, marked] {
            assert_eq!(decode(bytes).as_deref(), Some(FRENCH));
        }
    }

    #[test]
    fn a_legacy_encoding_is_detected() {
        let russian = "Музей закрыт по понедельникам, вход стоит десять рублей.";
        let japanese = "博物館は月曜日に閉まっています。";
        for (text, encoding) in [
            (FRENCH, WINDOWS_1252),
            (russian, encoding_rs::KOI8_R),
            (japanese, encoding_rs::ISO_2022_JP),
        ] {
            let (bytes, _, _) = encoding.encode(text);
            assert_eq!(decode(bytes.into_owned()).as_deref(), Some(text));
        }
    }

    #[test]
    fn stray_bytes_zeros_and_commands_to_terminals_do_not_spoil_utf_8() {
        let bytes = [FRENCH.as_bytes(), b" M\xfcller"].concat();
        assert_eq!(decode(bytes), Some(format!("{FRENCH} Müller")));
        let bytes = [b"Ren\xe9e, ", "“Nils” too.".as_bytes()].concat();
        assert_eq!(decode(bytes).as_deref(), Some("Renée, “Nils” too."));
        for text in [
            "It is 9 m. \0 It is red.",
            "The \u{1b}[1mcook\u{1b}[0m left.",
        ] {
            assert_eq!(decode(text.into()).as_deref(), Some(text));
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        assert_eq!(decode((0..=255).cycle().take(4000).collect()), None);
    }
}
