//! The characters of RTF: bytes in the code page of their font, and numbers of Unicode.

use std::collections::HashMap;

use encoding_rs::{BIG5, Encoding, GBK, IBM866, MACINTOSH, SHIFT_JIS, UTF_8, WINDOWS_1252};

/// The characters of code page 437 above those of ASCII.
const DOS_AMERICAN: &str = "\
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
    └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";
/// Those of code page 850.
const DOS_WESTERN: &str = "\
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
    └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";
/// Those of code page 852.
const DOS_CENTRAL: &str = "\
    ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐\
    └┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u{ad}˝˛ˇ˘§÷¸°¨˙űŘř■\u{a0}";

/// What bytes stand for.
#[derive(Clone, Copy)]
pub(super) enum CodePage {
    Known(&'static Encoding),
    /// One of DOS that web pages have no name for: its characters above those of ASCII.
    Dos(&'static str),
}

impl Default for CodePage {
    fn default() -> Self {
        Self::Known(WINDOWS_1252)
    }
}

impl CodePage {
    fn decode(self, bytes: &[u8]) -> String {
        match self {
            Self::Known(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
            Self::Dos(above) => {
                let character = |byte: &u8| match byte.checked_sub(0x80) {
                    Some(place) => above.chars().nth(place.into()),
                    None => Some(char::from(*byte)),
                };
                bytes.iter().filter_map(character).collect()
            }
        }
    }
}

/// The code page of a number; Western where it is unknown.
pub(super) fn of_code_page(number: i32) -> CodePage {
    let encoding = match number {
        437 => return CodePage::Dos(DOS_AMERICAN),
        850 => return CodePage::Dos(DOS_WESTERN),
        852 => return CodePage::Dos(DOS_CENTRAL),
        866 => IBM866,
        932 => SHIFT_JIS,
        936 => GBK,
        950 => BIG5,
        10000 => MACINTOSH,
        65001 => UTF_8,
        // Web pages have names for the others.
        _ => Encoding::for_label(format!("windows-{number}").as_bytes()).unwrap_or(WINDOWS_1252),
    };
    CodePage::Known(encoding)
}

/// The code page of a font by its character set; `None` where the document's holds.
fn of_character_set(number: i32) -> Option<CodePage> {
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
        254 => 437,
        _ => return None,
    }))
}

/// The fonts of a document.
#[derive(Default)]
pub(super) struct Fonts {
    pub(super) encodings: HashMap<i32, CodePage>,
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
    pub(super) fn take(&mut self, encoding: CodePage) -> Option<String> {
        if self.bytes.is_empty() {
            return None;
        }
        let bytes = std::mem::take(&mut self.bytes);
        Some(encoding.decode(&bytes))
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
