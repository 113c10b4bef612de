//! The tokens of RTF: braces, control words and symbols, bytes of text; and what words stand for.

/// No control word is longer than this many bytes.
const LONGEST_WORD: usize = 32;
/// Groups that hold no text of the document.
pub(super) const UNREAD: &str = "\
    colortbl|stylesheet|listtable|listoverridetable|rsidtbl|revtbl|filetbl|generator|pict|\
    nonshppict|shprslt|sp|objdata|header|headerl|headerr|headerf|footer|footerl|footerr|footerf|\
    ftnsep|ftnsepc|ftncn|aftnsep|aftnsepc|aftncn|fldinst|bkmkstart|bkmkend|annotation|atnid|\
    atnauthor|xe|tc|tcn|nonesttables|themedata|datastore";
/// Groups that may be passed over by those who do not know them, and hold text all the same.
pub(super) const READ: [&str; 3] = ["shpinst", "shptxt", "footnote"];

#[derive(Clone, Copy)]
pub(super) enum Token<'b> {
    Open,
    Close,
    /// `\name` or `\name-12`.
    Word(&'b str, Option<i32>),
    /// A backslash and a character that is no letter.
    Symbol(u8),
    /// A byte of text, as it is or as `\'e9`.
    Byte(u8),
}

pub(super) struct Tokens<'b> {
    pub(super) rest: &'b [u8],
}

impl<'b> Tokens<'b> {
    fn control(&mut self) -> Option<Token<'b>> {
        let (&first, after) = self.rest.split_first()?;
        if first == b'\'' {
            let hex = after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
            let byte = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
            self.rest = &after[if byte.is_some() { 2 } else { 0 }..];
            return Some(byte.map_or(Token::Symbol(first), Token::Byte));
        }
        if !first.is_ascii_alphabetic() {
            self.rest = after;
            return Some(Token::Symbol(first));
        }
        let run = |bytes: &[u8], is: fn(&u8) -> bool| bytes.iter().take_while(|it| is(it)).count();
        let length = run(self.rest, u8::is_ascii_alphabetic).min(LONGEST_WORD);
        let (name, after) = self.rest.split_at(length);
        let sign = usize::from(after.first() == Some(&b'-'));
        let digits = run(&after[sign..], u8::is_ascii_digit);
        let end = if digits > 0 { sign + digits } else { 0 };
        let number = std::str::from_utf8(&after[..end]).ok();
        let number = number.and_then(|number| number.parse().ok());
        // One space ends a word and is no text.
        let space = usize::from(after.get(end) == Some(&b' '));
        self.rest = &after[end + space..];
        let name = std::str::from_utf8(name).unwrap_or_default();
        if name == "bin" {
            // Bytes of a picture, in which braces are none.
            let length = number.and_then(|number: i32| usize::try_from(number).ok());
            let length = length.unwrap_or_default().min(self.rest.len());
            self.rest = &self.rest[length..];
        }
        Some(Token::Word(name, number))
    }
}

impl<'b> Iterator for Tokens<'b> {
    type Item = Token<'b>;

    fn next(&mut self) -> Option<Token<'b>> {
        loop {
            let (&first, after) = self.rest.split_first()?;
            self.rest = after;
            return match first {
                b'{' => Some(Token::Open),
                b'}' => Some(Token::Close),
                b'\\' => self.control(),
                b'\r' | b'\n' | 0 => continue,
                byte => Some(Token::Byte(byte)),
            };
        }
    }
}

/// The text that a control word stands for.
pub(super) fn written(name: &str) -> Option<&'static str> {
    Some(match name {
        "tab" | "line" | "emspace" | "enspace" | "qmspace" | "nestcell" | "nestrow" => " ",
        "emdash" => "—",
        "endash" => "–",
        "lquote" => "‘",
        "rquote" => "’",
        "ldblquote" => "“",
        "rdblquote" => "”",
        "bullet" => "•",
        _ => return None,
    })
}
