//! The characters of RTF: bytes in the code page of their font, and numbers of Unicode.

use std::collections::HashMap;

use encoding_rs::{BIG5, Encoding, GBK, IBM866, MACINTOSH, SHIFT_JIS, UTF_8, WINDOWS_1252};

/// The encoding that the number of a code page stands for; Western where it is unknown.
pub(super) fn of_code_page(number: i32) -> &'static Encoding {
    match number {
        866 => IBM866,
        932 => SHIFT_JIS,
        936 => GBK,
        950 => BIG5,
        10000 => MACINTOSH,
        65001 => UTF_8,
        // Web pages have names for the others.
        _ => Encoding::for_label(format!("windows-{number}").as_bytes()).unwrap_or(WINDOWS_1252),
    }
}

/// The encoding of a font by its character set; `None` where the document's holds.
fn of_character_set(number: i32) -> Option<&'static Encoding> {
    Some(of_code_page(match number {
        77 => 10000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    }))
}

/// The fonts of a document.
#[derive(Default)]
pub(super) struct Fonts {
    pub(super) encodings: HashMap<i32, &'static Encoding>,
    /// The font that is being told.
    open: i32,
}

impl Fonts {
    /// Takes in a word of the table of fonts.
    pub(super) fn learn(&mut self, name: &str, number: Option<i32>) {
        match (name, number) {
            ("f", Some(number)) => self.open = number,
            ("fcharset", Some(number)) => {
                let encoding = of_character_set(number);
                self.encodings.extend(encoding.map(|it| (self.open, it)));
            }
            _ => {}
        }
    }
}

/// Bytes and halves of characters that wait for the rest.
#[derive(Default)]
pub(super) struct Pending {
    pub(super) bytes: Vec<u8>,
    high: Option<u16>,
}

impl Pending {
    /// What the bytes so far say.
    pub(super) fn take(&mut self, encoding: &'static Encoding) -> Option<String> {
        if self.bytes.is_empty() {
            return None;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let (text, _) = encoding.decode_without_bom_handling(&bytes);
        Some(text.into_owned())
    }

    /// The character that a number stands for, once its second half is there too.
    pub(super) fn unicode(&mut self, number: i32) -> Option<char> {
        // Numbers above 32,767 are written as negative ones.
        let wrapped = if number < 0 { 0x1_0000 } else { 0 };
        let Ok(unit) = u16::try_from(number + wrapped) else {
            return u32::try_from(number).ok().and_then(char::from_u32);
        };
        let high = self.high.take();
        if (0xd800..0xdc00).contains(&unit) {
            self.high = Some(unit);
            return None;
        }
        let units = high.into_iter().chain([unit]);
        char::decode_utf16(units).find_map(Result::ok)
    }
}
